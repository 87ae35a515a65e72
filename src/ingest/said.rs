//! The value of a field, whatever its type: people's dumps have names as a string, a list, or objects.

use crate::extract::Extractor;
use crate::model::Date;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What a field says. Strings without escapes are borrowed from the line.
#[derive(Debug, PartialEq)]
pub(super) enum Said<'a> {
    /// Null, or nothing that can be understood.
    Nothing,
    Number(i64),
    Words(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
}

impl<'a> Said<'a> {
    pub fn number(&self) -> Option<i64> {
        if let Said::Number(number) = self { Some(*number) } else { None }
    }

    /// Its strings; a blank one is none.
    pub fn strings(self) -> Vec<Cow<'a, str>> {
        let strings = match self {
            Said::Words(words) => vec![words],
            Said::List(list) => list,
            Said::Nothing | Said::Number(_) => Vec::new(),
        };
        strings.into_iter().filter(|words| !words.trim().is_empty()).collect()
    }

    pub fn has_words(&self) -> bool {
        match self {
            Said::Words(words) => !words.trim().is_empty(),
            Said::List(list) => list.iter().any(|words| !words.trim().is_empty()),
            Said::Nothing | Said::Number(_) => false,
        }
    }

    /// The day it tells: as ISO 8601 has it, as mails and pages write it, or as a number (`20170604`, or a time since 1970). A time
    /// with a zone is of the day it was there.
    pub fn day(&self, extractor: &Extractor) -> Option<Date> {
        match self {
            Said::Number(number) => numbered_day(*number),
            Said::Words(words) => written_day(words.trim(), extractor),
            Said::List(list) => list.iter().find_map(|words| written_day(words.trim(), extractor)),
            Said::Nothing => None,
        }
    }
}

fn written_day(words: &str, extractor: &Extractor) -> Option<Date> {
    let year_first = || words.get(..10)?.replace('/', "-").parse().ok();
    let digits = words.bytes().all(|byte| byte.is_ascii_digit());
    match words.len() {
        8 | 14 if digits => numbered_day(words[..8].parse().ok()?),
        _ if digits => numbered_day(words.parse().ok()?),
        _ => year_first().or_else(|| extractor.date(words)),
    }
}

/// Seconds since 1970 between these are a time; fewer are a year, or nothing.
const EARLIEST: u64 = 100_000;
const LATEST: u64 = 100_000_000_000;

/// `20170604`, or seconds since 1970, or thousandths, millionths, thousand millionths of them.
fn numbered_day(number: i64) -> Option<Date> {
    let [year, month, day] = [number / 10_000, number / 100 % 100, number % 100];
    if (1500..2200).contains(&year) {
        return Date::new(year as i16, month as i8, day as i8).ok();
    }
    let size = number.unsigned_abs();
    let unit = [1, 1_000, 1_000_000, 1_000_000_000].into_iter().find(|unit| size / unit < LATEST).filter(|_| size >= EARLIEST)?;
    let seconds = number / unit as i64;
    jiff::Timestamp::from_second(seconds).ok().map(|time| time.to_zoned(jiff::tz::TimeZone::UTC).date())
}

impl<'de> Deserialize<'de> for Said<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Said<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Said<'de>, E> {
        Ok(Said::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Said<'de>, E> {
        Ok(Said::Nothing)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Said<'de>, E> {
        Ok(Said::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Said<'de>, E> {
        Ok(i64::try_from(number).map_or(Said::Nothing, Said::Number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Said<'de>, E> {
        Ok(Said::Number(number as i64))
    }

    fn visit_borrowed_str<E>(self, words: &'de str) -> Result<Said<'de>, E> {
        Ok(Said::Words(words.into()))
    }

    fn visit_str<E>(self, words: &str) -> Result<Said<'de>, E> {
        Ok(Said::Words(words.to_string().into()))
    }

    /// All strings in it, and in what lies in it.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Said<'de>, A::Error> {
        let mut strings = Vec::new();
        while let Some(said) = list.next_element::<Said>()? {
            strings.extend(said.strings());
        }
        Ok(Said::List(strings))
    }

    /// What is called a name in it: `{"@type": "Person", "name": "…"}`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Said<'de>, A::Error> {
        let mut name = Said::Nothing;
        while let Some(key) = map.next_key::<Cow<str>>()? {
            if key == "name" { name = map.next_value()? } else { map.next_value::<IgnoredAny>().map(drop)? }
        }
        Ok(name)
    }
}
