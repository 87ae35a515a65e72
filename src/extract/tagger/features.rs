//! What the tagger looks at in a word and around it, as rows of the table of weights.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::mark;
use super::evidence::{Evidence, Seen};
use super::known::{Known, KnownWords};
use super::lines::{Line, lines, runs};
use super::rows::{Rows, Sink};
use super::segments::Segment;
use crate::model::Rule;
use xxhash_rust::xxh3::xxh3_64;

/// One text's words, ready to be asked for their features.
pub(super) struct Features<'a> {
    doc: &'a Document<'a>,
    evidence: Evidence,
    looks: Vec<Look>,
    /// How the line is written in which each token stands.
    lines: Vec<Line>,
    /// The run of capitalised words around each token.
    runs: Vec<(u32, u32)>,
}

/// A token as it looks from wherever it is seen.
#[derive(Copy, Clone, Default)]
struct Look {
    /// What lists say of it, one bit a list.
    list: u16,
    /// What the rules found there: rule, kind and place in the name; 0 for nothing.
    rule: u8,
    /// Shape, gap before, and the mark itself where it is one.
    shape: u8,
}

/// The same as values of features, with the hash of the word.
#[derive(Copy, Clone)]
struct View {
    hash: u64,
    list: u64,
    rule: u64,
    shape: u64,
}

/// Words beyond a line's end are not seen.
const NOTHING: View = View { hash: 1, list: 0, rule: 255, shape: 0 };

/// Bits of what lists say.
mod list {
    pub const GIVEN: u16 = 1;
    pub const SURNAME: u16 = 1 << 1;
    pub const PLACE: u16 = 1 << 2;
    pub const SMALL: u16 = 1 << 3;
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

impl<'a> Features<'a> {
    pub(super) fn of(doc: &'a Document, lexicon: &Lexicon, words: &KnownWords, settled: &[Candidate], segments: &[Segment]) -> Self {
        let count = doc.tokens.len();
        let evidence = Evidence::of(doc, lexicon, words, settled, segments);
        let mut looks = vec![Look::default(); count];
        let mut looked = 0;
        for segment in segments {
            let around = segment.range.start.saturating_sub(2).max(looked)..(segment.range.end + 2).min(count);
            looked = around.end;
            around.for_each(|index| looks[index] = Look { list: listed(doc, lexicon, words, index), rule: 0, shape: shape(doc, index) });
        }
        settled.iter().for_each(|candidate| mark_rule(&mut looks, candidate));
        Self { doc, evidence, looks, lines: lines(doc), runs: runs(doc) }
    }

    /// The same with what the tagger found when it looked at them first.
    pub(super) fn again(mut self, names: &[Candidate]) -> Self {
        self.evidence.learn(names);
        self
    }

    /// The rows of all features of token `index`, in the order in which the tagger learns them.
    pub(super) fn rows(&self, index: usize, rows: &mut Rows) {
        self.beside(index, rows);
        self.seen(index, rows);
        self.learnt(index, rows);
        self.article(index, rows);
    }

    /// Of those that stay the same when the token is looked at again.
    pub(super) fn lasting_rows(&self, index: usize, rows: &mut Rows) {
        self.beside(index, rows);
        self.seen(index, rows);
        self.article(index, rows);
    }

    /// Of what the first reading adds.
    pub(super) fn learnt(&self, index: usize, rows: &mut Rows) {
        let seen = |at: Option<usize>| at.map_or(0, |at| u64::from(self.evidence.at(at).0 & Seen::LEARNT));
        let first = seen(Some(index));
        if first == 0 {
            return;
        }
        let mut sink = Sink { rows, template: LASTING };
        sink.flags([first], Seen::BITS);
        let view = self.view(index);
        sink.add(first, view.rule);
        sink.add(first, seen(Some(index + 1)));
        sink.add(first, seen(index.checked_sub(1)));
        sink.add(first, view.list);
        sink.add(first, view.shape << 8 | self.begins(index));
    }

    /// Of the word, the words around it, and its run of capitals.
    fn beside(&self, index: usize, rows: &mut Rows) {
        let mut sink = Sink { rows, template: 0 };
        let views = self.views(index);
        self.words(index, views, &mut sink);
        self.shapes(index, views, &mut sink);
        self.lists(index, views, &mut sink);
        self.rules(index, views, &mut sink);
        self.run(index, &mut sink);
    }

    fn words(&self, index: usize, views: [View; 5], sink: &mut Sink) {
        let [far, before, here, behind, next] = views.map(|view| view.hash);
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

    fn shapes(&self, index: usize, views: [View; 5], sink: &mut Sink) {
        let [far, before, here, behind, next] = views.map(|view| view.shape);
        let line = self.lines[index] as u64;
        let begins = self.begins(index);
        sink.add(here, line);
        sink.add(before << 8 | here, behind);
        sink.add(far << 8 | before, here);
        sink.add(here << 8 | behind, next);
        sink.add(begins, here << 8 | line);
        sink.add(begins, views[2].hash);
        sink.add(word_form(self.doc.word(index)), 0);
    }

    fn lists(&self, index: usize, views: [View; 5], sink: &mut Sink) {
        let [far, before, here, behind, _] = views.map(|view| view.list);
        sink.flags([before, here, behind], list::BITS);
        sink.add(here, self.lines[index] as u64);
        sink.add(before, here);
        sink.add(here, behind);
        sink.add(far << 20 | before, here);
        sink.add(here, self.begins(index));
        sink.add(here, views[1].hash);
        sink.add(here, views[3].hash);
    }

    fn rules(&self, index: usize, views: [View; 5], sink: &mut Sink) {
        let [_, before, here, behind, _] = views;
        sink.add(here.rule, 0);
        sink.add(here.rule, here.list);
        sink.add(before.rule, here.rule);
        sink.add(here.rule, behind.rule);
        sink.add(here.rule, here.shape << 8 | behind.shape);
        sink.add(here.rule, before.hash);
        sink.add(here.rule, behind.hash);
        sink.add(here.rule, self.lines[index] as u64);
    }

    fn run(&self, index: usize, sink: &mut Sink) {
        let (start, end) = self.runs[index];
        let (start, end) = (start as usize, end as usize);
        let length = (end - start).min(6) as u64;
        let place = ((index.saturating_sub(start)).min(4) as u64) << 8 | (end.saturating_sub(index + 1)).min(4) as u64;
        let last = end.saturating_sub(1).max(start);
        let (before, behind) = (self.before(start), self.behind(last));
        sink.add(length, place);
        sink.add(self.doc.hash(last), place);
        sink.add(self.view(last).list, place);
        sink.add(before.hash, 0);
        sink.add(behind.hash, 0);
        sink.add(before.hash, length << 8 | self.lines[index] as u64);
        sink.add(behind.hash, length);
        sink.add(before.hash, behind.hash);
        sink.add(before.list, behind.list);
        sink.add(self.view(start).list, length << 16 | place);
    }

    /// What the whole article shows of the word.
    fn seen(&self, index: usize, rows: &mut Rows) {
        let here = self.evidence.at(index).0 & !Seen::LEARNT;
        Sink { rows, template: LASTING }.flags([u64::from(here)], Seen::BITS);
    }

    /// The same beside what is seen of the token itself.
    fn article(&self, index: usize, rows: &mut Rows) {
        let mut sink = Sink { rows, template: LASTING + u64::from(Seen::BITS) + LEARNT };
        let here = u64::from(self.evidence.at(index).0 & !Seen::LEARNT);
        let kinds = u64::from(Seen::PERSON | Seen::GROUP | Seen::PLACE);
        let view = self.view(index);
        sink.add(here, view.list);
        sink.add(here & u64::from(Seen::SMALL | Seen::INSIDE_SENTENCE), self.begins(index) << 4 | self.lines[index] as u64);
        sink.add(here & kinds, u64::from(self.evidence.at(index + 1).0) & kinds);
        sink.add(here & kinds, view.rule);
    }

    /// Token `index` and the two on either side of it.
    fn views(&self, index: usize) -> [View; 5] {
        let (before, behind) = (self.before(index), self.behind(index));
        let far = if index > 0 && self.doc.gap(index) != Gap::Break { self.before(index - 1) } else { NOTHING };
        let next = if self.doc.gap(index + 1) != Gap::Break { self.behind(index + 1) } else { NOTHING };
        [far, before, self.view(index), behind, next]
    }

    fn before(&self, index: usize) -> View {
        if index > 0 && self.doc.gap(index) != Gap::Break { self.view(index - 1) } else { NOTHING }
    }

    /// Behind the last token is a break.
    fn behind(&self, index: usize) -> View {
        if self.doc.gap(index + 1) == Gap::Break { NOTHING } else { self.view(index + 1) }
    }

    fn view(&self, index: usize) -> View {
        let Look { list, rule, shape } = self.looks[index];
        let hash = if self.doc.shape(index) == Shape::Number { 2 } else { self.doc.hash(index) };
        View { hash, list: u64::from(list), rule: u64::from(rule), shape: u64::from(shape) }
    }

    fn begins(&self, index: usize) -> u64 {
        u64::from(self.doc.begins_sentence(index)) + 2 * u64::from(index < self.doc.body)
    }
}

/// More templates than the lasting features have: the article's are numbered from here.
const LASTING: u64 = 1 << 10;
/// Templates of what the first reading adds, but for its flags.
const LEARNT: u64 = 5;

fn listed(doc: &Document, lexicon: &Lexicon, words: &KnownWords, index: usize) -> u16 {
    let hash = doc.hash(index);
    let word = matches!(doc.shape(index), Shape::Capital | Shape::Upper | Shape::Lower);
    let checks = [
        (list::GIVEN, word && words.has(Known::Given, hash)),
        (list::SURNAME, word && words.has(Known::Surname, hash)),
        (list::PLACE, word && words.has(Known::Place, hash)),
        (list::SMALL, word && words.has(Known::Small, hash)),
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

fn shape(doc: &Document, index: usize) -> u8 {
    let gap = match doc.gap(index) {
        Gap::Nothing => 0,
        Gap::Space => 1,
        Gap::Hyphen => 2,
        Gap::Break => 3,
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

fn prefix(key: &str, letters: usize) -> u64 {
    let end = if key.is_ascii() { letters.min(key.len()) } else { key.char_indices().nth(letters).map_or(key.len(), |(at, _)| at) };
    xxh3_64(&key.as_bytes()[..end]) ^ letters as u64
}

fn suffix(key: &str, letters: usize) -> u64 {
    let nth = || key.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    let start = if key.is_ascii() { key.len().saturating_sub(letters) } else { nth() };
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
