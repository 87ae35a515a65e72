//! Where the things lie that outlive the session, and how each is read.

use super::{FileError, Notebook, NotebookError, Problem, SavedView, corrections, file, views};
use crate::model::Correction;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The paths of the notebook and of the files. None of them has to be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    pub notebook: PathBuf,
    pub corrections: PathBuf,
    pub views: PathBuf,
    /// Where the corpus is kept that is open, if it is.
    pub archive: Option<PathBuf>,
}

/// What a file says, and its wrong entries.
pub type Entries<T> = (Vec<T>, Vec<Problem>);

impl Desk {
    /// Opens the notebook, making it when it is not there.
    ///
    /// # Errors
    /// It is no notebook, or cannot be opened or made.
    pub fn notebook(&self) -> Result<Notebook, NotebookError> {
        Notebook::open(&self.notebook)
    }

    /// Deletes what was kept of the corpus: the next time it is read anew.
    ///
    /// # Errors
    /// It is there and cannot be deleted.
    pub fn forget_corpus(&self) -> std::io::Result<()> {
        let deleted = self.archive.as_ref().map_or(Ok(()), std::fs::remove_file);
        deleted.or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
    }

    /// # Errors
    /// The file is there and cannot be read.
    pub fn corrections(&self) -> Result<Entries<Correction>, FileError> {
        Ok(corrections::read(&file::read(&self.corrections)?))
    }

    /// # Errors
    /// The file is there and cannot be read.
    pub fn views(&self) -> Result<Entries<SavedView>, FileError> {
        Ok(views::read(&file::read(&self.views)?))
    }

    /// Adds a correction to the file.
    ///
    /// # Errors
    /// The file cannot be read or written; it is as it was then.
    pub fn correct(&self, correction: &Correction) -> Result<(), FileError> {
        file::edit(&self.corrections, |text| Some(corrections::append(text, correction))).map(drop)
    }

    /// Takes the last correction that says this out of the file.
    ///
    /// # Errors
    /// As [`Desk::correct`].
    pub fn withdraw(&self, correction: &Correction) -> Result<(), FileError> {
        file::edit(&self.corrections, |text| corrections::remove(text, correction)).map(drop)
    }

    /// Keeps a view, in the place of another of its name.
    ///
    /// # Errors
    /// As [`Desk::correct`].
    pub fn keep_view(&self, view: &SavedView) -> Result<(), FileError> {
        file::edit(&self.views, |text| Some(views::append(text, view))).map(drop)
    }

    /// # Errors
    /// As [`Desk::correct`].
    pub fn forget_view(&self, name: &str) -> Result<(), FileError> {
        file::edit(&self.views, |text| views::remove(text, name)).map(drop)
    }
}

/// Whether a file is another one than when it was last looked at: by its length and the time it was written.
#[derive(Debug, Default)]
pub struct Watched(Option<(u64, SystemTime)>);

impl Watched {
    /// Takes note of the file as it is; true when it has changed since the last time.
    pub fn has_changed(&mut self, path: &Path) -> bool {
        let now = std::fs::metadata(path).ok().and_then(|about| Some((about.len(), about.modified().ok()?)));
        std::mem::replace(&mut self.0, now) != now
    }
}
