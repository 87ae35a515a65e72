//! What loading tells the one who waits for it.

use crate::store::{Batch, Store, Tables};
use serde::{Deserialize, Serialize};
use std::sync::mpsc::Sender;

/// How far loading is. Everything is counted in articles: a file is one, and so is a line of a file that has one on each.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Articles found so far, before it is known whether they can be read; the total once `walked`.
    pub found: usize,
    /// Articles read.
    pub read: usize,
    /// How many of those did not have to be read again: they are as they were kept.
    pub kept: usize,
    /// Those that could not be read, and folders.
    pub failed: usize,
    /// Files passed over because their format is not read.
    pub skipped: usize,
    /// Bytes read.
    pub bytes: u64,
    /// Bytes of all there is to read, where that is known before the number of articles is, as for JSON Lines; else 0.
    pub size: u64,
    /// Everything has been walked: `found` is the total.
    pub walked: bool,
}

impl Progress {
    /// How much has been read, in hundredths of all, where that is known before the number of articles is.
    pub fn share(&self) -> Option<u64> {
        (self.bytes * 100).checked_div(self.size).map(|share| share.min(100))
    }
}

/// An article or a folder that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The file or folder; with a colon and the number of the line where it is one of a file of many articles.
    pub path: Box<str>,
    pub reason: Box<str>,
}

/// What the loading threads send.
#[derive(Debug)]
pub enum Event {
    /// All articles as they were kept when they were read before, instead of batches.
    Opened(Box<Store>),
    /// Articles, in the order of the walk.
    Batch(Batch),
    Failed(Failure),
    /// At most every 100 ms.
    Progress(Progress),
    /// All is read.
    Done(Progress),
    /// The last event, where the corpus is to be kept: the tables of a store that has all batches are wanted.
    TablesWanted(Sender<Tables>),
}
