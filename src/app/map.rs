//! The map: where the places that are named lie, and how much is said of each.

use super::action::Action;
use super::alphabet::beginning;
use super::layout::Pane;
use super::motion::Motion;
use super::projection::{Projection, Room};
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target, View};
use crate::extract::Coordinates;
use crate::model::Kind;
use crate::store::{Counting, EntityCount, EntityId, Merging, Store, filter_for};
use std::cmp::Ordering;

/// Of the map's width and height, how far one goes at a time.
const STRIDE: f64 = 0.2;
/// Names that are counted, sorted or put into rows between two looks at the time.
const STEPS: usize = 512;
/// Comparisons of places in that time.
const COMPARED: usize = 4096;

/// A place that is named in what is listed.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Place {
    pub entity: EntityId,
    pub mentions: u32,
    pub articles: u32,
    /// Where it lies, if the gazetteer knows.
    pub at: Option<Coordinates>,
}

/// A row of the list beside the map.
#[derive(Copy, Clone, Debug)]
pub enum PlaceRow {
    /// What follows, and how many.
    Heading(&'static str, usize),
    Place(Place),
    Blank,
}

impl Row for PlaceRow {
    fn leads(&self) -> bool {
        matches!(self, PlaceRow::Place(_))
    }
}

#[derive(Debug, Default)]
pub struct MapView {
    rows: Rows<PlaceRow>,
    /// The rows that are to come.
    reading: Option<Reading>,
    projection: Projection,
    /// The map alone where there is room for both, the list instead of the map where there is not.
    pub switched: bool,
    /// The user has gone elsewhere: the map stays there, whatever is listed.
    away: bool,
    /// The cursor has moved: its place is to be seen.
    sought: bool,
    /// Cells of the map, as it was drawn last.
    room: Room,
    /// The search that all this is from.
    of: Option<u64>,
}

impl MapView {
    pub fn rows(&self) -> &Rows<PlaceRow> {
        &self.rows
    }

    pub fn projection(&self) -> Projection {
        self.projection
    }

    /// The place under the cursor.
    pub fn place(&self) -> Option<Place> {
        match self.rows.current() {
            Some(PlaceRow::Place(place)) => Some(*place),
            _ => None,
        }
    }

    /// The places that have coordinates, the most mentioned first.
    pub fn located(&self) -> impl Iterator<Item = (Place, Coordinates)> {
        // They come first, under a heading.
        let places = self.rows.all().iter().skip(1).map_while(|row| if let PlaceRow::Place(place) = row { Some(*place) } else { None });
        places.map_while(|place| Some((place, place.at?)))
    }

    fn take(&mut self, rows: Vec<PlaceRow>) {
        let before = self.place().map(|place| place.entity);
        self.rows.take(rows, |row| matches!(row, PlaceRow::Place(place) if Some(place.entity) == before));
        if !self.away {
            self.fit();
        }
    }

    fn fit(&mut self) {
        let weighted: Vec<_> = self.located().map(|(place, at)| (at, place.mentions)).collect();
        self.projection = Projection::fitting(&weighted, self.room);
    }

    /// Shows the place under the cursor, if it is somewhere else.
    fn seek(&mut self) {
        let hidden = self.place().and_then(|place| place.at).filter(|at| self.projection.cell(*at, self.room).is_none());
        if let Some(at) = hidden {
            self.go(self.projection.centred(at));
        }
    }

    fn go(&mut self, projection: Projection) {
        self.projection = projection;
        self.away = true;
    }

    /// The place under the cursor stays where it is, if it is in sight.
    fn zoom(&mut self, steps: i32) {
        let seen = self.place().and_then(|place| place.at).filter(|at| self.projection.cell(*at, self.room).is_some());
        self.go(seen.map_or(self.projection.zoomed(steps), |at| self.projection.zoomed_around(steps, at)));
    }

    fn pan(&mut self, columns: f64, rows: f64) {
        let (width, height) = (f64::from(self.room.0), f64::from(self.room.1));
        self.go(self.projection.moved(columns * width * STRIDE, rows * height * STRIDE));
    }

    /// The row of the most mentioned place in a cell of the map.
    fn row_at(&self, cell: (u16, u16)) -> Option<usize> {
        let is_there = |row: &PlaceRow| match row {
            PlaceRow::Place(Place { at: Some(at), .. }) => self.projection.cell(*at, self.room) == Some(cell),
            _ => false,
        };
        self.rows.all().iter().position(is_there)
    }
}

impl Browse for MapView {
    fn title(&self, _app: &App) -> String {
        "Map".to_string()
    }

    fn settle(&mut self, app: &App, pane: Pane) {
        let rooms = pane.map(self.switched);
        let (room, searched) = ((rooms.map.width, rooms.map.height), Some(app.list.searches()));
        if self.of != searched {
            self.of = searched;
            self.reading = Some(Reading::Count(app.store.begin_counting(&app.list)));
        }
        let is_other = std::mem::replace(&mut self.room, room) != room;
        if !self.away && is_other && room.0 > 0 {
            self.fit();
        }
        if std::mem::take(&mut self.sought) && room.0 > 0 {
            self.seek();
        }
        if rooms.list.height > 0 {
            self.rows.keep_in_view(rooms.list.height.into());
        }
    }

    fn go_on(&mut self, app: &App, over: &dyn Fn() -> bool) -> bool {
        while let Some(reading) = self.reading.take() {
            match reading.next(app) {
                Ok(reading) => self.reading = Some(reading),
                Err(rows) => self.take(rows),
            }
            if self.reading.is_some() && over() {
                return false;
            }
        }
        true
    }

    fn step(&mut self, motion: Motion) {
        self.rows.step(motion);
        self.sought = true;
    }

    fn page(&self, pane: Pane) -> usize {
        usize::from(pane.map(self.switched).list.height).max(8)
    }

    fn target(&self, app: &App) -> Option<Target> {
        self.place().map(|place| Target::Filter(filter_for(app.store.entity(place.entity))))
    }

    fn entity(&self, _app: &App) -> Option<EntityId> {
        self.place().map(|place| place.entity)
    }

    fn copied(&self, app: &App) -> Option<(&'static str, String)> {
        self.place().map(|place| ("name", app.store.entity(place.entity).name.to_string()))
    }

    fn next_part(&mut self) {
        self.switched = !self.switched;
        self.sought = true;
    }

    fn click(&mut self, pane: Pane, x: u16, y: u16) -> bool {
        let rooms = pane.map(self.switched);
        if rooms.list.contains((x, y).into()) {
            self.sought = true;
            return self.rows.go(self.rows.top() + usize::from(y - rooms.list.y));
        }
        let is_on_map = rooms.map.contains((x, y).into());
        let row = is_on_map.then(|| self.row_at((x - rooms.map.x, y - rooms.map.y))).flatten();
        row.is_some_and(|row| self.rows.go(row))
    }

    fn act(&mut self, action: Action, _app: &App) -> bool {
        match action {
            Action::ZoomIn => self.zoom(1),
            Action::ZoomOut => self.zoom(-1),
            Action::ZoomFit => {
                self.away = false;
                self.fit();
            }
            Action::PanLeft => self.pan(-1.0, 0.0),
            Action::PanRight => self.pan(1.0, 0.0),
            Action::PanUp => self.pan(0.0, -1.0),
            Action::PanDown => self.pan(0.0, 1.0),
            _ => return false,
        }
        true
    }

    fn hints(&self) -> &'static [(Action, &'static str)] {
        &[
            (Action::Open, "filter by it"),
            (Action::Entity, "its page"),
            (Action::ZoomIn, "nearer"),
            (Action::ZoomOut, "farther"),
            (Action::ZoomFit, "fit"),
            (Action::NextPane, "list"),
            (Action::Back, "back"),
            (Action::Help, "help"),
        ]
    }
}

impl App {
    pub(super) fn visit_map(&mut self) {
        if !matches!(self.view, Some(View::Map(_))) {
            self.visit(View::Map(MapView::default()));
        }
    }
}

/// How far the reading of what is listed has come.
#[derive(Debug)]
enum Reading {
    Count(Counting),
    /// The places among so many counts.
    Places(Vec<EntityCount>, usize, Vec<Sorted>),
    Sort(Merging<Sorted>),
    /// The rows of so many places.
    Rows(Merging<Sorted>, Vec<PlaceRow>, usize),
}

/// A place, and how its name begins.
type Sorted = (Place, u64);

impl Reading {
    /// The next step, or the rows when all are there.
    fn next(self, app: &App) -> Result<Self, Vec<PlaceRow>> {
        match self {
            Reading::Count(mut counting) => Ok(match counting.go_on(&app.store, &app.list, STEPS) {
                true => {
                    let counts = counting.counts();
                    let places = Vec::with_capacity(counts.len());
                    Reading::Places(counts, 0, places)
                }
                false => Reading::Count(counting),
            }),
            Reading::Places(counts, from, mut places) if from < counts.len() => {
                let to = (from + STEPS).min(counts.len());
                places.extend(counts[from..to].iter().filter_map(|count| place(*count, &app.store)));
                Ok(Reading::Places(counts, to, places))
            }
            Reading::Places(_, _, places) => Ok(Reading::Sort(Merging::of(places))),
            Reading::Sort(mut merging) => Ok(match merging.go_on(&mut COMPARED.clone(), |one, other| compared(one, other, &app.store)) {
                true => {
                    let rows = Vec::with_capacity(merging.all().len() + 3);
                    Reading::Rows(merging, rows, 0)
                }
                false => Reading::Sort(merging),
            }),
            Reading::Rows(merging, mut rows, from) if from < merging.all().len() => {
                let to = (from + STEPS).min(merging.all().len());
                (from..to).for_each(|number| push(number, merging.all(), &mut rows));
                Ok(Reading::Rows(merging, rows, to))
            }
            Reading::Rows(_, rows, _) => Err(rows),
        }
    }
}

fn place(count: EntityCount, store: &Store) -> Option<Sorted> {
    let entity = store.entity(count.entity);
    let at = entity.entry.and_then(|entry| store.gazetteer().entry(entry).coordinates);
    let place = Place { entity: count.entity, mentions: count.mentions, articles: count.articles, at };
    (entity.kind == Kind::Place).then(|| (place, beginning(&entity.name)))
}

/// First those on the map; of these and of the others, the most mentioned first, then by the alphabet.
fn compared((one, first): &Sorted, (other, second): &Sorted, store: &Store) -> Ordering {
    let name = |place: &Place| &store.entity(place.entity).name;
    let by_mentions = one.at.is_none().cmp(&other.at.is_none()).then(other.mentions.cmp(&one.mentions));
    by_mentions.then(first.cmp(second)).then_with(|| name(one).cmp(name(other)))
}

/// The row of a place, under a heading if it is the first of its kind.
fn push(number: usize, places: &[Sorted], rows: &mut Vec<PlaceRow>) {
    let (place, is_on_map) = (places[number].0, places[number].0.at.is_some());
    if number == 0 || places[number - 1].0.at.is_some() != is_on_map {
        let end = places.partition_point(|(other, _)| other.at.is_some() || !is_on_map);
        rows.extend((number > 0).then_some(PlaceRow::Blank));
        rows.push(PlaceRow::Heading(if is_on_map { "On the map" } else { "Not on the map" }, end - number));
    }
    rows.push(PlaceRow::Place(place));
}
