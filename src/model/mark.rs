//! What a reader leaves on an article: read, starred, tags, notes.

use crate::text::{Case, Span, folded};

/// What was written down about a place in an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Bytes of [`Article::text`](super::Article::text).
    pub span: Span,
    pub text: Box<str>,
}

impl Note {
    /// Where the note stands in `text`; `None` when that has no such place, as when a later version of this program shapes the
    /// page otherwise than the one in which the note was written.
    pub fn place(&self, text: &str) -> Option<Span> {
        text.get(self.span.range()).map(|_| self.span)
    }
}

/// All a reader left on one article. The default is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub read: bool,
    pub starred: bool,
    /// Sorted, each once.
    pub tags: Vec<Box<str>>,
    /// Sorted by span, one for a span.
    pub notes: Vec<Note>,
}

impl Marks {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes a tag away, or adds it; true if it is there now. Capitals and accents make no other tag; a blank one is none.
    pub fn toggle_tag(&mut self, tag: &str) -> bool {
        let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
        let (key, before) = (folded(&tag, Case::Lower), self.tags.len());
        self.tags.retain(|known| folded(known, Case::Lower) != key);
        if tag.is_empty() || self.tags.len() < before {
            return false;
        }
        self.tags.push(tag.into());
        self.tags.sort();
        true
    }

    /// The note at exactly this span.
    pub fn note(&self, span: Span) -> Option<&str> {
        self.notes.iter().find(|note| note.span == span).map(|note| &*note.text)
    }

    /// Adds a note or replaces the one at this span; a blank text takes it away.
    pub fn set_note(&mut self, span: Span, text: &str) {
        self.notes.retain(|note| note.span != span);
        if !text.trim().is_empty() {
            let at = self.notes.partition_point(|note| note.span < span);
            self.notes.insert(at, Note { span, text: text.into() });
        }
    }
}
