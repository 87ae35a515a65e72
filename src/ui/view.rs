//! The frame of a view: its title with the way one came, and what is in it.

use super::clip::{clip, plain};
use super::theme::Theme;
use super::{entity_page, map, panes, quote_book, timeline, versions};
use crate::app::{App, Pane, View};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

pub fn draw(app: &App, view: &View, pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    panes::rule(pane.title, theme, buffer);
    title(app, view, pane.title, theme, buffer);
    match view {
        View::Entity(page) => entity_page::draw(app, page, pane, theme, buffer),
        View::Quotes(book) => quote_book::draw(app, book, pane, theme, buffer),
        View::Timeline(timeline) => timeline::draw(app, timeline, pane, theme, buffer),
        View::Map(map) => map::draw(app, map, pane, theme, buffer),
        View::Versions(two) => versions::draw(app, two, pane, theme, buffer),
    }
}

/// The views one came through and this one: the last ones, when there is no room for all.
fn title(app: &App, view: &View, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let room = usize::from(area.width).saturating_sub(4);
    let own = clip(&view.browse().title(app), room);
    let way: Vec<String> = app.trail.views().map(|view| view.browse().title(app)).collect();
    let way = format!("Articles › {}", way.iter().map(|title| format!("{title} › ")).collect::<String>());
    let way = if crate::text::width(&way) + crate::text::width(&own) <= room { way } else { String::new() };
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut shown = plain(format!(" {way}"), panes::on_rule(theme.dim));
    shown.push_span(ratatui::text::Span::styled(format!("{own} "), panes::on_rule(theme.accent.bold())));
    let shown_width = shown.width();
    shown.render(line, buffer);
    let aside = view.browse().aside();
    if !aside.is_empty() && shown_width + aside.len() + 4 < usize::from(line.width) {
        plain(format!(" {aside} "), panes::on_rule(theme.dim)).right_aligned().render(line, buffer);
    }
}
