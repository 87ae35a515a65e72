//! How long the explorer takes from a key to the frame, through the real loop, with 100,000 articles (another number as argument):
//! `cargo bench --bench keys`. Prints the median, the 99th percentile and the slowest of each kind of key in milliseconds.

#[path = "../support/articles.rs"]
mod articles;
mod corpus;

use crossterm::event::{Event, KeyEvent};
use dateline::app::{App, Key, Keymap, Scope, Settings, Size};
use dateline::extract::Gazetteer;
use dateline::store::{Order, Store};
use dateline::tui::{Feed, Host, Input, Tui, Whom};
use dateline::ui::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::io;
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
    println!("| keys | frames | p50 ms | p99 ms | slowest ms |\n|---|--:|--:|--:|--:|");
    let mut app = app(store);
    let mut all = Vec::new();
    for (what, script) in SCRIPTS {
        let times = play(&mut app, script);
        println!("{}", row(what, &times));
        all.extend(times);
    }
    println!("{}", row("**all**", &all));
}

fn app(store: Store) -> App {
    let settings = Settings {
        keymap: Keymap::builtin(),
        today: "2021-06-01".parse().expect("a date"),
        corpus_label: "bench".to_string(),
        filter: String::new(),
        views: Vec::new(),
        order: Order::default(),
        scope: Scope::default(),
        mouse: true,
        first_run: false,
    };
    let mut app = App::new(store, settings, SIZE);
    app.settle();
    app
}

/// The time of each key: its message, what follows from it, and the frame.
fn play(app: &mut App, script: &str) -> Vec<(Duration, String)> {
    let terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).expect("a screen in memory");
    let theme = Theme::dark();
    let mut tui = Tui::new(terminal, app, &theme, Deaf);
    keys(script).into_iter().map(|(word, key)| (one(&mut tui, key), word)).collect()
}

/// The loop handles one key: it draws once before it and once after it; the first of these has nothing to do but to draw.
fn one(tui: &mut Tui<'_, TestBackend, Deaf>, key: KeyEvent) -> Duration {
    let ((to_inputs, inputs), (_, articles)) = (mpsc::channel(), mpsc::channel());
    to_inputs.send(Input::Terminal(Event::Key(key))).expect("it waits");
    drop(to_inputs);
    let begun = Instant::now();
    tui.run(&mut Feed::new(inputs, articles)).expect("memory does not fail");
    begun.elapsed()
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

fn row(what: &str, times: &[(Duration, String)]) -> String {
    let mut sorted: Vec<Duration> = times.iter().map(|(time, _)| *time).collect();
    sorted.sort_unstable();
    let at = |share: f64| sorted[((sorted.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3;
    let slowest = times.iter().max_by_key(|(time, _)| *time).map(|(_, key)| key.as_str()).unwrap_or_default();
    format!("| {what} | {} | {:.2} | {:.2} | {:.2} (`{slowest}`) |", times.len(), at(0.5), at(0.99), at(1.0))
}
