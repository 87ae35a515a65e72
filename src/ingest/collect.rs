//! The thread that puts results back into the order of the walk, so that every run gives the same numbers, and sends them on.

use super::job::{Outcome, Ticket};
use super::keeping::Keeping;
use super::stamp::Seen;
use super::{Event, Failure, Progress};
use crate::model::Article;
use crate::store::{Batch, Records};
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, channel};
use std::time::{Duration, Instant};

/// The first article goes out at once, then as many at a time as went before, up to so many.
const BATCH: usize = 256;
/// Or until there are so many bytes of records.
const LARGE: usize = 16 << 20;
/// No article waits longer than this for its batch to fill, and progress is told no more often.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) fn collect(outcomes: &Receiver<(Ticket, Outcome)>, permits: &Receiver<()>, event: &SyncSender<Event>, keeping: Keeping) {
    let (progress, batch, records) = (Progress::default(), Vec::new(), Records::default());
    let mut collector = Collector { event, keeping, progress, batch, records, sent: Instant::now() };
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    let listened = loop {
        match outcomes.recv_timeout(PAUSE) {
            Ok((ticket, outcome)) => {
                collector.note(&ticket);
                waiting.insert(ticket.number, (ticket, outcome));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break collector.finish(),
        }
        while let Some((ticket, outcome)) = waiting.remove(&next) {
            next += 1;
            let permitted = (0..ticket.weight).all(|_| permits.recv().is_ok());
            if !permitted || !collector.take(ticket.begins, outcome) {
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
    keeping: Keeping,
    progress: Progress,
    batch: Vec<Article>,
    /// Of the batch.
    records: Records,
    sent: Instant,
}

/// Most methods tell whether somebody still listens.
impl Collector<'_> {
    fn note(&mut self, ticket: &Ticket) {
        self.progress.found = self.progress.found.max(ticket.known.articles);
        self.progress.size = self.progress.size.max(ticket.known.size);
    }

    fn take(&mut self, begins: Option<Seen>, outcome: Outcome) -> bool {
        begins.into_iter().for_each(|seen| self.keeping.begin(seen));
        self.records.append(outcome.records);
        self.progress.skipped += outcome.skipped;
        self.progress.kept += outcome.kept;
        self.progress.bytes += outcome.bytes;
        outcome.read.into_iter().all(|read| match read {
            Ok(article) => {
                self.progress.read += 1;
                self.keeping.note(Ok(()));
                self.batch.push(article);
                true
            }
            Err(failure) => self.fail(failure),
        })
    }

    fn fail(&mut self, failure: Failure) -> bool {
        self.progress.failed += 1;
        self.keeping.note(Err(&failure));
        tracing::warn!(path = %failure.path, reason = %failure.reason, "an article could not be read");
        self.event.send(Event::Failed(failure)).is_ok()
    }

    fn flush_when_due(&mut self) -> bool {
        let before = self.progress.read - self.batch.len();
        let due = self.batch.len() >= before.min(BATCH) || self.records.bytes.len() > LARGE || self.sent.elapsed() >= PAUSE;
        !due || self.batch.is_empty() || self.flush()
    }

    fn flush(&mut self) -> bool {
        let tell = self.sent.elapsed() >= PAUSE;
        self.sent = Instant::now();
        self.send_batch() && (!tell || self.event.send(Event::Progress(self.progress)).is_ok())
    }

    fn send_batch(&mut self) -> bool {
        let records = std::mem::take(&mut self.records);
        let chunk = self.keeping.keep(&records);
        self.event.send(Event::Batch(Batch { articles: std::mem::take(&mut self.batch), chunk, lengths: records.lengths })).is_ok()
    }

    fn finish(mut self) -> bool {
        self.progress.walked = true;
        self.progress.found = self.progress.read + self.progress.failed;
        (self.batch.is_empty() || self.send_batch()) && self.event.send(Event::Done(self.progress)).is_ok() && self.finish_keeping()
    }

    fn finish_keeping(self) -> bool {
        let (by, tables) = channel();
        if self.keeping.wants_tables() && self.event.send(Event::TablesWanted(by)).is_ok() {
            // Nobody gives them who ends before they are written.
            if let Ok(tables) = tables.recv() {
                self.keeping.finish(&tables);
            }
        }
        true
    }
}
