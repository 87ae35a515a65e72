//! What every format is read into.

use crate::model::{ContentId, Date};

/// A page's text, and what its format says outright. Unknown is `None`: shaping may still find it in the text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Page {
    pub title: Option<String>,
    /// Paragraphs, a line break or a blank line between them.
    pub text: String,
    /// Title and text are an article's as they stand, and what is unknown is not in them: there is nothing to be shaped.
    pub is_shaped: bool,
    /// Where the format tells it; else it is that of the raw text.
    pub id: Option<ContentId>,
    pub published: Option<Date>,
    pub source: Option<String>,
    pub byline: Vec<String>,
    pub dateline: Option<String>,
    pub url: Option<String>,
    pub lang: Option<String>,
}
