//! Sentences with the same words in both texts, and the longest order of them that both texts share.

use super::Sentence;
use crate::text::WordHash;
use std::collections::HashMap;

/// For each sentence of one text, the number of the same sentence in the other. Of a sentence that stands several times, the first is
/// the first's twin, the second the second's.
pub(super) struct Twins {
    pub of_left: Vec<Option<usize>>,
    pub of_right: Vec<Option<usize>>,
}

impl Twins {
    pub fn of(left: &[Sentence], right: &[Sentence]) -> Self {
        let mut places: HashMap<WordHash, Vec<usize>> = HashMap::new();
        for (at, sentence) in right.iter().enumerate().rev() {
            places.entry(sentence.hash).or_default().push(at);
        }
        let of_left: Vec<_> = left.iter().map(|sentence| places.get_mut(&sentence.hash).and_then(Vec::pop)).collect();
        let mut of_right = vec![None; right.len()];
        of_left.iter().enumerate().for_each(|(at, twin)| {
            if let Some(twin) = *twin {
                of_right[twin] = Some(at);
            }
        });
        Self { of_left, of_right }
    }

    /// The most twins that follow each other in both texts: a longest rising sequence, by piles as in the game of patience.
    pub fn longest_order(&self) -> Vec<(usize, usize)> {
        let pairs: Vec<(usize, usize)> = self.of_left.iter().enumerate().filter_map(|(one, other)| Some((one, (*other)?))).collect();
        // On top of each pile lies the pair with the least right number that ends a sequence of the pile's length.
        let mut tops: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
        for (at, (_, other)) in pairs.iter().enumerate() {
            let pile = tops.partition_point(|&top| pairs[top].1 < *other);
            before.push(pile.checked_sub(1).map(|pile| tops[pile]));
            tops.splice(pile..(pile + 1).min(tops.len()), [at]);
        }
        let mut order: Vec<_> = std::iter::successors(tops.last().copied(), |&at| before[at]).map(|at| pairs[at]).collect();
        order.reverse();
        order
    }
}
