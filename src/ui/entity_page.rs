//! The page of a name: its head, the facts at the left, quotes and mentions at the right.

use super::clip::{clip, plain};
use super::context;
use super::page_rows::rows;
use super::panes;
use super::theme::Theme;
use crate::app::{App, EntityPage, Evidence, Fact, Figures, Pane, Part, counted, grouped};
use crate::store::{ArticleId, Entity, QuoteId};
use crate::text::{Span, visible};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::Widget;

/// Cells of the date before a line from an article, with the gap behind it.
const DATE: u16 = 12;

pub fn draw(app: &App, page: &EntityPage, pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    let rooms = pane.page();
    let drawing = Drawing { app, page, theme };
    drawing.head(rooms.head, buffer);
    let (facts, evidence) = (rooms.facts(page.part()), rooms.evidence(page.part()));
    if !facts.is_empty() && !evidence.is_empty() {
        panes::border(facts, theme, buffer);
    }
    rows(page.facts(), facts, page.part() == Part::Facts, theme, buffer, |fact, area, buffer| drawing.fact(fact, area, buffer));
    rows(page.evidence(), evidence, page.part() == Part::Evidence, theme, buffer, |row, area, buffer| drawing.evidence(row, area, buffer));
}

struct Drawing<'a> {
    app: &'a App,
    page: &'a EntityPage,
    theme: &'a Theme,
}

impl Drawing<'_> {
    fn entity(&self) -> &Entity {
        self.app.store.entity(self.page.entity)
    }

    fn head(&self, area: Rect, buffer: &mut Buffer) {
        let area = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
        let lines = [self.name(area.width), self.counts(), self.time()];
        for (line, y) in lines.into_iter().zip(area.top()..area.bottom()) {
            line.render(Rect { y, height: 1, ..area }, buffer);
        }
    }

    fn name(&self, room: u16) -> Line<'_> {
        let entity = self.entity();
        let kind = format!("  {}", kind_words(self.app, entity));
        let name = clip(&entity.name, usize::from(room).saturating_sub(kind.len()));
        Line::from(vec![Piece::styled(name, self.theme.kind(entity.kind)), Piece::styled(kind, self.theme.dim)])
    }

    /// What is listed, and beside it all there is when that is more.
    fn counts(&self) -> Line<'_> {
        let (figures, entity) = (self.page.figures(), self.entity());
        let listed = figures_words(figures);
        let all = entity.mentions as usize;
        let rest = if all == figures.mentions { String::new() } else { format!("   {} without the filter", grouped(all)) };
        Line::from(vec![Piece::styled(listed, self.theme.text), Piece::styled(rest, self.theme.dim)])
    }

    fn time(&self) -> Line<'_> {
        let figures = self.page.figures();
        let mut line = match (figures.first, figures.last) {
            (Some(first), Some(last)) if first == last => plain(format!("{first}  "), self.theme.dim),
            (Some(first), Some(last)) => plain(format!("{first} – {last}  "), self.theme.dim),
            _ => plain("no dates known", self.theme.dim),
        };
        if figures.over_time.len() > 1 && figures.first.is_some() {
            line.push_span(Piece::styled(sparkline(&figures.over_time), self.theme.sparkline));
        }
        if figures.undated > 0 && figures.first.is_some() {
            line.push_span(Piece::styled(format!("  {} undated", figures.undated), self.theme.dim));
        }
        line
    }

    fn fact(&self, fact: &Fact, area: Rect, buffer: &mut Buffer) {
        match fact {
            Fact::Heading(words) => plain(clip(words, area.width.into()), self.theme.title).render(area, buffer),
            Fact::Alias(form, mentions, others) => self.counted(self.alias(form, *others), *mentions, area, buffer),
            Fact::Companion(companion) => {
                let other = self.app.store.entity(companion.entity);
                let name = clip(&other.name, usize::from(area.width).saturating_sub(6));
                self.counted(plain(name, self.theme.kind(other.kind)), companion.articles, area, buffer);
            }
            Fact::Blank => {}
        }
    }

    /// A form that others bear too is ambiguous, and said to be.
    fn alias<'a>(&self, form: &'a str, others: usize) -> Line<'a> {
        let mut line = plain(visible(form), self.theme.text);
        if others > 0 {
            line.push_span(Piece::styled(format!("  also {}", counted(others, "other", "others")), self.theme.accent));
        }
        line
    }

    fn counted(&self, line: Line, count: u32, area: Rect, buffer: &mut Buffer) {
        line.render(Rect { width: area.width.saturating_sub(5), ..area }, buffer);
        plain(grouped(count as usize), self.theme.dim).right_aligned().render(area, buffer);
    }

    fn evidence(&self, row: &Evidence, area: Rect, buffer: &mut Buffer) {
        match row {
            Evidence::Heading(words, shown, all) => {
                plain(*words, self.theme.title).render(area, buffer);
                plain(share(*shown, *all), self.theme.dim).right_aligned().render(area, buffer);
            }
            Evidence::Quote(id) => self.quote(*id, self.dated(id.article, area, buffer), buffer),
            Evidence::Mention(article, span) => self.mention(*article, *span, self.dated(*article, area, buffer), buffer),
            Evidence::Blank => {}
        }
    }

    /// Draws an article's date, or else its source, and leaves the room behind it.
    fn dated(&self, article: ArticleId, area: Rect, buffer: &mut Buffer) -> Rect {
        let article = self.app.store.article(article);
        let date = article.published.map(|date| date.to_string());
        let from = date.or(article.source.as_deref().map(String::from)).unwrap_or_default();
        plain(clip(&from, usize::from(DATE) - 2), self.theme.dim).render(Rect { width: area.width.min(DATE), ..area }, buffer);
        Rect { x: area.x + DATE.min(area.width), width: area.width.saturating_sub(DATE), ..area }
    }

    fn quote(&self, id: QuoteId, area: Rect, buffer: &mut Buffer) {
        let article = self.app.store.article(id.article);
        let words = self.app.store.quote(id).span.of(&article.text);
        plain(clip(&format!("“{words}”"), area.width.into()), self.theme.quote).render(area, buffer);
    }

    fn mention(&self, article: ArticleId, span: Span, area: Rect, buffer: &mut Buffer) {
        let text = &self.app.store.article(article).text;
        context::draw(text, span, self.theme.text, self.theme.kind(self.entity().kind), area, buffer);
    }
}

/// `group · armed`, as far as it is known.
pub fn kind_words(app: &App, entity: &Entity) -> String {
    let subkind = entity.entry.map(|entry| &*app.store.gazetteer().entry(entry).subkind).filter(|subkind| !subkind.is_empty());
    subkind.map_or(entity.kind.word().to_string(), |subkind| format!("{} · {subkind}", entity.kind.word()))
}

/// `12`, or `the newest 2 000 of 15 340`.
fn share(shown: usize, all: usize) -> String {
    if shown == all { grouped(all) } else { format!("the newest {} of {}", grouped(shown), grouped(all)) }
}

fn figures_words(figures: &Figures) -> String {
    let mentions = counted(figures.mentions, "mention", "mentions");
    let articles = counted(figures.articles, "article", "articles");
    format!("{mentions} · {articles} · {}", counted(figures.stories, "story", "stories"))
}

/// A bar for each count, as high as its share of the highest.
pub fn sparkline(counts: &[u32]) -> String {
    const BARS: [char; 9] = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = counts.iter().max().copied().unwrap_or(0).max(1);
    counts.iter().map(|count| BARS[(*count as usize * 8).div_ceil(most as usize)]).collect()
}

#[cfg(test)]
mod tests {
    use super::sparkline;

    #[test]
    fn what_is_there_is_seen_beside_what_is_much() {
        assert_eq!(sparkline(&[0, 1, 500, 1000]), "·▁▄█");
        assert_eq!(sparkline(&[]), "");
    }
}
