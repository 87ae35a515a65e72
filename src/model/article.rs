//! One article as the program holds it.

use super::{Annotations, Date, Fingerprint};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A hash of the raw text: the same article has the same id wherever it lies. Shown as 16 hexadecimal digits. Where a format has title
/// and text apart, the raw text is as a file of text would have it: title, a blank line, text.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ContentId(u64);

impl ContentId {
    /// XXH3 of the decoded text (64 bits).
    pub fn of(raw: &str) -> Self {
        Self(xxhash_rust::xxh3::xxh3_64(raw.as_bytes()))
    }
}

impl fmt::Display for ContentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for ContentId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let digits = Some(text).filter(|text| text.len() == 16 && text.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let number = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok());
        number.map(Self).ok_or_else(|| NotAnId(text.to_string()))
    }
}

/// A word that is no content id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the id of an article: 16 hexadecimal digits are wanted")]
pub struct NotAnId(String);

/// What the file was.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Text,
    Markdown,
    /// A line of a file that has an article on each, as a JSON object.
    Jsonl,
}

/// What a piece of the page is, when it is not the article's text.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// A tag before the headline (`Video:`).
    Tag,
    /// The headline said a second time.
    Headline,
    /// The lead said again under the headline.
    Deck,
    Caption,
    /// Date, source, byline, editor.
    Credit,
    /// What the page wraps around an article: comments, follow-us, donations.
    Boilerplate,
}

impl Zone {
    /// How the reader labels it.
    pub fn word(self) -> &'static str {
        match self {
            Zone::Tag => "tag",
            Zone::Headline => "headline again",
            Zone::Deck => "deck",
            Zone::Caption => "caption",
            Zone::Credit => "credit",
            Zone::Boilerplate => "page",
        }
    }
}

/// A piece of the page kept out of the article's text, in page order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    pub zone: Zone,
    pub text: Box<str>,
}

/// A first line may be all of a very long text: so many bytes of it are a headline.
const LONGEST_HEADLINE: usize = 1_000;

/// An article: its text (title, a blank line, body), what is known of it, and what was cut away. Unknown is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub id: ContentId,
    /// Where it was read from, as given on the command line or found under a folder; with a colon and the number of the line for an
    /// article on a line of its own.
    pub path: Box<str>,
    pub format: Format,
    /// Title, blank line, body; or the body alone when there is no title. Kept apart from the rest where an article is written down.
    #[serde(skip)]
    pub text: Box<str>,
    /// Bytes before the body: 0, or the title and the blank line.
    pub body_start: u32,
    pub published: Option<Date>,
    pub source: Option<Box<str>>,
    /// Authors first, then editors and additional reporters.
    pub byline: Vec<Box<str>>,
    pub dateline: Option<Box<str>>,
    pub url: Option<Box<str>>,
    pub lang: Option<Box<str>>,
    pub cut: Vec<Cut>,
    pub annotations: Annotations,
    /// By what its body is known again in other articles.
    pub fingerprint: Fingerprint,
}

/// What a list tells of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub id: ContentId,
    pub path: Box<str>,
    pub published: Option<Date>,
    pub source: Option<Box<str>>,
    /// The headline is the article's title.
    pub has_title: bool,
    pub headline: Box<str>,
}

/// Where the headline stands in a text, of which only the beginning is looked at: [`Article::headline_span`].
pub(crate) fn headline_span(text: &str, body_start: usize) -> Span {
    let beginning = &text[..text.floor_char_boundary(LONGEST_HEADLINE)];
    let first_line = || Span::new(0, beginning.find('\n').unwrap_or(beginning.len()));
    title_span(text, body_start).unwrap_or_else(first_line)
}

/// Of a text, so much as may be needed to know its headline, in bytes.
pub(crate) fn headline_room(body_start: usize) -> usize {
    body_start.max(LONGEST_HEADLINE + char::MAX.len_utf8())
}

fn title_span(text: &str, body_start: usize) -> Option<Span> {
    (body_start > 0).then(|| Span::new(0, text[..body_start].trim_end().len()))
}

impl Article {
    /// Where the title stands in the text.
    pub fn title_span(&self) -> Option<Span> {
        title_span(&self.text, self.body_start as usize)
    }

    pub fn head(&self) -> Head {
        Head {
            id: self.id,
            path: self.path.clone(),
            published: self.published,
            source: self.source.clone(),
            has_title: self.body_start > 0,
            headline: self.headline().into(),
        }
    }

    pub fn title(&self) -> Option<&str> {
        self.title_span().map(|span| span.of(&self.text))
    }

    /// What stands for the article in a list: its title, else the first line of its body, or as much of it as any list can show. Always
    /// a prefix of the text.
    pub fn headline_span(&self) -> Span {
        headline_span(&self.text, self.body_start as usize)
    }

    pub fn headline(&self) -> &str {
        self.headline_span().of(&self.text)
    }

    pub fn body(&self) -> &str {
        &self.text[self.body_start as usize..]
    }
}
