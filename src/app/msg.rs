//! What comes in and what goes out.

use super::key::{KeyEvent, MouseEvent};
use super::layout::Size;
use crate::ingest;
use crate::model::{ContentId, Correction, Marks};
use crate::saved::{Changed, SavedView};

/// Everything that can happen to the explorer.
#[derive(Debug)]
pub enum Msg {
    Key(KeyEvent),
    Mouse(MouseEvent),
    /// Text pasted into the terminal.
    Paste(String),
    Resize(Size),
    Ingest(ingest::Event),
    /// The names file has changed: these corrections hold now.
    Corrections(Vec<Correction>),
    /// Marks from the notebook, at the beginning and when another copy of the program changed them: these hold now.
    Marks(Vec<(ContentId, Marks)>),
    /// The words to watch for.
    Watched(Vec<String>),
    /// Something that should have been kept could not be.
    Trouble(String),
}

/// Something that outlives the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keep {
    Marks(Vec<Changed>),
    /// A word is watched for, or no longer.
    Watch(String, bool),
    View(SavedView),
    /// The saved view of this name is gone.
    NoView(String),
    Correction(Correction),
    /// A correction was taken back.
    NoCorrection(Correction),
    /// What was kept of the corpus is damaged: it is of no use another time.
    NoCorpus,
}

/// Work that only the terminal's owner can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cmd {
    Quit,
    /// Give the terminal back to the shell until it is asked for again.
    Suspend,
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Put this text on the clipboard.
    Copy(String),
}
