//! `Full Name (ABC)` binds ABC in this article, whatever its letters; `ABC (Full Name)` does the same.

use super::super::candidate::{Candidate, Identity, settled};
use super::super::document::Document;
use super::super::tokens::{Gap, Shape};
use super::groups::without_nationality;
use super::repeats::identity;
use super::runs::{run_before, without_openers};
use crate::model::{Kind, Rule};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;

/// The full names and short forms that brackets bind, and every later use of the short form. `candidates` are what is known
/// so far: a full name among them gives its short form its identity.
pub(in super::super) fn bound(doc: &Document, candidates: &[Candidate]) -> Vec<Candidate> {
    let short: Vec<Range<usize>> = (1..doc.tokens.len()).filter_map(|open| short_form(doc, open)).collect();
    if short.is_empty() {
        return Vec::new();
    }
    let by_end: HashMap<usize, &Candidate, FixedState> =
        settled(candidates).into_iter().map(|candidate| (candidate.range.end, candidate)).collect();
    let mut bindings: HashMap<&str, Vec<Binding>, FixedState> = HashMap::default();
    for binding in short.into_iter().filter_map(|short| binding(doc, &by_end, short)) {
        bindings.entry(doc.word(binding.short.start)).or_default().push(binding);
    }
    let full = bindings.values().flatten().filter_map(|binding| binding.full.clone()).collect::<Vec<_>>();
    // A short form begins with capitals, and few other words do.
    let capitals = (0..doc.tokens.len()).filter(|&at| doc.shape(at) == Shape::Upper);
    let short = capitals.filter_map(|at| bindings.get(doc.word(at))?.iter().find_map(|binding| binding.again_at(doc, at)));
    full.into_iter().chain(short).collect()
}

struct Binding {
    /// The full name, when no other rule has found it.
    full: Option<Candidate>,
    short: Range<usize>,
    kind: Kind,
    identity: Identity,
}

impl Binding {
    /// The short form, if the same letters stand at `at` in the same case.
    fn again_at(&self, doc: &Document, at: usize) -> Option<Candidate> {
        let same = self.short.clone().zip(at..).all(|(one, other)| doc.word(one) == doc.word(other));
        let range = at..at + self.short.len();
        (same && !doc.is_modifier(&range)).then(|| Candidate::new(range, self.kind, Rule::Bound).known_as(Some(self.identity)))
    }
}

fn binding(doc: &Document, by_end: &HashMap<usize, &Candidate, FixedState>, short: Range<usize>) -> Option<Binding> {
    let open = short.start - 1;
    let is = |end: usize, kind: Kind| by_end.get(&end).is_some_and(|known| known.kind == kind);
    // `Todd Wexler (U.S.)`: where somebody is from; `NEW YORK (AP)`: who tells what happened there.
    if is(open, Kind::Person) && is(short.end, Kind::Place) || is(open, Kind::Place) && is(short.end, Kind::Group) {
        return None;
    }
    if let Some(full) = by_end.get(&open).filter(|full| full.range.len() > 1) {
        let identity = identity(doc, full);
        return Some(Binding { full: None, short, kind: full.kind, identity });
    }
    let range = unknown_full_name(doc, open, &short)?;
    let identity = Identity::Named(doc.words(range.clone()));
    Some(Binding { full: Some(Candidate::new(range, Kind::Group, Rule::Bound)), short, kind: Kind::Group, identity })
}

/// `(ABC)` or `(TEV-DEM)`: the tokens between the brackets, when they are one acronym.
fn short_form(doc: &Document, open: usize) -> Option<Range<usize>> {
    if doc.shape(open) != Shape::Mark || doc.word(open) != "(" {
        return None;
    }
    let mut end = open + 1;
    while doc.shape(end) == Shape::Upper && (end == open + 1 || doc.gap(end) == Gap::Hyphen) {
        end += 1;
    }
    (end > open + 1 && doc.word(end) == ")").then_some(open + 1..end)
}

/// Two or more capitalised words before the bracket whose initials can make the short form.
fn unknown_full_name(doc: &Document, open: usize, short: &Range<usize>) -> Option<Range<usize>> {
    let mut run = run_before(doc, open);
    while let Some(longer) = across_small_word(doc, &run) {
        run = longer;
    }
    let letters: String = short.clone().map(|index| doc.key(index)).collect();
    let first = letters.chars().next()?;
    let run = without_openers(doc, run);
    let trimmed = without_nationality(doc, run.clone());
    // A nationality belongs to the name when the short form has its letter.
    let full = if doc.key(run.start).starts_with(first) { run } else { trimmed };
    (full.len() > 1).then_some(full)
}

/// `Union of Free Women`: a run goes on to the left across `of`, `for`, `and`, `the`.
fn across_small_word(doc: &Document, run: &Range<usize>) -> Option<Range<usize>> {
    let mut at = run.start;
    while at > 0 && at + 2 > run.start && matches!(doc.key(at - 1), "of" | "for" | "and" | "the" | "a") && doc.shape(at - 1) == Shape::Lower
    {
        at -= 1;
    }
    let left = run_before(doc, at);
    (!run.is_empty() && at < run.start && !left.is_empty()).then_some(left.start..run.end)
}
