//! The thread that puts results back into the order of the walk, so that every run gives the same numbers, and sends them on.

use super::{Event, Numbered, Outcome, Progress};
use crate::model::Article;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

/// The first articles go out at once, later ones by this many.
const BATCH: usize = 256;
/// No article waits longer than this for its batch to fill, and progress is told no more often.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) fn collect(outcomes: &Receiver<Numbered<Outcome>>, permits: &Receiver<()>, event: &SyncSender<Event>) {
    let mut collector = Collector { event, progress: Progress::default(), batch: Vec::new(), sent: Instant::now() };
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    let listened = loop {
        match outcomes.recv_timeout(PAUSE) {
            Ok((number, outcome)) => {
                waiting.insert(number, outcome);
                collector.progress.found = collector.progress.found.max(number + 1);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break collector.finish(),
        }
        while let Some(outcome) = waiting.remove(&next) {
            next += 1;
            let listened = permits.recv().is_ok() && collector.take(outcome);
            if !listened {
                return;
            }
        }
        if !collector.flush_when_due() {
            return;
        }
    };
    tracing::info!(listened, files = next, "loading ended");
}

struct Collector<'a> {
    event: &'a SyncSender<Event>,
    progress: Progress,
    batch: Vec<Article>,
    sent: Instant,
}

/// Each method tells whether somebody still listens.
impl Collector<'_> {
    fn take(&mut self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Read { article, bytes } => {
                self.progress.read += 1;
                self.progress.bytes += bytes;
                self.batch.push(*article);
                true
            }
            Outcome::Skipped => {
                self.progress.skipped += 1;
                true
            }
            Outcome::Failed(failure) => {
                self.progress.failed += 1;
                tracing::warn!(path = %failure.path, reason = %failure.reason, "a file could not be read");
                self.event.send(Event::Failed(failure)).is_ok()
            }
        }
    }

    fn flush_when_due(&mut self) -> bool {
        let first = self.progress.read == self.batch.len();
        let due = first || self.batch.len() >= BATCH || self.sent.elapsed() >= PAUSE;
        !due || self.batch.is_empty() || self.flush()
    }

    fn flush(&mut self) -> bool {
        let tell = self.sent.elapsed() >= PAUSE;
        self.sent = Instant::now();
        let batch = std::mem::take(&mut self.batch);
        self.event.send(Event::Batch(batch)).is_ok() && (!tell || self.event.send(Event::Progress(self.progress)).is_ok())
    }

    fn finish(mut self) -> bool {
        self.progress.walked = true;
        (self.batch.is_empty() || self.event.send(Event::Batch(std::mem::take(&mut self.batch))).is_ok())
            && self.event.send(Event::Done(self.progress)).is_ok()
    }
}
