//! Names to entities across articles: one for each gazetteer entry, else one for each folded name and kind.

use super::ArticleId;
use crate::extract::Gazetteer;
use crate::model::{EntryId, Kind, Name};
use crate::text::{Case, folded};
use std::collections::HashMap;
use std::sync::Arc;

/// An entity's number, counted in the order in which entities were first named.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// What articles name.
#[derive(Debug)]
pub struct Entity {
    pub name: Box<str>,
    pub kind: Kind,
    /// Other names: the gazetteer's, and the forms found in articles.
    pub aliases: Vec<Box<str>>,
    pub entry: Option<EntryId>,
    /// Mentions in all articles.
    pub mentions: u32,
    /// The articles that name it, in store order.
    pub postings: Vec<Posting>,
    /// Name and aliases, folded for search.
    pub(super) forms: Vec<Box<str>>,
}

/// One article that names an entity, and how often.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    pub article: ArticleId,
    pub mentions: u32,
}

/// How often some articles name an entity.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct EntityCount {
    pub entity: EntityId,
    pub mentions: u32,
    pub articles: u32,
}

/// The query that finds exactly this entity: `group:"Syrian Democratic Forces"`.
pub fn filter_for(entity: &Entity) -> String {
    format!("{}:\"{}\"", entity.kind.word(), entity.name.replace('"', ""))
}

/// All entities.
pub(super) struct Entities {
    entities: Vec<Entity>,
    by_entry: HashMap<EntryId, EntityId>,
    by_name: HashMap<(Kind, String), EntityId>,
    gazetteer: Arc<Gazetteer>,
}

impl Entities {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self { entities: Vec::new(), by_entry: HashMap::new(), by_name: HashMap::new(), gazetteer }
    }

    pub fn get(&self, id: EntityId) -> &Entity {
        &self.entities[id.0 as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0..).map(EntityId).zip(&self.entities)
    }

    /// The entity an article's name stands for.
    pub fn intern(&mut self, name: &Name) -> EntityId {
        let next = EntityId(self.entities.len() as u32);
        let id = match name.entry {
            Some(entry) => *self.by_entry.entry(entry).or_insert(next),
            None => *self.by_name.entry((name.kind, folded(&name.name, Case::Lower))).or_insert(next),
        };
        if id == next {
            self.add(name);
        }
        id
    }

    /// Notes one mention, written as `surface`.
    pub fn mention(&mut self, id: EntityId, article: ArticleId, surface: &str) {
        let entity = &mut self.entities[id.0 as usize];
        entity.mentions += 1;
        match entity.postings.last_mut() {
            Some(last) if last.article == article => last.mentions += 1,
            _ => entity.postings.push(Posting { article, mentions: 1 }),
        }
        entity.also_called(surface);
    }

    fn add(&mut self, name: &Name) {
        let mut entity = Entity {
            name: name.name.clone(),
            kind: name.kind,
            aliases: Vec::new(),
            entry: name.entry,
            mentions: 0,
            postings: Vec::new(),
            forms: vec![folded(&name.name, Case::Lower).into()],
        };
        if let Some(entry) = name.entry {
            self.gazetteer.entry(entry).forms().for_each(|form| entity.also_called(form));
        }
        self.entities.push(entity);
    }
}

impl Entity {
    /// Adds an alias unless a form that folds the same is there.
    fn also_called(&mut self, form: &str) {
        let key = folded(form, Case::Lower);
        if !self.forms.iter().any(|known| **known == key) {
            self.forms.push(key.into());
            self.aliases.push(form.split_whitespace().collect::<Vec<_>>().join(" ").into());
        }
    }
}
