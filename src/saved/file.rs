//! Files that are replaced whole: whoever reads one sees the old text or the new, never half of either, even after a crash.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Why a file could not be read or written. What is on disk is as it was.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("{}: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("{}: byte {at} is not UTF-8; the file was left as it is", path.display())]
    NotUtf8 { path: PathBuf, at: usize },
}

/// The text of a file; empty if there is none.
pub fn read(path: &Path) -> Result<String, FileError> {
    let bytes = match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(String::new()),
        result => result.map_err(told(path))?,
    };
    String::from_utf8(bytes).map_err(|error| FileError::NotUtf8 { path: path.to_path_buf(), at: error.utf8_error().valid_up_to() })
}

/// Makes `text` the file's text, and the folders it lies in. A file that is there keeps its permissions, a link stays a link.
pub fn write(path: &Path, text: &str) -> Result<(), FileError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    made_folder(&target).and_then(|folder| replace(folder, &target, text)).map_err(told(path))
}

/// Reads the file again, gives its text to `change` (empty if there is no file) and writes what comes back; false if that is
/// `None`. The folder is locked meanwhile where the system can, so that edits of several copies of the program follow one another.
pub fn edit(path: &Path, change: impl FnOnce(&str) -> Option<String>) -> Result<bool, FileError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let _locked = made_folder(&target).map(locked).map_err(told(path))?;
    let changed = change(&read(path)?);
    changed.map_or(Ok(false), |text| write(path, &text).map(|()| true))
}

fn told(path: &Path) -> impl Fn(io::Error) -> FileError {
    move |source| FileError::Io { path: path.to_path_buf(), source }
}

fn made_folder(path: &Path) -> io::Result<&Path> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map(|()| folder)
}

/// A folder is locked as long as what comes back lives. Not every system lets folders be opened or locked; there, reading again
/// just before writing has to do.
fn locked(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok().map(|()| folder)
}

fn replace(folder: &Path, target: &Path, text: &str) -> io::Result<()> {
    let mut file = temporary(folder)?;
    if let Ok(known) = fs::metadata(target) {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    // The new name lasts once the folder is on disk; where folders cannot be synced it does without.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// A file beside the target, which goes away unless it is renamed. Others may read it as far as the user lets them.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".dateline-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
