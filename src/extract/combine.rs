//! What the rules found and what the tagger found, made one. The tagger has seen what the rules say and decides; what lists and
//! brackets say of words it left free stays.

use super::candidate::{Candidate, Taken};
use super::document::Document;
use super::tokens::{Gap, Shape};
use super::vocabulary::mark;
use crate::model::{Kind, Rule};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;

/// Candidates in text order, none overlapping.
pub(super) fn combine(doc: &Document, ruled: Vec<Candidate>, learnt: Vec<Candidate>) -> Vec<Candidate> {
    let named = learnt.into_iter().filter(|name| !doc.is_modifier(&name.range));
    let mut out = Vec::with_capacity(ruled.len());
    named.for_each(|name| known_better(doc, &ruled, name, &mut out));
    out.dedup();
    as_told(doc, &ruled, &mut out);
    let taken = Taken::by(&out);
    out.extend(ruled.into_iter().filter(|name| is_sure(name.rule) && taken.is_free(&name.range)));
    out.sort_by_key(|name| name.range.start);
    out
}

/// What a word beside a name says of its kind (`the village of Tarn`) holds for the whole article.
fn as_told(doc: &Document, ruled: &[Candidate], names: &mut [Candidate]) {
    let words = |name: &Candidate| doc.of(name.range.clone());
    let told: HashMap<&str, Kind, FixedState> =
        ruled.iter().filter(|name| name.rule == Rule::Context).map(|name| (words(name), name.kind)).collect();
    for name in names.iter_mut().filter(|name| name.rule == Rule::Learnt) {
        name.kind = told.get(words(name)).copied().unwrap_or(name.kind);
    }
}

fn is_sure(rule: Rule) -> bool {
    matches!(rule, Rule::Gazetteer | Rule::Bound | Rule::Dateline | Rule::Context)
}

/// The rules' own candidates where they know better who is meant or how far the name goes: where they say the same, where a list
/// has more words (`Kurdistan | 24`) or fewer without a nationality (`Kurdish | People's Protection Units`), and where a hyphen
/// joins two names (`Iraq-Syria`).
fn known_better(doc: &Document, ruled: &[Candidate], name: Candidate, out: &mut Vec<Candidate>) {
    let first = ruled.partition_point(|known| known.range.end <= name.range.start);
    let count = ruled[first..].iter().take_while(|known| known.range.start < name.range.end).count();
    let is_nationality = |index: usize| doc.has(index, mark::DEMONYM);
    let behind_nationality = |known: &Candidate| {
        known.range.end == name.range.end
            && known.range.start > name.range.start
            && (name.range.start..known.range.start).all(is_nationality)
    };
    match &ruled[first..first + count] {
        [known] if known.range == name.range && (known.kind == name.kind || is_certain(doc, known, &name)) => out.push(known.clone()),
        [known] if (is_sure(known.rule) || is_road(doc, known)) && contains(&known.range, &name.range) => out.push(known.clone()),
        [known] if is_sure(known.rule) && behind_nationality(known) => out.push(known.clone()),
        // A given name before what was learnt to be a surname.
        [known] if is_whole_person(doc, known, &name) => out.push(known.clone()),
        [] if name.range.clone().all(is_nationality) => {}
        [one, other] if are_joined(doc, one, other) && one.range.start == name.range.start && other.range.end == name.range.end => {
            out.extend([one.clone(), other.clone()]);
        }
        _ => out.push(name),
    }
}

fn is_whole_person(doc: &Document, known: &Candidate, name: &Candidate) -> bool {
    let persons = known.kind == Kind::Person && name.kind == Kind::Person && known.range.end == name.range.end;
    persons && contains(&known.range, &name.range) && doc.has(known.range.start, mark::GIVEN)
}

/// Where the tagger errs about the kind: the dateline's names; people behind a title; long names of the gazetteer (but a club is
/// called by its town); `U.S.`, which is nobody; `the Lorn Dam`, as no person stands behind an article; a hospital or a school,
/// which is a group.
fn is_certain(doc: &Document, known: &Candidate, name: &Candidate) -> bool {
    let behind_article = known.range.start > 0 && doc.key(known.range.start - 1) == "the";
    match (known.rule, name.kind) {
        (Rule::Dateline | Rule::Title, _) => true,
        (Rule::Gazetteer, _) if known.range.len() > 1 => !known.range.clone().any(|at| doc.has(at, mark::CLUB_TOWN)),
        (Rule::Gazetteer, Kind::Person) => known.range.len() == 1 && doc.shape(known.range.start) == Shape::Upper,
        (Rule::Head, Kind::Person) => known.kind == Kind::Place && behind_article,
        (Rule::Head, Kind::Place) => known.kind == Kind::Group,
        _ => false,
    }
}

/// `Tarn-Lorn highway`, `Interstate 10`: a road takes its type word, written small, or its number into its name.
fn is_road(doc: &Document, known: &Candidate) -> bool {
    known.kind == Kind::Place && matches!(doc.shape(known.range.end - 1), Shape::Lower | Shape::Number)
}

fn contains(longer: &Range<usize>, shorter: &Range<usize>) -> bool {
    longer.start <= shorter.start && shorter.end <= longer.end && longer.len() > shorter.len()
}

fn are_joined(doc: &Document, one: &Candidate, other: &Candidate) -> bool {
    one.range.end == other.range.start && doc.gap(other.range.start) == Gap::Hyphen && is_sure(one.rule) && is_sure(other.rule)
}
