//! Date and source where a page prints them before its first sentence.

use super::super::lexicon::{Lexicon, pattern};
use super::date::Dates;
use super::dateline::Datelines;
use crate::model::Date;
use regex::Regex;

pub(super) struct Credits {
    dash: Regex,
    source: Regex,
}

/// What stands before the first sentence.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Opening {
    /// Bytes taken by it.
    pub length: usize,
    pub date: Option<Date>,
    pub source: Option<String>,
}

impl Credits {
    pub fn new() -> Self {
        Self { dash: pattern(r"^\s*(?:[–—|]|--?)\s+"), source: pattern(r"^(?P<name>[^\n–—|]+?)\s*(?:[–—|]|\s--?)\s+") }
    }

    /// `June 4, 2017 – ARA News –`, either half or both; a dateline behind it is not touched.
    pub fn opening(&self, paragraph: &str, dates: &Dates, datelines: &Datelines, lexicon: &Lexicon) -> Opening {
        let mut opening = Opening::default();
        if let Some(found) = dates.first(paragraph).filter(|found| paragraph[..found.start].trim().is_empty())
            && let Some(dash) = self.dash.find(&paragraph[found.end..])
        {
            opening.length = found.end + dash.end();
            opening.date = Some(found.date);
        }
        let rest = &paragraph[opening.length..];
        if let Some(captures) = self.source.captures(rest)
            && is_house(&captures["name"])
            && datelines.of(rest, dates, lexicon).is_none()
            && (opening.date.is_some() || lexicon.media(&captures["name"]).is_some())
        {
            let name = &captures["name"];
            opening.source = Some(lexicon.media(name).unwrap_or(name).to_string());
            opening.length += captures[0].len();
        }
        opening
    }
}

/// Short, and written like the name of a house (`Wend News`, `AT&T`): no sentence has got this far without a comma.
fn is_house(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '&' | '’' | '\'' | ' ');
    name.starts_with(char::is_uppercase) && name.chars().count() <= 40 && name.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opening(text: &str) -> (String, Option<String>, Option<String>) {
        let lexicon = Lexicon::for_tests("group/media\tReuters\t-\t-\t5\nplace/city\tBaghdad\t-\t-\t8");
        let opening = Credits::new().opening(text, &Dates::new(), &Datelines::new(), &lexicon);
        (text[opening.length..].to_string(), opening.date.map(|date| date.to_string()), opening.source)
    }

    #[test]
    fn date_and_source_before_the_first_sentence() {
        let date = Some("2017-06-04".to_string());
        assert_eq!(opening(" June 4, 2017    – Wend News – The mayor"), ("The mayor".into(), date.clone(), Some("Wend News".into())));
        assert_eq!(opening("June 4, 2017 – The mayor"), ("The mayor".into(), date.clone(), None));
        assert_eq!(opening("June 4, 2017 – BAGHDAD – The mayor"), ("BAGHDAD – The mayor".into(), date, None));
        assert_eq!(opening("Reuters – The mayor"), ("The mayor".into(), None, Some("Reuters".into())));
    }

    #[test]
    fn a_sentence_with_a_date_or_a_dash_is_left_alone() {
        for text in ["June 4, 2017 was a warm day.", "The mayor – an old man – left.", "Baghdad – The mayor left."] {
            assert_eq!(opening(text), (text.into(), None, None));
        }
    }
}
