//! Reads a keymap file: every wrong line is told with its place, and the others count all the same.

use super::action::Action;
use super::key::Key;
use super::keymap::Mode;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One binding of the file; no action takes the keys away.
pub struct Line {
    pub mode: Mode,
    pub keys: Vec<Key>,
    pub action: Option<Action>,
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct Problem {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub reason: String,
}

impl Problem {
    /// `at` is in bytes of `text`.
    pub fn at(text: &str, at: usize, reason: &str) -> Self {
        let before = &text[..text.floor_char_boundary(at)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1, reason: reason.to_string() }
    }
}

/// The lines that can be read and the problems of the others, both in the order of the file.
pub fn read(text: &str) -> (Vec<Line>, Vec<Problem>) {
    let mut reading = Reading { text, lines: Vec::new(), problems: Vec::new() };
    match DeTable::parse(text) {
        Ok(file) => reading.file(file.get_ref()),
        Err(error) => reading.problem(error.span().map_or(0, |span| span.start), error.message()),
    }
    let Reading { mut lines, mut problems, .. } = reading;
    lines.sort_by_key(|(at, _)| *at);
    problems.sort_by_key(|problem| (problem.line, problem.column));
    (lines.into_iter().map(|(_, line)| line).collect(), problems)
}

struct Reading<'a> {
    text: &'a str,
    /// With the byte each begins at: the parsed table is in the order of the alphabet.
    lines: Vec<(usize, Line)>,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn file(&mut self, file: &DeTable) {
        for (word, section) in file {
            let mode = Mode::ALL.into_iter().find(|mode| mode.word() == word.get_ref());
            match (mode, section.get_ref()) {
                (Some(mode), DeValue::Table(bindings)) => {
                    bindings.iter().for_each(|(keys, action)| self.binding(mode, keys.span().start, keys.get_ref(), action))
                }
                (Some(_), _) => self.problem(section.span().start, "a table of keys and actions is wanted here"),
                (None, _) => self.problem(word.span().start, &format!("`{}` is none of browse, filter, palette, overlay", word.get_ref())),
            }
        }
    }

    fn binding(&mut self, mode: Mode, at: usize, keys: &str, action: &Spanned<DeValue>) {
        let keys = match read_keys(keys) {
            Ok(keys) => keys,
            Err(word) => return self.problem(at, &format!("`{word}` is not a key")),
        };
        match action.get_ref().as_str().map(|word| (word, read_action(word))) {
            Some((_, Ok(action))) => self.lines.push((at, Line { mode, keys, action })),
            Some((word, Err(_))) => self.problem(action.span().start, &format!("no action is called `{word}`")),
            None => self.problem(action.span().start, "the name of an action is wanted here, in quotation marks"),
        }
    }

    fn problem(&mut self, at: usize, reason: &str) {
        self.problems.push(Problem::at(self.text, at, reason));
    }
}

/// The keys of a sequence, or the word that is none.
fn read_keys(text: &str) -> Result<Vec<Key>, &str> {
    if text.trim().is_empty() {
        return Err(text);
    }
    text.split_whitespace().map(|word| Key::parse(word).ok_or(word)).collect()
}

fn read_action(word: &str) -> Result<Option<Action>, Error> {
    if word == "nothing" {
        return Ok(None);
    }
    let word: StrDeserializer<'_, Error> = word.into_deserializer();
    Action::deserialize(word).map(Some)
}
