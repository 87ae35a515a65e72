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
    let folded = fold(text, Case::Lower);
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some(skipped) = folded.text[at..].find(char::is_alphanumeric) {
        let start = at + skipped;
        at = start + word_length(&folded.text[start..]);
        let span = folded.original(start..at);
        // One character can fold to several words (`℀`): they are its first.
        if words.last().is_none_or(|last| last.span.end <= span.start) {
            words.push(Word { span, hash: xxh3_64(&folded.text.as_bytes()[start..at]) });
        }
    }
    words
}

/// The hash of `words` in their order.
pub fn sequence_hash(words: &[Word]) -> WordHash {
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.hash.to_le_bytes()).collect();
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

    proptest! {
        #[test]
        fn words_stand_in_order_and_hold_a_letter(text in r"[a-c '’.\-½℀ß\u{308}ǅ。渡\u{ff9e}3,]{0,40}") {
            let words = words(&text);
            prop_assert!(words.iter().all(|word| !word.span.of(&text).is_empty()));
            prop_assert!(words.is_sorted_by(|one, other| one.span.end <= other.span.start));
        }
    }
}
