//! Words met before, without the words: Bloom filters (Bloom 1970) of surnames, given names, words of places, and words written small.

use super::super::vocabulary::word_hash;
use std::borrow::Cow;
/// What a word is known as. Filters err on one word in a few hundred, and then say too much, never too little.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    Given,
    Surname,
    Place,
    /// Written in small letters somewhere in the texts the tagger learnt from.
    Small,
}

/// Bytes of each filter, in the order of [`Known`]: about ten bits a word.
const LENGTHS: [usize; 4] = [24 << 10, 104 << 10, 48 << 10, 24 << 10];
/// Bits set for a word.
const PROBES: u32 = 5;

/// The filters, one behind the other.
pub(crate) struct KnownWords(Cow<'static, [u8]>);

impl KnownWords {
    pub const LENGTH: usize = LENGTHS[0] + LENGTHS[1] + LENGTHS[2] + LENGTHS[3];

    /// # Panics
    /// When the file inside the program has another length: it was not made by this version's training.
    pub fn new(bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        let bytes = bytes.into();
        assert_eq!(bytes.len(), Self::LENGTH, "assets/tagger/words.bin is of another version: train it again");
        Self(bytes)
    }

    /// Whether the word with this hash is known as `known`.
    #[inline]
    pub fn has(&self, known: Known, hash: u64) -> bool {
        bits(known, hash).all(|bit| self.0[bit / 8] & (1 << (bit % 8)) != 0)
    }

    /// All that the word with this hash is known as, a bit for each in the order of [`Known`].
    pub fn all(&self, hash: u64) -> u8 {
        let kinds = [Known::Given, Known::Surname, Known::Place, Known::Small];
        kinds.into_iter().fold(0, |all, known| all | u8::from(self.has(known, hash)) << known as u8)
    }

    /// Adds a word to filters that are being made.
    pub fn add(filters: &mut [u8], known: Known, word: &str) {
        bits(known, word_hash(word)).for_each(|bit| filters[bit / 8] |= 1 << (bit % 8));
    }
}

/// The bits of a word in the file of all filters (double hashing, Kirsch and Mitzenmacher 2006).
#[inline(always)]
fn bits(known: Known, hash: u64) -> impl Iterator<Item = usize> {
    let length = LENGTHS[known as usize] as u64 * 8;
    let before = LENGTHS[..known as usize].iter().sum::<usize>() * 8;
    let (one, two) = (hash & 0xffff_ffff, hash >> 32);
    (0..u64::from(PROBES)).map(move |probe| before + ((one + probe * (two | 1)) % length) as usize)
}
