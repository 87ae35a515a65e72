//! Names on a map: each beside its mark, none over another name or over a mark.

use crate::text::width;
use ratatui::layout::Rect;

/// What is to be named: the cell of its mark, and the words.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    pub mark: (u16, u16),
    pub words: &'a str,
}

/// Cells of a map that are taken.
#[derive(Debug)]
pub struct Taken {
    area: Rect,
    cells: Vec<bool>,
}

impl Taken {
    pub fn nothing(area: Rect) -> Self {
        Self { area, cells: vec![false; area.area() as usize] }
    }

    fn number(&self, x: u16, y: u16) -> Option<usize> {
        let is_inside = self.area.contains((x, y).into());
        is_inside.then(|| usize::from(y - self.area.y) * usize::from(self.area.width) + usize::from(x - self.area.x))
    }

    pub fn take(&mut self, area: Rect) {
        for cell in area.positions() {
            if let Some(number) = self.number(cell.x, cell.y) {
                self.cells[number] = true;
            }
        }
    }

    /// Inside the map, with nothing on it.
    pub fn is_free(&self, area: Rect) -> bool {
        self.area.union(area) == self.area
            && area.positions().all(|cell| self.number(cell.x, cell.y).is_some_and(|number| !self.cells[number]))
    }

    /// A place for the words beside the mark, if there is a free one; it is taken then. At its sides they stay a cell apart from the mark
    /// and from other words.
    pub fn place(&mut self, wanted: &Wanted) -> Option<Rect> {
        let place = candidates(wanted).into_iter().flatten().find(|place| self.is_free(with_gaps(*place, self.area)))?;
        self.take(place);
        Some(place)
    }
}

/// Right of the mark, left of it, over and under it.
fn candidates(wanted: &Wanted) -> [Option<Rect>; 6] {
    let ((x, y), long) = (wanted.mark, width(wanted.words) as u16);
    let line = |x: Option<u16>, y: Option<u16>| Some(Rect { x: x?, y: y?, width: long, height: 1 });
    let (over, under) = (y.checked_sub(1), y.checked_add(1));
    let middle = x.checked_sub(long / 2);
    [
        line(x.checked_add(2), Some(y)),
        line(x.checked_sub(long + 1), Some(y)),
        line(middle, over),
        line(middle, under),
        line(x.checked_add(1), over),
        line(x.checked_add(1), under),
    ]
}

/// With a cell at both sides, as far as the map goes.
pub fn with_gaps(place: Rect, area: Rect) -> Rect {
    let left = place.x.saturating_sub(1).max(area.x).min(place.x);
    let right = place.right().saturating_add(1).min(area.right()).max(place.right());
    Rect { x: left, width: right - left, ..place }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, proptest};

    #[test]
    fn a_name_goes_where_there_is_room() {
        let mut taken = Taken::nothing(Rect::new(0, 0, 20, 3));
        let mut place = |x, y| taken.place(&Wanted { mark: (x, y), words: "Wend" }).map(|place| (place.x, place.y));
        assert_eq!(place(4, 1), Some((6, 1)));
        assert_eq!(place(18, 1), Some((13, 1)));
        assert_eq!(place(8, 1), Some((6, 0)));
        assert_eq!(place(8, 1), Some((6, 2)));
        assert_eq!(place(8, 1), None);
    }

    proptest! {
        #[test]
        fn no_name_covers_another_or_a_mark(marks in proptest::collection::vec((0u16..40, 0u16..12, 1usize..14), 0..40)) {
            let area = Rect::new(0, 0, 40, 12);
            let mut taken = Taken::nothing(area);
            marks.iter().for_each(|(x, y, _)| taken.take(Rect::new(*x, *y, 1, 1)));
            let mut placed: Vec<Rect> = Vec::new();
            for (x, y, long) in &marks {
                let Some(place) = taken.place(&Wanted { mark: (*x, *y), words: &"x".repeat(*long) }) else { continue };
                prop_assert!(area.union(place) == area);
                prop_assert!(placed.iter().all(|other| !other.intersects(place)));
                prop_assert!(marks.iter().all(|(x, y, _)| !place.contains((*x, *y).into())));
                placed.push(place);
            }
        }
    }
}
