//! The names in the open article, or in all that is listed.

use super::census::Census;
use super::list::List;
use super::motion::Motion;
use super::rows::{Row, Rows};
use crate::model::Kind;
use crate::store::{ArticleId, EntityCount, EntityId, Store};
use serde::Deserialize;

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
    /// Whose names the rows are.
    shown: Scope,
    count: usize,
    /// What is to come in their place.
    census: Option<Census>,
    /// What the rows are counted for: see [`App::settle`](super::App::settle).
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

    /// Whose names are in the rows: not those that are wanted while these are still counted.
    pub fn shown(&self) -> Scope {
        self.shown
    }

    /// Other names are wanted and still counted.
    pub fn is_counting(&self) -> bool {
        self.census.is_some()
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

    /// Begins to count anew.
    pub(super) fn begin(&mut self, store: &Store, list: &List) {
        self.census = Some(Census::of(self.scope, store, list));
    }

    /// Goes on counting for less than a millisecond; true when nothing is left to count. New names are taken when all are there, and the
    /// cursor is found again.
    pub(super) fn go_on(&mut self, store: &Store, list: &List) -> bool {
        let Some(mut census) = self.census.take() else { return true };
        if !census.go_on(store, list) {
            self.census = Some(census);
            return false;
        }
        self.shown = census.scope;
        let (rows, count) = census.taken();
        self.count = count;
        let cursor = self.cursor;
        self.rows.take(rows, |row| entity(row) == cursor);
        true
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
