//! What some articles tell about one entity: how it is written, what it said.

use super::letters::Letters;
use super::{ArticleId, Entity, EntityId, Store};
use crate::model::Quote;
use crate::text::{Case, folded};
use std::collections::HashMap;

/// A quote, by its article and its number there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct QuoteId {
    pub article: ArticleId,
    pub number: u32,
}

impl Store {
    /// How an entity is written in some articles, and how often: the commonest first, then by the alphabet.
    pub fn surfaces(&self, entity: EntityId, articles: &[ArticleId]) -> Vec<(Box<str>, u32)> {
        let mut counts: HashMap<Box<str>, u32> = HashMap::new();
        for &article in articles {
            let text = &self.article(article).text;
            self.mentions_in(article, entity).for_each(|span| *counts.entry(span.of(text).into()).or_default() += 1);
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counts
    }

    /// The other entities that are called by a form too: what the words alone leave open.
    pub fn also_called(&self, entity: EntityId, form: &str) -> Vec<EntityId> {
        let key = folded(form, Case::Lower);
        let letters = Letters::of(&key);
        let bears = |other: &Entity| other.letters.hold(letters) && other.forms.iter().any(|known| **known == *key);
        let others = self.entities().filter(|(id, other)| *id != entity && bears(other));
        others.map(|(id, _)| id).collect()
    }

    pub fn quote(&self, id: QuoteId) -> Quote {
        self.article(id.article).annotations.quotes[id.number as usize]
    }
}
