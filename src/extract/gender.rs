//! Who can be meant by `she` and who by `he`: what titles (`Mrs`), roles (`spokeswoman`) and given names tell of the persons of a text.
//! Only a pronoun is read by it: nothing of this is kept or shown.

use super::document::Document;
use super::vocabulary::mark;
use crate::model::{Kind, Mention, Name, NameId};

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
    "imam",
    "sheikh",
];

/// Of each name, if the text or the lists tell it. Titles go before given names.
pub(super) fn genders(doc: &Document, names: &[Name], mentions: &[Mention]) -> Vec<Option<Gender>> {
    let (mut told, mut given) = (vec![None; names.len()], vec![None; names.len()]);
    for mention in mentions.iter().filter(|mention| names[mention.name.0 as usize].kind == Kind::Person) {
        let NameId(name) = mention.name;
        let start = doc.tokens.at_byte(mention.span.start);
        told[name as usize] = told[name as usize].or_else(|| by_title(doc, start));
        given[name as usize] = given[name as usize].or_else(|| by_given_name(doc, start, mention, &names[name as usize]));
    }
    told.into_iter().zip(given).map(|(told, given)| told.or(given)).collect()
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
