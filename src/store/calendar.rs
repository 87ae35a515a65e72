//! Days, weeks, months or years side by side: what a timeline counts in.

use crate::model::Date;
use jiff::ToSpan;

/// How long one column of a timeline is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    /// From Monday.
    Week,
    Month,
    Year,
}

impl Unit {
    const ALL: [Unit; 4] = [Unit::Day, Unit::Week, Unit::Month, Unit::Year];

    pub fn word(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }

    /// The first day of the unit that holds `day`.
    fn start(self, day: Date) -> Date {
        match self {
            Unit::Day => day,
            Unit::Week => day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days()),
            Unit::Month => day.first_of_month(),
            Unit::Year => day.first_of_year(),
        }
    }

    /// How many units lie between the beginnings of those that hold `first` and `day`.
    fn between(self, first: Date, day: Date) -> usize {
        let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        let days = || self.start(day).duration_since(self.start(first)).as_hours() / 24;
        let units = match self {
            Unit::Day => days(),
            Unit::Week => days() / 7,
            Unit::Month => i64::from(months(day) - months(first)),
            Unit::Year => i64::from(day.year() - first.year()),
        };
        usize::try_from(units).unwrap_or(0)
    }
}

/// Equal columns that cover a span of days.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub unit: Unit,
    first: Date,
    columns: usize,
}

impl Calendar {
    /// The finest units of which at most `most` cover `first` to `last`; years when even these are more.
    pub fn covering(first: Date, last: Date, most: usize) -> Self {
        let fits = |unit: &Unit| unit.between(first, last) < most;
        let unit = Unit::ALL.into_iter().find(fits).unwrap_or(Unit::Year);
        Self { unit, first: unit.start(first), columns: unit.between(first, last) + 1 }
    }

    pub fn len(&self) -> usize {
        self.columns
    }

    pub fn is_empty(&self) -> bool {
        self.columns == 0
    }

    /// The column that holds a day; a day outside has none.
    pub fn column(&self, day: Date) -> Option<usize> {
        (day >= self.first).then(|| self.unit.between(self.first, day)).filter(|column| *column < self.columns)
    }

    /// The first day of a column, also of the one behind the last.
    pub fn start(&self, column: usize) -> Date {
        let count = column as i64;
        self.first.saturating_add(match self.unit {
            Unit::Day => count.days(),
            Unit::Week => count.weeks(),
            Unit::Month => count.months(),
            Unit::Year => count.years(),
        })
    }

    /// How many of some days each column holds.
    pub fn counts(&self, days: impl Iterator<Item = Date>) -> Vec<u32> {
        let mut counts = vec![0; self.columns];
        days.filter_map(|day| self.column(day)).for_each(|column| counts[column] += 1);
        counts
    }

    /// A column as a person says it: `2017-06-04`, `week of 2017-05-29`, `2017-06`, `2017`.
    pub fn label(&self, column: usize) -> String {
        let start = self.start(column);
        match self.unit {
            Unit::Day => start.to_string(),
            Unit::Week => format!("week of {start}"),
            Unit::Month => format!("{:04}-{:02}", start.year(), start.month()),
            Unit::Year => format!("{:04}", start.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn the_unit_is_the_finest_that_fits() {
        let unit = |last, most| Calendar::covering(day("2017-05-31"), day(last), most).unit;
        assert_eq!(unit("2017-06-29", 30), Unit::Day);
        assert_eq!(unit("2017-06-30", 30), Unit::Week);
        assert_eq!(unit("2019-05-31", 30), Unit::Month);
        assert_eq!(unit("2039-05-31", 30), Unit::Year);
        assert_eq!(unit("2139-05-31", 30), Unit::Year);
    }

    #[test]
    fn weeks_begin_on_monday() {
        let calendar = Calendar::covering(day("2017-06-04"), day("2017-06-30"), 6);
        assert_eq!((calendar.label(0), calendar.label(1), calendar.len()), ("week of 2017-05-29".into(), "week of 2017-06-05".into(), 5));
    }

    proptest! {
        #[test]
        fn every_day_is_in_the_column_that_begins_before_it(first in 0i64..20_000, length in 0i64..20_000, at in 0i64..20_000, most in 1usize..80) {
            let from = day("1970-01-01").saturating_add(first.days());
            let (last, here) = (from.saturating_add(length.days()), from.saturating_add((at % (length + 1)).days()));
            let calendar = Calendar::covering(from, last, most);
            let column = calendar.column(here).expect("inside");
            prop_assert!(calendar.start(column) <= here && here < calendar.start(column + 1));
            prop_assert!(calendar.len() <= most || calendar.unit == Unit::Year);
            prop_assert_eq!(calendar.column(calendar.start(calendar.len())), None);
        }
    }
}
