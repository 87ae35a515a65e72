//! The list: date, source and title, the matched letters lit.

use super::clip::{clip, clipped, plain};
use super::highlight::Layer;
use super::theme::Theme;
use crate::app::{App, Focus, ListLine, ListStyle};
use crate::model::{Article, Marks};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// Cells of the columns, the gap behind them left out.
const DATE: u16 = 10;
const SOURCE: u16 = 12;
const GAP: u16 = 2;
/// The bar that marks the cursor, and a free cell.
const MARK: u16 = 2;

pub fn draw(app: &App, body: Rect, theme: &Theme, buffer: &mut Buffer) {
    let style = ListStyle::of(body.width);
    let height = style.rows() as u16;
    for (line, row) in app.list.shown().zip(0..) {
        let area = Rect { y: body.y + row * height, height, ..body }.intersection(body);
        let title = Title { article: &app.store.article(line.article), marks: app.store.marks(line.article), line };
        title.draw(style, within(area), theme, buffer);
        if line.row == app.list.at() {
            cursor(area, app.focus == Focus::List, theme, buffer);
        }
    }
}

/// The room of a row beside the mark and a free cell at the right.
fn within(area: Rect) -> Rect {
    Rect { x: area.x + MARK, width: area.width.saturating_sub(MARK + 1), ..area }
}

/// Marks the row under the cursor.
pub fn cursor(area: Rect, has_keys: bool, theme: &Theme, buffer: &mut Buffer) {
    let (band, bar) = if has_keys { (theme.cursor, theme.accent) } else { (theme.cursor_away, theme.dim) };
    buffer.set_style(area, band);
    for y in area.top()..area.bottom() {
        buffer.set_string(area.x, y, "▌", bar);
    }
}

struct Title<'a> {
    article: &'a Article,
    marks: &'a Marks,
    line: ListLine<'a>,
}

impl Title<'_> {
    fn draw(&self, style: ListStyle, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        match style {
            ListStyle::TwoLines => {
                self.title(area, theme, buffer);
                let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
                plain(clip(&self.origin(), below.width.into()), theme.dim).render(below, buffer);
            }
            ListStyle::DateTitle => self.title(self.date(area, theme, buffer), theme, buffer),
            ListStyle::DateSourceTitle => self.title(self.source(self.date(area, theme, buffer), theme, buffer), theme, buffer),
        }
    }

    fn title(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let area = self.versions(area, theme, buffer);
        let lit = Layer::of(self.line.lit.iter().copied(), theme.lit);
        let area = if self.marks.starred { column("★", 1, 1, area, theme.star, buffer) } else { area };
        let style = if self.marks.read { theme.read } else { theme.unread };
        clipped(self.article.headline(), area.width.into(), style, &[lit], self.line.lit.first().copied()).render(area, buffer);
    }

    /// Tells of other versions of the story: how many are folded beneath this one, or that it stands beneath another.
    fn versions(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Rect {
        let Some(beneath) = self.line.story.beneath() else { return column("└", 1, 1, area, theme.dim, buffer) };
        if beneath == 0 {
            return area;
        }
        let told = format!("{}{beneath}", if self.line.unfolded { "−" } else { "+" });
        let width = crate::text::width(&told) as u16;
        plain(told, theme.shared).right_aligned().render(Rect { height: 1, ..area }, buffer);
        Rect { width: area.width.saturating_sub(width + 1), ..area }
    }

    fn date(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Rect {
        column(&self.published().unwrap_or_default(), DATE, GAP, area, theme.dim, buffer)
    }

    fn source(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Rect {
        column(self.article.source.as_deref().unwrap_or_default(), SOURCE, GAP, area, theme.dim, buffer)
    }

    fn published(&self) -> Option<String> {
        self.article.published.map(|date| date.to_string())
    }

    /// Date and source, the path when neither is known; then tags, and whether there are notes.
    fn origin(&self) -> String {
        let mut known: Vec<_> = [self.published(), self.article.source.as_deref().map(String::from)].into_iter().flatten().collect();
        if known.is_empty() {
            known.push(self.article.path.to_string());
        }
        known.extend(self.marks.tags.iter().map(|tag| format!("#{tag}")));
        known.extend((!self.marks.notes.is_empty()).then(|| "✎".to_string()));
        known.join(" · ")
    }
}

/// Draws a column and leaves the room behind it and its gap.
fn column(text: &str, width: u16, gap: u16, area: Rect, style: Style, buffer: &mut Buffer) -> Rect {
    plain(clip(text, width.into()), style).render(Rect { width: width.min(area.width), ..area }, buffer);
    let taken = (width + gap).min(area.width);
    Rect { x: area.x + taken, width: area.width - taken, ..area }
}
