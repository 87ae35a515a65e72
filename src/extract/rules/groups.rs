//! Groups by a word of their own: `… Brigade`, `… Council`, `Ministry of …`, `Liwa …`.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::vocabulary::mark;
use super::runs::{Runs, run_from, without_openers};
use crate::model::{Kind, Rule};
use std::ops::Range;

pub(in super::super) fn groups(doc: &Document, lexicon: &Lexicon, runs: &Runs) -> Vec<Candidate> {
    runs.plain
        .iter()
        .flat_map(|run| [ending(doc, lexicon, run.clone()), beginning(doc, lexicon, run.clone())])
        .flatten()
        .map(group)
        .collect()
}

fn group(range: Range<usize>) -> Candidate {
    Candidate::new(range, Kind::Group, Rule::Head)
}

/// A run up to its last head word, if two words or more are left.
fn ending(doc: &Document, lexicon: &Lexicon, run: Range<usize>) -> Option<Range<usize>> {
    let end = run.clone().rev().find(|&last| lexicon.groups.ending.before(doc, last + 1) > 0)? + 1;
    let named = without_nationality(doc, without_openers(doc, run.start..end));
    let head = lexicon.groups.ending.before(doc, end);
    (named.len() > head || head > 1).then_some(named).filter(|named| named.len() > 1)
}

/// `Ministry of Peshmerga Affairs`, `Movement for a Democratic Society`, `Liwaa Al-Toufouf`.
fn beginning(doc: &Document, lexicon: &Lexicon, run: Range<usize>) -> Option<Range<usize>> {
    let run = without_openers(doc, run);
    let (start, head) = run.clone().map(|start| (start, lexicon.groups.beginning.at(doc, start))).find(|&(_, head)| head > 0)?;
    let small = (start + head..start + head + 2).take_while(|&at| matches!(doc.key(at), "a" | "the")).count();
    let mut rest = run_from(doc, start + head + small, false);
    while !rest.is_empty() && head > 1 && goes_on(doc, lexicon, rest.end) {
        rest.end = run_from(doc, rest.end + 1, false).end;
    }
    (!rest.is_empty()).then_some(start..rest.end)
}

/// `Ministry of Roads | and Bridges`: what follows is no name of its own.
fn goes_on(doc: &Document, lexicon: &Lexicon, at: usize) -> bool {
    let next = run_from(doc, at + 1, false);
    let is_own_name = || lexicon.groups.beginning.at(doc, next.start) > 0 || lexicon.forms.lookup(doc.of(next.clone())).is_some();
    matches!(doc.key(at), "and" | "of") && !next.is_empty() && !is_own_name()
}

/// `run` without a leading nationality, unless that would leave a bare type word: `Kurdish | People’s Protection Units`, but
/// `Russian Foreign Ministry`.
pub(super) fn without_nationality(doc: &Document, run: Range<usize>) -> Range<usize> {
    let nationalities = run.clone().take_while(|&index| doc.has(index, mark::DEMONYM)).count();
    let rest = run.start + nationalities..run.end;
    let is_state_body = rest.len() <= 2 && STATE_BODIES.contains(&doc.key(run.end - 1));
    if is_state_body || nationalities == run.len() { run } else { rest }
}

/// Bodies that are named by their country.
const STATE_BODIES: &[&str] = &[
    "army",
    "police",
    "ministry",
    "parliament",
    "force",
    "navy",
    "government",
    "senate",
    "court",
    "guard",
    "military",
    "council",
    "embassy",
    "consulate",
    "corporation",
    "commission",
    "agency",
    "bank",
    "cabinet",
    "congress",
    "federation",
    "academy",
    "institute",
    "university",
];
