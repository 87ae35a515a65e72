//! What the whole article shows of a word: with what it stands, wherever it stands.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::{Gap, Shape};
use super::known::{Known, KnownWords};
use super::segments::Segment;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// One bit for each thing that was seen of a word somewhere in the article.
#[derive(Copy, Clone, Default, PartialEq, Eq)]
pub(super) struct Seen(pub u32);

impl Seen {
    pub const SMALL: u32 = 1;
    pub const INSIDE_SENTENCE: u32 = 1 << 1;
    pub const BEHIND_TITLE: u32 = 1 << 2;
    pub const BEHIND_GIVEN_NAME: u32 = 1 << 3;
    pub const BEFORE_SPEECH: u32 = 1 << 4;
    pub const BEHIND_IN: u32 = 1 << 5;
    pub const BEFORE_GROUP_HEAD: u32 = 1 << 6;
    pub const PERSON: u32 = 1 << 7;
    pub const GROUP: u32 = 1 << 8;
    pub const PLACE: u32 = 1 << 9;
    pub const BEFORE_NUMBER: u32 = 1 << 10;
    pub const BEHIND_CAPITAL: u32 = 1 << 11;
    pub const BEFORE_BRACKET: u32 = 1 << 12;
    /// The tagger, going over the text a first time, took it for one somewhere.
    pub const LEARNT_PERSON: u32 = 1 << 13;
    pub const LEARNT_GROUP: u32 = 1 << 14;
    pub const LEARNT_PLACE: u32 = 1 << 15;
    /// It has gone over the text.
    pub const AGAIN: u32 = 1 << 16;
    pub const BITS: u32 = 17;
    /// What the first time over tells.
    pub const LEARNT: u32 = Self::LEARNT_PERSON | Self::LEARNT_GROUP | Self::LEARNT_PLACE | Self::AGAIN;
}

/// What was seen of each capitalised word, by its folded key.
pub(super) fn evidence<'a>(
    doc: &'a Document,
    lexicon: &Lexicon,
    words: &KnownWords,
    settled: &[Candidate],
    segments: &[Segment],
) -> HashMap<&'a str, Seen, FixedState> {
    let mut seen: HashMap<&str, Seen, FixedState> = HashMap::default();
    for index in segments.iter().flat_map(|segment| segment.range.clone()).filter(|&index| doc.is_capital(index)) {
        let bits = beside(doc, lexicon, words, index);
        seen.entry(doc.key(index)).or_default().0 |= bits;
    }
    for index in (0..doc.tokens.len()).filter(|&index| doc.shape(index) == Shape::Lower) {
        if let Some(word) = seen.get_mut(doc.key(index)) {
            word.0 |= Seen::SMALL;
        }
    }
    note(doc, &mut seen, settled, [Seen::GROUP, Seen::PLACE, Seen::PERSON]);
    seen
}

/// Adds what the tagger took for names the first time it went over the text.
pub(super) fn learnt(doc: &Document, seen: &mut HashMap<&str, Seen, FixedState>, names: &[Candidate]) {
    seen.values_mut().for_each(|word| word.0 |= Seen::AGAIN);
    note(doc, seen, names, [Seen::LEARNT_GROUP, Seen::LEARNT_PLACE, Seen::LEARNT_PERSON]);
}

/// `bits` are those of a group, a place, a person.
fn note(doc: &Document, seen: &mut HashMap<&str, Seen, FixedState>, names: &[Candidate], bits: [u32; 3]) {
    for (candidate, index) in names.iter().flat_map(|name| name.range.clone().map(move |index| (name, index))) {
        if let Some(word) = seen.get_mut(doc.key(index)) {
            word.0 |= bits[candidate.kind as usize];
        }
    }
}

fn beside(doc: &Document, lexicon: &Lexicon, words: &KnownWords, index: usize) -> u32 {
    let before = index.checked_sub(1).filter(|_| doc.gap(index) != Gap::Break);
    let behind = Some(index + 1).filter(|&next| next < doc.tokens.len() && doc.gap(next) != Gap::Break);
    let is_title =
        |at: usize| lexicon.titles.before(doc, at + 1) > 0 || (doc.word(at) == "." && at > 0 && lexicon.titles.before(doc, at) > 0);
    let checks = [
        (Seen::INSIDE_SENTENCE, before.is_some() && !doc.begins_sentence(index)),
        (Seen::BEHIND_TITLE, before.is_some_and(is_title)),
        (Seen::BEHIND_GIVEN_NAME, before.is_some_and(|at| doc.is_capital(at) && words.has(Known::Given, doc.hash(at)))),
        (Seen::BEFORE_SPEECH, behind.is_some_and(|at| lexicon.speech.at(doc, at) > 0)),
        (Seen::BEHIND_IN, before.is_some_and(|at| matches!(doc.key(at), "in" | "at" | "near" | "from" | "to" | "outside" | "around"))),
        (Seen::BEFORE_GROUP_HEAD, behind.is_some_and(|at| doc.is_capital(at) && lexicon.groups.ending.at(doc, at) > 0)),
        (Seen::BEFORE_NUMBER, behind.is_some_and(|at| doc.shape(at) == Shape::Number)),
        (Seen::BEHIND_CAPITAL, before.is_some_and(|at| doc.is_capital(at))),
        (Seen::BEFORE_BRACKET, behind.is_some_and(|at| doc.word(at) == "(")),
    ];
    checks.into_iter().filter(|&(_, holds)| holds).fold(0, |bits, (bit, _)| bits | bit)
}
