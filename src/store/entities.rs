//! Names to entities across articles: one for each gazetteer entry, else one for each folded name and kind.
//!
//! What the articles name is found once; what the user corrects lies over it. An entity as it was found is kept aside while a
//! correction changes it, so that corrections can be taken back without reading an article again.

use super::ArticleId;
use super::called::Called;
use super::digest::Keyed;
use super::letters::Letters;
use crate::extract::Gazetteer;
use crate::model::{EntryId, Kind};
use crate::text::{Case, folded};
use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;
use std::sync::Arc;

/// An entity's number, counted in the order in which entities were first named. It stays, whatever is corrected.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// What articles name.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// Of all forms; there may be more here than that.
    pub(super) letters: Letters,
    /// The hashes of the forms, where these are many; made when it is needed.
    #[serde(skip)]
    hashes: Option<HashSet<u64, FixedState>>,
}

/// So many forms are compared with one by one.
const FEW: usize = 16;

/// One article that names an entity, and how often.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// What a correction made of an entity as it was found.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Is(EntityId),
    Nothing,
}

/// All entities.
pub(super) struct Entities {
    /// As corrected. One that names nothing any more has no mentions.
    entities: Vec<Entity>,
    called: Called,
    /// Of those that corrections changed: as found.
    found: HashMap<EntityId, Entity>,
    standing: HashMap<EntityId, Standing>,
    /// Of an entity as found: the folded forms that are another.
    apart: HashMap<EntityId, HashMap<Box<str>, EntityId>>,
    /// Those that are because a correction split them off.
    split_off: HashSet<EntityId>,
    by_entry: HashMap<EntryId, EntityId, FixedState>,
    /// Of those without a line in the gazetteer, for each kind: by the folded name.
    by_name: [HashMap<Box<str>, EntityId, FixedState>; Kind::ALL.len()],
    gazetteer: Arc<Gazetteer>,
    /// Names that corrections speak of: when one lands, the corrections have to be applied anew.
    awaited: HashSet<Box<str>>,
    pub(super) landed: bool,
}

impl Entities {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self {
            entities: Vec::new(),
            called: Called::default(),
            found: HashMap::new(),
            standing: HashMap::new(),
            apart: HashMap::new(),
            split_off: HashSet::new(),
            by_entry: HashMap::default(),
            by_name: Default::default(),
            gazetteer,
            awaited: HashSet::new(),
            landed: false,
        }
    }

    /// Those that were written down as found, in their order.
    pub fn restored(gazetteer: Arc<Gazetteer>, entities: Vec<Entity>) -> Self {
        let mut restored = Self::new(gazetteer);
        for (id, entity) in (0..).map(EntityId).zip(&entities) {
            restored.know(entity.entry, entity.kind, entity.forms.first().map_or("", |form| form), id);
            entity.forms.iter().for_each(|form| restored.called.push(id, form));
        }
        Self { entities, ..restored }
    }

    pub fn get(&self, id: EntityId) -> &Entity {
        &self.entities[id.0 as usize]
    }

    /// An entity before any correction.
    pub fn as_found(&self, id: EntityId) -> &Entity {
        self.found.get(&id).unwrap_or(self.get(id))
    }

    /// What the entities are called, as found.
    pub fn called(&self) -> &Called {
        &self.called
    }

    /// Those that corrections changed, of which [`Entities::called`] does not tell.
    pub fn corrected(&self) -> impl Iterator<Item = EntityId> {
        self.found.keys().copied()
    }

    pub fn is_corrected(&self, id: EntityId) -> bool {
        self.found.contains_key(&id)
    }

    /// With those that nothing mentions.
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// All that are mentioned.
    pub fn iter(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0..).map(EntityId).zip(&self.entities).filter(|(_, entity)| entity.mentions > 0)
    }

    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The entity an article's name stands for, as found.
    pub fn intern(&mut self, kind: Kind, entry: Option<EntryId>, name: Keyed) -> EntityId {
        let known = match entry {
            Some(entry) => self.by_entry.get(&entry),
            None => self.by_name[kind as usize].get(name.key),
        };
        known.copied().unwrap_or_else(|| self.add(kind, entry, name))
    }

    /// Notes mentions of an entity as found, written like this.
    pub fn mention(&mut self, found: EntityId, article: ArticleId, form: Keyed, mentions: u32) {
        let (is_new, is_corrected) = match self.found.get_mut(&found) {
            Some(original) => {
                // A correction knew it before any article did.
                self.landed |= original.mentions == 0;
                (original.mention(article, form, mentions), true)
            }
            None => (self.entities[found.0 as usize].mention(article, form, mentions), false),
        };
        if is_new {
            self.called.push(found, form.key);
        }
        if let Some(id) = self.meant_by(found, || form.key.into()).filter(|_| is_corrected) {
            self.entities[id.0 as usize].mention(article, form, mentions);
        }
    }

    /// What an entity as found is by the corrections, when it is written as `surface`; nothing when it is no name.
    pub fn meant(&self, found: EntityId, surface: &str) -> Option<EntityId> {
        self.meant_by(found, || folded(surface, Case::Lower).into())
    }

    /// [`Entities::meant`] by the folded form, which few need.
    fn meant_by<'a>(&self, found: EntityId, key: impl FnOnce() -> Cow<'a, str>) -> Option<EntityId> {
        if self.standing.is_empty() && self.apart.is_empty() {
            return Some(found);
        }
        let other = self.apart.get(&found).and_then(|forms| forms.get(&*key()));
        self.standing(other.copied().unwrap_or(found))
    }

    /// What an entity is by the corrections, however it is written.
    pub fn standing(&self, mut id: EntityId) -> Option<EntityId> {
        while let Some(standing) = self.standing.get(&id) {
            match standing {
                Standing::Is(other) => id = *other,
                Standing::Nothing => return None,
            }
        }
        Some(id)
    }

    /// All that an entity as found may be by the corrections, whatever it is written as.
    pub fn candidates(&self, found: EntityId) -> impl Iterator<Item = EntityId> {
        let apart = self.apart.get(&found).into_iter().flat_map(|forms| forms.values());
        apart.copied().chain([found]).filter_map(|id| self.standing(id))
    }

    fn add(&mut self, kind: Kind, entry: Option<EntryId>, name: Keyed) -> EntityId {
        let id = EntityId(self.entities.len() as u32);
        let mut entity = Entity {
            name: name.words.into(),
            kind,
            aliases: Vec::new(),
            entry,
            mentions: 0,
            postings: Vec::new(),
            letters: Letters::of(name.key),
            forms: vec![name.key.into()],
            hashes: None,
        };
        if let Some(entry) = entry {
            self.gazetteer.entry(entry).forms().for_each(|form| entity.also_called(form));
        }
        self.landed |= self.awaited.contains(name.words);
        self.know(entry, kind, name.key, id);
        entity.forms.iter().for_each(|form| self.called.push(id, form));
        self.entities.push(entity);
        id
    }

    /// Notes by what an entity is known again.
    fn know(&mut self, entry: Option<EntryId>, kind: Kind, key: &str, id: EntityId) {
        match entry {
            Some(entry) => drop(self.by_entry.insert(entry, id)),
            None => drop(self.by_name[kind as usize].insert(key.into(), id)),
        }
    }
}

/// What corrections do. A change of postings needs the articles and is made by [`super::corrections`].
impl Entities {
    /// Everything as it was found.
    pub fn restore(&mut self, awaited: HashSet<Box<str>>) {
        for (id, entity) in self.found.drain() {
            self.entities[id.0 as usize] = entity;
        }
        self.standing.clear();
        self.apart.clear();
        self.split_off.clear();
        self.awaited = awaited;
        self.landed = false;
    }

    /// The entity of this kind and name as the corrections so far left it.
    pub fn named(&self, kind: Kind, name: &str) -> Option<EntityId> {
        let called = |entity: &Entity| entity.kind == kind && *entity.name == *name;
        let known = |(id, entity): &(EntityId, &Entity)| called(entity) && self.standing(*id) == Some(*id) && self.is_somebody(*id);
        (0..).map(EntityId).zip(&self.entities).find(known).map(|(id, _)| id)
    }

    /// An article names it, or a correction made it.
    fn is_somebody(&self, id: EntityId) -> bool {
        !self.postings_found(id).is_empty() || self.split_off.contains(&id)
    }

    /// To change an entity; how it was found is kept.
    pub fn change(&mut self, id: EntityId) -> &mut Entity {
        let entity = &mut self.entities[id.0 as usize];
        self.found.entry(id).or_insert_with(|| entity.clone());
        entity
    }

    pub fn stand(&mut self, id: EntityId, standing: Standing) {
        self.change(id).forget_mentions();
        self.standing.insert(id, standing);
    }

    /// The entities as found that are `id` by the corrections.
    pub fn sources(&self, id: EntityId) -> Vec<EntityId> {
        let merged = self.standing.keys().filter(|source| self.standing(**source) == Some(id));
        let mut sources: Vec<_> = merged.copied().chain([id]).collect();
        sources.sort_unstable();
        sources
    }

    /// The articles that named an entity before any correction.
    pub fn postings_found(&self, id: EntityId) -> &[Posting] {
        &self.as_found(id).postings
    }

    pub fn set_apart(&mut self, found: EntityId, form: &str, other: EntityId) {
        self.split_off.insert(other);
        self.apart.entry(found).or_default().insert(folded(form, Case::Lower).into(), other);
    }
}

impl Entity {
    /// Notes mentions in an article, the newest of those that name it, written like this; true when it was never written so before.
    pub(super) fn mention(&mut self, article: ArticleId, form: Keyed, mentions: u32) -> bool {
        self.mentions += mentions;
        match self.postings.last_mut() {
            Some(last) if last.article == article => last.mentions += mentions,
            _ => self.postings.push(Posting { article, mentions }),
        }
        self.called(form)
    }

    /// Adds an alias unless a form that folds the same is there.
    pub(super) fn also_called(&mut self, form: &str) {
        self.called(Keyed { words: form, key: &folded(form, Case::Lower) });
    }

    fn called(&mut self, form: Keyed) -> bool {
        let is_new = self.is_new(form.key);
        if is_new {
            self.letters = self.letters.and(Letters::of(form.key));
            self.forms.push(form.key.into());
            self.aliases.push(form.words.split_whitespace().collect::<Vec<_>>().join(" ").into());
        }
        is_new
    }

    /// No form folds like this. A name that is found in many articles can have thousands, as when it is a first name.
    fn is_new(&mut self, key: &str) -> bool {
        if self.forms.len() <= FEW {
            return !self.forms.iter().any(|known| **known == *key);
        }
        let hash = |form: &str| FixedState::default().hash_one(form);
        self.hashes.get_or_insert_with(|| self.forms.iter().map(|form| hash(form)).collect()).insert(hash(key))
    }

    /// Gives it a name; the one before stays an alias.
    pub(super) fn rename(&mut self, name: &str) {
        let before = std::mem::replace(&mut self.name, name.into());
        let key = folded(name, Case::Lower);
        self.aliases.retain(|alias| folded(alias, Case::Lower) != key);
        self.forms.retain(|form| **form != key);
        self.hashes = None;
        self.letters = self.letters.and(Letters::of(&key));
        self.forms.insert(0, key.into());
        if *before != *self.name {
            let (form, known) = (folded(&before, Case::Lower), &self.forms);
            if known[0].as_ref() != form {
                self.aliases.insert(0, before);
            }
        }
    }

    /// Takes an alias away.
    pub(super) fn not_called(&mut self, alias: &str) {
        let key = folded(alias, Case::Lower);
        self.aliases.retain(|known| folded(known, Case::Lower) != key);
        self.forms.retain(|form| **form != key);
        self.hashes = None;
    }

    pub(super) fn forget_mentions(&mut self) {
        self.mentions = 0;
        self.postings.clear();
    }
}
