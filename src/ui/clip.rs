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

/// As much of a text with its layers as `room` cells hold: its beginning, or the part around `wanted` (bytes) when the beginning
/// would not show that.
pub fn clipped<'a>(text: &'a str, room: usize, base: Style, layers: &[Layer], wanted: Option<Span>) -> Line<'a> {
    let start = wanted.map_or(0, |wanted| start_that_shows(text, wanted, room));
    let rest = room.saturating_sub(usize::from(start > 0));
    let whole = width(&text[start..]) <= rest;
    let end = if whole { text.len() } else { start + fitting(&text[start..], rest.saturating_sub(1)) };
    let mut line = paint(text, Span::new(start, end), base, layers);
    if start > 0 {
        line.spans.insert(0, Piece::styled(MORE, base));
    }
    if !whole && room > 0 {
        line.push_span(Piece::styled(MORE, base));
    }
    line
}

/// The first word from which `wanted` can be seen to its end, with a mark on both sides.
fn start_that_shows(text: &str, wanted: Span, room: usize) -> usize {
    let end = wanted.range().end;
    if width(text) <= room || width(&text[..end]) < room {
        return 0;
    }
    let mut words = text[..wanted.range().start].match_indices(' ').map(|(at, _)| at + 1);
    words.find(|&start| width(&text[start..end]) + 2 <= room).unwrap_or(wanted.range().start)
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
    fn what_is_wanted_is_shown() {
        let shown = |room, wanted: Option<Span>| clipped("Talks on water at Oberwend again", room, Style::new(), &[], wanted).to_string();
        assert_eq!(shown(16, None), "Talks on water …");
        assert_eq!(shown(16, Some(Span::new(0, 5))), "Talks on water …");
        assert_eq!(shown(16, Some(Span::new(18, 22))), "…water at Oberw…");
        assert_eq!(shown(16, Some(Span::new(27, 32))), "…Oberwend again");
        assert_eq!(shown(40, Some(Span::new(27, 32))), "Talks on water at Oberwend again");
    }

    #[test]
    fn what_is_missing_is_marked() {
        assert_eq!(clip("a long name", 6), "a lon…");
        assert_eq!(clip("新聞記者", 6), "新聞…");
        assert_eq!(clip("short", 6), "short");
        assert_eq!(clip("none", 0), "");
    }
}
