//! Dates as a page prints them. Only whole dates count: `on Monday` and `03/04/2017` say too little to be a date.

use crate::model::Date;
use regex::{Captures, Regex};

const MONTHS: &str = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

pub(super) struct Dates {
    any: Regex,
}

/// A date and the bytes it takes.
pub(super) struct FoundDate {
    pub date: Date,
    pub start: usize,
    pub end: usize,
}

impl Dates {
    pub fn new() -> Self {
        let month = format!("(?:{MONTHS})[a-z]*\\.?");
        let pattern = format!(
            r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:(?P<m1>{month})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<m2>{month}),?[\s-]+(?P<y2>\d{{4}})|(?P<y3>\d{{4}})[-./](?P<m3>\d{{2}})[-./](?P<d3>\d{{2}})|(?P<d4>\d{{2}})\.(?P<m4>\d{{2}})\.(?P<y4>\d{{4}}))(?:\b|T)"
        );
        Self { any: super::super::lexicon::pattern(&pattern) }
    }

    /// The first whole date in `text`.
    pub fn first(&self, text: &str) -> Option<FoundDate> {
        // A year has digits, and most lines none.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let captures = self.any.captures(text)?;
        let whole = captures.get(0)?;
        Some(FoundDate { date: date_of(&captures)?, start: whole.start(), end: whole.end() })
    }
}

fn date_of(captures: &Captures) -> Option<Date> {
    let named = |names: [&str; 4]| names.iter().find_map(|name| captures.name(name)).map(|found| found.as_str());
    let month_text = named(["m1", "m2", "m3", "m4"])?;
    let month = month_text.parse().ok().or_else(|| month_number(month_text))?;
    Date::new(named(["y1", "y2", "y3", "y4"])?.parse().ok()?, month, named(["d1", "d2", "d3", "d4"])?.parse().ok()?).ok()
}

fn month_number(word: &str) -> Option<i8> {
    let short = word.get(..3)?.to_ascii_lowercase();
    (1..).zip(MONTHS.split('|')).find_map(|(number, month)| (month == short).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<String> {
        Dates::new().first(text).map(|found| found.date.to_string())
    }

    #[test]
    fn whole_dates_are_read() {
        for (text, date) in [
            (" June 4, 2017    – ", "2017-06-04"),
            ("Sunday, 4th Jun. 2017", "2017-06-04"),
            ("2017.06.04 17:32", "2017-06-04"),
            ("04.06.2017", "2017-06-04"),
            ("4-Jun-2017", "2017-06-04"),
            ("2017/06/04 17:32", "2017-06-04"),
            ("Published 2017-06-04T10:00", "2017-06-04"),
            ("Sept. 11 2001", "2001-09-11"),
        ] {
            assert_eq!(first(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_says_too_little_is_no_date() {
        for text in ["on Monday", "Nov. 11", "03/04/2017", "June 2017", "February 31, 2017", "2017"] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
