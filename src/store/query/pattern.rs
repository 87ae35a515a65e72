//! Words and expressions to look for in whole texts, both as one regular expression, so that nothing has to be folded to be
//! searched and every hit is a range of the text itself.

use crate::text::{Case, Span, folded};
use regex::{Regex, RegexBuilder};
use std::fmt::Write;

/// Bytes a pattern may take compiled; more is refused.
const SIZE_LIMIT: usize = 1 << 21;

#[derive(Clone, Debug)]
pub(in super::super) struct Pattern(Regex);

impl Pattern {
    /// `"exact words"`: case, accents, apostrophes and white space folded; whole words, unless the last is still being typed.
    pub fn words(words: &str, closed: bool) -> Option<Self> {
        let key = folded(words, Case::Lower);
        let key = key.trim();
        let mut source = String::new();
        key.chars().for_each(|c| push_letter(&mut source, c));
        let bounded = |edge: Option<char>| if edge.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
        let end = if closed { bounded(key.chars().next_back()) } else { "" };
        if key.is_empty() {
            return None;
        }
        compiled(&format!("{}{source}{end}", bounded(key.chars().next())), true)
    }

    /// `/regex/`: small letters match either case, a capital makes all count.
    pub fn regex(source: &str) -> Option<Self> {
        if source.is_empty() {
            return None;
        }
        compiled(source, !source.chars().any(char::is_uppercase))
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// Every hit that is not empty, in bytes of `text`.
    pub fn spans<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        self.0.find_iter(text).filter(|found| !found.is_empty()).map(|found| Span::new(found.start(), found.end()))
    }
}

fn compiled(source: &str, any_case: bool) -> Option<Pattern> {
    RegexBuilder::new(source).case_insensitive(any_case).multi_line(true).size_limit(SIZE_LIMIT).build().ok().map(Pattern)
}

/// One folded character as all the characters that fold to it.
fn push_letter(source: &mut String, c: char) {
    match c {
        ' ' => source.push_str(r"[\s\-\u{2010}-\u{2012}]+"),
        'a'..='z' => {
            let _ = write!(source, r"[{c}{}]\p{{M}}*['’‘ʼ`]?", accented(c));
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
}
