//! Keys through the real loop, on a screen in memory that notes when each frame was drawn.

use super::corpus;
use crossterm::event::{Event, KeyEvent};
use dateline::app::{App, Key, Msg, Settings, Size};
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

pub const SIZE: Size = Size { width: 200, height: 60 };

/// How long one key took.
#[derive(Debug)]
pub struct Time {
    /// Until something was seen of it.
    pub frame: Duration,
    /// Until all of it was seen.
    pub complete: Duration,
    pub key: String,
}

impl Time {
    /// Tells what the key was pressed for.
    pub fn during(self, what: &str) -> Self {
        Self { key: format!("{}, {what}", self.key), ..self }
    }
}

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

/// The explorer over so many articles with their names marked, and how many names these are.
pub fn explorer(articles: usize) -> (App, usize) {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    corpus::articles(articles, 1).for_each(|article| {
        store.insert(article);
    });
    // A thread does this while the articles are read.
    dateline::ui::prepare();
    let settings = Settings::new("2021-06-01".parse().expect("a date"), "bench");
    let names = store.entities().count();
    let mut app = App::new(store, settings, SIZE);
    app.settle();
    (app, names)
}

/// The time of each key: its message, what follows from it, and the frame. The next key comes when the loop has nothing left to do.
pub fn play(app: &mut App, script: &str) -> Vec<Time> {
    let (frames, theme) = (Frames::default(), Theme::dark());
    let mut tui = Tui::new(screen(&frames), app, &theme, Deaf);
    keys(script).into_iter().map(|(word, key)| one(&mut tui, &frames, key, word)).collect()
}

/// Presses keys without the loop's clock: all that follows from each is done, and drawn once.
pub fn press(app: &mut App, script: &str) {
    let mut terminal = screen(&Frames::default());
    for (_, key) in keys(script) {
        app.update(Msg::Key(key));
        app.settle();
        terminal.draw(|frame| dateline::ui::view(app, &Theme::dark(), frame)).expect("a screen in memory");
    }
}

fn screen(frames: &Frames) -> Terminal<Watched> {
    Terminal::new(Watched { screen: TestBackend::new(SIZE.width, SIZE.height), frames: frames.clone() }).expect("a screen in memory")
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

/// The keys of a script, with their names.
pub fn keys(script: &str) -> Vec<(String, KeyEvent)> {
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
