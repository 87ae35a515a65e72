//! The map: where the places that are named lie, and how much is said of each.

use super::action::Action;
use super::alphabet::Alphabetical;
use super::layout::Pane;
use super::motion::Motion;
use super::projection::{Projection, Room};
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target, View};
use crate::extract::Coordinates;
use crate::model::Kind;
use crate::store::{EntityCount, EntityId, filter_for};
use std::cmp::Reverse;

/// Of the map's width and height, how far one goes at a time.
const STRIDE: f64 = 0.2;

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
        self.places().filter_map(|place| Some((place, place.at?)))
    }

    fn places(&self) -> impl Iterator<Item = Place> {
        self.rows.all().iter().filter_map(|row| match row {
            PlaceRow::Place(place) => Some(*place),
            _ => None,
        })
    }

    fn read(&mut self, app: &App) {
        let counts = app.store.counts(app.list.hits().iter().map(|hit| hit.article));
        let before = self.place().map(|place| place.entity);
        let was = |row: &PlaceRow| matches!(row, PlaceRow::Place(place) if Some(place.entity) == before);
        self.rows.take(sections(places(app, counts)), was);
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
        let is_new = self.of != searched;
        if is_new {
            self.of = searched;
            self.read(app);
        }
        if !self.away && (is_new || room != self.room) && room.0 > 0 {
            self.room = room;
            self.fit();
        }
        self.room = room;
        if std::mem::take(&mut self.sought) && room.0 > 0 {
            self.seek();
        }
        if rooms.list.height > 0 {
            self.rows.keep_in_view(rooms.list.height.into());
        }
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

/// The places among all that is counted, the most mentioned first, then by the alphabet.
fn places(app: &App, counts: Vec<EntityCount>) -> Vec<Place> {
    let gazetteer = app.store.gazetteer();
    let at = |entity| app.store.entity(entity).entry.and_then(|entry| gazetteer.entry(entry).coordinates);
    let counts = counts.into_iter().filter(|count| app.store.entity(count.entity).kind == Kind::Place);
    let place =
        |count: EntityCount| Place { entity: count.entity, mentions: count.mentions, articles: count.articles, at: at(count.entity) };
    let mut places: Vec<Place> = counts.map(place).collect();
    places.sort_by_cached_key(|place| (Reverse(place.mentions), Alphabetical::new(&app.store.entity(place.entity).name)));
    places
}

/// First those on the map, then the others.
fn sections(places: Vec<Place>) -> Vec<PlaceRow> {
    let (on_it, off_it): (Vec<Place>, Vec<Place>) = places.into_iter().partition(|place| place.at.is_some());
    let mut rows = Vec::with_capacity(on_it.len() + off_it.len() + 3);
    for (words, places) in [("On the map", on_it), ("Not on the map", off_it)] {
        if places.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(PlaceRow::Blank);
        }
        rows.push(PlaceRow::Heading(words, places.len()));
        rows.extend(places.into_iter().map(PlaceRow::Place));
    }
    rows
}
