//! Text cut to a room, with a mark where something is missing.

use super::highlight::{Layer, paint};
use crate::text::{Span, fitting, visible, width};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use std::borrow::Cow;

const MORE: &str = "…";

/// A line in one style that ends where its text ends: ratatui's own styled lines colour the whole row.
pub fn plain<'a>(text: impl Into<Cow<'a, str>>, style: Style) -> Line<'a> {
    Line::from(Piece::styled(text, style))
}

/// The beginning of a text with its layers, in at most `room` cells.
pub fn clipped<'a>(text: &'a str, room: usize, base: Style, layers: &[Layer]) -> Line<'a> {
    let whole = width(text) <= room;
    let end = if whole { text.len() } else { fitting(text, room.saturating_sub(1)) };
    let mut line = paint(text, Span::new(0, end), base, layers);
    if !whole && room > 0 {
        line.push_span(Piece::styled(MORE, base));
    }
    line
}

/// The beginning of a text, harmless, in at most `room` cells.
pub fn clip(text: &str, room: usize) -> String {
    if width(text) <= room {
        return visible(text).into_owned();
    }
    let end = fitting(text, room.saturating_sub(1));
    visible(&text[..end]).into_owned() + if room > 0 { MORE } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_marked() {
        assert_eq!(clip("a long name", 6), "a lon…");
        assert_eq!(clip("新聞記者", 6), "新聞…");
        assert_eq!(clip("short", 6), "short");
        assert_eq!(clip("none", 0), "");
    }
}
