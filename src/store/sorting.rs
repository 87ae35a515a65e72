//! The order of hits, in slices: by a number where the order has one, by their letters where it is that of titles.

use super::keys::Day;
use super::merging::Merging;
use super::radix::Radix;
use super::scores::ascending;
use super::{ArticleId, Hit, Order, Store};
use std::cmp::Ordering;

/// A title's first eight bytes, and the hit.
type Titled = (u64, Hit);

/// Hits that are being sorted, or are.
pub(super) struct Sorting {
    order: Order,
    by: By,
    /// The place of each source in the alphabet, where that matters.
    sources: Vec<u32>,
}

enum By {
    Number(Radix),
    Title(Merging<Titled>),
}

impl Sorting {
    pub fn by(order: Order, store: &Store) -> Self {
        let by = match order {
            Order::Title => By::Title(Merging::with_room(store.len())),
            _ => By::Number(Radix::with_room(store.len())),
        };
        let sources = if order == Order::Source { store.keys.source_ranks() } else { Vec::new() };
        Self { order, by, sources }
    }

    /// Another hit; all come before the sorting begins, and in store order.
    pub fn push(&mut self, hit: Hit, store: &Store) {
        let key = self.key(hit, store);
        match &mut self.by {
            By::Number(radix) => radix.push(key, packed(hit)),
            By::Title(merging) => merging.push((key, hit)),
        }
    }

    /// Numbers in the order, smaller ones first. Sources that are new since the beginning come last.
    fn key(&self, hit: Hit, store: &Store) -> u64 {
        let article = hit.article.0 as usize;
        let day = store.keys.day(article);
        match self.order {
            Order::Rank => both(!ascending(hit.score), newest(day)),
            Order::Newest => newest(day).into(),
            Order::Oldest => oldest(day).into(),
            Order::Title => beginning(store.keys.headline(article)),
            Order::Source => both(self.sources.get(store.keys.sources().number(article)).copied().unwrap_or(u32::MAX), newest(day)),
            Order::Corpus => 0,
        }
    }

    pub fn len(&self) -> usize {
        match &self.by {
            By::Number(radix) => radix.len(),
            By::Title(merging) => merging.all().len(),
        }
    }

    pub fn get(&self, place: usize) -> Hit {
        match &self.by {
            By::Number(radix) => unpacked(radix.get(place)),
            By::Title(merging) => merging.all()[place].1,
        }
    }

    /// Does as much as `steps` allow and takes that from them; true when all is sorted.
    pub fn go_on(&mut self, store: &Store, steps: &mut usize) -> bool {
        match &mut self.by {
            By::Number(radix) => radix.go_on(steps),
            By::Title(merging) => merging.go_on(steps, |one, other| compared(store, one, other)),
        }
    }
}

fn compared(store: &Store, one: &Titled, other: &Titled) -> Ordering {
    let headline = |titled: &Titled| store.keys.headline(titled.1.article.0 as usize);
    one.0.cmp(&other.0).then_with(|| headline(one).cmp(headline(other)))
}

fn packed(hit: Hit) -> u64 {
    both(hit.score as u32, hit.article.0)
}

fn unpacked(number: u64) -> Hit {
    Hit { article: ArticleId(number as u32), score: (number >> 32) as i32 }
}

fn both(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// The latest first, undated last.
fn newest(day: Day) -> u32 {
    u32::MAX - day.0
}

/// The earliest first, undated last.
fn oldest(day: Day) -> u32 {
    day.0.wrapping_sub(1)
}

/// The first eight bytes of a text, in the order of texts.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(to, byte)| *to = byte);
    u64::from_be_bytes(bytes)
}
