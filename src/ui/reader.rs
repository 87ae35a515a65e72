//! The open article: the rows in view, with names, quotes, hits and what is picked laid over them.

use super::clip::plain;
use super::highlight::{Layer, paint};
use super::theme::Theme;
use crate::app::{App, Layout, Line, Nearby, Pick, text_span};
use crate::model::{Article, Note, QuoteKind};
use crate::store::ArticleId;
use crate::text::{Span, visible};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line as Painted;
use ratatui::widgets::Widget;

pub fn draw(app: &App, layout: &Layout, theme: &Theme, buffer: &mut Buffer) {
    let Some(id) = app.list.article() else { return };
    let column = layout.text();
    let article = app.store.article(id);
    let drawing = Drawing::new(app, id, &article, app.reader.text_shown(), theme);
    for (row, y) in app.reader.shown().iter().zip(column.top()..column.bottom()) {
        drawing.line(row.line).render(Rect { y, height: 1, ..column }, buffer);
        if text_span(row).is_some_and(|span| drawing.is_shared(span)) {
            buffer.set_string(column.x - 3, y, "╏", theme.shared);
        }
        if let Some(span) = text_span(row).filter(|span| drawing.is_quoted(*span)) {
            buffer.set_string(column.x - 2, y, "▎", drawing.mark(span));
        } else if text_span(row).is_some_and(|span| drawing.is_reported(span)) {
            buffer.set_string(column.x - 2, y, "┊", theme.dim);
        }
    }
}

/// What is laid over the part of the text in view.
struct Drawing<'a> {
    article: &'a Article,
    credits: &'a str,
    notes: &'a [Note],
    theme: &'a Theme,
    quotes: Vec<Span>,
    reported: Vec<Span>,
    shared: Vec<Span>,
    picked: Option<Span>,
    layers: [Layer; 6],
}

impl<'a> Drawing<'a> {
    fn new(app: &'a App, id: ArticleId, article: &'a Article, view: Span, theme: &'a Theme) -> Self {
        let nearby = app.reader.nearby();
        let quotes: Vec<_> = quotes(nearby, view, QuoteKind::Direct).collect();
        let reported = self::quotes(nearby, view, QuoteKind::Reported).collect();
        let layers = [
            Layer::of(quotes.iter().copied(), theme.quote),
            Layer::of(app.store.marks(id).notes.iter().filter_map(|note| note.place(&article.text)), theme.note),
            names(app, id, article, view, theme),
            Layer::of(in_view(&nearby.watched, view), theme.watch),
            Layer::of(in_view(&nearby.hits, view), theme.hit),
            Layer::of(app.reader.picked.map(|picked| picked.span), picked_style(app, theme)),
        ];
        let picked = app.reader.picked.map(|picked| picked.span);
        Self {
            article,
            credits: app.reader.credits(),
            notes: &app.store.marks(id).notes,
            theme,
            quotes,
            reported,
            shared: in_view(&nearby.shared, view).collect(),
            picked,
            layers,
        }
    }

    fn line(&self, line: Line) -> Painted<'a> {
        match line {
            Line::Title(span) => paint(&self.article.text, span, self.theme.title, &self.layers),
            Line::Body(span) => paint(&self.article.text, span, self.theme.text, &self.layers),
            Line::Credits(span) => plain(visible(span.of(self.credits)), self.theme.dim),
            Line::Label(number) => plain(format!("cut: {}", self.article.cut[number].zone.word()), self.theme.accent),
            Line::Cut(number, span) => plain(visible(span.of(&self.article.cut[number].text)), self.theme.dim),
            Line::Note(number, span) => plain(format!("✎ {}", visible(span.of(&self.notes[number].text))), self.theme.note),
            Line::Blank => Painted::default(),
        }
    }

    /// The mark beside a row of speech: the picked quote's stands out.
    fn mark(&self, row: Span) -> Style {
        if self.picked.is_some_and(|picked| picked.overlaps(row)) { self.theme.accent } else { self.theme.quote }
    }

    fn is_quoted(&self, row: Span) -> bool {
        self.quotes.iter().any(|quote| quote.overlaps(row))
    }

    /// It stands in another article too.
    fn is_shared(&self, row: Span) -> bool {
        self.shared.iter().any(|shared| shared.overlaps(row))
    }

    /// Said in the reporter's words.
    fn is_reported(&self, row: Span) -> bool {
        self.reported.iter().any(|clause| clause.overlaps(row))
    }
}

/// A quote may be long: it is set off by the band of a cursor, where a name is reversed.
fn picked_style(app: &App, theme: &Theme) -> Style {
    match app.reader.picked.map(|picked| picked.what) {
        Some(Pick::Quote | Pick::Passage) => theme.cursor,
        _ => theme.picked,
    }
}

/// The speech in view; a term in quotation marks is none.
fn quotes(nearby: &Nearby, view: Span, kind: QuoteKind) -> impl Iterator<Item = Span> {
    let quotes = nearby.quotes.iter().filter(move |quote| quote.kind == kind);
    quotes.map(|quote| quote.span).filter(move |span| span.overlaps(view))
}

fn in_view(spans: &[Span], view: Span) -> impl Iterator<Item = Span> {
    spans.iter().copied().filter(move |span| span.overlaps(view))
}

/// The names in view, each in the style of its kind.
fn names(app: &App, id: ArticleId, article: &Article, view: Span, theme: &Theme) -> Layer {
    let mentions = &article.annotations.mentions;
    let first = mentions.partition_point(|mention| mention.span.end <= view.start);
    let shown = mentions[first..].iter().take_while(|mention| mention.span.start < view.end);
    let kind = |mention| Some(app.store.entity(app.store.entity_at(id, mention)?).kind);
    Layer::new(shown.filter_map(|mention| Some((mention.span, theme.kind(kind(mention)?)))))
}
