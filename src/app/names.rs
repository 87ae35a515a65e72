//! The names in the open article, or in all that is listed.

use super::motion::{Motion, scrolled};
use crate::model::Kind;
use crate::store::{ArticleId, EntityCount, EntityId, Store};
use std::cmp::Reverse;

/// Whose names are shown.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
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

/// The pane of names.
#[derive(Debug, Default)]
pub struct Names {
    pub scope: Scope,
    /// The name that was gone to last.
    cursor: Option<EntityId>,
    /// The name whose mentions are walked.
    pub chosen: Option<EntityId>,
    /// The first row shown.
    top: usize,
    pub(super) counted: Counted,
}

/// What [`App::settle`](super::App::settle) derives.
#[derive(Debug, Default)]
pub struct Counted {
    rows: Vec<NameRow>,
    /// The row of the cursor.
    at: usize,
    /// What the rows were counted for.
    pub(super) of: Option<(Scope, u64, Option<ArticleId>)>,
}

impl Names {
    pub fn rows(&self) -> &[NameRow] {
        &self.counted.rows
    }

    /// The row of the cursor, from 0.
    pub fn at(&self) -> usize {
        self.counted.at
    }

    /// The first row shown.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The name under the cursor.
    pub fn entity(&self) -> Option<EntityId> {
        self.rows().get(self.counted.at).and_then(entity)
    }

    /// Makes the name under the cursor the one whose mentions are walked.
    pub fn choose(&mut self) {
        self.cursor = self.entity();
        self.chosen = self.cursor;
    }

    /// Names in all, whatever their kind.
    pub fn count(&self) -> usize {
        self.rows().iter().filter_map(entity).count()
    }

    /// Moves among the names; headings are stepped over.
    pub fn step(&mut self, motion: Motion) {
        let names: Vec<usize> = (0..self.rows().len()).filter(|row| entity(&self.rows()[*row]).is_some()).collect();
        let at = names.partition_point(|row| *row < self.counted.at);
        if let Some(row) = names.get(motion.from(at, names.len().saturating_sub(1))) {
            self.go(*row);
        }
    }

    /// Goes to a row, if that is a name.
    pub fn go(&mut self, row: usize) {
        if let Some(entity) = self.rows().get(row).and_then(entity) {
            self.counted.at = row;
            self.cursor = Some(entity);
        }
    }

    /// Moves what is shown and takes the cursor along at its edges.
    pub fn scroll(&mut self, motion: Motion, height: usize) {
        self.top = motion.from(self.top, self.rows().len().saturating_sub(height));
        let shown = self.top..(self.top + height).min(self.rows().len());
        if !shown.contains(&self.counted.at) {
            let names = shown.clone().filter(|row| entity(&self.rows()[*row]).is_some());
            let nearest = names.min_by_key(|row| row.abs_diff(self.counted.at));
            nearest.into_iter().for_each(|row| self.go(row));
        }
    }

    /// Takes new counts and finds the cursor again, else stays near.
    pub(super) fn take(&mut self, counts: Vec<EntityCount>, store: &Store) {
        let rows = sections(counts, self.scope, store);
        let kept = self.cursor.and_then(|cursor| rows.iter().position(|row| entity(row) == Some(cursor)));
        let first = rows.iter().position(|row| entity(row).is_some());
        self.counted = Counted { at: kept.or(first).unwrap_or(0), rows, of: self.counted.of };
    }

    /// Keeps the cursor, and the heading over it, among the rows shown.
    pub(super) fn keep_in_view(&mut self, height: usize) {
        self.top = scrolled(self.top, self.counted.at, height).min(self.rows().len().saturating_sub(height));
        if self.counted.at == 1 {
            self.top = scrolled(0, 1, height);
        }
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
        Scope::Article => (count.mentions, count.articles),
        Scope::Listed => (count.articles, count.mentions),
    };
    if counts.len() <= IN_ALPHABET {
        counts.sort_by(|one, other| store.entity(one.entity).name.cmp(&store.entity(other.entity).name));
    }
    counts.sort_by_cached_key(|count| (store.entity(count.entity).kind, Reverse(frequent(count))));
    let mut rows = Vec::with_capacity(counts.len() + 6);
    for section in counts.chunk_by(|one, other| store.entity(one.entity).kind == store.entity(other.entity).kind) {
        if !rows.is_empty() {
            rows.push(NameRow::Blank);
        }
        rows.push(NameRow::Heading(store.entity(section[0].entity).kind, section.len()));
        rows.extend(section.iter().cloned().map(NameRow::Name));
    }
    rows
}
