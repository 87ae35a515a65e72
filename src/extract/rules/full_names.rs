//! Whom a short name means: a person called by one name (`Col. Dillon`, `Zhou`, `Salas`), a group by its first words (`Vellamo`), is
//! the one the article calls by a full name.

use super::super::candidate::{Candidate, Identity};
use super::super::document::Document;
use super::super::vocabulary::{WordHash, WordSet};
use super::repeats::identity;
use crate::model::Kind;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;

/// Tells short names among `settled` (in text order) who they are: of several bearers of a name the one called in full last
/// before it, else the first one behind it. Whoever has been called by surname, or stands in the headline, keeps it when a relative is named.
pub(in super::super) fn name_in_full(doc: &Document, settled: &mut [Candidate]) {
    let mut bearers = Bearers::default();
    for candidate in settled.iter().rev().filter(|candidate| is_full(doc, candidate)) {
        bearers.meet(doc, candidate);
    }
    for candidate in settled.iter_mut() {
        // `Kerry` is a famous one's name too, and here Kerry Lund's.
        if candidate.identity.is_none() || (candidate.kind == Kind::Person && candidate.range.len() == 1) {
            candidate.identity = bearers.of(doc, candidate).or(candidate.identity);
        }
        if is_full(doc, candidate) && !(bearers.is_taken(doc, candidate) && is_relative(doc, candidate)) {
            bearers.meet(doc, candidate);
        }
        if candidate.kind == Kind::Person && (candidate.range.len() == 1 || candidate.range.start < doc.body) {
            bearers.taken.insert(doc.hash(candidate.range.end - 1));
        }
    }
}

/// Who is named for being another's.
const RELATIVES: &[&str] = &[
    "wife",
    "husband",
    "widow",
    "widower",
    "mother",
    "father",
    "mum",
    "mom",
    "dad",
    "son",
    "daughter",
    "brother",
    "sister",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "cousin",
    "grandson",
    "granddaughter",
    "grandmother",
    "grandfather",
    "partner",
    "twin",
];

/// Words between a name and what relative it is: `his father, the actor Hugo Delamere`, `Anna Holt, the skipper's mother`.
const NEAR: usize = 4;

fn is_relative(doc: &Document, candidate: &Candidate) -> bool {
    let relative = |at: usize| RELATIVES.contains(&doc.key(at));
    let goes_on = |at: &usize| !matches!(doc.word(*at), "." | "”" | "\"" | ";");
    let Range { start, end } = candidate.range;
    let before = (start.saturating_sub(NEAR)..start).rev().take_while(goes_on).any(relative);
    before || (doc.word(end) == "," && (end + 1..end + 1 + NEAR).take_while(goes_on).any(relative))
}

/// Bearers of one name that are kept in mind.
const MOST: usize = 8;

/// A name and how well it tells its bearer: the last words of a full name before the first ones before any other part.
type Called = (Kind, u8, WordHash);

#[derive(Default)]
struct Bearers {
    by_name: HashMap<Called, Namesakes, FixedState>,
    /// Everybody met, with a number.
    numbers: HashMap<Identity, u32, FixedState>,
    identities: Vec<Identity>,
    /// Surnames that have stood alone, or in a headline.
    taken: WordSet,
}

/// Those of one name who were met last, the last one last.
#[derive(Default)]
struct Namesakes {
    bearers: [Bearer; MOST],
    count: usize,
}

impl Namesakes {
    /// Of very many the first are forgotten.
    fn meet(&mut self, bearer: Bearer) {
        let known = self.met().iter().position(|other| other.number == bearer.number);
        if let Some(gone) = known.or((self.count == MOST).then_some(0)) {
            self.bearers.copy_within(gone + 1..self.count, gone);
            self.count -= 1;
        }
        self.bearers[self.count] = bearer;
        self.count += 1;
    }

    fn met(&self) -> &[Bearer] {
        &self.bearers[..self.count]
    }
}

/// Somebody with a full name, by number, and whether the given name is a woman's, as far as its ending tells.
#[derive(Copy, Clone, Default)]
struct Bearer {
    number: u32,
    feminine: bool,
}

impl Bearers {
    fn meet(&mut self, doc: &Document, candidate: &Candidate) {
        let words: Vec<usize> = words(doc, candidate);
        let bearer = Bearer { number: self.number(identity(doc, candidate)), feminine: is_feminine(doc.key(words[0])) };
        for length in 1..words.len() {
            self.add((candidate.kind, 1, hash(doc, &words[..length])), bearer);
            if candidate.kind == Kind::Person {
                self.add((candidate.kind, 0, hash(doc, &words[words.len() - length..])), bearer);
                self.add((candidate.kind, 2, hash(doc, &words[length..length + 1])), bearer);
            }
        }
    }

    fn add(&mut self, called: Called, bearer: Bearer) {
        self.by_name.entry(called).or_default().meet(bearer);
    }

    fn number(&mut self, identity: Identity) -> u32 {
        if let Some(number) = self.numbers.get(&identity) {
            return *number;
        }
        let number = self.identities.len() as u32;
        self.identities.push(identity);
        self.numbers.insert(identity, number);
        number
    }

    /// Another has the surname.
    fn is_taken(&self, doc: &Document, candidate: &Candidate) -> bool {
        candidate.kind == Kind::Person && self.taken.contains(&doc.hash(candidate.range.end - 1))
    }

    fn of(&self, doc: &Document, candidate: &Candidate) -> Option<Identity> {
        let called = hash(doc, &words(doc, candidate));
        let bearers = (0..=2).find_map(|rank| self.by_name.get(&(candidate.kind, rank, called)))?.met();
        let fits = |bearer: &&Bearer| addressed_as_woman(doc, candidate).is_none_or(|woman| woman == bearer.feminine);
        bearers.iter().rev().find(fits).or(bearers.last()).map(|bearer| self.identities[bearer.number as usize])
    }
}

/// By `Ms.` and `Mr.` before the name.
fn addressed_as_woman(doc: &Document, candidate: &Candidate) -> Option<bool> {
    let stop = usize::from(candidate.range.start > 0 && doc.word(candidate.range.start - 1) == ".");
    match doc.key(candidate.range.start.checked_sub(1 + stop)?) {
        "mr" | "sir" | "lord" => Some(false),
        "ms" | "mrs" | "miss" | "lady" | "dame" => Some(true),
        _ => None,
    }
}

/// A guess by how given names end in most languages of Europe; it only settles which of two bearers of a surname is meant.
fn is_feminine(given: &str) -> bool {
    ["a", "ah", "een", "elle", "ette", "ine", "lyn", "eth", "anne", "ice", "ie"].iter().any(|ending| given.ends_with(ending))
}

fn hash(doc: &Document, words: &[usize]) -> WordHash {
    words.iter().fold(0, |hash: u64, &word| hash.rotate_left(7) ^ doc.hash(word))
}

/// Only a name that no list has is shortened by its article alone.
fn is_full(doc: &Document, candidate: &Candidate) -> bool {
    let may_be = candidate.kind == Kind::Person || (candidate.kind == Kind::Group && candidate.identity.is_none());
    may_be && candidate.range.len() > 1 && named(doc, candidate).nth(1).is_some()
}

/// The words that name it, articles such as `al-` left out.
fn words(doc: &Document, candidate: &Candidate) -> Vec<usize> {
    named(doc, candidate).collect()
}

fn named(doc: &Document, candidate: &Candidate) -> impl Iterator<Item = usize> {
    candidate.range.clone().filter(|&index| !doc.is_arabic_article(index))
}
