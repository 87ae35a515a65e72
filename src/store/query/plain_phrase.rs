//! What tells of most texts sooner than an expression whether some words are in them. A hit has either nothing but ASCII letters, spaces
//! and hyphens, and such words are found many times faster; or somewhere in it an apostrophe or a character beyond ASCII, and then the
//! letters on both sides of that are letters of the words.

use regex::bytes::{Regex, RegexBuilder};
use std::iter;

/// Bytes that are looked at together.
const BLOCK: usize = 64;
/// Letters of the longest phrase that is looked for here: a bit for each.
const LONGEST: usize = 64;

/// Folded words of ASCII letters and signs.
#[derive(Clone, Debug)]
pub(super) struct PlainPhrase {
    /// All of it, where every letter is plain; small and large.
    all: Regex,
    /// Its longest word, without which there is none of it.
    longest: Regex,
    /// For each byte of ASCII, a bit for each place of the phrase where it may stand.
    places: Box<[u64; 128]>,
    last: u64,
    spaces: u64,
}

impl PlainPhrase {
    /// Nothing for a phrase that is long or has letters beyond ASCII, or apostrophes.
    pub fn of(folded: &str) -> Option<Self> {
        let fits = folded.is_ascii() && (1..=LONGEST).contains(&folded.len()) && !folded.contains(['\'', '`']);
        let compiled = |source: &str| RegexBuilder::new(source).case_insensitive(true).unicode(false).build().ok();
        let words: Vec<String> = folded.split(' ').map(regex::escape).collect();
        let longest = words.iter().max_by_key(|word| word.len())?;
        let places = |byte: u8| bits(folded.bytes().map(|letter| stands_for(byte, letter)));
        let (places, last) = (Box::new(std::array::from_fn(|byte| places(byte as u8))), 1 << (folded.len().clamp(1, LONGEST) - 1));
        let spaces = bits(folded.bytes().map(|letter| letter == b' '));
        fits.then_some(Self { all: compiled(&words.join(r"[\s\-]+"))?, longest: compiled(longest)?, places, last, spaces })
    }

    /// Where the phrase stands in a text without anything beyond ASCII in it.
    pub fn plain(&self, text: &[u8]) -> Option<&Regex> {
        self.longest.is_match(text).then_some(&self.all)
    }

    /// The phrase may be in a text with anything but plain letters. Never false where it is.
    pub fn may_be_marked(&self, text: &[u8]) -> bool {
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let blocks = (0..).step_by(BLOCK).zip(blocks.iter().chain(iter::once(&last)));
        blocks.flat_map(|(from, block)| numbers(marks(block)).map(move |at| from + at as usize)).any(|at| self.may_hold(text, at))
    }

    /// What stands at `at` may be in the phrase, for what stands beside it.
    fn may_hold(&self, text: &[u8], at: usize) -> bool {
        if is_sign(&text[at..]) {
            return false;
        }
        let end = at + 1 + text[at + 1..].iter().take_while(|byte| (0x80..0xc0).contains(*byte)).count();
        let (before, after) = (self.places(text[..at].last()), self.places(text.get(end)));
        // Between two letters, or as one of the spaces; instead of a letter; as a mark of the last one.
        let between = before << 1 & after | before & after & self.spaces;
        let instead = (before << 1 | 1) & (after >> 1 | self.last);
        between != 0 || text[at] >= 0x80 && (instead != 0 || before & self.last != 0)
    }

    /// The places of a letter; all of them where it is beyond ASCII or an apostrophe, none beyond the text.
    fn places(&self, byte: Option<&u8>) -> u64 {
        byte.map_or(0, |byte| self.places.get(usize::from(*byte)).copied().unwrap_or(u64::MAX))
    }
}

fn stands_for(byte: u8, letter: u8) -> bool {
    match byte {
        b'\'' | b'`' => true,
        b' ' | b'\t'..=b'\r' | b'-' if letter == b' ' => true,
        byte => byte.eq_ignore_ascii_case(&letter),
    }
}

/// A dash, a quotation mark or three dots, of which texts have most beyond ASCII and no words have any.
fn is_sign(text: &[u8]) -> bool {
    matches!(text, [0xe2, 0x80, 0x93..=0x95 | 0x9c..=0x9f | 0xa6, ..])
}

/// A bit for each that is true, of at most 64.
fn bits(are: impl Iterator<Item = bool>) -> u64 {
    (0..).zip(are.take(LONGEST)).fold(0, |bits, (at, is)| bits | u64::from(is) << at)
}

/// A bit for each byte that is an apostrophe or begins a character beyond ASCII.
fn marks(block: &[u8; BLOCK]) -> u64 {
    let marked = block.map(|byte| u8::from(byte >= 0xc0 || byte == b'\'' || byte == b'`'));
    let (eights, _) = marked.as_chunks::<8>();
    // The product brings the lowest bits of eight bytes together in the highest byte.
    let bits = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    if marked == [0; BLOCK] { 0 } else { (0..).step_by(8).zip(eights).fold(0, |all, (at, eight)| all | bits(eight) << at) }
}

/// The numbers of the bits that are set.
fn numbers(mut bits: u64) -> impl Iterator<Item = u32> {
    iter::from_fn(move || {
        let number = (bits != 0).then(|| bits.trailing_zeros());
        bits &= bits.wrapping_sub(1);
        number
    })
}
