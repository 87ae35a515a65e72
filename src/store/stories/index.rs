//! Passages to the articles that have them, small: most passages have one article, which then stands in the table itself.

use super::{ArticleId, MOST_HOLDERS};
use crate::text::WordHash;
use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A table that grows moves all it has; of many small ones only one moves at a time, so no insertion takes long,
/// nor does writing one down.
pub(in super::super) const TABLES: usize = 4096;

/// Numbers from here on are lists.
const LISTS: u32 = 1 << 31;
const STOCK: Holders = Holders(ArticleId(u32::MAX));

/// A hash in two halves: aligned to four bytes, it makes an entry of 12 bytes instead of 16.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
struct Key([u32; 2]);

/// An article, or [`LISTS`] and the number of a list, or [`STOCK`].
#[derive(Copy, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Holders(ArticleId);

pub(in super::super) struct Index {
    tables: Box<[Table]>,
    /// The articles of passages that have several, in store order; empty where the passage became a stock phrase.
    lists: Vec<Vec<ArticleId>>,
}

/// The passages whose hashes have the same remainder.
#[derive(Default)]
struct Table {
    /// Those that are new, or have other holders than in `written`.
    fresh: HashMap<Key, Holders, FixedState>,
    written: Written,
}

/// Passages as they are written down: ready to be searched as soon as they are read.
#[derive(Default, Serialize, Deserialize)]
pub(in super::super) struct Written {
    /// Sorted.
    passages: Vec<WordHash>,
    /// Of each.
    holders: Vec<Holders>,
}

impl Default for Index {
    fn default() -> Self {
        Self::restored(Vec::new(), Vec::new())
    }
}

impl Index {
    /// What [`Index::table`] and [`Index::lists`] gave.
    pub fn restored(tables: Vec<Written>, lists: Vec<Vec<ArticleId>>) -> Self {
        let written = tables.into_iter().chain(std::iter::repeat_with(Written::default)).take(TABLES);
        Self { tables: written.map(|written| Table { written, ..Table::default() }).collect(), lists }
    }

    /// One of the [`TABLES`] tables, as it is to be written down.
    pub fn table(&self, number: usize) -> Written {
        let Table { fresh, written } = &self.tables[number];
        let kept = written
            .passages
            .iter()
            .copied()
            .zip(written.holders.iter().copied())
            .filter(|(passage, _)| !fresh.contains_key(&key(*passage)));
        let mut all: Vec<(WordHash, Holders)> = kept.chain(fresh.iter().map(|(key, holders)| (key.passage(), *holders))).collect();
        all.sort_unstable_by_key(|(passage, _)| *passage);
        let (passages, holders) = all.into_iter().unzip();
        Written { passages, holders }
    }

    pub fn lists(&self) -> &[Vec<ArticleId>] {
        &self.lists
    }

    /// Notes that a passage stands in an article, the newest. When that makes it a stock phrase, gives all who have it.
    pub fn add(&mut self, passage: WordHash, article: ArticleId) -> Vec<ArticleId> {
        let Table { fresh, written } = &mut self.tables[table(passage)];
        let holders = fresh.entry(key(passage)).or_insert_with(|| written.get(passage).unwrap_or(Holders(article)));
        match *holders {
            STOCK => return Vec::new(),
            Holders(first) if first == article => return Vec::new(),
            Holders(ArticleId(number)) if number >= LISTS => {
                let list = &mut self.lists[(number - LISTS) as usize];
                list.push(article);
                if list.len() > MOST_HOLDERS {
                    *holders = STOCK;
                    return std::mem::take(list);
                }
            }
            Holders(first) => {
                *holders = Holders(ArticleId(LISTS + self.lists.len() as u32));
                self.lists.push(vec![first, article]);
            }
        }
        Vec::new()
    }

    /// The articles that have a passage, in store order; none when it is a stock phrase.
    pub fn holders(&self, passage: WordHash) -> impl Iterator<Item = ArticleId> {
        let Table { fresh, written } = &self.tables[table(passage)];
        let (one, list) = match fresh.get(&key(passage)).copied().or_else(|| written.get(passage)) {
            None | Some(STOCK) => (None, &[][..]),
            Some(Holders(ArticleId(number))) if number >= LISTS => (None, &self.lists[(number - LISTS) as usize][..]),
            Some(Holders(article)) => (Some(article), &[][..]),
        };
        one.into_iter().chain(list.iter().copied())
    }
}

impl Written {
    fn get(&self, passage: WordHash) -> Option<Holders> {
        self.passages.binary_search(&passage).ok().map(|at| self.holders[at])
    }
}

impl Key {
    fn passage(self) -> WordHash {
        WordHash::from(self.0[0]) | WordHash::from(self.0[1]) << 32
    }
}

fn table(passage: WordHash) -> usize {
    passage as usize % TABLES
}

fn key(passage: WordHash) -> Key {
    Key([passage as u32, (passage >> 32) as u32])
}
