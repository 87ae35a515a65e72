//! The search under way: begun when what is listed is out of date, gone on with a little at a time, its hits laid out and taken when they
//! are all there. Until then the hits before stay, with the query they are for.

use super::laying::Laying;
use super::nothing_found::Blaming;
use super::state::App;
use crate::store::{Known, Order, Query, Reached, Searching, Store};

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
    /// More may be found while what there is so far is shown.
    pub is_part: bool,
}

/// What is not complete yet.
pub(super) enum UnderWay {
    Hits(Box<Searching>, Asked),
    /// Hits are laid out: all of them, or a part while the search goes on.
    List(Box<Laying>, Asked, Option<Box<Searching>>),
    /// Nothing was found, and that is shown; why comes after it.
    Blame(Blaming),
}

impl UnderWay {
    /// Something is there to be taken.
    fn go_on(&mut self, store: &Store) -> bool {
        match self {
            UnderWay::Hits(searching, asked) => {
                let reached = searching.go_on(store, STEPS);
                asked.is_part = reached == Reached::Part;
                reached != Reached::Nothing
            }
            UnderWay::List(laying, ..) => laying.go_on(store, HITS),
            UnderWay::Blame(blaming) => blaming.go_on(store, STEPS),
        }
    }

    /// What the next search can begin with.
    fn known(self) -> Known {
        match self {
            UnderWay::Hits(searching, _) | UnderWay::List(_, _, Some(searching)) => searching.known(),
            _ => Known::default(),
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

    /// What is listed is not all of it, or still for another filter or in another order than is wanted by now.
    pub fn is_refining(&self) -> bool {
        let asked = &self.list.found.asked;
        asked.is_part || asked.text != self.filter.text() || asked.order != self.list.order
    }

    /// Something else is wanted: what is under way is of no use. Not for articles that land, else no search would end while they do.
    pub(super) fn search_anew(&mut self) {
        if let Some(under_way) = self.under_way.take() {
            self.known = under_way.known();
        }
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
        if !std::mem::take(&mut self.hits_are_stale) {
            return None;
        }
        let (query, order) = (self.filter.query().clone(), self.list.order);
        let searching = self.store.begin_search(&query, order, std::mem::take(&mut self.known)).in_parts();
        Some(UnderWay::Hits(Box::new(searching), Asked { query, text: self.filter.text().to_string(), order, is_part: false }))
    }

    fn complete(&mut self, under_way: UnderWay) {
        match under_way {
            UnderWay::Hits(mut searching, asked) => {
                let laying = Box::new(Laying::of(searching.take_hits(&self.store), &self.list.folding));
                let left = if asked.is_part {
                    Some(searching)
                } else {
                    self.known = searching.known();
                    None
                };
                self.under_way = Some(UnderWay::List(laying, asked, left));
            }
            UnderWay::List(laying, asked, left) => {
                self.list.take(laying.laid(&self.list.folding), asked.clone());
                self.under_way = left.map(|searching| UnderWay::Hits(searching, asked)).or_else(|| self.begin_blame());
            }
            UnderWay::Blame(blaming) => self.list.found.blame = blaming.blame(),
        }
    }

    /// Where nothing was found, why.
    fn begin_blame(&self) -> Option<UnderWay> {
        let is_odd = self.list.hits().is_empty() && !self.store.is_empty();
        is_odd.then(|| UnderWay::Blame(Blaming::of(&self.list.found.asked.text, self.settings.today)))
    }
}
