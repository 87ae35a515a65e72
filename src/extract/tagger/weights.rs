//! The tags, and a weight for each of them in each row of hashed features.

use super::rows::Rows;
use crate::model::Kind;

/// Rows of the table: features are hashed into them (Weinberger et al. 2009).
pub(crate) const ROWS: usize = 1 << 18;
pub(crate) const TAGS: usize = 7;

/// Outside a name, or the beginning or the inside of one of some kind.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag(pub u8);

impl Tag {
    pub const OUTSIDE: Tag = Tag(0);

    pub fn begins(kind: Kind) -> Self {
        Tag(1 + 2 * kind as u8)
    }

    pub fn inside(kind: Kind) -> Self {
        Tag(2 + 2 * kind as u8)
    }

    pub fn kind(self) -> Option<Kind> {
        self.0.checked_sub(1).map(|tag| Kind::ALL[usize::from(tag / 2)])
    }

    pub fn goes_on(self) -> bool {
        self.0 > 0 && self.0.is_multiple_of(2)
    }

    /// An inside follows only its own kind.
    pub fn may_follow(self, before: Tag) -> bool {
        !self.goes_on() || before.kind() == self.kind()
    }
}

/// Transitions by the tag before; the last row is the beginning of a stretch. What may not follow has [`NEVER`].
pub(crate) type Transitions = [[i32; TAGS]; TAGS + 1];

/// A score far below any that weights can add up to.
const NEVER: i32 = i32::MIN / 64;

/// The table of all transitions, by their weight where they are allowed.
pub(crate) fn transitions(weight: impl Fn(usize, usize) -> i32) -> Transitions {
    let tag_before = |before: usize| if before == TAGS { Tag::OUTSIDE } else { Tag(before as u8) };
    let step = |before: usize, tag: usize| if Tag(tag as u8).may_follow(tag_before(before)) { weight(before, tag) } else { NEVER };
    std::array::from_fn(|before| std::array::from_fn(|tag| step(before, tag)))
}

/// A weight of one byte for each row and tag, in a file without a head: [`ROWS`] × [`TAGS`], then the transitions.
pub(crate) struct Weights {
    /// A row's weights side by side, a byte a tag, that of the first tag lowest. A weight of -128 is 0 there: nothing is negative, so
    /// that rows can be added as they are.
    rows: Box<[u64; ROWS]>,
    transitions: Transitions,
}

/// The signs of eight bytes.
const SIGNS: u64 = 0x8080_8080_8080_8080;
/// Every second byte.
const LANES: u64 = 0x00ff_00ff_00ff_00ff;

impl Weights {
    pub const LENGTH: usize = (ROWS + TAGS + 1) * TAGS;

    /// # Panics
    /// When the file inside the program has another length: it was not made by this version's training.
    pub fn new(bytes: &[u8]) -> Self {
        assert_eq!(bytes.len(), Self::LENGTH, "assets/tagger/weights.bin is of another version: train it again");
        let raised = |&[a, b, c, d, e, f, g]: &[u8; TAGS]| u64::from_le_bytes([a, b, c, d, e, f, g, 0]) ^ SIGNS;
        let (rows, _) = bytes.as_chunks();
        let transition = |before: usize, tag: usize| i32::from(bytes[(ROWS + before) * TAGS + tag] as i8);
        let rows: Box<[u64]> = rows[..ROWS].iter().map(raised).collect();
        Self { rows: rows.try_into().expect("so many rows were taken"), transitions: transitions(transition) }
    }

    /// `before` and the rows that `features` gives.
    #[inline(always)]
    pub(super) fn added(&self, before: Added, features: impl FnOnce(&mut Sum)) -> Added {
        let mut sum = Sum { weights: self, added: before };
        features(&mut sum);
        sum.added
    }

    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }
}

/// What the weights of some rows add up to for each tag, all tags at once: each has a lane of sixteen bits, which runs over into the
/// next from 257 rows on, more than a word has.
#[derive(Copy, Clone, Default)]
pub(super) struct Added {
    even: u64,
    odd: u64,
    rows: i32,
}

/// Adds a row as soon as it is known, so that the memory it lies in is waited for while the next ones are worked out.
pub(super) struct Sum<'w> {
    weights: &'w Weights,
    added: Added,
}

impl Rows for Sum<'_> {
    #[inline(always)]
    fn take(&mut self, row: u32) {
        let weights = self.weights.rows[row as usize % ROWS];
        self.added.even += weights & LANES;
        self.added.odd += weights >> 8 & LANES;
        self.added.rows += 1;
    }
}

impl Added {
    #[inline]
    pub fn scores(&self) -> [i32; TAGS] {
        let lane = |tag: usize| (if tag.is_multiple_of(2) { self.even } else { self.odd }) >> (tag / 2 * 16) & 0xffff;
        std::array::from_fn(|tag| lane(tag) as i32 - self.rows * 128)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_the_sum_of_its_rows() {
        let bytes: Vec<u8> = (0..Weights::LENGTH).map(|at| (at * 7919 % 251) as u8).collect();
        let weights = Weights::new(&bytes);
        for count in [0, 1, 2, 256] {
            let rows: Vec<u32> = (0..count).map(|number| number * 104_729 % ROWS as u32).chain([ROWS as u32 - 1]).take(256).collect();
            let plain = |tag: usize| rows.iter().map(|&row| i32::from(bytes[row as usize * TAGS + tag] as i8)).sum::<i32>();
            let added = weights.added(Added::default(), |sum| rows.iter().for_each(|&row| sum.take(row)));
            assert_eq!(added.scores(), std::array::from_fn(plain));
        }
    }
}
