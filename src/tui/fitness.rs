//! May the explorer start here? Asked before anything is read or changed.

use crate::app::Size;
use std::fs::File;
use std::io::{self, IsTerminal};
use thiserror::Error;

/// Why the explorer cannot be shown. Each says what to do instead.
#[derive(Debug, Error)]
pub enum Unfit {
    #[error("standard output is not a terminal; `dateline list`, `show` and `export` print instead")]
    Output,
    #[error("there is no terminal to read keys from; `dateline list`, `show` and `export` need none")]
    Keys,
    #[error("this terminal cannot move its cursor (TERM=dumb); `dateline list`, `show` and `export` print instead")]
    Dumb,
    #[error("the terminal does not tell its size")]
    Size(#[source] io::Error),
}

/// The size of the terminal, when it can show the explorer. Nothing is changed.
pub fn check_terminal() -> Result<Size, Unfit> {
    let named = std::env::var("TERM").unwrap_or_default();
    judge(io::stdout().is_terminal(), keys_come(), &named)?;
    let (width, height) = crossterm::terminal::size().map_err(Unfit::Size)?;
    Ok(Size { width, height })
}

/// Keys come from standard input, or past it from the controlling terminal: then an article may come down the pipe.
fn keys_come() -> bool {
    io::stdin().is_terminal() || File::open("/dev/tty").is_ok()
}

fn judge(output: bool, keys: bool, named: &str) -> Result<(), Unfit> {
    match (output, keys, named) {
        (false, ..) => Err(Unfit::Output),
        (_, _, "dumb") => Err(Unfit::Dumb),
        (_, false, _) => Err(Unfit::Keys),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_terminal_that_can_move_its_cursor_and_send_keys_will_do() {
        assert!(judge(true, true, "xterm-256color").is_ok());
        assert!(judge(true, true, "").is_ok(), "an unnamed terminal is most likely a common one");
        assert!(matches!(judge(false, true, "dumb"), Err(Unfit::Output)));
        assert!(matches!(judge(true, true, "dumb"), Err(Unfit::Dumb)));
        assert!(matches!(judge(true, false, "xterm"), Err(Unfit::Keys)));
    }
}
