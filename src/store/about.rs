//! What some articles tell about one entity: how it is written, who is named beside it, what it said.

use super::{ArticleId, EntityId, Store};
use crate::text::{Case, folded};
use std::collections::HashMap;

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

/// A quote, by its article and its number there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct QuoteId {
    pub article: ArticleId,
    pub number: u32,
}

impl Store {
    /// How an entity is written in some articles, and how often: the commonest first, then by the alphabet.
    pub fn surfaces(&self, entity: EntityId, articles: &[ArticleId]) -> Vec<(&str, u32)> {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for &article in articles {
            let text = &self.article(article).text;
            self.mentions_in(article, entity).for_each(|span| *counts.entry(span.of(text)).or_default() += 1);
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
        counts
    }

    /// The other entities that are called by a form too: what the words alone leave open.
    pub fn also_called(&self, entity: EntityId, form: &str) -> Vec<EntityId> {
        let key = folded(form, Case::Lower);
        let others = self.entities().filter(|(id, other)| *id != entity && other.forms.iter().any(|known| **known == *key));
        others.map(|(id, _)| id).collect()
    }

    /// Who is named beside an entity in `with` (the articles that name it, of all `listed` ones), the most associated first.
    pub fn companions(&self, entity: EntityId, with: &[ArticleId], listed: &[ArticleId]) -> Vec<Companion> {
        let all = self.counts(listed.iter().copied());
        let in_all: HashMap<EntityId, u32> = all.iter().map(|count| (count.entity, count.articles)).collect();
        let beside = self.counts(with.iter().copied());
        let (named, listed) = (with.len() as u32, listed.len() as u32);
        let companion = |count: &super::EntityCount| {
            let other = in_all.get(&count.entity).copied().unwrap_or(count.articles);
            let association = log_likelihood(count.articles, named, other, listed);
            Companion { entity: count.entity, articles: count.articles, association }
        };
        let mut companions: Vec<_> = beside.iter().filter(|count| count.entity != entity).map(companion).collect();
        companions.sort_by(|one, other| {
            let strength = |companion: &Companion| (companion.association, f64::from(companion.articles));
            let by_strength = strength(other).partial_cmp(&strength(one)).unwrap_or(std::cmp::Ordering::Equal);
            by_strength.then(one.entity.cmp(&other.entity))
        });
        companions
    }

    pub fn quote(&self, id: QuoteId) -> &crate::model::Quote {
        &self.article(id.article).annotations.quotes[id.number as usize]
    }
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
