//! Standard output: hostile characters made harmless, colour only where it is wanted, a closed pipe no error.

use super::args::Color;
use crate::text::visible;
use anyhow::Result;
use crossterm::style::{StyledContent, Stylize};
use serde::Serialize;
use std::io::{BufWriter, ErrorKind, IsTerminal, Stdout, Write, stdout};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

pub(super) struct Output {
    out: BufWriter<Stdout>,
    color: bool,
    /// The reader has gone: there is nobody left to write for.
    closed: bool,
}

impl Output {
    pub fn new(color: Color) -> Self {
        Self { out: BufWriter::new(stdout()), color: wants_color(color), closed: false }
    }

    /// Writes bytes of the program's own making.
    pub fn bytes(bytes: &[u8]) -> Result<ExitCode> {
        let mut output = Self::new(Color::Never);
        output.write(|out| out.write_all(bytes))?;
        output.finish()?;
        Ok(ExitCode::SUCCESS)
    }

    /// One line; whatever comes from an article must have gone through [`Output::dim`], [`Output::bold`] or [`plain`].
    pub fn line(&mut self, line: &str) -> Result<()> {
        self.write(|out| writeln!(out, "{line}"))
    }

    /// One JSON object on a line.
    pub fn json(&mut self, record: &impl Serialize) -> Result<()> {
        let line = json(record)?;
        self.write(|out| writeln!(out, "{line}"))
    }

    pub fn dim(&self, text: &str) -> String {
        self.styled(text, Stylize::dim)
    }

    pub fn bold(&self, text: &str) -> String {
        self.styled(text, Stylize::bold)
    }

    fn styled(&self, text: &str, style: impl Fn(String) -> StyledContent<String>) -> String {
        let text = visible(text).into_owned();
        if self.color { style(text).to_string() } else { text }
    }

    /// # Errors
    /// What was written cannot be passed on (a full disk).
    pub fn finish(mut self) -> Result<()> {
        self.write(|out| out.flush())
    }

    fn write(&mut self, write: impl FnOnce(&mut BufWriter<Stdout>) -> std::io::Result<()>) -> Result<()> {
        if self.closed {
            return Ok(());
        }
        match write(&mut self.out) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            result => Ok(result?),
        }
    }
}

/// Colour when asked for, or on a terminal that can show it to somebody who hasn't declined.
pub(super) fn wants_color(color: Color) -> bool {
    let cannot = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    color == Color::Always || (!declines_color(color) && !cannot && stdout().is_terminal())
}

/// Somebody wants no colour: this time, or (NO_COLOR) never, unless this time it is asked for.
pub(super) fn declines_color(color: Color) -> bool {
    match color {
        Color::Always => false,
        Color::Never => true,
        Color::Auto => std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
    }
}

/// Article text for a line of a table: harmless, and on one line.
pub(super) fn plain(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` in a column of `width` cells, cut or filled.
pub(super) fn column(text: &str, width: usize) -> String {
    let text = plain(text);
    let wide = text.width();
    if wide <= width {
        return text + &" ".repeat(width - wide);
    }
    let mut cut = String::new();
    for c in text.chars() {
        cut.push(c);
        if cut.width() >= width {
            cut.pop();
            break;
        }
    }
    let filled = " ".repeat(width.saturating_sub(cut.width() + 1));
    cut + "…" + &filled
}

/// A record as JSON. C1 controls and bidirectional marks are escaped, so that the line can be printed on a terminal.
fn json(record: &impl Serialize) -> Result<String> {
    let mut out = String::new();
    for c in serde_json::to_string(record)?.chars() {
        if crate::text::visible_char(c) == c { out.push(c) } else { out.push_str(&format!("\\u{:04x}", c as u32)) }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_stays_json_and_harmless() {
        let text = "a\u{1b}[31m\u{9b}\u{202e}é\t\"x\"";
        let line = json(&text).expect("a string is JSON");
        assert_eq!(line, r#""a\u001b[31m\u009b\u202eé\t\"x\"""#);
        assert_eq!(serde_json::from_str::<String>(&line).expect("still JSON"), text);
    }

    #[test]
    fn columns_are_filled_or_cut_by_width() {
        assert_eq!(column("ab", 4), "ab  ");
        assert_eq!(column("abcdef", 4), "abc…");
        assert_eq!(column("東京都庁", 5), "東京…");
    }
}
