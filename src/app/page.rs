//! An article laid out in rows for one width, no more of it than is looked at. A row is a span of the text; a *place* says where one
//! is in the whole page (title, credits, body, what was cut), so that it means the same in every width.
//!
//! The page knows its stretches: the lines of its texts, and the pieces of very long ones. Rows are found from any place on, downwards
//! and upwards, by wrapping the stretches that are come through. So nothing but [`Page::of`] takes longer for a longer article, and that
//! looks for line breaks only.

use crate::model::{Article, Note};
use crate::text::{Span, rows, stretch_rows, stretches};
use std::sync::Arc;

/// What a row shows.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A part of the article's text.
    Title(Span),
    /// A part of [`Page::credits`].
    Credits(Span),
    /// A part of the article's text.
    Body(Span),
    Blank,
    /// What kind of thing a cut piece was; its number in [`Article::cut`].
    Label(usize),
    /// A part of a note: its number, and the span of its own text.
    Note(usize, Span),
    /// A part of a cut piece: its number, and the span of its own text.
    Cut(usize, Span),
}

impl Line {
    /// The same for another part of its text.
    fn part(self, span: Span) -> Self {
        match self {
            Line::Title(_) => Line::Title(span),
            Line::Credits(_) => Line::Credits(span),
            Line::Body(_) => Line::Body(span),
            Line::Cut(number, _) => Line::Cut(number, span),
            Line::Note(number, _) => Line::Note(number, span),
            Line::Blank | Line::Label(_) => self,
        }
    }
}

/// Where a row is in the page. Rows are in the order of their places.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// In bytes of the page.
    pub byte: u32,
    /// Rows of notes stand under the row they belong to, counted from 1; that itself is 0.
    pub under: u32,
}

impl Place {
    /// Behind every row.
    pub const END: Self = Self { byte: u32::MAX, under: u32::MAX };

    fn at(byte: u32) -> Self {
        Self { byte, under: 0 }
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub place: Place,
    pub line: Line,
}

/// An article that can be looked at from any place on.
#[derive(Debug)]
pub struct Page {
    article: Arc<Article>,
    /// Date, source, byline and dateline: what is known of them.
    pub credits: String,
    notes: Vec<Note>,
    width: u16,
    /// What is wrapped by itself, each as one row. There is one at least.
    stretches: Vec<Row>,
    /// The place of the body's first byte.
    body: u32,
    /// In which byte of the page each note's passage ends, and the note's number; sorted.
    noted: Vec<(u32, usize)>,
    end: usize,
    /// How many rows were wrapped.
    #[cfg(test)]
    pub(super) wrapped: std::cell::Cell<usize>,
}

impl Page {
    /// An article to be wrapped to `width` cells, with or without what was cut from it.
    pub fn of(article: Arc<Article>, notes: &[Note], width: u16, with_cut: bool) -> Self {
        let mut page = Self {
            credits: credits(&article),
            notes: notes.to_vec(),
            width,
            stretches: Vec::new(),
            body: 0,
            noted: Vec::new(),
            end: 0,
            article,
            #[cfg(test)]
            wrapped: Default::default(),
        };
        page.lay_out(with_cut);
        page.noted = page.notes.iter().map(|note| page.place_of(note.span.end.saturating_sub(1)).byte).zip(0..).collect();
        page.noted.sort_unstable();
        page
    }

    fn lay_out(&mut self, with_cut: bool) {
        let article = self.article.clone();
        if let Some(title) = article.title() {
            self.push_text(title, Line::Title);
        }
        if !self.credits.is_empty() {
            let credits = self.credits.clone();
            self.push_text(&credits, Line::Credits);
        }
        if !self.stretches.is_empty() {
            self.push(1, Line::Blank);
        }
        self.body = self.end as u32;
        self.push_text(article.body(), |span| Line::Body(span.shifted(article.body_start as usize)));
        for (number, cut) in article.cut.iter().enumerate().filter(|_| with_cut) {
            self.push(1, Line::Blank);
            self.push(1, Line::Label(number));
            self.push_text(&cut.text, |span| Line::Cut(number, span));
        }
    }

    fn push_text(&mut self, text: &str, line: impl Fn(Span) -> Line) {
        let start = self.end as u32;
        self.stretches.extend(stretches(text).map(|span| Row { place: Place::at(start + span.start), line: line(span) }));
        self.end += text.len() + 1;
    }

    fn push(&mut self, bytes: usize, line: Line) {
        self.stretches.push(Row { place: Place::at(self.end as u32), line });
        self.end += bytes;
    }

    /// The place of byte `at` of the article's text.
    pub fn place_of(&self, at: u32) -> Place {
        let title = self.article.title().map_or(0, str::len) as u32;
        let in_body = at.checked_sub(self.article.body_start).map(|at| at.min(self.article.body().len() as u32));
        Place::at(in_body.map_or(at.min(title), |at| self.body + at))
    }

    /// The place of the first piece that was cut, when such pieces are shown.
    pub fn place_of_cut(&self) -> Option<Place> {
        self.stretches.iter().find(|row| matches!(row.line, Line::Label(_))).map(|row| row.place)
    }

    /// The rows from the one that holds `place` on.
    pub fn from(&self, place: Place) -> impl Iterator<Item = Row> {
        let (number, rows, at) = self.holding(place);
        rows.into_iter().skip(at).chain((number + 1..self.stretches.len()).flat_map(|number| self.rows(number)))
    }

    /// The rows before the one that holds `place`, the nearest first.
    pub fn before(&self, place: Place) -> impl Iterator<Item = Row> {
        let (number, rows, at) = self.holding(place);
        rows.into_iter().take(at).rev().chain((0..number).rev().flat_map(|number| self.rows(number).into_iter().rev()))
    }

    /// How much of the page lies before `place`, in percent of its bytes.
    pub fn percent(&self, place: Place) -> usize {
        place.byte as usize * 100 / self.end
    }

    /// The stretch that holds a place, its rows, and the number of the one that does.
    fn holding(&self, place: Place) -> (usize, Vec<Row>, usize) {
        let number = self.stretches.partition_point(|stretch| stretch.place.byte <= place.byte).saturating_sub(1);
        let rows = self.rows(number);
        let at = rows.iter().rposition(|row| row.place.byte <= place.byte && row.place.under <= place.under);
        (number, rows, at.unwrap_or(0))
    }

    /// The rows of one stretch, with the notes under them.
    fn rows(&self, number: usize) -> Vec<Row> {
        let stretch = self.stretches[number];
        let (text, span) = match stretch.line {
            Line::Title(span) | Line::Body(span) => (&*self.article.text, span),
            Line::Credits(span) => (self.credits.as_str(), span),
            Line::Cut(number, span) => (&*self.article.cut[number].text, span),
            Line::Blank | Line::Label(_) | Line::Note(..) => return vec![stretch],
        };
        let place = |row: Span| Place::at(stretch.place.byte + (row.start - span.start));
        let rows = stretch_rows(text, span, self.width).into_iter();
        let rows = rows.map(|row| Row { place: place(row), line: stretch.line.part(row) }).collect::<Vec<_>>();
        #[cfg(test)]
        self.wrapped.set(self.wrapped.get() + rows.len());
        let next = self.stretches.get(number + 1).map_or(u32::MAX, |next| next.place.byte);
        let before = |byte: u32| self.noted.partition_point(|(end, _)| *end < byte);
        self.with_notes(rows, &self.noted[before(stretch.place.byte)..before(next)])
    }

    /// Puts each note under the row in which its passage ends.
    fn with_notes(&self, rows: Vec<Row>, mut noted: &[(u32, usize)]) -> Vec<Row> {
        let mut all = Vec::with_capacity(rows.len());
        for (row, next) in rows.iter().zip(rows.iter().skip(1).map(|next| next.place.byte).chain([u32::MAX])) {
            let (here, below) = noted.split_at(noted.partition_point(|(end, _)| *end < next));
            noted = below;
            all.push(*row);
            let place = |under| Place { under, ..row.place };
            all.extend(self.note_lines(here).zip(1..).map(|(line, under)| Row { place: place(under), line }));
        }
        all
    }

    fn note_lines(&self, noted: &[(u32, usize)]) -> impl Iterator<Item = Line> {
        let mut numbers: Vec<usize> = noted.iter().map(|(_, number)| *number).collect();
        numbers.sort_unstable();
        let wrapped = |number: usize| rows(&self.notes[number].text, self.width.saturating_sub(2));
        numbers.into_iter().flat_map(move |number| wrapped(number).into_iter().map(move |span| Line::Note(number, span)))
    }
}

/// The part of the article's text that a row shows.
pub fn text_span(row: &Row) -> Option<Span> {
    match row.line {
        Line::Title(span) | Line::Body(span) => Some(span),
        _ => None,
    }
}

fn credits(article: &Article) -> String {
    let date = article.published.map(|date| date.to_string());
    let byline = (!article.byline.is_empty()).then(|| article.byline.join(", "));
    let parts = [date, article.source.as_deref().map(String::from), byline, article.dateline.as_deref().map(String::from)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
