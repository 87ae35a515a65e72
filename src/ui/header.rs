//! The top line: the program, what was opened, what filters it, how much is left. The filter is typed here as well.

use super::clip::{clip, clipped, plain};
use super::highlight::Layer;
use super::theme::Theme;
use crate::app::{App, grouped};
use crate::text::width;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

const NAME: &str = " dateline  ";
/// Cells that the filter keeps for itself while it is typed.
const FILTER_LEAST: u16 = 24;

pub fn draw(app: &App, area: Rect, theme: &Theme, frame: &mut Frame) {
    let count = plain(count(app, area.width), theme.dim);
    let mut left = Rect { width: area.width.saturating_sub(count.width() as u16 + 2), ..area };
    count.right_aligned().render(Rect { width: area.width - 1, ..area }, frame.buffer_mut());
    put(plain(NAME, theme.accent.bold()), &mut left, frame);
    let label = label(app, left.width);
    put(plain(label, theme.dim), &mut left, frame);
    filter(app, left, theme, frame);
}

/// Draws a piece of the line and leaves the rest of the room.
fn put(piece: Line, room: &mut Rect, frame: &mut Frame) {
    let taken = (piece.width() as u16).min(room.width);
    piece.render(*room, frame.buffer_mut());
    room.x += taken;
    room.width -= taken;
}

/// What was opened, as far as there is room for it beside the filter.
fn label(app: &App, room: u16) -> String {
    let wanted = if app.filter.is_edited() { FILTER_LEAST } else { (width(app.filter.text()) as u16 + 4).min(FILTER_LEAST) };
    clip(&app.settings.corpus_label, usize::from(room.saturating_sub(wanted).min(40)))
}

fn filter(app: &App, room: Rect, theme: &Theme, frame: &mut Frame) {
    let is_edited = app.filter.is_edited();
    if !is_edited && app.filter.is_empty() {
        return;
    }
    let mut room = room;
    put(plain(if is_edited { "  / " } else { "  › " }, theme.accent), &mut room, frame);
    let problems = Layer::of(app.filter.problems().iter().map(|problem| problem.span), theme.problem);
    let scroll = if is_edited { scroll(app, room) } else { 0 };
    let text = clipped(&app.filter.text()[scroll..], usize::from(room.width), theme.text, &[], None);
    let line = if scroll == 0 { clipped(app.filter.text(), usize::from(room.width), theme.text, &[problems], None) } else { text };
    line.render(room, frame.buffer_mut());
    if is_edited {
        prompt(app, scroll, room, theme, frame);
    }
}

/// Bytes of the filter that are left of what is shown, so that the cursor is in the room.
fn scroll(app: &App, room: Rect) -> usize {
    let cells = app.filter.input().visual_scroll(usize::from(room.width.max(1)) - 1);
    crate::text::fitting(app.filter.text(), cells)
}

fn prompt(app: &App, scroll: usize, room: Rect, theme: &Theme, frame: &mut Frame) {
    if app.filter.text().is_empty() {
        Line::from(Span::styled(clip("a name, a place, words of a title", usize::from(room.width)), theme.dim))
            .render(room, frame.buffer_mut());
    }
    let before = width(&app.filter.text()[..scroll]);
    let cursor = room.x + (app.filter.input().visual_cursor() - before) as u16;
    frame.set_cursor_position((cursor.min(room.right()), room.y));
}

fn count(app: &App, room: u16) -> String {
    let (listed, all) = (grouped(app.list.hits().len()), grouped(app.store.len()));
    let count = if app.filter.is_empty() { all } else { format!("{listed} of {all}") };
    let count = match (room, app.store.len()) {
        (..50, _) => count,
        (_, 1) => format!("{count} article"),
        _ => format!("{count} articles"),
    };
    // What is counted is still what was listed before.
    if app.is_refining() { format!("{count} …") } else { count }
}
