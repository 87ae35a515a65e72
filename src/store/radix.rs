//! Sorting by numbers that can be interrupted: digit by digit from the lowest on, each pass keeping the order of the one before (Knuth,
//! The Art of Computer Programming 3, 5.2.5). Digits that are the same in all keys are passed over.

/// Fewer are sorted at a go.
const AT_A_GO: usize = 2048;
const DIGIT: u32 = 8;
const DIGITS: u32 = u64::BITS / DIGIT;

/// What is to be done next.
#[derive(Copy, Clone, Debug)]
enum Pass {
    /// The digits of this number are counted from here on.
    Count(u32, usize),
    /// Pairs are put where their digits belong, from here on.
    Move(u32, usize),
}

/// Pairs of a key and what it stands for, on the way to the order of the keys; pairs of one key keep theirs.
#[derive(Debug)]
pub struct Radix {
    pairs: Vec<[u64; 2]>,
    moved: Vec<[u64; 2]>,
    /// Bits that are not the same in all keys.
    varying: u64,
    pass: Pass,
    /// How many there are of a digit; then where the next one belongs.
    places: Box<[usize; 1 << DIGIT]>,
}

impl Default for Radix {
    fn default() -> Self {
        Self { pairs: Vec::new(), moved: Vec::new(), varying: 0, pass: Pass::Count(0, 0), places: Box::new([0; 1 << DIGIT]) }
    }
}

impl Radix {
    /// With room for so many pairs: memory that grows has to be copied in one go.
    pub fn with_room(pairs: usize) -> Self {
        Self { pairs: Vec::with_capacity(pairs), ..Self::default() }
    }

    /// Adds a pair; all come before the sorting begins.
    pub fn push(&mut self, key: u64, what: u64) {
        self.varying |= key ^ self.pairs.first().map_or(key, |first| first[0]);
        self.pairs.push([key, what]);
    }

    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// What stands at a place; in order when [`Radix::go_on`] says so.
    pub fn get(&self, place: usize) -> u64 {
        self.pairs[place][1]
    }

    /// Sorts for so many steps, in each of which one pair is counted or moved, and takes them away; true when all is sorted.
    pub fn go_on(&mut self, steps: &mut usize) -> bool {
        if self.pairs.len() <= AT_A_GO && self.varying != 0 {
            *steps = steps.saturating_sub(self.pairs.len());
            self.pairs.sort_by_key(|pair| pair[0]);
            self.varying = 0;
        }
        while *steps > 0 && !self.is_sorted() {
            self.pass = match self.pass {
                Pass::Count(digit, _) if !self.varies(digit) => Pass::Count(digit + 1, 0),
                Pass::Count(digit, from) => self.count(digit, from, steps),
                Pass::Move(digit, from) => self.shift(digit, from, steps),
            };
        }
        self.is_sorted()
    }

    /// No digit from the one at work on varies.
    fn is_sorted(&self) -> bool {
        match self.pass {
            Pass::Count(digit, _) => self.varying.checked_shr(digit * DIGIT).unwrap_or(0) == 0,
            Pass::Move(..) => false,
        }
    }

    fn varies(&self, digit: u32) -> bool {
        digit < DIGITS && (self.varying >> (digit * DIGIT)) as u8 != 0
    }

    fn count(&mut self, digit: u32, from: usize, steps: &mut usize) -> Pass {
        let to = from.saturating_add(*steps).min(self.pairs.len());
        *steps -= to - from;
        for [key, _] in &self.pairs[from..to] {
            self.places[usize::from((key >> (digit * DIGIT)) as u8)] += 1;
        }
        self.moved.reserve_exact(self.pairs.len() - self.moved.len());
        self.moved.resize(to.max(self.moved.len()), [0; 2]);
        if to < self.pairs.len() {
            return Pass::Count(digit, to);
        }
        let mut before = 0;
        self.places.iter_mut().for_each(|place| before += std::mem::replace(place, before));
        Pass::Move(digit, 0)
    }

    fn shift(&mut self, digit: u32, from: usize, steps: &mut usize) -> Pass {
        let to = from.saturating_add(*steps).min(self.pairs.len());
        *steps -= to - from;
        for pair in &self.pairs[from..to] {
            let place = &mut self.places[usize::from((pair[0] >> (digit * DIGIT)) as u8)];
            self.moved[*place] = *pair;
            *place += 1;
        }
        if to < self.pairs.len() {
            return Pass::Move(digit, to);
        }
        std::mem::swap(&mut self.pairs, &mut self.moved);
        self.places.fill(0);
        Pass::Count(digit + 1, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};

    proptest! {
        #[test]
        fn it_is_the_stable_order_of_the_keys(keys in vec(prop_oneof![0u64..9, any::<u64>(), (0u64..9).prop_map(|key| key << 40)], 0..300), copies in 1usize..12, steps in 1usize..999) {
            let keys: Vec<u64> = keys.iter().copied().cycle().take(keys.len() * copies).collect();
            let mut radix = Radix::default();
            keys.iter().zip(0..).for_each(|(key, number)| radix.push(*key, number));
            while !radix.go_on(&mut steps.clone()) {}
            let mut wanted: Vec<u64> = (0..keys.len() as u64).collect();
            wanted.sort_by_key(|number| keys[*number as usize]);
            prop_assert_eq!((0..radix.len()).map(|place| radix.get(place)).collect::<Vec<_>>(), wanted);
        }
    }
}
