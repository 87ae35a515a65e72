//! The rows of the table of weights that a word's features are hashed to.

use super::weights::ROWS;

/// More rows than a word has features.
const ROOM: usize = 128;

/// The rows of one word.
pub(super) struct Rows {
    rows: [u32; ROOM],
    count: usize,
}

impl Rows {
    pub fn new() -> Self {
        Self { rows: [0; ROOM], count: 0 }
    }

    pub fn clear(&mut self) {
        self.count = 0;
    }

    pub fn list(&self) -> &[u32] {
        &self.rows[..self.count]
    }
}

/// Turns features into rows; each call is a template of its own.
pub(super) struct Sink<'r> {
    pub rows: &'r mut Rows,
    pub template: u64,
}

impl Sink<'_> {
    #[inline]
    pub fn add(&mut self, one: u64, other: u64) {
        self.template += 1;
        let mixed = (one ^ other.rotate_left(29) ^ self.template.wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        self.rows.rows[self.rows.count % ROOM] = (mixed >> 40) as u32 & (ROWS as u32 - 1);
        self.rows.count += 1;
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
    fn flags_are_the_features_of_their_bits() {
        let (mut flags, mut plain) = (Rows::new(), Rows::new());
        let mut sink = Sink { rows: &mut flags, template: 3 };
        sink.flags([0b101, 0b001], 4);
        sink.add(7, 0);
        for template in [3, 4, 7] {
            Sink { rows: &mut plain, template }.add(1, 0);
        }
        Sink { rows: &mut plain, template: 11 }.add(7, 0);
        assert_eq!(flags.list(), plain.list());
    }
}
