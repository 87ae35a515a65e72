//! What the passes propose, and how overlapping proposals are settled.

use crate::model::{EntryId, Kind, Rule};
use std::ops::Range;

/// Who or what a candidate stands for, when that isn't simply what is written there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    Entry(EntryId),
    Named(Box<str>),
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
pub(super) fn settle(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| (std::cmp::Reverse(candidate.range.len()), precedence(candidate.rule), candidate.range.start));
    let mut taken = Taken::default();
    candidates.retain(|candidate| taken.is_free(&candidate.range) && taken.take(&candidate.range));
    candidates.sort_by_key(|candidate| candidate.range.start);
    candidates
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

/// Which tokens belong to a mention already.
#[derive(Default)]
pub(super) struct Taken(Vec<bool>);

impl Taken {
    pub fn by(candidates: &[Candidate]) -> Self {
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
            self.0.resize(range.end, false);
        }
        self.0[range.clone()].fill(true);
        true
    }
}
