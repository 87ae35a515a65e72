//! How long the explorer takes from a key to the frame, through the real loop, with 100,000 articles (another number as argument):
//! `cargo bench --bench keys`. Prints the median, the 99th percentile and the slowest of each kind of key in milliseconds: from the key
//! to the next frame, and to the last one, in which the list is complete. Between two keys the loop works until it has nothing to do.

#[path = "../support/articles.rs"]
mod articles;
mod corpus;

use crossterm::event::{Event, KeyEvent};
use dateline::app::{App, Key, Settings, Size};
use dateline::extract::Gazetteer;
use dateline::store::Store;
use dateline::tui::{Feed, Host, Input, Tui, Whom};
use dateline::ui::Theme;
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, TestBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout;
use std::cell::RefCell;
use std::convert::Infallible;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::{Duration, Instant};

const SIZE: Size = Size { width: 200, height: 60 };
const ARTICLES: usize = 100_000;
/// What is typed, a key each; `<enter>` and the like are keys by name.
const SCRIPTS: &[(&str, &str)] = &[
    ("walk the list", "jjjjjjjjjjjjjjjjjjjj<ctrl-d><ctrl-d><ctrl-d>GggGgg<pagedown><pagedown>"),
    ("filter, a word", "/marven guard<ctrl-u>holt<ctrl-u>zéali<ctrl-u>co<ctrl-u><esc>"),
    ("filter, fields", "/place:wenven<ctrl-u>said:karen<ctrl-u>after:2010 -press<ctrl-u>is:starred<ctrl-u><esc>"),
    ("filter, text", "/\"price of corn\"<ctrl-u>/cor[nm]\\b/<ctrl-u><esc>"),
    ("read and walk", "<enter>jjjj<ctrl-d>]]]]))))<esc><esc>"),
    ("names of all listed", "ajjja"),
    ("mark", " r u u"),
    ("page of a name", "<tab><tab>ejjjG<tab>jj<enter><esc><esc><esc>"),
    ("quote book", "QjjjjG<tab><enter><esc><esc>"),
    ("timeline", "tjjjj<esc>"),
    ("map", "mjjjj++-0<esc>"),
    ("sort", "ssssss"),
];

/// When each frame was drawn.
type Frames = Rc<RefCell<Vec<Instant>>>;

/// A screen in memory that notes the time of each frame.
struct Watched {
    screen: TestBackend,
    frames: Frames,
}

impl Backend for Watched {
    type Error = Infallible;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> Result<(), Infallible> {
        self.screen.draw(content)
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.screen.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        self.screen.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<layout::Position, Infallible> {
        self.screen.get_cursor_position()
    }

    fn set_cursor_position<P: Into<layout::Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.screen.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        self.screen.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> Result<(), Infallible> {
        self.screen.clear_region(region)
    }

    fn size(&self) -> Result<layout::Size, Infallible> {
        self.screen.size()
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        self.screen.window_size()
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        self.frames.borrow_mut().push(Instant::now());
        self.screen.flush()
    }
}

/// How long one key took.
struct Time {
    /// Until something was seen of it.
    frame: Duration,
    /// Until all of it was seen.
    complete: Duration,
    key: String,
}

/// Does nothing.
struct Deaf;

impl Host for Deaf {
    fn copy(&mut self, _text: &str) -> io::Result<()> {
        Ok(())
    }

    fn mouse(&mut self, _on: bool) -> io::Result<()> {
        Ok(())
    }

    fn stop(&mut self, _whom: Whom) -> io::Result<bool> {
        Ok(false)
    }

    fn resume(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn main() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(ARTICLES);
    let begun = Instant::now();
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    corpus::articles(count, 1).for_each(|article| {
        store.insert(article);
    });
    let bytes: usize = store.articles().map(|(_, article)| article.text.len()).sum();
    println!(
        "{count} articles, {} MB, {} names, made in {:.1} s\n",
        bytes / 1_000_000,
        store.entities().count(),
        begun.elapsed().as_secs_f64()
    );
    println!("| keys | number | frame: p50 ms | p99 | slowest | complete: p50 ms | slowest |\n|---|--:|--:|--:|--:|--:|--:|");
    let mut app = app(store);
    // A thread does this while the articles are read.
    dateline::ui::prepare();
    let mut all = Vec::new();
    for (what, script) in SCRIPTS {
        let times = play(&mut app, script);
        println!("{}", row(what, &times));
        all.extend(times);
    }
    println!("{}", row("**all**", &all));
}

fn app(store: Store) -> App {
    let settings = Settings::new("2021-06-01".parse().expect("a date"), "bench");
    let mut app = App::new(store, settings, SIZE);
    app.settle();
    app
}

/// The time of each key: its message, what follows from it, and the frame.
fn play(app: &mut App, script: &str) -> Vec<Time> {
    let frames = Frames::default();
    let screen = Watched { screen: TestBackend::new(SIZE.width, SIZE.height), frames: frames.clone() };
    let terminal = Terminal::new(screen).expect("a screen in memory");
    let theme = Theme::dark();
    let mut tui = Tui::new(terminal, app, &theme, Deaf);
    keys(script).into_iter().map(|(word, key)| one(&mut tui, &frames, key, word)).collect()
}

/// The loop handles one key, and what follows from it until nothing does. Its first frame is drawn before the key.
fn one(tui: &mut Tui<'_, Watched, Deaf>, frames: &Frames, key: KeyEvent, word: String) -> Time {
    let ((to_inputs, inputs), (_, articles)) = (mpsc::channel(), mpsc::channel());
    to_inputs.send(Input::Terminal(Event::Key(key))).expect("it waits");
    drop(to_inputs);
    frames.borrow_mut().clear();
    tui.run(&mut Feed::new(inputs, articles)).expect("memory does not fail");
    let frames = frames.borrow();
    Time { frame: frames[1] - frames[0], complete: frames[frames.len() - 1] - frames[0], key: word }
}

fn keys(script: &str) -> Vec<(String, KeyEvent)> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
        let (word, after) = named.unwrap_or(rest.split_at(first.len_utf8()));
        keys.push((word.to_string(), Key::parse(if word == " " { "space" } else { word }).expect("a key").into()));
        rest = after;
    }
    keys
}

fn row(what: &str, times: &[Time]) -> String {
    let sorted = |of: fn(&Time) -> Duration| {
        let mut sorted: Vec<Duration> = times.iter().map(of).collect();
        sorted.sort_unstable();
        sorted
    };
    let (frames, complete) = (sorted(|time| time.frame), sorted(|time| time.complete));
    let slowest = |of: fn(&Time) -> Duration| times.iter().max_by_key(|time| of(time)).map(|time| time.key.as_str()).unwrap_or_default();
    let first = format!("{:.2} | {:.2} | {:.2} (`{}`)", at(&frames, 0.5), at(&frames, 0.99), at(&frames, 1.0), slowest(|time| time.frame));
    let last = format!("{:.2} | {:.2} (`{}`)", at(&complete, 0.5), at(&complete, 1.0), slowest(|time| time.complete));
    format!("| {what} | {} | {first} | {last} |", times.len())
}

/// The time, in milliseconds, that such a share of the sorted times does not exceed.
fn at(sorted: &[Duration], share: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3
}
