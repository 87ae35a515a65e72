//! A column of names, or of headlines: folded, one after another in one piece of memory, with their letters beside them. What lacks a
//! letter is passed over without being read, and what is read lies in a row.

use super::letters::Letters;
use super::planes::{PlaneTable, Planes};
use crate::text::{Case, folded};

/// Texts to match words against, counted in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct NameTable {
    /// Folded, without anything between them.
    text: String,
    /// Where each ends, in bytes of `text`.
    ends: Vec<usize>,
    letters: Vec<Letters>,
    initials: Vec<Letters>,
    planes: PlaneTable,
}

impl NameTable {
    /// Adds a name as it is written and gives its row.
    pub fn push(&mut self, name: &str) -> usize {
        self.push_folded(&folded(name, Case::Lower))
    }

    /// Adds a name that is folded already and gives its row.
    pub(super) fn push_folded(&mut self, name: &str) -> usize {
        self.text.push_str(name);
        self.ends.push(self.text.len());
        self.letters.push(Letters::of(name));
        self.initials.push(Letters::initials(name));
        self.planes.push(name);
        self.ends.len() - 1
    }

    /// Rows, those forgotten among them.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Nothing was ever added.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The name of a row, folded.
    ///
    /// # Panics
    /// If there is no such row.
    pub fn get(&self, row: usize) -> &str {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.text[start..self.ends[row]]
    }

    /// The letters of each row.
    pub(super) fn letters(&self) -> &[Letters] {
        &self.letters
    }

    /// The letters that begin the words of each row.
    pub(super) fn initials(&self) -> &[Letters] {
        &self.initials
    }

    /// A row as planes; empty where it is long or not plain.
    pub(super) fn planes(&self, row: usize) -> Planes {
        self.planes.get(row)
    }
}
