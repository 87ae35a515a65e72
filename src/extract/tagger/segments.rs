//! Where names can be: stretches of one sentence that begin and end with a capitalised word.

use super::super::candidate::{Candidate, Taken};
use super::super::document::Document;
use super::super::tokens::{Gap, Shape};
use std::ops::Range;

/// A stretch of tokens that is tagged as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Tokens.
    pub range: Range<usize>,
}

/// Words between two capitalised ones that may belong to a name with them.
const LONGEST_JOINT: usize = 3;
/// A longer stretch is a table or a text in capitals; it is cut, so that no table's rows hang on each other.
const LONGEST: usize = 48;

/// Every stretch, in order. What the rules found (`settled`) is in one, however it is written.
pub(super) fn segments(doc: &Document, settled: &[Candidate]) -> Vec<Segment> {
    let ruled = Taken::by(settled);
    let mut out: Vec<Segment> = Vec::new();
    for at in 0..doc.tokens.len() {
        let is_start = doc.is_capital(at) || (doc.is_arabic_article(at) && doc.is_capital(at + 1));
        if !is_start && !is_second_half(doc, at) && ruled.is_free(&(at..at + 1)) {
            continue;
        }
        match out.last_mut() {
            Some(last) if joins(doc, last, at) => last.range.end = at + 1,
            _ => out.push(Segment { range: at..at + 1 }),
        }
    }
    out
}

/// `Cheuk-yan`, but also `US-backed`: a small word that a hyphen ties to a capitalised one.
fn is_second_half(doc: &Document, at: usize) -> bool {
    at > 0 && doc.gap(at) == Gap::Hyphen && doc.shape(at) == Shape::Lower && doc.is_capital(at - 1)
}

fn joins(doc: &Document, last: &Segment, at: usize) -> bool {
    let joint = last.range.end..at;
    joint.len() <= LONGEST_JOINT
        && at - last.range.start < LONGEST
        && doc.gap(at) != Gap::Break
        && joint.clone().all(|index| doc.gap(index) != Gap::Break && is_joint(doc, index))
}

/// `Bank of Lund`, `Lisk & Sons`, `J. R. Holt`, `King's College`, `al-Nouri`, `1. FC Lund`.
fn is_joint(doc: &Document, index: usize) -> bool {
    match doc.shape(index) {
        Shape::Possessive | Shape::Number => true,
        Shape::Mark => matches!(doc.word(index), "." | "&" | "'" | "’" | "/" | "-" | "+"),
        _ => doc.is_arabic_article(index) || SMALL.contains(&doc.key(index)),
    }
}

const SMALL: &[&str] = &[
    "of", "the", "and", "for", "de", "da", "do", "dos", "del", "della", "di", "du", "des", "la", "le", "los", "las", "van", "von", "der",
    "den", "ter", "ten", "bin", "ibn", "bint", "al", "el", "e", "y", "et", "und", "i", "in", "on", "at", "to",
];
