//! What is handed out to the reading threads, and what comes back: a file is a job, and so is each piece of a file of many articles.

use super::Failure;
use super::pieces::{Lines, Pieces};
use super::walk::Found;
use crate::model::{Article, Format};
use std::borrow::Cow;
use std::path::PathBuf;

/// Bytes of lines that take one permit.
const PERMITTED: usize = 16 * 1024;
/// More permits than that no job needs, however large it is.
const HEAVIEST: usize = 64;

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
    Failed(Failure),
    Skipped,
}

/// What a job and its outcome are known by.
#[derive(Copy, Clone, Debug)]
pub(super) struct Ticket {
    /// The place in the order of all.
    pub number: usize,
    /// How many permits it takes.
    pub weight: usize,
    /// As far as was known when it was handed out.
    pub known: Known,
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
    pub skipped: usize,
    pub bytes: u64,
}

impl Outcome {
    pub fn of(bytes: u64, read: impl IntoIterator<Item = Result<Article, Failure>>) -> Self {
        Self { read: read.into_iter().collect(), skipped: 0, bytes }
    }

    pub fn skipped() -> Self {
        Self { read: Vec::new(), skipped: 1, bytes: 0 }
    }
}

impl Job {
    fn articles(&self) -> usize {
        match self {
            Job::File { .. } | Job::Held { .. } => 1,
            Job::Lines(lines) => lines.count,
            Job::Failed(_) | Job::Skipped => 0,
        }
    }

    fn weight(&self) -> usize {
        let bytes = if let Job::Lines(lines) = self { lines.bytes.len() } else { 0 };
        (1 + bytes / PERMITTED).min(HEAVIEST)
    }
}

/// The jobs that a walk makes.
pub(super) fn jobs(walk: impl Iterator<Item = Found>) -> impl Iterator<Item = (Ticket, Job)> {
    let mut walk = walk.peekable();
    let mut known = Known::default();
    let mut sizes = Some(0);
    let parts = std::iter::from_fn(move || {
        let found = walk.next()?;
        sizes = found.size().zip(sizes).map(|(size, sizes)| size + sizes);
        Some((sizes.filter(|_| walk.peek().is_none()).unwrap_or(0), found))
    });
    let jobs = parts.flat_map(|(size, found)| found.jobs().map(move |job| (size, job)));
    (0..).zip(jobs).map(move |(number, (size, job))| {
        known.articles += job.articles();
        known.size = size;
        (Ticket { number, weight: job.weight(), known }, job)
    })
}

impl Found {
    /// Bytes, if it is a file of many articles and these are known.
    fn size(&self) -> Option<u64> {
        if let Found::Lines { size, .. } = self { *size } else { None }
    }

    fn jobs(self) -> Box<dyn Iterator<Item = Job>> {
        let job = match self {
            Found::Lines { path, reader, .. } => {
                return Box::new(Pieces::of(&path, reader).map(|piece| piece.map_or_else(Job::Failed, Job::Lines)));
            }
            Found::File { path, format } => Job::File { path, format },
            Found::Held { path, format, bytes } => Job::Held { path, format, bytes },
            Found::Failed(failure) => Job::Failed(failure),
            Found::Skipped => Job::Skipped,
        };
        Box::new(std::iter::once(job))
    }
}
