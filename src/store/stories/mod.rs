//! Wire copy: which articles tell the same story, and which of their passages stand elsewhere too.
//!
//! Two articles are of one story when they share enough passages that are no stock phrases, or when their sketches are near. A story
//! is what such pairs connect. That depends on the articles alone, not on the order in which they came: when a passage turns into a
//! stock phrase, the stories that it alone held together are taken apart.

mod groups;
mod index;
mod sketches;
mod split;

pub(super) use index::{Index, TABLES, Written};

use super::{ArticleId, Store};
use crate::model::{Article, Fingerprint, Passage, Sketch};
use crate::text::Span;
use groups::Groups;
use serde::{Deserialize, Serialize};
use sketches::Sketches;
use split::split;
use std::collections::HashSet;
use std::sync::Arc;

/// A passage in more articles than this is a stock phrase: a house's imprint, the background of a long conflict. It joins nothing and
/// is not shown as shared. Few despatches are printed more often within one corpus, and those mostly word for word, which sketches
/// find. The number also bounds what a new article costs: it is compared with so many others for each of its passages.
const MOST_HOLDERS: usize = 24;
/// One shared passage is enough when it is at least this part (one in so many) of the shorter article: a despatch cut to its lead.
const SHARE_ALONE: u32 = 2;
/// Several are enough from this part on: less is a paragraph of background lifted from an older report.
const SHARE_TOGETHER: u32 = 5;
/// So many words long, at least two of those several must be: shorter sentences are often a spokesman's formula.
const SUBSTANCE_WORDS: u32 = 12;
const SUBSTANTIAL: usize = 2;

/// A passage of one article that stands in others too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Bytes of the article's text.
    pub span: Span,
    /// Where else it stands: articles in store order, spans in text order and of their texts.
    pub elsewhere: Vec<(ArticleId, Span)>,
}

impl Store {
    /// The story an article tells, named by its first article: the article itself when nobody else tells it.
    pub fn story(&self, article: ArticleId) -> ArticleId {
        self.versions(article)[0]
    }

    /// All articles of an article's story, itself among them, in store order.
    pub fn versions(&self, article: ArticleId) -> &[ArticleId] {
        self.stories.groups.of(article)
    }

    /// How many stories `articles` tell.
    pub fn stories(&self, articles: impl Iterator<Item = ArticleId>) -> usize {
        articles.map(|article| self.story(article)).collect::<HashSet<_, foldhash::fast::FixedState>>().len()
    }

    /// The passages in a part of an article's text that stand in other articles too, in text order; stock phrases left out. Its cost is
    /// that of the articles that have them, not of the corpus.
    pub fn shared(&self, article: ArticleId, part: Span) -> Vec<Shared> {
        let passages = self.shared_passages(article, part);
        passages.map(|passage| Shared { span: passage.span, elsewhere: self.elsewhere(article, &passage) }).collect()
    }

    /// Where the passages of [`Store::shared`] stand in the article itself, at a cost of the part alone.
    pub fn shared_spans(&self, article: ArticleId, part: Span) -> impl Iterator<Item = Span> {
        self.shared_passages(article, part).map(|passage| passage.span)
    }

    fn shared_passages(&self, article: ArticleId, part: Span) -> impl Iterator<Item = Passage> {
        let read = self.article(article);
        let first = read.fingerprint.passages.partition_point(|passage| passage.span.end <= part.start);
        let within = (first..).map_while(move |number| read.fingerprint.passages.get(number).copied());
        let within = within.take_while(move |passage| passage.span.start < part.end);
        within.filter(move |passage| self.stories.index.holders(passage.hash).any(|other| other != article))
    }

    fn elsewhere(&self, article: ArticleId, passage: &Passage) -> Vec<(ArticleId, Span)> {
        let others = self.stories.index.holders(passage.hash).filter(|&other| other != article);
        let twins = |other: ArticleId| {
            let read = self.article(other);
            let twins = read.fingerprint.passages.iter().filter(|twin| twin.hash == passage.hash);
            twins.map(|twin| (other, twin.span)).collect::<Vec<_>>()
        };
        others.flat_map(twins).collect()
    }
}

/// What is kept of a fingerprint.
#[derive(Copy, Clone, Debug, Serialize, Deserialize)]
pub(super) struct Body {
    words: u32,
    sketch: Option<Sketch>,
}

impl Body {
    pub fn of(print: &Fingerprint) -> Self {
        Self { words: print.words, sketch: print.sketch }
    }
}

/// The stories of all articles, kept up to date.
#[derive(Default)]
pub(super) struct Stories {
    groups: Groups,
    bodies: Vec<Body>,
    index: Index,
    sketches: Sketches,
}

impl Stories {
    /// Takes in the next article, which has these passages, each once; those before it are read where that is needed.
    pub fn insert(&mut self, body: Body, passages: &[Passage], read: impl Fn(ArticleId) -> Arc<Article>) {
        let article = self.groups.push();
        self.bodies.push(body);
        let worn = passages.iter().flat_map(|passage| self.index.add(passage.hash, article)).collect();
        if let Some(sketch) = body.sketch {
            self.sketches.add(sketch, article);
        }
        self.part(worn, |other| if other == article { passages.to_vec() } else { distinct(&read(other).fingerprint) });
        for other in self.related(article, passages) {
            self.groups.unite(article, other);
        }
    }

    /// What was written down: for each article its body and the first of its story, and the passages.
    pub fn restored(articles: &[(Body, ArticleId)], passages: Index) -> Self {
        let mut restored = Self { index: passages, ..Self::default() };
        for (number, (body, first)) in (0..).map(ArticleId).zip(articles) {
            restored.groups.push();
            restored.bodies.push(*body);
            body.sketch.into_iter().for_each(|sketch| restored.sketches.add(sketch, number));
            restored.groups.unite(*first, number);
        }
        restored
    }

    /// What is to be written down of an article: what [`Stories::restored`] wants.
    pub fn of(&self, article: ArticleId) -> (Body, ArticleId) {
        (self.bodies[article.0 as usize], self.groups.of(article)[0])
    }

    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Takes apart what only passages of these articles held together that have become stock phrases.
    fn part(&mut self, mut holders: Vec<ArticleId>, passages: impl Fn(ArticleId) -> Vec<Passage>) {
        let story = |stories: &Self, holder: ArticleId| stories.groups.of(holder)[0];
        holders.sort_unstable_by_key(|&holder| (story(self, holder), holder));
        holders.dedup();
        let split: Vec<Vec<ArticleId>> = holders
            .chunk_by(|&one, &next| story(self, one) == story(self, next))
            .flat_map(|holders| {
                let is_of_story = |other: &ArticleId| story(self, *other) == story(self, holders[0]);
                split(holders, |article| self.related(article, &passages(article)).into_iter().filter(is_of_story).collect())
            })
            .collect();
        split.into_iter().for_each(|part| self.groups.part(part));
    }

    /// The articles that make one story with this one, which has these passages, itself perhaps among them; where `a` is related to
    /// `b`, `b` is to `a`.
    fn related(&self, article: ArticleId, passages: &[Passage]) -> Vec<ArticleId> {
        let sketch = self.bodies[article.0 as usize].sketch;
        let near = sketch.into_iter().flat_map(|sketch| self.sketches.near(sketch, article));
        near.chain(self.by_passages(article, passages)).collect()
    }

    /// The articles that share enough passages with this one.
    fn by_passages<'a>(&'a self, article: ArticleId, passages: &'a [Passage]) -> Vec<ArticleId> {
        let words = |article: ArticleId| self.bodies[article.0 as usize].words;
        let holders = |passage: &'a Passage| self.index.holders(passage.hash).map(|holder| (holder, passage.words));
        let mut meetings: Vec<(ArticleId, u32)> = passages.iter().flat_map(holders).collect();
        meetings.sort_unstable();
        let others = meetings.chunk_by(|one, next| one.0 == next.0).filter(|shared| shared[0].0 != article);
        let same = others.filter(|shared| {
            let shorter = words(article).min(words(shared[0].0));
            is_one_story(shared.iter().map(|(_, words)| *words), shorter)
        });
        same.map(|shared| shared[0].0).collect()
    }
}

/// A body's passages, each once.
pub(super) fn distinct(print: &Fingerprint) -> Vec<Passage> {
    let mut passages = print.passages.to_vec();
    passages.sort_unstable_by_key(|passage| passage.hash);
    passages.dedup_by_key(|passage| passage.hash);
    passages
}

/// Whether passages of so many words each, shared by two articles, make them one story; the shorter has `shorter` words.
fn is_one_story(shared: impl Iterator<Item = u32> + Clone, shorter: u32) -> bool {
    let words = u64::from(shorter);
    let common: u64 = shared.clone().map(u64::from).sum();
    let substantial = shared.filter(|&words| words >= SUBSTANCE_WORDS).count();
    common * u64::from(SHARE_ALONE) >= words || (substantial >= SUBSTANTIAL && common * u64::from(SHARE_TOGETHER) >= words)
}
