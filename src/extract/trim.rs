//! What a learnt name must not take with it: a title, a nationality before a person, a party's letter, the country behind its town;
//! and what belongs to it: the full stop of a short form.

use super::candidate::Candidate;
use super::document::Document;
use super::lexicon::Lexicon;
use super::tokens::{Gap, Shape};
use super::vocabulary::{WordSet, mark};
use crate::model::Kind;
use std::ops::Range;

pub(super) fn trim(doc: &Document, lexicon: &Lexicon, learnt: Vec<Candidate>) -> Vec<Candidate> {
    let names = learnt.into_iter().flat_map(|name| at_commas(doc, name)).map(|name| addressed(doc, name));
    let names = names.filter_map(|name| if name.kind == Kind::Person { person(doc, lexicon, name) } else { Some(name) });
    let events = events(doc);
    let is_event = |range: &Range<usize>| is_event(doc, range) || (range.len() == 1 && events.contains(&doc.hash(range.start)));
    names.filter(|name| !is_event(&name.range) && !is_in_title(doc, &name.range)).map(|name| with_full_stop(doc, name)).collect()
}

/// `Oslo, Norway` is two places.
fn at_commas(doc: &Document, name: Candidate) -> impl Iterator<Item = Candidate> {
    let mut rest = name.range.clone();
    std::iter::from_fn(move || {
        rest.start += rest.clone().take_while(|&at| is_cut(doc, &name, at)).count();
        let piece = rest.start..rest.start + rest.clone().take_while(|&at| !is_cut(doc, &name, at)).count();
        rest.start = piece.end;
        (!piece.is_empty()).then(|| Candidate { range: piece, ..name.clone() })
    })
}

fn is_cut(doc: &Document, name: &Candidate, at: usize) -> bool {
    name.kind == Kind::Place && doc.word(at) == ","
}

/// Whoever is addressed is a person.
fn addressed(doc: &Document, name: Candidate) -> Candidate {
    let is_address = |at: usize| matches!(doc.key(at), "mr" | "mrs" | "ms" | "miss" | "dr");
    let before = name.range.start.checked_sub(1).is_some_and(|at| is_address(at) || (doc.word(at) == "." && at > 0 && is_address(at - 1)));
    let person = before || (name.range.len() > 1 && is_address(name.range.start));
    Candidate { kind: if person { Kind::Person } else { name.kind }, ..name }
}

/// Letters of honour behind a person's name: `Ann Lund KC`.
const LETTERS: &[&str] = &["kc", "qc", "sc", "mp", "msp", "mep", "mla", "obe", "mbe", "cbe", "phd", "md", "esq", "sj"];

/// Without title, letters of honour and nationality; a title alone is nobody, and behind `R-` stands a state.
fn person(doc: &Document, lexicon: &Lexicon, mut name: Candidate) -> Option<Candidate> {
    if name.range.len() > 1 && matches!(doc.word(name.range.start), "R" | "D" | "I") && doc.gap(name.range.start + 1) == Gap::Hyphen {
        return Some(Candidate { range: name.range.start + 1..name.range.end, kind: Kind::Place, ..name });
    }
    while name.range.len() > 1 && LETTERS.contains(&doc.key(name.range.end - 1)) {
        name.range.end -= 1;
    }
    while name.range.len() > 1 {
        let foreign = doc.has(name.range.start, mark::DEMONYM) || doc.shape(name.range.start) == Shape::Mark;
        let title = lexicon.titles.at(doc, name.range.start).max(usize::from(foreign));
        let known = doc.has(name.range.start, mark::GIVEN);
        if title == 0 || known || title >= name.range.len() {
            break;
        }
        name.range.start += title;
    }
    let is_title = || doc.word(name.range.end) == "." && doc.is_capital(name.range.end + 1) && lexicon.titles.at(doc, name.range.start) > 1;
    (!(name.range.len() == 1 && is_title())).then_some(name)
}

/// The names of storms and operations: `Odette`, where the article has a `Hurricane Odette`.
fn events(doc: &Document) -> WordSet {
    let begins =
        |&at: &usize| doc.is_capital(at) && doc.is_capital(at + 1) && doc.gap(at + 1) == Gap::Space && EVENTS.contains(&doc.key(at));
    (0..doc.tokens.len()).filter(begins).map(|at| doc.hash(at + 1)).collect()
}

/// `Typhoon Amang`, `Operation Wend`: no mention.
fn is_event(doc: &Document, range: &Range<usize>) -> bool {
    range.len() > 1 && EVENTS.contains(&doc.key(range.start))
}

/// `the campaign Muhammed Is The Messenger`: beside a small word with a capital, in a sentence that writes small words small, stands
/// what is no name but a title.
fn is_in_title(doc: &Document, range: &Range<usize>) -> bool {
    let is_small =
        |at: usize| matches!(doc.key(at), "is" | "are" | "the" | "of" | "and" | "to" | "in" | "for" | "a" | "an" | "with" | "on");
    let behind_word = |at: usize| at > 0 && doc.shape(at - 1) != Shape::Mark && !doc.begins_sentence(at);
    let shouted = |at: usize| is_small(at) && doc.shape(at) == Shape::Capital && behind_word(at);
    let beside = (range.start > 0 && shouted(range.start - 1)) || (doc.gap(range.end) != Gap::Break && shouted(range.end));
    beside && doc.sentence(range.start).filter(|&at| is_small(at) && doc.shape(at) == Shape::Lower).nth(1).is_some()
}

const EVENTS: &[&str] = &["typhoon", "hurricane", "cyclone", "operation"];

/// `Orvel Corp.`, `Springfield, Ill.`: the full stop of a short form belongs to the name, unless it ends the sentence.
pub(super) fn with_full_stop(doc: &Document, mut name: Candidate) -> Candidate {
    let at = name.range.end;
    let shortened = name.kind != Kind::Person || matches!(doc.key(at - 1), "jr" | "sr");
    let stops = doc.word(at) == "." && doc.gap(at) == Gap::Nothing && at + 1 < doc.tokens.len();
    if shortened && stops && SHORTENED.contains(&doc.key(at - 1)) && !doc.begins_sentence(at + 1) {
        name.range.end += 1;
    }
    name
}

/// Short forms that end names.
const SHORTENED: &[&str] = &[
    "co", "corp", "inc", "ltd", "bros", "cos", "jr", "sr", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind",
    "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va",
    "wash", "wis", "wyo", "ont", "que",
];
