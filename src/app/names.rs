//! The names in the open article, or in all that is listed.

use super::alphabet::Alphabetical;
use super::motion::Motion;
use super::rows::{Row, Rows};
use crate::model::Kind;
use crate::store::{ArticleId, EntityCount, EntityId, Store};
use serde::Deserialize;
use std::cmp::Reverse;

/// Whose names are shown.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The open article's.
    #[default]
    Article,
    /// Those of all that is listed.
    Listed,
}

impl Scope {
    pub fn other(self) -> Self {
        match self {
            Scope::Article => Scope::Listed,
            Scope::Listed => Scope::Article,
        }
    }
}

/// A row of the pane.
#[derive(Clone, Debug)]
pub enum NameRow {
    /// A kind, and how many names of it follow.
    Heading(Kind, usize),
    Name(EntityCount),
    Blank,
}

impl Row for NameRow {
    fn leads(&self) -> bool {
        entity(self).is_some()
    }
}

/// The pane of names.
#[derive(Debug, Default)]
pub struct Names {
    pub scope: Scope,
    /// The name that was gone to last.
    cursor: Option<EntityId>,
    /// The name whose mentions are walked.
    pub chosen: Option<EntityId>,
    rows: Rows<NameRow>,
    count: usize,
    /// What the rows were counted for: see [`App::settle`](super::App::settle).
    pub(super) counted_for: Option<(Scope, u64, Option<ArticleId>)>,
}

impl Names {
    /// None is known yet.
    pub fn of(scope: Scope) -> Self {
        Self { scope, ..Self::default() }
    }

    pub fn rows(&self) -> &Rows<NameRow> {
        &self.rows
    }

    /// The name under the cursor.
    pub fn entity(&self) -> Option<EntityId> {
        self.rows.current().and_then(entity)
    }

    /// Makes the name under the cursor the one whose mentions are walked.
    pub fn choose(&mut self) {
        self.cursor = self.entity();
        self.chosen = self.cursor;
    }

    /// Names in all, whatever their kind.
    pub fn count(&self) -> usize {
        self.count
    }

    pub fn step(&mut self, motion: Motion) {
        self.rows.step(motion);
        self.cursor = self.entity();
    }

    /// Goes to a row, if that is a name.
    pub fn go(&mut self, row: usize) {
        if self.rows.go(row) {
            self.cursor = self.entity();
        }
    }

    pub fn scroll(&mut self, motion: Motion, height: usize) {
        self.rows.scroll(motion, height);
        self.cursor = self.entity();
    }

    /// Takes new counts and finds the cursor again.
    pub(super) fn take(&mut self, counts: Vec<EntityCount>, store: &Store) {
        let cursor = self.cursor;
        self.count = counts.len();
        self.rows.take(sections(counts, self.scope, store), |row| entity(row) == cursor);
    }

    pub(super) fn keep_in_view(&mut self, height: usize) {
        self.rows.keep_in_view(height);
    }
}

fn entity(row: &NameRow) -> Option<EntityId> {
    match row {
        NameRow::Name(count) => Some(count.entity),
        _ => None,
    }
}

/// Names of one count stand in the order of the alphabet up to this many names, which takes about a millisecond; beyond that, in the
/// order in which they were first named.
const IN_ALPHABET: usize = 5000;

/// The counts under a heading for each kind, the most frequent first.
fn sections(mut counts: Vec<EntityCount>, scope: Scope, store: &Store) -> Vec<NameRow> {
    let frequent = |count: &EntityCount| match scope {
        Scope::Article => both(count.mentions, count.articles),
        Scope::Listed => both(count.articles, count.mentions),
    };
    let kind = |count: &EntityCount| store.entity(count.entity).kind;
    if counts.len() <= IN_ALPHABET {
        counts.sort_by_cached_key(|count| Alphabetical::new(&store.entity(count.entity).name));
    }
    counts.sort_by_cached_key(|count| (kind(count), Reverse(frequent(count))));
    let mut rows = Vec::with_capacity(counts.len() + 6);
    for section in counts.chunk_by(|one, other| kind(one) == kind(other)) {
        if !rows.is_empty() {
            rows.push(NameRow::Blank);
        }
        rows.push(NameRow::Heading(kind(&section[0]), section.len()));
        rows.extend(section.iter().copied().map(NameRow::Name));
    }
    rows
}

/// One number that is in the order of two.
fn both(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}
