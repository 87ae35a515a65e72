//! The quote book: a line for each quote under its speaker, and the one under the cursor in full.

use super::clip::{clip, plain};
use super::page_rows::rows;
use super::panes;
use super::theme::Theme;
use crate::app::{App, BookLine, Pane, QuoteBook, grouped};
use crate::store::{EntityId, QuoteId};
use crate::text::{self, visible};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::Widget;

/// Cells of the date before a quote, with the gap behind it.
const DATE: u16 = 12;

pub fn draw(app: &App, book: &QuoteBook, pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    let (list, detail) = pane.book();
    let drawing = Drawing { app, theme };
    if book.rows().all().is_empty() {
        let words = if book.is_reading() { "reading what is quoted …" } else { "nothing is quoted in what is listed" };
        plain(words, theme.dim).render(Rect { x: list.x + 2, ..list }, buffer);
    }
    rows(book.rows(), list, true, theme, buffer, |line, area, buffer| drawing.line(line, area, buffer));
    if let Some(id) = book.quote() {
        drawing.detail(id, detail, buffer);
    }
}

struct Drawing<'a> {
    app: &'a App,
    theme: &'a Theme,
}

impl Drawing<'_> {
    fn line(&self, line: &BookLine, area: Rect, buffer: &mut Buffer) {
        match line {
            BookLine::Speaker(speaker, quotes) => {
                let (name, style) = self.speaker(*speaker);
                plain(clip(&name, usize::from(area.width).saturating_sub(6)), style).render(area, buffer);
                plain(grouped(*quotes), self.theme.dim).right_aligned().render(area, buffer);
            }
            BookLine::Quote(id) => self.quote(*id, area, buffer),
            BookLine::Blank => {}
        }
    }

    fn speaker(&self, speaker: Option<EntityId>) -> (String, Style) {
        speaker.map_or(("speaker unknown".to_string(), self.theme.dim), |id| {
            let entity = self.app.store.entity(id);
            (entity.name.to_string(), self.theme.kind(entity.kind))
        })
    }

    fn quote(&self, id: QuoteId, area: Rect, buffer: &mut Buffer) {
        let article = self.app.store.article(id.article);
        let from = article.published.map(|date| date.to_string()).or(article.source.as_deref().map(String::from));
        plain(clip(&from.unwrap_or_default(), usize::from(DATE) - 2), self.theme.dim).render(area, buffer);
        let room = Rect { x: area.x + DATE.min(area.width), width: area.width.saturating_sub(DATE), ..area };
        let words = self.app.store.quote(id).span.of(&article.text);
        plain(clip(&format!("“{words}”"), room.width.into()), self.theme.quote).render(room, buffer);
    }

    /// The whole quote, and who said it, how, where.
    fn detail(&self, id: QuoteId, area: Rect, buffer: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        panes::rule(Rect { height: 1, ..area }, self.theme, buffer);
        let room = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4).min(100), height: area.height - 1 };
        let article = self.app.store.article(id.article);
        let words = format!("“{}”", self.app.store.quote(id).span.of(&article.text));
        let quoted = text::rows(&words, room.width);
        let fits = usize::from(room.height).saturating_sub(2);
        let quoted = quoted.iter().take(fits).map(|row| plain(visible(row.of(&words)), self.theme.quote));
        let lines = quoted.chain([self.said_by(id), plain(clip(&origin(&article), room.width.into()), self.theme.dim)]);
        for (line, y) in lines.zip(room.top()..room.bottom()) {
            line.render(Rect { y, height: 1, ..room }, buffer);
        }
    }

    fn said_by(&self, id: QuoteId) -> Line<'_> {
        let (article, quote) = (self.app.store.article(id.article), self.app.store.quote(id));
        let (name, style) = self.speaker(self.app.store.speaker(id.article, &quote));
        let cue = quote.cue.map(|cue| format!("  {}", visible(cue.of(&article.text)))).unwrap_or_default();
        Line::from(vec![Piece::styled("— ", self.theme.dim), Piece::styled(name, style), Piece::styled(cue, self.theme.dim)])
    }
}

/// Date, source and headline, as far as they are known.
fn origin(article: &crate::model::Article) -> String {
    let date = article.published.map(|date| date.to_string());
    let known = [date, article.source.as_deref().map(String::from), Some(article.headline().to_string())];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
