//! What tells of most texts sooner than an expression whether some words are in them. A hit has either nothing but ASCII letters, spaces
//! and hyphens, and such words are found many times faster; or somewhere in it an apostrophe or a character beyond ASCII, and then the
//! letters on both sides of that are letters of the words.

use regex::bytes::{Regex, RegexBuilder};
use std::iter;
use std::ops::Range;

/// The lowest and the highest bit of each of eight bytes.
const LOWEST: u64 = u64::from_ne_bytes([1; 8]);
const HIGHEST: u64 = LOWEST << 7;
/// Letters of the longest phrase that is looked for here: a bit for each.
const LONGEST: usize = 64;

/// Folded words of ASCII letters and signs.
#[derive(Clone, Debug)]
pub(super) struct PlainPhrase {
    /// Its longest word, small and large; and the words before it and after it.
    longest: Regex,
    before: Vec<Box<[u8]>>,
    after: Vec<Box<[u8]>>,
    /// For each byte, a bit for each place of the phrase where it may stand; one beyond ASCII, or an apostrophe, may stand at any.
    places: Box<[u64; 256]>,
    last: u64,
    spaces: u64,
    bounded: Bounded,
}

/// Which ends of a phrase must be those of words.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Bounded {
    pub start: bool,
    pub end: bool,
}

impl PlainPhrase {
    /// Nothing for a phrase that is long or has letters beyond ASCII, or apostrophes.
    pub fn of(folded: &str, bounded: Bounded) -> Option<Self> {
        let fits = folded.is_ascii() && (1..=LONGEST).contains(&folded.len()) && !folded.contains(['\'', '`']);
        let words: Vec<&str> = folded.split(' ').collect();
        let number = (0..words.len()).max_by_key(|number| words[*number].len())?;
        let longest = RegexBuilder::new(&regex::escape(words[number])).case_insensitive(true).unicode(false).build().ok()?;
        let places = |byte: u8| bits(folded.bytes().map(|letter| byte >= 0x80 || stands_for(byte, letter)));
        fits.then(|| Self {
            longest,
            before: words[..number].iter().map(|word| word.as_bytes().into()).collect(),
            after: words[number + 1..].iter().map(|word| word.as_bytes().into()).collect(),
            places: Box::new(std::array::from_fn(|byte| places(byte as u8))),
            last: 1 << (folded.len() - 1),
            spaces: bits(folded.bytes().map(|letter| letter == b' ')),
            bounded,
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
        let (eights, rest) = text.as_chunks::<8>();
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        let mut eights = (0..).step_by(8).zip(eights.iter().chain(iter::once(&last)));
        eights.any(|(from, eight)| numbers(marks(eight)).any(|bit| self.may_hold(text, from + bit as usize / 8)))
    }

    /// What stands at `at` may be in the phrase, for the letters on either side: first of all for the next ones, which tells of nearly all.
    fn may_hold(&self, text: &[u8], at: usize) -> bool {
        let (before, after) = (&text[..at], &text[(at + text[at].leading_ones().max(1) as usize).min(text.len())..]);
        let edges = (self.first_after(before.last()), self.last_before(after.first()));
        let joins = |before, after| self.joins(before, after, edges, text[at] >= 0x80);
        joins(self.places(before.last()), self.places(after.first()))
            && !is_sign(&text[at..])
            && joins(self.before(before), self.after(after))
    }

    /// Something may stand between a letter that has the places `before` and one that has the places `after`: between two letters, or as
    /// one of the spaces; a letter also instead of one, or as a mark of the last one.
    fn joins(&self, before: u64, after: u64, (first, last): (u64, u64), is_letter: bool) -> bool {
        let between = before << 1 & after | before & after & self.spaces;
        let instead = (before << 1 | first) & (after >> 1 | last);
        between != 0 || is_letter && (instead | before & self.last) != 0
    }

    /// The places where the last letter of a text may stand, for the one before it.
    fn before(&self, text: &[u8]) -> u64 {
        let other = text.len().checked_sub(2).map(|at| &text[at]);
        let places = self.places(other);
        self.places(text.last()) & (places << 1 | places & self.spaces | self.first_after(other))
    }

    /// The places where the first letter of a text may stand, for the one after it.
    fn after(&self, text: &[u8]) -> u64 {
        let other = text.get(1);
        let places = self.places(other);
        self.places(text.first()) & (places >> 1 | places & self.spaces | self.last_before(other))
    }

    /// The first place of the phrase, if it may stand after this byte.
    fn first_after(&self, byte: Option<&u8>) -> u64 {
        u64::from(!(self.bounded.start && byte.is_some_and(u8::is_ascii_alphanumeric)))
    }

    /// The last place of the phrase, if it may stand before this byte.
    fn last_before(&self, byte: Option<&u8>) -> u64 {
        if self.bounded.end && byte.is_some_and(u8::is_ascii_alphanumeric) { 0 } else { self.last }
    }

    /// The places of a letter; none beyond the text.
    fn places(&self, byte: Option<&u8>) -> u64 {
        byte.map_or(0, |byte| self.places[usize::from(*byte)])
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

/// The highest bit of each byte that is an apostrophe or begins a character beyond ASCII, and perhaps that of another behind one of them
/// (the zero byte of a word, as in Warren, Hacker's Delight, 6-1).
fn marks(eight: &[u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(*eight);
    let are = |letter: u8| {
        let differ = bytes ^ (LOWEST * u64::from(letter));
        differ.wrapping_sub(LOWEST) & !differ & HIGHEST
    };
    bytes & bytes << 1 & HIGHEST | are(b'\'') | are(b'`')
}

/// The numbers of the bits that are set.
fn numbers(mut bits: u64) -> impl Iterator<Item = u32> {
    iter::from_fn(move || {
        let number = (bits != 0).then(|| bits.trailing_zeros());
        bits &= bits.wrapping_sub(1);
        number
    })
}
