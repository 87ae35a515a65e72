//! Two versions side by side: what both say is dim, words that differ are lit, what one alone says stands out.

use super::clip::{clip, plain};
use super::highlight::{Layer, paint};
use super::list::cursor;
use super::panes;
use super::theme::Theme;
use crate::app::{App, Pane, VersionRow, Versions};
use crate::store::ArticleId;
use crate::text::{Difference, Span};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

pub fn draw(app: &App, versions: &Versions, pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    let rooms = pane.versions();
    panes::border(Rect { width: rooms.left.right() + 1 - pane.body.x, ..pane.body }, theme, buffer);
    heading(app, versions.left, rooms.left, pane.body.y, theme, buffer);
    heading(app, versions.right, rooms.right, pane.body.y, theme, buffer);
    let [left, right] = [versions.left, versions.right].map(|article| app.store.article(article));
    let drawing = Drawing { versions, left: &left.text, right: &right.text, theme };
    let at = versions.rows().all().get(versions.rows().at()).map(|row| row.of);
    for ((_, row), y) in versions.rows().shown().zip(rooms.left.top()..rooms.left.bottom()) {
        drawing.row(row, Rect { y, height: 1, ..rooms.left }, Rect { y, height: 1, ..rooms.right }, buffer);
        if Some(row.of) == at {
            cursor(Rect { y, height: 1, width: pane.body.width, ..pane.body }, true, theme, buffer);
        }
    }
}

/// Source and date, over a column.
fn heading(app: &App, article: ArticleId, column: Rect, y: u16, theme: &Theme, buffer: &mut Buffer) {
    let article = app.store.article(article);
    let known = [article.source.as_deref().map(String::from), article.published.map(|date| date.to_string())];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let words = if known.is_empty() { article.path.to_string() } else { known };
    plain(clip(&words, column.width.into()), theme.title).render(Rect { y, height: 1, ..column }, buffer);
}

struct Drawing<'a> {
    versions: &'a Versions,
    left: &'a str,
    right: &'a str,
    theme: &'a Theme,
}

impl Drawing<'_> {
    fn row(&self, row: &VersionRow, left: Rect, right: Rect, buffer: &mut Buffer) {
        let difference = self.versions.difference(row.of);
        let (style, moved) = self.look(difference);
        let (left_words, right_words) = words(difference);
        let mark = |words: &[Span]| [Layer::of(words.iter().copied(), self.theme.hit)];
        if let Some(span) = row.left {
            paint(self.left, span, style, &mark(left_words)).render(left, buffer);
        }
        if let Some(span) = row.right {
            paint(self.right, span, style, &mark(right_words)).render(right, buffer);
        }
        if let Some(sign) = sign(difference, moved).filter(|_| row.first) {
            let beside = if row.left.is_some() { left } else { right };
            buffer.set_string(beside.x.saturating_sub(2), beside.y, sign, self.theme.accent);
        }
    }

    /// The style of what is said, and whether it stands at another place in the other version.
    fn look(&self, difference: &Difference) -> (Style, bool) {
        match difference {
            Difference::Same { .. } => (self.theme.dim, false),
            Difference::Changed { .. } => (self.theme.text, false),
            Difference::Left { moved, .. } | Difference::Right { moved, .. } => {
                (if moved.is_some() { self.theme.dim } else { self.theme.text }, moved.is_some())
            }
        }
    }
}

fn words(difference: &Difference) -> (&[Span], &[Span]) {
    match difference {
        Difference::Changed { left_words, right_words, .. } => (left_words, right_words),
        _ => (&[], &[]),
    }
}

/// What stands before a sentence that is not the same in both.
fn sign(difference: &Difference, moved: bool) -> Option<&'static str> {
    match difference {
        Difference::Same { .. } => None,
        Difference::Changed { .. } => Some("~"),
        _ if moved => Some("↕"),
        Difference::Left { .. } => Some("-"),
        Difference::Right { .. } => Some("+"),
    }
}
