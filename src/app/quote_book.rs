//! The quote book: everything that is said in what is listed, by speaker.

use super::action::Action;
use super::layout::Pane;
use super::loading::counted;
use super::motion::Motion;
use super::reader::Pick;
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target};
use crate::store::{EntityId, QuoteId};
use std::cmp::Reverse;
use std::collections::HashMap;

/// A row of the book.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Who says what follows, and in how many quotes; nobody when that is not known.
    Speaker(Option<EntityId>, usize),
    Quote(QuoteId),
    Blank,
}

impl Row for Line {
    fn leads(&self) -> bool {
        matches!(self, Line::Quote(_))
    }
}

#[derive(Debug, Default)]
pub struct QuoteBook {
    rows: Rows<Line>,
    /// Quotes and known speakers in all.
    quotes: usize,
    speakers: usize,
    /// The search that all this is from.
    of: Option<u64>,
}

impl QuoteBook {
    pub fn rows(&self) -> &Rows<Line> {
        &self.rows
    }

    /// The quote under the cursor.
    pub fn quote(&self) -> Option<QuoteId> {
        match self.rows.current() {
            Some(Line::Quote(id)) => Some(*id),
            _ => None,
        }
    }

    fn read(&mut self, app: &App) {
        let quotes = app.store.quotes_found(app.list.query(), app.list.hits().iter().map(|hit| hit.article));
        let here = self.quote();
        let mut by_speaker: HashMap<Option<EntityId>, Vec<QuoteId>> = HashMap::new();
        for id in quotes {
            by_speaker.entry(app.store.speaker(id.article, app.store.quote(id))).or_default().push(id);
        }
        self.speakers = by_speaker.keys().flatten().count();
        self.quotes = by_speaker.values().map(Vec::len).sum();
        self.rows.take(lines(by_speaker, app), |line| here.is_some_and(|id| *line == Line::Quote(id)));
    }
}

/// Who is quoted most comes first, nobody last; the quotes of one in the order of the list.
fn lines(by_speaker: HashMap<Option<EntityId>, Vec<QuoteId>>, app: &App) -> Vec<Line> {
    let mut speakers: Vec<_> = by_speaker.into_iter().collect();
    speakers
        .sort_unstable_by_key(|(speaker, quotes)| (speaker.is_none(), Reverse(quotes.len()), speaker.map(|id| &app.store.entity(id).name)));
    let mut lines = Vec::new();
    for (speaker, quotes) in speakers {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Speaker(speaker, quotes.len()));
        lines.extend(quotes.into_iter().map(Line::Quote));
    }
    lines
}

impl Browse for QuoteBook {
    fn title(&self, _app: &App) -> String {
        "Quotes".to_string()
    }

    fn aside(&self) -> String {
        format!("{} · {}", counted(self.quotes, "quote", "quotes"), counted(self.speakers, "speaker", "speakers"))
    }

    fn settle(&mut self, app: &App, pane: Pane) {
        if self.of != Some(app.list.searches()) {
            self.of = Some(app.list.searches());
            self.read(app);
        }
        self.rows.keep_in_view(self.page(pane));
    }

    fn step(&mut self, motion: Motion) {
        self.rows.step(motion);
    }

    fn page(&self, pane: Pane) -> usize {
        usize::from(pane.book().0.height)
    }

    fn target(&self, app: &App) -> Option<Target> {
        self.quote().map(|id| Target::Passage(id.article, app.store.quote(id).span, Pick::Quote))
    }

    /// Who says the quote under the cursor.
    fn entity(&self, app: &App) -> Option<EntityId> {
        self.quote().and_then(|id| app.store.speaker(id.article, app.store.quote(id)))
    }

    fn copied(&self, app: &App) -> Option<(&'static str, String)> {
        Some(("quote", app.citation(self.quote()?)))
    }

    /// On to the next speaker, around and around.
    fn next_part(&mut self) {
        let is_speaker = |line: &Line| matches!(line, Line::Speaker(..));
        let below = self.rows.all().iter().enumerate().skip(self.rows.at()).find(|(_, line)| is_speaker(line));
        let first_quote = below.map_or(1, |(speaker, _)| speaker + 1);
        self.rows.go(first_quote);
    }

    fn click(&mut self, pane: Pane, x: u16, y: u16) -> bool {
        let (list, _) = pane.book();
        list.contains((x, y).into()) && self.rows.go(self.rows.top() + usize::from(y - list.y))
    }

    fn hints(&self) -> &'static [(Action, &'static str)] {
        &[
            (Action::Open, "go there"),
            (Action::NextPane, "next speaker"),
            (Action::Entity, "who"),
            (Action::Copy, "copy"),
            (Action::Back, "back"),
            (Action::Help, "help"),
        ]
    }
}
