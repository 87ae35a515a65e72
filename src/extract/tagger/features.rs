//! What the tagger looks at in a word and around it, as rows of the table of weights.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::mark;
use super::evidence::{Seen, evidence, learnt};
use super::known::{Known, KnownWords};
use super::segments::Segment;
use super::weights::ROWS;
use crate::model::Rule;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64;

/// One text's words, ready to be asked for their features.
pub(super) struct Features<'a> {
    doc: &'a Document<'a>,
    seen: HashMap<&'a str, Seen, FixedState>,
    /// What lists say of each token, one bit a list.
    lists: Vec<u32>,
    /// What the rules found there: rule, kind and place in the name; 0 for nothing.
    ruled: Vec<u8>,
    /// How the line is written in which each token stands.
    lines: Vec<Line>,
    /// The run of capitalised words around each token.
    runs: Vec<(u32, u32)>,
}

/// How a line is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Line {
    Prose,
    /// No small letter but in figures.
    Capitals,
    /// Every longer word begins with a capital.
    Title,
    /// A third of its tokens are numbers.
    Table,
}

/// Bits of what lists say.
mod list {
    pub const GIVEN: u32 = 1;
    pub const SURNAME: u32 = 1 << 1;
    pub const PLACE: u32 = 1 << 2;
    pub const SMALL: u32 = 1 << 3;
    pub const TITLE: u32 = 1 << 4;
    pub const DEMONYM: u32 = 1 << 5;
    pub const OPENER: u32 = 1 << 6;
    pub const SPEECH: u32 = 1 << 7;
    pub const GROUP_END: u32 = 1 << 8;
    pub const GROUP_BEGIN: u32 = 1 << 9;
    pub const PLACE_END: u32 = 1 << 10;
    pub const PLACE_BEGIN: u32 = 1 << 11;
    pub const PLACE_BEFORE: u32 = 1 << 12;
    pub const PLACE_AFTER: u32 = 1 << 13;
    pub const OWN_GIVEN: u32 = 1 << 14;
    pub const CLUB_TOWN: u32 = 1 << 15;
    pub const BITS: u32 = 16;
}

impl<'a> Features<'a> {
    pub(super) fn of(doc: &'a Document, lexicon: &Lexicon, words: &KnownWords, settled: &[Candidate], segments: &[Segment]) -> Self {
        let count = doc.tokens.len();
        let seen = evidence(doc, lexicon, words, settled, segments);
        let mut lists = vec![0; count];
        for segment in segments {
            let around = segment.range.start.saturating_sub(2)..(segment.range.end + 2).min(count);
            let unseen = lists[around.clone()].iter_mut().zip(around).filter(|(list, _)| **list == 0);
            unseen.for_each(|(list, index)| *list = listed(doc, lexicon, words, index));
        }
        let mut ruled = vec![0; count];
        settled.iter().for_each(|candidate| rule_marks(&mut ruled, candidate));
        Self { doc, seen, lists, ruled, lines: lines(doc), runs: runs(doc) }
    }

    /// The same with what the tagger found when it looked at them first.
    pub(super) fn again(mut self, names: &[Candidate]) -> Self {
        learnt(self.doc, &mut self.seen, names);
        self
    }

    /// The rows of the features of token `index` that stay the same when it is looked at again, into `rows`.
    pub(super) fn lasting_rows(&self, index: usize, rows: &mut Vec<u32>) {
        rows.clear();
        let mut sink = Sink { rows, template: 0 };
        self.words(index, &mut sink);
        self.shapes(index, &mut sink);
        self.lists(index, &mut sink);
        self.rules(index, &mut sink);
        self.run(index, &mut sink);
    }

    /// Those of what the whole article shows, which its first reading adds to.
    pub(super) fn article_rows(&self, index: usize, rows: &mut Vec<u32>) {
        rows.clear();
        self.document(index, &mut Sink { rows, template: LASTING });
    }

    fn words(&self, index: usize, sink: &mut Sink) {
        let [far, before, here, behind, next] = [-2, -1, 0, 1, 2].map(|offset| self.hash(index, offset));
        for value in [far, before, here, behind, next] {
            sink.add(value, 0);
        }
        sink.add(before, here);
        sink.add(here, behind);
        sink.add(before, behind);
        let key = self.doc.key(index);
        for length in [2, 3, 4] {
            sink.add(prefix(key, length), 0);
            sink.add(suffix(key, length), 0);
        }
    }

    fn shapes(&self, index: usize, sink: &mut Sink) {
        let [far, before, here, behind, next] = [-2, -1, 0, 1, 2].map(|offset| self.shape(index, offset));
        let line = self.lines[index] as u64;
        sink.add(here, line);
        sink.add(before << 8 | here, behind);
        sink.add(far << 8 | before, here);
        sink.add(here << 8 | behind, next);
        sink.add(self.begins(index), here << 8 | line);
        sink.add(self.begins(index), self.hash(index, 0));
        sink.add(word_form(self.doc.word(index)), 0);
    }

    fn lists(&self, index: usize, sink: &mut Sink) {
        let [before, here, behind] = [-1, 0, 1].map(|offset| self.list(index, offset));
        for bit in 0..list::BITS {
            sink.flag(before, bit);
            sink.flag(here, bit);
            sink.flag(behind, bit);
        }
        sink.add(here, self.lines[index] as u64);
        sink.add(before, here);
        sink.add(here, behind);
        sink.add(self.list(index, -2) << 20 | before, here);
        sink.add(here, self.begins(index));
        sink.add(here, self.hash(index, -1));
        sink.add(here, self.hash(index, 1));
    }

    fn rules(&self, index: usize, sink: &mut Sink) {
        let [before, here, behind] = [-1, 0, 1].map(|offset| self.rule(index, offset));
        sink.add(here, 0);
        sink.add(here, self.list(index, 0));
        sink.add(before, here);
        sink.add(here, behind);
        sink.add(here, self.shape(index, 0) << 8 | self.shape(index, 1));
        sink.add(here, self.hash(index, -1));
        sink.add(here, self.hash(index, 1));
        sink.add(here, self.lines[index] as u64);
    }

    fn document(&self, index: usize, sink: &mut Sink) {
        let seen =
            |offset: isize| self.at(index, offset).and_then(|at| self.seen.get(self.doc.key(at))).map_or(0, |seen| u64::from(seen.0));
        let here = seen(0);
        for bit in 0..Seen::BITS {
            sink.flag(here, bit);
        }
        let first = here & u64::from(Seen::LEARNT);
        if first != 0 {
            sink.add(first, self.rule(index, 0));
            sink.add(first, seen(1) & u64::from(Seen::LEARNT));
            sink.add(first, seen(-1) & u64::from(Seen::LEARNT));
            sink.add(first, self.list(index, 0));
            sink.add(first, self.shape(index, 0) << 8 | self.begins(index));
        } else {
            sink.template += 5;
        }
        let here = here & !u64::from(Seen::LEARNT);
        sink.add(here, self.list(index, 0));
        sink.add(here & u64::from(Seen::SMALL | Seen::INSIDE_SENTENCE), self.begins(index) << 4 | self.lines[index] as u64);
        let kinds = u64::from(Seen::PERSON | Seen::GROUP | Seen::PLACE);
        sink.add(here & kinds, seen(1) & kinds);
        sink.add(here & kinds, self.rule(index, 0));
    }

    fn run(&self, index: usize, sink: &mut Sink) {
        let (start, end) = self.runs[index];
        let (start, end) = (start as usize, end as usize);
        let length = (end - start).min(6) as u64;
        let place = ((index.saturating_sub(start)).min(4) as u64) << 8 | (end.saturating_sub(index + 1)).min(4) as u64;
        let last = end.saturating_sub(1).max(start);
        sink.add(length, place);
        sink.add(self.doc.hash(last), place);
        sink.add(self.list(last, 0), place);
        sink.add(self.hash(start, -1), 0);
        sink.add(self.hash(last, 1), 0);
        sink.add(self.hash(start, -1), length << 8 | self.lines[index] as u64);
        sink.add(self.hash(last, 1), length);
        sink.add(self.hash(start, -1), self.hash(last, 1));
        sink.add(self.list(start, -1), self.list(last, 1));
        sink.add(self.list(start, 0), length << 16 | place);
    }

    fn at(&self, index: usize, offset: isize) -> Option<usize> {
        index.checked_add_signed(offset).filter(|&at| at < self.doc.tokens.len())
    }

    /// Words beyond a line's end are not seen.
    fn near(&self, index: usize, offset: isize) -> Option<usize> {
        let at = self.at(index, offset)?;
        let between = if at < index { at + 1..index + 1 } else { index + 1..at + 1 };
        (!between.into_iter().any(|token| self.doc.gap(token) == Gap::Break)).then_some(at)
    }

    fn hash(&self, index: usize, offset: isize) -> u64 {
        self.near(index, offset).map_or(1, |at| if self.doc.shape(at) == Shape::Number { 2 } else { self.doc.hash(at) })
    }

    fn list(&self, index: usize, offset: isize) -> u64 {
        self.near(index, offset).map_or(0, |at| u64::from(self.lists[at]))
    }

    fn rule(&self, index: usize, offset: isize) -> u64 {
        self.near(index, offset).map_or(255, |at| u64::from(self.ruled[at]))
    }

    /// Shape, gap before, and the mark itself where it is one.
    fn shape(&self, index: usize, offset: isize) -> u64 {
        let Some(at) = self.near(index, offset) else { return 0 };
        let gap = match self.doc.gap(at) {
            Gap::Nothing => 0,
            Gap::Space => 1,
            Gap::Hyphen => 2,
            Gap::Break => 3,
        };
        let shape = match self.doc.shape(at) {
            Shape::Lower => 1,
            Shape::Capital if self.doc.word(at).len() == 1 => 2,
            Shape::Capital => 3,
            Shape::Upper => 4 + (self.doc.word(at).len() > 3) as u64,
            Shape::Number => 6,
            Shape::Possessive => 7,
            Shape::Mark => 8 + (self.doc.word(at).bytes().next().unwrap_or_default() & 31) as u64,
        };
        gap << 6 | shape
    }

    fn begins(&self, index: usize) -> u64 {
        u64::from(self.doc.begins_sentence(index)) + 2 * u64::from(index < self.doc.body)
    }
}

/// More templates than the lasting features have: the article's are numbered from here.
const LASTING: u64 = 1 << 10;

/// Collects rows; each call is a template of its own.
struct Sink<'r> {
    rows: &'r mut Vec<u32>,
    template: u64,
}

impl Sink<'_> {
    fn add(&mut self, one: u64, other: u64) {
        self.template += 1;
        let mixed = (one ^ other.rotate_left(29) ^ self.template.wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        self.rows.push((mixed >> 40) as u32 & (ROWS as u32 - 1));
    }

    /// A feature only where the bit is set.
    fn flag(&mut self, bits: u64, bit: u32) {
        if bits & (1 << bit) != 0 {
            self.add(1, 0);
        } else {
            self.template += 1;
        }
    }
}

fn listed(doc: &Document, lexicon: &Lexicon, words: &KnownWords, index: usize) -> u32 {
    let hash = doc.hash(index);
    let word = matches!(doc.shape(index), Shape::Capital | Shape::Upper | Shape::Lower);
    let checks = [
        (list::GIVEN, word && words.has(Known::Given, hash)),
        (list::SURNAME, word && words.has(Known::Surname, hash)),
        (list::PLACE, word && words.has(Known::Place, hash)),
        (list::SMALL, word && words.has(Known::Small, hash)),
        (list::TITLE, lexicon.titles.at(doc, index) > 0),
        (list::DEMONYM, doc.has(index, mark::DEMONYM)),
        (list::OPENER, doc.has(index, mark::OPENER)),
        (list::SPEECH, lexicon.speech.at(doc, index) > 0),
        (list::GROUP_END, lexicon.groups.ending.at(doc, index) > 0),
        (list::GROUP_BEGIN, lexicon.groups.beginning.at(doc, index) > 0),
        (list::PLACE_END, lexicon.places.ending.at(doc, index) > 0),
        (list::PLACE_BEGIN, lexicon.places.beginning.at(doc, index) > 0),
        (list::PLACE_BEFORE, lexicon.places.before.at(doc, index) > 0),
        (list::PLACE_AFTER, lexicon.places.after.at(doc, index) > 0),
        (list::OWN_GIVEN, doc.has(index, mark::GIVEN)),
        (list::CLUB_TOWN, doc.has(index, mark::CLUB_TOWN)),
    ];
    checks.into_iter().filter(|&(_, holds)| holds).fold(0, |bits, (bit, _)| bits | bit)
}

/// Rule, kind and place in the name (begins, inside), never 0.
fn rule_marks(ruled: &mut [u8], candidate: &Candidate) {
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
    ruled[candidate.range.clone()].fill(mark + 1);
    ruled[candidate.range.start] = mark;
}

fn lines(doc: &Document) -> Vec<Line> {
    let mut out = Vec::with_capacity(doc.tokens.len());
    let mut start = 0;
    for end in 1..=doc.tokens.len() {
        if doc.gap(end) == Gap::Break {
            out.resize(end, line(doc, start..end));
            start = end;
        }
    }
    out
}

fn line(doc: &Document, range: Range<usize>) -> Line {
    let count = |shape: Shape| range.clone().filter(|&index| doc.shape(index) == shape).count();
    let (small, capital, upper, numbers) = (count(Shape::Lower), count(Shape::Capital), count(Shape::Upper), count(Shape::Number));
    let long_small = || range.clone().filter(|&index| doc.shape(index) == Shape::Lower && doc.word(index).len() > 4).count();
    match () {
        () if numbers * 3 >= range.len() && numbers > 1 => Line::Table,
        () if upper > 1 && small == 0 && upper > capital => Line::Capitals,
        () if capital > 2 && range.len() <= 30 && long_small() == 0 && capital * 2 > small => Line::Title,
        () => Line::Prose,
    }
}

/// For each token the run of capitalised words it is in: two words a break, a mark or a small word apart are in two. A token
/// outside a run is one of its own.
fn runs(doc: &Document) -> Vec<(u32, u32)> {
    let mut out: Vec<(u32, u32)> = Vec::with_capacity(doc.tokens.len());
    let mut start = 0;
    while start < doc.tokens.len() {
        let mut end = start + 1;
        while doc.is_capital(start) && end < doc.tokens.len() && doc.is_capital(end) && matches!(doc.gap(end), Gap::Space | Gap::Hyphen) {
            end += 1;
        }
        out.resize(end, (start as u32, end as u32));
        start = end;
    }
    out
}

fn prefix(key: &str, letters: usize) -> u64 {
    let end = key.char_indices().nth(letters).map_or(key.len(), |(at, _)| at);
    xxh3_64(&key.as_bytes()[..end]) ^ letters as u64
}

fn suffix(key: &str, letters: usize) -> u64 {
    let start = key.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    xxh3_64(&key.as_bytes()[start..]) ^ letters as u64
}

/// `Xx`, `XX`, `X.`, `Xx9`: kinds of characters, repeats once.
fn word_form(word: &str) -> u64 {
    let mut form = 0;
    let mut last = 0;
    for c in word.chars() {
        let class = match () {
            () if c.is_uppercase() => 1,
            () if c.is_lowercase() => 2,
            () if c.is_numeric() => 3,
            () => 4,
        };
        if class != last {
            form = form * 5 + class;
            last = class;
        }
    }
    form
}
