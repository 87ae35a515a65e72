//! Runs of capitalised words: the raw material of every rule.

use super::super::document::Document;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::mark;
use std::ops::Range;

/// Small words inside a person's name.
const PARTICLES: &[&str] = &["van", "von", "de", "der", "den", "da", "dos", "del", "di", "bin", "ibn", "bint", "du", "ter", "ten"];

/// A run of more words is a list or a table in capitals; it is cut here, so that no rule's work grows with it.
const LONGEST_RUN: usize = 32;

/// The run of capitalised words (with articles such as `al-` and, if asked, particles such as `van`) that starts at `start`.
pub(super) fn run_from(doc: &Document, start: usize, particles: bool) -> Range<usize> {
    let mut end = start;
    while let Some(next) = step(doc, end, end == start, particles).filter(|next| next - start <= LONGEST_RUN) {
        end = next;
    }
    start..end
}

/// Where a run that has come to `at` goes on to.
fn step(doc: &Document, at: usize, first: bool, particles: bool) -> Option<usize> {
    if !first && matches!(doc.gap(at), Gap::Break | Gap::Nothing) {
        return None;
    }
    let inner = || doc.is_arabic_article(at) || (particles && !first && PARTICLES.contains(&doc.key(at)));
    match () {
        () if doc.is_capital(at + 1) && doc.gap(at + 1) != Gap::Break && inner() => Some(at + 2),
        () if doc.is_capital(at) => Some(at + 1),
        () => None,
    }
}

/// The runs of the body, made once for all rules.
pub(in super::super) struct Runs {
    pub(super) plain: Vec<Range<usize>>,
    /// With the small words inside a person's name.
    pub(super) with_particles: Vec<Range<usize>>,
}

impl Runs {
    pub fn of(doc: &Document) -> Self {
        let in_body = |particles| runs(doc, particles).into_iter().filter(|run| run.start >= doc.body).collect();
        Self { plain: in_body(false), with_particles: in_body(true) }
    }
}

/// Every maximal run of the text, in order.
fn runs(doc: &Document, particles: bool) -> Vec<Range<usize>> {
    let mut out = Vec::with_capacity(doc.tokens.len() / 8);
    let mut at = 0;
    while at < doc.tokens.len() {
        if !doc.is_capital(at) && !doc.is_capital(at + 1) {
            at += 1;
            continue;
        }
        let run = run_from(doc, at, particles);
        at = run.end.max(at + 1);
        if !run.is_empty() {
            out.push(run);
        }
    }
    out
}

/// The maximal run that ends right before `end`.
pub(super) fn run_before(doc: &Document, end: usize) -> Range<usize> {
    let mut start = end;
    while start > 0 && end - start < LONGEST_RUN && doc.is_capital(start - 1) && (start == end || joined(doc, start)) {
        start -= 1;
        if start > 0 && doc.is_arabic_article(start - 1) && joined(doc, start) {
            start -= 1;
        }
    }
    start..end
}

fn joined(doc: &Document, index: usize) -> bool {
    !matches!(doc.gap(index), Gap::Break | Gap::Nothing)
}

/// `run` without the sentence openers it begins with (`The`, `Meanwhile`).
pub(super) fn without_openers(doc: &Document, mut run: Range<usize>) -> Range<usize> {
    while run.len() > 1 && doc.has(run.start, mark::OPENER) && doc.shape(run.start) == Shape::Capital {
        run.start += 1;
    }
    run
}

/// Items of an enumeration (`A, B and C`) from `start` on: the run each begins, as long as the list goes on.
pub(super) fn list_from(doc: &Document, start: usize) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut at = start;
    loop {
        let run = run_from(doc, at, false);
        if run.is_empty() {
            return items;
        }
        at = run.end;
        items.push(run);
        let comma = usize::from(doc.word(at) == ",");
        let and = usize::from(matches!(doc.key(at + comma), "and" | "or"));
        if comma + and == 0 {
            return items;
        }
        at += comma + and;
    }
}

/// Items of an enumeration that ends right before `end` (`A and B villages`), last first.
pub(super) fn list_before(doc: &Document, end: usize) -> Vec<Range<usize>> {
    let mut items = vec![run_before(doc, end)];
    while let Some(last) = items.last().filter(|last| !last.is_empty()).cloned() {
        let joins =
            last.start > 1 && (matches!(doc.key(last.start - 1), "and" | "or") || (items.len() > 1 && doc.word(last.start - 1) == ","));
        if !joins {
            return items;
        }
        let comma = usize::from(last.start > 2 && doc.word(last.start - 2) == "," && doc.word(last.start - 1) != ",");
        items.push(run_before(doc, last.start - 1 - comma));
    }
    items.pop();
    items
}
