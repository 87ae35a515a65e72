//! How many terminal cells text takes once it is made harmless to show.

use super::visible_char;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells of one grapheme, as the screen buffer counts them.
pub fn cells(grapheme: &str) -> usize {
    match grapheme.chars().next() {
        Some(first) if grapheme.len() == 1 || visible_char(first) != first => 1,
        _ => grapheme.width() + sound_marks(grapheme),
    }
}

/// Half-width katakana sound marks extend a grapheme and still take a cell of their own.
fn sound_marks(grapheme: &str) -> usize {
    grapheme.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count()
}

/// Cells of a text without line breaks.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(cells).sum()
}

/// Bytes of the longest beginning of `text` that fits into `room` cells and cuts no grapheme.
pub fn fitting(text: &str, room: usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += cells(grapheme);
        if used > room {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_combining_and_hostile_characters_are_counted_as_drawn() {
        assert_eq!(width("ab"), 2);
        assert_eq!(width("新聞"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("\u{1b}[m\u{202e}"), 4);
        assert_eq!(fitting("新聞", 3), "新".len());
    }
}
