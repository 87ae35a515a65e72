//! Who is quoted directly, article by article in one row, so that a pile can be gone through without opening each.

use super::entities::EntityId;
use super::{ArticleId, QuoteId, Store};
use crate::model::NameId;
use serde::{Deserialize, Serialize};

/// The direct quotes of all articles, in store order.
#[derive(Default)]
pub(super) struct QuoteTable {
    quotes: Vec<Direct>,
    /// Where those of each article end.
    ends: Vec<u32>,
}

#[derive(Copy, Clone, Serialize, Deserialize)]
pub(super) struct Direct {
    /// Among all quotes of the article.
    number: u32,
    /// As found.
    speaker: Option<EntityId>,
}

impl QuoteTable {
    /// Takes in the direct quotes of an article, by number and speaker; its names are these entities.
    pub fn landed(&mut self, quotes: &[(u32, Option<NameId>)], names: &[EntityId]) {
        let direct =
            |(number, speaker): &(u32, Option<NameId>)| Direct { number: *number, speaker: speaker.map(|name| names[name.0 as usize]) };
        self.quotes.extend(quotes.iter().map(direct));
        self.ends.push(self.quotes.len() as u32);
    }

    /// Takes in the quotes of the next article as they were written down.
    pub fn push(&mut self, quotes: &[Direct]) {
        self.quotes.extend(quotes);
        self.ends.push(self.quotes.len() as u32);
    }

    pub fn of(&self, article: ArticleId) -> &[Direct] {
        let number = article.0 as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.quotes[start as usize..self.ends[number] as usize]
    }
}

impl Store {
    /// The direct quotes in one article, by number, each with who said it, where that is known.
    pub fn direct_quotes(&self, article: ArticleId) -> impl Iterator<Item = (QuoteId, Option<EntityId>)> {
        let direct = self.quoted.of(article).iter();
        direct.map(move |quote| (QuoteId { article, number: quote.number }, quote.speaker.and_then(|found| self.entities.standing(found))))
    }

    /// What one entity is quoted with in an article.
    pub fn quotes_by(&self, entity: EntityId, article: ArticleId) -> impl Iterator<Item = QuoteId> {
        self.direct_quotes(article).filter(move |(_, speaker)| *speaker == Some(entity)).map(|(id, _)| id)
    }
}
