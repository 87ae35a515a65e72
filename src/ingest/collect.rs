//! The thread that puts results back into the order of the walk, so that every run gives the same numbers, and sends them on.

use super::job::{Outcome, Ticket};
use super::{Event, Failure, Progress};
use crate::model::Article;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

/// The first article goes out at once, then as many at a time as went before, up to so many.
const BATCH: usize = 256;
/// No article waits longer than this for its batch to fill, and progress is told no more often.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) fn collect(outcomes: &Receiver<(Ticket, Outcome)>, permits: &Receiver<()>, event: &SyncSender<Event>) {
    let mut collector = Collector { event, progress: Progress::default(), batch: Vec::new(), sent: Instant::now() };
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    let listened = loop {
        match outcomes.recv_timeout(PAUSE) {
            Ok((ticket, outcome)) => {
                collector.note(ticket);
                waiting.insert(ticket.number, (ticket, outcome));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break collector.finish(),
        }
        while let Some((ticket, outcome)) = waiting.remove(&next) {
            next += 1;
            let permitted = (0..ticket.weight).all(|_| permits.recv().is_ok());
            if !permitted || !collector.take(outcome) {
                return;
            }
        }
        if !collector.flush_when_due() {
            return;
        }
    };
    tracing::info!(listened, jobs = next, "loading ended");
}

struct Collector<'a> {
    event: &'a SyncSender<Event>,
    progress: Progress,
    batch: Vec<Article>,
    sent: Instant,
}

/// Most methods tell whether somebody still listens.
impl Collector<'_> {
    fn note(&mut self, ticket: Ticket) {
        self.progress.found = self.progress.found.max(ticket.known.articles);
        self.progress.size = self.progress.size.max(ticket.known.size);
    }

    fn take(&mut self, outcome: Outcome) -> bool {
        self.progress.skipped += outcome.skipped;
        self.progress.bytes += outcome.bytes;
        outcome.read.into_iter().all(|read| match read {
            Ok(article) => {
                self.progress.read += 1;
                self.batch.push(article);
                true
            }
            Err(failure) => self.fail(failure),
        })
    }

    fn fail(&mut self, failure: Failure) -> bool {
        self.progress.failed += 1;
        tracing::warn!(path = %failure.path, reason = %failure.reason, "an article could not be read");
        self.event.send(Event::Failed(failure)).is_ok()
    }

    fn flush_when_due(&mut self) -> bool {
        let before = self.progress.read - self.batch.len();
        let due = self.batch.len() >= before.min(BATCH) || self.sent.elapsed() >= PAUSE;
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
        self.progress.found = self.progress.read + self.progress.failed;
        (self.batch.is_empty() || self.event.send(Event::Batch(std::mem::take(&mut self.batch))).is_ok())
            && self.event.send(Event::Done(self.progress)).is_ok()
    }
}
