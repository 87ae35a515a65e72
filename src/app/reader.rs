//! The open article, and where one is in it.

use super::motion::Motion;
use super::page::{Line, Page};
use crate::store::{ArticleId, Shared};
use crate::text::Span;
use std::collections::HashMap;

/// What was walked to.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    Mention,
    Quote,
    Hit,
    /// A passage that was jumped to.
    Passage,
}

/// A part of the open article's text that was walked to or clicked at.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    pub what: Pick,
    pub span: Span,
    /// Its number among those that are walked, from 1, and how many they are.
    pub number: usize,
    pub of: usize,
}

/// The reader. It shows the article under the list's cursor.
#[derive(Debug, Default)]
pub struct Reader {
    /// The place of the first row shown, in bytes of the page.
    place: u32,
    /// Where one was in other articles.
    places: HashMap<ArticleId, u32>,
    pub picked: Option<Picked>,
    pub with_cut: bool,
    /// Words that are looked for in the text, in place of the filter's.
    pub sought: Option<String>,
    pub(super) opened: Opened,
}

/// What [`App::settle`](super::App::settle) derives.
#[derive(Debug, Default)]
pub struct Opened {
    pub(super) article: Option<ArticleId>,
    /// What the page was made for.
    pub(super) made_for: Option<(u16, bool)>,
    pub(super) page: Page,
    /// The words looked for in the text, or else the filter's, and what they are from.
    pub(super) hits: Vec<Span>,
    pub(super) hits_of: Option<(u64, Option<String>)>,
    /// The passages that stand in other articles too.
    pub(super) shared: Vec<Shared>,
    /// The watched words in the text.
    pub(super) watched: Vec<Span>,
}

impl Reader {
    pub fn page(&self) -> &Page {
        &self.opened.page
    }

    /// Where the filter's words stand in the text.
    pub fn hits(&self) -> &[Span] {
        &self.opened.hits
    }

    /// The passages that stand in other articles too, in text order.
    pub fn shared(&self) -> &[Shared] {
        &self.opened.shared
    }

    /// Where watched words stand in the text.
    pub fn watched(&self) -> &[Span] {
        &self.opened.watched
    }

    /// What the page shows beside the text has changed.
    pub(super) fn forget_page(&mut self) {
        self.opened.made_for = None;
    }

    /// The first row shown when `height` rows are.
    pub fn top(&self, height: usize) -> usize {
        self.page().row_at(self.place).min(self.last_top(height))
    }

    /// How much of the page lies before the end of what is shown, in percent.
    pub fn percent(&self, height: usize) -> usize {
        let rows = self.page().rows.len().max(1);
        ((self.top(height) + height) * 100 / rows).min(100)
    }

    pub fn scroll(&mut self, motion: Motion, height: usize) {
        let last = self.last_top(height);
        self.go(motion.from(self.top(height), last));
    }

    /// Brings byte `at` of the text into view: a third down, if it is not there already.
    pub fn reveal(&mut self, at: u32, height: usize) {
        self.reveal_row(self.page().row_of(at), height);
    }

    /// Brings the first piece that was cut from the page into view.
    pub fn reveal_cut(&mut self, height: usize) {
        self.reveal_row(self.page().rows.iter().position(|row| matches!(row.line, Line::Label(_))), height);
    }

    fn reveal_row(&mut self, row: Option<usize>, height: usize) {
        let Some(row) = row else { return };
        let top = self.top(height);
        if !(top..top + height).contains(&row) {
            self.go(row.saturating_sub(height / 3).min(self.last_top(height)));
        }
    }

    /// The part of the text in view.
    pub fn text_shown(&self, height: usize) -> Span {
        self.page().text_shown(self.top(height), height)
    }

    fn go(&mut self, row: usize) {
        self.place = self.page().rows.get(row).map_or(0, |row| row.place);
    }

    fn last_top(&self, height: usize) -> usize {
        self.page().rows.len().saturating_sub(height)
    }

    /// Turns to another article, where one was in it before. The page is made by the caller.
    pub(super) fn turn_to(&mut self, article: Option<ArticleId>) {
        if let Some(before) = self.opened.article {
            self.places.insert(before, self.place);
        }
        self.place = article.and_then(|article| self.places.get(&article).copied()).unwrap_or(0);
        self.picked = None;
        self.opened = Opened { article, ..Opened::default() };
    }
}
