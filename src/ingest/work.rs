//! The walking thread and the reading threads.

use super::job::{Job, Outcome, Ticket, jobs};
use super::read::{LARGEST, Unreadable, article};
use super::recall::Recall;
use super::walk::walk;
use super::{Failure, Input};
use crate::extract::Extractor;
use crate::model::{Article, Format};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Arc, Mutex};

/// Hands out what the walk finds, in order, when there are permits for it. Ends when nobody listens any more.
pub(super) fn hand_out(inputs: Vec<Input>, recall: Option<Arc<Recall>>, permit: &SyncSender<()>, job: &SyncSender<(Ticket, Job)>) {
    for (ticket, what) in jobs(walk(inputs), recall) {
        let permitted = (0..ticket.weight).all(|_| permit.send(()).is_ok());
        if !permitted || job.send((ticket, what)).is_err() {
            return;
        }
    }
}

/// Reads what is handed out until there is no more, or nobody listens.
pub(super) fn work<'a>(
    jobs: &Mutex<Receiver<(Ticket, Job)>>,
    outcome: &SyncSender<(Ticket, Outcome)>,
    extractor: impl Fn() -> &'a Extractor,
) {
    // Made while the walk looks for the first file.
    let extractor = extractor();
    let next = || jobs.lock().ok().and_then(|jobs| jobs.recv().ok());
    while let Some((ticket, job)) = next() {
        if outcome.send((ticket, read(job, extractor))).is_err() {
            return;
        }
    }
}

fn read(job: Job, extractor: &Extractor) -> Outcome {
    match job {
        Job::File { path, format } => {
            let name = path.display().to_string();
            let (bytes, read) = bytes(&path).map_or_else(|error| (0, Err(error)), |bytes| one(&name, format, &bytes, extractor));
            Outcome::of(bytes, [named(&name, read)])
        }
        Job::Held { path, format, bytes } => {
            let (bytes, read) = one(&path, format, &bytes, extractor);
            Outcome::of(bytes, [named(&path, read)])
        }
        Job::Lines(lines) => {
            let read = (lines.first..).zip(lines.bytes.split_inclusive(|byte| *byte == b'\n')).filter_map(|(number, line)| {
                let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii();
                let name = || format!("{}:{number}", lines.path);
                (!line.is_empty()).then(name).map(|name| named(&name, one(&name, Format::Jsonl, line, extractor).1))
            });
            Outcome::of(lines.bytes.len() as u64, read)
        }
        Job::Kept(kept) => kept.outcome(),
        Job::Failed(failure) => Outcome::of(0, [Err(failure)]),
        Job::Skipped => Outcome::skipped(),
        Job::Nothing => Outcome::of(0, []),
    }
}

fn named(path: &str, read: Result<Article, Unreadable>) -> Result<Article, Failure> {
    read.map_err(|reason| Failure { path: path.into(), reason: reason.to_string().into() })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    Ok(std::fs::read(path)?)
}

/// How many bytes were read, and what of them. One article's mistake of ours must not end the others.
fn one(path: &str, format: Format, bytes: &[u8], extractor: &Extractor) -> (u64, Result<Article, Unreadable>) {
    let read = catch_unwind(AssertUnwindSafe(|| article(path, format, bytes, extractor)));
    (bytes.len() as u64, read.unwrap_or(Err(Unreadable::Panic)))
}
