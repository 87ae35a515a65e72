//! The coasts of the world as lines.
//!
//! The drawing library has them as points about a degree apart, which from near are dots in the void. The lines between them are found
//! once: each point with the nearest one, and with the nearest one in the other direction (the NN-crust of Dey and Kumar, A simple
//! provable algorithm for curve reconstruction, 1999). A strait narrower than its points are apart may look closed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Map, MapResolution};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Degrees east and north.
pub type Point = (f64, f64);

/// Points farther apart, in degrees of latitude, are not on one coast.
const APART: f64 = 2.5;
/// Degrees of a side of the squares in which the points are read: with the dots of [`CELLS`], a tenth of a degree each.
const SQUARE: f64 = 30.0;
const CELLS: (u16, u16) = (150, 75);

/// Found once (86 ms), when a map is first drawn or before that, and then only read: the same in every run.
static LINES: LazyLock<Vec<(Point, Point)>> = LazyLock::new(|| joined(&points()));

/// Every piece of coast, by its ends.
pub fn lines() -> &'static [(Point, Point)] {
    &LINES
}

/// The points of the drawing library's map, read from what it draws.
fn points() -> Vec<Point> {
    let squares = (0..12).flat_map(|column| (0..6).map(move |row| (-180.0 + f64::from(column) * SQUARE, -90.0 + f64::from(row) * SQUARE)));
    let mut points: Vec<Point> = squares.flat_map(|(west, south)| points_in(west, south)).collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    points.dedup();
    points
}

fn points_in(west: f64, south: f64) -> Vec<Point> {
    let area = Rect::new(0, 0, CELLS.0, CELLS.1);
    let mut buffer = Buffer::empty(area);
    let canvas = Canvas::default().marker(Marker::Braille).x_bounds([west, west + SQUARE]).y_bounds([south, south + SQUARE]);
    canvas.paint(|context| context.draw(&Map { resolution: MapResolution::High, color: Color::White })).render(area, &mut buffer);
    let step = SQUARE / f64::from(2 * CELLS.0 - 1);
    let degrees = |(x, y): (u16, u16)| (west + f64::from(x) * step, south + SQUARE - f64::from(y) * step);
    area.positions().flat_map(|cell| dots(&buffer, cell.x, cell.y)).map(degrees).collect()
}

/// The dots of a cell of Braille that are set, counted from the left and the top of the buffer.
fn dots(buffer: &Buffer, x: u16, y: u16) -> Vec<(u16, u16)> {
    /// The bit of each dot, row by row (the Unicode Standard, chapter 21.1).
    const BITS: [[u32; 2]; 4] = [[0, 3], [1, 4], [2, 5], [6, 7]];
    let pattern = buffer[(x, y)].symbol().chars().next().map_or(0, |symbol| u32::from(symbol).saturating_sub(0x2800));
    let set = |(column, row): &(u16, u16)| pattern & 0xff & (1 << BITS[usize::from(*row)][usize::from(*column)]) != 0;
    let all = (0..4).flat_map(|row| [(0, row), (1, row)]);
    if pattern > 0xff { Vec::new() } else { all.filter(set).map(|(column, row)| (x * 2 + column, y * 4 + row)).collect() }
}

/// Each point joined with its neighbours on the coast.
fn joined(points: &[Point]) -> Vec<(Point, Point)> {
    let squares = squares(points);
    let mut pairs: Vec<(usize, usize)> = (0..points.len()).flat_map(|one| neighbours(points, &squares, one)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().map(|(one, other)| (points[one], points[other])).collect()
}

type Squares = HashMap<(i32, i32), Vec<usize>>;

/// The points by the square of [`APART`] degrees they lie in, so that neighbours are found fast.
fn squares(points: &[Point]) -> Squares {
    let mut squares = Squares::new();
    points.iter().enumerate().for_each(|(number, point)| squares.entry(square(*point)).or_default().push(number));
    squares
}

fn square((longitude, latitude): Point) -> (i32, i32) {
    ((longitude / APART).floor() as i32, (latitude / APART).floor() as i32)
}

/// A point with the nearest one, and with the nearest of those that lie in the other direction; the lower number stands first.
fn neighbours(points: &[Point], squares: &Squares, one: usize) -> Vec<(usize, usize)> {
    let (column, row) = square(points[one]);
    let wide = (1.0 / shrinking(points[one])).ceil() as i32;
    let around = (column - wide..=column + wide).flat_map(|column| (row - 1..=row + 1).map(move |row| (column, row)));
    let near = around.filter_map(|square| squares.get(&square)).flatten().copied().filter(|other| *other != one);
    let mut near: Vec<(f64, usize)> = near.map(|other| (away(points[one], points[other]), other)).collect();
    near.retain(|(distance, _)| *distance < APART);
    near.sort_by(|one, other| one.0.total_cmp(&other.0));
    let first = near.first().map(|(_, other)| *other);
    let behind = |other: &usize| first.is_some_and(|first| is_behind(points[one], points[first], points[*other]));
    let second = near.iter().map(|(_, other)| *other).find(behind);
    first.into_iter().chain(second).map(|other| (one.min(other), one.max(other))).collect()
}

/// How much shorter a degree of longitude is than one of latitude.
fn shrinking((_, latitude): Point) -> f64 {
    latitude.to_radians().cos().max(0.1)
}

/// From one point to another, in degrees of latitude east and north.
fn step(from: Point, to: Point) -> (f64, f64) {
    ((to.0 - from.0) * shrinking(from), to.1 - from.1)
}

fn away(from: Point, to: Point) -> f64 {
    let (east, north) = step(from, to);
    east.hypot(north)
}

/// Seen from `here`, more than a right angle away from `first`.
fn is_behind(here: Point, first: Point, other: Point) -> bool {
    let (one, other) = (step(here, first), step(here, other));
    one.0 * other.0 + one.1 * other.1 < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coasts_are_long_lines() {
        let lines = lines();
        assert!((4000..8000).contains(&lines.len()), "{}", lines.len());
        assert!(lines.iter().all(|(one, other)| away(*one, *other) < APART * 2.0));
        // The Levant runs from north to south where it should.
        let crosses = |longitude: f64, latitude: f64| {
            lines.iter().any(|((x, y), (u, v))| {
                let on = (latitude - y) / (v - y);
                (0.0..=1.0).contains(&on) && (x + on * (u - x) - longitude).abs() < 0.3
            })
        };
        assert!(crosses(35.4, 33.5) && crosses(34.6, 31.8) && !crosses(40.0, 33.5));
    }

    #[test]
    fn a_bent_row_of_points_becomes_one_line() {
        let points = [(10.0, 50.0), (11.0, 50.5), (12.0, 50.4), (12.6, 49.5), (40.0, 50.0)];
        let ends = |(one, other): (Point, Point)| (one.0, other.0);
        assert_eq!(joined(&points).into_iter().map(ends).collect::<Vec<_>>(), [(10.0, 11.0), (11.0, 12.0), (12.0, 12.6)]);
    }
}
