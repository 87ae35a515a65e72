//! What words are matched against and lists are sorted by, made once for each article and kept in columns: what is looked at for every
//! article at every key lies in a row.

use super::letters::Letters;
use crate::model::{Article, Date};
use crate::text::{Case, folded};
use std::collections::HashMap;

/// Between two names of a byline.
const BETWEEN: char = '\n';

/// The keys of all articles, in store order.
#[derive(Default)]
pub(super) struct KeyTable {
    headlines: Headlines,
    days: Vec<Day>,
    sources: Interned,
    /// The names of a byline are one text, with [`BETWEEN`] between them.
    bylines: Interned,
}

impl KeyTable {
    pub fn landed(&mut self, article: &Article) {
        self.headlines.push(&folded(article.headline(), Case::Lower));
        self.days.push(Day::of(article.published));
        self.sources.push(folded(article.source.as_deref().unwrap_or_default(), Case::Lower));
        let names: Vec<String> = article.byline.iter().map(|name| folded(name, Case::Lower).replace(BETWEEN, " ")).collect();
        self.bylines.push(names.join(&BETWEEN.to_string()));
    }

    /// The folded headline of an article.
    pub fn headline(&self, article: usize) -> &str {
        self.headlines.get(article)
    }

    /// The letters of the folded headline of an article.
    pub fn letters(&self, article: usize) -> Letters {
        self.headlines.letters[article]
    }

    pub fn day(&self, article: usize) -> Day {
        self.days[article]
    }

    pub fn sources(&self) -> &Interned {
        &self.sources
    }

    pub fn bylines(&self) -> &Interned {
        &self.bylines
    }

    /// The place of each source in the alphabet; none comes last.
    pub fn source_ranks(&self) -> Vec<u32> {
        let mut sources: Vec<(bool, &str)> = self.sources.texts.iter().map(|source| (source.is_empty(), &**source)).collect();
        sources.sort_unstable();
        let rank = |source: &str| sources.partition_point(|other| *other < (source.is_empty(), source)) as u32;
        self.sources.texts.iter().map(|source| rank(source)).collect()
    }
}

/// The names of a byline.
pub(super) fn names(byline: &str) -> impl Iterator<Item = &str> {
    byline.split(BETWEEN).filter(|name| !name.is_empty())
}

/// Folded headlines, one after another.
#[derive(Default)]
struct Headlines {
    text: String,
    /// Where each ends, in bytes of `text`.
    ends: Vec<usize>,
    letters: Vec<Letters>,
}

impl Headlines {
    fn push(&mut self, headline: &str) {
        self.text.push_str(headline);
        self.ends.push(self.text.len());
        self.letters.push(Letters::of(headline));
    }

    fn get(&self, article: usize) -> &str {
        let start = if article == 0 { 0 } else { self.ends[article - 1] };
        &self.text[start..self.ends[article]]
    }
}

/// A column of texts of which there are few.
#[derive(Default)]
pub(super) struct Interned {
    /// The number of each article's text.
    numbers: Vec<u32>,
    /// Each once, in the order in which they were first met; the empty one stands for articles that have none.
    texts: Vec<Box<str>>,
    by_text: HashMap<Box<str>, u32>,
}

impl Interned {
    fn push(&mut self, text: String) {
        let next = self.texts.len() as u32;
        let number = *self.by_text.entry(text.into()).or_insert_with_key(|text| {
            self.texts.push(text.clone());
            next
        });
        self.numbers.push(number);
    }

    /// The number of an article's text.
    pub fn number(&self, article: usize) -> usize {
        self.numbers[article] as usize
    }

    /// The text of a number.
    pub fn text(&self, number: usize) -> &str {
        &self.texts[number]
    }
}

/// A day as a number in the order of days: its year from -10,000 on in units of 512, its month in units of 32; 0 for none.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub u32);

const FIRST_YEAR: i32 = -10_000;

impl Day {
    pub fn of(date: Option<Date>) -> Self {
        let number = |date: Date| (i32::from(date.year()) - FIRST_YEAR) as u32 * 512 + date.month() as u32 * 32 + date.day() as u32;
        Self(date.map_or(0, number))
    }

    pub fn date(self) -> Option<Date> {
        let year = (self.0 / 512) as i32 + FIRST_YEAR;
        Date::new(year as i16, (self.0 / 32 % 16) as i8, (self.0 % 32) as i8).ok().filter(|_| self.0 > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_number() {
        for day in ["-009999-01-01", "0000-02-29", "1999-12-31", "2017-06-04", "9999-12-31"] {
            let day: Date = day.parse().expect("a date");
            assert_eq!(Day::of(Some(day)).date(), Some(day));
            assert!(Day::of(day.tomorrow().ok()) > Day::of(Some(day)) || day == Date::MAX);
        }
        assert_eq!(Day::of(None).date(), None);
    }
}
