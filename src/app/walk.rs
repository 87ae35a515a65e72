//! Walking from mention to mention, quote to quote, hit to hit.

use super::reader::{Pick, Picked};
use super::state::{App, Focus};
use crate::model::QuoteKind;
use crate::store::EntityId;
use crate::text::Span;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Way {
    Next,
    Previous,
}

impl Way {
    /// Of sorted stops, the number of the next or previous one seen from `here`.
    fn stop<T: Ord>(self, stops: &[T], here: &Here<T>) -> Option<usize> {
        let before = stops.partition_point(|stop| *stop < here.at);
        match self {
            Way::Previous => before.checked_sub(1),
            Way::Next => {
                let on_it = here.is_stop && stops.get(before) == Some(&here.at);
                Some(before + usize::from(on_it)).filter(|number| *number < stops.len())
            }
        }
    }

    fn word(self) -> &'static str {
        match self {
            Way::Next => "last",
            Way::Previous => "first",
        }
    }
}

/// Where a walk goes on from: what is picked, or else the beginning of what is in view.
struct Here<T> {
    at: T,
    is_stop: bool,
}

impl App {
    pub(super) fn walk_quotes(&mut self, way: Way) {
        let article = self.article();
        let quotes = article.iter().flat_map(|article| &article.annotations.quotes);
        let spans = quotes.filter(|quote| quote.kind == QuoteKind::Direct).map(|quote| quote.span).collect();
        self.walk_spans(spans, Pick::Quote, "quote", way);
    }

    pub(super) fn walk_hits(&mut self, way: Way) {
        self.walk_spans(self.reader.hits().to_vec(), Pick::Hit, "hit", way);
    }

    /// The mentions of the chosen name, in the order of the list; without one, those of the open article.
    pub(super) fn walk_mentions(&mut self, way: Way) {
        if self.focus == Focus::Names {
            self.names.choose();
        }
        match self.names.chosen {
            Some(entity) => self.walk_entity(entity, way),
            None => {
                let mentions = self.list.article().into_iter().flat_map(|article| self.store.mentions(article));
                self.walk_spans(mentions.map(|(span, _)| span).collect(), Pick::Mention, "name", way);
            }
        }
    }

    fn walk_spans(&mut self, spans: Vec<Span>, what: Pick, word: &str, way: Way) {
        let here = self.here();
        match way.stop(&spans, &here) {
            Some(number) => self.pick(Picked { what, span: spans[number], number: number + 1, of: spans.len() }),
            None if spans.is_empty() => self.notify(format!("no {word} in this article")),
            None => self.notify(format!("that was the {} {word} of this article", way.word())),
        }
    }

    fn walk_entity(&mut self, entity: EntityId, way: Way) {
        let Some((row, place)) = self.stop_of(entity, way) else {
            let name = self.store.entity(entity).name.clone();
            return self.notify(format!("that was the {} mention of {name} in what is listed", way.word()));
        };
        let Some(span) = self.spans_in(row, entity).get(place).copied() else { return };
        let count = |(before, of): (usize, usize), (other, mentions): (usize, usize)| {
            (before + if other < row { mentions } else { 0 }, of + mentions)
        };
        let (before, of) = self.rows_naming(entity).fold((0, 0), count);
        self.turn_to(row);
        self.pick(Picked { what: Pick::Mention, span, number: before + place + 1, of });
    }

    /// The next mention of a name: the row of its article, and its number there.
    fn stop_of(&self, entity: EntityId, way: Way) -> Option<(usize, usize)> {
        let at = self.list.at();
        if let Some(place) = way.stop(&self.spans_in(at, entity), &self.here()) {
            return Some((at, place));
        }
        let rows = self.rows_naming(entity);
        match way {
            Way::Next => rows.map(|(row, _)| (row, 0)).filter(|(row, _)| *row > at).min(),
            Way::Previous => rows.map(|(row, mentions)| (row, mentions.saturating_sub(1))).filter(|(row, _)| *row < at).max(),
        }
    }

    /// The rows of the listed articles that mention a name, each with how often.
    fn rows_naming(&self, entity: EntityId) -> impl Iterator<Item = (usize, usize)> {
        let postings = self.store.entity(entity).postings.iter();
        postings.filter_map(|posting| Some((self.list.row_of(posting.article)?, posting.mentions as usize)))
    }

    /// Where the article in a row mentions a name.
    fn spans_in(&self, row: usize, entity: EntityId) -> Vec<Span> {
        let article = self.list.hits().get(row).map(|hit| hit.article);
        article.into_iter().flat_map(|article| self.store.mentions_in(article, entity)).collect()
    }

    fn turn_to(&mut self, row: usize) {
        if row != self.list.at() {
            self.list.go(row);
            self.settle_shown();
        }
    }

    fn here(&self) -> Here<Span> {
        let view = self.reader.text_shown(self.height(Focus::Reader));
        let picked = self.reader.picked.map(|picked| picked.span).filter(|span| span.overlaps(view));
        match picked {
            Some(span) => Here { at: span, is_stop: true },
            None => Here { at: Span { start: view.start, end: view.start }, is_stop: false },
        }
    }

    /// Marks a part of the text and brings it into view.
    pub(super) fn pick(&mut self, picked: Picked) {
        if self.height(Focus::Reader) == 0 {
            self.focus = Focus::Reader;
            self.settle_shown();
        }
        self.reader.picked = Some(picked);
        self.reader.reveal(picked.span.start, self.height(Focus::Reader));
    }
}
