//! What readers left on the articles, those that are here and those still to land.

use super::{ArticleId, Store};
use crate::model::{ContentId, Marks};
use foldhash::fast::FixedState;
use std::collections::HashMap;

static NONE: Marks = Marks { read: false, starred: false, tags: Vec::new(), notes: Vec::new() };

/// What is asked of every article's marks at once.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u8);

impl Flags {
    pub const READ: Self = Self(1);
    pub const STARRED: Self = Self(2);
    pub const NOTED: Self = Self(4);
    pub const TAGGED: Self = Self(8);

    fn of(marks: &Marks) -> Self {
        let held = [marks.read, marks.starred, !marks.notes.is_empty(), !marks.tags.is_empty()];
        let flags = [Self::READ, Self::STARRED, Self::NOTED, Self::TAGGED];
        Self(flags.into_iter().zip(held).filter(|(_, held)| *held).fold(0, |flags, (flag, _)| flags | flag.0))
    }

    pub fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }
}

/// Marks by content, so that they wait for articles that land later and hold for every copy of an article. Most have none, and
/// those take no room.
#[derive(Default)]
pub(super) struct MarkTable {
    marked: HashMap<ContentId, Marks>,
    /// Of each article, in store order.
    flags: Vec<Flags>,
    /// Where each content lies: the first article, and the others where it lies more than once.
    first: HashMap<ContentId, ArticleId, FixedState>,
    others: HashMap<ContentId, Vec<ArticleId>>,
}

impl MarkTable {
    pub fn landed(&mut self, content: ContentId, article: ArticleId) {
        if *self.first.entry(content).or_insert(article) != article {
            self.others.entry(content).or_default().push(article);
        }
        self.flags.push(self.marked.get(&content).map(Flags::of).unwrap_or_default());
    }

    /// Takes over all marks of another table.
    pub fn inherit(&mut self, from: MarkTable) {
        from.marked.into_iter().for_each(|(content, marks)| drop(self.put(content, marks)));
    }

    /// Gives a content other marks; tells those it had.
    fn put(&mut self, content: ContentId, marks: Marks) -> Marks {
        let flags = Flags::of(&marks);
        let articles = self.first.get(&content).into_iter().chain(self.others.get(&content).into_iter().flatten());
        articles.for_each(|article| self.flags[article.0 as usize] = flags);
        let before = if marks.is_empty() { self.marked.remove(&content) } else { self.marked.insert(content, marks) };
        before.unwrap_or_default()
    }
}

impl Store {
    pub fn marks(&self, article: ArticleId) -> &Marks {
        self.marks.marked.get(&self.content(article)).unwrap_or(&NONE)
    }

    pub(super) fn flags(&self, article: ArticleId) -> Flags {
        self.marks.flags[article.0 as usize]
    }

    /// The tags of an article; its marks are looked at only if it has some.
    pub(super) fn tags(&self, article: ArticleId) -> &[Box<str>] {
        if self.flags(article).has(Flags::TAGGED) { &self.marks(article).tags } else { &[] }
    }

    /// Marks an article and every copy of it; gives back what its marks were.
    pub fn mark(&mut self, article: ArticleId, marks: Marks) -> Marks {
        self.marks.put(self.content(article), marks)
    }

    /// Takes marks from a notebook, each in the place of what that content had: for articles that are in the store and for those that
    /// land later.
    pub fn remember(&mut self, marks: impl IntoIterator<Item = (ContentId, Marks)>) {
        for (content, marks) in marks {
            self.marks.put(content, marks);
        }
    }
}
