//! People: a title or a job before a name, a given name in it, a role or a verb of speech beside it.

use super::super::candidate::{Candidate, Taken};
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::Shape;
use super::super::vocabulary::mark;
use super::runs::{Runs, run_before, run_from};
use crate::model::{Kind, Rule};
use std::ops::Range;

/// Longest name taken for a person's, in tokens (`Abd al-Rahman al-Haj Ali` has seven).
const LONGEST_NAME: usize = 7;

/// `pieces` are those of the body ([`pieces`]).
pub(in super::super) fn persons(doc: &Document, lexicon: &Lexicon, pieces: &[Range<usize>]) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = (doc.body..doc.tokens.len()).filter_map(|at| titled(doc, lexicon, at)).collect();
    out.extend(pieces.iter().filter_map(|piece| by_given_name(doc, piece.clone())));
    out
}

/// `Colonel Ryan Dillon`, `spokesman Karim al-Nouri`, `Prime Minister Abadi`.
fn titled(doc: &Document, lexicon: &Lexicon, at: usize) -> Option<Candidate> {
    if doc.shape(at) == Shape::Mark || (doc.shape(at) == Shape::Lower && !doc.is_arabic_article(at)) {
        return None;
    }
    let title = lexicon.titles.before(doc, at);
    let stop = usize::from(title == 0 && doc.word(at.checked_sub(1)?) == ".");
    let has_title = title > 0 || (stop == 1 && lexicon.titles.before(doc, at - 1) > 0 && is_short_title(doc.word(at.checked_sub(2)?)));
    let inside_title = lexicon.titles.at(doc, at) > 0;
    if !has_title || inside_title {
        return None;
    }
    let length = run_from(doc, at, true).take_while(|&index| !is_no_name(doc, lexicon, index)).count();
    (1..=LONGEST_NAME).contains(&length).then(|| Candidate::new(at..at + length, Kind::Person, Rule::Title))
}

/// `Col.`, `Gen.`, `Dr.`: behind a longer word a full stop ends a sentence.
fn is_short_title(word: &str) -> bool {
    word.chars().count() <= 4
}

/// The runs cut at words that are no part of a person's name: openers, nationalities, acronyms, titles, head words.
pub(in super::super) fn pieces(doc: &Document, lexicon: &Lexicon, runs: &Runs) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::with_capacity(runs.with_particles.len());
    for run in &runs.with_particles {
        for index in run.clone().filter(|&index| !is_no_name(doc, lexicon, index)) {
            match out.last_mut() {
                Some(last) if last.end == index && index > run.start => last.end = index + 1,
                _ => out.push(index..index + 1),
            }
        }
    }
    out
}

fn is_no_name(doc: &Document, lexicon: &Lexicon, index: usize) -> bool {
    let acronym = doc.shape(index) == Shape::Upper && doc.tokens.get(index).is_some_and(|token| token.span.len() <= 5);
    let head = || lexicon.groups.ending.at(doc, index) > 0 || lexicon.places.ending.at(doc, index) > 0;
    let given = doc.has(index, mark::GIVEN);
    acronym || doc.has(index, mark::OPENER) || (!given && (doc.has(index, mark::DEMONYM) || head() || lexicon.titles.at(doc, index) == 1))
}

/// Two names or more, one of which is a given name. A word that only opens the sentence has been cut before.
fn by_given_name(doc: &Document, run: Range<usize>) -> Option<Candidate> {
    let is_given = |index: usize| doc.has(index, mark::GIVEN);
    let names = run.clone().filter(|&index| doc.is_capital(index) && !doc.is_arabic_article(index)).count();
    let opens = doc.begins_sentence(run.start) && !is_given(run.start);
    let given = if opens { run.clone().skip(1).any(is_given) && names <= 3 } else { run.clone().any(is_given) };
    (names >= 2 && given && run.len() <= LONGEST_NAME).then(|| Candidate::new(run, Kind::Person, Rule::GivenName))
}

/// Unknown runs of two or three words that something beside them shows to be people: another person (`A B and C D`), a role
/// behind a comma (`C D, a spokesman for …`), a verb of speech (`C D told …`).
pub(in super::super) fn beside_persons(
    doc: &Document,
    lexicon: &Lexicon,
    pieces: &[Range<usize>],
    settled: &[&Candidate],
) -> Vec<Candidate> {
    let taken = Taken::by(settled.iter().copied());
    let is_person = |range: Range<usize>| {
        let known = settled.binary_search_by_key(&range.start, |known| known.range.start).map(|number| settled[number]);
        known.is_ok_and(|known| known.kind == Kind::Person && known.range == range)
    };
    pieces
        .iter()
        .filter(|run| (2..=4).contains(&run.len()) && taken.is_free(run) && !doc.begins_sentence(run.start))
        .filter(|run| beside_person(doc, run, is_person) || has_role(doc, lexicon, run.end) || lexicon.speech.at(doc, run.end) > 0)
        .map(|run| Candidate::new(run.clone(), Kind::Person, Rule::Context))
        .collect()
}

fn beside_person(doc: &Document, run: &Range<usize>, is_person: impl Fn(Range<usize>) -> bool) -> bool {
    let joined = run.start > 1 && doc.key(run.start - 1) == "and";
    joined && is_person(run_before(doc, run.start - 1))
}

/// `, a leading member of`, `, brigadier general of`: a comma, and a title within five words.
fn has_role(doc: &Document, lexicon: &Lexicon, comma: usize) -> bool {
    doc.word(comma) == ","
        && (comma + 1..comma + 6).take_while(|&at| doc.shape(at) == Shape::Lower).any(|at| lexicon.titles.at(doc, at) > 0)
}
