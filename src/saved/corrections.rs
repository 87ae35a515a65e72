//! The names file: corrections, one a block, in the order in which they apply.
//!
//! ```toml
//! [[correction]]
//! group = "Wend Guard"
//! same_as = { group = "Wend River Guard" }
//! ```
//! `group`, `place` or `person` names the entity, and one more key says what is to change: `same_as` (another entity), `called`
//! (its name), `is_a` (a kind), `not_a_name = true`, `apart` (an alias that is another entity).

use super::Problem;
use super::blocks::{self, Blocks, Entry, Wrong, quoted};
use crate::model::{Change, Correction, Kind};
use toml::Spanned;
use toml::de::DeValue;

const HEADING: &str = "correction";
const KINDS: [&str; 3] = ["group", "place", "person"];
const CHANGES: [&str; 5] = ["same_as", "called", "is_a", "not_a_name", "apart"];

/// The corrections that can be read and the problems of the others, both in the order of the file.
pub fn read(text: &str) -> (Vec<Correction>, Vec<Problem>) {
    let Blocks { found, problems } = blocks::read(text, HEADING, correction);
    (found.into_iter().map(|(_, correction)| correction).collect(), problems)
}

/// `text`, byte for byte, and the correction after it.
pub fn append(text: &str, correction: &Correction) -> String {
    blocks::append(text, &block(correction))
}

/// `text` without the last block that says exactly this, all else byte for byte; `None` if no block does.
pub fn remove(text: &str, correction: &Correction) -> Option<String> {
    let found = blocks::read(text, HEADING, self::correction).found;
    let (range, _) = found.into_iter().rfind(|(_, known)| known == correction)?;
    Some(blocks::remove(text, range))
}

fn block(correction: &Correction) -> String {
    let change = match &correction.change {
        Change::SameAs(kind, name) => format!("same_as = {{ {} = {} }}", kind.word(), quoted(name)),
        Change::Called(name) => format!("called = {}", quoted(name)),
        Change::IsA(kind) => format!("is_a = \"{}\"", kind.word()),
        Change::NotAName => "not_a_name = true".to_string(),
        Change::Apart(alias) => format!("apart = {}", quoted(alias)),
    };
    format!("[[{HEADING}]]\n{} = {}\n{change}\n", correction.kind.word(), quoted(&correction.name))
}

fn correction(entry: Entry<'_>) -> Result<Correction, Wrong> {
    entry.knows(&[&KINDS[..], &CHANGES].concat())?;
    let (kind, name) = named(&entry)?;
    Ok(Correction { kind, name, change: change(&entry)? })
}

fn named(entry: &Entry<'_>) -> Result<(Kind, Box<str>), Wrong> {
    let word = entry.one_of(&KINDS, "the name")?;
    let kind = kind(word).ok_or_else(|| Wrong::new(entry.at, no_kind(word)))?;
    Ok((kind, required(entry, word)?))
}

fn change(entry: &Entry<'_>) -> Result<Change, Wrong> {
    let word = entry.one_of(&CHANGES, "the change")?;
    let Some(value) = entry.value(word) else { return Err(Wrong::new(entry.at, "a change is wanted")) };
    match word {
        "same_as" => same_as(value),
        "called" => required(entry, word).map(Change::Called),
        "apart" => required(entry, word).map(Change::Apart),
        "is_a" => {
            let name = required(entry, word)?;
            kind(&name).map(Change::IsA).ok_or_else(|| Wrong::new(value.span().start, no_kind(&name)))
        }
        _ => value
            .get_ref()
            .as_bool()
            .filter(|&is_so| is_so)
            .map(|_| Change::NotAName)
            .ok_or_else(|| Wrong::new(value.span().start, "`not_a_name` can only be true")),
    }
}

fn same_as(value: &Spanned<DeValue<'_>>) -> Result<Change, Wrong> {
    let at = value.span().start;
    let table = value.get_ref().as_table().ok_or_else(|| Wrong::new(at, "`same_as` wants { group = \"…\" }, or place, or person"))?;
    let other = Entry { table, at };
    other.knows(&KINDS)?;
    named(&other).map(|(kind, name)| Change::SameAs(kind, name))
}

fn required(entry: &Entry<'_>, key: &str) -> Result<Box<str>, Wrong> {
    entry.words(key)?.map(Box::from).ok_or_else(|| Wrong::new(entry.at, format!("`{key}` is wanted")))
}

fn kind(word: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.word() == word)
}

fn no_kind(word: &str) -> String {
    format!("`{word}` is none of {}", KINDS.join(", "))
}
