//! For packagers: completions and the manual page.

use super::Args;
use super::output::Output;
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;
use std::process::ExitCode;

pub(super) fn completions(shell: Shell) -> Result<ExitCode> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "dateline", &mut bytes);
    Output::bytes(&bytes)
}

pub(super) fn man() -> Result<ExitCode> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut bytes)?;
    Output::bytes(&bytes)
}
