//! Everything that can wake the loop, on one channel; articles on a second one.
//!
//! Two channels, because keys must never wait behind batches: a queue of 5,000 articles may lie before the loop when `q` is pressed.
//! The loop sleeps on the first alone. Whoever puts a batch on the second puts an [`Input::Wake`] on the first, after it, so that no
//! batch is left lying. The second is bounded: while the loop is busy, loading waits.
//!
//! The threads that read the terminal and the signals cannot be interrupted; they end with the process.

use super::keeper::Keeper;
use crate::app::{Keep, Msg};
use crate::ingest;
use crossterm::event::Event;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::ffi::c_int;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvError, Sender, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long articles may be taken in before the next frame. Half a frame at 60 a second: the other half is for the rest.
const TAKING_IN: Duration = Duration::from_millis(8);
/// How long may be searched before the next frame, or before looking whether something waits.
const SEARCHING: Duration = Duration::from_millis(4);
/// Batches between the loading threads and the loop: enough that it finds the next one when it has taken one in.
const LANE: usize = 8;
/// How long the signal of a terminal that is gone may take to get here.
const LAST_SIGNAL: Duration = Duration::from_millis(200);
/// Those the explorer answers. Everything else keeps its default. SIGWINCH too, although crossterm tells of it: its reader blocks
/// after a sequence it does not know, and the new size would be seen with the next key only.
const CAUGHT: [c_int; 7] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];

/// Something happened outside.
#[derive(Debug)]
pub enum Input {
    Terminal(Event),
    Signal(Signal),
    Ingest(ingest::Event),
    /// Somebody else changed what outlives the session, or something could not be kept.
    Told(Msg),
    /// Articles wait in their own channel.
    Wake,
    /// The terminal can no longer be read.
    Lost(io::Error),
}

/// A signal, by what it asks for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// To end, by this number.
    End(c_int),
    Stop,
    /// We were stopped and run again.
    Continue,
    /// The terminal has another size.
    Resized,
}

impl From<c_int> for Signal {
    fn from(number: c_int) -> Self {
        match number {
            SIGTSTP => Self::Stop,
            SIGCONT => Self::Continue,
            SIGWINCH => Self::Resized,
            end => Self::End(end),
        }
    }
}

/// Where the loop gets its inputs.
#[derive(Debug)]
pub struct Feed {
    inputs: Receiver<Input>,
    articles: Receiver<ingest::Event>,
    /// The last turn ended before the articles did, and their wake-up call has been taken.
    left_over: bool,
}

impl Feed {
    /// Every event in `articles` must be followed by an [`Input::Wake`] in `inputs`.
    pub fn new(inputs: Receiver<Input>, articles: Receiver<ingest::Event>) -> Self {
        Self { inputs, articles, left_over: false }
    }

    /// Waits for the first input of a turn.
    ///
    /// # Errors
    /// When nobody is left to send one.
    pub fn wait(&mut self) -> Result<Input, RecvError> {
        if std::mem::take(&mut self.left_over) { Ok(Input::Wake) } else { self.inputs.recv() }
    }

    /// What waits already.
    pub fn poll(&mut self) -> Option<Input> {
        if std::mem::take(&mut self.left_over) { Some(Input::Wake) } else { self.inputs.try_recv().ok() }
    }

    /// The next input of this turn: keys and signals as long as there are any, then articles as long as there is time.
    pub fn next(&mut self, turn: &Turn) -> Option<Input> {
        if let Ok(input) = self.inputs.try_recv() {
            return Some(input);
        }
        self.left_over = turn.is_over();
        if self.left_over { None } else { self.articles.try_recv().ok().map(Input::Ingest) }
    }

    /// The signal to end by, when one comes soon. A terminal that goes away is told of twice, by errors and by SIGHUP, in any order.
    pub fn last_signal(&mut self) -> Option<c_int> {
        let until = Instant::now() + LAST_SIGNAL;
        let waiting = std::iter::from_fn(|| self.inputs.recv_timeout(until.saturating_duration_since(Instant::now())).ok());
        waiting.filter_map(|input| if let Input::Signal(Signal::End(number)) = input { Some(number) } else { None }).next()
    }
}

/// Some work of the loop that must end in time for the next frame.
#[derive(Debug)]
pub struct Turn {
    until: Instant,
}

impl Turn {
    /// Taking in what waits.
    pub fn begin() -> Self {
        Self { until: Instant::now() + TAKING_IN }
    }

    /// Searching.
    pub fn search() -> Self {
        Self { until: Instant::now() + SEARCHING }
    }

    pub fn is_over(&self) -> bool {
        Instant::now() >= self.until
    }
}

/// From here on the signals wait for [`feed`] to hand them over.
pub fn catch_signals() -> io::Result<Signals> {
    Signals::new(CAUGHT)
}

/// Starts the threads that wait.
pub fn feed(signals: Signals, ingest: Receiver<ingest::Event>, keeper: Option<Keeper>) -> (Feed, Keeping) {
    let (to_inputs, inputs) = mpsc::channel();
    let (to_articles, articles) = mpsc::sync_channel(LANE);
    let (for_signals, for_articles, for_keeper) = (to_inputs.clone(), to_inputs.clone(), to_inputs.clone());
    thread::spawn(move || send_terminal(&to_inputs));
    thread::spawn(move || send_signals(signals, &for_signals));
    thread::spawn(move || send_articles(ingest, &to_articles, &for_articles));
    let (orders, to_be_kept) = mpsc::channel();
    let thread = keeper.map(|keeper| thread::spawn(move || keeper.run(&to_be_kept, &for_keeper)));
    (Feed::new(inputs, articles), Keeping { orders, thread })
}

/// The thread that writes down what is to be kept.
#[derive(Debug)]
pub struct Keeping {
    pub orders: Sender<Vec<Keep>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeping {
    /// Waits until all is written.
    pub fn finish(self) {
        drop(self.orders);
        // A panic of that thread has been told by the hook that gives the terminal back.
        self.thread.into_iter().for_each(|thread| drop(thread.join()));
    }
}

fn send_terminal(inputs: &Sender<Input>) {
    loop {
        let input = crossterm::event::read().map_or_else(Input::Lost, Input::Terminal);
        let lost = matches!(input, Input::Lost(_));
        if inputs.send(input).is_err() || lost {
            return;
        }
    }
}

fn send_signals(mut signals: Signals, inputs: &Sender<Input>) {
    for number in signals.forever() {
        if inputs.send(Input::Signal(number.into())).is_err() {
            return;
        }
    }
}

fn send_articles(ingest: Receiver<ingest::Event>, articles: &SyncSender<ingest::Event>, inputs: &Sender<Input>) {
    for event in ingest {
        if articles.send(event).is_err() || inputs.send(Input::Wake).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Progress;

    fn channels() -> (Sender<Input>, Sender<ingest::Event>, Feed) {
        let ((to_inputs, inputs), (to_articles, articles)) = (mpsc::channel(), mpsc::channel());
        (to_inputs, to_articles, Feed::new(inputs, articles))
    }

    fn progress() -> ingest::Event {
        ingest::Event::Progress(Progress::default())
    }

    #[test]
    fn keys_pass_the_articles_that_wait() {
        let (inputs, articles, mut feed) = channels();
        let turn = Turn { until: Instant::now() + Duration::from_secs(3600) };
        articles.send(progress()).expect("it waits");
        articles.send(progress()).expect("it waits");
        inputs.send(Input::Terminal(Event::FocusGained)).expect("it waits");
        assert!(matches!(feed.next(&turn), Some(Input::Terminal(_))));
        assert!(matches!(feed.next(&turn), Some(Input::Ingest(_))));
        inputs.send(Input::Signal(Signal::Stop)).expect("it waits");
        assert!(matches!(feed.next(&turn), Some(Input::Signal(_))));
        assert!(matches!(feed.next(&turn), Some(Input::Ingest(_))));
        assert!(feed.next(&turn).is_none());
    }

    #[test]
    fn articles_left_over_by_a_turn_wake_the_next_one_without_a_call() {
        let (inputs, articles, mut feed) = channels();
        let over = Turn { until: Instant::now() };
        articles.send(progress()).expect("it waits");
        inputs.send(Input::Wake).expect("it waits");
        assert!(matches!(feed.wait(), Ok(Input::Wake)));
        assert!(feed.next(&over).is_none());
        drop(inputs);
        assert!(matches!(feed.wait(), Ok(Input::Wake)), "the call was taken, the articles were not");
        assert!(matches!(feed.next(&Turn::begin()), Some(Input::Ingest(_))));
        assert!(feed.wait().is_err(), "nobody is left");
    }

    #[test]
    fn loading_waits_for_the_loop_and_loses_nothing() {
        let (to_ingest, ingest) = mpsc::channel();
        let ((to_articles, articles), (to_inputs, inputs)) = (mpsc::sync_channel(LANE), mpsc::channel());
        (0..100).for_each(|_| to_ingest.send(progress()).expect("somebody listens"));
        drop(to_ingest);
        let forwarding = thread::spawn(move || send_articles(ingest, &to_articles, &to_inputs));
        let mut feed = Feed::new(inputs, articles);
        let mut taken = 0;
        while feed.wait().is_ok() {
            let turn = Turn::begin();
            taken += std::iter::from_fn(|| feed.next(&turn)).filter(|input| matches!(input, Input::Ingest(_))).count();
        }
        forwarding.join().expect("it ends when nothing is left");
        assert_eq!(taken, 100);
    }
}
