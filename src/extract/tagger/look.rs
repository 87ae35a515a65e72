//! A token as the tagger sees it from wherever it looks.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::{WordHash, mark};
use super::known::KnownWords;
use super::memory::Kept;
use super::segments::Segment;
use crate::model::Rule;

/// How far around a token the tagger looks, in tokens.
const AROUND: usize = 2;

/// A token as it looks from wherever it is seen.
#[derive(Copy, Clone, Default)]
pub(super) struct Look {
    /// Of the word; all numbers are one.
    pub hash: WordHash,
    /// What lists say of it, one bit a list.
    pub list: u16,
    /// What the rules found there: rule, kind and place in the name; 0 for nothing.
    pub rule: u8,
    /// Shape, gap before, and the mark itself where it is one.
    pub shape: u8,
}

impl Look {
    /// Words beyond a line's end are not seen.
    pub const NOTHING: Look = Look { hash: 1, list: 0, rule: 255, shape: 0 };

    /// A line break stands before it.
    #[inline]
    pub fn is_behind_break(&self) -> bool {
        self.shape >> 6 == BREAK
    }
}

/// Bits of what lists say.
pub(super) mod list {
    /// The first four are the bits of `KnownWords::all`.
    pub const GIVEN: u16 = 1;
    pub const TITLE: u16 = 1 << 4;
    pub const DEMONYM: u16 = 1 << 5;
    pub const OPENER: u16 = 1 << 6;
    pub const SPEECH: u16 = 1 << 7;
    pub const GROUP_END: u16 = 1 << 8;
    pub const GROUP_BEGIN: u16 = 1 << 9;
    pub const PLACE_END: u16 = 1 << 10;
    pub const PLACE_BEGIN: u16 = 1 << 11;
    pub const PLACE_BEFORE: u16 = 1 << 12;
    pub const PLACE_AFTER: u16 = 1 << 13;
    pub const OWN_GIVEN: u16 = 1 << 14;
    pub const CLUB_TOWN: u16 = 1 << 15;
    pub const BITS: u32 = 16;
}

/// All tokens of `segments` and those around them; of others nothing is told. `settled` are the names the rules found, `known` what the
/// words of texts before were known as.
pub(super) fn looks(
    doc: &Document,
    lexicon: &Lexicon,
    words: &KnownWords,
    settled: &[Candidate],
    segments: &[Segment],
    known: &mut Kept<u8>,
) -> Vec<Look> {
    let mut looks = vec![Look::default(); doc.tokens.len()];
    let mut looked = 0;
    for segment in segments {
        let around = segment.range.start.saturating_sub(AROUND).max(looked)..(segment.range.end + AROUND).min(looks.len());
        looked = around.end;
        around.for_each(|index| looks[index] = look(doc, lexicon, words, index, known));
    }
    settled.iter().for_each(|candidate| mark_rule(&mut looks, candidate));
    looks
}

fn look(doc: &Document, lexicon: &Lexicon, words: &KnownWords, index: usize, known: &mut Kept<u8>) -> Look {
    let (hash, written) = (doc.hash(index), doc.shape(index));
    let is_word = matches!(written, Shape::Capital | Shape::Upper | Shape::Lower);
    let known = if is_word { known.of(hash, || words.all(hash)) } else { 0 };
    Look {
        hash: if written == Shape::Number { 2 } else { hash },
        list: u16::from(known) | listed(doc, lexicon, index),
        rule: 0,
        shape: shape(doc, index),
    }
}

/// By the lists of the rules.
fn listed(doc: &Document, lexicon: &Lexicon, index: usize) -> u16 {
    let checks = [
        (list::DEMONYM, doc.has(index, mark::DEMONYM)),
        (list::OPENER, doc.has(index, mark::OPENER)),
        (list::OWN_GIVEN, doc.has(index, mark::GIVEN)),
        (list::CLUB_TOWN, doc.has(index, mark::CLUB_TOWN)),
    ];
    let phrases = if doc.has(index, mark::BEGINS_PHRASE) { phrases(doc, lexicon, index) } else { 0 };
    set(&checks) | phrases
}

fn phrases(doc: &Document, lexicon: &Lexicon, index: usize) -> u16 {
    set(&[
        (list::TITLE, lexicon.titles.at(doc, index) > 0),
        (list::SPEECH, lexicon.speech.at(doc, index) > 0),
        (list::GROUP_END, lexicon.groups.ending.at(doc, index) > 0),
        (list::GROUP_BEGIN, lexicon.groups.beginning.at(doc, index) > 0),
        (list::PLACE_END, lexicon.places.ending.at(doc, index) > 0),
        (list::PLACE_BEGIN, lexicon.places.beginning.at(doc, index) > 0),
        (list::PLACE_BEFORE, lexicon.places.before.at(doc, index) > 0),
        (list::PLACE_AFTER, lexicon.places.after.at(doc, index) > 0),
    ])
}

/// The bits of the checks that hold.
fn set(checks: &[(u16, bool)]) -> u16 {
    checks.iter().fold(0, |bits, &(bit, holds)| if holds { bits | bit } else { bits })
}

/// Rule, kind and place in the name (begins, inside), never 0.
fn mark_rule(looks: &mut [Look], candidate: &Candidate) {
    let rule = match candidate.rule {
        Rule::Gazetteer => 1,
        Rule::Bound => 2,
        Rule::Title => 3,
        Rule::GivenName => 4,
        Rule::Head => 5,
        Rule::Context => 6,
        Rule::BackReference => 7,
        Rule::Learnt => 8,
        Rule::Dateline => 9,
    };
    let mark = rule * 8 + candidate.kind as u8 * 2;
    looks[candidate.range.clone()].iter_mut().for_each(|look| look.rule = mark + 1);
    looks[candidate.range.start].rule = mark;
}

/// The highest two bits of a shape, where a line begins.
const BREAK: u8 = 3;

fn shape(doc: &Document, index: usize) -> u8 {
    let gap = match doc.gap(index) {
        Gap::Nothing => 0,
        Gap::Space => 1,
        Gap::Hyphen => 2,
        Gap::Break => BREAK,
    };
    let shape = match doc.shape(index) {
        Shape::Lower => 1,
        Shape::Capital if doc.word(index).len() == 1 => 2,
        Shape::Capital => 3,
        Shape::Upper => 4 + (doc.word(index).len() > 3) as u8,
        Shape::Number => 6,
        Shape::Possessive => 7,
        Shape::Mark => 8 + (doc.word(index).bytes().next().unwrap_or_default() & 31),
    };
    gap << 6 | shape
}
