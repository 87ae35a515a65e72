//! Places: a word of their own (`… Dam`, `Wadi …`) or one beside them (`the villages of A, B and C`, `… district`).

use super::super::candidate::{Candidate, Identity, Taken};
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::mark;
use super::runs::{Runs, list_before, list_from, run_from, without_openers};
use crate::model::{Kind, Rule};
use std::ops::Range;

/// `settled` are the names found so far: the words beside a name only speak for what no one knows yet.
pub(in super::super) fn places(doc: &Document, lexicon: &Lexicon, runs: &Runs, settled: &[&Candidate]) -> Vec<Candidate> {
    let taken = Taken::by(settled.iter().copied());
    let mut out: Vec<Candidate> =
        runs.plain.iter().flat_map(|run| [ending(doc, lexicon, run.clone()), beginning(doc, lexicon, run.clone())]).flatten().collect();
    for at in doc.body..doc.tokens.len() {
        if doc.has(at, mark::BEGINS_PHRASE) {
            out.extend(behind_type(doc, lexicon, at, &taken));
            out.extend(before_type(doc, lexicon, at, &taken));
        }
        out.extend(connection(doc, at));
        out.extend(numbered(doc, at));
    }
    out
}

fn by_head(range: Range<usize>) -> Candidate {
    Candidate::new(range, Kind::Place, Rule::Head)
}

/// `Resafa Crossroads`, `N4 Highway`.
fn ending(doc: &Document, lexicon: &Lexicon, run: Range<usize>) -> Option<Candidate> {
    let end = run.clone().rev().find(|&last| lexicon.places.ending.before(doc, last + 1) > 0)? + 1;
    let run = without_openers(doc, run.start..end);
    let named = run.clone().any(|index| index + 1 < end && !doc.has(index, mark::DEMONYM) && doc.shape(index) != Shape::Lower);
    (run.len() > 1 && named).then(|| by_head(run))
}

/// `Wadi al-Midar`, `Bir Hajj al-Mufazi`.
fn beginning(doc: &Document, lexicon: &Lexicon, run: Range<usize>) -> Option<Candidate> {
    let start = run.clone().find(|&at| lexicon.places.beginning.at(doc, at) > 0 && (at == run.start || doc.has(at - 1, mark::OPENER)))?;
    (run.end - start > 1).then(|| by_head(start..run.end))
}

/// `villages of Hawra, al-Barouda and al-Matiyura`, `near Sinjar`: what stands behind a type word or a preposition of place.
fn behind_type(doc: &Document, lexicon: &Lexicon, at: usize, taken: &Taken) -> Vec<Candidate> {
    let length = lexicon.places.before.at(doc, at);
    let is_plural = |index: usize| lexicon.places.after.at(doc, index) > 0 && doc.key(index).ends_with('s');
    let bare_plural = length == 0 && is_plural(at) && doc.shape(at) == Shape::Lower;
    let list = match length {
        0 if bare_plural => list_from(doc, at + 1),
        0 => return Vec::new(),
        _ if (at..at + length).any(is_plural) => list_from(doc, at + length),
        _ => vec![run_from(doc, at + length, false)],
    };
    list.into_iter().filter(|run| is_unknown_name(doc, run, taken)).map(|run| Candidate::new(run, Kind::Place, Rule::Context)).collect()
}

/// `al-Ba’ah district`, `Wadi al-Midar and Taru villages`, `Omar and Tanak oil fields`.
fn before_type(doc: &Document, lexicon: &Lexicon, at: usize, taken: &Taken) -> Vec<Candidate> {
    let length = lexicon.places.after.at(doc, at);
    if length == 0 || doc.shape(at) != Shape::Lower || doc.gap(at) != Gap::Space {
        return Vec::new();
    }
    let last = at + length - 1;
    let is_plural = doc.key(last).ends_with('s');
    let items = list_before(doc, at).into_iter().map(|run| without_openers(doc, run));
    let items = items.take(if is_plural { usize::MAX } else { 1 });
    let typed = |run: &Range<usize>| facility(doc, lexicon, run, at..last + 1);
    items
        .filter(|run| typed(run).is_some() || is_unknown_name(doc, run, taken))
        .map(|run| {
            let identity = typed(&run);
            Candidate::new(run, Kind::Place, Rule::Context).known_as(identity)
        })
        .collect()
}

/// The gazetteer's facility that a name and its type word make (`Omar` … `oil fields`: Omar oil field).
fn facility(doc: &Document, lexicon: &Lexicon, run: &Range<usize>, kind: Range<usize>) -> Option<Identity> {
    let singular = doc.of(kind).trim_end_matches('s');
    let words = if run.is_empty() { return None } else { format!("{} {singular}", doc.of(run.clone())) };
    lexicon.forms.lookup(&words).filter(|&(_, kind)| kind == Kind::Place).map(|(entry, _)| Identity::Entry(entry))
}

/// `Salamiyah-Raqqah highway`: a road is named by its ends.
fn connection(doc: &Document, at: usize) -> Option<Candidate> {
    let last = at.checked_sub(1)?;
    let behind_end = doc.gap(last) == Gap::Hyphen && doc.is_capital(last);
    if !behind_end || !matches!(doc.key(at), "highway" | "road" | "motorway" | "railway" | "pipeline" | "corridor") {
        return None;
    }
    let start = if at >= 4 && doc.is_arabic_article(at - 2) { at - 3 } else { at.checked_sub(2)? };
    let joined = (start + 1..at).all(|index| doc.gap(index) == Gap::Hyphen);
    (doc.is_capital(start) && joined).then(|| by_head(start..at + 1))
}

/// `Interstate 10`, `Highway 61`.
fn numbered(doc: &Document, at: usize) -> Option<Candidate> {
    let is_road = doc.is_capital(at) && matches!(doc.key(at), "interstate" | "highway" | "route" | "autobahn" | "motorway");
    (is_road && doc.shape(at + 1) == Shape::Number && doc.gap(at + 1) == Gap::Space).then(|| by_head(at..at + 2))
}

fn is_unknown_name(doc: &Document, run: &Range<usize>, taken: &Taken) -> bool {
    let no_name = |index: usize| doc.has(index, mark::DEMONYM) || doc.has(index, mark::OPENER);
    !run.is_empty()
        && run.len() <= 4
        && taken.is_free(run)
        && !run.clone().any(no_name)
        && !run.clone().all(|index| doc.shape(index) == Shape::Upper)
}
