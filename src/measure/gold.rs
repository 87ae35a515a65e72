//! What is right about one text, as somebody wrote it down by hand.

use crate::model::{Kind, QuoteKind};
use crate::text::Span;

/// A text and what there is to find in it.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// Where it is from: a file, and a number when the file holds several.
    pub name: String,
    /// The page the article stands on, when the set has whole pages; the title and the body are to be found in it.
    pub page: Option<String>,
    /// What spans are ranges of: title and body, or the body alone.
    pub text: String,
    /// The body alone is judged.
    pub body_only: bool,
    /// Sorted, none overlapping.
    pub mentions: Vec<GoldMention>,
    /// `None`: the set does not tell quotes.
    pub quotes: Option<Vec<GoldQuote>>,
    /// `None`: the set does not tell facts.
    pub facts: Option<Facts>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldMention {
    /// Bytes of [`Gold::text`].
    pub span: Span,
    /// `None`: marked or not, it counts neither way.
    pub kind: Option<Kind>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldQuote {
    /// Bytes of [`Gold::text`], with the quotation marks.
    pub span: Span,
    pub kind: QuoteKind,
    /// The speaker's name; `None` when the text does not tell.
    pub speaker: Option<String>,
}

/// What a page tells about its article. A fact it does not tell must not be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub title: Option<String>,
    pub published: Option<String>,
    pub source: Option<String>,
    pub byline: Option<String>,
    pub dateline: Option<String>,
}
