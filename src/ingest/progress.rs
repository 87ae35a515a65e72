//! What loading tells the one who waits for it.

use crate::model::Article;

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
    /// Articles, in the order of the walk.
    Batch(Vec<Article>),
    Failed(Failure),
    /// At most every 100 ms.
    Progress(Progress),
    /// The last event.
    Done(Progress),
}
