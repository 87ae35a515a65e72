//! The terminal's side of the explorer: it owns the screen, waits for whatever happens, hands it to the [`App`] and draws.
//!
//! * `colors`: how many of them there are, and on what background.
//! * [`fitness`](check_terminal): may the explorer start at all?
//! * [`Screen`]: the terminal is taken, and given back on every way out.
//! * `input`: three threads wait for keys, signals and articles; none of them ticks.
//! * [`Tui`]: the loop. Handle all that waits, draw once, wait.
//! * `stop`: job control, and dying of the signal that was sent.

mod colors;
mod fitness;
mod input;
mod keeper;
mod run;
mod screen;
mod stop;

pub use colors::{Background, Colors, Told};
pub use fitness::{Unfit, check_terminal};
pub use input::{Feed, Input, Signal};
pub use keeper::Keeper;
pub use run::{Exit, Host, Tui};
pub use screen::{Console, Screen, Tty};
pub use stop::Whom;

use crate::app::{App, Msg};
use crate::ingest;
use crate::ui::Theme;
use anyhow::Context;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use std::io::{self, BufWriter};
use std::mem::ManuallyDrop;
use std::sync::mpsc::Receiver;

/// Shows the explorer until the user leaves it, and gives the terminal back as it was. `ingest` may go on sending meanwhile; it is
/// hung up on return. `keeper` writes down what is to outlive the session; without one nothing does. Call it on the main thread.
///
/// When a signal ends the explorer this does not return: the process dies of that signal.
///
/// # Errors
/// [`Unfit`] when this terminal cannot show it, before anything is touched; whatever the terminal answered to reading or writing.
pub fn explore(mut app: App, theme: Theme, ingest: Receiver<ingest::Event>, keeper: Option<Keeper>) -> anyhow::Result<()> {
    app.update(Msg::Resize(check_terminal()?));
    // Whether there are colours is the theme's to say; crossterm would leave them out by itself when NO_COLOR is set.
    crossterm::style::force_color_output(true);
    match explore_on_screen(&mut app, &theme, ingest, keeper)? {
        Exit::Signal(number) => stop::die_of(number).context("the signal could not be passed on"),
        Exit::Quit | Exit::Closed => Ok(()),
    }
}

/// Everything between taking the screen and giving it back. Signals are caught first, so that none finds the screen taken and
/// nobody to give it back. The app is dropped by the caller: freeing 100,000 articles takes a while, and nobody has to watch it.
fn explore_on_screen(app: &mut App, theme: &Theme, ingest: Receiver<ingest::Event>, keeper: Option<Keeper>) -> anyhow::Result<Exit> {
    let signals = input::catch_signals().context("signals cannot be caught")?;
    let screen = Screen::take(Console, app.settings.mouse).context("the terminal cannot be taken")?;
    screen.watch_panics();
    let terminal = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout())))?;
    // Dropping a ratatui terminal writes to it, and to standard error when that fails: both may be gone. The screen undoes everything.
    let (mut feed, keeping) = input::feed(signals, ingest, keeper);
    let mut tui = ManuallyDrop::new(Tui::new(terminal, app, theme, &screen).keeping(keeping.orders.clone()));
    let exit = tui.run(&mut feed);
    drop(tui.stop_keeping());
    drop(feed);
    keeping.finish();
    exit
}

/// Bytes of a large screen drawn anew: a frame then reaches the terminal in one piece, without tearing.
const FRAME_BYTES: usize = 64 * 1024;
