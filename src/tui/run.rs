//! The loop: handle all that waits, bring the app up to date, draw once, wait. Nothing runs while nothing happens. A search that takes
//! longer than a frame is gone on with after it, until the next input.
//!
//! Generic over the backend and the [`Host`], so that tests drive this very loop with scripted inputs and read its cells.

use super::input::{Feed, Input, Signal, Turn};
use super::stop::Whom;
use crate::app::{App, Cmd, Keep, Msg, Size};
use crate::ui::{self, Theme};
use anyhow::Context;
use crossterm::event::Event;
use ratatui::Terminal;
use ratatui::backend::Backend;
use std::error::Error;
use std::ffi::c_int;
use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::Sender;

/// What the loop asks of the terminal besides drawing.
pub trait Host {
    /// Puts text on the clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()>;
    /// Takes the mouse, or leaves it to the terminal.
    fn mouse(&mut self, on: bool) -> io::Result<()>;
    /// Gives the terminal back and stops. False when there is nobody to continue us: then nothing was done.
    fn stop(&mut self, whom: Whom) -> io::Result<bool>;
    /// Takes the terminal again; whatever it shows is not ours.
    fn resume(&mut self) -> io::Result<()>;
}

/// Why the loop ended.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The user asked for it.
    Quit,
    /// A signal of this number asked for it.
    Signal(c_int),
    /// Nobody is left to send anything.
    Closed,
}

/// The explorer on a terminal.
pub struct Tui<'a, B: Backend, H> {
    terminal: Terminal<B>,
    app: &'a mut App,
    theme: &'a Theme,
    host: H,
    /// Where goes what is to outlive the session.
    keeping: Option<Sender<Vec<Keep>>>,
    /// False from giving the terminal back until SIGCONT: what is drawn then would land in the shell.
    on_screen: bool,
}

impl<'a, B: Backend<Error: Error + Send + Sync + 'static>, H: Host> Tui<'a, B, H> {
    pub fn new(terminal: Terminal<B>, app: &'a mut App, theme: &'a Theme, host: H) -> Self {
        Self { terminal, app, theme, host, keeping: None, on_screen: true }
    }

    /// With somebody who writes down what is to outlive the session.
    pub fn keeping(self, orders: Sender<Vec<Keep>>) -> Self {
        Self { keeping: Some(orders), ..self }
    }

    /// Lets go of whom [`Tui::keeping`] gave.
    pub fn stop_keeping(&mut self) -> Option<Sender<Vec<Keep>>> {
        self.keeping.take()
    }

    /// Draws the first frame, then handles the feed until it ends.
    ///
    /// # Errors
    /// When the terminal can no longer be read or written, and no signal comes to say why.
    pub fn run(&mut self, feed: &mut Feed) -> anyhow::Result<Exit> {
        self.attend(feed).or_else(|error| feed.last_signal().map(Exit::Signal).ok_or(error))
    }

    fn attend(&mut self, feed: &mut Feed) -> anyhow::Result<Exit> {
        self.draw()?;
        while let Some(first) = self.next(feed)? {
            if let ControlFlow::Break(exit) = self.turn(first, feed)? {
                return Ok(exit);
            }
            self.draw()?;
        }
        Ok(Exit::Closed)
    }

    /// Waits for the next input. As long as there is none, goes on with what is under way, and draws when something of it is complete.
    fn next(&mut self, feed: &mut Feed) -> anyhow::Result<Option<Input>> {
        while self.on_screen && !self.app.is_settled() {
            if let Some(input) = feed.poll() {
                return Ok(Some(input));
            }
            let stage = self.app.stage();
            self.advance();
            if self.app.is_settled() || self.app.stage() != stage {
                self.show()?;
            }
        }
        Ok(feed.wait().ok())
    }

    /// The backend, for looking at what was drawn.
    pub fn backend(&self) -> &B {
        self.terminal.backend()
    }

    fn turn(&mut self, first: Input, feed: &mut Feed) -> anyhow::Result<ControlFlow<Exit>> {
        let turn = Turn::begin();
        let mut next = Some(first);
        while let Some(input) = next {
            if let ControlFlow::Break(exit) = self.handle(input)? {
                self.keep();
                return Ok(ControlFlow::Break(exit));
            }
            next = feed.next(&turn);
        }
        self.keep();
        Ok(ControlFlow::Continue(()))
    }

    fn handle(&mut self, input: Input) -> anyhow::Result<ControlFlow<Exit>> {
        match input {
            Input::Terminal(event) => message(event).map_or(Ok(ControlFlow::Continue(())), |msg| self.tell(msg)),
            Input::Ingest(event) => self.tell(Msg::Ingest(event)),
            Input::Told(msg) => self.tell(msg),
            Input::Wake => Ok(ControlFlow::Continue(())),
            Input::Signal(Signal::End(number)) => Ok(ControlFlow::Break(Exit::Signal(number))),
            Input::Signal(Signal::Stop) => self.stop(Whom::Us),
            Input::Signal(Signal::Continue) => self.resume(),
            // The frame that follows is measured.
            Input::Signal(Signal::Resized) => Ok(ControlFlow::Continue(())),
            Input::Lost(error) => Err(error).context("the terminal cannot be read"),
        }
    }

    fn tell(&mut self, msg: Msg) -> anyhow::Result<ControlFlow<Exit>> {
        match self.app.update(msg) {
            Some(Cmd::Quit) => return Ok(ControlFlow::Break(Exit::Quit)),
            Some(Cmd::Suspend) => return self.stop(Whom::Job),
            Some(Cmd::Copy(text)) => self.host.copy(&text)?,
            Some(Cmd::Mouse(on)) => self.host.mouse(on)?,
            None => {}
        }
        Ok(ControlFlow::Continue(()))
    }

    fn keep(&mut self) {
        let kept = self.app.take_kept();
        if let Some(orders) = self.keeping.as_ref().filter(|_| !kept.is_empty()) {
            // The thread ends only by a panic, and that has been told.
            let _ = orders.send(kept);
        }
    }

    fn stop(&mut self, whom: Whom) -> anyhow::Result<ControlFlow<Exit>> {
        self.on_screen &= !self.host.stop(whom)?;
        Ok(ControlFlow::Continue(()))
    }

    /// The shell has written over the screen.
    fn resume(&mut self) -> anyhow::Result<ControlFlow<Exit>> {
        self.host.resume()?;
        self.on_screen = true;
        // Not `clear`: it asks the terminal for the cursor, and the answer would have to pass the thread that reads keys.
        self.terminal.resize(self.terminal.size()?.into())?;
        Ok(ControlFlow::Continue(()))
    }

    /// The size may have changed while nobody listened, or before the message of it is read.
    fn measure(&mut self) -> anyhow::Result<()> {
        let size = self.terminal.size()?;
        self.app.update(Msg::Resize(Size { width: size.width, height: size.height }));
        Ok(())
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        if self.on_screen {
            self.measure()?;
            self.advance();
            self.show()?;
        }
        Ok(())
    }

    fn advance(&mut self) {
        let turn = Turn::search();
        self.app.advance(|| turn.is_over());
    }

    fn show(&mut self) -> anyhow::Result<()> {
        self.terminal.draw(|frame| ui::view(self.app, self.theme, frame))?;
        Ok(())
    }
}

/// What the app is to know of an event.
fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) => Some(Msg::Key(key)),
        Event::Mouse(mouse) => Some(Msg::Mouse(mouse)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(Size { width, height })),
        Event::FocusGained | Event::FocusLost => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Settings;
    use crate::extract::Gazetteer;
    use crate::ingest::{self, Progress};
    use crate::model::Date;
    use crate::store::Store;
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
    use ratatui::backend::TestBackend;
    use std::sync::Arc;
    use std::sync::mpsc;

    /// Keeps what it was asked for.
    #[derive(Debug, Default)]
    struct Asked {
        stopped: Vec<Whom>,
        resumed: usize,
        nobody_continues_us: bool,
        mouse: Vec<bool>,
    }

    impl Host for Asked {
        fn copy(&mut self, _text: &str) -> io::Result<()> {
            Ok(())
        }

        fn mouse(&mut self, on: bool) -> io::Result<()> {
            self.mouse.push(on);
            Ok(())
        }

        fn stop(&mut self, whom: Whom) -> io::Result<bool> {
            self.stopped.push(whom);
            Ok(!self.nobody_continues_us)
        }

        fn resume(&mut self) -> io::Result<()> {
            self.resumed += 1;
            Ok(())
        }
    }

    fn app() -> App {
        let settings = Settings::new(Date::constant(2017, 6, 5), "nothing");
        App::new(Store::new(Arc::new(Gazetteer::default())), settings, Size { width: 80, height: 24 })
    }

    fn tui<'a>(app: &'a mut App, theme: &'a Theme, host: Asked) -> Tui<'a, TestBackend, Asked> {
        let terminal = Terminal::new(TestBackend::new(80, 24)).expect("a screen in memory");
        Tui::new(terminal, app, theme, host)
    }

    fn feed(inputs: impl IntoIterator<Item = Input>) -> Feed {
        let ((to_inputs, waiting), (_, articles)) = (mpsc::channel(), mpsc::channel());
        inputs.into_iter().for_each(|input| to_inputs.send(input).expect("it waits"));
        Feed::new(waiting, articles)
    }

    fn key(code: char, modifiers: KeyModifiers) -> Input {
        Input::Terminal(Event::Key(KeyEvent::new(KeyCode::Char(code), modifiers)))
    }

    fn plain(code: char) -> Input {
        key(code, KeyModifiers::NONE)
    }

    fn frames(tui: &mut Tui<'_, TestBackend, Asked>) -> usize {
        tui.terminal.get_frame().count()
    }

    fn run(tui: &mut Tui<'_, TestBackend, Asked>, inputs: impl IntoIterator<Item = Input>) -> Exit {
        tui.run(&mut feed(inputs)).expect("memory does not fail")
    }

    #[test]
    fn the_first_frame_waits_for_nothing_and_all_that_waits_makes_one_more() {
        let (mut app, theme) = (app(), Theme::dark());
        // What is under way makes frames of its own when it takes long.
        app.settle();
        let mut tui = tui(&mut app, &theme, Asked::default());
        assert_eq!(run(&mut tui, []), Exit::Closed);
        assert_eq!(frames(&mut tui), 1);
        run(&mut tui, ['j', 'j', 'k', 'j'].map(plain));
        assert_eq!(frames(&mut tui), 3);
    }

    /// The signal and the terminal's own message of a new size may both come after a frame has to be drawn.
    #[test]
    fn a_terminal_that_shrinks_unasked_breaks_nothing() {
        let (mut app, theme) = (app(), Theme::dark());
        let mut tui = tui(&mut app, &theme, Asked::default());
        run(&mut tui, [plain('j')]);
        tui.terminal.backend_mut().resize(40, 10);
        run(&mut tui, [plain('k')]);
        assert_eq!(tui.backend().buffer().area.as_size(), (40, 10).into());
        assert_eq!(tui.app.size, Size { width: 40, height: 10 });
    }

    #[test]
    fn quitting_does_not_wait_for_articles() {
        let (mut app, theme) = (app(), Theme::dark());
        let mut tui = tui(&mut app, &theme, Asked::default());
        let ((to_inputs, inputs), (to_articles, articles)) = (mpsc::channel(), mpsc::channel());
        to_articles.send(ingest::Event::Progress(Progress::default())).expect("it waits");
        to_inputs.send(Input::Wake).expect("it waits");
        to_inputs.send(plain('q')).expect("it waits");
        assert_eq!(tui.run(&mut Feed::new(inputs, articles)).expect("memory does not fail"), Exit::Quit);
        assert!(to_articles.send(ingest::Event::Done(Progress::default())).is_err(), "loading is hung up on");
    }

    #[test]
    fn a_signal_ends_it_by_its_number() {
        assert_eq!(
            run(&mut tui(&mut app(), &Theme::dark(), Asked::default()), [Input::Signal(Signal::End(15)), plain('j')]),
            Exit::Signal(15)
        );
    }

    #[test]
    fn a_terminal_that_cannot_be_read_is_an_error() {
        let lost = Input::Lost(io::Error::other("gone"));
        let error = tui(&mut app(), &Theme::dark(), Asked::default()).run(&mut feed([lost])).expect_err("it cannot go on");
        assert_eq!(format!("{error:#}"), "the terminal cannot be read: gone");
    }

    /// A terminal that is closed sends SIGCONT too, and taking it again fails before SIGHUP has been told of.
    #[test]
    fn a_closed_terminal_is_a_signal_not_an_error() {
        let lost = Input::Lost(io::Error::other("gone"));
        assert_eq!(
            run(&mut tui(&mut app(), &Theme::dark(), Asked::default()), [lost, Input::Wake, Input::Signal(Signal::End(1))]),
            Exit::Signal(1)
        );
    }

    #[test]
    fn nothing_is_drawn_between_stopping_and_continuing() {
        let (mut app, theme) = (app(), Theme::dark());
        let mut tui = tui(&mut app, &theme, Asked::default());
        run(&mut tui, [key('z', KeyModifiers::CONTROL)]);
        run(&mut tui, [plain('j')]);
        assert_eq!((frames(&mut tui), tui.host.stopped.as_slice()), (1, [Whom::Job].as_slice()));
        tui.terminal.backend_mut().resize(60, 20);
        run(&mut tui, [Input::Signal(Signal::Continue)]);
        assert_eq!((frames(&mut tui), tui.host.resumed), (2, 1));
        assert_eq!(tui.backend().buffer().area.as_size(), (60, 20).into());
    }

    #[test]
    fn the_mouse_is_given_away_and_taken_back_by_one_key() {
        let (mut app, theme) = (app(), Theme::dark());
        let mut tui = tui(&mut app, &theme, Asked::default());
        run(&mut tui, [plain('M')]);
        assert_eq!(tui.host.mouse, [false]);
        assert!(tui.backend().to_string().contains("the terminal has the mouse, for selecting · M takes it back"), "{}", tui.backend());
        run(&mut tui, [plain('M')]);
        assert_eq!(tui.host.mouse, [false, true]);
    }

    #[test]
    fn a_stop_sent_by_number_stops_us_alone() {
        let (mut app, theme) = (app(), Theme::dark());
        let mut tui = tui(&mut app, &theme, Asked::default());
        run(&mut tui, [Input::Signal(Signal::Stop)]);
        assert_eq!(tui.host.stopped, [Whom::Us]);
    }

    #[test]
    fn where_nobody_would_continue_us_we_go_on() {
        let (mut app, theme) = (app(), Theme::dark());
        let mut tui = tui(&mut app, &theme, Asked { nobody_continues_us: true, ..Asked::default() });
        run(&mut tui, [Input::Signal(Signal::Stop)]);
        assert_eq!(frames(&mut tui), 2);
    }
}
