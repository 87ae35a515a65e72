//! What was read before and has not changed: its articles come from the archive.

use super::Failure;
use super::archive::{Archive, Source};
use super::job::{Job, Outcome};
use super::stamp::Seen;
use crate::store::{ArticleId, Missing, Shelf};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Articles of one job.
const AT_ONCE: usize = 256;

/// An archive, and where in it the articles of each file are.
pub(super) struct Recall {
    archive: Archive,
    shelf: Shelf,
    /// For each path, the number of its source and that of the first article.
    places: HashMap<Box<str>, (usize, u32)>,
}

/// Some articles of an archive, in store order, and what else came of their file.
pub(super) struct Kept {
    pub recall: Arc<Recall>,
    pub articles: Range<u32>,
    pub failures: Vec<Failure>,
    /// Of their file, for the first of its jobs.
    pub bytes: u64,
}

impl Kept {
    /// The articles as they were written, whose records need not be made again.
    pub fn outcome(self) -> Outcome {
        let failure = |error: Missing| Failure { path: "archive".into(), reason: error.to_string().into() };
        let articles = self.articles.map(|number| self.recall.shelf.read(ArticleId(number)).map_err(failure));
        let read = Outcome::of(self.bytes, articles.chain(self.failures.into_iter().map(Err)));
        Outcome { kept: read.records.lengths.len(), ..read }
    }
}

impl Recall {
    /// `None` when a record is damaged: then all has to be read anew.
    pub fn of(archive: Archive) -> Option<Self> {
        let mut first = 0;
        let places = archive.sources().iter().enumerate().map(|(number, source)| {
            first += source.articles;
            (source.seen.path.clone(), (number, first - source.articles))
        });
        let (places, shelf) = (places.collect(), archive.shelf());
        shelf.is_whole().then_some(Self { places, archive, shelf })
    }

    /// The jobs for a file, if it is as it was.
    pub fn kept(self: &Arc<Self>, seen: &Seen) -> Option<Box<dyn Iterator<Item = Job>>> {
        let (number, first) = *self.places.get(&seen.path)?;
        let source = self.archive.sources().get(number).filter(|source| source.seen.is_still(seen))?;
        let (end, recall) = (first + source.articles, self.clone());
        let starts = (first..end.max(first + 1)).step_by(AT_ONCE);
        let Source { failures, .. } = source.clone();
        let bytes = seen.bytes();
        Some(Box::new(starts.map(move |start| {
            let is_first = start == first;
            Job::Kept(Kept {
                recall: recall.clone(),
                articles: start..(start + AT_ONCE as u32).min(end),
                failures: if is_first { failures.clone() } else { Vec::new() },
                bytes: if is_first { bytes } else { 0 },
            })
        })))
    }
}
