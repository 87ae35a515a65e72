//! Every article in memory, what they name, and the one narrow door through which queries are answered.

mod about;
mod bits;
mod calendar;
mod called;
mod company;
mod corrections;
mod counting;
mod digest;
mod entities;
mod fuzzy;
mod highlights;
mod keys;
mod letters;
mod marks;
mod matching;
mod merging;
mod names;
mod order;
mod plain;
mod planes;
mod query;
mod quoted;
mod radix;
mod run;
mod scan;
mod scores;
mod search;
mod searching;
mod shelf;
mod sorting;
mod stories;
mod tables;
mod watch;

pub use about::{Namesakes, QuoteId, Surfaces};
pub use bits::Bits;
pub use calendar::{Calendar, Unit};
pub use company::{Companion, Company};
pub use counting::{Counting, Wanted};
pub use digest::Digest;
pub use entities::{Entity, EntityCount, EntityId, Posting, filter_for};
pub use matching::{Found, Known, Matching};
pub use merging::Merging;
pub use names::NameTable;
pub use order::{Hit, Order};
pub use query::{LANGUAGE, Parsed, Problem, Query};
pub use radix::Radix;
pub use searching::{Hits, Reached, Searching};
pub use shelf::{Batch, Chunk, Missing, Records, Shelf};
pub use stories::Shared;
pub use tables::{NotTables, PARTS, Tables, Writing};
pub use watch::WatchList;

use crate::extract::Gazetteer;
use crate::model::{Article, ContentId, Correction, Date, Head, Kind, Mention, NameId, Quote};
use crate::text::Span;
use entities::Entities;
use keys::KeyTable;
use marks::MarkTable;
use quoted::QuoteTable;
use serde::{Deserialize, Serialize};
use shelf::Recent;
use std::fmt;
use std::sync::Arc;
use stories::Stories;

/// An article's place in the store, counted in the order of insertion.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// The articles and their names.
pub struct Store {
    shelf: Shelf,
    recent: Recent,
    contents: Vec<ContentId>,
    keys: KeyTable,
    quoted: QuoteTable,
    /// For each article, the entity of each of its names, as found.
    names: Vec<Box<[EntityId]>>,
    entities: Entities,
    corrections: Vec<Correction>,
    marks: MarkTable,
    stories: Stories,
}

impl Store {
    /// An empty store. The gazetteer gives entities the aliases by which they can be found.
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self {
            shelf: Shelf::default(),
            recent: Recent::default(),
            contents: Vec::new(),
            keys: KeyTable::default(),
            quoted: QuoteTable::default(),
            names: Vec::new(),
            entities: Entities::new(gazetteer),
            corrections: Vec::new(),
            marks: MarkTable::default(),
            stories: Stories::default(),
        }
    }

    /// Adds an article, which is kept in memory.
    pub fn insert(&mut self, article: Article) -> ArticleId {
        self.insert_all(Batch::held(vec![article]));
        ArticleId(self.len() as u32 - 1)
    }

    /// Adds articles: joins their names with those of the others, and themselves with those that tell the same story.
    pub fn insert_all(&mut self, batch: Batch) {
        self.shelf.push(batch.chunk, batch.lengths);
        batch.digests.into_iter().for_each(|digest| self.land(digest));
    }

    fn land(&mut self, digest: Digest) {
        let id = ArticleId(self.len() as u32);
        let names: Box<[EntityId]> = digest.names().map(|(kind, entry, name)| self.entities.intern(kind, entry, name)).collect();
        for (name, form, mentions) in digest.forms() {
            self.entities.mention(names[name.0 as usize], id, form, mentions);
        }
        self.marks.landed(digest.content, id);
        self.keys.landed(digest.keys);
        self.quoted.landed(&digest.quotes, &names);
        self.names.push(names);
        self.contents.push(digest.content);
        if self.entities.landed {
            self.replay();
        }
        self.stories.insert(digest.body, &digest.passages, |other| self.recent.get(other, &self.shelf));
    }

    pub fn len(&self) -> usize {
        self.contents.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An article, read from where it lies unless it was looked at lately.
    pub fn article(&self, id: ArticleId) -> Arc<Article> {
        self.recent.get(id, &self.shelf)
    }

    /// What a list tells of an article, without a look at the rest of it.
    pub fn head(&self, id: ArticleId) -> Head {
        self.shelf.head(id).unwrap_or_else(|_| self.article(id).head())
    }

    /// An article could not be read, because the file it was kept in is gone or damaged; another stands in its place.
    pub fn is_damaged(&self) -> bool {
        self.recent.is_missing()
    }

    /// What an article's marks are kept by: the same as its own, without a look at the article.
    pub fn content(&self, id: ArticleId) -> ContentId {
        self.contents[id.0 as usize]
    }

    /// The day of an article: the same as its own, without a look at the article.
    pub fn published(&self, id: ArticleId) -> Option<Date> {
        self.keys.day(id.0 as usize).date()
    }

    /// All articles in the order of insertion.
    pub fn articles(&self) -> impl Iterator<Item = (ArticleId, Arc<Article>)> {
        self.ids().map(|id| (id, self.article(id)))
    }

    /// Takes over what the user said of names and articles from the store in whose place this one is put.
    pub fn inherit(&mut self, from: Store) {
        self.marks.inherit(from.marks);
        self.correct(from.corrections);
    }

    /// All articles by number.
    pub fn ids(&self) -> impl Iterator<Item = ArticleId> + use<> {
        (0..self.len() as u32).map(ArticleId)
    }

    /// The articles whose content id begins with these hexadecimal digits; the same content twice is found twice.
    pub fn find(&self, prefix: &str) -> Vec<ArticleId> {
        let prefix = prefix.to_ascii_lowercase();
        self.ids().filter(|id| !prefix.is_empty() && self.content(*id).to_string().starts_with(&prefix)).collect()
    }

    pub fn entity(&self, id: EntityId) -> &Entity {
        self.entities.get(id)
    }

    /// The entity of this kind and canonical name.
    pub fn entity_named(&self, kind: Kind, name: &str) -> Option<EntityId> {
        self.entities.named(kind, name)
    }

    /// Where entities have their aliases, subkinds and coordinates from.
    pub fn gazetteer(&self) -> &Gazetteer {
        self.entities.gazetteer()
    }

    /// All entities that are mentioned, in the order in which they were first named.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.entities.iter()
    }

    /// The numbers that entities have, also those that nothing mentions any more.
    pub fn entities_ever(&self) -> usize {
        self.entities.len()
    }

    /// The entity behind a name of one article; nothing when the user says it is no name.
    pub fn entity_of(&self, article: ArticleId, name: NameId) -> Option<EntityId> {
        self.entities.standing(self.name_found(article, name))
    }

    /// Who said a quote of one article, where that is known.
    pub fn speaker(&self, article: ArticleId, quote: &Quote) -> Option<EntityId> {
        self.entity_of(article, quote.speaker?)
    }

    /// The entity that a mention in an article speaks of; nothing when the user says it is no name.
    pub fn entity_at(&self, article: ArticleId, mention: &Mention) -> Option<EntityId> {
        self.meant(article, mention, &self.article(article).text)
    }

    /// [`Store::entity_at`], with the text of the article at hand.
    fn meant(&self, article: ArticleId, mention: &Mention, text: &str) -> Option<EntityId> {
        self.entities.meant(self.name_found(article, mention.name), mention.span.of(text))
    }

    /// The mentions in one article that name something, in text order.
    pub fn mentions(&self, article: ArticleId) -> impl Iterator<Item = (Span, EntityId)> {
        let read = self.article(article);
        (0..read.annotations.mentions.len()).filter_map(move |number| {
            let mention = &read.annotations.mentions[number];
            Some((mention.span, self.meant(article, mention, &read.text)?))
        })
    }

    /// [`Store::mentions`] that reach into a part of the text.
    pub fn mentions_within(&self, article: ArticleId, part: Span) -> impl Iterator<Item = (Span, EntityId)> {
        let read = self.article(article);
        let first = read.annotations.mentions.partition_point(|mention| mention.span.end <= part.start);
        let mention = move |number: usize| read.annotations.mentions.get(number).copied().map(|mention| (mention, read.clone()));
        let within = (first..).map_while(mention).take_while(move |(mention, _)| mention.span.start < part.end);
        within.filter_map(move |(mention, read)| Some((mention.span, self.meant(article, &mention, &read.text)?)))
    }

    /// Where an entity is mentioned: articles in store order, spans in text order.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = (ArticleId, Span)> {
        let postings = self.entity(entity).postings.iter();
        postings.flat_map(move |posting| self.mentions_in(posting.article, entity).map(move |span| (posting.article, span)))
    }

    /// Where one article mentions an entity.
    pub fn mentions_in(&self, article: ArticleId, entity: EntityId) -> impl Iterator<Item = Span> {
        self.mentions(article).filter(move |(_, other)| *other == entity).map(|(span, _)| span)
    }

    fn name_found(&self, article: ArticleId, name: NameId) -> EntityId {
        self.names[article.0 as usize][name.0 as usize]
    }
}

/// Its size: what is in it is too much to tell.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Store({} articles, {} entities)", self.len(), self.entities.len())
    }
}
