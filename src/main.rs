//! Parses arguments, runs, prints what went wrong, chooses the exit status.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::cli::run(dateline::cli::Args::parse()).unwrap_or_else(|error| {
        eprintln!("dateline: {error:#}");
        ExitCode::from(2)
    })
}
