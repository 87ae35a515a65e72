//! Text to screen rows: every row is a span, so highlights need no second reckoning. A text is wrapped stretch by stretch, so that no
//! more of it has to be than is looked at.

use super::{Span, cells};
use unicode_segmentation::UnicodeSegmentation;

/// Longer lines are wrapped in pieces of at most so many bytes: a screen is known without the rest of a text that has no
/// line breaks.
const LONGEST: usize = 4096;
/// Where no words are told apart, a cut is looked for in so many bytes.
const NEARBY: usize = 64;

/// Wraps at `width` cells (at least 1). Line breaks are respected (an empty line is an empty row), white space at the end of a
/// row is left out, and a word wider than a row is broken. Only a single grapheme wider than `width` makes a wider row.
pub fn rows(text: &str, width: u16) -> Vec<Span> {
    stretches(text).flat_map(|stretch| stretch_rows(text, stretch, width)).collect()
}

/// The parts of `text` that are wrapped by themselves, in order: its lines, without their breaks, and the pieces of lines that are
/// very long. A text has one at least.
pub fn stretches(text: &str) -> impl Iterator<Item = Span> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        let length = rest[..rest.ceil_char_boundary(LONGEST + 1)].find('\n').unwrap_or_else(|| piece(rest));
        let end = start + length;
        next = (end < text.len()).then(|| end + usize::from(text.as_bytes()[end] == b'\n'));
        Some(Span::new(start, end))
    })
}

/// Bytes of what is wrapped by itself at the beginning of a line that has no end nearby: up to its last sentence within bounds, else
/// its last word, else between two graphemes.
fn piece(line: &str) -> usize {
    if line.len() <= LONGEST {
        return line.len();
    }
    let head = line[..line.floor_char_boundary(LONGEST)].trim_end();
    let word_from = |at: usize| head.len() - head[at..].trim_start().len();
    let behind = |mark: &str| head.rfind(mark).map(|at| word_from(at + mark.len())).filter(|cut| *cut > LONGEST / 2);
    behind(". ").or_else(|| behind(" ")).unwrap_or_else(|| between_graphemes(&line[..line.floor_char_boundary(LONGEST)]))
}

/// The last place in `head` where a row may end, by what stands near its end.
fn between_graphemes(head: &str) -> usize {
    let near = head.floor_char_boundary(head.len() - NEARBY);
    let begins_row = |(_, grapheme): &(usize, &str)| !is_closing(grapheme) && !is_space(grapheme);
    head[near..].grapheme_indices(true).skip(1).filter(begins_row).last().map_or(head.len(), |(at, _)| near + at)
}

/// The rows of one of the [`stretches`] of `text`; one at least.
pub fn stretch_rows(text: &str, stretch: Span, width: u16) -> Vec<Span> {
    let mut rows = Vec::new();
    wrap_line(stretch.of(text), stretch.start as usize, usize::from(width.max(1)), &mut rows);
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

/// A line has one row at least.
fn push_last_row(line: &str, start: usize, offset: usize, rows: &mut Vec<Span>) {
    let row = line[start..].trim_end();
    if !row.is_empty() || rows.is_empty() {
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

    #[test]
    fn a_long_line_is_cut_behind_a_sentence_a_word_or_a_letter() {
        let pieces = |text: &str| stretches(text).map(|piece| piece.of(text).to_string()).collect::<Vec<_>>();
        let words = "The ferry runs. It waits ".repeat(700);
        assert!(pieces(&words).iter().all(|piece| piece.len() <= LONGEST && piece.starts_with("It") || piece.starts_with("The")));
        let words = "ferry ".repeat(3000);
        assert!(pieces(&words).iter().all(|piece| piece.len() <= LONGEST && piece.starts_with("ferry")));
        let letters = "新聞、".repeat(3000);
        assert!(pieces(&letters).iter().all(|piece| piece.len() <= LONGEST && !piece.starts_with('、')));
        for text in [words, letters, "e\u{301}".repeat(9000), "\u{301}".repeat(9000), " ".repeat(9000) + "\n\n"] {
            let lines: Vec<String> = text.split('\n').map(String::from).collect();
            assert_eq!(pieces(&text).concat(), lines.concat());
        }
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
