//! What a dateline names: `LA PAZ, Bolivia (Andes News) —`, `[VIENNA / Donau-Korrespondenz]` and `ODESSA, Ukraine.` are a town, its
//! country, an agency.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::tokens::{Gap, Shape};
use super::super::vocabulary::mark;
use crate::model::{Kind, Rule};
use std::ops::Range;

/// A dateline has no more tokens before its dash.
const LONGEST: usize = 24;
/// The words of one name in it.
const LONGEST_NAME: usize = 5;

/// The names before the dash that opens the body, when the town is in capitals or an agency stands in brackets.
pub(in super::super) fn datelines(doc: &Document) -> Vec<Candidate> {
    let Some(end) = end(doc) else { return Vec::new() };
    let pieces = pieces(doc, doc.body..end).into_iter().filter(|range| is_name(doc, range));
    let names: Vec<Candidate> = pieces.map(|range| named(doc, range)).collect();
    let in_capitals = names.first().is_some_and(|name| name.range.clone().all(|at| doc.shape(at) == Shape::Upper));
    let with_agency = names.iter().any(|name| name.kind == Kind::Group);
    if (in_capitals || with_agency) && names.iter().any(|name| name.kind == Kind::Place) { names } else { Vec::new() }
}

/// The dash or bracket before the first sentence, or the full stop behind a country, with nothing written small before it.
fn end(doc: &Document) -> Option<usize> {
    let may_stand = |at: &usize| doc.shape(*at) != Shape::Lower && (*at == doc.body || doc.gap(*at) != Gap::Break);
    let behind_country = |at: usize| (doc.body..at).any(|at| doc.word(at) == ",") && doc.begins_sentence(at + 1);
    let ends = |at: usize| match doc.word(at) {
        "—" | "–" | "-" | "_" | "]" => true,
        "." => behind_country(at),
        _ => false,
    };
    (doc.body..doc.tokens.len().min(doc.body + LONGEST)).take_while(may_stand).find(|&at| ends(at))
}

/// The runs of words between commas, slashes and brackets.
fn pieces(doc: &Document, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for at in range.filter(|&at| doc.is_capital(at) || doc.shape(at) == Shape::Number) {
        match out.last_mut() {
            Some(last) if last.end == at && doc.gap(at) != Gap::Break => last.end = at + 1,
            _ => out.push(at..at + 1),
        }
    }
    out
}

/// Neither a day nor a month alone.
fn is_name(doc: &Document, range: &Range<usize>) -> bool {
    let day =
        |at: usize| doc.shape(at) == Shape::Number || MONTHS.iter().any(|month| month.starts_with(doc.key(at)) && doc.key(at).len() >= 3);
    range.len() <= LONGEST_NAME
        && doc.is_capital(range.start)
        && !day(range.start)
        && !(range.len() == 1 && doc.has(range.start, mark::DEMONYM))
}

fn named(doc: &Document, range: Range<usize>) -> Candidate {
    let before = range.start.checked_sub(1).map_or("", |at| doc.word(at));
    let is_agency = before == "(" || (before == "/" && doc.word(doc.body) == "[");
    Candidate::new(range, if is_agency { Kind::Group } else { Kind::Place }, Rule::Dateline)
}

const MONTHS: &[&str] =
    &["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
