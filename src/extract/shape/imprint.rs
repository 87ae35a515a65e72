//! The lines under a headline, and at the foot, that say who wrote for which house and when: `Tom Ashworth`, `Rift Valley Standard`,
//! `News | Region`, `Ines Bucaro / Prensa del Istmo`, `June 4, 2017 | Wend News`.
//!
//! A line is taken apart at its bars, dots and commas. One with a date, a job or a known house is certain; one that only names
//! somebody is read only beside a certain one: alone it may be a heading.

use super::super::lexicon::Lexicon;
use super::byline::is_particle;
use super::date::Dates;
use crate::model::Date;

/// A longer line (characters) is a sentence, whatever stands in it.
const LONGEST: usize = 110;
/// Words of a piece.
const LONGEST_PIECE: usize = 7;

/// Words that end, or begin, the name of a house which no list has.
const HOUSE_ENDS: &[&str] = &[
    "advertiser",
    "agency",
    "argus",
    "banner",
    "beacon",
    "bulletin",
    "chronicle",
    "clarion",
    "comet",
    "courier",
    "daily",
    "dispatch",
    "echo",
    "enquirer",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "ledger",
    "magazine",
    "mail",
    "mercury",
    "messenger",
    "mirror",
    "monitor",
    "network",
    "news",
    "newspaper",
    "newspapers",
    "newswire",
    "observer",
    "online",
    "post",
    "press",
    "radio",
    "record",
    "register",
    "report",
    "reporter",
    "review",
    "sentinel",
    "service",
    "sport",
    "standard",
    "star",
    "sun",
    "telegraph",
    "times",
    "today",
    "tribune",
    "tv",
    "weekly",
    "wire",
];
const HOUSE_BEGINS: &[&str] = &[
    "agence", "agencia", "agenzia", "corriere", "daily", "diario", "el", "gazeta", "il", "journal", "la", "le", "prensa", "presse",
    "radio", "voice",
];
/// What a person is called who signs.
const JOBS: &[&str] =
    &["correspondent", "editor", "reporter", "writer", "columnist", "contributor", "desk", "staff", "journalist", "intern"];
/// Before who wrote.
const BY: &[&str] = &["by", "text:", "words:", "report:", "story:", "author:"];
/// Before a date.
const LABELS: &[&str] =
    &["last updated:", "last updated", "published on:", "published", "published:", "updated", "updated:", "posted:", "posted", ":"];

/// Words written small beside a date or an hour: `Last modified on`, `3 min read`.
const BESIDE_DATE: &[&str] = &[
    "at",
    "on",
    "modified",
    "updated",
    "published",
    "posted",
    "edited",
    "a.m.",
    "p.m.",
    "am",
    "pm",
    "min",
    "mins",
    "minute",
    "minutes",
    "hours",
    "read",
    "ago",
];

const BARS: &[char] = &['|', '·', '>', '»', '/'];
const COMMAS: &[char] = &[',', '–', '—', '•'];

/// What a line of an imprint says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Imprint<'a> {
    pub people: Vec<&'a str>,
    pub house: Option<&'a str>,
    pub date: Option<Date>,
    /// It cannot be anything else.
    pub certain: bool,
}

/// Reads `line`; nothing if it can be no imprint.
pub(super) fn imprint<'a>(line: &'a str, dates: &Dates, lexicon: &Lexicon) -> Option<Imprint<'a>> {
    if let Some(house) = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).filter(|house| is_house(house, lexicon)) {
        return Some(Imprint { house: Some(house), certain: true, ..Imprint::default() });
    }
    if line.chars().count() > LONGEST || is_sentence(line) {
        return None;
    }
    if is_numeric_date(line) && dates.first(line).is_none() {
        return Some(Imprint { certain: true, ..Imprint::default() });
    }
    let mut imprint = Imprint::default();
    let found = dates.first(line);
    let parts = found.as_ref().map_or([line, ""], |found| [&line[..found.start], &line[found.end..]]);
    imprint.date = found.map(|found| found.date);
    let bars = line.matches(BARS).count();
    for piece in parts.iter().flat_map(|part| part.split(BARS).flat_map(|part| part.split(COMMAS))) {
        imprint.read(piece.trim(), bars > 0, lexicon)?;
    }
    imprint.certain |= bars > 1 || imprint.date.is_some() || imprint.house.is_some_and(|house| lexicon.media(house).is_some());
    Some(imprint)
}

impl<'a> Imprint<'a> {
    /// `None` when `piece` is a part of a sentence.
    fn read(&mut self, piece: &'a str, barred: bool, lexicon: &Lexicon) -> Option<()> {
        if let Some(author) = BY.iter().find_map(|label| after_label(piece, label)) {
            self.people.push(author);
            self.certain = true;
            return Some(());
        }
        let piece = without_label(piece);
        // `Staff Reporter of The Commerce Ledger`
        if let Some((_, house)) = piece.split_once(" of ").filter(|(job, _)| job.split(' ').next_back().is_some_and(is_job)) {
            self.house = self.house.or(Some(house));
            self.certain = true;
            return Some(());
        }
        let words: Vec<&str> = piece.split_whitespace().collect();
        let joins = |word: &str| is_particle(word) || matches!(word, "of" | "and" | "du" | "dos");
        let is_small = |word: &&&str| word.starts_with(char::is_lowercase) && !joins(word);
        let small: Vec<&&str> = words.iter().filter(is_small).collect();
        let job = words.last().is_some_and(|last| is_job(last));
        let (named, has_digit) = (!self.people.is_empty(), piece.contains(|c: char| c.is_ascii_digit()));
        match () {
            () if words.len() > LONGEST_PIECE => return None,
            () if words.is_empty() => {}
            () if job => self.job(piece, &words, named, lexicon),
            () if !named && is_reporting_from(&words) && lexicon.begins_with_given_name(piece) => {
                self.people.extend(place_of(&words).map(|at| first_words(piece, at)));
            }
            // Of somebody named (`back from Kurigram`), of the date or the hour; else it is a sentence, perhaps the headline.
            () if !small.is_empty() => {
                let of_date = (self.date.is_some() || has_digit) && small.iter().all(|word| BESIDE_DATE.contains(*word));
                return (named || of_date).then_some(());
            }
            // `17:32`, `Matchday 22 |`; but `Leeds 2 Burnley 1` is a line of the text.
            () if has_digit => return (self.date.is_some() || barred || piece.contains(':')).then_some(()),
            () if is_house(piece, lexicon) => self.house = self.house.or(Some(piece)),
            () if (2..=5).contains(&words.len()) => self.name(piece, lexicon),
            () if barred || self.date.is_some() => {}
            () => return None,
        }
        Some(())
    }

    /// `political correspondent` behind a name; `Imogen Ost Science correspondent`; `BBC News political reporter`; `Staff Reporter of The
    /// Ledger`.
    fn job(&mut self, piece: &'a str, words: &[&'a str], named: bool, lexicon: &Lexicon) {
        let house = (1..words.len()).rev().map(|count| first_words(piece, count)).find(|head| lexicon.media(head).is_some());
        self.house = self.house.or(house);
        if !named && house.is_none() && words.len() > 2 && lexicon.begins_with_given_name(piece) {
            self.people.push(first_words(piece, 2));
            self.certain = true;
        }
        self.certain |= named || house.is_some();
    }

    /// Two or more words with capitals: a person, or a house that no word tells, beside a date.
    fn name(&mut self, piece: &'a str, lexicon: &Lexicon) {
        let person = self.date.is_none() || lexicon.begins_with_given_name(piece);
        if person { self.people.push(piece) } else { self.house = self.house.or(Some(piece)) }
    }

    /// It names somebody, or a house that no word tells: a headline in capitals with a date in it may read like that.
    pub fn may_be_headline(&self, lexicon: &Lexicon) -> bool {
        !self.people.is_empty() || self.house.is_some_and(|house| !is_house(house, lexicon))
    }

    /// It names nobody and no house: the way to the article through its site.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.house.is_none() && self.date.is_none()
    }
}

/// Where `in Belfast`, `at the ground` begins.
fn place_of(words: &[&str]) -> Option<usize> {
    words.iter().position(|word| matches!(*word, "in" | "at"))
}

/// A name, and where its bearer is.
fn is_reporting_from(words: &[&str]) -> bool {
    let name = |words: &[&str]| {
        (2..=4).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase) || is_particle(word))
    };
    place_of(words).is_some_and(|at| name(&words[..at]))
}

/// The first words of `piece`, so many.
fn first_words(piece: &str, count: usize) -> &str {
    let length: usize = piece.split_inclusive(char::is_whitespace).take(count).map(str::len).sum();
    piece[..length].trim_end()
}

/// A medium the gazetteer has, or one whose first or last word says what it is.
pub(super) fn is_house(name: &str, lexicon: &Lexicon) -> bool {
    let mut words = name.split_whitespace();
    let fits = (2..=5).contains(&words.clone().count()) && name.starts_with(char::is_uppercase);
    let is_one = |word: Option<&str>, of: &[&str]| word.is_some_and(|word| of.contains(&&*word.to_lowercase()));
    // `The Island`, but a deck may be `The Barrel Stays Empty`.
    let short = name.starts_with("The ") && name.split(' ').count() <= 3;
    let called = fits && (short || is_one(words.next(), HOUSE_BEGINS) || is_one(words.next_back(), HOUSE_ENDS));
    called || lexicon.media(name).is_some()
}

fn is_job(word: &str) -> bool {
    JOBS.contains(&word.to_lowercase().as_str())
}

/// `09/22/94`, `06-11-2019 10:55`: a date, though nobody can tell which number is the month.
fn is_numeric_date(line: &str) -> bool {
    let day = line.split(' ').next().unwrap_or_default();
    let numbers: Vec<&str> = day.split(['/', '-', '.']).collect();
    numbers.len() == 3 && numbers.iter().all(|number| (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_sentence(line: &str) -> bool {
    let ends = line.ends_with(['!', '?', '”', '"', '’', ':', ';', ',']);
    ends || (line.ends_with('.') && !line.to_lowercase().ends_with(".m."))
}

fn without_label(piece: &str) -> &str {
    let mut piece = piece;
    while let Some(rest) = LABELS.iter().find_map(|label| after_label(piece, label)) {
        piece = rest;
    }
    piece
}

fn after_label<'a>(piece: &'a str, label: &str) -> Option<&'a str> {
    let (head, rest) = (piece.get(..label.len())?, piece.get(label.len()..)?);
    let whole = label.ends_with(':') || rest.is_empty() || rest.starts_with(char::is_whitespace);
    (head.eq_ignore_ascii_case(label) && whole).then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<String> {
        let lexicon = Lexicon::for_tests("group/media\tReuters\t-\t-\t5");
        let imprint = imprint(line, &Dates::new(), &lexicon)?;
        let date = imprint.date.map(|date| date.to_string());
        let told = [imprint.people.join(" & "), imprint.house.unwrap_or_default().into(), date.unwrap_or_default()];
        Some(format!("{}{}", told.join("; "), if imprint.certain { "!" } else { "" }))
    }

    #[test]
    fn imprints_of_many_houses() {
        for (line, told) in [
            ("Rift Valley Standard", "; Rift Valley Standard; "),
            ("Reuters", "; Reuters; !"),
            ("(Wend News)", "; Wend News; !"),
            ("Anna Wend", "Anna Wend; ; "),
            ("News | Region | Boats", "; ; !"),
            ("Text: A. Ost", "A. Ost; ; !"),
            ("Oliver Pennant, political correspondent", "Oliver Pennant; ; !"),
            ("Rafiq Hasnat, back from Wend", "Rafiq Hasnat; ; "),
            ("Reuters political reporter", "; Reuters; !"),
            ("Staff Reporter of The Wend Ledger", "; The Wend Ledger; !"),
            ("Last updated: 07 Mar 2009", "; ; 2009-03-07!"),
            ("09/22/94", "; ; !"),
            ("Ines Bucaro / Prensa del Istmo", "Ines Bucaro; Prensa del Istmo; "),
            ("By Anna Ost, Local Reporter | Wend Echo | Sunday 3rd June 2018", "Anna Ost; Wend Echo; 2018-06-03!"),
            ("Anna Ost, Emre Dal, Wend Courier", "Anna Ost & Emre Dal; Wend Courier; "),
            ("June 4, 2017 | Wend News", "; Wend News; 2017-06-04!"),
            ("Reuters · 4 June 2017, 10:30", "; Reuters; 2017-06-04!"),
            ("Published : 14 Jul 2016, 12:00 AM", "; ; 2016-07-14!"),
            ("2019.05.14 17:32 | Diplomacy", "; ; 2019-05-14!"),
        ] {
            assert_eq!(read(line).as_deref(), Some(told), "{line}");
        }
    }

    #[test]
    fn headings_and_sentences_are_none() {
        for line in
            ["Background", "The bridge opens on Monday", "On June 4, 2017 the bridge fell.", "• Treasury left with a hole after defeat"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
