//! What the tagger looks at in a word and around it, as rows of the table of weights.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::evidence::{Evidence, Seen};
use super::known::KnownWords;
use super::lines::{Line, lines, runs};
use super::look::{Look, list, looks};
use super::memory::Kept;
use super::rows::{Rows, Sink};
use super::segments::Segment;
use super::spelling::{prefix, suffix, word_form};

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

/// A look as values of features.
#[derive(Copy, Clone)]
struct View {
    hash: u64,
    list: u64,
    rule: u64,
    shape: u64,
}

impl View {
    #[inline]
    fn of(&Look { hash, list, rule, shape }: &Look) -> Self {
        View { hash, list: u64::from(list), rule: u64::from(rule), shape: u64::from(shape) }
    }
}

impl<'a> Features<'a> {
    /// `known` is what the words of texts before were known as.
    pub(super) fn of(
        doc: &'a Document,
        lexicon: &Lexicon,
        words: &KnownWords,
        settled: &[Candidate],
        segments: &[Segment],
        known: &mut Kept<u8>,
    ) -> Self {
        let looks = looks(doc, lexicon, words, settled, segments, known);
        let evidence = Evidence::of(doc, lexicon, &looks, settled, segments);
        Self { doc, evidence, looks, lines: lines(doc), runs: runs(doc) }
    }

    /// The same with what the tagger found when it looked at them first.
    pub(super) fn again(mut self, names: &[Candidate]) -> Self {
        self.evidence.learn(names);
        self
    }

    /// The rows of all features of token `index`.
    pub(super) fn rows(&self, index: usize, rows: &mut impl Rows) {
        self.spelt(index, rows);
        self.beside(index, rows);
        self.seen(index, rows);
        self.learnt(index, rows);
        self.article(index, rows);
    }

    /// Of those that stay the same when the token is looked at again, its spelling left out.
    pub(super) fn lasting_rows(&self, index: usize, rows: &mut impl Rows) {
        self.beside(index, rows);
        self.seen(index, rows);
        self.article(index, rows);
    }

    /// Of what the first reading adds.
    pub(super) fn learnt(&self, index: usize, rows: &mut impl Rows) {
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

    /// Of the letters the word begins and ends with: wherever it stands they are the same.
    pub(super) fn spelt(&self, index: usize, rows: &mut impl Rows) {
        let mut sink = Sink { rows, template: WORDS };
        let key = self.doc.key(index);
        for length in [2, 3, 4] {
            sink.add(prefix(key, length), 0);
            sink.add(suffix(key, length), 0);
        }
    }

    /// Of the word, the words around it, and its run of capitals.
    fn beside(&self, index: usize, rows: &mut impl Rows) {
        let mut sink = Sink { rows, template: 0 };
        let views = &self.views(index);
        self.words(views, &mut sink);
        self.shapes(index, views, &mut sink);
        self.lists(index, views, &mut sink);
        self.rules(index, views, &mut sink);
        self.run(index, &mut sink);
    }

    fn words(&self, views: &[View; 5], sink: &mut Sink<impl Rows>) {
        let &[
            View { hash: far, .. },
            View { hash: before, .. },
            View { hash: here, .. },
            View { hash: behind, .. },
            View { hash: next, .. },
        ] = views;
        for value in [far, before, here, behind, next] {
            sink.add(value, 0);
        }
        sink.add(before, here);
        sink.add(here, behind);
        sink.add(before, behind);
        sink.template += SPELT;
    }

    fn shapes(&self, index: usize, views: &[View; 5], sink: &mut Sink<impl Rows>) {
        let &[
            View { shape: far, .. },
            View { shape: before, .. },
            View { shape: here, .. },
            View { shape: behind, .. },
            View { shape: next, .. },
        ] = views;
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

    fn lists(&self, index: usize, views: &[View; 5], sink: &mut Sink<impl Rows>) {
        let &[View { list: far, .. }, View { list: before, .. }, View { list: here, .. }, View { list: behind, .. }, _] = views;
        sink.flags([before, here, behind], list::BITS);
        sink.add(here, self.lines[index] as u64);
        sink.add(before, here);
        sink.add(here, behind);
        sink.add(far << 20 | before, here);
        sink.add(here, self.begins(index));
        sink.add(here, views[1].hash);
        sink.add(here, views[3].hash);
    }

    fn rules(&self, index: usize, views: &[View; 5], sink: &mut Sink<impl Rows>) {
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

    fn run(&self, index: usize, sink: &mut Sink<impl Rows>) {
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
    fn seen(&self, index: usize, rows: &mut impl Rows) {
        let here = self.evidence.at(index).0 & !Seen::LEARNT;
        Sink { rows, template: LASTING }.flags([u64::from(here)], Seen::BITS);
    }

    /// The same beside what is seen of the token itself.
    fn article(&self, index: usize, rows: &mut impl Rows) {
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
    #[inline]
    fn views(&self, index: usize) -> [View; 5] {
        let here = &self.looks[index];
        let (before, behind) = (self.before(index), self.behind(index));
        let far = if index > 0 && !here.is_behind_break() { self.before(index - 1) } else { View::of(&Look::NOTHING) };
        let next = self.looks.get(index + 1).filter(|look| !look.is_behind_break()).map(|_| self.behind(index + 1));
        [far, before, View::of(here), behind, next.unwrap_or(View::of(&Look::NOTHING))]
    }

    #[inline]
    fn before(&self, index: usize) -> View {
        let seen = index > 0 && !self.looks[index].is_behind_break();
        if seen { self.view(index - 1) } else { View::of(&Look::NOTHING) }
    }

    /// Behind the last token is a break.
    #[inline]
    fn behind(&self, index: usize) -> View {
        View::of(self.looks.get(index + 1).filter(|look| !look.is_behind_break()).unwrap_or(&Look::NOTHING))
    }

    #[inline]
    fn view(&self, index: usize) -> View {
        View::of(&self.looks[index])
    }

    fn begins(&self, index: usize) -> u64 {
        u64::from(self.doc.begins_sentence(index)) + 2 * u64::from(index < self.doc.body)
    }
}

/// Templates of the word and the words around it, and of its spelling behind them.
const WORDS: u64 = 8;
const SPELT: u64 = 6;
/// More templates than the lasting features have: the article's are numbered from here.
const LASTING: u64 = 1 << 10;
/// Templates of what the first reading adds, but for its flags.
const LEARNT: u64 = 5;
