//! A query text to tokens with their places.

use crate::text::Span;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    Or,
    Not,
    /// A field and its colon (`place:`), as written without the colon.
    Field(String),
    Word(String),
    /// `"…"`; `closed` tells whether the second mark is there.
    Quoted {
        words: String,
        closed: bool,
    },
    /// `/…/`
    Regex(String),
}

pub(super) type Placed = (Token, Span);

/// The tokens of `text`. `is_field` knows which words are fields; any other word may hold a colon.
pub(super) fn lex(text: &str, is_field: impl Fn(&str) -> bool) -> Vec<Placed> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (token, length) = token(&text[at..], &is_field);
        tokens.push((token, Span::new(at, at + length)));
        at += length;
    }
    tokens
}

fn token(rest: &str, is_field: &impl Fn(&str) -> bool) -> (Token, usize) {
    match rest.as_bytes()[0] {
        b'(' => (Token::Open, 1),
        b')' => (Token::Close, 1),
        b'|' => (Token::Or, 1),
        b'-' => (Token::Not, 1),
        b'"' => {
            let (words, length, closed) = delimited(rest, '"');
            (Token::Quoted { words, closed }, length)
        }
        b'/' => {
            let (source, length, _) = delimited(rest, '/');
            (Token::Regex(source), length)
        }
        _ => word(rest, is_field),
    }
}

/// What stands between two marks (or to the end), and the bytes it takes with them.
fn delimited(rest: &str, mark: char) -> (String, usize, bool) {
    match rest[1..].find(mark) {
        Some(end) => (rest[1..=end].to_string(), end + 2, true),
        None => (rest[1..].to_string(), rest.len(), false),
    }
}

fn word(rest: &str, is_field: &impl Fn(&str) -> bool) -> (Token, usize) {
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|' | '"')).unwrap_or(rest.len());
    let word = &rest[..end];
    match word.split_once(':') {
        Some((field, _)) if is_field(field) => (Token::Field(field.to_ascii_lowercase()), field.len() + 1),
        _ => (Token::Word(word.to_string()), end),
    }
}
