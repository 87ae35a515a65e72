//! Who can be meant by `she` and who by `he`: what titles (`Mrs`), roles (`spokeswoman`) and given names tell of the persons of a text.
//! Only a pronoun is read by it: nothing of this is kept or shown.

use super::document::Document;
use super::tokens::Gap;
use super::vocabulary::mark;
use crate::model::{Kind, Mention, Name, NameId};
use std::ops::Range;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    She,
    He,
}

/// Before a name, straight or behind a comma: `Mrs Kent`, `his wife, Anna`.
const SHE: &[&str] = &[
    "mrs",
    "ms",
    "miss",
    "dame",
    "lady",
    "queen",
    "princess",
    "baroness",
    "duchess",
    "countess",
    "mme",
    "frau",
    "señora",
    "signora",
    "sister",
    "mother",
    "daughter",
    "wife",
    "widow",
    "grandmother",
    "aunt",
    "niece",
    "spokeswoman",
    "chairwoman",
    "councilwoman",
    "congresswoman",
    "businesswoman",
    "policewoman",
    "headmistress",
    "actress",
    "midwife",
    "mum",
    "mom",
    "housewife",
    "landlady",
    "waitress",
    "heiress",
    "hostess",
    "schoolgirl",
    "saleswoman",
    "seamstress",
    "girlfriend",
    "nun",
    "madam",
];
const HE: &[&str] = &[
    "mr",
    "sir",
    "lord",
    "king",
    "prince",
    "baron",
    "duke",
    "monsieur",
    "herr",
    "señor",
    "signor",
    "brother",
    "father",
    "son",
    "husband",
    "widower",
    "grandfather",
    "uncle",
    "nephew",
    "councilman",
    "congressman",
    "businessman",
    "policeman",
    "fisherman",
    "dad",
    "boyfriend",
    "schoolboy",
    "salesman",
    "landlord",
    "monk",
    "imam",
    "sheikh",
];

/// Of each name, if the text or the lists tell it. Titles go before given names, and those before the pronouns behind a name.
pub(super) fn genders(doc: &Document, names: &[Name], mentions: &[Mention], quoted: &[Range<usize>]) -> Vec<Option<Gender>> {
    let (mut told, mut given) = (vec![None; names.len()], vec![None; names.len()]);
    for mention in mentions.iter().filter(|mention| names[mention.name.0 as usize].kind == Kind::Person) {
        let NameId(name) = mention.name;
        let start = doc.tokens.at_byte(mention.span.start);
        told[name as usize] = told[name as usize].or_else(|| by_title(doc, start));
        given[name as usize] = given[name as usize].or_else(|| by_given_name(doc, start, mention, &names[name as usize]));
    }
    let taken_up = by_pronouns(doc, names, mentions, quoted);
    told.into_iter().zip(given).zip(taken_up).map(|((told, given), taken_up)| told.or(given).or(taken_up)).collect()
}

/// `Amal Zidan waited. She does not complain`: a sentence that begins with a pronoun, behind one that names nobody else.
fn by_pronouns(doc: &Document, names: &[Name], mentions: &[Mention], quoted: &[Range<usize>]) -> Vec<Option<Gender>> {
    let mut votes = vec![0_i32; names.len()];
    let is_quoted = |at: usize| quoted.get(quoted.partition_point(|range| range.end <= at)).is_some_and(|range| range.contains(&at));
    let mut before = 0..0;
    for sentence in doc.sentences() {
        let vote = match doc.key(sentence.start) {
            "she" | "her" => 1,
            "he" | "his" => -1,
            _ => 0,
        };
        if vote != 0
            && doc.gap(sentence.start) != Gap::Break
            && !is_quoted(sentence.start)
            && !before.is_empty()
            && let Some(NameId(name)) = only_person(doc, names, mentions, &before)
        {
            votes[name as usize] += vote;
        }
        before = sentence;
    }
    votes.into_iter().map(|votes| if votes == 0 { None } else { Some(if votes > 0 { Gender::She } else { Gender::He }) }).collect()
}

/// The one person whom a sentence names.
fn only_person(doc: &Document, names: &[Name], mentions: &[Mention], sentence: &Range<usize>) -> Option<NameId> {
    let span = doc.span(sentence.clone());
    let first = mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = mentions[first..].iter().take_while(|mention| mention.span.end <= span.end);
    let mut persons = inside.filter(|mention| names[mention.name.0 as usize].kind == Kind::Person).map(|mention| mention.name);
    let only = persons.next()?;
    persons.all(|other| other == only).then_some(only)
}

/// What stands before a name: `spokeswoman Mabel Stone`, `Mr. Stone`.
fn by_title(doc: &Document, start: usize) -> Option<Gender> {
    let paused = start.checked_sub(1).is_some_and(|at| matches!(doc.word(at), "," | "."));
    let title = doc.key(start.checked_sub(1 + usize::from(paused))?);
    let told = |words: &[&str]| words.contains(&title);
    if told(SHE) { Some(Gender::She) } else { told(HE).then_some(Gender::He) }
}

/// The first word of a full name, or of a name that has no more than it.
fn by_given_name(doc: &Document, start: usize, mention: &Mention, name: &Name) -> Option<Gender> {
    let full = doc.tokens.at_byte(mention.span.end - 1) > start || !name.name.contains(' ');
    let she = doc.has(start, mark::WOMAN) || (doc.has(start, mark::GIVEN) && doc.key(start).ends_with('a'));
    let told = if doc.has(start, mark::MAN) { Some(Gender::He) } else { she.then_some(Gender::She) };
    told.filter(|_| full)
}
