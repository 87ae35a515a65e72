//! The list of articles that the filter leaves.

use super::laying::{Folding, Laid, Story};
use super::layout::ListStyle;
use super::motion::{Motion, scrolled};
use super::nothing_found::Blame;
use super::under_way::Asked;
use crate::model::Date;
use crate::store::{ArticleId, Hit, Order, Query};
use crate::text::Span;

/// What is listed, and where one stands in it. The versions of a story stand together, at the place of the best one, and only that one
/// is shown until the story is unfolded.
#[derive(Debug, Default)]
pub struct List {
    pub order: Order,
    /// The article that was gone to last. It may be filtered away: then the first hit stands for it.
    cursor: Option<ArticleId>,
    /// The first line shown.
    top: usize,
    pub(super) folding: Folding,
    /// What comes to be shown next is what will have been gone to.
    settles_for_next: bool,
    pub(super) found: Found,
}

/// What [`App::settle`](super::App::settle) derives.
#[derive(Debug, Default)]
pub struct Found {
    laid: Laid,
    pub(super) asked: Asked,
    /// Counts the searches, so that others know when the hits are new.
    searches: u64,
    /// The row of the cursor.
    at: usize,
    /// The letters to light in each title shown, from the first one shown.
    lit: Vec<Vec<Span>>,
    /// The lines that they are of.
    lit_of: Option<Shown>,
    /// Why nothing was found.
    pub(super) blame: Vec<Blame>,
}

/// The lines shown: the first, how many there is room for, and the changes of the folding before.
type Shown = (usize, usize, u64);

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
        &self.found.laid.hits
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
        self.found.laid.rows.of(article)
    }

    /// The first and the last day of what is listed, where any is dated.
    pub fn days(&self) -> Option<(Date, Date)> {
        self.found.laid.days()
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
        (self.line_of(self.found.at), self.lines().len())
    }

    /// The first line shown.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The rows that are shown, in their order.
    fn lines(&self) -> &[u32] {
        &self.found.laid.lines
    }

    pub fn blame(&self) -> &[Blame] {
        &self.found.blame
    }

    /// The articles of the lines from the first one shown on.
    fn in_view(&self) -> impl Iterator<Item = ArticleId> {
        self.lines().iter().skip(self.top).map(|row| self.hits()[*row as usize].article)
    }

    /// The lines whose letters to light are known: those shown.
    pub fn shown(&self) -> impl Iterator<Item = ListLine<'_>> {
        let lines = self.lines().iter().skip(self.top).map(|row| *row as usize);
        lines.zip(&self.found.lit).map(|(row, lit)| {
            let story = self.found.laid.stories[row];
            ListLine { row, article: self.hits()[row].article, lit, story, unfolded: self.folding.is_unfolded(story.first) }
        })
    }

    pub fn step(&mut self, motion: Motion) {
        self.go_to_line(motion.from(self.line_of(self.found.at), self.last_line()));
    }

    /// Goes to a row; a folded story that it is in is unfolded.
    pub fn go(&mut self, row: usize) {
        self.found.at = row.min(self.hits().len().saturating_sub(1));
        self.cursor = self.article();
        let hidden = self.lines().binary_search(&(self.found.at as u32)).is_err();
        if hidden && !self.hits().is_empty() {
            self.fold(false);
        }
    }

    /// Goes to a line, counted from the first of the list.
    pub fn go_to_line(&mut self, line: usize) {
        if let Some(row) = self.lines().get(line) {
            self.go(*row as usize);
        }
    }

    /// Folds or unfolds the story under the cursor; false when it has one version only.
    pub fn switch_fold(&mut self) -> bool {
        let Some(story) = self.found.laid.stories.get(self.found.at).copied() else { return false };
        let alone = story.beneath() == Some(0);
        if !alone {
            self.fold(self.folding.is_unfolded(story.first));
        }
        !alone
    }

    /// Unfolds all stories, or folds them all; tells whether they are unfolded now.
    pub fn switch_all_folds(&mut self) -> bool {
        self.folding.switch_all();
        self.found.laid.fold_anew(&self.folding);
        self.stand_on_line();
        self.folding.all_unfolded
    }

    /// Folds or unfolds the story under the cursor.
    fn fold(&mut self, folded: bool) {
        self.folding.set(self.found.laid.stories[self.found.at].first, folded);
        self.found.laid.fold_story(self.found.at, folded);
        self.stand_on_line();
    }

    /// Brings the cursor onto a line.
    fn stand_on_line(&mut self) {
        let line = self.line_of(self.found.at);
        self.found.at = self.lines().get(line).map_or(0, |row| *row as usize);
        self.cursor = self.article().or(self.cursor);
    }

    /// The line that shows a row, or the story it is folded into.
    fn line_of(&self, row: usize) -> usize {
        self.lines().partition_point(|line| *line as usize <= row).saturating_sub(1)
    }

    /// What is shown becomes what was gone to: typing a filter ends like this. When it is still to come, as soon as it is here.
    pub fn settle_for_this(&mut self, is_to_come: bool) {
        self.settles_for_next = is_to_come;
        if !is_to_come {
            self.cursor = self.article();
        }
    }

    /// Moves what is shown and takes the cursor along at its edges.
    pub fn scroll(&mut self, motion: Motion, page: usize) {
        self.top = motion.from(self.top, self.lines().len().saturating_sub(page));
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
        self.lines().len().saturating_sub(1)
    }

    /// Takes what was laid out and finds the cursor again, on the same line of the screen if that can be.
    pub(super) fn take(&mut self, laid: Laid, asked: Asked) {
        let line = self.line_of(self.found.at).saturating_sub(self.top);
        let at = self.cursor.and_then(|cursor| laid.rows.of(cursor)).unwrap_or(0);
        let is_whole = !asked.is_part;
        let settles = is_whole && std::mem::take(&mut self.settles_for_next);
        let cursor = self.cursor.filter(|_| !settles);
        let is_same = laid.hits.is_empty() && asked.text == self.found.asked.text;
        let blame = if is_same { std::mem::take(&mut self.found.blame) } else { Vec::new() };
        let searches = self.found.searches + 1;
        self.found = Found { laid, asked, searches, at, lit: Vec::new(), lit_of: None, blame };
        self.stand_on_line();
        self.top = self.line_of(self.found.at).saturating_sub(line);
        // The first article stays the one that is read while others land before it, and one that is filtered away comes back. The first
        // of a part is nothing yet.
        self.cursor = cursor.or(self.article().filter(|_| is_whole));
    }

    /// Finds the letters to light in the `page` lines shown, unless that is done.
    pub(super) fn light(&mut self, page: usize, lit: impl Fn(&Query, ArticleId) -> Vec<Span>) {
        let shown = Some((self.top, page, self.folding.changes()));
        if self.found.lit_of != shown {
            self.found.lit = self.in_view().take(page).map(|article| lit(self.query(), article)).collect();
            self.found.lit_of = shown;
        }
    }

    /// Keeps the cursor among the `page` lines shown.
    pub(super) fn keep_in_view(&mut self, page: usize) {
        let line = self.line_of(self.found.at);
        self.top = scrolled(self.top, line, page).min(self.lines().len().saturating_sub(page));
    }
}

/// Hits shown at once.
pub fn page(width: u16, height: usize) -> usize {
    height / ListStyle::of(width).rows()
}
