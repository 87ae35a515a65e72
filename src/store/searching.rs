//! A search that is done in slices: each term of the query runs over the articles there were at the beginning, their scores are
//! combined, the hits are sorted; all of it can be left at any step and gone on with later.

use super::query::{Expression, Query};
use super::run::Run;
use super::search::Search;
use super::sorting::Sorting;
use super::{ArticleId, Hit, Order, Store};

/// Articles whose scores are combined, or hits that are sorted, in the time in which a word is scored.
const AT_ONCE: usize = 8;

/// A search at work.
pub struct Searching {
    plan: Plan,
    runs: Vec<Run>,
    /// Runs that are done.
    done: usize,
    /// Articles there were at the beginning, and how many of them are combined.
    articles: usize,
    combined: usize,
    sorting: Sorting,
}

/// The query, with a run in the place of each term.
enum Plan {
    Everything,
    All(Vec<Plan>),
    Any(Vec<Plan>),
    Not(Box<Plan>),
    Run(usize),
}

impl Store {
    /// Begins to search for what `query` finds among the articles there are now.
    pub fn begin_search(&self, query: &Query, order: Order) -> Searching {
        let (search, articles, mut runs) = (Search::of(self), self.len(), Vec::new());
        let plan = Plan::of(&query.expression, &mut |term| {
            runs.push(Run::begin(term, &search, articles));
            runs.len() - 1
        });
        Searching { plan, runs, done: 0, articles, combined: 0, sorting: Sorting::by(order, self) }
    }

    /// The articles `query` finds.
    pub fn search(&self, query: &Query, order: Order) -> Vec<Hit> {
        let mut searching = self.begin_search(query, order);
        while !searching.go_on(self, usize::MAX) {}
        searching.hits().all().collect()
    }
}

/// What a search found, in order.
pub struct Hits {
    sorting: Sorting,
    articles: usize,
}

impl Hits {
    pub fn len(&self) -> usize {
        self.sorting.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The hit at a place, from 0.
    ///
    /// # Panics
    /// If there are not so many.
    pub fn get(&self, place: usize) -> Hit {
        self.sorting.get(place)
    }

    pub fn all(&self) -> impl Iterator<Item = Hit> {
        (0..self.len()).map(|place| self.get(place))
    }

    /// Articles that were searched: the first ones of the store.
    pub fn searched(&self) -> usize {
        self.articles
    }
}

impl Searching {
    /// Goes on for about as long as it takes to score `steps` words; true when the hits are complete. The store may have got more
    /// articles in between: they are not looked at.
    pub fn go_on(&mut self, store: &Store, steps: usize) -> bool {
        let mut steps = steps;
        let search = Search::of(store);
        while steps > 0 && self.done < self.runs.len() {
            self.done += usize::from(self.runs[self.done].go_on(&search, &mut steps));
        }
        let mut steps = steps.saturating_mul(AT_ONCE);
        self.combine(store, &mut steps);
        steps > 0 && self.sorting.go_on(store, &mut steps)
    }

    /// What was found, once [`Searching::go_on`] says that it is complete.
    pub fn hits(self) -> Hits {
        Hits { sorting: self.sorting, articles: self.articles }
    }

    fn combine(&mut self, store: &Store, steps: &mut usize) {
        let to = self.combined.saturating_add(*steps).min(self.articles);
        *steps -= to - self.combined;
        for number in std::mem::replace(&mut self.combined, to)..to {
            if let Some(score) = self.plan.score(&self.runs, number) {
                self.sorting.push(Hit { article: ArticleId(number as u32), score }, store);
            }
        }
    }
}

impl Plan {
    /// `run` begins a run for a term and gives its number.
    fn of(expression: &Expression, run: &mut impl FnMut(super::query::Term) -> usize) -> Self {
        match expression {
            Expression::Everything => Plan::Everything,
            Expression::All(parts) => Plan::All(parts.iter().map(|part| Plan::of(part, run)).collect()),
            Expression::Any(parts) => Plan::Any(parts.iter().map(|part| Plan::of(part, run)).collect()),
            Expression::Not(part) => Plan::Not(Box::new(Plan::of(part, run))),
            Expression::Term(term) => Plan::Run(run(term.clone())),
        }
    }

    fn score(&self, runs: &[Run], article: usize) -> Option<i32> {
        match self {
            Plan::Everything => Some(0),
            Plan::All(parts) => parts.iter().try_fold(0i32, |sum, part| Some(sum.saturating_add(part.score(runs, article)?))),
            Plan::Any(parts) => parts.iter().filter_map(|part| part.score(runs, article)).max(),
            Plan::Not(part) => part.score(runs, article).is_none().then_some(0),
            Plan::Run(run) => runs[*run].score(article),
        }
    }
}
