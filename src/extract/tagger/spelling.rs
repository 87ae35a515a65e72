//! How a word is spelt: its first and last letters, and its kinds of characters.

use xxhash_rust::xxh3::xxh3_64;

pub(super) fn prefix(key: &str, letters: usize) -> u64 {
    let end = if key.is_ascii() { letters.min(key.len()) } else { key.char_indices().nth(letters).map_or(key.len(), |(at, _)| at) };
    xxh3_64(&key.as_bytes()[..end]) ^ letters as u64
}

pub(super) fn suffix(key: &str, letters: usize) -> u64 {
    let nth = || key.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    let start = if key.is_ascii() { key.len().saturating_sub(letters) } else { nth() };
    xxh3_64(&key.as_bytes()[start..]) ^ letters as u64
}

/// `Xx`, `XX`, `X.`, `Xx9`: kinds of characters, repeats once.
pub(super) fn word_form(word: &str) -> u64 {
    if word.is_ascii() { form(word.bytes().map(|byte| KINDS[usize::from(byte)])) } else { form(word.chars().map(kind)) }
}

fn form(kinds: impl Iterator<Item = u8>) -> u64 {
    let (mut form, mut last) = (0, 0);
    for kind in kinds {
        if kind != last {
            form = form * 5 + u64::from(kind);
            last = kind;
        }
    }
    form
}

/// Capitals, small letters, figures, all others.
fn kind(c: char) -> u8 {
    match () {
        () if c.is_uppercase() => 1,
        () if c.is_lowercase() => 2,
        () if c.is_numeric() => 3,
        () => 4,
    }
}

/// The same of ASCII.
const KINDS: [u8; 128] = {
    let mut kinds = [4; 128];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = match byte as u8 {
            b'A'..=b'Z' => 1,
            b'a'..=b'z' => 2,
            b'0'..=b'9' => 3,
            _ => 4,
        };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_ascii_are_kinds_of_characters() {
        assert!((0..128).all(|byte: u8| KINDS[usize::from(byte)] == kind(char::from(byte))));
        assert_eq!(word_form("McTarn9"), word_form("ŁçTárn½"));
    }
}
