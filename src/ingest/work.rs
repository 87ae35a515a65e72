//! The walking thread and the reading threads.

use super::read::{LARGEST, Unreadable, article};
use super::walk::{Found, walk};
use super::{Failure, Input, Numbered, Outcome};
use crate::extract::Extractor;
use crate::model::{Article, Format};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender};

/// Numbers what the walk finds and hands it out, one permit each. Ends when nobody listens any more.
pub(super) fn hand_out(inputs: Vec<Input>, permit: &SyncSender<()>, job: &SyncSender<Numbered<Found>>) {
    for (number, found) in walk(inputs).enumerate() {
        if permit.send(()).is_err() || job.send((number, found)).is_err() {
            return;
        }
    }
}

/// Reads what is handed out until there is no more, or nobody listens.
pub(super) fn work<'a>(
    jobs: &Mutex<Receiver<Numbered<Found>>>,
    outcome: &SyncSender<Numbered<Outcome>>,
    extractor: impl Fn() -> &'a Extractor,
) {
    let next = || jobs.lock().ok().and_then(|jobs| jobs.recv().ok());
    while let Some((number, found)) = next() {
        if outcome.send((number, read(found, extractor()))).is_err() {
            return;
        }
    }
}

fn read(found: Found, extractor: &Extractor) -> Outcome {
    let (path, result) = match found {
        Found::File { path, format } => (path.display().to_string(), read_file(&path, format, extractor)),
        Found::Held { path, format, bytes } => {
            let result = guarded(&path, format, &bytes, extractor);
            (path, result)
        }
        Found::Skipped => return Outcome::Skipped,
        Found::Failed(failure) => return Outcome::Failed(failure),
    };
    match result {
        Ok((article, bytes)) => Outcome::Read { article: Box::new(article), bytes },
        Err(reason) => Outcome::Failed(Failure { path: path.into(), reason: reason.to_string().into() }),
    }
}

fn read_file(path: &Path, format: Format, extractor: &Extractor) -> Result<(Article, u64), Unreadable> {
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    guarded(&path.display().to_string(), format, &std::fs::read(path)?, extractor)
}

/// One file's mistake of ours must not end the others.
fn guarded(path: &str, format: Format, bytes: &[u8], extractor: &Extractor) -> Result<(Article, u64), Unreadable> {
    let read = catch_unwind(AssertUnwindSafe(|| article(path, format, bytes, extractor)));
    Ok((read.map_err(|_| Unreadable::Panic)??, bytes.len() as u64))
}
