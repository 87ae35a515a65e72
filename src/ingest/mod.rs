//! Paths to articles, off the UI thread.
//!
//! One thread walks, `cores` threads read and extract, one puts the results back into the order of the walk and sends them on
//! in batches. All channels are bounded: when the receiver is busy everyone waits, and at most [`WINDOW`] files are in flight,
//! so a slow file holds up its followers instead of piling them up. Dropping the receiver ends all threads.

mod archive;
mod collect;
mod decode;
mod format;
mod markdown;
mod page;
mod progress;
mod read;
mod sample;
mod walk;
mod work;

pub use progress::{Event, Failure, Progress};
pub use read::read_page;

use crate::extract::{Extractor, Gazetteer};
use crate::model::Article;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

/// Files between the walk and the receiver.
const WINDOW: usize = 512;
/// Batches that wait for the receiver.
const BATCHES: usize = 4;

/// Where articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder to walk.
    Path(PathBuf),
    Stdin,
    /// The corpus inside the program.
    Sample,
}

/// A walk's number of a file and what became of it.
type Numbered<T> = (usize, T);

/// What became of one file.
enum Outcome {
    Read { article: Box<Article>, bytes: u64 },
    Failed(Failure),
    Skipped,
}

/// Starts loading; the last event is [`Event::Done`].
pub fn load(inputs: Vec<Input>, gazetteer: Arc<Gazetteer>) -> Receiver<Event> {
    let (permit, permits) = sync_channel(WINDOW);
    let (job, jobs) = sync_channel(WINDOW);
    let (outcome, outcomes) = sync_channel(WINDOW);
    let (event, events) = sync_channel(BATCHES);
    let jobs = Arc::new(Mutex::new(jobs));
    let extractor = Arc::new(OnceLock::new());
    for _ in 0..thread::available_parallelism().map_or(1, |cores| cores.get()) {
        let (jobs, outcome, extractor, gazetteer) = (jobs.clone(), outcome.clone(), extractor.clone(), gazetteer.clone());
        thread::spawn(move || work::work(&jobs, &outcome, || extractor.get_or_init(|| Extractor::new(gazetteer.clone()))));
    }
    thread::spawn(move || work::hand_out(inputs, &permit, &job));
    thread::spawn(move || collect::collect(&outcomes, &permits, &event));
    events
}
