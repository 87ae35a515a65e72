//! A search that is done in slices: each term of the query runs over the articles there were at the beginning, their scores are
//! combined, the hits are sorted; all of it can be left at any step and gone on with later. While texts are still looked at, the hits so
//! far can be had.

use super::matching::Known;
use super::query::{Expression, Query};
use super::run::Run;
use super::search::Search;
use super::sorting::Sorting;
use super::{ArticleId, Hit, Order, Store};

/// Articles whose scores are combined, or hits that are sorted, in the time in which a word is scored.
const AT_ONCE: usize = 8;
/// Hits so far are shown when texts have so many times the hits they had when it was done before: showing costs as much as there are
/// articles, and so it is done a few times only.
const MORE: usize = 4;

/// A search at work.
pub struct Searching {
    plan: Plan,
    runs: Vec<Run>,
    /// Articles there were at the beginning, and how many of them are combined.
    articles: usize,
    combined: usize,
    order: Order,
    sorting: Sorting,
    phase: Phase,
    /// Hits in texts when hits were last combined; nothing where parts of what is found are not wanted.
    in_texts: Option<usize>,
}

/// What a search does.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Phase {
    /// The terms run.
    Running,
    /// Their scores are combined: all of them, or those there are so far.
    Combining(Reached),
}

/// How far a search is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// There is nothing to be had yet.
    Nothing,
    /// The hits so far can be had; more may stand between them.
    Part,
    /// All hits can be had.
    All,
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
    /// Begins to search for what `query` finds among the articles there are now. `known` is what a search of the same store knew when it
    /// was left.
    pub fn begin_search(&self, query: &Query, order: Order, mut known: Known) -> Searching {
        let (search, articles, mut runs) = (Search::of(self), self.len(), Vec::new());
        let plan = Plan::of(&query.expression, &mut |term| {
            runs.push(Run::begin(term, &search, articles, &mut known));
            runs.len() - 1
        });
        Searching { plan, runs, articles, combined: 0, order, sorting: Sorting::by(order, self), phase: Phase::Running, in_texts: None }
    }

    /// The articles `query` finds.
    pub fn search(&self, query: &Query, order: Order) -> Vec<Hit> {
        let mut searching = self.begin_search(query, order, Known::default());
        while searching.go_on(self, usize::MAX) != Reached::All {}
        searching.take_hits(self).all().collect()
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
    /// Offers the hits so far while texts are still looked at. They have to be taken before the search goes on.
    pub fn in_parts(self) -> Self {
        Self { in_texts: Some(0), ..self }
    }

    /// Goes on for about as long as it takes to score `steps` words. The store may have got more articles in between: they are not
    /// looked at.
    pub fn go_on(&mut self, store: &Store, steps: usize) -> Reached {
        let mut left = steps;
        if self.phase == Phase::Running {
            self.run(store, &mut left);
        }
        let Phase::Combining(reached) = self.phase else { return Reached::Nothing };
        let mut left = left.saturating_mul(AT_ONCE);
        self.combine(store, &mut left);
        if left > 0 && self.sorting.go_on(store, &mut left) { reached } else { Reached::Nothing }
    }

    /// What was found, once [`Searching::go_on`] says that it is there. A search of which this was a part goes on.
    pub fn take_hits(&mut self, store: &Store) -> Hits {
        (self.phase, self.combined) = (Phase::Running, 0);
        let sorting = std::mem::replace(&mut self.sorting, Sorting::by(self.order, store));
        Hits { sorting, articles: self.articles }
    }

    /// What the next search can begin with; what this one was at need not be complete.
    pub fn known(self) -> Known {
        Known::of(self.runs.into_iter().filter_map(Run::known))
    }

    /// Lets the terms run. Threads look at texts meanwhile: whoever waits for them comes last.
    fn run(&mut self, store: &Store, steps: &mut usize) {
        let search = Search::of(store);
        for waits in [false, true] {
            self.runs.iter_mut().filter(|run| run.waits() == waits).for_each(|run| run.go_on(&search, steps));
        }
        if self.runs.iter().all(Run::is_done) {
            self.phase = Phase::Combining(Reached::All);
        } else if let Some(in_texts) = self.worth_showing() {
            self.in_texts = Some(in_texts);
            self.phase = Phase::Combining(Reached::Part);
        }
    }

    /// How many hits there are in texts by now, where these are many more than before and nothing else is to be waited for.
    fn worth_showing(&self) -> Option<usize> {
        let before = self.in_texts.filter(|_| self.runs.iter().all(|run| run.is_done() || run.waits()) && !self.plan.refutes())?;
        Some(self.runs.iter().filter_map(Run::in_texts).sum()).filter(|in_texts| *in_texts > before * MORE)
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

    /// What a term finds may be no hit for that: nothing is known before all is.
    fn refutes(&self) -> bool {
        match self {
            Plan::Everything | Plan::Run(_) => false,
            Plan::All(parts) | Plan::Any(parts) => parts.iter().any(Plan::refutes),
            Plan::Not(_) => true,
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
