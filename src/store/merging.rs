//! Sorting by any comparison that can be interrupted: short runs first, then two and two of them merged until one is left.

use std::cmp::Ordering;

/// Sorted at a go.
const RUN: usize = 128;

/// Things that are being sorted.
#[derive(Clone, Debug)]
pub struct Merging<T> {
    all: Vec<T>,
    /// What the pass at work has merged so far.
    merged: Vec<T>,
    /// How long the sorted runs are; 0 until all of the first ones are sorted.
    width: usize,
    /// How far the first runs are sorted, or where the two runs begin that are merged.
    at: usize,
    /// How far the two runs are merged.
    left: usize,
    right: usize,
}

impl<T: Copy> Merging<T> {
    /// With room for so many: memory that grows has to be copied in one go.
    pub fn with_room(things: usize) -> Self {
        Self::of(Vec::with_capacity(things))
    }

    pub fn of(all: Vec<T>) -> Self {
        Self { all, merged: Vec::new(), width: 0, at: 0, left: 0, right: 0 }
    }

    /// Adds one more; all come before the sorting begins.
    pub fn push(&mut self, one: T) {
        self.all.push(one);
    }

    /// In order when [`Merging::go_on`] says so; what is equal keeps its order.
    pub fn all(&self) -> &[T] {
        &self.all
    }

    /// Sorts for so many steps, which are comparisons, and takes them away; true when all is sorted. `compare` is the same each time.
    pub fn go_on(&mut self, steps: &mut usize, compare: impl Fn(&T, &T) -> Ordering) -> bool {
        while *steps > 0 && !self.is_sorted() {
            if self.width == 0 { self.sort_run(steps, &compare) } else { self.merge(steps, &compare) }
        }
        self.is_sorted()
    }

    fn is_sorted(&self) -> bool {
        self.width >= self.all.len()
    }

    fn sort_run(&mut self, steps: &mut usize, compare: impl Fn(&T, &T) -> Ordering) {
        let end = (self.at + RUN).min(self.all.len());
        self.all[self.at..end].sort_by(compare);
        *steps = steps.saturating_sub((end - self.at) * RUN.ilog2() as usize);
        self.at = end;
        if end == self.all.len() {
            self.begin_pass(RUN);
        }
    }

    fn begin_pass(&mut self, width: usize) {
        self.width = width;
        self.merged.clear();
        self.merged.reserve_exact(self.all.len());
        self.begin_pair(0);
    }

    fn begin_pair(&mut self, at: usize) {
        self.at = at;
        self.left = at;
        self.right = self.middle();
    }

    fn middle(&self) -> usize {
        (self.at + self.width).min(self.all.len())
    }

    fn end(&self) -> usize {
        (self.at + 2 * self.width).min(self.all.len())
    }

    fn merge(&mut self, steps: &mut usize, compare: impl Fn(&T, &T) -> Ordering) {
        let (middle, end) = (self.middle(), self.end());
        while *steps > 0 && (self.left < middle || self.right < end) {
            let (left, right) = (self.all.get(self.left), self.all.get(self.right));
            let (left, right) = (left.filter(|_| self.left < middle), right.filter(|_| self.right < end));
            let is_left = left.zip(right).map_or(left.is_some(), |(left, right)| compare(left, right).is_le());
            self.merged.extend(if is_left { left } else { right });
            if is_left {
                self.left += 1
            } else {
                self.right += 1
            }
            *steps -= 1;
        }
        if self.left == middle && self.right == end {
            self.next_pair(end);
        }
    }

    fn next_pair(&mut self, end: usize) {
        if end < self.all.len() {
            return self.begin_pair(end);
        }
        std::mem::swap(&mut self.all, &mut self.merged);
        self.begin_pass(self.width * 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn it_is_the_stable_order(keys in vec(0u8..40, 0..1500), steps in 1usize..999) {
            let mut merging = Merging::of(keys.iter().copied().zip(0..).collect());
            while !merging.go_on(&mut steps.clone(), |one: &(u8, usize), other| one.0.cmp(&other.0)) {}
            let mut wanted: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            wanted.sort();
            prop_assert_eq!(merging.all(), wanted);
        }
    }
}
