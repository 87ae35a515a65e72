//! The search under way: begun when what is listed is out of date, gone on with a little at a time, its hits laid out and taken when they
//! are all there. Until then the hits before stay, with the query they are for.

use super::laying::Laying;
use super::nothing_found::Blaming;
use super::state::App;
use crate::store::{Order, Query, Searching, Store};

/// Words scored between two looks at the time, which is less than a millisecond.
const STEPS: usize = 256;
/// Hits laid out between two looks at the time.
const HITS: usize = 2048;

/// What was searched for.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub query: Query,
    /// The query as it was written.
    pub text: String,
    pub order: Order,
}

/// What is not complete yet.
pub(super) enum UnderWay {
    Hits(Box<Searching>, Asked),
    List(Box<Laying>, Asked),
    /// Nothing was found, and that is shown; why comes after it.
    Blame(Blaming),
}

impl UnderWay {
    /// True when it is complete.
    fn go_on(&mut self, store: &Store) -> bool {
        match self {
            UnderWay::Hits(searching, _) => searching.go_on(store, STEPS),
            UnderWay::List(laying, _) => laying.go_on(store, HITS),
            UnderWay::Blame(blaming) => blaming.go_on(store, STEPS),
        }
    }
}

impl App {
    /// What is listed, and what is told of it, is complete and not out of date.
    pub fn is_settled(&self) -> bool {
        self.is_drawn_whole() && self.writing.is_none()
    }

    /// All that is drawn is complete and not out of date.
    pub(super) fn is_drawn_whole(&self) -> bool {
        self.under_way.is_none() && !self.hits_are_stale && !self.names.is_counting() && !self.view_is_under_way
    }

    /// Changes when something new is there to be drawn while more is under way.
    pub fn stage(&self) -> (u64, bool, usize) {
        (self.list.searches(), self.names.is_counting(), self.view.as_ref().map_or(0, |view| view.browse().stage()))
    }

    /// Another list is wanted and still to come.
    pub(super) fn is_searching(&self) -> bool {
        self.hits_are_stale || matches!(self.under_way, Some(UnderWay::Hits(..) | UnderWay::List(..)))
    }

    /// What is listed is still for another filter or in another order than is wanted by now.
    pub fn is_refining(&self) -> bool {
        let asked = &self.list.found.asked;
        asked.text != self.filter.text() || asked.order != self.list.order
    }

    /// Something else is wanted: what is under way is of no use. Not for articles that land, else no search would end while they do.
    pub(super) fn search_anew(&mut self) {
        self.under_way = None;
        self.hits_are_stale = true;
    }

    /// Goes on until all is complete or `over` says so, at least by one step.
    pub(super) fn go_on(&mut self, over: impl Fn() -> bool) {
        while let Some(mut under_way) = self.under_way.take().or_else(|| self.begin()) {
            if under_way.go_on(&self.store) {
                self.complete(under_way);
            } else {
                self.under_way = Some(under_way);
            }
            if over() {
                return;
            }
        }
    }

    fn begin(&mut self) -> Option<UnderWay> {
        let asked = || Asked { query: self.filter.query().clone(), text: self.filter.text().to_string(), order: self.list.order };
        let is_stale = std::mem::take(&mut self.hits_are_stale);
        is_stale.then(|| UnderWay::Hits(Box::new(self.store.begin_search(self.filter.query(), self.list.order)), asked()))
    }

    fn complete(&mut self, under_way: UnderWay) {
        match under_way {
            UnderWay::Hits(searching, asked) => {
                self.under_way = Some(UnderWay::List(Box::new(Laying::of(searching.hits(), &self.list.folding)), asked));
            }
            UnderWay::List(laying, asked) => {
                self.list.take(laying.laid(&self.list.folding), asked);
                let is_odd = self.list.hits().is_empty() && !self.store.is_empty();
                self.under_way = is_odd.then(|| UnderWay::Blame(Blaming::of(&self.list.found.asked.text, self.settings.today)));
            }
            UnderWay::Blame(blaming) => self.list.found.blame = blaming.blame(),
        }
    }
}
