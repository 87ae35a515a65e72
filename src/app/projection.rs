//! Which part of the world a room of cells shows, and where in it a place stands.
//!
//! The projection is the equirectangular one with the parallel of the middle at its true length (Snyder, Map Projections: A Working
//! Manual, 1987, p. 90): straight meridians and parallels, shapes right around the middle.

use crate::extract::Coordinates;

/// A cell is about twice as high as it is wide.
const CELL: f64 = 2.0;
/// A step of the zoom. Two of them double the size.
const STEP: f64 = std::f64::consts::SQRT_2;
/// Degrees of latitude of a row: one gets no nearer than the first, and no farther than the second, unless all would not fit else.
const NEAREST: f64 = 0.002;
const FARTHEST: f64 = 12.0;
/// Degrees of latitude that are shown when everything stands on one spot.
const LEAST: f64 = 4.0;
/// The room of the places themselves when they are fitted: the rest is margin.
const FILLED: f64 = 0.84;
/// Of all mentions, those at the places that are fitted: a few far ones do not make the others small.
const FITTED: f64 = 0.8;
/// Kilometres of a degree of latitude.
const KILOMETRES: f64 = 111.2;

/// Width and height of a map in cells.
pub type Room = (u16, u16);

/// A part of the world, by its middle and its scale.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Projection {
    /// Degrees north and east.
    middle: (f64, f64),
    /// Degrees of latitude of a row before any zoom.
    row: f64,
    /// Steps towards the ground: whole ones, so that one back is exactly where one was.
    zoom: i32,
}

/// The edges of a map in degrees.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Edges {
    pub west: f64,
    pub east: f64,
    pub south: f64,
    pub north: f64,
}

impl Default for Projection {
    /// The whole world.
    fn default() -> Self {
        Self { middle: (15.0, 0.0), row: 5.0, zoom: 0 }
    }
}

impl Projection {
    /// Shows the places, each with its weight: those around the weighted median that hold four fifths of it, with a margin.
    pub fn fitting(places: &[(Coordinates, u32)], room: Room) -> Self {
        let kept = around_the_median(places);
        let Some(first) = kept.first() else { return Self::default() };
        let edges = kept.iter().fold(Edges::at(*first), |edges, place| edges.with(*place));
        let middle = ((edges.south + edges.north) / 2.0, (edges.west + edges.east) / 2.0);
        let high = (edges.north - edges.south).max(LEAST) / f64::from(room.1.max(1));
        let wide = (edges.east - edges.west) * cosine(middle.0) * CELL / f64::from(room.0.max(1));
        Self { middle, row: high.max(wide) / FILLED, zoom: 0 }
    }

    /// Degrees of latitude of a row.
    pub fn row(&self) -> f64 {
        self.row * STEP.powi(-self.zoom)
    }

    /// Degrees of longitude of a column.
    pub fn column(&self) -> f64 {
        self.row() / CELL / cosine(self.middle.0)
    }

    /// Kilometres of a column, in the middle of the map.
    pub fn kilometres(&self) -> f64 {
        self.row() / CELL * KILOMETRES
    }

    pub fn edges(&self, room: Room) -> Edges {
        let (high, wide) = (f64::from(room.1) * self.row() / 2.0, f64::from(room.0) * self.column() / 2.0);
        let (latitude, longitude) = self.middle;
        Edges { west: longitude - wide, east: longitude + wide, south: latitude - high, north: latitude + high }
    }

    /// The cell of a place, from the left and from the top; `None` when it is outside.
    pub fn cell(&self, at: Coordinates, room: Room) -> Option<(u16, u16)> {
        let edges = self.edges(room);
        let (x, y) = ((f64::from(at.longitude) - edges.west) / self.column(), (edges.north - f64::from(at.latitude)) / self.row());
        let inside = (0.0..f64::from(room.0)).contains(&x) && (0.0..f64::from(room.1)).contains(&y);
        inside.then_some((x as u16, y as u16))
    }

    /// Nearer to the ground by so many steps, as far as that goes.
    pub fn zoomed(self, steps: i32) -> Self {
        let zoomed = Self { zoom: self.zoom + steps, ..self };
        if (NEAREST..=FARTHEST.max(self.row)).contains(&zoomed.row()) { zoomed } else { self }
    }

    /// The same, with a place staying in its cell.
    pub fn zoomed_around(self, steps: i32, at: Coordinates) -> Self {
        let zoomed = self.zoomed(steps);
        let (latitude, longitude) = (f64::from(at.latitude), f64::from(at.longitude));
        let (rows, columns) = ((latitude - self.middle.0) / self.row(), (longitude - self.middle.1) / self.column());
        let level = zoomed.over((latitude - rows * zoomed.row(), longitude));
        level.over((level.middle.0, longitude - columns * level.column()))
    }

    /// Another part of the world, so many columns to the east and rows to the south.
    pub fn moved(self, columns: f64, rows: f64) -> Self {
        self.over((self.middle.0 - rows * self.row(), self.middle.1 + columns * self.column()))
    }

    /// With a place in the middle.
    pub fn centred(self, at: Coordinates) -> Self {
        self.over((f64::from(at.latitude), f64::from(at.longitude)))
    }

    fn over(self, (latitude, longitude): (f64, f64)) -> Self {
        Self { middle: (latitude.clamp(-85.0, 85.0), longitude.clamp(-180.0, 180.0)), ..self }
    }
}

impl Edges {
    fn at(place: Coordinates) -> Self {
        let (latitude, longitude) = (f64::from(place.latitude), f64::from(place.longitude));
        Self { west: longitude, east: longitude, south: latitude, north: latitude }
    }

    fn with(self, place: Coordinates) -> Self {
        let other = Self::at(place);
        Self {
            west: self.west.min(other.west),
            east: self.east.max(other.east),
            south: self.south.min(other.south),
            north: self.north.max(other.north),
        }
    }
}

/// Near the poles a degree of longitude is nothing: no map is stretched that far.
fn cosine(latitude: f64) -> f64 {
    latitude.to_radians().cos().max(0.2)
}

/// The places nearest to the weighted median that hold [`FITTED`] of all weight.
fn around_the_median(places: &[(Coordinates, u32)]) -> Vec<Coordinates> {
    let latitude = median(places, |at| at.latitude);
    let longitude = median(places, |at| at.longitude);
    let far = |at: Coordinates| (at.latitude - latitude).hypot((at.longitude - longitude) * cosine(latitude.into()) as f32);
    let mut places = places.to_vec();
    places.sort_by(|one, other| far(one.0).total_cmp(&far(other.0)));
    let all: f64 = places.iter().map(|(_, weight)| f64::from(*weight)).sum();
    let mut held = 0.0;
    let enough = places.iter().position(|(_, weight)| {
        held += f64::from(*weight);
        held >= all * FITTED
    });
    places.truncate(enough.map_or(places.len(), |last| last + 1));
    places.into_iter().map(|(at, _)| at).collect()
}

/// The value up to which half of the weight lies; 0 for nothing.
fn median(places: &[(Coordinates, u32)], value: impl Fn(Coordinates) -> f32) -> f32 {
    let mut values: Vec<(f32, u64)> = places.iter().map(|(at, weight)| (value(*at), u64::from(*weight))).collect();
    values.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<u64>() / 2;
    let mut below = 0;
    let middle = values.iter().find(|(_, weight)| {
        below += weight;
        below > half
    });
    middle.map_or(0.0, |(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    fn at(latitude: f32, longitude: f32) -> Coordinates {
        Coordinates { latitude, longitude }
    }

    #[test]
    fn a_kilometre_is_as_long_to_the_east_as_to_the_north() {
        let room = (120, 30);
        let map = Projection::fitting(&[(at(60.0, 10.0), 1), (at(60.0, 30.0), 1)], room);
        // On the 60th parallel a degree of longitude is half as long as one of latitude, and a cell is twice as high as wide.
        assert!((map.column() - map.row()).abs() < 1e-9, "{} {}", map.column(), map.row());
        let (west, east) = (map.cell(at(60.0, 10.0), room).expect("inside"), map.cell(at(60.0, 30.0), room).expect("inside"));
        assert!((100..=101).contains(&(east.0 - west.0)) && east.1 == west.1, "{west:?} {east:?}");
    }

    #[test]
    fn one_far_place_does_not_make_the_others_small() {
        let near = [(at(36.3, 43.1), 50), (at(35.9, 39.0), 40), (at(37.0, 41.2), 60)];
        let with_a_far_one: Vec<_> = near.into_iter().chain([(at(38.9, -77.0), 5)]).collect();
        assert_eq!(Projection::fitting(&near, (80, 24)), Projection::fitting(&with_a_far_one, (80, 24)));
    }

    proptest! {
        #[test]
        fn what_is_fitted_is_inside(places in proptest::collection::vec((-60f32..60.0, -170f32..170.0), 1..9), width in 10u16..200, height in 4u16..60) {
            let places: Vec<_> = places.into_iter().map(|(latitude, longitude)| (at(latitude, longitude), 1)).collect();
            let map = Projection::fitting(&places, (width, height));
            let inside = places.iter().filter(|(at, _)| map.cell(*at, (width, height)).is_some()).count();
            prop_assert!(inside * 5 >= places.len() * 4);
        }

        #[test]
        fn zooming_in_and_out_again_and_there_and_back_is_where_one_was(steps in 1i32..4, latitude in -50f32..50.0, longitude in -90f32..90.0) {
            let map = Projection::fitting(&[(at(latitude, longitude), 1)], (80, 24));
            prop_assert_eq!(map.zoomed(steps).zoomed(-steps), map);
            prop_assert!(map.zoomed(steps) != map);
            let (around, place) = (map.moved(9.0, 3.0), at(latitude, longitude));
            let (near, room) = (around.zoomed_around(steps, place), (80, 24));
            let back = near.zoomed_around(-steps, place);
            prop_assert!((back.middle.0 - around.middle.0).hypot(back.middle.1 - around.middle.1) < 1e-9 && back.zoom == around.zoom);
            let (before, after) = (around.cell(place, room).expect("inside"), near.cell(place, room).expect("inside"));
            prop_assert!(before.0.abs_diff(after.0) <= 1 && before.1.abs_diff(after.1) <= 1, "{before:?} {after:?}");
            let (there, back) = (map.moved(7.0, 0.0), map.moved(7.0, 0.0).moved(-7.0, 0.0));
            prop_assert!(there != map && (back.middle.1 - map.middle.1).abs() < 1e-9);
        }
    }
}
