//! What is measured on: a corpus on disk, written when it is first asked for, and a home for programs.

use super::corpus::{write_folder, write_jsonl};
use super::process::Home;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

pub const SEED: u64 = 1;
/// So many times fewer articles show how costs grow.
pub const STEP: usize = 10;

/// Everything a part needs; its folder goes when it goes.
pub struct Ground {
    pub articles: usize,
    /// One part is measured alone: it may tell more.
    pub alone: bool,
    folder: TempDir,
    large: OnceCell<Jsonl>,
    small: OnceCell<Jsonl>,
    files: OnceCell<PathBuf>,
}

/// A file of articles, one a line.
#[derive(Clone, Debug)]
pub struct Jsonl {
    pub path: PathBuf,
    pub articles: usize,
    /// Of titles and bodies, in bytes.
    pub text: u64,
}

impl Ground {
    pub fn new(articles: usize, alone: bool) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { articles, alone, folder, large: OnceCell::new(), small: OnceCell::new(), files: OnceCell::new() }
    }

    /// All articles in a file.
    pub fn jsonl(&self) -> &Jsonl {
        self.large.get_or_init(|| self.write("large.jsonl", self.articles))
    }

    /// A tenth of them.
    pub fn small(&self) -> &Jsonl {
        self.small.get_or_init(|| self.write("small.jsonl", (self.articles / STEP).max(1)))
    }

    fn write(&self, name: &str, articles: usize) -> Jsonl {
        let path = self.folder.path().join(name);
        let text = write_jsonl(articles, SEED, &path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        settle();
        Jsonl { path, articles, text }
    }

    /// All articles, a file each.
    pub fn files(&self) -> &Path {
        self.files.get_or_init(|| {
            let folder = self.folder.path().join("files");
            write_folder(self.articles, SEED, &folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
            settle();
            folder
        })
    }

    /// A home that nobody has lived in.
    pub fn home(&self, name: &str) -> Home {
        let home = self.folder.path().join(name);
        std::fs::create_dir_all(&home).expect("a folder in the temporary folder");
        Home(home)
    }
}

/// Waits until the disk has what was written: nothing is to be measured while it is still at that.
fn settle() {
    let _ = Command::new("sync").status();
}

impl Jsonl {
    pub fn path(&self) -> &str {
        self.path.to_str().expect("a path in UTF-8")
    }
}
