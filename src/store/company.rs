//! Who is named beside an entity, found out in slices: every other entity's postings are gone through once.

use super::entities::{Entity, EntityId};
use super::{ArticleId, Store};
use crate::model::Kind;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Postings that are gone through in the time of one step.
const POSTINGS: usize = 256;
/// Marks of an article: it is listed; it is listed and names the entity.
const LISTED: u8 = 1;
const WITH: u8 = 3;

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
    marks: Vec<u8>,
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
    /// Of `with` (the articles that name `entity`, of all `listed` ones); at most `most` of a kind are wanted.
    pub fn of(store: &Store, entity: EntityId, with: &[ArticleId], listed: &[ArticleId], most: usize) -> Self {
        let mut marks = vec![0; store.len()];
        listed.iter().for_each(|article| marks[article.0 as usize] = LISTED);
        with.iter().for_each(|article| marks[article.0 as usize] = WITH);
        Self { entity, marks, listed: listed.len() as u32, with: with.len() as u32, next: 0, most, best: BTreeMap::new() }
    }

    /// Goes on for some steps of about a microsecond each; true when all is known.
    pub fn go_on(&mut self, store: &Store, mut steps: usize) -> bool {
        while steps > 0 && (self.next as usize) < store.entities.len() {
            let (id, entity) = (EntityId(self.next), store.entity(EntityId(self.next)));
            steps = steps.saturating_sub(1 + entity.postings.len() / POSTINGS);
            self.next += 1;
            if let Some(companion) = self.companion(id, entity) {
                self.keep(entity.kind, companion);
            }
        }
        self.next as usize >= store.entities.len()
    }

    /// Those of a kind, the most associated first.
    pub fn companions(&self, kind: Kind) -> &[Companion] {
        self.best.get(&kind).map(Vec::as_slice).unwrap_or_default()
    }

    fn companion(&self, id: EntityId, entity: &Entity) -> Option<Companion> {
        let (mut both, mut other) = (0, 0);
        for posting in &entity.postings {
            // One that has landed since is not listed yet.
            let mark = self.marks.get(posting.article.0 as usize).copied().unwrap_or(0);
            both += u32::from(mark >> 1);
            other += u32::from(mark & LISTED);
        }
        let association = || log_likelihood(both, self.with, other, self.listed);
        (both > 0 && id != self.entity).then(|| Companion { entity: id, articles: both, association: association() })
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
