//! What every format is read into.

use crate::model::Date;

/// A page's text, and what its format says outright. Unknown is `None`: shaping may still find it in the text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Page {
    pub title: Option<String>,
    /// Paragraphs, a line break or a blank line between them.
    pub text: String,
    pub published: Option<Date>,
    pub source: Option<String>,
    pub byline: Vec<String>,
    pub url: Option<String>,
    pub lang: Option<String>,
}
