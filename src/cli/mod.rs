//! The command line: what was asked for, decided once, then done. A file per command.

mod args;
mod completions;
mod config;
mod corpus;
mod entities;
mod evaluate;
mod explore;
mod export;
mod list;
mod output;
mod print;
mod quotes;
mod show;
mod theme;
mod train;
mod why;

pub use args::Args;

use anyhow::Result;
use args::Command;
use config::Config;
use std::process::ExitCode;

/// Does what `args` ask for. Exit status 0: found; 1: nothing found; 2: wrong use or unreadable input.
///
/// # Errors
/// Wrong use (a query that cannot be read, an id that is no article's, no terminal), and output that cannot be written.
pub fn run(args: Args) -> Result<ExitCode> {
    let Args { mut command, mut explore, color, config } = args;
    if let Some(printed) = print::print(&explore.print)? {
        return Ok(printed);
    }
    let config = match command.as_mut().map_or(Some(&mut explore.corpus), Command::corpus) {
        Some(corpus) => Config::load(config.as_deref()).inspect(|config| corpus.or(&config.names, config.cache))?,
        None => Config::default(),
    };
    match command {
        None => explore::explore(&explore, config, color),
        Some(Command::List(what)) => list::list(&what, color),
        Some(Command::Show(what)) => show::show(&what, color),
        Some(Command::Entities(what)) => entities::entities(&what, color),
        Some(Command::Quotes(what)) => quotes::quotes(&what, color),
        Some(Command::Export(what)) => export::export(&what, color),
        Some(Command::Evaluate(what)) => evaluate::evaluate(&what),
        Some(Command::Train(what)) => train::train(&what),
        Some(Command::Completions { shell }) => completions::completions(shell),
        Some(Command::Man) => completions::man(),
    }
}
