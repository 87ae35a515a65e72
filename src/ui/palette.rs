//! The command palette: a line to type in, and beneath it the actions found, with their keys.

use super::clip::{clip, plain};
use super::list::cursor;
use super::overlay::{Panel, help_line};
use super::theme::Theme;
use crate::app::{About, App, HelpRow, Mode, Palette};
use crate::text::width;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

/// Actions shown at once.
const SHOWN: usize = 12;

pub fn draw(app: &App, palette: &Palette, theme: &Theme, frame: &mut Frame) {
    let rows = palette.found().len().clamp(1, SHOWN) + 1;
    let inner = Panel { title: " Do ", footer: String::new(), rows, width: 76 }.draw(theme, frame);
    prompt(palette, Rect { height: 1, ..inner }, theme, frame);
    let first = (palette.at() + 1).saturating_sub(SHOWN);
    for ((number, about), y) in palette.found().iter().enumerate().skip(first).zip(inner.top() + 1..inner.bottom()) {
        let row = Rect { y, height: 1, ..inner };
        help_line(help_row(app, about), theme).render(row, frame.buffer_mut());
        if number == palette.at() {
            cursor(Rect { x: row.x - 2, width: row.width + 4, ..row }, true, theme, frame.buffer_mut());
        }
    }
}

fn help_row(app: &App, about: &About) -> HelpRow {
    let keys = app.settings.keymap.keys_for(Mode::Browse, about.action).next();
    HelpRow::Keys { keys: keys.unwrap_or_default(), help: about.help }
}

fn prompt(palette: &Palette, area: Rect, theme: &Theme, frame: &mut Frame) {
    plain(": ", theme.accent).render(area, frame.buffer_mut());
    let room = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    plain(clip(palette.input().value(), room.width.into()), theme.text).render(room, frame.buffer_mut());
    let typed = width(palette.input().value()).min(palette.input().visual_cursor()) as u16;
    frame.set_cursor_position((room.x + typed.min(room.width), room.y));
    if palette.found().is_empty() {
        plain("no action is called like that", theme.dim).render(Rect { y: area.y + 1, ..area }, frame.buffer_mut());
    }
}
