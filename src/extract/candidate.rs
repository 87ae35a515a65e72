//! What the passes propose, and how overlapping proposals are settled.

use super::vocabulary::{WordHash, word_hash};
use crate::model::{EntryId, Kind, Rule};
use crate::text::Span;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// Who or what a candidate stands for, when that isn't simply what is written there.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    Entry(EntryId),
    Named(Words),
}

/// Words of the text: the same ones are equal wherever they stand.
#[derive(Copy, Clone, Debug)]
pub(super) struct Words {
    pub span: Span,
    /// Of the words as they are written (XXH3, 64 bits: of two names in a text none share one).
    hash: WordHash,
}

impl Words {
    pub fn at(span: Span, text: &str) -> Self {
        Self { span, hash: word_hash(span.of(text)) }
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Eq for Words {}

impl Hash for Words {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

/// A run of tokens that some rule takes for a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Tokens.
    pub range: Range<usize>,
    pub kind: Kind,
    pub rule: Rule,
    pub identity: Option<Identity>,
}

impl Candidate {
    pub fn new(range: Range<usize>, kind: Kind, rule: Rule) -> Self {
        Self { range, kind, rule, identity: None }
    }

    pub fn known_as(self, identity: Option<Identity>) -> Self {
        Self { identity, ..self }
    }
}

/// Keeps the longest of each overlapping set, the surer rule where they are of one length; in text order.
pub(super) fn settle(candidates: Vec<Candidate>) -> Vec<Candidate> {
    settled(&candidates).into_iter().cloned().collect()
}

/// The same without taking them.
pub(super) fn settled(candidates: &[Candidate]) -> Vec<&Candidate> {
    kept(candidates).into_iter().map(|number| &candidates[number as usize]).collect()
}

/// The numbers of the candidates that are kept, in text order. Most overlap with none: only those that do are weighed.
fn kept(candidates: &[Candidate]) -> Vec<u32> {
    let range = |number: u32| &candidates[number as usize].range;
    let mut numbers: Vec<u32> = (0..candidates.len() as u32).collect();
    numbers.sort_by_key(|&number| range(number).start);
    let mut taken = Taken::default();
    let mut kept = Vec::with_capacity(numbers.len());
    let mut from = 0;
    while from < numbers.len() {
        let mut end = range(numbers[from]).end;
        let mut to = from + 1;
        while to < numbers.len() && range(numbers[to]).start < end {
            end = end.max(range(numbers[to]).end);
            to += 1;
        }
        kept.extend(weighed(candidates, &mut numbers[from..to], &mut taken));
        from = to;
    }
    kept
}

/// Of candidates that overlap with each other and no others, those that are kept, in text order.
fn weighed<'n>(candidates: &[Candidate], numbers: &'n mut [u32], taken: &mut Taken) -> &'n [u32] {
    if numbers.len() == 1 {
        return numbers;
    }
    let candidate = |number: u32| &candidates[number as usize];
    let order = |candidate: &Candidate| (std::cmp::Reverse(candidate.range.len()), precedence(candidate.rule), candidate.range.start);
    numbers.sort_by_key(|&number| order(candidate(number)));
    let mut kept = 0;
    for at in 0..numbers.len() {
        let range = &candidate(numbers[at]).range;
        if taken.is_free(range) && taken.take(range) {
            numbers.swap(kept, at);
            kept += 1;
        }
    }
    numbers[..kept].sort_unstable_by_key(|&number| candidate(number).range.start);
    &numbers[..kept]
}

fn precedence(rule: Rule) -> u8 {
    match rule {
        Rule::Bound => 0,
        Rule::Gazetteer => 1,
        Rule::Dateline => 2,
        Rule::Title => 3,
        Rule::Head => 4,
        Rule::GivenName => 5,
        Rule::Context => 6,
        Rule::BackReference => 7,
        Rule::Learnt => 8,
    }
}

/// Tokens for which room is made at a time.
const ROOM: usize = 512;

/// Which tokens belong to a mention already.
#[derive(Default)]
pub(super) struct Taken(Vec<bool>);

impl Taken {
    pub fn by<'a>(candidates: impl IntoIterator<Item = &'a Candidate>) -> Self {
        let mut taken = Self::default();
        for candidate in candidates {
            taken.take(&candidate.range);
        }
        taken
    }

    pub fn is_free(&self, range: &Range<usize>) -> bool {
        range.clone().all(|index| !self.0.get(index).copied().unwrap_or_default())
    }

    /// Always true, for use in a chain of conditions.
    pub fn take(&mut self, range: &Range<usize>) -> bool {
        if self.0.len() < range.end {
            self.0.resize(range.end.next_multiple_of(ROOM), false);
        }
        self.0[range.clone()].fill(true);
        true
    }
}
