//! Article text is never trusted: what could move a cursor, colour a terminal or turn a line around is shown as a mark.

use std::borrow::Cow;

/// The character to show for `c`: itself, or a harmless mark of the same count (one for one, so offsets in characters stay).
/// Line feeds stay; a tab becomes a space.
pub fn visible_char(c: char) -> char {
    match c {
        '\n' => c,
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        // Bidirectional marks, embeddings, overrides and isolates; line and paragraph separators.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c => c,
    }
}

/// `text` with every dangerous character replaced; borrowed when there is none.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| visible_char(c) == c) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().map(visible_char).collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_controls_and_overrides_lose_their_power() {
        assert_eq!(visible("a\u{1b}[31mb\u{9b}c\u{202e}d\te"), "a␛[31mb\u{fffd}c\u{fffd}d e");
        assert!(matches!(visible("plain – “text”\n"), Cow::Borrowed(_)));
    }
}
