//! `2017`, `2017-06`, `2017-06-04` and `30d` as spans of days.

use crate::model::Date;
use jiff::{Span as Duration, ToSpan};

/// Days from `first` to before `end`.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Days {
    first: Option<Date>,
    end: Option<Date>,
}

impl Days {
    pub fn hold(self, day: Date) -> bool {
        self.first.is_none_or(|first| first <= day) && self.end.is_none_or(|end| day < end)
    }

    /// From the first day of what is named, on.
    pub(super) fn after(text: &str, today: Date) -> Option<Self> {
        let (first, _) = period(text, today)?;
        Some(Self { first: Some(first), end: None })
    }

    /// All days before what is named.
    pub(super) fn before(text: &str, today: Date) -> Option<Self> {
        let (first, _) = period(text, today)?;
        Some(Self { first: None, end: Some(first) })
    }

    /// Within what is named.
    pub(super) fn on(text: &str, today: Date) -> Option<Self> {
        let (first, length) = period(text, today)?;
        Some(Self { first: Some(first), end: Some(first.checked_add(length).ok()?) })
    }
}

/// The first day of what `text` names, and how long that is.
fn period(text: &str, today: Date) -> Option<(Date, Duration)> {
    if let Some(ago) = ago(text) {
        return Some((today.checked_sub(ago).ok()?, 1.day()));
    }
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let part = |text: Option<&str>| text.map(|text| text.parse::<i8>().ok()).map_or(Some(None), |number| number.map(Some));
    let (month, day) = (part(parts.next())?, part(parts.next())?);
    let length = if day.is_some() {
        1.day()
    } else if month.is_some() {
        1.month()
    } else {
        1.year()
    };
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    parts.next().is_none().then_some((first, length))
}

/// `30d`, `2w`, `6m`, `1y`.
fn ago(text: &str) -> Option<Duration> {
    let unit = text.chars().next_back()?;
    let number: i32 = text.strip_suffix(unit)?.parse().ok().filter(|number| (0..=9999).contains(number))?;
    match unit {
        'd' => Some(number.days()),
        'w' => Some(number.weeks()),
        'm' => Some(number.months()),
        'y' => Some(number.years()),
        _ => None,
    }
}
