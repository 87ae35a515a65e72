//! The quote book: everything that is said in what is listed, by speaker.

use super::action::Action;
use super::alphabet::Alphabetical;
use super::layout::Pane;
use super::loading::counted;
use super::motion::Motion;
use super::reader::Pick;
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target};
use crate::store::{EntityId, QuoteId};
use std::cmp::Reverse;

/// Articles whose quotes are read at a go.
const AT_ONCE: usize = 200;

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

    fn take(&mut self, quotes: &[Quoted], speakers: &[Speaker]) {
        let here = self.quote();
        self.quotes = quotes.len();
        self.speakers = speakers.iter().filter(|speaker| speaker.who.is_some()).count();
        self.rows.take(lines(quotes, speakers), |line| here.is_some_and(|id| *line == Line::Quote(id)));
    }
}

/// A quote, and who said it.
type Quoted = (QuoteId, Option<EntityId>);

/// How far the reading of what is listed has come.
#[derive(Debug)]
enum Reading {
    /// The quotes of so many hits.
    Quotes(Vec<Quoted>, usize),
    Speakers(Vec<Quoted>, Vec<Speaker>),
}

impl Reading {
    /// The next step; nothing when all is read, which `book` takes then.
    fn next(self, book: &mut QuoteBook, app: &App) -> Option<Self> {
        let hits = app.list.hits();
        match self {
            Reading::Quotes(mut quotes, read) if read < hits.len() => {
                let to = (read + AT_ONCE).min(hits.len());
                quotes.extend(app.store.quotes_found(app.list.query(), hits[read..to].iter().map(|hit| hit.article)));
                Some(Reading::Quotes(quotes, to))
            }
            Reading::Quotes(quotes, _) => {
                let speakers = speakers(&quotes, app);
                Some(Reading::Speakers(quotes, speakers))
            }
            Reading::Speakers(quotes, speakers) => {
                book.take(&quotes, &speakers);
                None
            }
        }
    }
}

/// Somebody who is quoted, or nobody known.
#[derive(Debug)]
struct Speaker {
    who: Option<EntityId>,
    quotes: usize,
}

/// Who is quoted most comes first, nobody last.
fn speakers(quotes: &[Quoted], app: &App) -> Vec<Speaker> {
    let mut counts: Vec<usize> = Vec::new();
    for (_, who) in quotes {
        let number = number(*who);
        counts.resize(counts.len().max(number + 1), 0);
        counts[number] += 1;
    }
    let who = |number: usize| number.checked_sub(1).map(|id| EntityId(id as u32));
    let quoted = counts.into_iter().enumerate().filter(|(_, quotes)| *quotes > 0);
    let mut speakers: Vec<Speaker> = quoted.map(|(number, quotes)| Speaker { who: who(number), quotes }).collect();
    let name = |speaker: &Speaker| speaker.who.map(|id| &*app.store.entity(id).name);
    speakers.sort_by_cached_key(|speaker| (speaker.who.is_none(), Reverse(speaker.quotes), name(speaker).map(Alphabetical::new)));
    speakers
}

/// Nobody is 0.
fn number(who: Option<EntityId>) -> usize {
    who.map_or(0, |id| id.0 as usize + 1)
}

/// The quotes of one in the order of the list, under their speaker.
fn lines(quotes: &[Quoted], speakers: &[Speaker]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(quotes.len() + 2 * speakers.len());
    let mut free = vec![0; speakers.iter().map(|speaker| number(speaker.who) + 1).max().unwrap_or(0)];
    for speaker in speakers {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Speaker(speaker.who, speaker.quotes));
        free[number(speaker.who)] = lines.len();
        lines.resize(lines.len() + speaker.quotes, Line::Blank);
    }
    for (id, who) in quotes {
        let line = &mut free[number(*who)];
        lines[*line] = Line::Quote(*id);
        *line += 1;
    }
    lines
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
            self.reading = Some(Reading::Quotes(Vec::new(), 0));
        }
        self.rows.keep_in_view(self.page(pane));
    }

    fn go_on(&mut self, app: &App, over: &dyn Fn() -> bool) -> bool {
        while let Some(reading) = self.reading.take() {
            self.reading = reading.next(self, app);
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
