//! The list of articles that the filter leaves.

use super::layout::ListStyle;
use super::motion::{Motion, scrolled};
use super::nothing_found::Blame;
use super::under_way::Asked;
use crate::store::{ArticleId, Hit, Order, Query};
use crate::text::Span;

/// The row of an article that is not listed.
const UNLISTED: u32 = u32::MAX;

/// What is listed, and where one stands in it.
#[derive(Debug, Default)]
pub struct List {
    pub order: Order,
    /// The article that was gone to last. It may be filtered away: then the first hit stands for it.
    cursor: Option<ArticleId>,
    /// The first hit shown.
    top: usize,
    pub(super) found: Found,
}

/// What [`App::settle`](super::App::settle) derives.
#[derive(Debug, Default)]
pub struct Found {
    hits: Vec<Hit>,
    pub(super) asked: Asked,
    /// Of each article, by its number, the row it is listed in; [`UNLISTED`] for those that are not.
    rows: Vec<u32>,
    /// Counts the searches, so that others know when the hits are new.
    searches: u64,
    /// The row of the cursor.
    at: usize,
    /// The letters to light in each title shown, from the first one shown.
    pub(super) lit: Vec<Vec<Span>>,
    /// Why nothing was found.
    pub(super) blame: Vec<Blame>,
}

impl List {
    /// Nothing is listed yet.
    pub fn in_order(order: Order) -> Self {
        Self { order, ..Self::default() }
    }

    pub fn hits(&self) -> &[Hit] {
        &self.found.hits
    }

    /// What the hits were found by. The filter may ask for something else already.
    pub fn query(&self) -> &Query {
        &self.found.asked.query
    }

    /// The article under the cursor.
    pub fn article(&self) -> Option<ArticleId> {
        self.hits().get(self.found.at).map(|hit| hit.article)
    }

    /// The row an article is listed in, from 0.
    pub fn row_of(&self, article: ArticleId) -> Option<usize> {
        self.found.rows.get(article.0 as usize).filter(|row| **row != UNLISTED).map(|row| *row as usize)
    }

    /// Changes with every search, so that what is derived from the hits knows when they are new.
    pub fn searches(&self) -> u64 {
        self.found.searches
    }

    /// The row of the cursor, from 0.
    pub fn at(&self) -> usize {
        self.found.at
    }

    /// The first row shown.
    pub fn top(&self) -> usize {
        self.top
    }

    pub fn blame(&self) -> &[Blame] {
        &self.found.blame
    }

    /// The hits shown in `height` rows of the screen, each with its number and the letters to light.
    pub fn shown(&self) -> impl Iterator<Item = (usize, ArticleId, &[Span])> {
        let hits = self.hits().iter().enumerate().skip(self.top);
        hits.zip(&self.found.lit).map(|((number, hit), lit)| (number, hit.article, lit.as_slice()))
    }

    pub fn step(&mut self, motion: Motion) {
        self.go(motion.from(self.found.at, self.last()));
    }

    pub fn go(&mut self, at: usize) {
        self.found.at = at.min(self.last());
        self.cursor = self.article();
    }

    /// What is shown becomes what was gone to: typing a filter ends like this.
    pub fn settle_for_this(&mut self) {
        self.cursor = self.article();
    }

    /// Moves what is shown and takes the cursor along at its edges.
    pub fn scroll(&mut self, motion: Motion, page: usize) {
        self.top = motion.from(self.top, self.hits().len().saturating_sub(page));
        self.go(self.found.at.clamp(self.top, (self.top + page).saturating_sub(1).max(self.top)));
    }

    fn last(&self) -> usize {
        self.hits().len().saturating_sub(1)
    }

    /// Takes new hits and finds the cursor again, on the same row of the screen if that can be.
    pub(super) fn take(&mut self, hits: Vec<Hit>, asked: Asked) {
        let row = self.found.at.saturating_sub(self.top);
        let rows = rows(&hits);
        let find = |article: ArticleId| rows.get(article.0 as usize).copied().filter(|row| *row != UNLISTED);
        let at = self.cursor.and_then(find).unwrap_or(0) as usize;
        let blame = if hits.is_empty() && asked.text == self.found.asked.text { std::mem::take(&mut self.found.blame) } else { Vec::new() };
        self.found = Found { hits, asked, rows, at, searches: self.found.searches + 1, lit: Vec::new(), blame };
        self.top = at.saturating_sub(row);
        // The first article stays the one that is read while others land before it.
        self.cursor = self.cursor.or(self.article());
    }

    /// Keeps the cursor among the `page` hits shown.
    pub(super) fn keep_in_view(&mut self, page: usize) {
        self.top = scrolled(self.top, self.found.at, page).min(self.hits().len().saturating_sub(page));
    }
}

fn rows(hits: &[Hit]) -> Vec<u32> {
    let articles = hits.iter().map(|hit| hit.article.0 as usize + 1).max().unwrap_or(0);
    let mut rows = vec![UNLISTED; articles];
    hits.iter().zip(0..).for_each(|(hit, row)| rows[hit.article.0 as usize] = row);
    rows
}

/// Hits shown at once.
pub fn page(width: u16, height: usize) -> usize {
    height / ListStyle::of(width).rows()
}
