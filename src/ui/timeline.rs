//! The timeline: bars for all that is listed, an axis with dates, bars for one name, and what is in the column under the cursor.

use super::clip::{clip, plain};
use super::theme::Theme;
use crate::app::{App, Pane, Timeline, TimelineRooms, grouped};
use crate::model::Date;
use crate::store::{ArticleId, Calendar, Unit};
use crate::text::{visible, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span as Piece;
use ratatui::widgets::Widget;

/// Parts of a cell by eighths.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// Cells of the date before a title, with the gap behind it.
const DATE: u16 = 12;

pub fn draw(app: &App, timeline: &Timeline, pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    let rooms = pane.timeline(timeline.entity.is_some());
    let drawing = Drawing { app, timeline, theme, rooms };
    drawing.head(buffer);
    if let Some(calendar) = timeline.columns().calendar {
        drawing.bars(&timeline.columns().counts, rooms.bars, theme.bar, buffer);
        drawing.axis(calendar, buffer);
        let own = app_kind(app, timeline).map_or(theme.text, |kind| theme.kind(kind));
        drawing.bars(&timeline.columns().own, rooms.own, Style { add_modifier: theme.text.add_modifier, ..own }, buffer);
        drawing.told(buffer);
        drawing.titles(buffer);
    }
}

fn app_kind(app: &App, timeline: &Timeline) -> Option<crate::model::Kind> {
    timeline.entity.map(|entity| app.store.entity(entity).kind)
}

struct Drawing<'a> {
    app: &'a App,
    timeline: &'a Timeline,
    theme: &'a Theme,
    rooms: TimelineRooms,
}

impl Drawing<'_> {
    /// What is counted, and whose bars stand beneath.
    fn head(&self, buffer: &mut Buffer) {
        let area = within(self.rooms.head);
        let mut line = plain(self.counted(), self.theme.text);
        let own = self.own();
        let room = usize::from(area.width).saturating_sub(line.width());
        if let (Some((name, counts)), true) = (own, room > 8) {
            let name = clip(&name, room.saturating_sub(width(&counts) + 4));
            let style = app_kind(self.app, self.timeline).map_or(self.theme.text, |kind| self.theme.kind(kind));
            line.spans.extend([Piece::raw("    "), Piece::styled(name, style), Piece::styled(counts, self.theme.dim)]);
        }
        line.render(area, buffer);
    }

    fn counted(&self) -> String {
        let columns = self.timeline.columns();
        let undated = columns.undated;
        match columns.calendar {
            Some(calendar) => {
                let undated = if undated == 0 { String::new() } else { format!(" · {} undated", grouped(undated)) };
                format!("{} by {}{undated}", articles(columns.counts.iter().map(|count| *count as usize).sum()), calendar.unit.word())
            }
            None if undated == 0 => "Nothing is listed.".to_string(),
            None => format!("None of {} has a date.", articles(undated)),
        }
    }

    /// The name, and how many articles name it.
    fn own(&self) -> Option<(String, String)> {
        let entity = self.app.store.entity(self.timeline.entity?);
        let columns = self.timeline.columns();
        let undated = if columns.own_undated == 0 { String::new() } else { format!(" · {} undated", grouped(columns.own_undated)) };
        Some((entity.name.to_string(), format!("  {}{undated}", articles(columns.own.iter().map(|count| *count as usize).sum()))))
    }

    /// Cells from the left of a column, and how many it takes without the gap behind it.
    fn column(&self, column: usize, area: Rect) -> Option<Rect> {
        let wide = self.timeline.column_width(area.width);
        let x = u16::try_from(column.checked_sub(self.timeline.first())?).ok()?.checked_mul(wide)?;
        let width = if wide > 2 { wide - 1 } else { wide };
        (x < area.width).then(|| Rect { x: area.x + x, width: width.min(area.width - x), ..area })
    }

    /// Upright bars, the highest as high as the room, with its count at the left.
    fn bars(&self, counts: &[u32], area: Rect, style: Style, buffer: &mut Buffer) {
        let most = counts.iter().max().copied().unwrap_or(0);
        if area.is_empty() || most == 0 {
            return;
        }
        let label = Rect { x: area.x - area.x.min(7), width: area.x.min(7).saturating_sub(1), height: 1, ..area };
        plain(grouped(most as usize), self.theme.dim).right_aligned().render(label, buffer);
        for (number, count) in counts.iter().enumerate().skip(self.timeline.first()) {
            let Some(column) = self.column(number, area) else { break };
            let style = if self.timeline.range().contains(&number) { self.theme.accent } else { style };
            bar(eighths(*count, most, area.height), column, style, buffer);
        }
    }

    fn axis(&self, calendar: Calendar, buffer: &mut Buffer) {
        let area = self.rooms.axis;
        if area.is_empty() {
            return;
        }
        buffer.set_string(area.x, area.y, "─".repeat(area.width.into()), self.theme.rule);
        for column in self.timeline.range() {
            if let Some(cells) = self.column(column, area) {
                let mark = if column == self.timeline.at() { "▲" } else { "━" };
                buffer.set_string(cells.x, cells.y, "━".repeat(cells.width.into()), self.theme.accent);
                buffer.set_string(cells.x + cells.width / 2, cells.y, mark, self.theme.accent);
            }
        }
        if area.height > 1 {
            let starts = (self.timeline.first()..calendar.len()).map_while(|number| Some((number, self.column(number, area)?.x)));
            for (x, words) in dates(calendar, &starts.collect::<Vec<_>>(), area.right()) {
                buffer.set_string(x, area.y + 1, words, self.theme.dim);
            }
        }
    }

    /// What is in the columns that are meant.
    fn told(&self, buffer: &mut Buffer) {
        let area = within(self.rooms.told);
        let area = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
        let own: u32 = self.timeline.range().filter_map(|column| self.timeline.columns().own.get(column)).sum();
        let mut line = plain(self.timeline.range_words(), self.theme.accent.bold());
        line.push_span(Piece::styled(format!("   {}", articles(self.timeline.articles().len())), self.theme.text));
        if let Some((name, _)) = self.own() {
            line.push_span(Piece::styled(format!(" · {} with {}", grouped(own as usize), visible(&name)), self.theme.dim));
        }
        line.render(area, buffer);
    }

    fn titles(&self, buffer: &mut Buffer) {
        let area = within(self.rooms.titles);
        let (articles, room) = (self.timeline.articles(), usize::from(area.height));
        let shown = if articles.len() > room { room.saturating_sub(1) } else { articles.len() };
        for (article, y) in articles[..shown].iter().zip(area.top()..area.bottom()) {
            self.title(*article, Rect { y, height: 1, ..area }, buffer);
        }
        if shown < articles.len() && room > 0 {
            let more = format!("… {} more", grouped(articles.len() - shown));
            plain(more, self.theme.dim).render(Rect { y: area.bottom() - 1, height: 1, ..area }, buffer);
        }
    }

    fn title(&self, article: ArticleId, area: Rect, buffer: &mut Buffer) {
        let article = self.app.store.article(article);
        let date = article.published.map(|date| date.to_string()).unwrap_or_default();
        plain(date, self.theme.dim).render(Rect { width: area.width.min(DATE), ..area }, buffer);
        let room = area.width.saturating_sub(DATE);
        let title = plain(clip(article.headline(), room.into()), self.theme.text);
        title.render(Rect { x: area.x + area.width.min(DATE), width: room, ..area }, buffer);
    }
}

/// The room beside the margins.
fn within(area: Rect) -> Rect {
    Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(3), ..area }
}

fn articles(count: usize) -> String {
    format!("{} {}", grouped(count), if count == 1 { "article" } else { "articles" })
}

/// How high the bar of a count is, in eighths of a row; what is there at all is seen.
fn eighths(count: u32, most: u32, rows: u16) -> usize {
    (u64::from(count) * u64::from(rows) * 8).div_ceil(u64::from(most.max(1))) as usize
}

fn bar(eighths: usize, area: Rect, style: Style, buffer: &mut Buffer) {
    for (y, below) in (area.top()..area.bottom()).rev().zip((0..).step_by(8)) {
        let part = EIGHTHS[eighths.saturating_sub(below).min(8)];
        buffer.set_string(area.x, y, part.repeat(area.width.into()), style);
    }
}

/// The dates under an axis: where a year or a month begins, of the first column, and, when these are few, of others; as many as there
/// is room for. `starts` are the columns with the cells they begin at.
fn dates(calendar: Calendar, starts: &[(usize, u16)], end: u16) -> Vec<(u16, String)> {
    let mut taken: Vec<(u16, String)> = Vec::new();
    let mut add = |x: u16, words: String| {
        let right = x + words.len() as u16;
        let is_free = right <= end && taken.iter().all(|(left, other)| x > left + other.len() as u16 || right < *left);
        if is_free {
            taken.push((x, words));
        }
        taken.len()
    };
    let day = |number: usize| calendar.start(number);
    let mut dated = 0;
    for (number, x) in starts.iter().skip(usize::from(calendar.unit != Unit::Year)) {
        if let Some(words) = round_date(calendar.unit, day(number.saturating_sub(1)), day(*number)) {
            dated = add(*x, words);
        }
    }
    for (number, x) in starts.iter().take(1) {
        add(*x, whole_date(calendar.unit, day(*number)));
        add(*x, short_date(calendar.unit, day(*number)));
    }
    if dated < 3 {
        for (number, x) in starts {
            add(*x, short_date(calendar.unit, day(*number)));
        }
    }
    taken
}

/// The date of a column that begins something: a year, or among days and weeks a month.
fn round_date(unit: Unit, before: Date, day: Date) -> Option<String> {
    match unit {
        Unit::Year => Some(whole_date(Unit::Year, day)),
        Unit::Month => (before.year() != day.year()).then(|| whole_date(Unit::Year, day)),
        Unit::Day | Unit::Week => (before.first_of_month() != day.first_of_month()).then(|| whole_date(Unit::Month, day)),
    }
}

fn whole_date(unit: Unit, day: Date) -> String {
    match unit {
        Unit::Year => format!("{:04}", day.year()),
        Unit::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Unit::Day | Unit::Week => day.to_string(),
    }
}

/// Month and day, or what there is of them.
fn short_date(unit: Unit, day: Date) -> String {
    match unit {
        Unit::Year => format!("{:04}", day.year()),
        Unit::Month => format!("{:02}", day.month()),
        Unit::Day | Unit::Week => format!("{:02}-{:02}", day.month(), day.day()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(first: &str, last: &str, cells: u16) -> String {
        let day = |text: &str| text.parse().expect("a date");
        let calendar = Calendar::covering(day(first), day(last), usize::from(cells));
        let wide = cells / calendar.len() as u16;
        let starts: Vec<_> = (0..calendar.len()).map(|column| (column, column as u16 * wide)).collect();
        let mut row = vec![' '; usize::from(cells)];
        for (x, words) in dates(calendar, &starts, cells) {
            row.splice(usize::from(x)..usize::from(x) + words.len(), words.chars());
        }
        row.into_iter().collect::<String>().trim_end().to_string()
    }

    #[test]
    fn dates_stand_where_years_and_months_begin() {
        assert_eq!(axis("2017-05-28", "2017-06-20", 50), "05-28   2017-06 06-05 06-08 06-11 06-14 06-17");
        assert_eq!(axis("2014-09-01", "2018-02-01", 50), "09  2015        2016        2017        2018");
        assert_eq!(axis("2001-09-01", "2009-02-01", 40), "2001    2003    2005    2007    2009");
    }

    #[test]
    fn what_is_there_is_seen_and_the_highest_fills_the_room() {
        assert_eq!((eighths(0, 500, 4), eighths(1, 500, 4), eighths(250, 500, 4), eighths(500, 500, 4)), (0, 1, 16, 32));
    }
}
