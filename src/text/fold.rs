//! Folding for comparison: accents, typographic apostrophes, hyphens and runs of white space are levelled, and every byte of
//! the result knows which bytes of the original it came from (the idea is charabia's character map).

use super::Span;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What happens to capitals and apostrophes.
#[derive(Copy, Clone, PartialEq, Eq)]
pub enum Case {
    /// For names in running text: capitals stay, every apostrophe becomes `'`.
    Keep,
    /// For search: small letters, no apostrophes.
    Lower,
}

/// A folded text with the way back.
pub struct Folded {
    pub text: String,
    origin: Vec<Span>,
}

impl Folded {
    /// The bytes of the original that a range of folded bytes came from. `range` must not be empty.
    pub fn original(&self, range: std::ops::Range<usize>) -> Span {
        Span { start: self.origin[range.start].start, end: self.origin[range.end - 1].end }
    }
}

/// Folds `text` and keeps the way back.
pub fn fold(text: &str, case: Case) -> Folded {
    let mut out = Folded { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len()) };
    for (at, c) in text.char_indices() {
        fold_char(c, Span::new(at, at + c.len_utf8()), case, &mut out);
    }
    out
}

/// Folds `text` when no way back is wanted.
pub fn folded(text: &str, case: Case) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        text.bytes().for_each(|byte| fold_ascii(byte, case, &mut out));
    } else {
        text.chars().for_each(|c| fold_char(c, Span::default(), case, &mut out));
    }
    out
}

/// The same as [`fold_char`], the way of most names.
#[inline]
fn fold_ascii(byte: u8, case: Case, out: &mut String) {
    match byte {
        b' ' | b'-' | b'\t'..=b'\r' if out.ends_with(' ') => {}
        b' ' | b'-' | b'\t'..=b'\r' => out.push(' '),
        b'\'' | b'`' if case == Case::Keep => out.push('\''),
        b'\'' | b'`' => {}
        _ if case == Case::Lower => out.push(char::from(byte.to_ascii_lowercase())),
        _ => out.push(char::from(byte)),
    }
}

/// What is folded, with the way back or without.
trait Output {
    fn ends_with_space(&self) -> bool;
    fn push(&mut self, c: char, origin: Span);
    /// A combining mark belongs to the letter before it.
    fn extend_last(&mut self, end: u32);
}

impl Output for String {
    fn ends_with_space(&self) -> bool {
        self.ends_with(' ')
    }

    fn push(&mut self, c: char, _: Span) {
        self.push(c);
    }

    fn extend_last(&mut self, _: u32) {}
}

impl Output for Folded {
    fn ends_with_space(&self) -> bool {
        self.text.ends_with(' ')
    }

    fn push(&mut self, c: char, origin: Span) {
        self.text.push(c);
        self.origin.resize(self.text.len(), origin);
    }

    fn extend_last(&mut self, end: u32) {
        if let Some(last) = self.text.chars().next_back() {
            let from = self.origin.len() - last.len_utf8();
            self.origin[from..].iter_mut().for_each(|origin| origin.end = end);
        }
    }
}

#[inline]
fn fold_char(c: char, origin: Span, case: Case, out: &mut impl Output) {
    match level(c) {
        Level::Space if out.ends_with_space() => out.extend_last(origin.end),
        Level::Space => out.push(' ', origin),
        Level::Apostrophe if case == Case::Keep => out.push('\'', origin),
        Level::Apostrophe => {}
        Level::Letter(letter) if letter.is_ascii() => {
            out.push(if case == Case::Lower { letter.to_ascii_lowercase() } else { letter }, origin);
        }
        Level::Letter(letter) if case == Case::Lower => letter.to_lowercase().for_each(|c| push_plain(c, origin, out)),
        Level::Letter(letter) => push_plain(letter, origin, out),
    }
}

fn push_plain(c: char, origin: Span, out: &mut impl Output) {
    // The marks of newspapers are made of nothing else: they need not be taken apart.
    if c.is_ascii() || matches!(c, '“' | '”' | '„' | '–' | '—' | '«' | '»') {
        return out.push(c, origin);
    }
    for part in std::iter::once(c).nfkd() {
        if is_combining_mark(part) { out.extend_last(origin.end) } else { out.push(part, origin) }
    }
}

enum Level {
    Space,
    Apostrophe,
    Letter(char),
}

fn level(c: char) -> Level {
    match c {
        c if c.is_whitespace() => Level::Space,
        '-' | '\u{2010}'..='\u{2012}' => Level::Space,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{02BF}' | '\u{02BB}' | '`' | '\u{00B4}' => Level::Apostrophe,
        // Letters that no decomposition takes apart.
        'ı' => Level::Letter('i'),
        'ø' => Level::Letter('o'),
        'Ø' => Level::Letter('O'),
        'ł' => Level::Letter('l'),
        'Ł' => Level::Letter('L'),
        'đ' => Level::Letter('d'),
        'Đ' => Level::Letter('D'),
        c => Level::Letter(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_apostrophes_hyphens_and_spaces_are_levelled() {
        assert_eq!(folded("São  Paulo, Da’esh, Deir\u{a0}ez-Zor", Case::Lower), "sao paulo, daesh, deir ez zor");
        assert_eq!(folded("Da’esh ez-Zor", Case::Keep), "Da'esh ez Zor");
    }

    #[test]
    fn marks_of_newspapers_stay_as_they_are() {
        assert_eq!(folded("“”„–—«»", Case::Lower), "“”„–—«»".nfkd().collect::<String>());
    }

    #[test]
    fn every_character_of_ascii_is_folded_as_any_is() {
        let all: String = ('\0'..='\x7f').flat_map(|c| [c, 'A', c, c]).collect();
        for case in [Case::Keep, Case::Lower] {
            assert_eq!(folded(&all, case), fold(&all, case).text);
        }
    }

    #[test]
    fn every_folded_range_finds_its_original() {
        let text = "in Zu\u{308}rich’s  old\u{a0}town";
        let folded = fold(text, Case::Lower);
        let at = folded.text.find("zurich").expect("folded");
        assert_eq!(folded.original(at..at + 6).of(text), "Zu\u{308}rich");
        let at = folded.text.find("old town").expect("folded");
        assert_eq!(folded.original(at..at + 8).of(text), "old\u{a0}town");
    }
}
