//! Whether a story still hangs together when ties between some of its articles are gone.

use super::ArticleId;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// What can be reached from one of the articles, so far.
#[derive(Default)]
struct Search {
    /// Those whose own ties were followed.
    done: Vec<ArticleId>,
    waiting: Vec<ArticleId>,
}

impl Search {
    fn len(&self) -> usize {
        self.done.len() + self.waiting.len()
    }
}

/// The parts of a story that have come loose from the rest of it, if there is a rest, each in store order, when ties between `ends` are gone; `ties` gives
/// the articles an article is still tied to, which are tied to it. One search goes out from each end, the smallest first, and those that meet go on as one,
/// so a large story is not walked through for a small part that leaves it, or for none.
pub(super) fn split(ends: &[ArticleId], ties: impl Fn(ArticleId) -> Vec<ArticleId>) -> Vec<Vec<ArticleId>> {
    let mut searches = Searches::from(ends);
    while let Some(number) = searches.smallest_open() {
        let article = searches.step(number);
        ties(article).into_iter().fold(number, |number, tied| searches.reach(number, tied));
    }
    searches.loose_parts()
}

struct Searches {
    searches: Vec<Search>,
    /// The search that reached an article.
    reached: HashMap<ArticleId, usize, FixedState>,
}

impl Searches {
    fn from(ends: &[ArticleId]) -> Self {
        let search = |&end: &ArticleId| Search { done: Vec::new(), waiting: vec![end] };
        Self { searches: ends.iter().map(search).collect(), reached: ends.iter().copied().zip(0..).collect() }
    }

    /// `None` when at most one has somewhere to go: what that one would still reach is the rest of the story.
    fn smallest_open(&self) -> Option<usize> {
        let open = || (0..self.searches.len()).filter(|&number| !self.searches[number].waiting.is_empty());
        open().nth(1)?;
        open().min_by_key(|&number| self.searches[number].len())
    }

    /// Takes the next article of a search that has one.
    fn step(&mut self, number: usize) -> ArticleId {
        let search = &mut self.searches[number];
        let article = search.waiting.pop().expect("an open search waits for something");
        search.done.push(article);
        article
    }

    /// Notes that a search came to an article, and gives the number under which it goes on.
    fn reach(&mut self, number: usize, article: ArticleId) -> usize {
        match *self.reached.entry(article).or_insert_with(|| {
            self.searches[number].waiting.push(article);
            number
        }) {
            other if other == number => number,
            other => self.meet(number, other),
        }
    }

    fn meet(&mut self, one: usize, other: usize) -> usize {
        let (larger, smaller) = if self.searches[one].len() < self.searches[other].len() { (other, one) } else { (one, other) };
        let Search { done, waiting } = std::mem::take(&mut self.searches[smaller]);
        done.iter().chain(&waiting).for_each(|&article| {
            self.reached.insert(article, larger);
        });
        self.searches[larger].done.extend(done);
        self.searches[larger].waiting.extend(waiting);
        larger
    }

    /// What the finished searches found.
    fn loose_parts(self) -> Vec<Vec<ArticleId>> {
        let finished = self.searches.into_iter().filter(|search| search.waiting.is_empty() && !search.done.is_empty());
        finished.map(|search| sorted(search.done)).collect()
    }
}

fn sorted(mut articles: Vec<ArticleId>) -> Vec<ArticleId> {
    articles.sort_unstable();
    articles
}
