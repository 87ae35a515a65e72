//! The terminal, taken for the explorer and given back as it was on every way out: return, error, panic, signal.
//!
//! What is taken is given back in reverse order, once. [`Tty`] stands between, so that tests can look at every byte.

use super::run::Host;
use super::stop::{self, Whom};
use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io::{self, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Alternate screen; bracketed paste; no cursor.
const TAKE: &str = "\x1b[?1049h\x1b[?2004h\x1b[?25l";
/// The same, backwards.
const GIVE_BACK: &str = "\x1b[?25h\x1b[?2004l\x1b[?1049l";
/// Mouse buttons, wheel and drags (1002: a bare movement wakes nobody) as SGR.
const TAKE_MOUSE: &str = "\x1b[?1002h\x1b[?1006h";
/// The same, backwards.
const GIVE_BACK_MOUSE: &str = "\x1b[?1006l\x1b[?1002l";

/// What can be done to a terminal: its line discipline, and bytes.
pub trait Tty: Clone + Send + Sync + 'static {
    /// Keys one by one and unseen, or back to what was before.
    fn raw(&self, on: bool) -> io::Result<()>;
    /// Writes at once, nothing is held back.
    fn write(&self, text: &str) -> io::Result<()>;
}

/// The terminal this process runs in: standard output, and `/dev/tty` for the line discipline when standard input is a pipe.
#[derive(Copy, Clone, Debug)]
pub struct Console;

impl Tty for Console {
    fn raw(&self, on: bool) -> io::Result<()> {
        if on { enable_raw_mode() } else { disable_raw_mode() }
    }

    fn write(&self, text: &str) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }
}

/// The hold on a terminal. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Screen<T: Tty> {
    hold: Hold<T>,
}

impl<T: Tty> Screen<T> {
    /// Takes the terminal, and with `mouse` the mouse: without it the terminal goes on selecting text.
    ///
    /// # Errors
    /// When the terminal refuses; it is then as it was before.
    pub fn take(tty: T, mouse: bool) -> io::Result<Self> {
        let hold = Hold { tty, taken: Arc::default(), mouse: Arc::new(AtomicBool::new(mouse)) };
        hold.take()?;
        Ok(Self { hold })
    }

    /// From now on a panic on this thread gives the terminal back before it is reported. A panic on another thread ends only that
    /// thread's work and must not write over the screen: it goes to the log.
    pub fn watch_panics(&self) {
        let (hold, here, report) = (self.hold.clone(), thread::current().id(), panic::take_hook());
        panic::set_hook(Box::new(move |info| match thread::current().id() == here {
            true => hold.give_back_and(|| report(info)),
            false if hold.is_taken() => tracing::error!("{info}"),
            false => report(info),
        }));
    }

    fn retake(&self) -> io::Result<()> {
        self.hold.give_back()?;
        self.hold.take()
    }
}

impl<T: Tty> Drop for Screen<T> {
    fn drop(&mut self) {
        // A terminal that is gone cannot be given back, and there is nobody to tell.
        let _ = self.hold.give_back();
    }
}

impl<T: Tty> Host for &Screen<T> {
    /// By OSC 52, which works over ssh too. Terminals that do not know it ignore it.
    fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut sequence = String::new();
        // Writing to a String does not fail.
        let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
        self.hold.tty.write(&sequence)
    }

    fn mouse(&mut self, on: bool) -> io::Result<()> {
        self.hold.mouse.store(on, Ordering::SeqCst);
        self.hold.tty.write(if on { TAKE_MOUSE } else { GIVE_BACK_MOUSE })
    }

    fn stop(&mut self, whom: Whom) -> io::Result<bool> {
        if !stop::someone_will_continue_us() {
            return Ok(false);
        }
        self.hold.give_back()?;
        stop::stop(whom)?;
        Ok(true)
    }

    fn resume(&mut self) -> io::Result<()> {
        self.retake()
    }
}

/// What the guard and the panic hook share.
#[derive(Clone, Debug)]
struct Hold<T> {
    tty: T,
    taken: Arc<AtomicBool>,
    /// The mouse is taken whenever the terminal is.
    mouse: Arc<AtomicBool>,
}

impl<T: Tty> Hold<T> {
    fn take(&self) -> io::Result<()> {
        self.tty.raw(true)?;
        self.taken.store(true, Ordering::SeqCst);
        self.tty.write(&format!("{TAKE}{}", self.of_mouse(TAKE_MOUSE))).inspect_err(|_| {
            // The first error is the one to report.
            let _ = self.give_back();
        })
    }

    /// Gives the terminal back when it is taken. The line discipline is mended even when nothing can be written any more.
    fn give_back(&self) -> io::Result<()> {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        let written = self.tty.write(&format!("{}{GIVE_BACK}", self.of_mouse(GIVE_BACK_MOUSE)));
        self.tty.raw(false).and(written)
    }

    /// What is to be written about the mouse, if there is anything.
    fn of_mouse(&self, sequence: &'static str) -> &'static str {
        if self.mouse.load(Ordering::SeqCst) { sequence } else { "" }
    }

    fn give_back_and(&self, report: impl FnOnce()) {
        // The panic is what has to be reported, not this.
        let _ = self.give_back();
        report();
    }

    fn is_taken(&self) -> bool {
        self.taken.load(Ordering::SeqCst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// Keeps everything that is done to it; refuses to be written to when `broken`.
    #[derive(Clone, Debug, Default)]
    struct Recorded {
        done: Arc<Mutex<Vec<String>>>,
        broken: bool,
    }

    impl Recorded {
        fn done(&self) -> Vec<String> {
            self.done.lock().expect("no test panics here").clone()
        }
    }

    impl Tty for Recorded {
        fn raw(&self, on: bool) -> io::Result<()> {
            self.done.lock().expect("no test panics here").push(format!("raw {on}"));
            Ok(())
        }

        fn write(&self, text: &str) -> io::Result<()> {
            self.done.lock().expect("no test panics here").push(text.into());
            if self.broken { Err(io::Error::other("gone")) } else { Ok(()) }
        }
    }

    const WHOLE_LIFE: [&str; 4] = ["raw true", TAKE, GIVE_BACK, "raw false"];

    /// Without the mouse, as in most of these tests.
    fn take(tty: &Recorded) -> Screen<Recorded> {
        Screen::take(tty.clone(), false).expect("it is taken")
    }

    #[test]
    fn every_mode_is_undone_in_reverse_order() {
        let undone = |mode: &str| mode.replace('h', "\0").replace('l', "h").replace('\0', "l");
        for (take, give_back) in [(TAKE, GIVE_BACK), (TAKE_MOUSE, GIVE_BACK_MOUSE)] {
            let taken: Vec<_> = take.split_inclusive(['h', 'l']).collect();
            let expected: String = taken.into_iter().rev().map(undone).collect();
            assert_eq!(give_back, expected);
        }
    }

    #[test]
    fn the_mouse_is_taken_last_and_given_back_first() {
        let tty = Recorded::default();
        drop(Screen::take(tty.clone(), true).expect("it is taken"));
        let [taken, given_back] = [format!("{TAKE}{TAKE_MOUSE}"), format!("{GIVE_BACK_MOUSE}{GIVE_BACK}")];
        assert_eq!(tty.done(), ["raw true", &taken, &given_back, "raw false"]);
    }

    #[test]
    fn a_mouse_given_away_stays_away_until_it_is_asked_for() {
        let tty = Recorded::default();
        let screen = Screen::take(tty.clone(), true).expect("it is taken");
        (&screen).mouse(false).expect("it is written");
        (&screen).resume().expect("it is taken again");
        assert_eq!(tty.done()[2..], [GIVE_BACK_MOUSE, GIVE_BACK, "raw false", "raw true", TAKE]);
        (&screen).mouse(true).expect("it is written");
        drop(screen);
        assert_eq!(tty.done()[7..], [TAKE_MOUSE, &format!("{GIVE_BACK_MOUSE}{GIVE_BACK}"), "raw false"]);
    }

    #[test]
    fn dropping_gives_back_once() {
        let tty = Recorded::default();
        drop(take(&tty));
        assert_eq!(tty.done(), WHOLE_LIFE);
    }

    #[test]
    fn a_screen_that_cannot_be_entered_is_left_again() {
        let tty = Recorded { broken: true, ..Recorded::default() };
        let error = Screen::take(tty.clone(), false).expect_err("writing fails");
        assert_eq!((error.to_string().as_str(), tty.done()), ("gone", WHOLE_LIFE.map(String::from).to_vec()));
    }

    #[test]
    fn a_panic_gives_back_before_it_is_reported_and_dropping_adds_nothing() {
        let tty = Recorded::default();
        let screen = take(&tty);
        let mut seen = Vec::new();
        screen.hold.give_back_and(|| seen = tty.done());
        drop(screen);
        assert_eq!(seen, WHOLE_LIFE);
        assert_eq!(tty.done(), WHOLE_LIFE);
    }

    #[test]
    fn resuming_takes_again_and_undoes_first_what_nobody_undid() {
        let tty = Recorded::default();
        let screen = take(&tty);
        (&screen).resume().expect("it is taken again");
        drop(screen);
        assert_eq!(tty.done(), [WHOLE_LIFE, WHOLE_LIFE].concat());
    }

    #[test]
    fn copied_text_goes_out_as_osc_52() {
        let tty = Recorded::default();
        let screen = take(&tty);
        (&screen).copy("Qamishlo").expect("it is written");
        assert_eq!(tty.done()[2], "\x1b]52;c;UWFtaXNobG8=\x1b\\");
    }
}
