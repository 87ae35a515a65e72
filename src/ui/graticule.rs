//! The net of meridians and parallels, by which one knows where one is.

use crate::app::Edges;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::canvas::{Context, Points};

/// Degrees between two lines.
const STEPS: [f64; 14] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 45.0, 90.0];
/// Cells between two meridians, at least.
const APART: f64 = 18.0;
/// Dots of a line, of which one in so many is set.
const SPARSE: usize = 4;

/// Where the lines are, in degrees.
pub struct Graticule {
    edges: Edges,
    step: f64,
}

impl Graticule {
    /// For a map with these edges and so many columns.
    pub fn of(edges: Edges, columns: u16) -> Self {
        let wanted = (edges.east - edges.west) / f64::from(columns.max(1)) * APART;
        let step = STEPS.into_iter().find(|step| *step >= wanted).unwrap_or(90.0);
        Self { edges, step }
    }

    fn meridians(&self) -> impl Iterator<Item = f64> {
        multiples(self.edges.west.max(-180.0), self.edges.east.min(180.0), self.step)
    }

    fn parallels(&self) -> impl Iterator<Item = f64> {
        multiples(self.edges.south.max(-90.0), self.edges.north.min(90.0), self.step)
    }

    /// Draws the lines, with so many dots to the width and the height of the map.
    pub fn draw(&self, context: &mut Context, dots: (usize, usize), color: Color) {
        let Edges { west, east, south, north } = self.edges;
        let along = |from: f64, to: f64, dots: usize| {
            (0..dots).step_by(SPARSE).map(move |dot| from + (to - from) * (dot as f64 + 0.5) / dots as f64)
        };
        let upright = self.meridians().flat_map(|x| along(north.min(90.0), south.max(-90.0), dots.1).map(move |y| (x, y)));
        let level = self.parallels().flat_map(|y| along(west.max(-180.0), east.min(180.0), dots.0).map(move |x| (x, y)));
        let coords: Vec<(f64, f64)> = upright.chain(level).collect();
        context.draw(&Points { coords: &coords, color });
    }

    /// Where the degrees may be written: of the meridians along the top, of the parallels down the left side.
    pub fn labels(&self, area: Rect) -> Vec<(Rect, String)> {
        let Edges { west, east, south, north } = self.edges;
        let across = |longitude: f64| area.x + ((longitude - west) / (east - west) * f64::from(area.width)) as u16;
        let down = |latitude: f64| area.y + ((north - latitude) / (north - south) * f64::from(area.height)) as u16;
        let room = |x, y, words: &str| Rect { x, y, width: words.chars().count() as u16, height: 1 };
        let top = self.meridians().map(|longitude| (across(longitude), area.y, degrees(longitude, 'E', 'W')));
        let side = self.parallels().map(|latitude| (area.x, down(latitude), degrees(latitude, 'N', 'S')));
        top.chain(side).map(|(x, y, words)| (room(x, y, &words), words)).collect()
    }
}

/// The multiples of a step from one number to another.
fn multiples(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    ((from / step).ceil() as i32..=(to / step).floor() as i32).map(move |number| f64::from(number) * step)
}

/// `36°N`, `0.5°W`.
fn degrees(value: f64, positive: char, negative: char) -> String {
    let rounded = (value.abs() * 100.0).round() / 100.0;
    let side = if rounded == 0.0 { String::new() } else { if value > 0.0 { positive } else { negative }.to_string() };
    format!("{rounded}°{side}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_on_round_degrees() {
        let graticule = Graticule::of(Edges { west: 35.2, east: 46.0, south: 31.0, north: 38.0 }, 100);
        assert_eq!(graticule.meridians().collect::<Vec<_>>(), [36.0, 38.0, 40.0, 42.0, 44.0, 46.0]);
        assert_eq!(graticule.parallels().map(|y| degrees(y, 'N', 'S')).collect::<Vec<_>>(), ["32°N", "34°N", "36°N", "38°N"]);
        assert_eq!((degrees(-0.5, 'E', 'W'), degrees(0.0, 'E', 'W')), ("0.5°W".to_string(), "0°".to_string()));
    }
}
