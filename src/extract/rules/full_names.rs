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
        if candidate.identity.is_none() {
            candidate.identity = bearers.of(doc, candidate);
        }
        if is_full(doc, candidate) {
            bearers.meet(doc, candidate);
        }
    }
}

/// A name and how well it tells its bearer: the last words of a full name before the first ones before any other part.
type Called = (Kind, u8, WordHash);

#[derive(Default)]
struct Bearers(HashMap<Called, Identity, FixedState>);

impl Bearers {
    fn meet(&mut self, doc: &Document, candidate: &Candidate) {
        let words: Vec<usize> = words(doc, candidate);
        let all = identity(doc, candidate);
        for length in 1..words.len() {
            self.0.insert((candidate.kind, 1, hash(doc, &words[..length])), all.clone());
            if candidate.kind == Kind::Person {
                self.0.insert((candidate.kind, 0, hash(doc, &words[words.len() - length..])), all.clone());
                self.0.insert((candidate.kind, 2, hash(doc, &words[length..length + 1])), all.clone());
            }
        }
    }

    fn of(&self, doc: &Document, candidate: &Candidate) -> Option<Identity> {
        let called = hash(doc, &words(doc, candidate));
        (0..=2).find_map(|rank| self.0.get(&(candidate.kind, rank, called))).cloned()
    }
}

fn hash(doc: &Document, words: &[usize]) -> WordHash {
    words.iter().fold(0, |hash: u64, &word| hash.rotate_left(7) ^ doc.hash(word))
}

/// Only a name that no list has is shortened by its article alone.
fn is_full(doc: &Document, candidate: &Candidate) -> bool {
    words(doc, candidate).len() > 1 && (candidate.kind == Kind::Person || (candidate.kind == Kind::Group && candidate.identity.is_none()))
}

/// The words that name it, articles such as `al-` left out.
fn words(doc: &Document, candidate: &Candidate) -> Vec<usize> {
    candidate.range.clone().filter(|&index| !doc.is_arabic_article(index)).collect()
}
