//! The quote book: everything that is said in what is listed, by speaker.

use super::action::Action;
use super::alphabet::beginning;
use super::layout::Pane;
use super::loading::counted;
use super::motion::Motion;
use super::reader::Pick;
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target};
use crate::store::{EntityId, Merging, QuoteId, Store};
use std::cmp::Ordering;

/// Articles whose quotes are read at a go.
const AT_ONCE: usize = 200;
/// Speakers, or lines, that are looked at in that time.
const SPEAKERS: usize = 2048;

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
    reading: Option<Reading>,
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

    /// Not all is here yet.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    fn take(&mut self, reading: Reading) {
        let here = self.quote();
        self.quotes = reading.quotes.iter().map(Vec::len).sum();
        self.speakers = reading.speakers.all().len() - usize::from(reading.counts[0] > 0);
        self.rows.take(reading.lines, |line| here.is_some_and(|id| *line == Line::Quote(id)));
    }
}

/// A quote, and who said it.
type Quoted = (QuoteId, Option<EntityId>);

/// How far the reading of what is listed has come.
#[derive(Debug)]
struct Reading {
    stage: Stage,
    /// Those of so many articles each: one row of all would have to be copied when it grows.
    quotes: Vec<Vec<Quoted>>,
    /// The quotes of each; nobody is 0.
    counts: Vec<u32>,
    speakers: Merging<Speaker>,
    lines: Vec<Line>,
    /// The line of the next quote of each.
    free: Vec<u32>,
}

/// What is done from which number on.
#[derive(Copy, Clone, Debug)]
enum Stage {
    Quotes(usize),
    Speakers(usize),
    Sort,
    Headings(usize),
    Lines(usize),
    Done,
}

impl Reading {
    fn of(store: &Store) -> Self {
        let speakers = store.entities_ever() + 1;
        Self {
            stage: Stage::Quotes(0),
            quotes: Vec::new(),
            counts: vec![0; speakers],
            speakers: Merging::of(Vec::new()),
            lines: Vec::new(),
            free: vec![0; speakers],
        }
    }

    /// Goes on for less than a millisecond; true when all is read.
    fn go_on(&mut self, app: &App) -> bool {
        self.stage = match self.stage {
            Stage::Quotes(from) => self.read(from, app),
            Stage::Speakers(from) => self.find_speakers(from, &app.store),
            Stage::Sort if self.speakers.go_on(&mut SPEAKERS.clone(), |one, other| compared(one, other, &app.store)) => Stage::Headings(0),
            Stage::Sort => Stage::Sort,
            Stage::Headings(from) => self.head(from),
            Stage::Lines(from) => self.fill(from),
            Stage::Done => Stage::Done,
        };
        matches!(self.stage, Stage::Done)
    }

    fn read(&mut self, from: usize, app: &App) -> Stage {
        let hits = app.list.hits();
        let to = (from + AT_ONCE).min(hits.len());
        let quotes = app.store.quotes_found(app.list.query(), hits[from..to].iter().map(|hit| hit.article));
        for (_, who) in &quotes {
            let number = number(*who);
            // A correction may have made somebody since.
            let known = self.counts.len().max(number + 1);
            self.counts.resize(known, 0);
            self.free.resize(known, 0);
            self.counts[number] += 1;
        }
        self.quotes.push(quotes);
        if to < hits.len() { Stage::Quotes(to) } else { Stage::Speakers(0) }
    }

    fn find_speakers(&mut self, from: usize, store: &Store) -> Stage {
        let to = (from + SPEAKERS).min(self.counts.len());
        for number in from..to {
            let who = number.checked_sub(1).map(|id| EntityId(id as u32));
            let name = who.map_or(0, |id| beginning(&store.entity(id).name));
            if self.counts[number] > 0 {
                self.speakers.push(Speaker { who, quotes: self.counts[number], name });
            }
        }
        if to < self.counts.len() { Stage::Speakers(to) } else { Stage::Sort }
    }

    /// Room for the quotes of some speakers, under their headings.
    fn head(&mut self, from: usize) -> Stage {
        if from == 0 {
            let quotes: usize = self.counts.iter().map(|count| *count as usize).sum();
            self.lines.reserve_exact(quotes + 2 * self.speakers.all().len());
        }
        let mut next = from;
        let begun = self.lines.len();
        while next < self.speakers.all().len() && self.lines.len() < begun + SPEAKERS {
            let speaker = self.speakers.all()[next];
            self.lines.extend((next > 0).then_some(Line::Blank));
            self.lines.push(Line::Speaker(speaker.who, speaker.quotes as usize));
            self.free[number(speaker.who)] = self.lines.len() as u32;
            self.lines.resize(self.lines.len() + speaker.quotes as usize, Line::Blank);
            next += 1;
        }
        if next < self.speakers.all().len() { Stage::Headings(next) } else { Stage::Lines(0) }
    }

    /// The quotes of one in the order of the list, under their speaker.
    fn fill(&mut self, from: usize) -> Stage {
        for (id, who) in self.quotes.get(from).into_iter().flatten() {
            let line = &mut self.free[number(*who)];
            self.lines[*line as usize] = Line::Quote(*id);
            *line += 1;
        }
        if from < self.quotes.len() { Stage::Lines(from + 1) } else { Stage::Done }
    }
}

/// Somebody who is quoted, or nobody known.
#[derive(Copy, Clone, Debug)]
struct Speaker {
    who: Option<EntityId>,
    quotes: u32,
    /// How the name begins.
    name: u64,
}

/// Who is quoted most comes first, nobody last.
fn compared(one: &Speaker, other: &Speaker, store: &Store) -> Ordering {
    let name = |speaker: &Speaker| speaker.who.map(|id| &*store.entity(id).name);
    let by_quotes = one.who.is_none().cmp(&other.who.is_none()).then(other.quotes.cmp(&one.quotes));
    by_quotes.then(one.name.cmp(&other.name)).then_with(|| name(one).cmp(&name(other)))
}

/// Nobody is 0.
fn number(who: Option<EntityId>) -> usize {
    who.map_or(0, |id| id.0 as usize + 1)
}

impl Browse for QuoteBook {
    fn title(&self, _app: &App) -> String {
        "Quotes".to_string()
    }

    fn aside(&self) -> String {
        let more = if self.is_reading() { " …" } else { "" };
        format!("{} · {}{more}", counted(self.quotes, "quote", "quotes"), counted(self.speakers, "speaker", "speakers"))
    }

    fn settle(&mut self, app: &App, pane: Pane) {
        if self.of != Some(app.list.searches()) {
            self.of = Some(app.list.searches());
            self.reading = Some(Reading::of(&app.store));
        }
        self.rows.keep_in_view(self.page(pane));
    }

    fn go_on(&mut self, app: &App, over: &dyn Fn() -> bool) -> bool {
        while let Some(mut reading) = self.reading.take() {
            match reading.go_on(app) {
                true => self.take(reading),
                false => self.reading = Some(reading),
            }
            if self.reading.is_some() && over() {
                return false;
            }
        }
        true
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
        self.quote().and_then(|id| app.store.speaker(id.article, &app.store.quote(id)))
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
