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
        let mut surfaces = Surfaces::default();
        for &article in articles {
            let text = &self.article(article).text;
            self.mentions_in(article, entity).for_each(|span| surfaces.note(span.of(text)));
        }
        surfaces.counts()
    }

    /// The other entities that are called by a form too: what the words alone leave open.
    pub fn also_called(&self, entity: EntityId, form: &str) -> Vec<EntityId> {
        let mut namesakes = Namesakes::of(entity, form);
        namesakes.go_on(self, usize::MAX);
        namesakes.found
    }

    pub fn quote(&self, id: QuoteId) -> Quote {
        self.article(id.article).annotations.quotes[id.number as usize]
    }
}

/// How something is written, and how often.
#[derive(Clone, Debug, Default)]
pub struct Surfaces(HashMap<Box<str>, u32>);

impl Surfaces {
    pub fn note(&mut self, form: &str) {
        match self.0.get_mut(form) {
            Some(count) => *count += 1,
            None => drop(self.0.insert(form.into(), 1)),
        }
    }

    /// The commonest first, then by the alphabet.
    pub fn counts(self) -> Vec<(Box<str>, u32)> {
        let mut counts: Vec<_> = self.0.into_iter().collect();
        counts.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counts
    }
}

/// The other entities that are called by a form too, found out in slices.
#[derive(Clone, Debug)]
pub struct Namesakes {
    entity: EntityId,
    form: String,
    letters: Letters,
    /// The number of the next entity to look at.
    next: usize,
    found: Vec<EntityId>,
}

impl Namesakes {
    pub fn of(entity: EntityId, form: &str) -> Self {
        let form = folded(form, Case::Lower);
        Self { entity, letters: Letters::of(&form), form, next: 0, found: Vec::new() }
    }

    /// Looks at so many entities; true when all are looked at.
    pub fn go_on(&mut self, store: &Store, steps: usize) -> bool {
        let to = self.next.saturating_add(steps).min(store.entities.len());
        let bears = |other: &Entity| other.letters.hold(self.letters) && other.forms.iter().any(|known| **known == *self.form);
        let numbered = (self.next as u32..to as u32).map(EntityId).map(|id| (id, store.entity(id)));
        let others = numbered.filter(|(id, other)| *id != self.entity && other.mentions > 0 && bears(other));
        self.found.extend(others.map(|(id, _)| id));
        self.next = to;
        to == store.entities.len()
    }

    pub fn found(&self) -> &[EntityId] {
        &self.found
    }
}
