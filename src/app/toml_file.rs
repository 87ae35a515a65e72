//! A file that people write, read as far as it can be: a broken line does not take the others along.

use super::keymap_file::Problem;
use toml::Spanned;
use toml::de::DeTable;

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
