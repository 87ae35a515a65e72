//! What is laid over the part of the open article around the view. It is found for more than is seen, so that most frames find nothing
//! anew, and for not much more than that, so that no frame takes longer for a longer article.

use super::state::App;
use crate::model::Quote;
use crate::store::ArticleId;
use crate::text::Span;

/// Bytes before and behind the view that are looked through with it: of most articles that is all.
const AROUND: usize = 4_096;
/// Bytes before and behind the view within which a hit that reaches into it begins and ends.
const CONTEXT: usize = 1_024;

/// What is known of a part of the text. All is sorted by its beginning.
#[derive(Debug, Default)]
pub struct Nearby {
    /// The part; nothing in it is known yet when it is empty.
    part: Span,
    /// The words looked for in the text, or else the filter's.
    pub hits: Vec<Span>,
    /// The passages that stand in other articles too.
    pub shared: Vec<Span>,
    /// The watched words.
    pub watched: Vec<Span>,
    pub quotes: Vec<Quote>,
}

impl Nearby {
    /// All that can be seen in a view is known.
    pub fn covers(&self, view: Span, text: &str) -> bool {
        !self.part.is_empty() && self.part.contains(around(view, CONTEXT, text))
    }

    pub fn of(app: &App, id: ArticleId, view: Span) -> Self {
        let article = app.store.article(id);
        let part = around(view, AROUND, &article.text);
        let hits = match &app.reader.sought {
            Some(words) => app.store.occurrences(words, id, part),
            None => app.store.found_within(app.list.query(), id, part),
        };
        let watched = app.watched.spans(part.of(&article.text)).into_iter().map(|span| span.shifted(part.start as usize)).collect();
        let quotes = article.annotations.quotes.iter().filter(|quote| quote.span.overlaps(part)).copied().collect();
        Self { part, hits, shared: app.store.shared_spans(id, part).collect(), watched, quotes }
    }
}

/// A part of a text with so many bytes more on both sides, as far as there are so many.
fn around(part: Span, bytes: usize, text: &str) -> Span {
    let (start, end) = (part.start as usize, part.end as usize);
    Span::new(text.floor_char_boundary(start.saturating_sub(bytes)), text.ceil_char_boundary((end + bytes).min(text.len())))
}
