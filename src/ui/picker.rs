//! The picker: a line to type in, and beneath it what it finds.

use super::clip::{clip, plain};
use super::list::cursor;
use super::overlay::Panel;
use super::theme::Theme;
use crate::app::{App, Item, Picker, picker_height};
use crate::text::width;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Cells of the picker: actions are short, names and sentences may be long.
const WIDTH: u16 = 76;
/// Cells of the column beside the labels, and the gap behind it.
const ASIDE: usize = 18;

pub fn draw(app: &App, picker: &Picker, theme: &Theme, frame: &mut Frame) {
    let rows = picker.found().all().len().clamp(1, picker_height(app.size)) + 1;
    let title = format!(" {} ", clip(&picker.offer.title(app), 60));
    let inner = Panel { title: &title, footer: String::new(), rows, width: WIDTH }.draw(theme, frame);
    prompt(picker, Rect { height: 1, ..inner }, theme, frame);
    for ((number, item), y) in picker.found().shown().zip(inner.top() + 1..inner.bottom()) {
        let row = Rect { y, height: 1, ..inner };
        line(item, row.width, theme).render(row, frame.buffer_mut());
        if number == picker.found().at() {
            cursor(Rect { x: row.x - 2, width: row.width + 4, ..row }, true, theme, frame.buffer_mut());
        }
    }
}

fn line(item: &Item, room: u16, theme: &Theme) -> Line<'static> {
    let gap = " ".repeat(ASIDE.saturating_sub(width(&item.aside)).max(2));
    let label = clip(&item.label, usize::from(room).saturating_sub(ASIDE));
    Line::from(vec![Span::styled(item.aside.clone(), theme.accent), Span::raw(gap), Span::styled(label, theme.text)])
}

fn prompt(picker: &Picker, area: Rect, theme: &Theme, frame: &mut Frame) {
    plain(": ", theme.accent).render(area, frame.buffer_mut());
    let room = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    plain(clip(picker.input().value(), room.width.into()), theme.text).render(room, frame.buffer_mut());
    let typed = width(picker.input().value()).min(picker.input().visual_cursor()) as u16;
    frame.set_cursor_position((room.x + typed.min(room.width), room.y));
    if picker.found().all().is_empty() {
        plain("nothing is called like that", theme.dim).render(Rect { y: area.y + 1, ..area }, frame.buffer_mut());
    }
}
