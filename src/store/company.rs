//! Who is named beside an entity, found out in slices: every other entity's postings are gone through once.

use super::Store;
use super::bits::Bits;
use super::counting::Wanted;
use super::entities::{Entity, EntityId};
use crate::model::Kind;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Postings that are gone through in the time of one step.
const POSTINGS: usize = 256;
/// Entities that are passed over in that time.
const PASSED: usize = 16;

/// An entity named in the same articles as another.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Companion {
    pub entity: EntityId,
    /// Articles that name both.
    pub articles: u32,
    /// How much more often than by chance, as Dunning's log-likelihood ratio (Computational Linguistics 19:1, 1993), over articles;
    /// negative when they are named together more rarely than by chance.
    pub association: f64,
}

/// The companions of an entity, as far as they are known.
#[derive(Debug)]
pub struct Company {
    entity: EntityId,
    /// The listed articles that name it, by number.
    beside: Bits,
    listed: u32,
    with: u32,
    /// The number of the next entity to look at.
    next: u32,
    /// How many of a kind are wanted.
    most: usize,
    /// The most associated first.
    best: BTreeMap<Kind, Vec<Companion>>,
}

impl Company {
    /// Of `entity`, which the articles `beside` name, `with` in number, of so many that are listed; at most `most` of a kind are wanted.
    pub fn of(entity: EntityId, beside: Bits, with: usize, listed: usize, most: usize) -> Self {
        Self { entity, beside, listed: listed as u32, with: with as u32, next: 0, most, best: BTreeMap::new() }
    }

    /// Goes on for some steps of about a microsecond each; true when all is known. What is listed is the same each time.
    pub fn go_on(&mut self, store: &Store, listed: &impl Wanted, mut steps: usize) -> bool {
        while steps > 0 && (self.next as usize) < store.entities.len() {
            let (id, entity) = (EntityId(self.next), store.entity(EntityId(self.next)));
            steps = steps.saturating_sub(entity.postings.len() / POSTINGS + usize::from((self.next as usize).is_multiple_of(PASSED)));
            self.next += 1;
            if let Some(companion) = self.companion(id, entity, listed) {
                self.keep(entity.kind, companion);
            }
        }
        self.next as usize >= store.entities.len()
    }

    /// Those of a kind, the most associated first.
    pub fn companions(&self, kind: Kind) -> &[Companion] {
        self.best.get(&kind).map(Vec::as_slice).unwrap_or_default()
    }

    fn companion(&self, id: EntityId, entity: &Entity, listed: &impl Wanted) -> Option<Companion> {
        let both = entity.postings.iter().filter(|posting| self.beside.has(posting.article.0 as usize)).count() as u32;
        if both == 0 || id == self.entity {
            return None;
        }
        let other = entity.postings.iter().filter(|posting| listed.contains(posting.article)).count() as u32;
        Some(Companion { entity: id, articles: both, association: log_likelihood(both, self.with, other, self.listed) })
    }

    /// Puts a companion behind those that are associated as much, if it is among the most associated.
    fn keep(&mut self, kind: Kind, companion: Companion) {
        let best = self.best.entry(kind).or_default();
        let place = best.partition_point(|other| stronger_first(other, &companion).is_le());
        if place < self.most {
            best.insert(place, companion);
            best.truncate(self.most);
        }
    }
}

fn stronger_first(one: &Companion, other: &Companion) -> Ordering {
    other.association.total_cmp(&one.association).then(other.articles.cmp(&one.articles))
}

/// Of `all` articles, `one` name the first, `other` the second, `both` both.
fn log_likelihood(both: u32, one: u32, other: u32, all: u32) -> f64 {
    let [both, one, other, all] = [both, one, other, all].map(f64::from);
    let part = |seen: f64, expected: f64| if seen > 0.0 { seen * (seen / expected).ln() } else { 0.0 };
    let cells = [
        (both, one * other / all),
        (one - both, one * (all - other) / all),
        (other - both, (all - one) * other / all),
        (all - one - other + both, (all - one) * (all - other) / all),
    ];
    let ratio = 2.0 * cells.iter().map(|(seen, expected)| part(*seen, *expected)).sum::<f64>();
    if both < cells[0].1 { -ratio } else { ratio }
}

#[cfg(test)]
mod tests {
    use super::log_likelihood;

    /// The bigram `the swiss` is the first line of table 2 in Dunning's paper: 270.72 with k(AB) = 110, k(A¬B) = 2442,
    /// k(¬AB) = 111, k(¬A¬B) = 29114.
    #[test]
    fn it_is_dunnings_ratio() {
        let ratio = log_likelihood(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114);
        assert!((ratio - 270.72).abs() < 0.01, "{ratio}");
    }

    #[test]
    fn chance_is_nothing_and_avoidance_is_negative() {
        assert!(log_likelihood(4, 8, 50, 100).abs() < 1e-9);
        assert!(log_likelihood(1, 8, 50, 100) < 0.0);
    }
}
