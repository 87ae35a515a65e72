//! Which words of a sentence changed.

use crate::text::{Span, Word, WordHash};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;

/// The words of each side that the other side does not have there; neighbours are one span.
pub(super) fn changes(left: &[Word], right: &[Word]) -> (Vec<Span>, Vec<Span>) {
    let hashes = |words: &[Word]| words.iter().map(|word| word.hash).collect::<Vec<WordHash>>();
    // Myers, whose search is bounded by the length of what it compares.
    let operations = capture_diff_slices(Algorithm::Myers, &hashes(left), &hashes(right));
    let changed = operations.iter().filter(|operation| operation.tag() != DiffTag::Equal);
    let runs = changed.map(|operation| (run(left, operation.old_range()), run(right, operation.new_range())));
    let (left, right): (Vec<_>, Vec<_>) = runs.unzip();
    (left.into_iter().flatten().collect(), right.into_iter().flatten().collect())
}

/// From the first to the last of some words that follow each other.
fn run(words: &[Word], range: Range<usize>) -> Option<Span> {
    let words = &words[range];
    Some(Span { start: words.first()?.span.start, end: words.last()?.span.end })
}
