//! Text to screen rows: every row is a span, so highlights need no second reckoning.

use super::{Span, cells};
use unicode_segmentation::UnicodeSegmentation;

/// Wraps at `width` cells (at least 1). Line breaks are respected (an empty line is an empty row), white space at the end of a
/// row is left out, and a word wider than a row is broken. Only a single grapheme wider than `width` makes a wider row.
pub fn rows(text: &str, width: u16) -> Vec<Span> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(line, start, usize::from(width.max(1)), &mut rows);
        start += line.len() + 1;
    }
    rows
}

/// A place between two graphemes where a row may end.
struct Chance {
    at: usize,
    /// Cells from the beginning of the row to here.
    used: usize,
}

fn wrap_line(line: &str, offset: usize, width: usize, rows: &mut Vec<Span>) {
    let (mut start, mut used) = (0, 0);
    let mut chance: Option<Chance> = None;
    let mut previous = "";
    for (at, grapheme) in line.grapheme_indices(true) {
        if at > start && may_break(previous, grapheme) {
            chance = Some(Chance { at, used });
        }
        let cells = cells(grapheme);
        // White space may hang over the edge: it is not drawn there.
        while used + cells > width && at > start && !is_space(grapheme) {
            let end = chance.take().unwrap_or(Chance { at, used });
            push_row(line, start, end.at, offset, rows);
            start = end.at;
            used -= end.used;
        }
        used += cells;
        previous = grapheme;
    }
    push_last_row(line, start, offset, rows);
}

/// A row of white space alone says nothing in the middle of a line.
fn push_row(line: &str, start: usize, end: usize, offset: usize, rows: &mut Vec<Span>) {
    let row = line[start..end].trim_end();
    if !row.is_empty() {
        rows.push(Span::new(offset + start, offset + start + row.len()));
    }
}

fn push_last_row(line: &str, start: usize, offset: usize, rows: &mut Vec<Span>) {
    let row = line[start..].trim_end();
    if !row.is_empty() || start == 0 {
        rows.push(Span::new(offset + start, offset + start + row.len()));
    }
}

fn may_break(before: &str, after: &str) -> bool {
    if is_space(after) {
        return false;
    }
    is_space(before) || is_dash(before) && !is_dash(after) || (is_wide(before) || is_wide(after)) && !is_closing(after)
}

/// White space that may be broken at. The no-break space is: web editors strew it between any two words. The kinds that hold a
/// number together are not.
fn is_space(grapheme: &str) -> bool {
    grapheme.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{2007}' | '\u{202f}'))
}

fn is_dash(grapheme: &str) -> bool {
    matches!(grapheme, "-" | "–" | "—" | "/")
}

/// Wide scripts have no spaces: a row may end between any two of their characters.
fn is_wide(grapheme: &str) -> bool {
    cells(grapheme) > 1
}

/// What must not begin a row.
fn is_closing(grapheme: &str) -> bool {
    grapheme.starts_with([
        '、', '。', '，', '．', '」', '』', '）', '】', '》', '！', '？', '：', '；', '”', '’', '.', ',', ';', ':', '!', '?', ')', ']', '»',
    ])
}

#[cfg(test)]
mod tests {
    use super::super::{visible, width};
    use super::*;
    use proptest::prelude::{any, prop_assert, prop_oneof, proptest};
    use proptest::strategy::Strategy;

    fn wrapped(text: &str, width: u16) -> Vec<&str> {
        rows(text, width).into_iter().map(|row| row.of(text)).collect()
    }

    #[test]
    fn words_stay_whole_and_line_breaks_stay() {
        assert_eq!(wrapped("the old bridge\n\nfell down", 9), ["the old", "bridge", "", "fell down"]);
        assert_eq!(wrapped("a well-known place", 7), ["a well-", "known", "place"]);
        assert_eq!(wrapped("old\u{a0}mills stand", 9), ["old\u{a0}mills", "stand"]);
        assert_eq!(wrapped("the\u{a0}old\u{a0}mills", 9), ["the\u{a0}old", "mills"]);
        assert_eq!(wrapped("", 9), [""]);
    }

    #[test]
    fn what_is_too_long_is_broken() {
        assert_eq!(wrapped("incomprehensible", 6), ["incomp", "rehens", "ible"]);
    }

    #[test]
    fn wide_and_combining_characters_count_as_drawn() {
        assert_eq!(wrapped("新聞が、来た", 7), ["新聞", "が、来", "た"]);
        assert_eq!(wrapped("cafe\u{301} noir", 4), ["cafe\u{301}", "noir"]);
    }

    fn hostile_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[a-z ]{0,9}",
            "[新聞、。 -]{0,4}",
            "\\PC{0,3}",
            any::<char>().prop_map(String::from),
            proptest::sample::select(vec![
                "e\u{301}",
                "\u{200b}",
                "👩\u{200d}🚀",
                "\u{1b}[m",
                "\u{202e}",
                "\n",
                "\t",
                "\u{a0}",
                "\u{ff76}\u{ff9e}"
            ])
            .prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn rows_fit_are_in_order_and_lose_nothing(text in hostile_text(), room in 1u16..30) {
            let mut end = 0;
            for row in rows(&text, room) {
                prop_assert!(text[end as usize..row.start as usize].chars().all(char::is_whitespace), "lost before {row:?}");
                let shown = visible(row.of(&text));
                prop_assert!(width(&shown) <= room.into() || row.of(&text).graphemes(true).filter(|part| cells(part) > 0).count() == 1, "{shown:?}");
                end = row.end;
            }
            prop_assert!(text[end as usize..].chars().all(char::is_whitespace));
        }
    }
}
