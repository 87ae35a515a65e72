//! What is handed out to the reading threads, and what comes back: a file is a job, and so is each piece of a file of many articles.

use super::Failure;
use super::pieces::{Lines, Pieces};
use super::recall::{Kept, Recall};
use super::stamp::Seen;
use super::walk::Found;
use crate::model::{Article, Format};
use crate::store::Records;
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

/// Bytes of lines that take one permit.
const PERMITTED: usize = 16 * 1024;
/// More permits than that no job needs, however large it is.
const HEAVIEST: usize = 64;

/// So many bytes of lines take about as long to read as an article that was kept.
const KEPT: usize = 128;

/// Something to be read by one thread.
pub(super) enum Job {
    File {
        path: PathBuf,
        format: Format,
    },
    /// Bytes that are here already.
    Held {
        path: String,
        format: Format,
        bytes: Cow<'static, [u8]>,
    },
    Lines(Lines),
    /// What is as it was when it was read before.
    Kept(Kept),
    Failed(Failure),
    Skipped,
    /// A file without a line.
    Nothing,
}

/// What a job and its outcome are known by.
#[derive(Clone, Debug)]
pub(super) struct Ticket {
    /// The place in the order of all.
    pub number: usize,
    /// How many permits it takes.
    pub weight: usize,
    /// As far as was known when it was handed out.
    pub known: Known,
    /// The file that this job is the first of.
    pub begins: Option<Seen>,
}

/// What is known of all that is to be read.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Known {
    /// Articles found so far: files, and lines of files of many.
    pub articles: usize,
    /// Bytes of all files, where these are files of many articles and nothing else; 0 where that is not known.
    pub size: u64,
}

/// What became of a job: articles and failures in their order.
pub(super) struct Outcome {
    pub read: Vec<Result<Article, Failure>>,
    /// Of the articles, one after the other.
    pub records: Records,
    /// How many of the articles were kept.
    pub kept: usize,
    pub skipped: usize,
    pub bytes: u64,
}

impl Outcome {
    pub fn of(bytes: u64, read: impl IntoIterator<Item = Result<Article, Failure>>) -> Self {
        let read: Vec<_> = read.into_iter().collect();
        let records = Records::of(read.iter().filter_map(|read| read.as_ref().ok()));
        Self { read, records, kept: 0, skipped: 0, bytes }
    }

    pub fn skipped() -> Self {
        Self { read: Vec::new(), records: Records::default(), kept: 0, skipped: 1, bytes: 0 }
    }
}

impl Job {
    fn articles(&self) -> usize {
        match self {
            Job::File { .. } | Job::Held { .. } => 1,
            Job::Lines(lines) => lines.count,
            Job::Kept(kept) => kept.articles.len() + kept.failures.len(),
            Job::Failed(_) | Job::Skipped | Job::Nothing => 0,
        }
    }

    fn weight(&self) -> usize {
        let bytes = match self {
            Job::Lines(lines) => lines.bytes.len(),
            Job::Kept(kept) => kept.articles.len() * KEPT,
            _ => 0,
        };
        (1 + bytes / PERMITTED).min(HEAVIEST)
    }
}

/// The jobs that a walk makes; what was read before is not read again.
pub(super) fn jobs(walk: impl Iterator<Item = Found>, recall: Option<Arc<Recall>>) -> impl Iterator<Item = (Ticket, Job)> {
    let mut walk = walk.peekable();
    let mut known = Known::default();
    let mut sizes = Some(0);
    let parts = std::iter::from_fn(move || {
        let found = walk.next()?;
        sizes = found.size().zip(sizes).map(|(size, sizes)| size + sizes);
        Some((sizes.filter(|_| walk.peek().is_none()).unwrap_or(0), found))
    });
    let jobs = parts.flat_map(move |(size, found)| {
        let seen = found.seen();
        let kept = recall.as_ref().zip(seen.as_ref()).and_then(|(recall, seen)| recall.kept(seen));
        let mut jobs = kept.unwrap_or_else(|| found.jobs());
        let first = jobs.next().unwrap_or(Job::Nothing);
        std::iter::once((seen, first)).chain(jobs.map(|job| (None, job))).map(move |(begins, job)| (size, begins, job))
    });
    (0..).zip(jobs).map(move |(number, (size, begins, job))| {
        known.articles += job.articles();
        known.size = size;
        (Ticket { number, weight: job.weight(), known, begins }, job)
    })
}

impl Found {
    /// Bytes, if it is a file of many articles and these are known.
    fn size(&self) -> Option<u64> {
        if let Found::Lines { stamp, .. } = self { stamp.map(|stamp| stamp.bytes) } else { None }
    }

    fn jobs(self) -> Box<dyn Iterator<Item = Job>> {
        let job = match self {
            Found::Lines { path, reader, .. } => {
                return Box::new(Pieces::of(&path, reader).map(|piece| piece.map_or_else(Job::Failed, Job::Lines)));
            }
            Found::File { path, format, .. } => Job::File { path, format },
            Found::Held { path, format, bytes } => Job::Held { path, format, bytes },
            Found::Failed(failure) => Job::Failed(failure),
            Found::Skipped => Job::Skipped,
        };
        Box::new(std::iter::once(job))
    }
}
