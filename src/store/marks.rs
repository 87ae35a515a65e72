//! What readers left on the articles, those that are here and those still to land.

use super::{ArticleId, Store};
use crate::model::{ContentId, Marks};
use std::collections::{HashMap, HashSet};

static NONE: Marks = Marks { read: false, starred: false, tags: Vec::new(), notes: Vec::new() };

/// Marks by content, so that they wait for articles that land later and hold for every copy of an article. Most have none, and
/// those take no room.
#[derive(Default)]
pub(super) struct MarkTable {
    marked: HashMap<ContentId, Marks>,
    /// Where each content lies: the first article, and the others where it lies more than once.
    first: HashMap<ContentId, ArticleId>,
    others: HashMap<ContentId, Vec<ArticleId>>,
}

impl MarkTable {
    pub fn landed(&mut self, content: ContentId, article: ArticleId) {
        if *self.first.entry(content).or_insert(article) != article {
            self.others.entry(content).or_default().push(article);
        }
    }

    pub fn inherit(&mut self, from: MarkTable) {
        self.marked = from.marked;
    }

    /// The articles whose marks hold.
    pub fn articles(&self, holds: impl Fn(&Marks) -> bool) -> impl Iterator<Item = ArticleId> {
        let contents = self.marked.iter().filter(move |(_, marks)| holds(marks)).map(|(content, _)| content);
        contents.flat_map(|content| self.first.get(content).into_iter().chain(self.others.get(content).into_iter().flatten())).copied()
    }

    /// The tags of the articles that are here, each once.
    pub fn tags(&self) -> HashSet<&str> {
        let here = self.marked.iter().filter(|(content, _)| self.first.contains_key(content));
        here.flat_map(|(_, marks)| marks.tags.iter().map(|tag| &**tag)).collect()
    }
}

impl Store {
    pub fn marks(&self, article: ArticleId) -> &Marks {
        self.marks.marked.get(&self.content(article)).unwrap_or(&NONE)
    }

    /// Marks an article and every copy of it; gives back what its marks were.
    pub fn mark(&mut self, article: ArticleId, marks: Marks) -> Marks {
        let content = self.content(article);
        let before = if marks.is_empty() { self.marks.marked.remove(&content) } else { self.marks.marked.insert(content, marks) };
        before.unwrap_or_default()
    }

    /// Takes marks from a notebook, each in the place of what that content had: for articles that are in the store and for those that
    /// land later.
    pub fn remember(&mut self, marks: impl IntoIterator<Item = (ContentId, Marks)>) {
        for (content, marks) in marks {
            if marks.is_empty() {
                self.marks.marked.remove(&content)
            } else {
                self.marks.marked.insert(content, marks)
            };
        }
    }
}
