//! Where quoted words stand: every style of mark, apostrophes told from single quotes, paragraphs that go on without a mark.

use super::tokens::is_apostrophe;
use crate::text::Span;

/// Words between quotation marks.
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) struct Quotation {
    /// Without the marks.
    pub span: Span,
    /// In “double” marks, not in ‘single’ ones.
    pub double: bool,
}

/// The outermost quotations of `text`, in order. One that runs over paragraphs, each opened by a mark and only the last closed, is one.
pub(super) fn quotations(text: &str) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    let mut at = 0;
    let mut left_open = None;
    for paragraph in text.split_inclusive('\n') {
        if !paragraph.trim().is_empty() {
            left_open = scan(paragraph, &text[at + paragraph.len()..], at, left_open, &mut out);
        }
        at += paragraph.len();
    }
    out
}

/// Scans one paragraph that begins at byte `offset`, before `rest`, and inside a quotation that the mark `open` began, if any. Returns
/// the mark of the quotation that it ends inside.
fn scan(paragraph: &str, rest: &str, offset: usize, mut continues: Option<Mark>, out: &mut Vec<Quotation>) -> Option<Mark> {
    let mut at = 0;
    while let Some((open, mark)) = next_opening(paragraph, at) {
        let from = open + mark.open.len();
        let goes_on = continues.is_some_and(|begun| mark.continues(begun)) && paragraph[..open].trim().is_empty();
        let begun = out.last().filter(|_| goes_on).map(|last| last.span.start as usize);
        let start = begun.unwrap_or(offset + from);
        if begun.is_some() {
            out.pop();
        }
        let Some(to) = mark.closing(paragraph, from) else {
            let trimmed = paragraph.trim_end().len();
            // »Turned outwards« or ”alike” they are closing marks in most copy: only a pair counts.
            let begins = paragraph[..open].trim_end().is_empty() || paragraph[..open].trim_end().ends_with([':', ',']);
            let left_open =
                if mark.double { !matches!(mark.open, "»" | "”") } else { begins && rest.trim_start().starts_with(mark.open) };
            if left_open && trimmed > from {
                out.push(Quotation { span: Span::new(start, offset + trimmed), double: mark.double });
                return Some(mark);
            }
            at = from;
            continue;
        };
        if !paragraph[from..to].trim().is_empty() {
            let blank = begun.map_or(paragraph[from..to].len() - paragraph[from..to].trim_start().len(), |_| 0);
            let end = from + paragraph[from..to].trim_end().len();
            out.push(Quotation { span: Span::new(start + blank, offset + end), double: mark.double });
        }
        continues = None;
        at = to + mark_at(&paragraph[to..]).len();
    }
    None
}

/// Bytes within which a single mark must close: an apostrophe that looks like an opening one must not search a whole book.
const LONGEST_SINGLE: usize = 2_000;

/// Marks as they are written; what closes is one of several.
#[derive(Copy, Clone)]
struct Mark {
    open: &'static str,
    close: &'static [&'static str],
    double: bool,
}

const MARKS: &[Mark] = &[
    Mark { open: "“", close: &["”", "\""], double: true },
    Mark { open: "„", close: &["“", "”", "\""], double: true },
    Mark { open: "«", close: &["»"], double: true },
    Mark { open: "»", close: &["«"], double: true },
    Mark { open: "「", close: &["」"], double: true },
    Mark { open: "『", close: &["』"], double: true },
    Mark { open: "\"", close: &["\"", "”"], double: true },
    // As Swedes and Finns write them.
    Mark { open: "”", close: &["”", "\""], double: true },
    // As teleprinters wrote them.
    Mark { open: "``", close: &["''", "\""], double: true },
    Mark { open: "‘", close: &["’"], double: false },
    Mark { open: "'", close: &["'"], double: false },
    Mark { open: "`", close: &["'"], double: false },
    Mark { open: "‚", close: &["‘", "’"], double: false },
    Mark { open: "‹", close: &["›"], double: false },
    Mark { open: "›", close: &["‹"], double: false },
];

impl Mark {
    /// A paragraph that opens with this mark goes on with what another began.
    fn continues(self, begun: Self) -> bool {
        if begun.double { self.double } else { self.open == begun.open }
    }

    /// Where the closing mark stands. A single one may be an apostrophe: the first behind a mark of punctuation (`so,’ he said`)
    /// closes, else the first that ends a word. One that meets another opening first was an apostrophe itself (`the ’twenties`).
    fn closing(self, paragraph: &str, from: usize) -> Option<usize> {
        let rest = &paragraph[from..];
        if self.double {
            return marks(rest).find(|(_, mark)| self.close.contains(mark)).map(|(at, _)| from + at);
        }
        let mut first = None;
        let near = marks(rest).take_while(|&(at, _)| at < LONGEST_SINGLE);
        for (at, mark) in near.filter(|(_, mark)| *mark == self.open || self.close.contains(mark)) {
            if self.reopens(rest, at, mark) {
                break;
            }
            if self.close.contains(&mark) && !rest[..at].ends_with(char::is_whitespace) && !is_inside_word(rest, at, mark) {
                if rest[..at].ends_with([',', '.', '!', '?', '…', '—', '”', '"']) {
                    return Some(from + at);
                }
                first = first.or(Some(from + at));
            }
        }
        first
    }

    /// The same mark, where a word begins.
    fn reopens(self, rest: &str, at: usize, mark: &str) -> bool {
        let begins = rest[..at].chars().next_back().is_some_and(char::is_whitespace);
        let word = rest[at + mark.len()..].chars().next().is_some_and(char::is_alphanumeric);
        mark == self.open && begins && word
    }
}

/// What of `text` may be marks: all other bytes are passed over unread.
fn marks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let may_be = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`' | 0xc2 | 0xe2 | 0xe3);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.as_bytes()[at..].iter().position(may_be)?;
        let mark = mark_at(&text[start..]);
        at = start + mark.len();
        Some((start, mark))
    })
}

/// The mark that `text` begins with: two of `` and '' are one.
fn mark_at(text: &str) -> &str {
    if text.starts_with("``") || text.starts_with("''") {
        return &text[..2];
    }
    &text[..text.chars().next().map_or(0, char::len_utf8)]
}

/// The next mark that opens: a straight or single one only where a word begins.
fn next_opening(paragraph: &str, from: usize) -> Option<(usize, Mark)> {
    marks(&paragraph[from..]).map(|(at, open)| (from + at, open)).find_map(|(at, open)| {
        let mark = *MARKS.iter().find(|mark| mark.open == open)?;
        let before = paragraph[..at].chars().next_back();
        let behind = &paragraph[at + open.len()..];
        let after = behind.chars().next();
        // `" We won , " he said`: text cut into tokens. A closing mark has been passed over with its quotation.
        let spaced =
            matches!(open, "\"" | "``") && before.is_none_or(char::is_whitespace) && mark.close.iter().any(|close| behind.contains(close));
        let begins_word = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '“' | '"' | '/' | '.' | ':'))
            && after.is_some_and(|c| !c.is_whitespace());
        let sure = matches!(open, "“" | "„" | "«" | "「" | "『");
        let single = after.is_some_and(|c| c.is_alphanumeric() || c == '…' || c == '[');
        (sure || spaced || begins_word && (mark.double || single)).then_some((at, mark))
    })
}

/// An apostrophe: letters on both sides, or a plural's behind `s` while the quotation goes on to close later.
fn is_inside_word(rest: &str, at: usize, mark: &str) -> bool {
    if !mark.chars().all(is_apostrophe) {
        return false;
    }
    let after = rest[at + mark.len()..].chars().next();
    let before = rest[..at].chars().next_back();
    let between_letters = after.is_some_and(char::is_alphanumeric) && before.is_some_and(char::is_alphanumeric);
    let behind = &rest[at + mark.len()..];
    let plural = before == Some('s') && after == Some(' ') && !no_noun(behind) && closes_later(behind);
    between_letters || plural
}

/// Words that no plural's apostrophe stands before: `‘two weeks’ while she waited`.
const NO_NOUNS: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "nor", "while", "when", "as", "if", "because", "since", "until", "before", "after", "by", "for",
    "from", "in", "into", "of", "on", "at", "to", "with", "without", "over", "about", "that", "which", "who", "is", "are", "was", "were",
    "be", "has", "have", "had", "will", "would", "could", "should", "may", "might", "must", "he", "she", "they", "it", "we", "said",
    "says",
];

/// What follows begins with a word that is no noun and no adjective.
fn no_noun(behind: &str) -> bool {
    let word = behind.split_whitespace().next().unwrap_or_default();
    NO_NOUNS.contains(&word.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// A closing single mark stands further on in the same sentence, with no new opening before it.
fn closes_later(rest: &str) -> bool {
    let near = rest.char_indices().take_while(|&(at, c)| at < LONGEST_SINGLE && !matches!(c, '.' | '!' | '?' | '“' | '”' | '‘'));
    near.into_iter().any(|(at, c)| c == '’' && !rest[at + c.len_utf8()..].starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text).into_iter().map(|quotation| quotation.span.of(text)).collect()
    }

    #[test]
    fn every_style_of_mark() {
        assert_eq!(
            quoted("“one” \"two\" «three» »three« „four“ ‘five’ 'six' ‚seven‘ ‹eight› ›nine‹ ”ten”"),
            ["one", "two", "three", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        );
    }

    #[test]
    fn marks_as_teleprinters_wrote_them() {
        assert_eq!(quoted("``We came,'' he said. ``It isn't `fair' to us.''"), ["We came,", "It isn't `fair' to us."]);
        assert_eq!(quoted("a `fair' price for the miners' coal"), ["fair"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(
            quoted("The workers’ party of Wend’s ‘old town’ isn’t ‘the people’s house’. It's 'so'."),
            ["old town", "the people’s house", "so"]
        );
        assert_eq!(quoted("the ’90s and rock ’n’ roll"), Vec::<&str>::new());
        assert_eq!(quoted("since the 'twenties. 'I've a herd at eight o'clock,' he said."), ["I've a herd at eight o'clock,"]);
    }

    #[test]
    fn a_plural_before_no_noun_closes() {
        assert_eq!(quoted("waits ‘six weeks’ while the boys’ boats dry"), ["six weeks"]);
        assert_eq!(quoted("the ‘boys’ boats and the men’s’ are dry"), ["boys’ boats and the men’s"]);
    }

    #[test]
    fn inner_quotes_stay_inside() {
        assert_eq!(quoted("“He said ‘no’ to us,” she said."), ["He said ‘no’ to us,"]);
    }

    #[test]
    fn a_paragraph_left_open_goes_on() {
        assert_eq!(quoted("“We came.\n\n“We saw,” he said. “We left.”"), ["We came.\n\n“We saw,", "We left."]);
        assert_eq!(quoted("“We came.\n\nThey saw. “We left.”"), ["We came.", "We left."]);
        assert_eq!(quoted("“We came.\n\n‘No,’ he said."), ["We came.", "No,"]);
    }

    #[test]
    fn single_marks_too_go_on_where_the_next_paragraph_opens_with_one() {
        assert_eq!(quoted("‘We came.\n\n‘We saw,’ he said. ‘We left.’"), ["We came.\n\n‘We saw,", "We left."]);
        assert_eq!(quoted("‘Twas late.\n\nThey saw. ‘We left.’"), ["We left."]);
    }

    #[test]
    fn a_straight_mark_behind_a_word_opens_nothing() {
        assert_eq!(quoted("a lost exercise\". People said \"yes\"."), ["yes"]);
    }

    #[test]
    fn marks_with_spaces_around_them_are_in_pairs() {
        assert_eq!(quoted("\" We won , \" he said . \" It rains . \""), ["We won ,", "It rains ."]);
    }

    #[test]
    fn run_together_quotes_are_two() {
        assert_eq!(quoted("“One,” he said.“Two,” he added."), ["One,", "Two,"]);
    }
}
