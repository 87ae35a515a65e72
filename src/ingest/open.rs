//! A corpus that was kept, and has not changed, is there at once.

use super::archive::{Archive, Unusable};
use super::keeping::Place;
use super::recall::Recall;
use super::walk::{Found, walk};
use super::{Event, Input, Progress};
use crate::extract::Gazetteer;
use crate::store::Store;
use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;

pub(super) enum Opening {
    /// All is sent.
    Opened,
    /// The corpus has to be read, but for what can be recalled.
    Changed(Option<Box<Recall>>),
}

/// Sends the corpus as it was kept, if nothing has changed.
pub(super) fn open(inputs: &[Input], gazetteer: &Arc<Gazetteer>, place: Option<&Place>, event: &SyncSender<Event>) -> Opening {
    let Some(place) = place else { return Opening::Changed(None) };
    let archive = match Archive::open(&place.path, &place.edition) {
        Ok(archive) => archive,
        Err(error) => {
            if !matches!(&error, Unusable::Io(error) if error.kind() == ErrorKind::NotFound) {
                tracing::warn!(%error, path = %place.path.display(), "the kept corpus is not used");
            }
            return Opening::Changed(None);
        }
    };
    // The store is made while the files are looked at.
    let (store, progress) = thread::scope(|scope| {
        let store = scope.spawn(|| restored(&archive, gazetteer));
        let progress = unchanged(&archive, walk(inputs.to_vec()));
        (store.join().ok().flatten(), progress)
    });
    match (store, progress) {
        (Some(store), Some(progress)) => send(store, progress, &archive, event),
        _ => return Opening::Changed(Recall::of(archive).map(Box::new)),
    }
    Opening::Opened
}

fn restored(archive: &Archive, gazetteer: &Arc<Gazetteer>) -> Option<Store> {
    let restored = archive.tables().map_err(|error| error.to_string());
    let restored =
        restored.and_then(|tables| Store::restored(gazetteer.clone(), archive.shelf(), &tables).map_err(|error| error.to_string()));
    restored.inspect_err(|error| tracing::warn!(%error, "the kept corpus is not used")).ok()
}

/// What a walk finds is what the archive was made of: then what loading comes to.
fn unchanged(archive: &Archive, walk: impl Iterator<Item = Found>) -> Option<Progress> {
    let mut progress = Progress { walked: true, ..Progress::default() };
    let mut sources = archive.sources().iter();
    for found in walk {
        match found.seen() {
            None => progress.skipped += 1,
            Some(seen) => {
                let source = sources.next().filter(|source| source.seen.is_still(&seen))?;
                progress.read += source.articles as usize;
                progress.failed += source.failures.len();
                progress.bytes += source.seen.bytes();
            }
        }
    }
    progress.found = progress.read + progress.failed;
    progress.kept = progress.read;
    sources.next().is_none().then_some(progress)
}

/// Nobody may listen any more.
fn send(store: Store, progress: Progress, archive: &Archive, event: &SyncSender<Event>) {
    let failures = archive.sources().iter().flat_map(|source| &source.failures);
    let failures = failures.map(|failure| Event::Failed(failure.clone()));
    let events = failures.chain([Event::Opened(Box::new(store)), Event::Done(progress)]);
    let _ = events.into_iter().try_for_each(|told| event.send(told));
    tracing::info!(articles = progress.read, "opened as it was kept");
}
