//! What the whole article shows of a word: with what it stands, wherever it stands.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::{ByWord, WordHash};
use super::look::{Look, list};
use super::segments::Segment;

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

/// What was seen of each capitalised word, wherever it stands.
pub(super) struct Evidence {
    /// For each token the number of its word; 0 for one never written with a capital where names can be.
    words: Vec<u32>,
    /// By number.
    seen: Vec<Seen>,
}

impl Evidence {
    pub fn of(doc: &Document, lexicon: &Lexicon, looks: &[Look], settled: &[Candidate], segments: &[Segment]) -> Self {
        let mut seen = vec![Seen::default()];
        let mut numbers = Numbers::default();
        for index in segments.iter().flat_map(|segment| segment.range.clone()).filter(|&index| doc.is_capital(index)) {
            let number = numbers.of(doc.hash(index), seen.len() as u32);
            if number as usize == seen.len() {
                seen.push(Seen::default());
            }
            seen[number as usize].0 |= beside(doc, lexicon, looks, index);
        }
        let words: Vec<u32> = (0..doc.tokens.len()).map(|index| numbers.get(doc.hash(index))).collect();
        for (index, &word) in words.iter().enumerate().filter(|&(_, &word)| word > 0) {
            seen[word as usize].0 |= if doc.shape(index) == Shape::Lower { Seen::SMALL } else { 0 };
        }
        let mut evidence = Self { words, seen };
        evidence.note(settled, [Seen::GROUP, Seen::PLACE, Seen::PERSON]);
        evidence
    }

    /// Adds what the tagger took for names the first time it went over the text.
    pub fn learn(&mut self, names: &[Candidate]) {
        self.seen[1..].iter_mut().for_each(|word| word.0 |= Seen::AGAIN);
        self.note(names, [Seen::LEARNT_GROUP, Seen::LEARNT_PLACE, Seen::LEARNT_PERSON]);
    }

    /// Of the word at a token; nothing beyond the text.
    #[inline]
    pub fn at(&self, index: usize) -> Seen {
        self.words.get(index).map_or(Seen::default(), |&word| self.seen[word as usize])
    }

    /// `bits` are those of a group, a place, a person.
    fn note(&mut self, names: &[Candidate], bits: [u32; 3]) {
        for (candidate, index) in names.iter().flat_map(|name| name.range.clone().map(move |index| (name, index))) {
            let word = self.words[index] as usize;
            self.seen[word].0 |= if word > 0 { bits[candidate.kind as usize] } else { 0 };
        }
    }
}

/// Words by the hash of their keys, numbered from 1. Most words of a text have none: a bit for every hash tells most of them at once.
#[derive(Default)]
struct Numbers {
    numbers: ByWord<u32>,
    met: [u64; 32],
}

impl Numbers {
    /// The number of a word; `next` when it has none yet.
    fn of(&mut self, hash: WordHash, next: u32) -> u32 {
        self.met[hash as usize / 64 % 32] |= 1 << (hash % 64);
        *self.numbers.entry(hash).or_insert(next)
    }

    /// 0 for a word without.
    fn get(&self, hash: WordHash) -> u32 {
        if self.met[hash as usize / 64 % 32] >> (hash % 64) & 1 == 0 { 0 } else { self.numbers.get(&hash).copied().unwrap_or(0) }
    }
}

fn beside(doc: &Document, lexicon: &Lexicon, looks: &[Look], index: usize) -> u32 {
    let before = index.checked_sub(1).filter(|_| doc.gap(index) != Gap::Break);
    let behind = Some(index + 1).filter(|&next| next < doc.tokens.len() && doc.gap(next) != Gap::Break);
    let is_title =
        |at: usize| lexicon.titles.before(doc, at + 1) > 0 || (doc.word(at) == "." && at > 0 && lexicon.titles.before(doc, at) > 0);
    let checks = [
        (Seen::INSIDE_SENTENCE, before.is_some() && !doc.begins_sentence(index)),
        (Seen::BEHIND_TITLE, before.is_some_and(is_title)),
        (Seen::BEHIND_GIVEN_NAME, before.is_some_and(|at| doc.is_capital(at) && looks[at].list & list::GIVEN != 0)),
        (Seen::BEFORE_SPEECH, behind.is_some_and(|at| looks[at].list & list::SPEECH != 0)),
        (Seen::BEHIND_IN, before.is_some_and(|at| matches!(doc.key(at), "in" | "at" | "near" | "from" | "to" | "outside" | "around"))),
        (Seen::BEFORE_GROUP_HEAD, behind.is_some_and(|at| doc.is_capital(at) && looks[at].list & list::GROUP_END != 0)),
        (Seen::BEFORE_NUMBER, behind.is_some_and(|at| doc.shape(at) == Shape::Number)),
        (Seen::BEHIND_CAPITAL, before.is_some_and(|at| doc.is_capital(at))),
        (Seen::BEFORE_BRACKET, behind.is_some_and(|at| doc.word(at) == "(")),
    ];
    checks.into_iter().filter(|&(_, holds)| holds).fold(0, |bits, (bit, _)| bits | bit)
}
