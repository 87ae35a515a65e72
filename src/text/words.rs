//! The words of a text for comparison: case, accents, punctuation, dashes and the kind of quotation marks do not matter.

use super::{Case, Span, fold};
use xxhash_rust::xxh3::xxh3_64;

/// Of a word's folded letters, or of several words in their order (XXH3, 64 bits). It stands for the words themselves: two of ten
/// million share one with a chance of three in a million.
pub type WordHash = u64;

/// One word.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub span: Span,
    pub hash: WordHash,
}

/// The words of `text` in order: runs of letters and digits in the folded text, so `ez-Zor` is two; a number keeps the marks between its
/// digits (`3.5`); where no spaces are written, each ideograph is a word. Spans are not empty and do not overlap.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 5);
    push_words(text, &mut Vec::new(), &mut words);
    words
}

/// The same, put behind others. `small` is room to work in.
pub fn push_words(text: &str, small: &mut Vec<u8>, words: &mut Vec<Word>) {
    let bytes = text.as_bytes();
    small.clear();
    small.extend_from_slice(bytes);
    small.make_ascii_lowercase();
    let mut letters = Vec::new();
    // Where the piece between spaces began: no word and no folding reaches across one.
    let (mut at, mut piece, mut before) = (0, 0, words.len());
    while let Some(byte) = bytes.get(at) {
        if is_space(byte) {
            at += 1;
            (piece, before) = (at, words.len());
        } else if let Some(length) = plain_word(&bytes[at..]) {
            words.push(Word { span: Span::new(at, at + length), hash: xxh3_64(&small[at..at + length]) });
            at += length;
        } else if let Some((Plain::Other | Plain::Apostrophe, length)) = plain(&bytes[at..]) {
            at += length;
        } else {
            words.truncate(before);
            at = bytes[at..].iter().position(is_space).map_or(bytes.len(), |length| at + length);
            push_piece(Span::new(piece, at), text, &mut letters, words);
        }
    }
}

fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

/// The length of the word that `bytes` begin with, if it is of ASCII letters alone and ends with them: no apostrophe, no mark that may
/// go on with a number, nothing to be folded stands behind it.
#[inline]
fn plain_word(bytes: &[u8]) -> Option<usize> {
    let length = bytes.iter().position(|&byte| !LETTERS[usize::from(byte)]).unwrap_or(bytes.len());
    let after_digit = length > 0 && bytes[length - 1].is_ascii_digit();
    let ends = match bytes.get(length) {
        Some(b'.' | b',' | b':') => !after_digit,
        Some(_) => matches!(plain(&bytes[length..]), Some((Plain::Other, _))),
        None => true,
    };
    (length > 0 && ends).then_some(length)
}

/// Whether a byte is a letter or a digit of ASCII.
const LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < letters.len() {
        letters[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    letters
};

/// The words of any piece.
fn push_piece(piece: Span, text: &str, letters: &mut Vec<u8>, words: &mut Vec<Word>) {
    let before = words.len();
    if !plain_words(piece, text, letters, words) {
        words.truncate(before);
        folded_words(piece, text, words);
    }
}

fn folded_words(piece: Span, text: &str, words: &mut Vec<Word>) {
    let before = words.len();
    let folded = fold(piece.of(text), Case::Lower);
    let mut at = 0;
    while let Some(skipped) = folded.text[at..].find(char::is_alphanumeric) {
        let start = at + skipped;
        at = start + word_length(&folded.text[start..]);
        let span = folded.original(start..at).shifted(piece.start as usize);
        // One character can fold to several words (`℀`): they are its first.
        if words[before..].last().is_none_or(|last| last.span.end <= span.start) {
            words.push(Word { span, hash: xxh3_64(&folded.text.as_bytes()[start..at]) });
        }
    }
}

/// What a plain character does to a word.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Plain {
    Letter,
    /// Levelled away.
    Apostrophe,
    Other,
}

/// The same for ASCII letters and the marks of newspapers, without folding. False when another
/// character stands in the piece; the words pushed until then do not count.
fn plain_words(piece: Span, text: &str, letters: &mut Vec<u8>, words: &mut Vec<Word>) -> bool {
    let bytes = &text.as_bytes()[piece.range()];
    let offset = piece.start as usize;
    letters.clear();
    let (mut at, mut start, mut end) = (0, 0, 0);
    while at < bytes.len() {
        let Some((plain, length)) = plain(&bytes[at..]) else { return false };
        let is_letter = plain == Plain::Letter || (plain == Plain::Other && is_in_plain_number(letters, &bytes[at..]));
        if is_letter {
            start = if letters.is_empty() { at } else { start };
            end = at + length;
            letters.push(bytes[at].to_ascii_lowercase());
        } else if plain == Plain::Other {
            push_word(offset + start, offset + end, letters, words);
        }
        at += length;
    }
    push_word(offset + start, offset + end, letters, words);
    true
}

fn push_word(start: usize, end: usize, letters: &mut Vec<u8>, words: &mut Vec<Word>) {
    if !letters.is_empty() {
        words.push(Word { span: Span::new(start, end), hash: xxh3_64(letters) });
        letters.clear();
    }
}

/// The character `bytes` begin with and its length; nothing for one that is not plain.
#[inline]
fn plain(bytes: &[u8]) -> Option<(Plain, usize)> {
    match *bytes {
        [b'\'' | b'`', ..] => Some((Plain::Apostrophe, 1)),
        [first, ..] if first.is_ascii_alphanumeric() => Some((Plain::Letter, 1)),
        [first, ..] if first.is_ascii() => Some((Plain::Other, 1)),
        // ‘ and ’; – — “ ” „ …
        [0xe2, 0x80, 0x98 | 0x99, ..] => Some((Plain::Apostrophe, 3)),
        [0xe2, 0x80, 0x93 | 0x94 | 0x9c..=0x9e | 0xa6, ..] => Some((Plain::Other, 3)),
        _ => None,
    }
}

/// A mark between two digits, apostrophes left out.
fn is_in_plain_number(letters: &[u8], rest: &[u8]) -> bool {
    let is_mark = matches!(rest[0], b'.' | b',' | b':') && letters.last().is_some_and(u8::is_ascii_digit);
    is_mark && next_letter(&rest[1..]).is_some_and(|next| next.is_ascii_digit())
}

fn next_letter(mut rest: &[u8]) -> Option<u8> {
    while let Some((Plain::Apostrophe, length)) = plain(rest) {
        rest = &rest[length..];
    }
    rest.first().copied()
}

/// The hash of `words` in their order.
pub fn sequence_hash(words: &[Word]) -> WordHash {
    let mut bytes = Vec::with_capacity(words.len() * 8);
    words.iter().for_each(|word| bytes.extend_from_slice(&word.hash.to_le_bytes()));
    xxh3_64(&bytes)
}

/// Bytes of the word that `text` begins with.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let mut is_in_number = || matches!(c, '.' | ',' | ':') && is_digit(before) && is_digit(chars.peek().map(|(_, next)| *next));
        if before.is_some_and(is_ideograph) || (before.is_some() && is_ideograph(c)) || !(c.is_alphanumeric() || is_in_number()) {
            return at;
        }
        before = Some(c);
    }
    text.len()
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// Chinese characters and Japanese kana.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, proptest};

    fn cut(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| word.span.of(text)).collect()
    }

    fn hash(text: &str) -> WordHash {
        sequence_hash(&words(text))
    }

    #[test]
    fn words_are_cut_where_a_reader_would() {
        assert_eq!(cut("At the ez-Zor bank—“Zürich’s”, 3.5 km."), ["At", "the", "ez", "Zor", "bank", "Zürich’s", "3.5", "km"]);
        assert_eq!(cut("the PMU.The rest"), ["the", "PMU", "The", "rest"]);
        assert_eq!(cut("in 2,000 of 3. 4"), ["in", "2,000", "of", "3", "4"]);
        assert_eq!(cut("℀ 渡船停9a"), ["℀", "渡", "船", "停", "9a"]);
        assert_eq!(cut(" – … "), [""; 0]);
    }

    #[test]
    fn the_way_of_writing_does_not_matter() {
        assert_eq!(hash("“The ez-Zor ferry’s BACK,” she said—twice."), hash("'The ez Zor ferry's back' she said - twice"));
        assert_eq!(hash("São Tarn"), hash("Sa\u{303}o\u{a0}TARN!"));
        assert_ne!(hash("one two"), hash("two one"));
        assert_ne!(hash("one two"), hash("onetwo"));
    }

    /// The whole text folded, and cut then.
    fn naive(text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        if !text.is_empty() {
            folded_words(Span::new(0, text.len()), text, &mut words);
        }
        words
    }

    proptest! {
        #[test]
        fn plain_words_are_the_words_of_the_folded_text(text in r"[a-cB3-5 '’`.,:\-–—“”…\n\u{a0}½℀ß\u{308}ǅ。渡²é\u{2010}]{0,40}") {
            proptest::prelude::prop_assert_eq!(words(&text), naive(&text));
        }

        #[test]
        fn words_stand_in_order_and_hold_a_letter(text in r"[a-c '’.\-½℀ß\u{308}ǅ。渡\u{ff9e}3,]{0,40}") {
            let words = words(&text);
            prop_assert!(words.iter().all(|word| !word.span.of(&text).is_empty()));
            prop_assert!(words.is_sorted_by(|one, other| one.span.end <= other.span.start));
        }
    }
}
