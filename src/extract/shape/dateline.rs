//! The line that opens a dispatch: `QAMISHLO, Syrian Kurdistan (Kurdistan 24) –`.

use super::super::lexicon::{Lexicon, pattern};
use super::date::Dates;
use crate::model::Date;
use regex::{Captures, Regex};

/// A place of a dateline with its region is no longer than this, in characters.
const LONGEST_PLACE: usize = 60;
/// In so many bytes a dateline without a dash has its mark.
const DATELINE: usize = 60;

pub(super) struct Datelines {
    opening: Regex,
    /// `[VIENNA / Donau-Korrespondenz] The`
    bracketed: Regex,
    /// `ODESSA, Ukraine. The`
    stopped: Regex,
    /// `Guwahati, Jul 15 (Wend News) The`, `LAHORE: The`
    unmarked: Regex,
    day: Regex,
    /// Nothing, or the hour: `23:41 IST`.
    hour: Regex,
}

#[derive(Debug, PartialEq)]
pub(super) struct Dateline {
    /// As printed, without a day (`BAGHDAD, June 4`).
    pub place: Option<String>,
    pub agency: Option<String>,
    pub date: Option<Date>,
}

impl Datelines {
    pub fn new() -> Self {
        Self {
            opening: pattern(r"^(?P<place>[^\n()–—\[]+?)??\s*(?:\((?P<agency>[^)\n]+)\))?\s*(?:[–—]|\s--?|\s_\s)\s*"),
            bracketed: pattern(r"^\[(?P<place>[^\n\]/]+?)(?:\s*/\s*(?P<agency>[^\n\]]+))?\]\s*(?:[–—]|--?)?\s*"),
            stopped: pattern(r"^(?P<place>\p{Lu}[\p{Lu} '’-]{2,}, \p{Lu}[^\n.,()–— ]{3}[^\n.,()–—]*)\.\s+"),
            unmarked: pattern(
                r"^(?:(?P<place>\p{Lu}[^\n()–—.:]+, [JFMASOND][a-z]+\.? \d+)\s*\((?P<agency>[^)\n]+)\)|(?P<town>\p{Lu}[\p{Lu} '’-]+)[:/])\s+",
            ),
            hour: pattern(r"^\s*(?:\d{1,2}[:.]\d\d\s*(?:[ap]m)?\s*[A-Z]{0,4})?\s*$"),
            day: pattern(r"(?i)^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4})?$"),
        }
    }

    /// The dateline `paragraph` opens with.
    pub fn of(&self, paragraph: &str, dates: &Dates, lexicon: &Lexicon) -> Option<Dateline> {
        let captures = self.printed(paragraph)?;
        let agency = captures.name("agency").map(|found| found.as_str().trim());
        let printed = captures.name("place").or_else(|| captures.name("town")).map_or("", |found| found.as_str().trim());
        // `JAKARTA, July 26, Kyodo - The`
        let last = printed.rsplit_once(", ").filter(|(_, last)| agency.is_none() && lexicon.media(last).is_some());
        let (printed, agency) = last.map_or((printed, agency), |(place, last)| (place, Some(last)));
        let found = dates.first(printed);
        let date = found.as_ref().map(|found| found.date);
        let place = found.map_or(printed, |found| printed[..found.start].trim_end_matches([',', ' ']));
        let known = captures
            .name("town")
            .is_none_or(|town| lexicon.is_place(town.as_str()) || captures[0].contains(':') && !is_label(town.as_str()));
        let stands = |place: &str| known && is_place(place, agency.is_some(), lexicon);
        if captures.get(0)?.is_empty() || !(if place.is_empty() { agency.is_some() } else { stands(place) }) {
            return None;
        }
        let agency = agency.map(|agency| lexicon.media(agency).unwrap_or(agency).to_string());
        Some(Dateline { place: Some(self.without_day(place)).filter(|place| !place.is_empty()), agency, date })
    }

    /// The form `paragraph` begins with: one in brackets, one with a dash, or a town in capitals.
    fn printed<'p>(&self, paragraph: &'p str) -> Option<Captures<'p>> {
        let may_be = [
            (&self.bracketed, paragraph.starts_with('[')),
            (&self.opening, paragraph.contains(['–', '—', '-', '_'])),
            (&self.stopped, !paragraph.chars().nth(1).is_some_and(char::is_lowercase)),
            (&self.unmarked, paragraph.get(..DATELINE).unwrap_or(paragraph).contains([':', '/', '('])),
        ];
        may_be.into_iter().filter(|&(_, may_be)| may_be).find_map(|(form, _)| form.captures(paragraph))
    }

    /// A line that is a town and a day and nothing else: the town, with its country, and the day.
    pub fn alone(&self, line: &str, dates: &Dates, lexicon: &Lexicon) -> Option<(String, Date)> {
        let found = dates.first(line).filter(|found| self.hour.is_match(&line[found.end..]))?;
        let place = line[..found.start].trim_end_matches([',', ' ']);
        is_place(place, false, lexicon).then(|| (place.to_string(), found.date))
    }

    fn without_day(&self, place: &str) -> String {
        place.split(", ").filter(|part| !self.day.is_match(part)).collect::<Vec<_>>().join(", ")
    }
}

/// Before a colon, in capitals, and no town: `PUBLISHED: 16:48`.
const LABELS: &[&str] = &[
    "published",
    "updated",
    "posted",
    "modified",
    "created",
    "factbox",
    "analysis",
    "update",
    "note",
    "warning",
    "exclusive",
    "watch",
    "video",
    "photo",
    "photos",
    "pictures",
    "gallery",
    "breaking",
    "opinion",
    "comment",
    "editorial",
    "interview",
    "feature",
    "correction",
    "explainer",
    "profile",
    "review",
    "live",
    "source",
    "sources",
    "by",
    "date",
    "time",
    "author",
    "topics",
    "tags",
    "category",
    "file",
    "caption",
    "advisory",
    "editors",
    "revealed",
    "report",
    "news",
    "sport",
    "weather",
    "quote",
    "question",
    "answer",
    "what",
    "why",
    "who",
    "how",
    "where",
    "when",
];

fn is_label(words: &str) -> bool {
    words.split([' ', '\'', '’']).any(|word| LABELS.contains(&word.to_lowercase().as_str()))
}

/// A town in capitals needs no other sign (unless it is some group's name); one in small letters must be known.
fn is_place(place: &str, with_agency: bool, lexicon: &Lexicon) -> bool {
    let town = place.split([',', '/']).next().unwrap_or_default().trim();
    let words: Vec<&str> = town.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let all_capitals = town.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !town.chars().any(char::is_lowercase);
    let parts_are_names = place.split(", ").all(|part| part.starts_with(char::is_uppercase) && part.split(' ').count() <= 4);
    let is_name =
        !words.is_empty() && !place.contains(':') && words.len() <= 4 && parts_are_names && place.chars().count() <= LONGEST_PLACE;
    let is_group = || lexicon.is_group(town) && (lexicon.media(town).is_some() || !place.contains(','));
    is_name && (lexicon.is_place(town) || all_capitals && (with_agency || !is_group()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(Option<String>, Option<String>)> {
        let lexicon = Lexicon::for_tests("place/city\tBaghdad\t-\t-\t8\ngroup/media\tReuters\t-\t-\t5\ngroup/armed\tISIS\t-\t-\t5");
        Datelines::new().of(text, &Dates::new(), &lexicon).map(|dateline| (dateline.place, dateline.agency))
    }

    fn pair(place: &str, agency: &str) -> Option<(Option<String>, Option<String>)> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
        Some((some(place), some(agency)))
    }

    #[test]
    fn datelines_of_many_houses() {
        assert_eq!(of("QAMISHLO, Syrian Kurdistan (Kurdistan 24) – The"), pair("QAMISHLO, Syrian Kurdistan", "Kurdistan 24"));
        assert_eq!(of("BAGHDAD, June 4 (Reuters) - Iraq"), pair("BAGHDAD", "Reuters"));
        assert_eq!(of("Baghdad – A bomb"), pair("Baghdad", ""));
        assert_eq!(of("[BAGHDAD, Iraq] — A bomb"), pair("BAGHDAD, Iraq", ""));
        assert_eq!(of("[BAGHDAD / Wend-Dienst] A bomb"), pair("BAGHDAD", "Wend-Dienst"));
        assert_eq!(of("WENDEN, Iraq. A bomb"), pair("WENDEN, Iraq", ""));
        assert_eq!(of("Baghdad, 6 March 2011 (Agence Wend) - A bomb"), pair("Baghdad", "Agence Wend"));
        assert_eq!(of("(Reuters) - Iraq said"), pair("", "Reuters"));
        assert_eq!(of("NEW WENDEN — The mayor"), pair("NEW WENDEN", ""));
        assert_eq!(of("BAGHDAD (Reuters) _ A bomb"), pair("BAGHDAD", "Reuters"));
        assert_eq!(of("Baghdad, Jul 15 (Wend News) The flood"), pair("Baghdad", "Wend News"));
        assert_eq!(of("BAGHDAD: The court"), pair("BAGHDAD", ""));
        assert_eq!(of("PUBLISHED: 16:48 today"), None);
        assert_eq!(of("ANNA OST-WEND, ST. WEND HERALD"), None);
        assert_eq!(of("BAGHDAD, July 26, Reuters - The ministers"), pair("BAGHDAD", "Reuters"));
    }

    #[test]
    fn a_town_and_a_day_on_a_line_of_their_own() {
        let lexicon = Lexicon::for_tests("place/city\tBaghdad\t-\t-\t8");
        let alone = |line| Datelines::new().alone(line, &Dates::new(), &lexicon).map(|(place, date)| (place, date.to_string()));
        assert_eq!(alone("AL-AIN, United Arab Emirates 1996-12-06"), Some(("AL-AIN, United Arab Emirates".into(), "1996-12-06".into())));
        assert_eq!(alone("Baghdad, June 4, 2017"), Some(("Baghdad".into(), "2017-06-04".into())));
        assert_eq!(alone("BAGHDAD, JUNE 4, 2017 23:41 IST"), Some(("BAGHDAD".into(), "2017-06-04".into())));
        assert_eq!(alone("Wend News June 4, 2017"), None);
        assert_eq!(alone("BAGHDAD 1996-12-06 was cold"), None);
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "The US-led coalition said",
            "ISIS – the group – said",
            "He came – and went",
            "Units — they have, under the",
            "Well-known men (two) went – there",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
