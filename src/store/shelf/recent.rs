//! The articles that were looked at lately, decoded.

use super::{Missing, Shelf};
use crate::model::{Annotations, Article, ContentId, Fingerprint, Format};
use crate::store::ArticleId;
use lru::LruCache;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// Bytes of text of the articles that are kept, unless a single one has more.
const KEPT: usize = 32 << 20;

/// Reads articles and keeps the last ones.
#[derive(Default)]
pub struct Recent {
    kept: RefCell<Kept>,
    /// An article could not be read.
    is_missing: Cell<bool>,
}

impl Recent {
    /// An article, or what stands for one that cannot be read.
    pub fn get(&self, id: ArticleId, shelf: &Shelf) -> Arc<Article> {
        let known = self.kept.borrow_mut().articles.get(&id).cloned();
        known.unwrap_or_else(|| {
            let article = Arc::new(shelf.read(id).unwrap_or_else(|error| self.stand_in(&error)));
            self.kept.borrow_mut().keep(id, article.clone());
            article
        })
    }

    /// Some article could not be read so far.
    pub fn is_missing(&self) -> bool {
        self.is_missing.get()
    }

    fn stand_in(&self, error: &Missing) -> Article {
        self.is_missing.set(true);
        stand_in(error)
    }
}

/// What is shown in the place of an article that cannot be read.
fn stand_in(error: &Missing) -> Article {
    let title = "This article cannot be read";
    let text = format!("{title}\n\n{error}");
    Article {
        id: ContentId::of(&text),
        path: "".into(),
        format: Format::Text,
        body_start: title.len() as u32 + 2,
        text: text.into(),
        published: None,
        source: None,
        byline: Vec::new(),
        dateline: None,
        url: None,
        lang: None,
        cut: Vec::new(),
        annotations: Annotations::default(),
        fingerprint: Fingerprint::default(),
    }
}

struct Kept {
    articles: LruCache<ArticleId, Arc<Article>>,
    /// Bytes of their texts.
    bytes: usize,
}

impl Default for Kept {
    fn default() -> Self {
        Self { articles: LruCache::unbounded(), bytes: 0 }
    }
}

impl Kept {
    fn keep(&mut self, id: ArticleId, article: Arc<Article>) {
        self.bytes += article.text.len();
        self.articles.put(id, article);
        while self.bytes > KEPT && self.articles.len() > 1 {
            self.bytes -= self.articles.pop_lru().map_or(0, |(_, article)| article.text.len());
        }
    }
}
