//! All words of all lists, so that each word of a text is looked up once: what the lists say of it, a bit each.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use xxhash_rust::xxh3::xxh3_64;

/// Of a token's folded key (XXH3, 64 bits: the lists have some 40,000 words, so two of them do not share one).
pub type WordHash = u64;

pub fn word_hash(key: &str) -> WordHash {
    xxh3_64(key.as_bytes())
}

/// Something of words, by their hashes.
pub type ByWord<T> = HashMap<WordHash, T, BuildHasherDefault<AsItIs>>;

/// Words by their hashes.
pub type WordSet = HashSet<WordHash, BuildHasherDefault<AsItIs>>;

/// A word's hash is as good as any: it is not hashed once more.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64(bytes);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What the lists say of a word: bits of [`mark`].
pub type Marks = u32;

/// A bit for each list of words, and two for each list of phrases: their first and their last words.
pub mod mark {
    use super::Marks;

    pub const GIVEN: Marks = 1;
    pub const DEMONYM: Marks = 1 << 1;
    pub const OPENER: Marks = 1 << 2;
    pub const CLUB_TOWN: Marks = 1 << 3;
    /// The first word of a name in the gazetteer, when it is written with a capital or a digit.
    pub const FORM: Marks = 1 << 4;
    /// The same, however it is written.
    pub const SMALL_FORM: Marks = 1 << 5;
    /// The first list of phrases; the others follow, two bits each.
    pub const PHRASES: u32 = 6;
    /// All first words of phrases.
    pub const BEGINS_PHRASE: Marks = 0x55555 << PHRASES;
    /// Given names that are taken up with `she`, and with `he`. Behind the ten lists of phrases.
    pub const WOMAN: Marks = 1 << 26;
    pub const MAN: Marks = 1 << 27;
}

#[derive(Debug, Default)]
pub struct Vocabulary {
    marks: ByWord<Marks>,
}

impl Vocabulary {
    pub fn with_room_for(words: usize) -> Self {
        Self { marks: ByWord::with_capacity_and_hasher(words, Default::default()) }
    }

    pub fn add(&mut self, hash: WordHash, marks: Marks) {
        *self.marks.entry(hash).or_default() |= marks;
    }

    #[inline]
    pub fn marks(&self, hash: WordHash) -> Marks {
        self.marks.get(&hash).copied().unwrap_or_default()
    }
}
