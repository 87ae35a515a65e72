//! A short text as five numbers, so that all places of a letter are found at once: bit n of number b is bit b of the code of letter n.
//! Where a letter stands is what the five agree on (a bit-sliced text; the shifts by which a word is then found are those of Baeza-Yates
//! and Gonnet, 1992).

use super::plain::{AT_TEXT, AT_WORD, FIRST, FOLLOWING, GAP, MATCHED, NONE};

/// Letters a text may have.
const LONGEST: usize = 64;
const PLANES: usize = 5;
const SPACE: u8 = 1;

/// A text of at most 64 of a–z and spaces.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Planes([u64; PLANES]);

/// The planes of a column of texts. Nearly all names have at most 32 letters, and half as much memory is read in half the time.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaneTable {
    /// Zeros for what has no planes; for what is longer its number in `long`, and letters of a code that there is not.
    short: Vec<[u32; PLANES]>,
    long: Vec<Planes>,
}

impl PlaneTable {
    /// Adds a text.
    pub fn push(&mut self, text: &str) {
        let planes = Planes::of(text).unwrap_or_default();
        if planes.length() <= u32::BITS as usize {
            return self.short.push(planes.0.map(|plane| plane as u32));
        }
        self.short.push([self.long.len() as u32, u32::MAX, u32::MAX, u32::MAX, u32::MAX]);
        self.long.push(planes);
    }

    /// The planes of a row; empty where the text is too long or not plain.
    pub fn get(&self, row: usize) -> Planes {
        match self.short[row] {
            [number, u32::MAX, u32::MAX, u32::MAX, u32::MAX] => self.long[number as usize],
            short => Planes(short.map(u64::from)),
        }
    }
}

/// A word of a–z.
#[derive(Clone, Debug)]
pub(super) struct Sought {
    first: [u64; PLANES],
    rest: Vec<[u64; PLANES]>,
}

/// How a word stands in a text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Not all letters are there in order: no longer word can be found either.
    Never,
    No,
    /// In one piece from this letter on. `elsewhere`: its first letter also stands where SkimMatcherV2 may like it better.
    Together {
        at: u32,
        begins_word: bool,
        elsewhere: bool,
    },
    /// In order, near one another, from each of these places on.
    Near(u64),
    /// Perhaps as letters that begin words.
    Initials,
}

impl Planes {
    /// Nothing for a text that is too long or has anything but a–z and spaces.
    pub fn of(text: &str) -> Option<Self> {
        let mut planes = [0; PLANES];
        if text.len() > LONGEST {
            return None;
        }
        for (at, letter) in text.bytes().enumerate() {
            let code = code(letter)?;
            (0..).zip(&mut planes).for_each(|(bit, plane)| *plane |= u64::from(code >> bit & 1) << at);
        }
        Some(Self(planes))
    }

    /// Letters and spaces of the text.
    pub fn length(&self) -> usize {
        (u64::BITS - self.used().leading_zeros()) as usize
    }

    /// There is no text.
    pub fn are_empty(&self) -> bool {
        self.used() == 0
    }

    /// A bit for each letter and space.
    fn used(&self) -> u64 {
        self.0.iter().fold(0, |used, plane| used | plane)
    }

    /// Where a letter stands; `wanted` is its code, each bit spread over a number.
    fn places(&self, wanted: &[u64; PLANES]) -> u64 {
        let differ = (0..PLANES).fold(0, |differ, bit| differ | self.0[bit] ^ wanted[bit]);
        !differ
    }

    fn beginnings(&self) -> u64 {
        self.places(&spread(SPACE)) << 1 | 1
    }
}

fn code(letter: u8) -> Option<u8> {
    match letter {
        b' ' => Some(SPACE),
        b'a'..=b'z' => Some(letter - b'a' + SPACE + 1),
        _ => None,
    }
}

fn spread(code: u8) -> [u64; PLANES] {
    std::array::from_fn(|bit| if code >> bit & 1 == 1 { u64::MAX } else { 0 })
}

impl Sought {
    /// Nothing for a word with anything but a–z.
    pub fn of(word: &str) -> Option<Self> {
        let codes: Option<Vec<_>> = word.bytes().map(|letter| code(letter).filter(|code| *code != SPACE).map(spread)).collect();
        let mut codes = codes?.into_iter();
        Some(Self { first: codes.next()?, rest: codes.collect() })
    }

    fn length(&self) -> u32 {
        1 + self.rest.len() as u32
    }

    /// How the word stands in a text.
    pub fn stand(&self, text: &Planes) -> Stand {
        let first = text.places(&self.first);
        let (mut at, mut together) = (first.trailing_zeros(), first);
        if first == 0 {
            return Stand::Never;
        }
        for (number, letter) in (1..).zip(&self.rest) {
            let places = text.places(letter);
            together &= places >> number;
            let after = places & after(at);
            if after == 0 {
                return Stand::Never;
            }
            at = after.trailing_zeros();
        }
        self.placed(text, first, together)
    }

    /// The same for a text that has the letters in order, the first in the places `first`, all in one piece from those in `together`.
    fn placed(&self, text: &Planes, first: u64, together: u64) -> Stand {
        let beginnings = text.beginnings();
        if together & beginnings != 0 {
            let at = (together & beginnings).trailing_zeros();
            return Stand::Together { at, begins_word: true, elsewhere: at > 0 && first & 1 == 1 };
        }
        if together != 0 && self.length() > 2 {
            return Stand::Together { at: together.trailing_zeros(), begins_word: false, elsewhere: first & beginnings != 0 };
        }
        match self.near(text, if self.length() > 3 { first } else { first & beginnings }) {
            0 if self.are_initials(text, beginnings) => Stand::Initials,
            0 => Stand::No,
            near => Stand::Near(near),
        }
    }

    /// Of the places of the first letter those from which the others follow within twice the length of the word.
    fn near(&self, text: &Planes, starts: u64) -> u64 {
        let mut near = 0;
        for start in Places(starts) {
            let Some(end) = self.end(text, start) else { break };
            if end - start <= 2 * self.length() {
                near |= 1 << start;
            }
        }
        near
    }

    /// Where the last letter stands when the first stands at `at` and each other as early as it can.
    fn end(&self, text: &Planes, at: u32) -> Option<u32> {
        self.rest.iter().try_fold(at, |at, letter| match text.places(letter) & after(at) {
            0 => None,
            places => Some(places.trailing_zeros()),
        })
    }

    /// SkimMatcherV2's score of the word in the whole text, which has it in one piece.
    pub fn aligned(&self, text: &Planes) -> i32 {
        self.aligned_in(text, u64::MAX, text.beginnings())
    }

    /// Its score of the best of the windows that begin at `starts`.
    pub fn aligned_near(&self, text: &Planes, starts: u64) -> i32 {
        let (beginnings, width) = (text.beginnings(), 2 * self.length() + 1);
        let window = |start: u32| u64::MAX << start & !u64::MAX.checked_shl(start + width).unwrap_or_default();
        Places(starts).map(|start| self.aligned_in(text, window(start), beginnings)).max().unwrap_or_default()
    }

    /// The best score of an alignment within a window, letter by letter of the word: a place of a letter goes on from the place of the
    /// letter before it, or from the best of those farther back.
    fn aligned_in(&self, text: &Planes, window: u64, beginnings: u64) -> i32 {
        let bonus = |at: u32| {
            if window >> at & 1 == 1 && at == window.trailing_zeros() { AT_TEXT } else { AT_WORD * (beginnings >> at & 1) as i32 }
        };
        let (mut scores, mut before) = ([0; LONGEST], text.places(&self.first) & window);
        Places(before).for_each(|at| scores[at as usize] = FIRST + bonus(at));
        for letter in &self.rest {
            let (places, mut left, mut farther) = (text.places(letter) & after(before.trailing_zeros()) & window, before, NONE);
            let last = scores;
            for at in Places(places) {
                let near = 1 << (at - 1);
                for other in Places(left & (near - 1)) {
                    farther = farther.max(last[other as usize] + other as i32);
                }
                left &= !(near - 1);
                let following = if before & near != 0 { last[at as usize - 1] + FOLLOWING.max(bonus(at)) } else { NONE };
                scores[at as usize] = MATCHED + following.max(farther - at as i32 - GAP + 2 + bonus(at));
            }
            before = places;
        }
        Places(before).map(|at| scores[at as usize]).max().unwrap_or_default()
    }

    /// Each letter begins a word, in order; it may still be that too many words stand between.
    fn are_initials(&self, text: &Planes, beginnings: u64) -> bool {
        let mut left = text.places(&self.first) & beginnings;
        for letter in &self.rest {
            if left == 0 {
                return false;
            }
            left = text.places(letter) & beginnings & after(left.trailing_zeros());
        }
        left != 0 && !self.rest.is_empty()
    }
}

/// All places after one.
fn after(at: u32) -> u64 {
    u64::MAX << at << 1
}

/// The numbers of the bits that are set.
pub(super) struct Places(pub u64);

impl Iterator for Places {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let at = (self.0 != 0).then(|| self.0.trailing_zeros());
        self.0 &= self.0.wrapping_sub(1);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_gives_back_the_planes_of_every_text_however_long() {
        let texts = ["mira holt", "", "p.o. box", &"pz ".repeat(21), &"z".repeat(32), &"a".repeat(64), &"a".repeat(65)];
        let mut table = PlaneTable::default();
        texts.iter().for_each(|text| table.push(text));
        for (row, text) in texts.iter().enumerate() {
            assert_eq!(table.get(row), Planes::of(text).unwrap_or_default(), "{text}");
        }
    }

    #[test]
    fn letters_together_are_seen_at_the_beginning_of_a_word_first() {
        let stand = |text, word| Sought::of(word).expect("plain").stand(&Planes::of(text).expect("short"));
        assert_eq!(stand("amira mirov", "mir"), Stand::Together { at: 6, begins_word: true, elsewhere: false });
        assert_eq!(stand("amirov", "mir"), Stand::Together { at: 1, begins_word: false, elsewhere: false });
        assert_eq!(stand("mixed amir", "mir"), Stand::Together { at: 7, begins_word: false, elsewhere: true });
        assert_eq!(stand("holt", "lo"), Stand::Never);
        assert_eq!(stand("holt", "ol"), Stand::No);
        assert_eq!(stand("haon tao", "hat"), Stand::Near(1));
        assert_eq!(stand("hay tah sham", "hts"), Stand::Initials);
    }
}
