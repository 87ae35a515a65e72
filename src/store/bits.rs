//! A set of numbers, one bit each.

/// Numbers below an end.
#[derive(Clone, Debug, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// None of the numbers below `end`.
    pub fn below(end: usize) -> Self {
        Self(vec![0; end.div_ceil(64)])
    }

    /// Takes in a number below the end; false if it was there.
    pub fn insert(&mut self, number: usize) -> bool {
        let (word, bit) = (&mut self.0[number / 64], 1 << (number % 64));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Whether a number is there; one that is not below the end is not.
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word & 1 << (number % 64) != 0)
    }
}
