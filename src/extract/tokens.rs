//! Words and marks of a text, with what the rules ask of them: their shape, the gap before them, and a folded key.

use super::vocabulary::{WordHash, word_hash};
use crate::text::{Case, Span, folded};

/// How a word is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Lower,
    /// Begins with a capital.
    Capital,
    /// Two or more letters, all capitals.
    Upper,
    Number,
    /// `’s` and `'s` behind a word.
    Possessive,
    /// Anything that is no word: one character.
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    Nothing,
    Space,
    Hyphen,
    /// A line break, or the beginning of the text.
    Break,
}

#[derive(Copy, Clone, Debug)]
pub struct Token {
    pub span: Span,
    pub shape: Shape,
    pub gap: Gap,
    key: (u32, u32),
}

impl Token {
    /// Written like a name: a capital first, or capitals throughout.
    #[inline]
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }
}

/// The tokens of one text.
#[derive(Debug, Default)]
pub struct Tokens {
    tokens: Vec<Token>,
    keys: String,
}

impl Tokens {
    /// Cuts `text` into tokens. A hyphen between two words is a gap, not a token, so `ez-Zor` and `ez Zor` read the same.
    pub fn of(text: &str) -> Self {
        let mut out = Self::with_room_for(text);
        let mut at = 0;
        let mut gap = Gap::Break;
        while at < text.len() {
            let rest = &text.as_bytes()[at..];
            if rest[0] == b' ' {
                gap = if gap == Gap::Break { Gap::Break } else { Gap::Space };
                at += 1;
                continue;
            }
            if let Some((length, shape)) = ascii_word(rest).or_else(|| ascii_mark(rest[0])) {
                out.push_plain(Span::new(at, at + length), shape, gap);
                gap = Gap::Nothing;
                at += length;
                continue;
            }
            let c = text[at..].chars().next().unwrap_or_default();
            if c.is_whitespace() {
                gap = if c == '\n' || gap == Gap::Break { Gap::Break } else { Gap::Space };
                at += c.len_utf8();
            } else if is_hyphen(c) && out.joins_words(text, at, c, gap) {
                gap = Gap::Hyphen;
                at += c.len_utf8();
            } else {
                let (end, shape) = next_token(&text[at..]);
                out.push(text, Span::new(at, at + end), shape, gap);
                gap = Gap::Nothing;
                at += end;
            }
        }
        out
    }

    /// The keys begin with the text in small letters: that is where the key of a plain word stands. A word of English and the space
    /// behind it have five or six bytes.
    fn with_room_for(text: &str) -> Self {
        let mut keys = String::with_capacity(text.len() + text.len() / 8);
        keys.push_str(text);
        keys.make_ascii_lowercase();
        Self { tokens: Vec::with_capacity(text.len() / 5 + 1), keys }
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline]
    pub fn get(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter()
    }

    /// The token's text in small letters, without accents; apostrophes levelled away. Empty past the end.
    #[inline]
    pub fn key(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &self.keys[token.key.0 as usize..token.key.1 as usize])
    }

    /// Of all keys, in order.
    pub fn hashes(&self) -> impl Iterator<Item = WordHash> {
        (0..self.len()).map(|index| word_hash(self.key(index)))
    }

    /// The bytes from the first token of `range` to its last, as far as there are tokens; no bytes where there are none.
    #[inline]
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        match self.tokens.get(range.start..range.end.min(self.tokens.len())).unwrap_or_default() {
            [] => {
                let at = self.tokens.get(range.start).or(self.tokens.last()).map_or(0, |token| token.span.start);
                Span { start: at, end: at }
            }
            [first, .., last] => Span { start: first.span.start, end: last.span.end },
            [one] => one.span,
        }
    }

    /// The first token that ends behind byte `at`.
    pub fn at_byte(&self, at: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= at)
    }

    fn joins_words(&self, text: &str, at: usize, hyphen: char, gap: Gap) -> bool {
        let next = text[at + hyphen.len_utf8()..].chars().next();
        gap == Gap::Nothing && next.is_some_and(char::is_alphanumeric) && self.tokens.last().is_some_and(|token| token.shape != Shape::Mark)
    }

    /// A word of ASCII letters and digits alone, or a mark that is its own key.
    fn push_plain(&mut self, span: Span, shape: Shape, gap: Gap) {
        self.tokens.push(Token { span, shape, gap, key: (span.start, span.end) });
    }

    fn push(&mut self, text: &str, span: Span, shape: Shape, gap: Gap) {
        let start = self.keys.len() as u32;
        push_key(span.of(text), shape, &mut self.keys);
        self.tokens.push(Token { span, shape, gap, key: (start, self.keys.len() as u32) });
    }
}

/// The key of the first token of `text`; empty if it has none.
pub fn first_key(text: &str) -> String {
    let text = text.trim_start();
    let mut key = String::new();
    if !text.is_empty() {
        let (length, shape) = next_token(text);
        push_key(&text[..length], shape, &mut key);
    }
    key
}

/// The hash of that key: for most words nothing is put anywhere.
pub fn first_hash(text: &str) -> WordHash {
    let text = text.trim_start();
    let mut small = [0; SHORT];
    match ascii_word(text.as_bytes()).and_then(|(length, _)| Some((small.get_mut(..length)?, &text.as_bytes()[..length]))) {
        Some((small, word)) => {
            small.copy_from_slice(word);
            small.make_ascii_lowercase();
            std::str::from_utf8(small).map_or(0, word_hash)
        }
        None => word_hash(&first_key(text)),
    }
}

/// Bytes of a word that needs no room of its own.
const SHORT: usize = 32;

fn push_key(word: &str, shape: Shape, keys: &mut String) {
    let start = keys.len();
    if word.is_ascii() && !word.as_bytes().contains(&b'\'') && !matches!(shape, Shape::Possessive | Shape::Mark) || word == "." {
        keys.push_str(word);
        keys[start..].make_ascii_lowercase();
    } else if shape == Shape::Mark && word.is_ascii() {
        keys.push_str(match word {
            "-" | "'" | "`" => "'",
            "``" | "''" => "\"",
            _ => word,
        });
    } else if shape == Shape::Possessive {
        keys.push_str("'s");
    } else {
        keys.push_str(folded(word, Case::Lower).trim());
        if shape == Shape::Mark && keys.len() == start {
            keys.push('\'');
        }
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | '`')
}

/// Length in bytes and shape of the token `rest` begins with.
fn next_token(rest: &str) -> (usize, Shape) {
    if let Some(word) = ascii_word(rest.as_bytes()) {
        return word;
    }
    if let Some(length) = possessive(rest) {
        return (length, Shape::Possessive);
    }
    let first = rest.chars().next().unwrap_or_default();
    if rest.starts_with("``") || rest.starts_with("''") {
        return (2, Shape::Mark);
    }
    if !first.is_alphanumeric() {
        return (first.len_utf8(), Shape::Mark);
    }
    let length = dotted_initials(rest).unwrap_or_else(|| word_length(rest));
    (length, shape_of(&rest[..length]))
}

/// The way of most words: ASCII letters and digits, with nothing behind them that could belong to the word.
#[inline]
fn ascii_word(bytes: &[u8]) -> Option<(usize, Shape)> {
    let (mut length, mut small, mut capitals) = (0, false, 0);
    for byte in bytes {
        match byte {
            b'a'..=b'z' => small = true,
            b'A'..=b'Z' => capitals += 1,
            b'0'..=b'9' => {}
            _ => break,
        }
        length += 1;
    }
    let plain_end = match bytes.get(length) {
        Some(b'.') => length > 1,
        Some(byte) => byte.is_ascii() && !matches!(byte, b'\'' | b'`'),
        None => true,
    };
    let shape = match bytes.first().filter(|_| plain_end && length > 0)? {
        b'0'..=b'9' => Shape::Number,
        b'a'..=b'z' => Shape::Lower,
        _ if capitals > 1 && !small => Shape::Upper,
        _ => Shape::Capital,
    };
    Some((length, shape))
}

/// A mark of ASCII that is no hyphen, no apostrophe and no white space.
fn ascii_mark(byte: u8) -> Option<(usize, Shape)> {
    (byte.is_ascii_punctuation() && !matches!(byte, b'-' | b'\'' | b'`')).then_some((1, Shape::Mark))
}

/// `’s` or `'s` that ends a word.
fn possessive(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let apostrophe = chars.next().filter(|&c| matches!(c, '\'' | '’'))?;
    let s = chars.next().filter(|c| matches!(c, 's' | 'S'))?;
    let ends = !chars.next().is_some_and(char::is_alphanumeric);
    ends.then_some(apostrophe.len_utf8() + s.len_utf8())
}

/// `U.S.`, `U.N.`, `a.m.`: single letters, each with its full stop.
fn dotted_initials(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let pairs = bytes.chunks_exact(2).take_while(|pair| pair[0].is_ascii_alphabetic() && pair[1] == b'.').count();
    let next_is_word = bytes.get(pairs * 2).is_some_and(u8::is_ascii_lowercase);
    (pairs >= 2 && !next_is_word).then_some(pairs * 2)
}

/// Letters and digits; an apostrophe between two letters belongs to the word (`Ba’ath`), a possessive `’s` does not.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let inside = c.is_alphanumeric() || is_combining(c) || (is_apostrophe(c) && joins_letters(&rest[at..]));
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{200d}' || c == '\u{ad}'
}

fn joins_letters(from_apostrophe: &str) -> bool {
    possessive(from_apostrophe).is_none() && from_apostrophe.chars().nth(1).is_some_and(char::is_alphabetic)
}

fn shape_of(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Number };
    let starts_with_digit = word.starts_with(|c: char| c.is_numeric());
    if starts_with_digit {
        return Shape::Number;
    }
    let mut rest = letters.peekable();
    let is_upper = first.is_uppercase() && rest.peek().is_some() && rest.all(char::is_uppercase);
    match () {
        () if is_upper => Shape::Upper,
        () if first.is_uppercase() => Shape::Capital,
        () => Shape::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, Shape, Gap)> {
        Tokens::of(text).iter().map(|token| (token.span.of(text).to_string(), token.shape, token.gap)).collect()
    }

    #[test]
    fn hyphens_are_gaps_and_possessives_stand_apart() {
        assert_eq!(
            words("Syria’s US-backed al-Ba’ah"),
            [
                ("Syria".into(), Shape::Capital, Gap::Break),
                ("’s".into(), Shape::Possessive, Gap::Nothing),
                ("US".into(), Shape::Upper, Gap::Space),
                ("backed".into(), Shape::Lower, Gap::Hyphen),
                ("al".into(), Shape::Lower, Gap::Space),
                ("Ba’ah".into(), Shape::Capital, Gap::Hyphen),
            ]
        );
    }

    #[test]
    fn initials_numbers_and_run_together_sentences() {
        let shapes: Vec<_> = words("U.S. 18km N4 stated.Moreover").into_iter().map(|(word, shape, _)| (word, shape)).collect();
        assert_eq!(
            shapes,
            [
                ("U.S.".into(), Shape::Upper),
                ("18km".into(), Shape::Number),
                ("N4".into(), Shape::Capital),
                ("stated".into(), Shape::Lower),
                (".".into(), Shape::Mark),
                ("Moreover".into(), Shape::Capital),
            ]
        );
    }

    #[test]
    fn the_first_hash_is_that_of_the_first_key() {
        for text in ["Wend News", "São Tomé", "al-Raqqa", "Ba’ath", "U.S. Steel", "O'Hare", "", "’s", "3M", &"Wend".repeat(20)] {
            assert_eq!(first_hash(text), word_hash(&first_key(text)), "{text}");
        }
    }

    #[test]
    fn keys_are_folded() {
        let tokens = Tokens::of("Ba’ath São ’");
        assert_eq!((tokens.key(0), tokens.key(1), tokens.key(2), tokens.key(9)), ("baath", "sao", "'", ""));
    }
}
