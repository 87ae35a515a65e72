//! Files that are a row of blocks (`[[correction]]`, `[[view]]`): read with a problem for each wrong one, and edited without
//! touching what stands around a block.
//!
//! Where the file as a whole is no TOML, each piece from one heading to the next is read for itself, so that one slip costs one
//! block.

use super::Problem;
use std::fmt::Write;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a file holds.
pub(super) struct Blocks<T> {
    /// With the bytes each takes: whole lines, from its heading to its last value. In the order of the file.
    pub found: Vec<(Range<usize>, T)>,
    pub problems: Vec<Problem>,
}

/// A block whose keys are still to be understood.
pub(super) struct Entry<'a> {
    pub table: &'a DeTable<'a>,
    /// Where it begins, in the bytes that its spans count.
    pub at: usize,
}

/// Why a block does not count, and where that shows.
pub(super) struct Wrong {
    pub at: usize,
    pub reason: String,
}

impl Wrong {
    pub fn new(at: usize, reason: impl Into<String>) -> Self {
        Self { at, reason: reason.into() }
    }
}

impl<'a> Entry<'a> {
    /// Every key is one of `keys`.
    pub fn knows(&self, keys: &[&str]) -> Result<(), Wrong> {
        let unknown = self.table.iter().map(|(key, _)| key).find(|key| !keys.contains(&key.get_ref().as_ref()));
        unknown.map_or(Ok(()), |key| Err(Wrong::new(key.span().start, format!("`{}` is none of {}", key.get_ref(), keys.join(", ")))))
    }

    pub fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// The string under `key`, if that is there; a blank one is wrong.
    pub fn words(&self, key: &str) -> Result<Option<&'a str>, Wrong> {
        let Some(value) = self.value(key) else { return Ok(None) };
        let words = value.get_ref().as_str().filter(|words| !words.trim().is_empty());
        words.map(Some).ok_or_else(|| Wrong::new(value.span().start, format!("`{key}` wants words in quotation marks")))
    }

    /// Which one of `keys` stands here. `what` is what they are.
    pub fn one_of<'k>(&self, keys: &[&'k str], what: &str) -> Result<&'k str, Wrong> {
        let mut present = keys.iter().filter(|key| self.table.contains_key(**key));
        match (present.next(), present.next()) {
            (Some(key), None) => Ok(key),
            (Some(_), Some(second)) => {
                let at = self.value(second).map_or(self.at, |value| value.span().start);
                Err(Wrong::new(at, format!("only one of {} can be {what}", keys.join(", "))))
            }
            (None, _) => Err(Wrong::new(self.at, format!("{what} is wanted: one of {}", keys.join(", ")))),
        }
    }
}

/// The blocks of `text` that are called `heading`, understood by `meaning`.
pub(super) fn read<T>(text: &str, heading: &str, meaning: impl Fn(Entry<'_>) -> Result<T, Wrong>) -> Blocks<T> {
    let mut reading = Reading { text, heading, meaning, blocks: Blocks { found: Vec::new(), problems: Vec::new() } };
    if reading.piece(0..text.len()).is_err() {
        pieces(text, heading).into_iter().for_each(|range| {
            if let Err(wrong) = reading.piece(range) {
                reading.problem(wrong);
            }
        });
    }
    let mut blocks = reading.blocks;
    blocks.found.sort_by_key(|(range, _)| range.start);
    blocks.problems.sort_by_key(|problem| (problem.line, problem.column));
    blocks
}

/// From each heading to the next; a table within a block (`[correction.same_as]`) begins no piece.
fn pieces(text: &str, heading: &str) -> Vec<Range<usize>> {
    let inner = format!("[{heading}.");
    let begins = |line: &str| line.trim_start().starts_with('[') && !line.trim_start().starts_with(&inner);
    let mut bounds = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins(line) && at > 0 {
            bounds.push(at);
        }
        at += line.len();
    }
    bounds.push(text.len());
    bounds.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

struct Reading<'a, T, F> {
    text: &'a str,
    heading: &'a str,
    meaning: F,
    blocks: Blocks<T>,
}

impl<T, F: Fn(Entry<'_>) -> Result<T, Wrong>> Reading<'_, T, F> {
    /// Reads a part of the text by itself. If it is no TOML nothing of it counts, and the reason comes back.
    fn piece(&mut self, range: Range<usize>) -> Result<(), Wrong> {
        let base = range.start;
        let file = DeTable::parse(&self.text[range])
            .map_err(|error| Wrong::new(base + error.span().map_or(0, |span| span.start), error.message()))?;
        for (word, value) in file.get_ref() {
            match value.get_ref() {
                DeValue::Array(blocks) if word.get_ref() == self.heading => blocks.iter().for_each(|block| self.block(base, block)),
                _ => self.problem(Wrong::new(base + word.span().start, format!("only [[{}]] can stand here", self.heading))),
            }
        }
        Ok(())
    }

    fn block(&mut self, base: usize, block: &Spanned<DeValue<'_>>) {
        let at = block.span().start;
        let table = block.get_ref().as_table().filter(|_| self.text[base + at..].starts_with("[["));
        let meant = match table {
            Some(table) => (self.meaning)(Entry { table, at }),
            None => Err(Wrong::new(at, format!("each begins with a line [[{}]]", self.heading))),
        };
        match meant {
            Ok(meant) => self.blocks.found.push((lines(self.text, base + at..base + end(block)), meant)),
            Err(wrong) => self.problem(Wrong { at: base + wrong.at, ..wrong }),
        }
    }

    fn problem(&mut self, wrong: Wrong) {
        self.blocks.problems.push(Problem::at(self.text, wrong.at, &wrong.reason));
    }
}

/// Where the last of a block's values ends. A table's own span is its heading.
fn end(value: &Spanned<DeValue<'_>>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Table(table) => table.iter().map(|(_, value)| end(value)).max(),
        DeValue::Array(array) => array.iter().map(end).max(),
        _ => None,
    };
    inner.unwrap_or_default().max(value.span().end)
}

/// The whole lines that `range` touches.
fn lines(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |newline| range.end + newline + 1);
    start..end
}

/// `text` with a block at its end, a blank line before it.
pub(super) fn append(text: &str, block: &str) -> String {
    let gap = if text.is_empty() { "" } else { "\n" };
    format!("{text}{gap}{block}")
}

/// `text` without the block at `range`, and without the line that [`append`] set before it.
pub(super) fn remove(text: &str, range: Range<usize>) -> String {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let shorter = before.strip_suffix('\n').map(|rest| rest.strip_suffix('\r').unwrap_or(rest));
    let blank_line = shorter.filter(|rest| after.is_empty() || rest.is_empty() || rest.ends_with('\n'));
    format!("{}{after}", blank_line.unwrap_or(before))
}

/// A string as TOML writes it on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
