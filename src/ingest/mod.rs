//! Paths to articles, off the UI thread.
//!
//! One thread walks and makes jobs: a file, or some lines of a file that has an article on each. `cores` threads read and extract, one
//! puts the results back into the order of the walk and sends them on in batches. All channels are bounded: when the receiver is busy
//! everyone waits, and at most [`WINDOW`] files, or as many small pieces of lines, are in flight, so a slow one holds up its followers
//! instead of piling them up. Dropping the receiver ends all threads.

mod collect;
mod decode;
mod fields;
mod format;
mod job;
mod jsonl;
mod markdown;
mod page;
mod pieces;
mod progress;
mod read;
mod said;
mod sample;
mod walk;
mod work;

pub use progress::{Event, Failure, Progress};
pub use read::read_page;

use crate::extract::{Extractor, Gazetteer};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

/// Permits for jobs between the walk and the receiver; more than the heaviest job takes.
const WINDOW: usize = 512;
/// Batches that wait for the receiver.
const BATCHES: usize = 4;

/// Where articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder to walk. Text and Markdown are an article a file, JSON Lines (`.jsonl`, `.ndjson`) one a line.
    Path(PathBuf),
    /// One text, or JSON Lines if the first line is a JSON object.
    Stdin,
    /// The corpus inside the program.
    Sample,
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
