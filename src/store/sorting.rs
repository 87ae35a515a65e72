//! Sorting that can be interrupted: short runs first, then two and two of them merged until one is left.

use super::keys::{BySource, Keys};
use super::{Hit, Order, Store};
use crate::model::Date;
use std::cmp::Ordering;

/// Hits sorted at a go.
const RUN: usize = 512;

/// A hit and the number it is sorted by, smaller ones first. Titles need their letters too where the first eight are the same.
#[derive(Copy, Clone)]
struct Keyed {
    key: u64,
    hit: Hit,
}

/// Gives hits their keys in an order.
pub(super) struct Key {
    order: Order,
    sources: BySource<u32>,
}

impl Key {
    pub fn of(order: Order, store: &Store) -> Self {
        Self { order, sources: store.keys.source_ranks() }
    }

    fn key(&self, hit: &Hit, keys: &Keys) -> u64 {
        match self.order {
            Order::Rank => both(!ascending(hit.score), newest(keys.published)),
            Order::Newest => newest(keys.published).into(),
            Order::Oldest => keys.published.map_or(u64::MAX, |day| number(day).into()),
            Order::Title => beginning(&keys.headline),
            Order::Source => both(self.sources.get(keys.source), newest(keys.published)),
            Order::Corpus => 0,
        }
    }
}

fn both(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Numbers in the order of the scores.
fn ascending(score: i64) -> u32 {
    (score.clamp(i32::MIN.into(), i32::MAX.into()) - i64::from(i32::MIN)) as u32
}

/// Numbers in the order of the days.
fn number(day: Date) -> u32 {
    (i32::from(day.year()) + 10_000) as u32 * 512 + day.month() as u32 * 32 + day.day() as u32
}

/// The latest first, undated last.
fn newest(day: Option<Date>) -> u32 {
    day.map_or(u32::MAX, |day| u32::MAX - number(day))
}

/// The first eight bytes of a text, in the order of texts.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(to, byte)| *to = byte);
    u64::from_be_bytes(bytes)
}

/// Hits that are being sorted.
pub(super) struct Sorting {
    key: Key,
    hits: Vec<Keyed>,
    /// What the pass at work has merged so far.
    merged: Vec<Keyed>,
    /// How long the sorted runs are; 0 until all of the first ones are sorted.
    width: usize,
    /// How far the first runs are sorted, or where the two runs begin that are merged.
    at: usize,
    /// How far the two runs are merged.
    left: usize,
    right: usize,
}

impl Sorting {
    pub fn by(key: Key) -> Self {
        Self { key, hits: Vec::new(), merged: Vec::new(), width: 0, at: 0, left: 0, right: 0 }
    }

    /// Another hit; all come before the sorting begins, and in store order.
    pub fn push(&mut self, hit: Hit, store: &Store) {
        let key = self.key.key(&hit, store.keys.get(hit.article.0 as usize));
        self.hits.push(Keyed { key, hit });
    }

    pub fn hits(self) -> Vec<Hit> {
        self.hits.into_iter().map(|keyed| keyed.hit).collect()
    }

    /// Does as much as `steps` allow and takes that from them; true when all is sorted.
    pub fn go_on(&mut self, store: &Store, steps: &mut usize) -> bool {
        while *steps > 0 && !self.is_done() {
            if self.width == 0 { self.sort_run(store, steps) } else { self.merge(store, steps) }
        }
        self.is_done()
    }

    fn is_done(&self) -> bool {
        self.key.order == Order::Corpus || self.width >= self.hits.len()
    }

    fn sort_run(&mut self, store: &Store, steps: &mut usize) {
        let end = (self.at + RUN).min(self.hits.len());
        let order = self.key.order;
        self.hits[self.at..end].sort_unstable_by(|one, other| compared(order, store, one, other));
        *steps = steps.saturating_sub(end - self.at);
        self.at = end;
        if end == self.hits.len() {
            self.begin_pass(RUN);
        }
    }

    fn begin_pass(&mut self, width: usize) {
        self.width = width;
        self.merged.clear();
        self.begin_pair(0);
    }

    fn begin_pair(&mut self, at: usize) {
        self.at = at;
        self.left = at;
        self.right = self.middle();
    }

    fn middle(&self) -> usize {
        (self.at + self.width).min(self.hits.len())
    }

    fn end(&self) -> usize {
        (self.at + 2 * self.width).min(self.hits.len())
    }

    fn merge(&mut self, store: &Store, steps: &mut usize) {
        let (middle, end, order) = (self.middle(), self.end(), self.key.order);
        while *steps > 0 && (self.left < middle || self.right < end) {
            let (left, right) = (self.hits.get(self.left), self.hits.get(self.right));
            let (left, right) = (left.filter(|_| self.left < middle), right.filter(|_| self.right < end));
            let is_left = left.zip(right).map_or(left.is_some(), |(left, right)| compared(order, store, left, right).is_le());
            self.merged.extend(if is_left { left } else { right });
            if is_left {
                self.left += 1
            } else {
                self.right += 1
            }
            *steps -= 1;
        }
        if self.left == middle && self.right == end {
            self.next_pair(end);
        }
    }

    fn next_pair(&mut self, end: usize) {
        if end < self.hits.len() {
            return self.begin_pair(end);
        }
        std::mem::swap(&mut self.hits, &mut self.merged);
        self.begin_pass(self.width * 2);
    }
}

fn compared(order: Order, store: &Store, one: &Keyed, other: &Keyed) -> Ordering {
    let headline = |keyed: &Keyed| &store.keys.get(keyed.hit.article.0 as usize).headline;
    let by_title = || if order == Order::Title { headline(one).cmp(headline(other)) } else { Ordering::Equal };
    one.key.cmp(&other.key).then_with(by_title).then(one.hit.article.cmp(&other.hit.article))
}
