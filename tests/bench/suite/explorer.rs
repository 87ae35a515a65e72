//! The explorer, or another program, in a terminal: from its start until something stands on the screen.

use super::process::Home;
use std::time::{Duration, Instant};
use termlens::{Screen, Terminal};

/// Longest that something is waited for.
const PATIENCE: Duration = Duration::from_secs(900);

/// How long a program takes until its screen is as wanted. It is ended then.
pub fn until(home: &Home, program: &str, arguments: &[&str], wanted: impl FnMut(&Screen) -> bool) -> Duration {
    let terminal = Terminal::builder().size(120, 40).timeout(PATIENCE).env_clear().envs(home.variables());
    let begun = Instant::now();
    let mut terminal = terminal.args(arguments).spawn(program).unwrap_or_else(|error| panic!("{program}: {error}"));
    terminal.wait_until(wanted).unwrap_or_else(|error| panic!("{program} {arguments:?}: {error}"));
    begun.elapsed()
}

/// The explorer has drawn itself.
pub fn is_drawn(screen: &Screen) -> bool {
    screen.alternate_screen() && screen.contains("dateline")
}

/// So many articles are listed, or more.
pub fn has_articles(screen: &Screen, wanted: usize) -> bool {
    let row = screen.row_text(0);
    let counted = row.split_once(" articles").and_then(|(before, _)| before.rsplit("  ").next()).map(|count| count.replace(' ', ""));
    counted.and_then(|count| count.parse::<usize>().ok()).is_some_and(|count| count >= wanted)
}

/// All of so many articles are there, and nothing is read any more.
pub fn is_complete(screen: &Screen, articles: usize) -> bool {
    has_articles(screen, articles) && !screen.contains("reading ")
}
