//! The rows of a view or of a part of it.

use super::list::cursor;
use super::theme::Theme;
use crate::app::{Row, Rows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the rows in view, each within its margins, and the cursor.
pub fn rows<R: Row>(
    rows: &Rows<R>,
    area: Rect,
    has_keys: bool,
    theme: &Theme,
    buffer: &mut Buffer,
    mut draw: impl FnMut(&R, Rect, &mut Buffer),
) {
    for ((number, row), y) in rows.shown().zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, ..area };
        draw(row, Rect { x: line.x + 2, width: line.width.saturating_sub(3), ..line }, buffer);
        if number == rows.at() && row.leads() {
            cursor(line, has_keys, theme, buffer);
        }
    }
}
