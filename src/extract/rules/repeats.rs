//! An article says a name in full once and then again, in full or by surname: what was found anywhere is found everywhere.

use super::super::candidate::{Candidate, Identity, Taken};
use super::super::document::Document;
use super::super::tokens::{Gap, Shape};
use crate::model::{Kind, Rule};
use std::collections::HashMap;
use std::ops::Range;

/// Later (and earlier) mentions of `settled` names on tokens that are still free.
pub(in super::super) fn repeats(doc: &Document, settled: &[Candidate]) -> Vec<Candidate> {
    let forms = by_first_word(doc, settled);
    let mut taken = Taken::by(settled);
    let mut out = Vec::new();
    for at in 0..doc.tokens.len() {
        let here = forms.get(doc.key(at)).into_iter().flatten();
        let mut found = here.rev().filter(|form| form.stands_at(doc, at) && taken.is_free(&(at..at + form.words.len())));
        if let Some(form) = found.next() {
            let range = with_article(doc, at..at + form.words.len(), &taken);
            taken.take(&range);
            out.push(Candidate::new(range, form.kind, Rule::BackReference).known_as(Some(form.identity.clone())));
        }
    }
    out
}

/// People called by surname alone (`Col. Dillon`, `al-Nouri`) are the ones the article calls by their full names.
pub(in super::super) fn name_in_full(doc: &Document, settled: &mut [Candidate]) {
    let full = settled.iter().filter(|candidate| candidate.kind == Kind::Person && names(doc, candidate) > 1);
    let by_surname: HashMap<String, Identity> =
        full.map(|candidate| (doc.key(candidate.range.end - 1).to_string(), identity(doc, candidate))).collect();
    for candidate in settled.iter_mut().filter(|candidate| candidate.kind == Kind::Person && candidate.identity.is_none()) {
        if names(doc, candidate) == 1 {
            candidate.identity = by_surname.get(doc.key(candidate.range.end - 1)).cloned();
        }
    }
}

/// How many names a person is called by, articles such as `al-` not counted.
fn names(doc: &Document, candidate: &Candidate) -> usize {
    candidate.range.clone().filter(|&index| !doc.is_arabic_article(index)).count()
}

/// A way in which the article may say a name again.
struct Form<'a> {
    words: Vec<&'a str>,
    kind: Kind,
    identity: Identity,
}

impl Form<'_> {
    fn stands_at(&self, doc: &Document, at: usize) -> bool {
        self.words
            .iter()
            .enumerate()
            .all(|(offset, word)| doc.key(at + offset) == *word && (offset == 0 || doc.gap(at + offset) != Gap::Break))
            && doc.is_capital(at + self.words.len() - 1)
            && doc.gap(at + self.words.len()) != Gap::Hyphen
    }
}

/// The forms by their first word; shorter forms first, and of two bearers of a surname the one named last.
fn by_first_word<'a>(doc: &'a Document, settled: &[Candidate]) -> HashMap<&'a str, Vec<Form<'a>>> {
    let mut forms: HashMap<&str, Vec<Form>> = HashMap::new();
    // The gazetteer and the brackets have found all of theirs, and an acronym repeated in small letters is a word.
    let said_again = |candidate: &&Candidate| !matches!(candidate.rule, Rule::Gazetteer | Rule::Bound) || candidate.kind == Kind::Person;
    let acronym = |candidate: &&Candidate| candidate.range.len() == 1 && doc.shape(candidate.range.start) == Shape::Upper;
    for candidate in settled.iter().filter(said_again).filter(|candidate| !acronym(candidate)) {
        for range in ways(doc, candidate) {
            let words: Vec<&str> = range.map(|index| doc.key(index)).collect();
            let form = Form { words, kind: candidate.kind, identity: identity(doc, candidate) };
            forms.entry(form.words[0]).or_default().push(form);
        }
    }
    forms.values_mut().for_each(|list| list.sort_by_key(|form| form.words.len()));
    forms
}

/// The whole name, and a person's last one.
fn ways(doc: &Document, candidate: &Candidate) -> Vec<Range<usize>> {
    let range = candidate.range.clone();
    let surname = range.end - 1..range.end;
    let has_surname = candidate.kind == Kind::Person && range.len() > 1 && !doc.word(surname.start).is_empty();
    if has_surname { vec![range, surname] } else { vec![range] }
}

/// Who a candidate is, said so that another mention can point to it.
pub(in super::super) fn identity(doc: &Document, candidate: &Candidate) -> Identity {
    candidate.identity.clone().unwrap_or_else(|| Identity::Named(doc.of(candidate.range.clone()).into()))
}

fn with_article(doc: &Document, mut range: Range<usize>, taken: &Taken) -> Range<usize> {
    if range.start > 0 && doc.is_arabic_article(range.start - 1) && taken.is_free(&(range.start - 1..range.start)) {
        range.start -= 1;
    }
    range
}
