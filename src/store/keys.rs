//! What words are matched against and lists are sorted by, made once for each article.

use super::letters::Letters;
use crate::model::{Article, Date};
use crate::text::{Case, folded};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Of one article.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Keys {
    /// Folded.
    pub headline: Box<str>,
    pub letters: Letters,
    pub source: SourceId,
    /// Folded.
    pub byline: Box<[Box<str>]>,
    pub published: Option<Date>,
}

/// A source's number, counted in the order in which sources were first met.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SourceId(u32);

/// The keys of all articles, in store order, and their sources, of which there are few.
#[derive(Default)]
pub(super) struct KeyTable {
    keys: Vec<Keys>,
    /// Folded; empty for articles that have none.
    sources: Vec<Box<str>>,
    by_source: HashMap<Box<str>, SourceId>,
}

impl KeyTable {
    pub fn landed(&mut self, article: &Article) {
        let key = |text: &str| folded(text, Case::Lower).into_boxed_str();
        let headline = key(article.headline());
        let source = self.intern(key(article.source.as_deref().unwrap_or_default()));
        self.keys.push(Keys {
            letters: Letters::of(&headline),
            headline,
            source,
            byline: article.byline.iter().map(|name| key(name)).collect(),
            published: article.published,
        });
    }

    fn intern(&mut self, source: Box<str>) -> SourceId {
        let next = SourceId(self.sources.len() as u32);
        *self.by_source.entry(source).or_insert_with_key(|source| {
            self.sources.push(source.clone());
            next
        })
    }

    /// Takes in the keys of the next article as they were written down.
    pub fn push(&mut self, keys: Keys) {
        self.keys.push(keys);
    }

    /// Takes in a source as it was written down; all come in the order in which [`KeyTable::sources`] gave them.
    pub fn push_source(&mut self, source: Box<str>) {
        self.intern(source);
    }

    /// Folded, by number.
    pub fn sources(&self) -> &[Box<str>] {
        &self.sources
    }

    /// Of the article with this number.
    pub fn get(&self, article: usize) -> &Keys {
        &self.keys[article]
    }

    /// Something of each source, for [`BySource::get`].
    pub fn by_source<T>(&self, of: impl FnMut(&str) -> T) -> BySource<T> {
        BySource(self.sources.iter().map(|source| &**source).map(of).collect())
    }

    /// The place of each source in the alphabet; none comes last.
    pub fn source_ranks(&self) -> BySource<u32> {
        let mut sources: Vec<(bool, &str)> = self.sources.iter().map(|source| (source.is_empty(), &**source)).collect();
        sources.sort_unstable();
        self.by_source(|source| sources.partition_point(|other| *other < (source.is_empty(), source)) as u32)
    }
}

/// Something that was found out for each source there was then.
pub(super) struct BySource<T>(Vec<T>);

impl<T: Copy> BySource<T> {
    pub fn get(&self, source: SourceId) -> T {
        self.0[source.0 as usize]
    }
}
