//! An article says a name in full once and then again, in full or by surname: what was found anywhere is found everywhere.

use super::super::candidate::{Candidate, Identity, Taken};
use super::super::document::Document;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::{ByWord, WordHash};
use crate::model::{Kind, Rule};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;

/// Later (and earlier) mentions of `settled` names on tokens that are still free.
pub(in super::super) fn repeats(doc: &Document, settled: &[Candidate]) -> Vec<Candidate> {
    let forms = Forms::of(doc, settled);
    let mut taken = Taken::by(settled);
    let mut out = Vec::new();
    for at in 0..doc.tokens.len() {
        if let Some((length, form)) = forms.longest_at(doc, at, &taken) {
            let range = with_article(doc, at..at + length, &taken);
            taken.take(&range);
            out.push(Candidate::new(range, form.kind, Rule::BackReference).known_as(Some(identity(doc, form))));
        }
    }
    out
}

/// The ways in which the article may say its names again, by their words, and whom each means; of two bearers of a surname the one
/// named last.
#[derive(Default)]
struct Forms<'a> {
    by_words: HashMap<&'a [WordHash], &'a Candidate, FixedState>,
    /// The most words of a form that begins with this one.
    longest: ByWord<usize>,
}

impl<'a> Forms<'a> {
    fn of(doc: &'a Document, settled: &'a [Candidate]) -> Self {
        let mut forms = Self::default();
        // The gazetteer and the brackets have found all of theirs, and an acronym repeated in small letters is a word.
        let said_again =
            |candidate: &&Candidate| !matches!(candidate.rule, Rule::Gazetteer | Rule::Bound) || candidate.kind == Kind::Person;
        let acronym = |candidate: &&Candidate| candidate.range.len() == 1 && doc.shape(candidate.range.start) == Shape::Upper;
        for candidate in settled.iter().filter(said_again).filter(|candidate| !acronym(candidate)) {
            forms.add(doc, candidate.range.clone(), candidate);
            surname(doc, candidate).into_iter().for_each(|range| forms.add(doc, range, candidate));
        }
        forms
    }

    fn add(&mut self, doc: &'a Document, range: Range<usize>, candidate: &'a Candidate) {
        let words = &doc.hashes_from(range.start)[..range.len()];
        let longest = self.longest.entry(words[0]).or_default();
        *longest = words.len().max(*longest);
        self.by_words.insert(words, candidate);
    }

    /// The length of the longest form on free tokens at `at`, and whom it means.
    fn longest_at(&self, doc: &Document, at: usize, taken: &Taken) -> Option<(usize, &'a Candidate)> {
        if doc.shape(at) == Shape::Lower && !doc.is_arabic_article(at) {
            return None;
        }
        let longest = *self.longest.get(&doc.hash(at))?;
        let words = doc.hashes_from(at);
        let free = |length: &usize| may_stand(doc, at..at + length) && taken.is_free(&(at..at + length));
        (1..=longest.min(words.len())).rev().filter(free).find_map(|length| Some((length, *self.by_words.get(&words[..length])?)))
    }
}

/// A name is on one line, ends with a capital, and does not only colour what is behind it.
fn may_stand(doc: &Document, range: Range<usize>) -> bool {
    let on_a_line = range.clone().skip(1).all(|index| doc.gap(index) != Gap::Break);
    on_a_line && doc.is_capital(range.end - 1) && doc.gap(range.end) != Gap::Hyphen
}

/// A person's last name.
fn surname(doc: &Document, candidate: &Candidate) -> Option<Range<usize>> {
    let range = &candidate.range;
    let has_surname = candidate.kind == Kind::Person && range.len() > 1 && !doc.word(range.end - 1).is_empty();
    has_surname.then(|| range.end - 1..range.end)
}

/// Who a candidate is, said so that another mention can point to it.
pub(in super::super) fn identity(doc: &Document, candidate: &Candidate) -> Identity {
    candidate.identity.unwrap_or_else(|| Identity::Named(doc.words(candidate.range.clone())))
}

fn with_article(doc: &Document, mut range: Range<usize>, taken: &Taken) -> Range<usize> {
    if range.start > 0 && doc.is_arabic_article(range.start - 1) && taken.is_free(&(range.start - 1..range.start)) {
        range.start -= 1;
    }
    range
}
