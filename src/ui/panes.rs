//! The three panes: a rule with a title over each, a line between neighbours, and the content.

use super::clip::{clip, plain};
use super::theme::Theme;
use super::{empty, list, names, reader};
use crate::app::{App, Focus, Layout, Pane, Scope, grouped, order_words};
use crate::store::Order;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

pub fn draw(app: &App, layout: &Layout, theme: &Theme, buffer: &mut Buffer) {
    for focus in Focus::ALL {
        if let Some(pane) = layout.pane(focus) {
            rule(pane.title, theme, buffer);
            joint(pane, theme, buffer);
            border(pane.body, theme, buffer);
            title(app, focus, pane, theme, buffer);
        }
    }
    if let Some(pane) = layout.list {
        if app.list.hits().is_empty() { empty::draw(app, pane.body, theme, buffer) } else { list::draw(app, pane.body, theme, buffer) }
    }
    if layout.reader.is_some() {
        reader::draw(app, layout, theme, buffer);
    }
    if let Some(pane) = layout.names {
        names::draw(app, pane.body, theme, buffer);
    }
}

pub fn rule(area: Rect, theme: &Theme, buffer: &mut Buffer) {
    buffer.set_string(area.x, area.y, "─".repeat(area.width.into()), theme.rule);
}

/// A style for words on a rule: nothing of the rule's own look shows through, such as its dimness where there are no colours.
pub fn on_rule(style: Style) -> Style {
    Style::reset().patch(style)
}

/// Where the line at the right of a pane begins.
fn joint(pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    if pane.title.right() < buffer.area.right() {
        let joint = if pane.title.y == 1 { "┬" } else { "┤" };
        buffer.set_string(pane.title.right(), pane.title.y, joint, theme.rule);
    }
}

/// The line at the right of an area that has a neighbour there.
pub fn border(area: Rect, theme: &Theme, buffer: &mut Buffer) {
    if area.right() < buffer.area.right() {
        area.rows().for_each(|row| buffer.set_string(area.right(), row.y, "│", theme.rule));
    }
}

fn title(app: &App, focus: Focus, pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    let style = if app.focus == focus { theme.accent.bold() } else { theme.dim };
    let place = place(app, focus);
    let room = usize::from(pane.title.width).saturating_sub(place.len() + 5);
    plain(format!(" {} ", clip(&words(app, focus), room)), on_rule(style)).render(inner(pane.title), buffer);
    if !place.is_empty() {
        plain(format!(" {place} "), on_rule(theme.dim)).right_aligned().render(inner(pane.title), buffer);
    }
}

fn inner(title: Rect) -> Rect {
    Rect { x: title.x + 1, width: title.width.saturating_sub(2), ..title }
}

fn words(app: &App, focus: Focus) -> String {
    match (focus, app.names.shown()) {
        (Focus::List, _) if app.filter.is_empty() && app.list.order == Order::default() => "Articles".to_string(),
        (Focus::List, _) => format!("Articles, {}", order_words(app.list.order)),
        (Focus::Reader, _) => "Reader".to_string(),
        (Focus::Names, Scope::Article) => "In this article".to_string(),
        (Focus::Names, Scope::Listed) => "In all that is listed".to_string(),
    }
}

/// How far one is in a pane.
fn place(app: &App, focus: Focus) -> String {
    match focus {
        Focus::List if app.list.hits().is_empty() => String::new(),
        Focus::List => format!("{}/{}", grouped(app.list.line().0 + 1), grouped(app.list.line().1)),
        Focus::Reader => app.reader.percent().map(|percent| format!("{percent} %")).unwrap_or_default(),
        Focus::Names if app.names.count() == 0 => String::new(),
        Focus::Names if app.names.is_counting() => format!("{} …", grouped(app.names.count())),
        Focus::Names => grouped(app.names.count()),
    }
}
