//! Words and expressions to look for in whole texts, both as one regular expression, so that nothing has to be folded to be
//! searched and every hit is a range of the text itself.
//!
//! That words are whole is looked at beside each hit and not asked of the expression: its `\b` is known to no fast automaton as soon as
//! a text has a letter beyond ASCII, and nearly every text has a quotation mark (55 MB/s with it and 700 without, for "the village of").

use super::plain_phrase::{Bounded, PlainPhrase};
use crate::text::{Case, Span, folded};
use regex::bytes::{Regex, RegexBuilder};
use std::fmt::Write;
use unicode_normalization::char::is_combining_mark;

/// Bytes a pattern may take compiled; more is refused.
const SIZE_LIMIT: usize = 1 << 21;

#[derive(Clone, Debug)]
pub(in super::super) struct Pattern {
    regex: Regex,
    /// What tells sooner of most texts.
    plain: Option<PlainPhrase>,
    /// Where no letter may stand beside a hit.
    bounded: Bounded,
}

impl Pattern {
    /// `"exact words"`: case, accents, apostrophes and white space folded; whole words, unless the last is still being typed.
    pub fn words(words: &str, closed: bool) -> Option<Self> {
        let key = folded(words, Case::Lower);
        let key = key.trim();
        let is_word = |edge: Option<char>| edge.is_some_and(char::is_alphanumeric);
        let bounded = Bounded { start: is_word(key.chars().next()), end: closed && is_word(key.chars().next_back()) };
        let mut source = String::new();
        key.chars().for_each(|c| push_letter(&mut source, c));
        // An apostrophe after the last letter is no part of the words.
        let source = source.strip_suffix(APOSTROPHE).unwrap_or(&source);
        let plain = PlainPhrase::of(key, bounded);
        (!key.is_empty()).then_some(Self { regex: compiled(source, true)?, plain, bounded })
    }

    /// `/regex/`: small letters match either case, a capital makes all count.
    pub fn regex(source: &str) -> Option<Self> {
        if source.is_empty() {
            return None;
        }
        // One for texts may not find a part of a character (`(?-u:.)`), one for bytes may.
        regex::RegexBuilder::new(source).size_limit(SIZE_LIMIT).build().ok()?;
        let regex = compiled(source, !source.chars().any(char::is_uppercase))?;
        Some(Self { regex, plain: None, bounded: Bounded::default() })
    }

    /// Whether it is in a text; `text` is UTF-8, and where it is not nothing is found.
    pub fn is_in(&self, text: &[u8]) -> bool {
        match &self.plain {
            Some(plain) => {
                plain.plain(text).any(|hit| self.is_bounded(text, hit.start, hit.end))
                    || plain.may_be_marked(text) && self.next(text, 0).is_some()
            }
            None => self.regex.is_match(text),
        }
    }

    /// Every hit that is not empty, in bytes of `text`.
    pub fn spans<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.next(text.as_bytes(), from)?;
            from = found.end as usize;
            Some(found)
        })
    }

    /// The first hit of the expression that begins at `from` or later.
    fn next(&self, text: &[u8], mut from: usize) -> Option<Span> {
        while let Some(found) = self.regex.find_at(text, from) {
            if !found.is_empty() && self.is_bounded(text, found.start(), found.end()) {
                return Some(Span::new(found.start(), found.end()));
            }
            from = found.start() + 1;
            if from > text.len() {
                break;
            }
        }
        None
    }

    fn is_bounded(&self, text: &[u8], start: usize, end: usize) -> bool {
        let before = || last_char(&text[..start]).is_some_and(is_of_word);
        let after = || first_char(&text[end..]).is_some_and(is_of_word);
        !(self.bounded.start && before() || self.bounded.end && after())
    }
}

fn last_char(text: &[u8]) -> Option<char> {
    let start = text.iter().rposition(|byte| !(0x80..0xc0).contains(byte))?;
    first_char(&text[start..])
}

fn first_char(text: &[u8]) -> Option<char> {
    text[..text.len().min(4)].utf8_chunks().next()?.valid().chars().next()
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining_mark(c)
}

fn compiled(source: &str, any_case: bool) -> Option<Regex> {
    RegexBuilder::new(source).case_insensitive(any_case).multi_line(true).size_limit(SIZE_LIMIT).build().ok()
}

/// What may follow a letter.
const APOSTROPHE: &str = "['’‘ʼ`]?";

/// One folded character as all the characters that fold to it.
fn push_letter(source: &mut String, c: char) {
    match c {
        ' ' => source.push_str(r"[\s\-\u{2010}-\u{2012}]+"),
        'a'..='z' => {
            let _ = write!(source, r"[{c}{}]\p{{M}}*{APOSTROPHE}", accented(c));
        }
        c => source.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
    }
}

/// The letters of the Latin blocks that fold to `c`.
fn accented(c: char) -> String {
    let wanted = c.to_string();
    let latin = ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
    let mut buffer = [0; 4];
    latin.filter(|&letter| folded(letter.encode_utf8(&mut buffer), Case::Lower) == wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    fn found<'a>(pattern: &str, text: &'a str) -> Vec<&'a str> {
        Pattern::words(pattern, true).expect("a pattern").spans(text).map(|span| span.of(text)).collect()
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        assert_eq!(found("sao paulo", "in São\u{a0}Paulo, SAO  PAULO"), ["São\u{a0}Paulo", "SAO  PAULO"]);
        assert_eq!(found("Deir ez-Zor", "Deir ez Zor, Deir-ez-Zor"), ["Deir ez Zor", "Deir-ez-Zor"]);
        assert_eq!(found("daesh", "Da’esh, daesh"), ["Da’esh", "daesh"]);
        assert_eq!(found("clash", "clashes clash"), ["clash"]);
    }

    #[test]
    fn a_hit_that_is_no_whole_word_hides_none_that_follows_it() {
        assert_eq!(found("na na", "ana na na nab na na’s"), ["na na", "na na"]);
        assert_eq!(found("clash", "the clash’s end, clash’ and clashé, _clash"), ["clash", "clash"]);
        assert_eq!(Pattern::words("cla", false).expect("a pattern").spans("clash eclat").count(), 1);
    }

    #[test]
    fn an_expression_finds_nothing_that_is_empty() {
        let pattern = Pattern::regex("x*").expect("a pattern");
        assert_eq!(pattern.spans("axxb é x").map(|span| (span.start, span.end)).collect::<Vec<_>>(), [(1, 3), (8, 9)]);
    }

    /// What tells sooner says what the expression says.
    fn agrees(pattern: &Pattern, text: &str) -> bool {
        pattern.is_in(text.as_bytes()) == pattern.spans(text).next().is_some()
    }

    #[test]
    fn every_character_that_may_stand_for_a_letter_or_beside_one_is_looked_at() {
        let patterns = ["ab", "a b", "ks", "i o", "a"].map(|words| Pattern::words(words, true).expect("a pattern"));
        for c in '\u{80}'..='\u{2fff}' {
            let texts = [format!("a{c}b"), format!("a{c} b"), format!("a {c} b"), format!("{c}b"), format!("k{c}"), format!("{c} o")];
            assert!(texts.iter().all(|text| patterns.iter().all(|pattern| agrees(pattern, text))), "{c:?}");
        }
    }

    #[test]
    fn an_expression_that_may_find_a_part_of_a_character_is_refused() {
        assert!(Pattern::regex("(?-u:.)").is_none());
        assert!(Pattern::regex(r"(?-u:\xff)|e").is_none());
        assert!(Pattern::regex("(?-u:e)").is_some_and(|pattern| pattern.is_in("é e".as_bytes())));
    }

    #[test]
    fn bytes_that_are_no_text_are_no_hit_and_no_end() {
        let pattern = Pattern::words("ab", true).expect("a pattern");
        assert!(!pattern.is_in(b"\xffa\xffb\xc3"));
        assert!(pattern.is_in(b"\xff ab \xc3"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// The expression with `\b` is slow and says the same, but for what it makes of an apostrophe at the end.
        #[test]
        fn words_are_whole_as_the_expression_has_it(words in "[ab]{1,3}( [ab]{1,2})?", text in "[abAáé’_ “-]{0,24}") {
            let pattern = Pattern::words(&words, true).expect("a pattern");
            let slow = compiled(&format!(r"\b(?:{})\b", pattern.regex.as_str()), true).expect("compiles");
            prop_assert_eq!(pattern.is_in(text.as_bytes()), slow.is_match(text.as_bytes()), "{} in {}", words, text);
        }

        #[test]
        fn a_phrase_is_where_its_expression_finds_it(
            words in "[ab]{1,4}|[ab-]{1,3} [ab]{1,3}|a[.,]b|[abé]{1,3}",
            text in "([abAB]{0,3}['’‘ʼ`éáàÁ\u{301}\u{300}ſ\u{212a} \u{a0}“”_1.ж東-]{0,2}){0,8}|[ab '’]{0,20}|[abá\u{301} \n-]{0,14}",
            closed: bool,
        ) {
            let pattern = Pattern::words(&words, closed);
            prop_assert!(pattern.is_none_or(|pattern| agrees(&pattern, &text)), "{:?} in {:?}", words, text);
        }

        #[test]
        fn a_phrase_is_found_however_it_is_written(
            words in "[a-c]{1,4}( [a-c]{1,3}){0,2}", marks in "['’`\u{301}]{0,1}", before in "[ab ”é]{0,70}", after in "[ab “é]{0,9}", closed: bool,
        ) {
            let written: String = words.chars().map(|c| if c == ' ' { "\u{a0}-\n".to_string() } else { format!("{c}{marks}") }).collect();
            let pattern = Pattern::words(&words, closed).expect("a pattern");
            let (beside, alone) = (format!("{before}{written}{after}"), format!("x {written} x"));
            prop_assert!(agrees(&pattern, &beside), "{:?} in {:?}", words, beside);
            prop_assert!(pattern.is_in(alone.as_bytes()));
        }
    }
}
