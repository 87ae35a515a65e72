//! The map: coasts and a net of degrees, a mark for each place by how much is said of it, names beside the marks, and the list.

use super::clip::{clip, plain};
use super::coast;
use super::graticule::Graticule;
use super::labels::{Taken, Wanted, with_gaps};
use super::page_rows::rows;
use super::panes;
use super::theme::Theme;
use crate::app::{App, MapView, Pane, Place, PlaceRow, grouped};
use crate::extract::Coordinates;
use crate::text::{visible, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::widgets::canvas::{Canvas, Line};
use ratatui::widgets::{Clear, Widget};

/// Marks from the least to the most mentioned, each with the share of the highest count from which on it stands.
/// A spot is full; of an area, which is hollow, only the middle is marked.
const MARKS: [(f64, &str, &str); 4] = [(0.0, "·", "∘"), (0.03, "•", "◦"), (0.15, "●", "○"), (0.45, "◉", "◎")];
/// Places that are areas.
const AREAS: [&str; 5] = ["country", "region", "province", "district", "continent"];
/// Names that are tried to be placed.
const NAMED: usize = 300;
/// Cells of a name on the map, at most.
const LONGEST: usize = 24;

pub fn draw(app: &App, map: &MapView, pane: Pane, theme: &Theme, buffer: &mut Buffer) {
    let rooms = pane.map(map.switched);
    let drawing = Drawing { app, map, theme, area: rooms.map };
    if !rooms.map.is_empty() {
        drawing.ground(buffer);
        drawing.places(buffer);
        drawing.words(rooms.words, buffer);
    }
    if rooms.list.is_empty() {
        return;
    }
    match (rooms.list.x > rooms.map.x, rooms.map.is_empty()) {
        (true, _) => panes::border(Rect { height: pane.body.height, ..rooms.map }, theme, buffer),
        (false, false) => panes::rule(rooms.words, theme, buffer),
        (false, true) => {}
    }
    if rooms.list.x == rooms.map.x && !rooms.map.is_empty() {
        drawing.words(rooms.words, buffer);
    }
    rows(map.rows(), rooms.list, true, theme, buffer, |row, area, buffer| drawing.row(row, area, buffer));
}

struct Drawing<'a> {
    app: &'a App,
    map: &'a MapView,
    theme: &'a Theme,
    /// The room of the map itself.
    area: Rect,
}

/// A place in its cell of the screen.
struct Marked {
    place: Place,
    cell: (u16, u16),
}

impl Drawing<'_> {
    /// Coasts and the net of degrees.
    fn ground(&self, buffer: &mut Buffer) {
        let edges = self.map.projection().edges((self.area.width, self.area.height));
        let dots = (usize::from(self.area.width) * 2, usize::from(self.area.height) * 4);
        // The canvas counts from the middle of the first dot to the middle of the last one.
        let (half_x, half_y) = ((edges.east - edges.west) / dots.0 as f64 / 2.0, (edges.north - edges.south) / dots.1 as f64 / 2.0);
        let color = |style: Style| style.fg.unwrap_or_default();
        let graticule = self.graticule();
        let canvas = Canvas::default().marker(Marker::Braille);
        let canvas = canvas.x_bounds([edges.west + half_x, edges.east - half_x]).y_bounds([edges.south + half_y, edges.north - half_y]);
        let canvas = canvas.paint(|context| {
            graticule.draw(context, dots, color(self.theme.rule));
            for ((x1, y1), (x2, y2)) in coast::lines() {
                context.draw(&Line::new(*x1, *y1, *x2, *y2, color(self.theme.land)));
            }
        });
        canvas.render(self.area, buffer);
    }

    fn graticule(&self) -> Graticule {
        Graticule::of(self.map.projection().edges((self.area.width, self.area.height)), self.area.width)
    }

    /// The degrees of the net, where nothing else stands.
    fn degrees(&self, taken: &mut Taken, buffer: &mut Buffer) {
        for (room, words) in self.graticule().labels(self.area) {
            if taken.is_free(room) {
                taken.take(room);
                buffer.set_string(room.x, room.y, words, self.theme.dim);
            }
        }
    }

    fn places(&self, buffer: &mut Buffer) {
        let marked: Vec<Marked> = self.map.located().filter_map(|(place, at)| Some(Marked { place, cell: self.cell(at)? })).collect();
        let most = self.map.located().map(|(place, _)| place.mentions).max().unwrap_or(1);
        let under_cursor = self.map.place().map(|place| place.entity);
        let mut taken = Taken::nothing(self.area);
        marked.iter().for_each(|one| taken.take(Rect::new(one.cell.0, one.cell.1, 1, 1)));
        let (chosen, others): (Vec<&Marked>, Vec<&Marked>) = marked.iter().partition(|one| Some(one.place.entity) == under_cursor);
        for one in chosen.iter().chain(&others).take(NAMED) {
            self.name(one, Some(one.place.entity) == under_cursor, &mut taken, buffer);
        }
        // The most mentioned one of several in one cell is drawn last, and stands.
        for one in marked.iter().rev() {
            buffer.set_string(one.cell.0, one.cell.1, self.mark(&one.place, most), self.theme.place.remove_modifier(UNDERLINED));
        }
        self.degrees(&mut taken, buffer);
        for one in chosen {
            buffer.set_string(one.cell.0, one.cell.1, self.mark(&one.place, most), self.theme.picked);
        }
    }

    /// The cell of the screen.
    fn cell(&self, at: Coordinates) -> Option<(u16, u16)> {
        let (x, y) = self.map.projection().cell(at, (self.area.width, self.area.height))?;
        Some((self.area.x + x, self.area.y + y))
    }

    /// The mark of a place, where the most mentions that any has are `most`.
    fn mark(&self, place: &Place, most: u32) -> &'static str {
        let share = f64::from(place.mentions) / f64::from(most.max(1));
        let (_, spot, area) = MARKS.into_iter().rev().find(|(from, ..)| share >= *from).unwrap_or(MARKS[0]);
        if AREAS.contains(&self.subkind(place)) { area } else { spot }
    }

    /// `city`, `river` … or nothing.
    fn subkind(&self, place: &Place) -> &str {
        let entry = self.app.store.entity(place.entity).entry;
        entry.map_or("", |entry| &self.app.store.gazetteer().entry(entry).subkind)
    }

    fn name(&self, one: &Marked, is_chosen: bool, taken: &mut Taken, buffer: &mut Buffer) {
        let words = clip(&self.app.store.entity(one.place.entity).name, LONGEST);
        let Some(room) = taken.place(&Wanted { mark: one.cell, words: &words }) else { return };
        let style = if is_chosen { self.theme.picked } else { self.theme.text };
        Clear.render(with_gaps(room, self.area), buffer);
        buffer.set_string(room.x, room.y, &words, style);
    }

    /// The place under the cursor at the left, what is out of sight and the scale at the right.
    fn words(&self, area: Rect, buffer: &mut Buffer) {
        let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let scale = self.scale();
        let right =
            Rect { x: area.x + area.width - (width(&scale) as u16).min(area.width), width: (width(&scale) as u16).min(area.width), ..area };
        let room = usize::from(area.width).saturating_sub(width(&scale) + 2);
        plain(clip(&self.told(), room), self.theme.text).render(area, buffer);
        plain(scale, self.theme.dim).render(right, buffer);
    }

    fn told(&self) -> String {
        let Some(place) = self.map.place() else { return "no places are named in what is listed".to_string() };
        let entity = self.app.store.entity(place.entity);
        let many = |count: u32, word: &str| format!("{} {word}{}", grouped(count as usize), if count == 1 { "" } else { "s" });
        let counts = format!("{} in {}", many(place.mentions, "mention"), many(place.articles, "article"));
        let at = place.at.map_or("not on the map".to_string(), coordinates);
        let what = Some(self.subkind(&place)).filter(|subkind| !subkind.is_empty()).unwrap_or("place");
        format!("{} · {what} · {counts} · {at}", visible(&entity.name))
    }

    /// How many places are outside, and a bar of a round number of kilometres.
    fn scale(&self) -> String {
        let outside = self.map.located().filter(|(_, at)| self.cell(*at).is_none()).count();
        let outside = if outside == 0 { String::new() } else { format!("{} outside  ", grouped(outside)) };
        let column = self.map.projection().kilometres();
        let most = column * f64::from(self.area.width.min(100) / 5);
        let round =
            (0..5).rev().flat_map(|power| [5.0, 2.0, 1.0].map(|first| first * 10f64.powi(power))).find(|kilometres| *kilometres <= most);
        let round = round.unwrap_or(1.0);
        let bar = "─".repeat(((round / column).round() as usize).clamp(1, 20));
        format!("{outside}├{bar}┤ {round} km")
    }

    fn row(&self, row: &PlaceRow, area: Rect, buffer: &mut Buffer) {
        match row {
            PlaceRow::Heading(words, count) => {
                plain(*words, self.theme.title).render(area, buffer);
                plain(grouped(*count), self.theme.dim).right_aligned().render(area, buffer);
            }
            PlaceRow::Place(place) => {
                let mentions = grouped(place.mentions as usize);
                let room = usize::from(area.width).saturating_sub(mentions.len() + 2);
                plain(clip(&self.app.store.entity(place.entity).name, room), self.theme.place).render(area, buffer);
                plain(mentions, self.theme.dim).right_aligned().render(area, buffer);
            }
            PlaceRow::Blank => {}
        }
    }
}

const UNDERLINED: ratatui::style::Modifier = ratatui::style::Modifier::UNDERLINED;

/// `36.3°N 43.1°E`.
fn coordinates(at: Coordinates) -> String {
    let (north, east) = (if at.latitude < 0.0 { 'S' } else { 'N' }, if at.longitude < 0.0 { 'W' } else { 'E' });
    format!("{:.1}°{north} {:.1}°{east}", at.latitude.abs(), at.longitude.abs())
}
