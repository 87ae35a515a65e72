//! A part of a text with what stands around it on the same line: the keyword in its context.

use super::highlight::{Layer, paint};
use crate::text::{Span, fitting, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use unicode_segmentation::UnicodeSegmentation;

/// Draws `keyword` (bytes of `text`) at a third of the area, so that the keywords of several rows stand under each other, with as much
/// of its paragraph around it as there is room for.
pub fn draw(text: &str, keyword: Span, base: Style, mark: Style, area: Rect, buffer: &mut Buffer) {
    let paragraph = paragraph(text, keyword);
    let left = usize::from(area.width / 3);
    let start = fitting_end(text, paragraph.start, keyword.start, left);
    let indent = (left - width(Span { start, end: keyword.start }.of(text))) as u16;
    let room = usize::from(area.width - indent);
    let shown = Span { start, end: start + fitting(Span { start, end: paragraph.end }.of(text), room) as u32 };
    let line = paint(text, shown, base, &[Layer::of([keyword], mark)]);
    line.render(Rect { x: area.x + indent, width: area.width - indent, ..area }, buffer);
}

/// The line of the text that holds a span.
fn paragraph(text: &str, span: Span) -> Span {
    let start = text[..span.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[span.end as usize..].find('\n').map_or(text.len(), |newline| span.end as usize + newline);
    Span::new(start, end)
}

/// The first byte from which the text up to `end` fits into `room` cells; no grapheme is cut, and a word only when it alone is wider.
fn fitting_end(text: &str, start: u32, end: u32, room: usize) -> u32 {
    let before = Span { start, end }.of(text);
    if width(before) <= room {
        return start;
    }
    let mut used = 0;
    let fits = |grapheme: &&str| {
        used += width(grapheme);
        used <= room
    };
    let bytes: usize = before.graphemes(true).rev().take_while(fits).map(str::len).sum();
    let cut = before.len() - bytes;
    let word = before[cut..].find(' ').map_or(cut, |space| cut + space + 1);
    start + word as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, word: &str, room: u16) -> String {
        let at = text.find(word).expect("in it");
        let area = Rect::new(0, 0, room, 1);
        let mut buffer = Buffer::empty(area);
        draw(text, Span::new(at, at + word.len()), Style::new(), Style::new(), area, &mut buffer);
        (0..room).map(|x| buffer[(x, 0)].symbol()).collect::<String>().trim_end().to_string()
    }

    #[test]
    fn keywords_stand_under_each_other_and_words_stay_whole() {
        let text = "A title\n\nThe ferry to Lower Wend runs every hour until dusk.\nNext.";
        assert_eq!(drawn(text, "Lower", 30), " ferry to Lower Wend runs ever");
        assert_eq!(drawn(text, "The", 30), "          The ferry to Lower W");
        assert_eq!(drawn(text, "dusk", 30), "    until dusk.");
        assert_eq!(drawn(text, "Next", 6), "  Next");
        assert_eq!(drawn(text, "Next", 0), "");
    }
}
