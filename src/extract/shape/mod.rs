//! From a page as it was saved to an article: title, date, source, byline, dateline, and the body without what the page
//! wrapped around it. What is cut is kept, in page order.

mod boilerplate;
mod byline;
mod credit;
mod date;
mod dateline;
mod foot;
mod head;
mod imprint;
mod paragraphs;

use super::lexicon::Lexicon;
use crate::model::{Cut, Date, Zone};
use boilerplate::Boilerplate;
use byline::Bylines;
use credit::Credits;
use date::Dates;
use dateline::Datelines;

/// Lines of the body that may open with a dateline.
const OPENING_LINES: usize = 3;

/// The patterns shaping needs, compiled once.
pub(super) struct Shaper {
    boilerplate: Boilerplate,
    bylines: Bylines,
    credits: Credits,
    dates: Dates,
    datelines: Datelines,
}

/// What a page turned out to be. Unknown is `None`.
#[derive(Debug, Default, PartialEq)]
pub struct Shape {
    pub title: Option<String>,
    /// Paragraphs with a blank line between them.
    pub body: String,
    pub published: Option<Date>,
    pub source: Option<String>,
    pub byline: Vec<String>,
    pub dateline: Option<String>,
    pub cut: Vec<Cut>,
}

impl Shape {
    /// Title, blank line, body; and where the body begins (bytes).
    pub fn text(&self) -> (String, usize) {
        match &self.title {
            Some(title) => (format!("{title}\n\n{}", self.body), title.len() + 2),
            None => (self.body.clone(), 0),
        }
    }

    fn cut(&mut self, zone: Zone, text: &str) {
        self.cut.push(Cut { zone, text: text.trim().into() });
    }

    /// The first source found stays: the top of a page speaks for itself, its foot for others too.
    fn found_source(&mut self, source: Option<String>) {
        self.source = self.source.take().or(source);
    }

    fn found_date(&mut self, date: Option<Date>) {
        self.published = self.published.or(date);
    }
}

impl Shaper {
    pub fn new() -> Self {
        Self {
            boilerplate: Boilerplate::new(),
            bylines: Bylines::new(),
            credits: Credits::new(),
            dates: Dates::new(),
            datelines: Datelines::new(),
        }
    }

    /// Takes a page apart. `title` is what the format itself calls the title, if it does.
    pub fn shape(&self, title: Option<&str>, page: &str, lexicon: &Lexicon) -> Shape {
        let mut shape = Shape::default();
        let paragraphs = paragraphs::paragraphs(page);
        let mut lines: Vec<&str> = paragraphs.iter().map(|line| &**line).collect();
        let (kept, body_from) = self.head(title, &lines, lexicon, &mut shape);
        lines.splice(..body_from, kept);
        let mut body = self.foot(&lines, lexicon, &mut shape);
        if let Some(first) = body.first_mut() {
            *first = self.opening(first, lexicon, &mut shape);
        }
        // Behind a deck the dateline opens a later line.
        let shouted = |line: &&&str| {
            let town = line.split([',', '—', '–', '(']).next().unwrap_or_default();
            let agency = line[town.len()..].starts_with('(');
            !town.chars().any(char::is_lowercase) && (agency || lexicon.is_place(town.trim_end_matches([' ', '-'])))
        };
        if let Some(later) = body.iter().take(OPENING_LINES).skip(1).find(shouted).filter(|_| shape.dateline.is_none()) {
            self.dateline(later, lexicon, &mut shape);
        }
        shape.body = body.join("\n\n");
        shape
    }

    /// The first whole date in `words`.
    pub fn date(&self, words: &str) -> Option<Date> {
        self.dates.first(words).map(|found| found.date)
    }

    /// What stands before the first sentence: `June 4, 2017 – ARA News –` is cut as a credit, a dateline stays in the text.
    fn opening<'a>(&self, first: &'a str, lexicon: &Lexicon, shape: &mut Shape) -> &'a str {
        let credit = self.credits.opening(first, &self.dates, &self.datelines, lexicon);
        if credit.length > 0 {
            shape.cut(Zone::Credit, &first[..credit.length]);
            shape.found_date(credit.date);
            shape.found_source(credit.source);
        }
        let rest = &first[credit.length..];
        self.dateline(rest, lexicon, shape);
        rest
    }

    fn dateline(&self, line: &str, lexicon: &Lexicon, shape: &mut Shape) {
        if let Some(dateline) = self.datelines.of(line, &self.dates, lexicon) {
            shape.dateline = dateline.place;
            shape.found_date(dateline.date);
            shape.found_source(dateline.agency);
        }
    }
}
