//! What comes in and what goes out.

use super::key::{KeyEvent, MouseEvent};
use super::layout::Size;
use crate::ingest;

/// Everything that can happen to the explorer.
#[derive(Debug)]
pub enum Msg {
    Key(KeyEvent),
    Mouse(MouseEvent),
    /// Text pasted into the terminal.
    Paste(String),
    Resize(Size),
    Ingest(ingest::Event),
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
