//! What outlives the session: the notebook, the names file, the views, and how files are written.

mod files;
mod names;
mod notebook;
mod properties;
mod refusals;
mod views;

use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder for one test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("saved").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}
