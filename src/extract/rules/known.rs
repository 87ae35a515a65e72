//! What the gazetteer names, less what only modifies (`US-backed`), plus an article the gazetteer leaves out (`al-Raqqa`).

use super::super::candidate::{Candidate, Identity};
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::Shape;
use crate::model::{Kind, Rule};

pub(in super::super) fn known(doc: &Document, lexicon: &Lexicon) -> Vec<Candidate> {
    let found = lexicon.forms.find(doc).into_iter();
    found
        .map(|known| Candidate::new(known.range, known.kind, Rule::Gazetteer).known_as(Some(Identity::Entry(known.entry))))
        .flat_map(|candidate| at_comma(doc, lexicon, candidate))
        .map(|candidate| with_article(doc, candidate))
        .filter(|candidate| !doc.is_modifier(&candidate.range) && !is_shouted_word(doc, candidate))
        .collect()
}

/// `San Jose, California` tells which San Jose is meant, and names two places.
fn at_comma(doc: &Document, lexicon: &Lexicon, candidate: Candidate) -> Vec<Candidate> {
    let comma = candidate.range.clone().find(|&at| candidate.kind == Kind::Place && doc.word(at) == ",");
    let Some(comma) = comma else { return vec![candidate] };
    let rest = comma + 1..candidate.range.end;
    let known = lexicon.forms.lookup(doc.of(rest.clone()));
    let region = known.map(|(entry, kind)| Candidate::new(rest, kind, Rule::Gazetteer).known_as(Some(Identity::Entry(entry))));
    [Candidate { range: candidate.range.start..comma, ..candidate }].into_iter().chain(region).collect()
}

fn with_article(doc: &Document, mut candidate: Candidate) -> Candidate {
    let start = candidate.range.start;
    if candidate.kind != Kind::Group && start > 0 && doc.is_arabic_article(start - 1) {
        candidate.range.start -= 1;
    }
    candidate
}

/// In a line of capitals `WHO` and `IS` are most likely words.
fn is_shouted_word(doc: &Document, candidate: &Candidate) -> bool {
    let lone = candidate.range.len() == 1 && doc.shape(candidate.range.start) == Shape::Upper;
    let is_word =
        matches!(doc.key(candidate.range.start), "is" | "us" | "who" | "it" | "un" | "ap" | "and" | "or" | "in" | "on" | "for" | "as");
    lone && is_word && doc.sentence(candidate.range.start).all(|index| !matches!(doc.shape(index), Shape::Lower))
}
