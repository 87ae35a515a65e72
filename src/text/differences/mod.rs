//! How two versions of a text differ, sentence beside sentence, for a view side by side.
//!
//! Sentences with the same words are the same, wherever they stand: those in the longest order both texts share stand beside each
//! other, the rest have moved. What is left between them is aligned by the words its sentences have in common. The time is bounded by
//! the length of the texts: n log n for sentences that are the same, n times a fixed number for those that changed.

mod alignment;
mod changes;
mod order;

use super::{Span, Word, WordHash, sentences, sequence_hash, words};
use alignment::{Pair, align, bags};
use changes::changes;
use order::Twins;

/// One row of two texts side by side. Spans are bytes of the left and of the right text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The same words; how they are written may differ.
    Same { left: Span, right: Span },
    /// Most words are the same; the others are in the two lists, neighbours in one span.
    Changed { left: Span, right: Span, left_words: Vec<Span>, right_words: Vec<Span> },
    /// A sentence the right text does not have here. If it has it at another place, that is `moved`.
    Left { span: Span, moved: Option<Span> },
    /// A sentence the left text does not have here. If it has it at another place, that is `moved`.
    Right { span: Span, moved: Option<Span> },
}

impl Difference {
    /// The left text's sentence in this row.
    pub fn left(&self) -> Option<Span> {
        match self {
            Difference::Same { left, .. } | Difference::Changed { left, .. } | Difference::Left { span: left, .. } => Some(*left),
            Difference::Right { .. } => None,
        }
    }

    /// The right text's sentence in this row.
    pub fn right(&self) -> Option<Span> {
        match self {
            Difference::Same { right, .. } | Difference::Changed { right, .. } | Difference::Right { span: right, .. } => Some(*right),
            Difference::Left { .. } => None,
        }
    }

    /// The same row with the two texts swapped.
    pub fn mirrored(self) -> Self {
        match self {
            Difference::Same { left, right } => Difference::Same { left: right, right: left },
            Difference::Changed { left, right, left_words, right_words } => {
                Difference::Changed { left: right, right: left, left_words: right_words, right_words: left_words }
            }
            Difference::Left { span, moved } => Difference::Right { span, moved },
            Difference::Right { span, moved } => Difference::Left { span, moved },
        }
    }
}

/// The rows that set `left` and `right` side by side: each sentence with a word in it is in one row, in the order of its text; where
/// sentences of both stand alone, the left ones come first. Swapped texts give mirrored rows.
pub fn differences(left: &str, right: &str) -> Vec<Difference> {
    // Of several alignments equally good one has to be taken, and the same for swapped texts.
    let mut rows = match left <= right {
        true => rows(left, right),
        false => rows(right, left).into_iter().map(Difference::mirrored).collect(),
    };
    let stands_alone = |row: &Difference| row.left().is_none() || row.right().is_none();
    let runs = rows.chunk_by_mut(|one, next| stands_alone(one) && stands_alone(next));
    runs.for_each(|run| run.sort_by_key(|row| row.left().is_none()));
    rows
}

/// A sentence with what it is compared by.
struct Sentence {
    span: Span,
    /// Their spans are bytes of the whole text.
    words: Vec<Word>,
    hash: WordHash,
}

fn read(text: &str) -> Vec<Sentence> {
    let sentences = sentences(text).into_iter().map(|span| {
        let shifted = |word: Word| Word { span: word.span.shifted(span.start as usize), ..word };
        let words: Vec<Word> = words(span.of(text)).into_iter().map(shifted).collect();
        Sentence { span, hash: sequence_hash(&words), words }
    });
    sentences.filter(|sentence| !sentence.words.is_empty()).collect()
}

fn rows(left: &str, right: &str) -> Vec<Difference> {
    let comparison = Comparison::of(read(left), read(right));
    comparison.pairs().into_iter().map(|pair| comparison.row(pair)).collect()
}

struct Comparison {
    left: Vec<Sentence>,
    right: Vec<Sentence>,
    twins: Twins,
}

impl Comparison {
    fn of(left: Vec<Sentence>, right: Vec<Sentence>) -> Self {
        Self { twins: Twins::of(&left, &right), left, right }
    }

    /// What stands beside what: the sentences that are the same, and between them those that are alike.
    fn pairs(&self) -> Vec<Pair> {
        let (left, right) = (bags(&self.left, &self.twins.of_left), bags(&self.right, &self.twins.of_right));
        let mut pairs = Vec::new();
        let (mut left_done, mut right_done) = (0, 0);
        for (one, other) in self.twins.longest_order() {
            pairs.extend(align(&left, left_done..one, &right, right_done..other));
            pairs.push(Pair::Both(one, other));
            (left_done, right_done) = (one + 1, other + 1);
        }
        pairs.extend(align(&left, left_done..left.len(), &right, right_done..right.len()));
        pairs
    }

    fn row(&self, pair: Pair) -> Difference {
        match pair {
            Pair::Both(one, other) => beside(&self.left[one], &self.right[other]),
            Pair::Left(one) => {
                Difference::Left { span: self.left[one].span, moved: self.twins.of_left[one].map(|twin| self.right[twin].span) }
            }
            Pair::Right(other) => {
                Difference::Right { span: self.right[other].span, moved: self.twins.of_right[other].map(|twin| self.left[twin].span) }
            }
        }
    }
}

fn beside(one: &Sentence, other: &Sentence) -> Difference {
    let (left, right) = (one.span, other.span);
    if one.hash == other.hash {
        return Difference::Same { left, right };
    }
    let (left_words, right_words) = changes(&one.words, &other.words);
    Difference::Changed { left, right, left_words, right_words }
}
