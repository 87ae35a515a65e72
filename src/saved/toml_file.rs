//! A file that people write, read as far as it can be: a broken line does not take the others along, and each slip is told with its place.

use toml::Spanned;
use toml::de::DeTable;

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

/// What can be read of a file, and of each line that is no TOML the first reason: the others only follow from it.
pub fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Problem>) {
    let (file, errors) = DeTable::parse_recoverable(text);
    let place = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
    let mut problems: Vec<_> = errors.iter().map(|error| Problem::at(text, place(error), error.message())).collect();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems.dedup_by_key(|problem| problem.line);
    (file, problems)
}

/// All problems in the order of the file: `broken` from [`parse`], and of `others` those on lines that are not broken.
pub fn all_problems(broken: Vec<Problem>, others: Vec<Problem>) -> Vec<Problem> {
    let others = others.into_iter().filter(|problem| broken.iter().all(|line| line.line != problem.line)).collect();
    let mut all = [others, broken].concat();
    all.sort_by_key(|problem| (problem.line, problem.column));
    all
}
