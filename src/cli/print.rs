//! `--print-config`, `--print-keymap`, `--print-theme`: files to begin one's own with.

use super::args::Print;
use super::output::Output;
use super::theme::Choice;
use crate::app::Keymap;
use crate::tui::Told;
use anyhow::{Result, anyhow};
use std::path::Path;
use std::process::ExitCode;

const CONFIG: &str = include_str!("../../assets/config.toml");

/// Prints what was asked for, if anything was.
///
/// # Errors
/// There is no such theme, or its file cannot be read.
pub(super) fn print(what: &Print) -> Result<Option<ExitCode>> {
    let text = match &what.print_theme {
        Some(name) => theme(name)?,
        None if what.print_config => CONFIG.to_string(),
        None if what.print_keymap => Keymap::BUILTIN.to_string(),
        None => return Ok(None),
    };
    Output::bytes(text.as_bytes()).map(Some)
}

/// The file of a theme; of `auto` the one for this terminal.
fn theme(name: &str) -> Result<String> {
    Choice::of(name, Path::new("")).map_err(|reason| anyhow!(reason))?.source(&Told::by_environment())
}
