//! A look at every text, on threads of their own: a chunk of records at a time, without decoding more of an article than is asked for.
//! Dropping the scan ends it at the next chunk.

use super::query::{Pattern, Term};
use super::shelf::{Chunks, record};
use super::{ArticleId, Shelf};
use crate::model::{Article, QuoteKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// Chunks whose hits wait for somebody to take them.
const WAITING: usize = 64;
/// How long is waited for hits, so that nobody who waits keeps a core busy.
const PATIENCE: Duration = Duration::from_micros(500);

/// What is looked for in a record.
#[derive(Clone)]
enum Wanted {
    Text(Pattern),
    Quote(Pattern),
}

/// A scan at work.
pub(super) struct Scan {
    found: Receiver<Vec<ArticleId>>,
    is_dropped: Arc<AtomicBool>,
    /// Chunks whose hits are still to come.
    left: usize,
}

/// What comes next of a scan.
pub(super) enum Next {
    /// Articles of another chunk for which the term holds.
    Found(Vec<ArticleId>),
    /// Nothing yet.
    Wait,
    Done,
}

impl Scan {
    /// Begins to look for what a term asks of texts or quotes; `None` for terms that ask for something else.
    pub fn begin(term: &Term, shelf: &Shelf) -> Option<Self> {
        let wanted = match term {
            Term::Text(pattern) => Wanted::Text(pattern.clone()),
            Term::Quote(pattern) => Wanted::Quote(pattern.clone()),
            _ => return None,
        };
        let (to, found) = sync_channel(WAITING);
        let (chunks, next, is_dropped) = (shelf.chunks(), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        for _ in 0..thread::available_parallelism().map_or(1, |cores| cores.get()) {
            let (chunks, next, is_dropped, wanted, to) = (chunks.clone(), next.clone(), is_dropped.clone(), wanted.clone(), to.clone());
            thread::spawn(move || scan(&chunks, &wanted, &next, &is_dropped, &to));
        }
        Some(Self { found, is_dropped, left: chunks.len() })
    }

    pub fn next(&mut self) -> Next {
        if self.left == 0 {
            return Next::Done;
        }
        match self.found.recv_timeout(PATIENCE) {
            Ok(found) => {
                self.left -= 1;
                Next::Found(found)
            }
            Err(RecvTimeoutError::Timeout) => Next::Wait,
            // A thread has ended before its time: what it had to look at is not found.
            Err(RecvTimeoutError::Disconnected) => Next::Done,
        }
    }
}

impl Drop for Scan {
    fn drop(&mut self) {
        self.is_dropped.store(true, Ordering::Relaxed);
    }
}

/// Takes chunks until there are no more, or nobody wants to know.
fn scan(chunks: &Chunks, wanted: &Wanted, next: &AtomicUsize, is_dropped: &AtomicBool, to: &SyncSender<Vec<ArticleId>>) {
    let mut room = Vec::new();
    while !is_dropped.load(Ordering::Relaxed) {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= chunks.len() {
            return;
        }
        // Records that cannot be read are told of when one looks at them.
        let records = chunks.records(number, &mut room);
        let holding = records.filter(|(_, record)| wanted.holds(record)).map(|(id, _)| id);
        if to.send(holding.collect()).is_err() {
            return;
        }
    }
}

impl Wanted {
    fn holds(&self, bytes: &[u8]) -> bool {
        match self {
            Wanted::Text(pattern) => pattern.is_in(record::text(bytes)),
            Wanted::Quote(pattern) => record::read(bytes).is_ok_and(|article| is_quoted(&article, pattern)),
        }
    }
}

fn is_quoted(article: &Article, pattern: &Pattern) -> bool {
    let mut direct = article.annotations.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    direct.any(|quote| pattern.is_in(quote.span.of(&article.text).as_bytes()))
}
