//! The names pane: groups, places and people under headings, each with how often it is named.

use super::clip::{clip, plain};
use super::list::cursor;
use super::theme::Theme;
use crate::app::{App, Focus, NameRow, Scope};
use crate::model::Kind;
use crate::store::EntityCount;
use crate::text::visible;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

pub fn draw(app: &App, body: Rect, theme: &Theme, buffer: &mut Buffer) {
    let pane = NamesPane { app, theme };
    for ((number, row), y) in app.names.rows().shown().zip(body.top()..body.bottom()) {
        let area = Rect { y, height: 1, ..body };
        let within = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
        match row {
            NameRow::Heading(kind, names) => heading(*kind, *names, within, theme, buffer),
            NameRow::Name(count) => pane.name(count, within, buffer),
            NameRow::Blank => {}
        }
        if number == app.names.rows().at() && matches!(row, NameRow::Name(_)) {
            cursor(area, app.focus == Focus::Names, theme, buffer);
        }
    }
    if app.names.rows().all().is_empty() {
        pane.empty(Rect { x: body.x + 2, width: body.width.saturating_sub(3), ..body }, buffer);
    }
}

fn heading(kind: Kind, names: usize, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let words = match kind {
        Kind::Group => "Groups",
        Kind::Place => "Places",
        Kind::Person => "People",
    };
    plain(words, theme.title).render(area, buffer);
    plain(names.to_string(), theme.dim).right_aligned().render(area, buffer);
}

struct NamesPane<'a> {
    app: &'a App,
    theme: &'a Theme,
}

impl NamesPane<'_> {
    fn name(&self, count: &EntityCount, area: Rect, buffer: &mut Buffer) {
        let entity = self.app.store.entity(count.entity);
        let numbers = self.numbers(count);
        let room = usize::from(area.width).saturating_sub(numbers.len() + 2);
        plain(clip(&entity.name, room), self.theme.kind(entity.kind)).render(area, buffer);
        let style = if self.app.names.chosen == Some(count.entity) { self.theme.accent } else { self.theme.dim };
        plain(numbers, style).right_aligned().render(area, buffer);
    }

    /// Mentions; in all that is listed, also in how many articles.
    fn numbers(&self, count: &EntityCount) -> String {
        match self.app.names.shown() {
            Scope::Article => count.mentions.to_string(),
            Scope::Listed => {
                let digits = self.app.list.hits().len().to_string().len();
                format!("{} in {:>digits$}", count.mentions, count.articles)
            }
        }
    }

    fn empty(&self, area: Rect, buffer: &mut Buffer) {
        if self.app.article().is_some() {
            plain(visible("no names found here"), self.theme.dim).render(area, buffer);
        }
    }
}
