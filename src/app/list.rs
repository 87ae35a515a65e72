//! The list of articles that the filter leaves.

use super::layout::ListStyle;
use super::motion::{Motion, scrolled};
use super::nothing_found::Blame;
use super::under_way::Asked;
use crate::store::{ArticleId, Hit, Order, Query, Store};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// The row of an article that is not listed.
const UNLISTED: u32 = u32::MAX;

/// What is listed, and where one stands in it. The versions of a story stand together, at the place of the best one, and only that one
/// is shown until the story is unfolded.
#[derive(Debug, Default)]
pub struct List {
    pub order: Order,
    /// The article that was gone to last. It may be filtered away: then the first hit stands for it.
    cursor: Option<ArticleId>,
    /// The first line shown.
    top: usize,
    /// The stories that are unfolded, by their first articles; or, when all are, those that are folded.
    exceptions: HashSet<ArticleId>,
    all_unfolded: bool,
    pub(super) found: Found,
}

/// What [`App::settle`](super::App::settle) derives.
#[derive(Debug, Default)]
pub struct Found {
    hits: Vec<Hit>,
    pub(super) asked: Asked,
    /// Of each hit, the story it tells.
    stories: Vec<Story>,
    /// The rows that are shown, in their order: those of folded versions are left out.
    lines: Vec<u32>,
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

/// A hit among the listed versions of its story.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its first article in the corpus, listed or not.
    pub first: ArticleId,
    /// Listed versions beneath this one; nothing for one that stands beneath another.
    pub beneath: Option<u32>,
}

/// A line of the list.
#[derive(Copy, Clone, Debug)]
pub struct ListLine<'a> {
    /// The row it shows, from 0.
    pub row: usize,
    pub article: ArticleId,
    /// The letters to light.
    pub lit: &'a [Span],
    pub story: Story,
    pub unfolded: bool,
}

impl List {
    /// Empty, to be listed in this order.
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

    /// The row an article is listed in, from 0; it may be one of a folded version.
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

    /// The line of the cursor, from 0, and how many there are.
    pub fn line(&self) -> (usize, usize) {
        (self.line_of(self.found.at), self.found.lines.len())
    }

    /// The first line shown.
    pub fn top(&self) -> usize {
        self.top
    }

    pub fn blame(&self) -> &[Blame] {
        &self.found.blame
    }

    /// The articles of the lines from the first one shown on.
    pub fn in_view(&self) -> impl Iterator<Item = ArticleId> {
        self.found.lines.iter().skip(self.top).map(|row| self.hits()[*row as usize].article)
    }

    /// The lines whose letters to light are known: those shown.
    pub fn shown(&self) -> impl Iterator<Item = ListLine<'_>> {
        let lines = self.found.lines.iter().skip(self.top).map(|row| *row as usize);
        lines.zip(&self.found.lit).map(|(row, lit)| {
            let story = self.found.stories[row];
            ListLine { row, article: self.hits()[row].article, lit, story, unfolded: self.is_unfolded(story.first) }
        })
    }

    pub fn step(&mut self, motion: Motion) {
        self.go_to_line(motion.from(self.line_of(self.found.at), self.last_line()));
    }

    /// Goes to a row; a folded story that it is in is unfolded.
    pub fn go(&mut self, row: usize) {
        self.found.at = row.min(self.hits().len().saturating_sub(1));
        self.cursor = self.article();
        let hidden = self.found.lines.binary_search(&(self.found.at as u32)).is_err();
        if hidden && !self.hits().is_empty() {
            self.fold(false);
        }
    }

    /// Goes to a line, counted from the first of the list.
    pub fn go_to_line(&mut self, line: usize) {
        if let Some(row) = self.found.lines.get(line) {
            self.go(*row as usize);
        }
    }

    /// Folds or unfolds the story under the cursor; false when it has one version only.
    pub fn switch_fold(&mut self) -> bool {
        let Some(story) = self.found.stories.get(self.found.at).copied() else { return false };
        let alone = story.beneath == Some(0);
        if !alone {
            self.fold(self.is_unfolded(story.first));
        }
        !alone
    }

    /// Unfolds all stories, or folds them all; tells whether they are unfolded now.
    pub fn switch_all_folds(&mut self) -> bool {
        self.all_unfolded = !self.all_unfolded;
        self.exceptions.clear();
        self.lay_out();
        self.all_unfolded
    }

    fn is_unfolded(&self, story: ArticleId) -> bool {
        self.exceptions.contains(&story) != self.all_unfolded
    }

    /// Folds or unfolds the story under the cursor.
    fn fold(&mut self, folded: bool) {
        let story = self.found.stories[self.found.at].first;
        if folded == self.all_unfolded {
            self.exceptions.insert(story);
        } else {
            self.exceptions.remove(&story);
        }
        self.lay_out();
    }

    /// Derives the lines, and brings the cursor onto one of them.
    fn lay_out(&mut self) {
        let shown = |row: &u32| {
            let story = self.found.stories[*row as usize];
            story.beneath.is_some() || self.is_unfolded(story.first)
        };
        self.found.lines = (0..self.hits().len() as u32).filter(shown).collect();
        let line = self.line_of(self.found.at);
        self.found.at = self.found.lines.get(line).map_or(0, |row| *row as usize);
        self.cursor = self.article().or(self.cursor);
    }

    /// The line that shows a row, or the story it is folded into.
    fn line_of(&self, row: usize) -> usize {
        self.found.lines.partition_point(|line| *line as usize <= row).saturating_sub(1)
    }

    /// What is shown becomes what was gone to: typing a filter ends like this.
    pub fn settle_for_this(&mut self) {
        self.cursor = self.article();
    }

    /// Moves what is shown and takes the cursor along at its edges.
    pub fn scroll(&mut self, motion: Motion, page: usize) {
        self.top = motion.from(self.top, self.found.lines.len().saturating_sub(page));
        let line = self.line_of(self.found.at);
        self.go_to_line(line.clamp(self.top, (self.top + page).saturating_sub(1).max(self.top)));
    }

    /// The cursor goes to the first line, whatever that will be.
    pub(super) fn forget_place(&mut self) {
        self.cursor = None;
        self.found.at = 0;
        self.top = 0;
    }

    fn last_line(&self) -> usize {
        self.found.lines.len().saturating_sub(1)
    }

    /// Takes new hits and finds the cursor again, on the same line of the screen if that can be.
    pub(super) fn take(&mut self, hits: Vec<Hit>, asked: Asked, store: &Store) {
        let line = self.line_of(self.found.at).saturating_sub(self.top);
        let (hits, stories) = together(hits, store);
        let rows = rows(&hits);
        let find = |article: ArticleId| rows.get(article.0 as usize).copied().filter(|row| *row != UNLISTED);
        let at = self.cursor.and_then(find).unwrap_or(0) as usize;
        let cursor = self.cursor;
        let blame = if hits.is_empty() && asked.text == self.found.asked.text { std::mem::take(&mut self.found.blame) } else { Vec::new() };
        let searches = self.found.searches + 1;
        self.found = Found { hits, asked, stories, lines: Vec::new(), rows, searches, at, lit: Vec::new(), blame };
        self.lay_out();
        self.top = self.line_of(self.found.at).saturating_sub(line);
        // The first article stays the one that is read while others land before it, and one that is filtered away comes back.
        self.cursor = cursor.or(self.article());
    }

    /// Keeps the cursor among the `page` lines shown.
    pub(super) fn keep_in_view(&mut self, page: usize) {
        let line = self.line_of(self.found.at);
        self.top = scrolled(self.top, line, page).min(self.found.lines.len().saturating_sub(page));
    }
}

/// The hits with the versions of each story behind the best of them, which keeps its place; what takes its turn otherwise does not change.
fn together(hits: Vec<Hit>, store: &Store) -> (Vec<Hit>, Vec<Story>) {
    let firsts: Vec<ArticleId> = hits.iter().map(|hit| store.story(hit.article)).collect();
    let mut listed: HashMap<ArticleId, Vec<Hit>> = HashMap::new();
    for (hit, first) in hits.iter().zip(&firsts).filter(|(_, first)| store.versions(**first).len() > 1) {
        listed.entry(*first).or_default().push(*hit);
    }
    let (mut ordered, mut stories) = (Vec::with_capacity(hits.len()), Vec::with_capacity(hits.len()));
    for (hit, first) in hits.into_iter().zip(firsts) {
        if store.versions(first).len() == 1 {
            ordered.push(hit);
            stories.push(Story { first, beneath: Some(0) });
            continue;
        }
        // Nothing is left where the best version has taken them along.
        let versions = listed.remove(&first).unwrap_or_default();
        let beneath = versions.len().saturating_sub(1) as u32;
        stories.extend((0..versions.len()).map(|number| Story { first, beneath: (number == 0).then_some(beneath) }));
        ordered.extend(versions);
    }
    (ordered, stories)
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
