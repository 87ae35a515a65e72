//! The explorer on a screen in memory that notes the time of each frame, and keys for it through the real loop.

use crossterm::event::{Event, KeyEvent};
use dateline::app::{App, Key, Size};
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
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// When each frame was drawn.
type Frames = Rc<RefCell<Vec<Instant>>>;

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

/// Presses keys one by one; the time of each, from the key to its frame. Characters are keys, `<enter>` and the like are keys by name.
pub fn play(app: &mut App, size: Size, script: &str) -> Vec<Duration> {
    let frames = Frames::default();
    let screen = Watched { screen: TestBackend::new(size.width, size.height), frames: frames.clone() };
    let terminal = Terminal::new(screen).expect("a screen in memory");
    let theme = Theme::dark();
    let mut tui = Tui::new(terminal, app, &theme, Deaf);
    keys(script).into_iter().map(|key| one(&mut tui, &frames, key)).collect()
}

/// The loop draws a frame, then handles one key and draws the next.
fn one(tui: &mut Tui<'_, Watched, Deaf>, frames: &Frames, key: KeyEvent) -> Duration {
    let ((to_inputs, inputs), (_, articles)) = (mpsc::channel(), mpsc::channel());
    to_inputs.send(Input::Terminal(Event::Key(key))).expect("it waits");
    drop(to_inputs);
    frames.borrow_mut().clear();
    tui.run(&mut Feed::new(inputs, articles)).expect("memory does not fail");
    let frames = frames.borrow();
    frames[1] - frames[0]
}

fn keys(script: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
        let (word, after) = named.unwrap_or(rest.split_at(first.len_utf8()));
        keys.push(Key::parse(if word == " " { "space" } else { word }).expect("a key").into());
        rest = after;
    }
    keys
}
