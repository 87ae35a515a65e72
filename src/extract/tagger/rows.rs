//! The rows of the table of weights that a word's features are hashed to.

use super::weights::ROWS;

/// What takes the rows of a word's features, one after the other.
pub(super) trait Rows {
    fn take(&mut self, row: u32);
}

impl Rows for Vec<u32> {
    fn take(&mut self, row: u32) {
        self.push(row);
    }
}

/// Turns features into rows; each call is a template of its own.
pub(super) struct Sink<'r, R> {
    pub rows: &'r mut R,
    pub template: u64,
}

impl<R: Rows> Sink<'_, R> {
    #[inline(always)]
    pub fn add(&mut self, one: u64, other: u64) {
        self.template += 1;
        let mixed = (one ^ other.rotate_left(29) ^ self.template.wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        self.rows.take((mixed >> 40) as u32 & (ROWS as u32 - 1));
    }

    /// A feature only where a bit is set: a template for each of the first `bits` bits of each set.
    #[inline]
    pub fn flags<const SETS: usize>(&mut self, sets: [u64; SETS], bits: u32) {
        let first = self.template;
        for (number, mut left) in (0..).zip(sets) {
            while left != 0 {
                self.template = first + u64::from(left.trailing_zeros()) * SETS as u64 + number;
                self.add(1, 0);
                left &= left - 1;
            }
        }
        self.template = first + u64::from(bits) * SETS as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_the_features_of_their_bits() {
        let (mut flags, mut plain) = (Vec::new(), Vec::new());
        let mut sink = Sink { rows: &mut flags, template: 3 };
        sink.flags([0b101, 0b001], 4);
        sink.add(7, 0);
        for template in [3, 7, 4] {
            Sink { rows: &mut plain, template }.add(1, 0);
        }
        Sink { rows: &mut plain, template: 11 }.add(7, 0);
        assert_eq!(flags, plain);
    }
}
