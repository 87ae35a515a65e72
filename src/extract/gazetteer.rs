//! The names everyone should know: `assets/gazetteer/*.tsv`, and the user's own files in the same form.
//!
//! A line is `kind/subkind`, name, aliases (` | ` between them), `lat,lon` in degrees, and a rank from 1 to 9 that settles which
//! bearer of a name is meant; tabs stand between the columns and `-` for an empty one.

use crate::model::{EntryId, Kind};
use crate::text::{Case, folded};
use std::borrow::Cow;
use std::collections::HashMap;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Degrees north and east.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Coordinates {
    pub latitude: f32,
    pub longitude: f32,
}

/// Words of a line: the program's own lines are not copied.
type Words = Cow<'static, str>;

/// One line of the gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub kind: Kind,
    /// `city`, `river`, `armed`, `media` …
    pub subkind: Words,
    pub name: Words,
    /// ` | ` between them.
    aliases: Words,
    pub coordinates: Option<Coordinates>,
    /// 1 (a village) to 9 (a country): the higher one wins a shared name.
    pub rank: u8,
    /// Its file, by number, and its line in it, from 1.
    origin: (u16, u32),
}

impl Entry {
    /// The name and every alias.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.split('|').map(str::trim).filter(|alias| !alias.is_empty());
        std::iter::once(&*self.name).chain(aliases)
    }
}

/// A line that could not be read. The other lines count all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct BadLine {
    pub file: String,
    /// From 1.
    pub line: usize,
    pub reason: &'static str,
}

/// The files inside the program.
const BUILTIN: [(&str, &str); 7] = [
    ("world.tsv", include_str!("../../assets/gazetteer/world.tsv")),
    ("institutions.tsv", include_str!("../../assets/gazetteer/institutions.tsv")),
    ("companies.tsv", include_str!("../../assets/gazetteer/companies.tsv")),
    ("public_bodies.tsv", include_str!("../../assets/gazetteer/public_bodies.tsv")),
    ("press_and_learning.tsv", include_str!("../../assets/gazetteer/press_and_learning.tsv")),
    ("places.tsv", include_str!("../../assets/gazetteer/places.tsv")),
    ("region.tsv", include_str!("../../assets/gazetteer/region.tsv")),
];

/// All entries, numbered in the order they were read.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    files: Vec<String>,
    fingerprint: u64,
}

impl Gazetteer {
    /// What is inside the program.
    pub fn builtin() -> Self {
        // The files side by side, as starting up waits for them.
        let read = |(file, text)| {
            let mut gazetteer = Self::default();
            gazetteer.read(file, text, Cow::Borrowed);
            gazetteer
        };
        let parts = std::thread::scope(|scope| {
            let running = BUILTIN.map(|file| scope.spawn(move || read(file)));
            running.map(|part| part.join().expect("a line that cannot be read is a problem told, not a panic"))
        });
        parts.into_iter().fold(Self::default(), Self::and)
    }

    /// The entries of both, the other's behind its own.
    fn and(mut self, other: Self) -> Self {
        let files = self.files.len() as u16;
        self.fingerprint = xxh3_64_with_seed(&other.fingerprint.to_le_bytes(), self.fingerprint);
        self.files.extend(other.files);
        self.entries.extend(other.entries.into_iter().map(|entry| Entry { origin: (entry.origin.0 + files, entry.origin.1), ..entry }));
        self
    }

    /// Adds the lines of one file; `file` names it in the problems returned.
    pub fn add(&mut self, file: &str, text: &str) -> Vec<BadLine> {
        self.read(file, text, |words| Cow::Owned(words.to_string()))
    }

    fn read<'a>(&mut self, file: &str, text: &'a str, keep: impl Fn(&'a str) -> Words) -> Vec<BadLine> {
        let mut problems = Vec::new();
        let number_of_file = self.files.len() as u16;
        self.fingerprint = xxh3_64_with_seed(text.as_bytes(), self.fingerprint);
        self.files.push(file.to_string());
        for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match parse_line(line, &keep) {
                Ok(entry) => self.entries.push(Entry { origin: (number_of_file, number as u32 + 1), ..entry }),
                Err(reason) => problems.push(BadLine { file: file.to_string(), line: number + 1, reason }),
            }
        }
        problems
    }

    /// Of all lines that were read, in their order: with another one articles may be read otherwise.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// Where an entry is written: `world.tsv:2739`.
    pub fn origin(&self, id: EntryId) -> String {
        let (file, line) = self.entry(id).origin;
        format!("{}:{line}", self.files[usize::from(file)])
    }

    /// The entries of which some words are a form, small letters and accents levelled. It looks through all of them: for one name.
    pub fn bearers_of(&self, words: &str) -> Vec<EntryId> {
        let key = folded(words, Case::Lower);
        // Levelling takes letters away and adds none, but for a few that become two.
        let may_be = |form: &str| form.len() + 2 >= key.len() && form.len() <= 3 * key.len() + 2;
        let bears = |entry: &Entry| entry.forms().any(|form| may_be(form) && folded(form, Case::Lower) == key);
        self.entries().filter(|(_, entry)| bears(entry)).map(|(id, _)| id).collect()
    }

    /// The entries by each of their forms, small letters and accents levelled: one form may have several bearers.
    pub fn bearers(&self) -> HashMap<String, Vec<EntryId>> {
        let mut bearers: HashMap<String, Vec<EntryId>> = HashMap::new();
        for (id, form) in self.entries().flat_map(|(id, entry)| entry.forms().map(move |form| (id, form))) {
            bearers.entry(folded(form, Case::Lower)).or_default().push(id);
        }
        bearers
    }

    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        (0..).map(EntryId).zip(&self.entries)
    }
}

fn parse_line<'a>(line: &'a str, keep: impl Fn(&'a str) -> Words) -> Result<Entry, &'static str> {
    let mut columns = line.split('\t').map(|cell| cell.trim()).map(|cell| if cell == "-" { "" } else { cell });
    let (kind, subkind) = parse_kind(columns.next().unwrap_or_default())?;
    let name = columns.next().filter(|name| !name.is_empty()).ok_or("a name is missing in column 2 (columns are separated by tabs)")?;
    Ok(Entry {
        kind,
        subkind: keep(subkind),
        name: keep(name),
        aliases: keep(columns.next().unwrap_or_default()),
        coordinates: parse_coordinates(columns.next().unwrap_or_default())?,
        rank: parse_rank(columns.next().unwrap_or_default())?,
        origin: (0, 0),
    })
}

fn parse_kind(cell: &str) -> Result<(Kind, &str), &'static str> {
    let (kind, subkind) = cell.split_once('/').unwrap_or((cell, ""));
    let kind = Kind::ALL.into_iter().find(|known| known.word() == kind).ok_or("the kind in column 1 is none of group, place, person")?;
    Ok((kind, subkind))
}

fn parse_coordinates(cell: &str) -> Result<Option<Coordinates>, &'static str> {
    if cell.is_empty() {
        return Ok(None);
    }
    let wrong = "column 4 wants latitude,longitude in degrees";
    let (latitude, longitude) = cell.split_once(',').ok_or(wrong)?;
    let number = |text: &str| text.trim().parse::<f32>().map_err(|_| wrong);
    let at = Coordinates { latitude: number(latitude)?, longitude: number(longitude)? };
    (at.latitude.abs() <= 90.0 && at.longitude.abs() <= 180.0).then_some(Some(at)).ok_or(wrong)
}

fn parse_rank(cell: &str) -> Result<u8, &'static str> {
    if cell.is_empty() {
        return Ok(1);
    }
    cell.parse().ok().filter(|rank| (1..=9).contains(rank)).ok_or("column 5 wants a rank from 1 to 9")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_files_have_no_bad_line() {
        let mut gazetteer = Gazetteer::default();
        for (file, text) in BUILTIN {
            assert_eq!(gazetteer.add(file, text), []);
        }
    }

    #[test]
    fn a_wrong_line_is_named_and_the_rest_kept() {
        let mut gazetteer = Gazetteer::default();
        let problems = gazetteer.add("mine.tsv", "# mine\nplace/town\tUpper Wend\tWend | Oberwend\t50.1,8.2\t2\nthing\tX\ngroup\n");
        assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [3, 4]);
        let forms: Vec<_> = gazetteer.entry(EntryId(0)).forms().map(String::from).collect();
        assert_eq!(forms, ["Upper Wend", "Wend", "Oberwend"]);
        assert_eq!(gazetteer.origin(EntryId(0)), "mine.tsv:2");
        assert_eq!(gazetteer.bearers()["oberwend"], [EntryId(0)]);
    }
}
