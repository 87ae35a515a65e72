//! The user's corrections of names, laid over what was found. They are replayed from the first one whenever they change, which costs
//! as much as the articles that name the entities they speak of.

use super::digest::Keyed;
use super::entities::{Entity, EntityId, Standing};
use super::{ArticleId, Store};
use crate::model::{Change, Correction, Kind};
use crate::text::{Case, folded};
use std::collections::{HashMap, HashSet};

impl Store {
    /// Replaces all corrections. Those that speak of names which are not here (yet) wait for them.
    pub fn correct(&mut self, corrections: Vec<Correction>) {
        self.corrections = corrections;
        self.replay();
    }

    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    pub(super) fn replay(&mut self) {
        let names = self.corrections.iter().flat_map(|correction| {
            let other = if let Change::SameAs(_, other) = &correction.change { Some(other.clone()) } else { None };
            [Some(correction.name.clone()), other]
        });
        self.entities.restore(names.flatten().collect());
        let mut changed = HashSet::new();
        for correction in std::mem::take(&mut self.corrections) {
            self.apply(&correction, &mut changed);
            self.corrections.push(correction);
        }
        self.recount(&changed);
        self.entities.landed = false;
    }

    /// Notes whose mentions have to be counted anew in `changed`.
    fn apply(&mut self, correction: &Correction, changed: &mut HashSet<EntityId>) {
        let Some(id) = self.entities.named(correction.kind, &correction.name) else { return };
        match &correction.change {
            Change::SameAs(kind, other) => self.merge(id, *kind, other, changed),
            Change::Called(name) => self.entities.change(id).rename(name),
            Change::IsA(kind) => self.entities.change(id).kind = *kind,
            Change::NotAName => self.entities.stand(id, Standing::Nothing),
            Change::Apart(alias) => self.set_apart(id, correction.kind, alias, changed),
        }
    }

    /// An entity nothing in the corpus is called by gives its name all the same.
    fn merge(&mut self, id: EntityId, kind: Kind, other: &str, changed: &mut HashSet<EntityId>) {
        match self.entities.named(kind, other) {
            Some(other) if other == id => {}
            Some(other) => {
                let Entity { name, aliases, .. } = self.entities.get(id).clone();
                let target = self.entities.change(other);
                target.also_called(&name);
                aliases.iter().for_each(|alias| target.also_called(alias));
                self.entities.stand(id, Standing::Is(other));
                changed.extend([id, other]);
            }
            None => {
                let entity = self.entities.change(id);
                entity.rename(other);
                entity.kind = kind;
            }
        }
    }

    fn set_apart(&mut self, id: EntityId, kind: Kind, alias: &str, changed: &mut HashSet<EntityId>) {
        let known = self.entities.named(kind, alias);
        let other = known.unwrap_or_else(|| self.entities.intern(kind, None, Keyed { words: alias, key: &folded(alias, Case::Lower) }));
        if other == id {
            return;
        }
        self.entities.change(id).not_called(alias);
        self.entities.change(other);
        for source in self.entities.sources(id) {
            self.entities.change(source);
            self.entities.set_apart(source, alias, other);
        }
        changed.extend([id, other]);
    }

    /// Counts the mentions of some entities from the articles that named what they are made of.
    fn recount(&mut self, changed: &HashSet<EntityId>) {
        let live: HashSet<EntityId> = changed.iter().filter_map(|id| self.entities.standing(*id)).collect();
        let mut counts: HashMap<EntityId, Vec<(ArticleId, Box<str>)>> = live.iter().map(|id| (*id, Vec::new())).collect();
        for article in self.naming(changed) {
            for (span, id) in self.mentions(article) {
                if let Some(mentions) = counts.get_mut(&id) {
                    mentions.push((article, span.of(&self.article(article).text).into()));
                }
            }
        }
        for (id, mentions) in counts {
            let entity = self.entities.change(id);
            entity.forget_mentions();
            for (article, surface) in &mentions {
                entity.mention(*article, Keyed { words: surface, key: &folded(surface, Case::Lower) }, 1);
            }
        }
    }

    /// The articles, in store order, that named any of the entities before they were corrected.
    fn naming(&self, entities: &HashSet<EntityId>) -> Vec<ArticleId> {
        let sources = entities.iter().flat_map(|id| self.entities.sources(*id));
        let articles = sources.flat_map(|id| self.entities.postings_found(id)).map(|posting| posting.article);
        let mut articles: Vec<_> = articles.collect::<HashSet<_>>().into_iter().collect();
        articles.sort_unstable();
        articles
    }
}
