//! How often some articles name each entity.

use super::entities::{Entity, EntityCount, EntityId};
use super::{ArticleId, Store};

/// Names are counted by what stands in each article when fewer than one in so many articles is asked for, else by where each name
/// stands.
const FEW: usize = 32;

impl Store {
    /// Who and what `articles` name, in the order in which entities were first named. Each article counts once.
    pub fn counts(&self, articles: impl Iterator<Item = ArticleId>) -> Vec<EntityCount> {
        let articles: Vec<ArticleId> = articles.collect();
        if articles.len() * FEW < self.len() {
            return self.counts_of_few(&articles);
        }
        let mut wanted = vec![false; self.len()];
        articles.iter().for_each(|article| wanted[article.0 as usize] = true);
        if wanted.iter().all(|is_wanted| *is_wanted) { self.counts_of_all() } else { self.counts_of_many(&wanted) }
    }

    /// By what stands in each article.
    fn counts_of_few(&self, articles: &[ArticleId]) -> Vec<EntityCount> {
        let named = articles.iter().flat_map(|&article| self.mentions(article).map(move |(_, entity)| (entity, article)));
        let mut named: Vec<(EntityId, ArticleId)> = named.collect();
        named.sort_unstable();
        let count = |mentions: &[(EntityId, ArticleId)]| EntityCount {
            entity: mentions[0].0,
            mentions: mentions.len() as u32,
            articles: mentions.chunk_by(|one, other| one.1 == other.1).count() as u32,
        };
        named.chunk_by(|one, other| one.0 == other.0).map(count).collect()
    }

    fn counts_of_all(&self) -> Vec<EntityCount> {
        let count = |(entity, it): (EntityId, &Entity)| EntityCount { entity, mentions: it.mentions, articles: it.postings.len() as u32 };
        self.entities().map(count).collect()
    }

    /// By where each entity is named.
    fn counts_of_many(&self, wanted: &[bool]) -> Vec<EntityCount> {
        let count = |(entity, it): (EntityId, &Entity)| {
            let (mut mentions, mut articles) = (0, 0);
            for posting in &it.postings {
                let is_wanted = u32::from(wanted[posting.article.0 as usize]);
                mentions += is_wanted * posting.mentions;
                articles += is_wanted;
            }
            EntityCount { entity, mentions, articles }
        };
        self.entities().map(count).filter(|count| count.articles > 0).collect()
    }
}
