//! Short names take the kind of the full name the article has for them: `Pouncey` is a person where there is a `Reg Pouncey`,
//! `Corvane Leisure` a group where there is a `Corvane Leisure Ltd`.

use super::candidate::Candidate;
use super::document::Document;
use super::vocabulary::{WordHash, WordSet};
use crate::model::{Kind, Rule};
use foldhash::fast::FixedState;
use std::collections::HashSet;

/// Puts right the kinds of learnt names in `names`.
pub(super) fn agree(doc: &Document, names: &mut [Candidate]) {
    let words = |name: &Candidate| &doc.hashes_from(name.range.start)[..name.range.len()];
    let full = |kind: Kind| names.iter().filter(move |name| name.kind == kind && name.range.len() > 1).map(words);
    let surnames: WordSet = full(Kind::Person).filter_map(|words| words.last().copied()).collect();
    let beginnings: HashSet<&[WordHash], FixedState> =
        full(Kind::Group).flat_map(|words| (1..words.len()).map(move |length| &words[..length])).collect();
    for name in names.iter_mut().filter(|name| name.rule == Rule::Learnt) {
        let called = words(name);
        let is_surname = called.len() == 1 && surnames.contains(&called[0]);
        name.kind = match (is_surname, beginnings.contains(called), name.kind) {
            (true, false, _) => Kind::Person,
            (false, true, Kind::Person) => Kind::Group,
            (_, _, kind) => kind,
        };
    }
}
