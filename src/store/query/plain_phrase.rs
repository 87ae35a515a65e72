//! What tells of most texts sooner than an expression whether some words are in them. A hit has either nothing but ASCII letters, spaces
//! and hyphens, and such words are found many times faster; or somewhere in it an apostrophe or a character beyond ASCII, and then the
//! letters on both sides of that are letters of the words.

use regex::bytes::{Regex, RegexBuilder};
use std::iter;
use std::ops::Range;

/// Bytes that are looked at together.
const BLOCK: usize = 64;
/// Letters of the longest phrase that is looked for here: a bit for each.
const LONGEST: usize = 64;

/// Folded words of ASCII letters and signs.
#[derive(Clone, Debug)]
pub(super) struct PlainPhrase {
    /// Its longest word, small and large; and the words before it and after it.
    longest: Regex,
    before: Vec<Box<[u8]>>,
    after: Vec<Box<[u8]>>,
    /// For each byte of ASCII, a bit for each place of the phrase where it may stand.
    places: Box<[u64; 128]>,
    last: u64,
    spaces: u64,
}

impl PlainPhrase {
    /// Nothing for a phrase that is long or has letters beyond ASCII, or apostrophes.
    pub fn of(folded: &str) -> Option<Self> {
        let fits = folded.is_ascii() && (1..=LONGEST).contains(&folded.len()) && !folded.contains(['\'', '`']);
        let words: Vec<&str> = folded.split(' ').collect();
        let number = (0..words.len()).max_by_key(|number| words[*number].len())?;
        let longest = RegexBuilder::new(&regex::escape(words[number])).case_insensitive(true).unicode(false).build().ok()?;
        let places = |byte: u8| bits(folded.bytes().map(|letter| stands_for(byte, letter)));
        fits.then(|| Self {
            longest,
            before: words[..number].iter().map(|word| word.as_bytes().into()).collect(),
            after: words[number + 1..].iter().map(|word| word.as_bytes().into()).collect(),
            places: Box::new(std::array::from_fn(|byte| places(byte as u8))),
            last: 1 << (folded.len() - 1),
            spaces: bits(folded.bytes().map(|letter| letter == b' ')),
        })
    }

    /// Where the phrase stands in a text without anything beyond ASCII in it, in bytes; perhaps as a part of longer words.
    pub fn plain<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        let longest = iter::from_fn(move || {
            let found = self.longest.find_at(text, from)?.range();
            from = found.start + 1;
            Some(found)
        });
        longest.filter_map(|found| Some(self.start(text, found.start)?..self.end(text, found.end)?))
    }

    /// Where the phrase begins whose longest word begins at `at`.
    fn start(&self, text: &[u8], at: usize) -> Option<usize> {
        self.before.iter().rev().try_fold(at, |at, word| {
            let end = text[..at].iter().rposition(|byte| !is_space(*byte))? + 1;
            let start = end.checked_sub(word.len()).filter(|_| end < at)?;
            text[start..end].eq_ignore_ascii_case(word).then_some(start)
        })
    }

    /// Where the phrase ends whose longest word ends at `at`.
    fn end(&self, text: &[u8], at: usize) -> Option<usize> {
        self.after.iter().try_fold(at, |at, word| {
            let start = at + text[at..].iter().position(|byte| !is_space(*byte))?;
            let end = Some(start + word.len()).filter(|_| start > at)?;
            text.get(start..end)?.eq_ignore_ascii_case(word).then_some(end)
        })
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
        byte if letter == b' ' => is_space(byte),
        byte => byte.eq_ignore_ascii_case(&letter),
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r' | b'-')
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
