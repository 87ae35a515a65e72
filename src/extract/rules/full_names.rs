//! Whom a short name means: a person called by one name (`Col. Dillon`, `Zhou`, `Salas`), a group by its first words (`Vellamo`), is
//! the one the article calls by a full name.

use super::super::candidate::{Candidate, Identity};
use super::super::document::Document;
use super::super::vocabulary::WordHash;
use super::repeats::identity;
use crate::model::Kind;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Tells short names among `settled` (in text order) who they are: of several bearers of a name the one called in full last
/// before it, else the first one behind it.
pub(in super::super) fn name_in_full(doc: &Document, settled: &mut [Candidate]) {
    let mut bearers = Bearers::default();
    for candidate in settled.iter().rev().filter(|candidate| is_full(doc, candidate)) {
        bearers.meet(doc, candidate);
    }
    for candidate in settled.iter_mut() {
        if is_full(doc, candidate) {
            bearers.meet(doc, candidate);
        }
        if candidate.identity.is_none() {
            candidate.identity = bearers.of(doc, candidate);
        }
    }
}

/// A name and how well it tells its bearer: a surname before a first name before any other part.
type Called = (Kind, u8, WordHash);

#[derive(Default)]
struct Bearers(HashMap<Called, Identity, FixedState>);

impl Bearers {
    fn meet(&mut self, doc: &Document, candidate: &Candidate) {
        let range = &candidate.range;
        let all = identity(doc, candidate);
        for index in range.clone().filter(|&index| !doc.is_arabic_article(index)) {
            let rank = if index + 1 == range.end { 0 } else { 1 + u8::from(index != range.start) };
            if candidate.kind == Kind::Person || index == range.start {
                self.0.insert((candidate.kind, rank, doc.hash(index)), all.clone());
            }
        }
    }

    fn of(&self, doc: &Document, candidate: &Candidate) -> Option<Identity> {
        let last = candidate.range.end - 1;
        let bearer = |rank| self.0.get(&(candidate.kind, rank, doc.hash(last)));
        (names(doc, candidate) == 1).then(|| (0..=2).find_map(bearer)).flatten().cloned()
    }
}

/// Only a name that no list has is shortened by its article alone.
fn is_full(doc: &Document, candidate: &Candidate) -> bool {
    names(doc, candidate) > 1 && (candidate.kind == Kind::Person || (candidate.kind == Kind::Group && candidate.identity.is_none()))
}

/// How many words name it, articles such as `al-` not counted.
fn names(doc: &Document, candidate: &Candidate) -> usize {
    candidate.range.clone().filter(|&index| !doc.is_arabic_article(index)).count()
}
