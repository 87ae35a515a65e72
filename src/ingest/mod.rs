//! Paths to articles, off the UI thread.
//!
//! One thread walks and makes jobs: a file, or some lines of a file that has an article on each. `cores` threads read and extract, one
//! puts the results back into the order of the walk and sends them on in batches. All channels are bounded: when the receiver is busy
//! everyone waits, and at most [`WINDOW`] files, or as many small pieces of lines, are in flight, so a slow one holds up its followers
//! instead of piling them up. Dropping the receiver ends all threads.

mod archive;
mod collect;
mod decode;
mod fields;
mod folder;
mod format;
mod job;
mod jsonl;
mod keeping;
mod markdown;
mod open;
mod page;
mod pieces;
mod progress;
mod read;
mod recall;
mod said;
mod sample;
mod stamp;
mod walk;
mod work;

pub use progress::{Event, Failure, Progress};
pub use read::read_page;

use crate::extract::{Extractor, Gazetteer};
use archive::Edition;
use keeping::{Keeping, Place};
use open::{Opening, open};
use recall::Recall;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
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

/// Starts loading. The corpus is kept in `archive`, unless it is small, and taken from there when it was kept and nothing has changed;
/// of what has changed only that is read. The last event is [`Event::Done`], or [`Event::TablesWanted`] where the corpus is to be kept.
pub fn load(inputs: Vec<Input>, gazetteer: Arc<Gazetteer>, archive: Option<PathBuf>) -> Receiver<Event> {
    let (event, events) = sync_channel(BATCHES);
    let archive = archive.filter(|_| inputs.iter().all(|input| matches!(input, Input::Path(_))));
    let place = archive.and_then(|path| Some(Place { path, edition: Edition::here(gazetteer.fingerprint()).ok()? }));
    thread::spawn(move || match open(&inputs, &gazetteer, place.as_ref(), &event) {
        Opening::Opened => {}
        Opening::Changed(recall) => read(inputs, gazetteer, recall.map(Arc::from), Keeping::new(place), event),
    });
    events
}

/// Starts the threads that read what is not recalled.
fn read(inputs: Vec<Input>, gazetteer: Arc<Gazetteer>, recall: Option<Arc<Recall>>, keeping: Keeping, event: SyncSender<Event>) {
    let (permit, permits) = sync_channel(WINDOW);
    let (job, jobs) = sync_channel(WINDOW);
    let (outcome, outcomes) = sync_channel(WINDOW);
    let jobs = Arc::new(Mutex::new(jobs));
    let extractor = Arc::new(OnceLock::new());
    for _ in 0..thread::available_parallelism().map_or(1, |cores| cores.get()) {
        let (jobs, outcome, extractor, gazetteer) = (jobs.clone(), outcome.clone(), extractor.clone(), gazetteer.clone());
        thread::spawn(move || work::work(&jobs, &outcome, || extractor.get_or_init(|| Extractor::new(gazetteer.clone()))));
    }
    thread::spawn(move || work::hand_out(inputs, recall, &permit, &job));
    // The threads have theirs: when they end, so does the collecting.
    drop(outcome);
    collect::collect(&outcomes, &permits, &event, keeping);
}
