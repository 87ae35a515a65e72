//! What is read is written down on the way, so that it need not be read again.

use super::Failure;
use super::archive::{Draft, Edition, Source};
use super::stamp::Seen;
use crate::store::{Chunk, Records, Tables};
use std::path::PathBuf;
use std::sync::Arc;

/// Bytes of records that are not worth a file: they are read anew as fast.
const SMALL: usize = 256 << 10;

/// Where the archive of a corpus lies, and of which edition it is to be.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub path: PathBuf,
    pub edition: Edition,
}

/// What comes of the records.
pub(super) struct Keeping {
    sources: Vec<Source>,
    state: State,
}

enum State {
    /// They stay in memory only.
    Not,
    /// There are few as yet: with the lengths of those in each chunk.
    Waiting {
        place: Place,
        chunks: Vec<(Arc<[u8]>, Vec<u32>)>,
        bytes: usize,
    },
    Drafting(Box<Draft>),
}

impl Keeping {
    pub fn new(place: Option<Place>) -> Self {
        let state = place.map_or(State::Not, |place| State::Waiting { place, chunks: Vec::new(), bytes: 0 });
        Self { sources: Vec::new(), state }
    }

    /// What is read from now on comes from this file.
    pub fn begin(&mut self, seen: Seen) {
        self.sources.push(Source { seen, articles: 0, failures: Vec::new() });
    }

    pub fn note(&mut self, read: Result<(), &Failure>) {
        let Some(source) = self.sources.last_mut() else { return };
        match read {
            Ok(()) => source.articles += 1,
            Err(failure) => source.failures.push(failure.clone()),
        }
    }

    /// Takes in records, and tells where they lie. What cannot be written stays in memory.
    pub fn keep(&mut self, records: &Records) -> Chunk {
        if let State::Drafting(draft) = &mut self.state {
            match draft.push(&records.bytes, &records.lengths) {
                Ok(chunk) => return chunk,
                Err(error) => self.give_up(&error),
            }
        }
        let held: Arc<[u8]> = records.bytes.as_slice().into();
        if let State::Waiting { chunks, bytes, .. } = &mut self.state {
            chunks.push((held.clone(), records.lengths.clone()));
            *bytes += held.len();
            if *bytes > SMALL {
                self.begin_draft();
            }
        }
        Chunk::Held(held)
    }

    fn begin_draft(&mut self) {
        let State::Waiting { place, chunks, .. } = std::mem::replace(&mut self.state, State::Not) else { return };
        let begun = Draft::begin(&place.path, place.edition);
        let drafted = begun.and_then(|mut draft| {
            chunks.iter().try_for_each(|(bytes, lengths)| draft.push(bytes, lengths).map(drop))?;
            Ok(draft)
        });
        match drafted {
            Ok(draft) => self.state = State::Drafting(Box::new(draft)),
            Err(error) => self.give_up(&error),
        }
    }

    fn give_up(&mut self, error: &std::io::Error) {
        tracing::warn!(%error, "what is read is not kept");
        self.state = State::Not;
    }

    /// The tables of a store with all that was read are wanted.
    pub fn wants_tables(&self) -> bool {
        matches!(self.state, State::Drafting(_))
    }

    pub fn finish(self, tables: &Tables) {
        let State::Drafting(draft) = self.state else { return };
        match draft.finish(self.sources, tables) {
            Ok(()) => tracing::info!("what was read is kept"),
            Err(error) => tracing::warn!(%error, "what was read is not kept"),
        }
    }
}
