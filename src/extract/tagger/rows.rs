//! Rows of the table of weights that a word's features are hashed to: listed for training, added up at once for tagging.

use super::weights::{ROWS, TAGS, Weights};

/// Where rows go.
pub(super) trait Rows {
    fn row(&mut self, row: u32);
}

impl Rows for Vec<u32> {
    fn row(&mut self, row: u32) {
        self.push(row);
    }
}

/// What the weights of rows add up to, all tags at once: a weight counts from 0 to 255 in a lane of sixteen bits, so that no lane
/// runs over into the next in 257 rows, twice as many as a word has.
pub(super) struct Sum<'w> {
    weights: &'w Weights,
    even: u64,
    odd: u64,
    rows: i16,
}

/// Every second byte.
const LANES: u64 = 0x00ff_00ff_00ff_00ff;
/// The signs of eight bytes: turned around, -128 counts as 0.
const SIGNS: u64 = 0x8080_8080_8080_8080;

impl<'w> Sum<'w> {
    pub fn of(weights: &'w Weights) -> Self {
        Self { weights, even: 0, odd: 0, rows: 0 }
    }

    pub fn scores(&self) -> [i16; TAGS] {
        let lanes = |tag: usize| if tag.is_multiple_of(2) { self.even } else { self.odd };
        std::array::from_fn(|tag| ((lanes(tag) >> (tag / 2 * 16) & 0xffff) as i32 - i32::from(self.rows) * 128) as i16)
    }
}

impl Rows for Sum<'_> {
    #[inline]
    fn row(&mut self, row: u32) {
        let counted = self.weights.row(row) ^ SIGNS;
        self.even += counted & LANES;
        self.odd += counted >> 8 & LANES;
        self.rows += 1;
    }
}

/// Turns features into rows; each call is a template of its own.
pub(super) struct Sink<'r, R> {
    pub rows: &'r mut R,
    pub template: u64,
}

impl<R: Rows> Sink<'_, R> {
    #[inline]
    pub fn add(&mut self, one: u64, other: u64) {
        self.template += 1;
        let mixed = (one ^ other.rotate_left(29) ^ self.template.wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        self.rows.row((mixed >> 40) as u32 & (ROWS as u32 - 1));
    }

    /// A feature only where a bit is set: a template for each of the first `bits` bits of each set.
    #[inline]
    pub fn flags<const SETS: usize>(&mut self, sets: [u64; SETS], bits: u32) {
        let first = self.template;
        let mut left = sets.iter().fold(0, |left, set| left | set);
        while left != 0 {
            let bit = left.trailing_zeros();
            left &= left - 1;
            for (number, _) in sets.iter().enumerate().filter(|(_, set)| *set >> bit & 1 == 1) {
                self.template = first + u64::from(bit) * SETS as u64 + number as u64;
                self.add(1, 0);
            }
        }
        self.template = first + u64::from(bits) * SETS as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_the_sum_of_its_rows() {
        let bytes: Vec<u8> = (0..Weights::LENGTH).map(|at| (at * 7919 % 251) as u8).collect();
        let weights = Weights::new(bytes.clone());
        for count in [0, 1, 2, 256] {
            let rows: Vec<u32> = (0..count).map(|number| number * 104_729 % ROWS as u32).chain([ROWS as u32 - 1]).collect();
            let mut sum = Sum::of(&weights);
            rows.iter().for_each(|&row| sum.row(row));
            let plain = |tag: usize| rows.iter().map(|&row| i32::from(bytes[row as usize * TAGS + tag] as i8)).sum::<i32>();
            assert_eq!(sum.scores().map(i32::from), std::array::from_fn(plain));
        }
    }

    #[test]
    fn flags_are_the_features_of_their_bits() {
        let (mut flags, mut plain) = (Vec::new(), Vec::new());
        let mut sink = Sink { rows: &mut flags, template: 3 };
        sink.flags([0b101, 0b001], 4);
        sink.add(7, 0);
        for template in [3, 4, 7] {
            Sink { rows: &mut plain, template }.add(1, 0);
        }
        Sink { rows: &mut plain, template: 11 }.add(7, 0);
        assert_eq!(flags, plain);
    }
}
