//! Sentences that changed, set beside each other by the words they kept.

use super::Sentence;
use crate::text::WordHash;
use std::cmp::Ordering;
use std::ops::Range;

/// So many sentences are aligned at a time: more than that without one in common are pieces of two different texts.
const PIECE: usize = 256;

/// Numbers of sentences that share a row.
#[derive(Copy, Clone)]
pub(super) enum Pair {
    Both(usize, usize),
    Left(usize),
    Right(usize),
}

/// The words of a sentence, sorted; none of a sentence that stands in the other text as it is, which is like no other.
type Bag = Vec<WordHash>;

pub(super) fn bags(sentences: &[Sentence], twins: &[Option<usize>]) -> Vec<Bag> {
    let bag = |sentence: &Sentence| {
        let mut bag: Bag = sentence.words.iter().map(|word| word.hash).collect();
        bag.sort_unstable();
        bag
    };
    sentences.iter().zip(twins).map(|(sentence, twin)| if twin.is_some() { Bag::new() } else { bag(sentence) }).collect()
}

/// Pairs two stretches of sentences so that as many words as possible stand beside themselves.
pub(super) fn align(left: &[Bag], left_range: Range<usize>, right: &[Bag], right_range: Range<usize>) -> Vec<Pair> {
    let pieces = left_range.len().max(right_range.len()).div_ceil(PIECE);
    let piece = |range: &Range<usize>, number: usize| {
        (range.start + number * PIECE).min(range.end)..(range.start + (number + 1) * PIECE).min(range.end)
    };
    (0..pieces).flat_map(|number| align_piece(left, piece(&left_range, number), right, piece(&right_range, number))).collect()
}

fn align_piece(left: &[Bag], left_range: Range<usize>, right: &[Bag], right_range: Range<usize>) -> Vec<Pair> {
    let best = Best::of(&left[left_range.clone()], &right[right_range.clone()]);
    let (mut one, mut other) = (0, 0);
    let mut pairs = Vec::new();
    while one < left_range.len() || other < right_range.len() {
        let (one_now, other_now) = (left_range.start + one, right_range.start + other);
        let kept = best.of_rest(one, other);
        let pair = match () {
            _ if one < left_range.len() && best.of_rest(one + 1, other) == kept => Pair::Left(one_now),
            _ if other < right_range.len() && best.of_rest(one, other + 1) == kept => Pair::Right(other_now),
            _ => Pair::Both(one_now, other_now),
        };
        one += usize::from(!matches!(pair, Pair::Right(_)));
        other += usize::from(!matches!(pair, Pair::Left(_)));
        pairs.push(pair);
    }
    pairs
}

/// For the rest of both stretches from each pair of sentences on, the most words that can stand beside themselves (Needleman and
/// Wunsch 1970, without a price for gaps).
struct Best {
    kept: Vec<u32>,
    width: usize,
}

impl Best {
    fn of(left: &[Bag], right: &[Bag]) -> Self {
        let width = right.len() + 1;
        let mut best = Self { kept: vec![0; (left.len() + 1) * width], width };
        for one in (0..left.len()).rev() {
            for other in (0..right.len()).rev() {
                let paired = kept(&left[one], &right[other]).map_or(0, |kept| kept + best.of_rest(one + 1, other + 1));
                best.kept[one * width + other] = paired.max(best.of_rest(one + 1, other)).max(best.of_rest(one, other + 1));
            }
        }
        best
    }

    fn of_rest(&self, one: usize, other: usize) -> u32 {
        self.kept[one * self.width + other]
    }
}

/// How many words two sentences have in common, if that is at least half of their words.
fn kept(one: &Bag, other: &Bag) -> Option<u32> {
    let is_half = |common: usize| common > 0 && common * 4 >= one.len() + other.len();
    let common = if is_half(one.len().min(other.len())) { common(one, other) } else { 0 };
    is_half(common).then_some(common as u32)
}

fn common(one: &Bag, other: &Bag) -> usize {
    let (mut at, mut other_at, mut common) = (0, 0, 0);
    while at < one.len() && other_at < other.len() {
        let order = one[at].cmp(&other[other_at]);
        at += usize::from(order != Ordering::Greater);
        other_at += usize::from(order != Ordering::Less);
        common += usize::from(order == Ordering::Equal);
    }
    common
}
