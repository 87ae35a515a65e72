//! Every article in memory, what they name, and the one narrow door through which queries are answered.

mod about;
mod calendar;
mod company;
mod corrections;
mod counting;
mod entities;
mod fuzzy;
mod highlights;
mod keys;
mod letters;
mod marks;
mod order;
mod query;
mod quoted;
mod run;
mod search;
mod searching;
mod sorting;
mod stories;
mod watch;

pub use about::QuoteId;
pub use calendar::{Calendar, Unit};
pub use company::{Companion, Company};
pub use entities::{Entity, EntityCount, EntityId, Posting, filter_for};
pub use order::{Hit, Order};
pub use query::{LANGUAGE, Parsed, Problem, Query};
pub use searching::Searching;
pub use stories::Shared;
pub use watch::WatchList;

use crate::extract::Gazetteer;
use crate::model::{Article, Correction, Date, Kind, Mention, NameId, Quote};
use crate::text::Span;
use entities::Entities;
use keys::KeyTable;
use marks::MarkTable;
use quoted::QuoteTable;
use std::sync::Arc;
use stories::Stories;

/// An article's place in the store, counted in the order of insertion.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// The articles and their names.
pub struct Store {
    articles: Vec<Arc<Article>>,
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
            articles: Vec::new(),
            keys: KeyTable::default(),
            quoted: QuoteTable::default(),
            names: Vec::new(),
            entities: Entities::new(gazetteer),
            corrections: Vec::new(),
            marks: MarkTable::default(),
            stories: Stories::default(),
        }
    }

    /// Adds an article, joins its names with those of the others, and itself with those that tell the same story.
    pub fn insert(&mut self, article: Article) -> ArticleId {
        let id = ArticleId(self.articles.len() as u32);
        let names: Box<[EntityId]> = article.annotations.names.iter().map(|name| self.entities.intern(name)).collect();
        for mention in &article.annotations.mentions {
            self.entities.mention(names[mention.name.0 as usize], id, mention.span.of(&article.text));
        }
        self.marks.landed(article.id, id);
        self.keys.landed(&article);
        self.quoted.landed(&article, &names);
        self.names.push(names);
        self.articles.push(Arc::new(article));
        if self.entities.landed {
            self.replay();
        }
        self.stories.insert(&self.articles);
        id
    }

    pub fn len(&self) -> usize {
        self.articles.len()
    }

    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    pub fn article(&self, id: ArticleId) -> &Arc<Article> {
        &self.articles[id.0 as usize]
    }

    /// The day of an article: the same as its own, without a look at the article.
    pub fn published(&self, id: ArticleId) -> Option<Date> {
        self.keys.get(id.0 as usize).published
    }

    /// All articles in the order of insertion.
    pub fn articles(&self) -> impl Iterator<Item = (ArticleId, &Article)> {
        (0..).map(ArticleId).zip(self.articles.iter().map(|article| &**article))
    }

    /// The articles whose content id begins with these hexadecimal digits; the same content twice is found twice.
    pub fn find(&self, prefix: &str) -> Vec<ArticleId> {
        let prefix = prefix.to_ascii_lowercase();
        self.articles().filter(|(_, article)| !prefix.is_empty() && article.id.to_string().starts_with(&prefix)).map(|(id, _)| id).collect()
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
        self.entities.meant(self.name_found(article, mention.name), mention.span.of(&self.article(article).text))
    }

    /// The mentions in one article that name something, in text order.
    pub fn mentions(&self, article: ArticleId) -> impl Iterator<Item = (Span, EntityId)> {
        let mentions = &self.article(article).annotations.mentions;
        mentions.iter().filter_map(move |mention| Some((mention.span, self.entity_at(article, mention)?)))
    }

    /// [`Store::mentions`] that reach into a part of the text.
    pub fn mentions_within(&self, article: ArticleId, part: Span) -> impl Iterator<Item = (Span, EntityId)> {
        let mentions = &self.article(article).annotations.mentions;
        let first = mentions.partition_point(|mention| mention.span.end <= part.start);
        let within = mentions[first..].iter().take_while(move |mention| mention.span.start < part.end);
        within.filter_map(move |mention| Some((mention.span, self.entity_at(article, mention)?)))
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
