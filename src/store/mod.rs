//! Every article in memory, what they name, and the one narrow door through which queries are answered.

mod entities;
mod fuzzy;
mod highlights;
mod order;
mod query;
mod search;
mod stories;

pub use entities::{Entity, EntityCount, EntityId, Posting, filter_for};
pub use order::{Hit, Order};
pub use query::{Parsed, Problem, Query};
pub use stories::Shared;

use crate::extract::Gazetteer;
use crate::model::{Article, Mention, NameId};
use crate::text::{Case, Span, folded};
use entities::Entities;
use std::collections::HashMap;
use std::sync::Arc;
use stories::Stories;

/// An article's place in the store, counted in the order of insertion.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// The articles and their names.
pub struct Store {
    articles: Vec<Article>,
    keys: Vec<Keys>,
    /// For each article, the entity of each of its names.
    names: Vec<Box<[EntityId]>>,
    entities: Entities,
    stories: Stories,
}

/// What words are matched against, folded once.
struct Keys {
    headline: Box<str>,
    source: Box<str>,
    byline: Box<[Box<str>]>,
}

impl Keys {
    fn of(article: &Article) -> Self {
        let key = |text: &str| folded(text, Case::Lower).into_boxed_str();
        Self {
            headline: key(article.headline()),
            source: key(article.source.as_deref().unwrap_or_default()),
            byline: article.byline.iter().map(|name| key(name)).collect(),
        }
    }
}

impl Store {
    /// An empty store. The gazetteer gives entities the aliases by which they can be found.
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self { articles: Vec::new(), keys: Vec::new(), names: Vec::new(), entities: Entities::new(gazetteer), stories: Stories::default() }
    }

    /// Adds an article, joins its names with those of the others, and itself with those that tell the same story.
    pub fn insert(&mut self, article: Article) -> ArticleId {
        let id = ArticleId(self.articles.len() as u32);
        let names: Box<[EntityId]> = article.annotations.names.iter().map(|name| self.entities.intern(name)).collect();
        for mention in &article.annotations.mentions {
            self.entities.mention(names[mention.name.0 as usize], id, mention.span.of(&article.text));
        }
        self.keys.push(Keys::of(&article));
        self.names.push(names);
        self.articles.push(article);
        self.stories.insert(&self.articles);
        id
    }

    pub fn len(&self) -> usize {
        self.articles.len()
    }

    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.0 as usize]
    }

    /// All articles in the order of insertion.
    pub fn articles(&self) -> impl Iterator<Item = (ArticleId, &Article)> {
        (0..).map(ArticleId).zip(&self.articles)
    }

    /// The articles whose content id begins with these hexadecimal digits; the same content twice is found twice.
    pub fn find(&self, prefix: &str) -> Vec<ArticleId> {
        let prefix = prefix.to_ascii_lowercase();
        self.articles().filter(|(_, article)| !prefix.is_empty() && article.id.to_string().starts_with(&prefix)).map(|(id, _)| id).collect()
    }

    pub fn entity(&self, id: EntityId) -> &Entity {
        self.entities.get(id)
    }

    /// All entities in the order in which they were first named.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.entities.iter()
    }

    /// The entity behind a name of one article.
    pub fn entity_of(&self, article: ArticleId, name: NameId) -> EntityId {
        self.names[article.0 as usize][name.0 as usize]
    }

    /// Where an entity is mentioned: articles in store order, spans in text order.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = (ArticleId, Span)> {
        let postings = self.entity(entity).postings.iter();
        postings.flat_map(move |posting| {
            let is_meant = move |mention: &&Mention| self.entity_of(posting.article, mention.name) == entity;
            self.article(posting.article).annotations.mentions.iter().filter(is_meant).map(move |mention| (posting.article, mention.span))
        })
    }

    /// Who and what `articles` name: most mentions first, then most articles, then by name and kind.
    pub fn counts(&self, articles: impl Iterator<Item = ArticleId>) -> Vec<EntityCount> {
        let mut counts: HashMap<EntityId, EntityCount> = HashMap::new();
        for article in articles {
            for (entity, mentions) in self.mentioned(article) {
                let count = counts.entry(entity).or_insert(EntityCount { entity, mentions: 0, articles: 0 });
                count.mentions += mentions;
                count.articles += 1;
            }
        }
        let mut counts: Vec<EntityCount> = counts.into_values().collect();
        let rank = |count: &EntityCount| {
            (std::cmp::Reverse((count.mentions, count.articles)), &self.entity(count.entity).name, self.entity(count.entity).kind)
        };
        counts.sort_by(|one, other| rank(one).cmp(&rank(other)));
        counts
    }

    /// The entities of one article with their mentions in it.
    fn mentioned(&self, article: ArticleId) -> HashMap<EntityId, u32> {
        let mut mentions = HashMap::new();
        for mention in &self.article(article).annotations.mentions {
            *mentions.entry(self.entity_of(article, mention.name)).or_insert(0) += 1;
        }
        mentions
    }
}
