//! The timeline: how many of the listed articles are from each day, week, month or year.

use super::action::Action;
use super::layout::Pane;
use super::motion::{Motion, scrolled};
use super::state::{App, Focus};
use super::view::{Browse, Target, View};
use crate::model::Date;
use crate::store::{ArticleId, Calendar, EntityId};
use std::ops::RangeInclusive;

/// Articles that are looked at between two looks at the time.
const AT_ONCE: usize = 2048;

/// The listed articles by their columns.
#[derive(Debug, Default)]
pub struct Columns {
    /// `None` when nothing is dated.
    pub calendar: Option<Calendar>,
    /// The articles of each column.
    pub counts: Vec<u32>,
    /// Those that name the name that is meant.
    pub own: Vec<u32>,
    /// Articles without a date, and those of them that name the name that is meant.
    pub undated: usize,
    pub own_undated: usize,
    /// Column by column, in each as they are listed.
    articles: Vec<ArticleId>,
    /// Where each column begins in `articles`, and where the last one ends.
    starts: Vec<usize>,
}

#[derive(Debug)]
pub struct Timeline {
    /// The name that has bars of its own.
    pub entity: Option<EntityId>,
    columns: Columns,
    at: usize,
    /// The other end of the range that was begun.
    anchor: Option<usize>,
    /// The first column shown: there can be more years than cells.
    first: usize,
    /// The search that all this is from, and the cells it is for.
    made_for: Option<(u64, usize)>,
    /// The columns that are to come.
    reading: Option<Reading>,
}

impl Timeline {
    pub fn new(entity: Option<EntityId>) -> Self {
        Self { entity, columns: Columns::default(), at: 0, anchor: None, first: 0, made_for: None, reading: None }
    }

    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The column of the cursor.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The first column shown.
    pub fn first(&self) -> usize {
        self.first
    }

    pub fn has_range(&self) -> bool {
        self.anchor.is_some()
    }

    /// The columns that are meant: the range, or the one under the cursor.
    pub fn range(&self) -> RangeInclusive<usize> {
        let other = self.anchor.unwrap_or(self.at);
        self.at.min(other)..=self.at.max(other)
    }

    /// What is said of the columns that are meant: `week of 2017-05-29`, or the first and the last of a range.
    pub fn range_words(&self) -> String {
        let (first, last) = self.range().into_inner();
        let label = |column| self.columns.calendar.map(|calendar| calendar.label(column)).unwrap_or_default();
        if first == last { label(first) } else { format!("{} – {}", label(first), label(last)) }
    }

    /// The articles of the columns that are meant.
    pub fn articles(&self) -> &[ArticleId] {
        let (first, last) = self.range().into_inner();
        match (self.columns.starts.get(first), self.columns.starts.get(last + 1)) {
            (Some(start), Some(end)) => &self.columns.articles[*start..*end],
            _ => &[],
        }
    }

    /// Takes new columns. The cursor and the range stay on their days, as far as these are still there.
    fn take(&mut self, columns: Columns) {
        let day = |column: usize| self.columns.calendar.map(|calendar| calendar.start(column));
        let (at, anchor) = (day(self.at), self.anchor.and_then(day));
        self.columns = columns;
        let column = |day: Date| self.columns.calendar.and_then(|calendar| calendar.column(day));
        self.at = at.and_then(column).unwrap_or_else(|| self.columns.last());
        self.anchor = anchor.and_then(column);
    }
}

/// How far the reading of what is listed has come.
#[derive(Debug)]
struct Reading {
    stage: Stage,
    columns: Columns,
    /// The column of each hit.
    of_hits: Vec<Option<u32>>,
    /// Where the next article of each column belongs.
    free: Vec<usize>,
    /// The day that was looked at last, and its column: one day has many articles.
    last: Option<(Date, Option<usize>)>,
}

/// What is done from which number on.
#[derive(Copy, Clone, Debug)]
enum Stage {
    Count(usize),
    Fill(usize),
    /// The articles of the name that is meant.
    Own(usize),
    Done,
}

impl Reading {
    fn of(app: &App, most: usize) -> Self {
        let calendar = app.list.days().map(|(first, last)| Calendar::covering(first, last, most));
        let columns = calendar.map_or(0, |calendar| calendar.len());
        let columns = Columns { calendar, counts: vec![0; columns], own: vec![0; columns], ..Columns::default() };
        Self { stage: Stage::Count(0), columns, of_hits: Vec::with_capacity(app.list.hits().len()), free: Vec::new(), last: None }
    }

    /// Goes on for less than a millisecond; true when all is read.
    fn go_on(&mut self, app: &App, entity: Option<EntityId>) -> bool {
        self.stage = match self.stage {
            Stage::Count(from) => self.count(from, app),
            Stage::Fill(from) => self.fill(from, app),
            Stage::Own(from) => entity.map_or(Stage::Done, |entity| self.own(from, entity, app)),
            Stage::Done => Stage::Done,
        };
        matches!(self.stage, Stage::Done)
    }

    fn column(&mut self, article: ArticleId, app: &App) -> Option<usize> {
        let (day, calendar) = (app.store.published(article)?, self.columns.calendar?);
        let known = self.last.filter(|(last, _)| *last == day).map(|(_, column)| column);
        let column = known.unwrap_or_else(|| calendar.column(day));
        self.last = Some((day, column));
        column
    }

    fn count(&mut self, from: usize, app: &App) -> Stage {
        let hits = app.list.hits();
        let to = (from + AT_ONCE).min(hits.len());
        for hit in &hits[from..to] {
            let column = self.column(hit.article, app);
            self.of_hits.push(column.map(|column| column as u32));
            match column {
                Some(column) => self.columns.counts[column] += 1,
                None => self.columns.undated += 1,
            }
        }
        if to < hits.len() {
            return Stage::Count(to);
        }
        let ends = self.columns.counts.iter().scan(0, |end, count| {
            *end += *count as usize;
            Some(*end)
        });
        self.columns.starts = [0].into_iter().chain(ends).collect();
        self.free = self.columns.starts.clone();
        self.columns.articles = vec![ArticleId(0); hits.len() - self.columns.undated];
        Stage::Fill(0)
    }

    /// Puts each article behind the last one of its column.
    fn fill(&mut self, from: usize, app: &App) -> Stage {
        let hits = app.list.hits();
        let to = (from + AT_ONCE).min(hits.len());
        for (hit, column) in hits[from..to].iter().zip(&self.of_hits[from..to]) {
            let Some(column) = column else { continue };
            let place = &mut self.free[*column as usize];
            self.columns.articles[*place] = hit.article;
            *place += 1;
        }
        if to < hits.len() { Stage::Fill(to) } else { Stage::Own(0) }
    }

    fn own(&mut self, from: usize, entity: EntityId, app: &App) -> Stage {
        let postings = &app.store.entity(entity).postings;
        let to = (from + AT_ONCE).min(postings.len());
        let listed = postings[from..to].iter().map(|posting| posting.article).filter(|article| app.list.row_of(*article).is_some());
        for article in listed {
            match self.column(article, app) {
                Some(column) => self.columns.own[column] += 1,
                None => self.columns.own_undated += 1,
            }
        }
        if to < postings.len() { Stage::Own(to) } else { Stage::Done }
    }
}

impl Columns {
    fn last(&self) -> usize {
        self.counts.len().saturating_sub(1)
    }
}

impl Browse for Timeline {
    fn title(&self, _app: &App) -> String {
        "Timeline".to_string()
    }

    fn settle(&mut self, app: &App, pane: Pane) {
        let most = usize::from(pane.timeline(self.entity.is_some()).bars.width).max(1);
        let made_for = Some((app.list.searches(), most));
        if self.made_for != made_for {
            self.made_for = made_for;
            self.reading = Some(Reading::of(app, most));
        }
        self.first = scrolled(self.first, self.at, most).min(self.columns.counts.len().saturating_sub(most));
    }

    fn go_on(&mut self, app: &App, over: &dyn Fn() -> bool) -> bool {
        while let Some(mut reading) = self.reading.take() {
            match reading.go_on(app, self.entity) {
                true => self.take(reading.columns),
                false => self.reading = Some(reading),
            }
            if self.reading.is_some() && over() {
                return false;
            }
        }
        true
    }

    fn step(&mut self, motion: Motion) {
        self.at = motion.from(self.at, self.columns.last());
    }

    /// Columns that are shown at once.
    fn page(&self, pane: Pane) -> usize {
        let room = usize::from(pane.timeline(self.entity.is_some()).bars.width);
        self.columns.counts.len().min(room).div_ceil(4)
    }

    fn target(&self, _app: &App) -> Option<Target> {
        let calendar = self.columns.calendar?;
        let (first, last) = self.range().into_inner();
        Some(Target::Filter(format!("after:{} before:{}", calendar.start(first), calendar.start(last + 1))))
    }

    fn entity(&self, _app: &App) -> Option<EntityId> {
        self.entity
    }

    fn copied(&self, _app: &App) -> Option<(&'static str, String)> {
        self.columns.calendar.map(|_| ("time", self.range_words()))
    }

    fn click(&mut self, pane: Pane, x: u16, y: u16) -> bool {
        let rooms = pane.timeline(self.entity.is_some());
        let is_there = x >= rooms.bars.x && (rooms.bars.y..rooms.told.y).contains(&y);
        let column = is_there.then(|| self.first + usize::from((x - rooms.bars.x) / self.column_width(rooms.bars.width)));
        let column = column.filter(|column| *column < self.columns.counts.len());
        self.at = column.unwrap_or(self.at);
        column.is_some()
    }

    fn act(&mut self, action: Action, _app: &App) -> bool {
        match action {
            Action::NextPane => self.step(Motion::By(1)),
            Action::PreviousPane => self.step(Motion::By(-1)),
            Action::Select if self.anchor.is_some() => self.anchor = None,
            Action::Select => self.anchor = self.columns.calendar.map(|_| self.at),
            _ => return false,
        }
        true
    }

    fn let_go(&mut self) -> bool {
        self.anchor.take().is_some()
    }

    fn hints(&self) -> &'static [(Action, &'static str)] {
        &[
            (Action::Down, "later"),
            (Action::Up, "earlier"),
            (Action::Select, "range"),
            (Action::Open, "filter by it"),
            (Action::Back, "back"),
            (Action::Help, "help"),
        ]
    }
}

/// Cells of a column, when there is room.
const WIDEST: u16 = 8;

impl Timeline {
    /// Cells of a column, with the gap behind it, in a room of so many.
    pub fn column_width(&self, room: u16) -> u16 {
        let columns = self.columns.counts.len().clamp(1, usize::from(u16::MAX)) as u16;
        (room / columns).clamp(1, WIDEST)
    }
}

impl App {
    pub(super) fn visit_timeline(&mut self) {
        if !matches!(self.view, Some(View::Timeline(_))) {
            let entity = self.entity_of_interest();
            self.visit(View::Timeline(Timeline::new(entity)));
        }
    }

    /// The name whose time is to be told: picked, chosen, under the cursor of the names, or the one that a view is about.
    fn entity_of_interest(&self) -> Option<EntityId> {
        match &self.view {
            Some(view) => view.browse().entity(self),
            None if self.focus == Focus::Names => self.names.entity(),
            None => self.picked_entity().or(self.names.chosen),
        }
    }
}
