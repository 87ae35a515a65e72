//! The open article, and where one is in it.

use super::motion::Motion;
use super::nearby::Nearby;
use super::page::{Page, Place, Row, text_span};
use crate::store::ArticleId;
use crate::text::Span;
use std::collections::{HashMap, VecDeque};

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
    /// The place of the first row shown.
    place: Place,
    /// Where one was in other articles.
    places: HashMap<ArticleId, Place>,
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
    pub(super) page: Option<Page>,
    /// The rows in view; as many as the pane has, or else all of the page.
    shown: VecDeque<Row>,
    height: usize,
    /// What the hits are from.
    pub(super) hits_of: Option<(u64, Option<String>)>,
    pub(super) nearby: Nearby,
    /// All there is of what was walked through last.
    pub(super) stops: Option<(Pick, Vec<Span>)>,
}

impl Reader {
    /// Date, source, byline and dateline of the open article.
    pub fn credits(&self) -> &str {
        self.opened.page.as_ref().map_or("", |page| &page.credits)
    }

    /// The rows in view.
    pub fn shown(&self) -> &VecDeque<Row> {
        &self.opened.shown
    }

    /// What is laid over the text around the view.
    pub fn nearby(&self) -> &Nearby {
        &self.opened.nearby
    }

    /// What the page shows beside the text has changed.
    pub(super) fn forget_page(&mut self) {
        self.opened.made_for = None;
    }

    /// What is laid over the text has changed.
    pub(super) fn forget_marks(&mut self) {
        self.opened.nearby = Nearby::default();
        self.opened.stops = None;
    }

    /// How much of the page lies before the end of what is shown, in percent; nothing when all of it is shown.
    pub fn percent(&self) -> Option<usize> {
        let Opened { page: Some(page), shown, .. } = &self.opened else { return None };
        let (first, last) = (shown.front()?, shown.back()?);
        let below = page.from(last.place).nth(1).map(|row| page.percent(row.place));
        below.or_else(|| page.before(first.place).next().map(|_| 100))
    }

    /// The part of the text in view.
    pub fn text_shown(&self) -> Span {
        let mut shown = self.shown().iter().filter_map(text_span);
        let first = shown.next().unwrap_or_default();
        Span { start: first.start, end: shown.next_back().unwrap_or(first).end }
    }

    /// Takes a page anew.
    pub(super) fn read(&mut self, page: Page) {
        self.opened.page = Some(page);
        self.opened.shown.clear();
    }

    /// Shows so many rows.
    pub(super) fn fill(&mut self, height: usize) {
        if self.opened.height != height || self.opened.shown.is_empty() {
            self.opened.height = height;
            self.show(self.place);
        }
    }

    pub fn scroll(&mut self, motion: Motion) {
        match motion {
            Motion::Top => self.go(Place::default()),
            Motion::Bottom => self.go(Place::END),
            Motion::By(rows) if rows < 0 => self.scroll_up(rows.unsigned_abs()),
            Motion::By(rows) => self.scroll_down(rows.unsigned_abs()),
        }
    }

    fn scroll_down(&mut self, rows: usize) {
        let Opened { page: Some(page), shown, .. } = &mut self.opened else { return };
        let Some(last) = shown.back().copied() else { return };
        for row in page.from(last.place).skip(1).take(rows) {
            shown.push_back(row);
            shown.pop_front();
        }
        self.stay();
    }

    fn scroll_up(&mut self, rows: usize) {
        let Opened { page: Some(page), shown, .. } = &mut self.opened else { return };
        let Some(first) = shown.front().copied() else { return };
        for row in page.before(first.place).take(rows) {
            shown.push_front(row);
            shown.pop_back();
        }
        self.stay();
    }

    fn go(&mut self, place: Place) {
        self.show(place);
        self.stay();
    }

    /// Shows the rows from a place on, or the last ones when there are not so many.
    fn show(&mut self, place: Place) {
        let Opened { page: Some(page), shown, height, .. } = &mut self.opened else { return };
        *shown = page.from(place).take(*height).collect();
        for row in page.before(place).take(*height - shown.len()) {
            shown.push_front(row);
        }
    }

    /// What is shown is where one is, also when the size changes.
    fn stay(&mut self) {
        self.place = self.shown().front().map_or(self.place, |row| row.place);
    }

    /// Brings byte `at` of the text into view: a third down, if it is not there already.
    pub fn reveal(&mut self, at: u32) {
        let place = self.opened.page.as_ref().map(|page| page.place_of(at));
        self.reveal_place(place);
    }

    /// Brings the first piece that was cut from the page into view.
    pub fn reveal_cut(&mut self) {
        let place = self.opened.page.as_ref().and_then(Page::place_of_cut);
        self.reveal_place(place);
    }

    fn reveal_place(&mut self, place: Option<Place>) {
        let (Some(page), Some(place)) = (&self.opened.page, place) else { return };
        let Some(row) = page.from(place).next() else { return };
        if !self.shown().contains(&row) {
            let above = page.before(row.place).take(self.opened.height / 3).last();
            self.go(above.unwrap_or(row).place);
        }
    }

    /// Turns to another article, where one was in it before. The page is made by the caller.
    pub(super) fn turn_to(&mut self, article: Option<ArticleId>) {
        if let Some(before) = self.opened.article {
            self.places.insert(before, self.place);
        }
        self.place = article.and_then(|article| self.places.get(&article).copied()).unwrap_or_default();
        self.picked = None;
        self.opened = Opened { article, ..Opened::default() };
    }
}
