//! Sentences as spans. Wire copy loses spaces (`he stated.Moreover, the`) and is full of abbreviations (`Col. Dillon`,
//! `Nov. 11`), so the rule is our own: a full stop ends a sentence unless a known short form or an initial stands before it.

use super::Span;
use std::borrow::Cow;

/// Short forms after which a full stop ends nothing; small letters.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "sr", "jr", "st", "col", "gen", "lt", "maj", "capt", "cpt", "cmdr", "sgt", "cpl", "brig",
    "adm", "gov", "sen", "rep", "pres", "hon", "messrs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "no", "vs", "inc", "ltd", "co", "corp", "bros", "est",
    "approx", "ca", "cf", "e.g", "i.e", "u.s", "u.n", "u.k", "a.m", "p.m", "ft", "mt", "vol", "art", "ave", "blvd", "dept", "al",
];

/// Letters of the longest of them.
const LONGEST: usize = 6;

/// Splits at sentence ends and at line breaks. Spans are trimmed, ordered, and never empty.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text.as_bytes()[at..].iter().position(|&byte| may_end(byte)) {
        at += found;
        let c = text[at..].chars().next().unwrap_or_default();
        let end = match c {
            '\n' => Some(at),
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' => sentence_end(text, at, c),
            _ => None,
        };
        at += c.len_utf8();
        if let Some(end) = end {
            push_trimmed(text, start, end, &mut out);
            start = end;
            at = at.max(end);
        }
    }
    push_trimmed(text, start, text.len(), &mut out);
    out
}

/// Whether a mark that may end a sentence begins with this byte: most bytes are passed over without being read as characters.
fn may_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'.' | b'!' | b'?' | 0xd8 | 0xe2 | 0xe3 | 0xef)
}

/// Where the sentence ends whose last mark `c` stands at `at`: behind closing quotes and brackets; `None` if it goes on.
fn sentence_end(text: &str, at: usize, c: char) -> Option<usize> {
    let after = at + c.len_utf8();
    let rest = &text[after..];
    let closing = rest.len() - rest.trim_start_matches(is_closing).len();
    let next = rest[closing..].chars().next();
    let ends = match next {
        None => true,
        Some(n) if n.is_whitespace() => !(c == '.' && (is_short_form(&text[..at]) || goes_on(&rest[closing..]))),
        // Run together: only a capital or an opening quote behind a small letter or a closing mark begins something new.
        Some(n) => (n.is_uppercase() || is_opening(n)) && is_run_together(text, at, closing > 0) && next_is_word(&rest[closing..]),
    };
    ends.then_some(after + closing)
}

fn is_run_together(text: &str, at: usize, quoted: bool) -> bool {
    let last = text[..at].chars().next_back();
    (quoted || last.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || is_closing(c))) && !is_short_form(&text[..at])
}

/// A word of one letter and a full stop is an initial (`U.S.`), not a sentence that begins; an address has no capital words.
fn next_is_word(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_opening);
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    rest[..length].chars().count() > 1 || !rest[length..].starts_with('.')
}

/// Behind a full stop and a space, a small letter goes on with the sentence (`Nov. 11 and`, `a.m. on`).
fn goes_on(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\u{a0}']).chars().next().is_some_and(char::is_lowercase)
}

fn is_short_form(before: &str) -> bool {
    if is_long_word(before.as_bytes()) {
        return false;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || is_opening(c) || matches!(c, '–' | '—')).next().unwrap_or_default();
    let letters = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    // A capital that is not ASCII may have a small letter that is, or two.
    let lower = if letters.is_ascii() { Cow::Borrowed(letters) } else { Cow::Owned(letters.to_lowercase()) };
    let is_initial = lower.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let is_dotted = lower.contains('.') && lower.split('.').all(|part| part.chars().count() <= 1);
    is_initial || is_dotted || ABBREVIATIONS.iter().any(|short| short.eq_ignore_ascii_case(&lower))
}

/// Letters of ASCII, more than any short form has, behind a space: the end of most sentences.
fn is_long_word(before: &[u8]) -> bool {
    let letters = before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    letters > LONGEST && before.len().checked_sub(letters + 1).is_some_and(|at| before[at] == b' ')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '.' | '!' | '?' | '…')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '‘' | '«' | '„' | '‚' | '‹' | '(' | '[')
}

fn push_trimmed(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let piece = &text[start..end];
    let from = start + (piece.len() - piece.trim_start().len());
    let to = start + piece.trim_end().len();
    if from < to {
        out.push(Span::new(from, to));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn run_together_sentences_are_two() {
        assert_eq!(split("He agreed,” he stated.Moreover, the rest."), ["He agreed,” he stated.", "Moreover, the rest."]);
        assert_eq!(split("“So be it,” she said.“And that is all.”"), ["“So be it,” she said.", "“And that is all.”"]);
        assert_eq!(split("at the border.Fighters came."), ["at the border.", "Fighters came."]);
    }

    #[test]
    fn short_forms_initials_and_addresses_end_nothing() {
        assert_eq!(
            split("Col. Dillon met J. Smith on Nov. 11 in the U.S. Senate. He left."),
            ["Col. Dillon met J. Smith on Nov. 11 in the U.S. Senate.", "He left."]
        );
        assert_eq!(split("See http://example.org/Page.html now."), ["See http://example.org/Page.html now."]);
        assert_eq!(split("It cost 3.5 million."), ["It cost 3.5 million."]);
    }

    #[test]
    fn no_short_form_is_longer_than_the_longest() {
        assert_eq!(ABBREVIATIONS.iter().map(|form| form.len()).max(), Some(LONGEST));
    }

    #[test]
    fn a_wide_letter_behind_an_opening_mark_is_borne() {
        assert_eq!(split("ended.(µ$ went on. “Éa.b"), ["ended.", "(µ$ went on.", "“Éa.b"]);
    }

    #[test]
    fn quotes_close_inside_their_sentence() {
        assert_eq!(split("“We came. We saw.” Then rest"), ["“We came.", "We saw.”", "Then rest"]);
        assert_eq!(split(""), Vec::<&str>::new());
        assert_eq!(split("one\ntwo"), ["one", "two"]);
    }
}
