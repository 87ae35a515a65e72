//! What loading tells the one who waits for it.

use crate::store::{Batch, Store, Tables};
use std::sync::mpsc::Sender;

/// How far loading is.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files found so far; the total once `walked`.
    pub found: usize,
    /// Articles read.
    pub read: usize,
    /// Files that could not be read.
    pub failed: usize,
    /// Files passed over because their format is not read.
    pub skipped: usize,
    /// Bytes of the files read.
    pub bytes: u64,
    /// Every folder has been walked: `found` is the total.
    pub walked: bool,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
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
