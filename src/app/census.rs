//! The names of some articles, counted and put under headings in slices.

use super::alphabet::Alphabetical;
use super::list::List;
use super::names::{NameRow, Scope};
use crate::model::Kind;
use crate::store::{ArticleId, Counting, EntityCount, Radix, Store, Wanted};
use std::collections::BTreeMap;

/// Names that are counted, sorted or put into rows between two looks at the time.
const STEPS: usize = 512;
/// Names that are moved by one pass of the sorting, in that time.
const MOVED: usize = 4096;
/// Names of one count stand in the order of the alphabet up to this many names, which takes about a millisecond; beyond that, in the
/// order in which they were first named.
const IN_ALPHABET: usize = 5000;

impl Wanted for List {
    fn len(&self) -> usize {
        self.hits().len()
    }

    fn get(&self, number: usize) -> ArticleId {
        self.hits()[number].article
    }

    fn contains(&self, article: ArticleId) -> bool {
        self.row_of(article).is_some()
    }
}

/// The open article, if there is one.
struct Open(Option<ArticleId>);

impl Wanted for Open {
    fn len(&self) -> usize {
        self.0.iter().count()
    }

    fn get(&self, _number: usize) -> ArticleId {
        self.0.unwrap_or(ArticleId(0))
    }

    fn contains(&self, article: ArticleId) -> bool {
        self.0 == Some(article)
    }
}

/// A census that is being taken.
#[derive(Debug)]
pub(super) struct Census {
    pub scope: Scope,
    stage: Stage,
    counts: Vec<EntityCount>,
    /// By kind and frequency: the number of each count.
    order: Radix,
    /// Names of each kind that have their key.
    of_kind: BTreeMap<Kind, usize>,
    rows: Vec<NameRow>,
    /// What the last rows are under.
    heading: Option<Kind>,
}

#[derive(Debug)]
enum Stage {
    Count(Counting),
    /// So many have their key.
    Keys(usize),
    Order,
    /// So many have their row.
    Rows(usize),
    Done,
}

impl Census {
    pub fn of(scope: Scope, store: &Store, list: &List) -> Self {
        let counting = match scope {
            Scope::Article => store.begin_counting(&Open(list.article())),
            Scope::Listed => store.begin_counting(list),
        };
        Self { stage: Stage::Count(counting), ..Self::empty(scope) }
    }

    fn empty(scope: Scope) -> Self {
        Self {
            scope,
            stage: Stage::Done,
            counts: Vec::new(),
            order: Radix::default(),
            of_kind: BTreeMap::new(),
            rows: Vec::new(),
            heading: None,
        }
    }

    /// Goes on for less than a millisecond; true when all rows are there. The list is the same each time.
    pub fn go_on(&mut self, store: &Store, list: &List) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Count(counting) => self.count(counting, store, list),
            Stage::Keys(from) => self.keys(from, store),
            Stage::Order if self.order.go_on(&mut MOVED.clone()) => Stage::Rows(0),
            Stage::Order => Stage::Order,
            Stage::Rows(from) => self.rows(from, store),
            Stage::Done => Stage::Done,
        };
        matches!(self.stage, Stage::Done)
    }

    /// The rows, and how many names they hold.
    pub fn taken(self) -> (Vec<NameRow>, usize) {
        (self.rows, self.counts.len())
    }

    fn count(&mut self, mut counting: Counting, store: &Store, list: &List) -> Stage {
        let done = match self.scope {
            Scope::Article => counting.go_on(store, &Open(list.article()), usize::MAX),
            Scope::Listed => counting.go_on(store, list, STEPS),
        };
        if !done {
            return Stage::Count(counting);
        }
        self.counts = counting.counts();
        self.order = Radix::with_room(self.counts.len());
        self.rows.reserve_exact(self.counts.len() + 2 * Kind::ALL.len());
        if self.counts.len() <= IN_ALPHABET {
            self.counts.sort_by_cached_key(|count| Alphabetical::new(&store.entity(count.entity).name));
        }
        Stage::Keys(0)
    }

    fn keys(&mut self, from: usize, store: &Store) -> Stage {
        let to = (from + STEPS).min(self.counts.len());
        for (number, count) in self.counts[from..to].iter().enumerate() {
            let kind = store.entity(count.entity).kind;
            *self.of_kind.entry(kind).or_default() += 1;
            self.order.push(key(self.scope, count, kind), (from + number) as u64);
        }
        if to < self.counts.len() { Stage::Keys(to) } else { Stage::Order }
    }

    fn rows(&mut self, from: usize, store: &Store) -> Stage {
        let to = (from + STEPS).min(self.counts.len());
        for place in from..to {
            let count = self.counts[self.order.get(place) as usize];
            self.head(store.entity(count.entity).kind);
            self.rows.push(NameRow::Name(count));
        }
        if to < self.counts.len() { Stage::Rows(to) } else { Stage::Done }
    }

    /// Begins a section where another kind begins.
    fn head(&mut self, kind: Kind) {
        if self.heading == Some(kind) {
            return;
        }
        if self.heading.replace(kind).is_some() {
            self.rows.push(NameRow::Blank);
        }
        self.rows.push(NameRow::Heading(kind, self.of_kind.get(&kind).copied().unwrap_or_default()));
    }
}

/// Kinds in their order; of one kind, the most frequent first.
fn key(scope: Scope, count: &EntityCount, kind: Kind) -> u64 {
    let (first, second) = match scope {
        Scope::Article => (count.mentions, count.articles),
        Scope::Listed => (count.articles, count.mentions),
    };
    let rare = |count: u32| u64::from(MOST - count.min(MOST));
    (kind as u64) << 62 | rare(first) << 31 | rare(second)
}

/// The greatest number that has room in a key.
const MOST: u32 = (1 << 31) - 1;
