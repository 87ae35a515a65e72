//! An article laid out in rows for one width. A row is a span of the text; a *place* says where one is in the whole page
//! (title, credits, body, what was cut) in bytes, so that it means the same in every width.

use crate::model::{Article, Note};
use crate::text::{Span, rows};

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

/// A row, and where it is in the page in bytes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub place: u32,
    pub line: Line,
}

/// All rows of an article.
#[derive(Debug, Default)]
pub struct Page {
    pub rows: Vec<Row>,
    /// Date, source, byline and dateline: what is known of them.
    pub credits: String,
    end: usize,
}

impl Page {
    /// Wraps an article to `width` cells, with or without what was cut from it.
    pub fn of(article: &Article, notes: &[Note], width: u16, with_cut: bool) -> Self {
        let mut page = Self { credits: credits(article), ..Self::default() };
        page.head(article, width);
        page.push_rows(article.body(), width, |span| Line::Body(span.shifted(article.body_start as usize)));
        page.insert_notes(notes, width);
        for number in 0..if with_cut { article.cut.len() } else { 0 } {
            page.push(1, Line::Blank);
            page.push(1, Line::Label(number));
            page.push_rows(&article.cut[number].text, width, |span| Line::Cut(number, span));
        }
        page
    }

    fn head(&mut self, article: &Article, width: u16) {
        if let Some(title) = article.title() {
            self.push_rows(title, width, Line::Title);
        }
        if !self.credits.is_empty() {
            let credits = self.credits.clone();
            self.push_rows(&credits, width, Line::Credits);
        }
        if !self.rows.is_empty() {
            self.push(1, Line::Blank);
        }
    }

    /// Puts each note under the row in which its passage ends.
    fn insert_notes(&mut self, notes: &[Note], width: u16) {
        for (number, note) in notes.iter().enumerate().rev() {
            let end = note.span.end.saturating_sub(1);
            let Some(row) = self.rows.iter().rposition(|row| text_span(row).is_some_and(|span| span.start <= end)) else { continue };
            let place = self.rows[row].place;
            let lines = rows(&note.text, width.saturating_sub(2)).into_iter().map(|span| Row { place, line: Line::Note(number, span) });
            self.rows.splice(row + 1..row + 1, lines.collect::<Vec<_>>());
        }
    }

    fn push_rows(&mut self, text: &str, width: u16, line: impl Fn(Span) -> Line) {
        let start = self.end;
        for span in rows(text, width) {
            self.rows.push(Row { place: (start + span.start as usize) as u32, line: line(span) });
        }
        self.end = start + text.len() + 1;
    }

    fn push(&mut self, bytes: usize, line: Line) {
        self.rows.push(Row { place: self.end as u32, line });
        self.end += bytes;
    }

    /// The row that holds a place.
    pub fn row_at(&self, place: u32) -> usize {
        self.rows.partition_point(|row| row.place <= place).saturating_sub(1)
    }

    /// The row that shows byte `at` of the article's text.
    pub fn row_of(&self, at: u32) -> Option<usize> {
        let is_before = |row: &Row| text_span(row).is_none_or(|span| span.start <= at);
        let end_of_text = self.rows.iter().position(|row| matches!(row.line, Line::Label(_))).unwrap_or(self.rows.len());
        self.rows[..end_of_text].iter().rposition(|row| is_before(row) && text_span(row).is_some())
    }

    /// The bytes of the article's text that `height` rows from row `top` on show.
    pub fn text_shown(&self, top: usize, height: usize) -> Span {
        let mut shown = self.rows.iter().skip(top).take(height).filter_map(text_span);
        let first = shown.next().unwrap_or_default();
        Span { start: first.start, end: shown.next_back().unwrap_or(first).end }
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
