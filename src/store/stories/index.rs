//! Passages to the articles that have them, small: most passages have one article, which then stands in the table itself.

use super::{ArticleId, MOST_HOLDERS};
use crate::text::WordHash;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// A table that grows moves all it has; of many small ones only one moves at a time, so no insertion takes long.
const TABLES: usize = 256;

/// Numbers from here on are lists.
const LISTS: u32 = 1 << 31;
const STOCK: Holders = Holders(ArticleId(u32::MAX));

/// A hash in two halves: aligned to four bytes, it makes an entry of 12 bytes instead of 16.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
struct Key([u32; 2]);

/// An article, or [`LISTS`] and the number of a list, or [`STOCK`].
#[derive(Copy, Clone, PartialEq, Eq)]
struct Holders(ArticleId);

pub(super) struct Index {
    tables: Box<[HashMap<Key, Holders, FixedState>]>,
    /// The articles of passages that have several, in store order; empty where the passage became a stock phrase.
    lists: Vec<Vec<ArticleId>>,
}

impl Default for Index {
    fn default() -> Self {
        Self { tables: vec![HashMap::default(); TABLES].into(), lists: Vec::new() }
    }
}

impl Index {
    /// Notes that a passage stands in an article, the newest. When that makes it a stock phrase, gives all who have it.
    pub fn add(&mut self, passage: WordHash, article: ArticleId) -> Vec<ArticleId> {
        let holders = self.tables[table(passage)].entry(key(passage)).or_insert(Holders(article));
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
    pub fn holders(&self, passage: WordHash) -> &[ArticleId] {
        match self.tables[table(passage)].get(&key(passage)) {
            None | Some(&STOCK) => &[],
            Some(Holders(ArticleId(number))) if *number >= LISTS => &self.lists[(number - LISTS) as usize],
            Some(Holders(article)) => std::slice::from_ref(article),
        }
    }
}

fn table(passage: WordHash) -> usize {
    passage as usize % TABLES
}

fn key(passage: WordHash) -> Key {
    Key([passage as u32, (passage >> 32) as u32])
}
