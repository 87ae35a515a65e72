//! Rows that one moves through: a cursor among those that lead somewhere, and the first row shown.

use super::motion::{Motion, scrolled};

/// A row of a view.
pub trait Row {
    /// The cursor stands on rows that lead somewhere; headings and blanks are stepped over.
    fn leads(&self) -> bool;
}

/// All rows of a view or of a part of it.
#[derive(Clone, Debug)]
pub struct Rows<R> {
    rows: Vec<R>,
    at: usize,
    top: usize,
}

impl<R> Default for Rows<R> {
    fn default() -> Self {
        Self { rows: Vec::new(), at: 0, top: 0 }
    }
}

impl<R: Row> Rows<R> {
    /// With the cursor on the first row that leads somewhere.
    pub fn new(rows: Vec<R>) -> Self {
        let at = rows.iter().position(Row::leads).unwrap_or(0);
        Self { rows, at, top: 0 }
    }

    pub fn all(&self) -> &[R] {
        &self.rows
    }

    /// The row of the cursor, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The first row shown.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The row under the cursor, if it leads somewhere.
    pub fn current(&self) -> Option<&R> {
        self.rows.get(self.at).filter(|row| row.leads())
    }

    /// The rows from the first one shown on, each with its number.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &R)> {
        self.rows.iter().enumerate().skip(self.top)
    }

    /// Takes new rows. The cursor goes to the first that `was` says it stood on, else it stays near the top of what is shown.
    pub fn take(&mut self, rows: Vec<R>, was: impl Fn(&R) -> bool) {
        let fresh = Self::new(rows);
        let at = fresh.rows.iter().position(|row| row.leads() && was(row)).unwrap_or(fresh.at);
        *self = Self { at, top: self.top, ..fresh };
    }

    /// Moves among the rows that lead somewhere.
    pub fn step(&mut self, motion: Motion) {
        let leading = |row: &usize| self.rows[*row].leads();
        let last = self.rows.len();
        let to = match motion {
            Motion::Top => (0..last).find(leading),
            Motion::Bottom => (0..last).rev().find(leading),
            Motion::By(steps) if steps >= 0 => (self.at + 1..last).filter(leading).take(steps.unsigned_abs()).last(),
            Motion::By(steps) => (0..self.at).rev().filter(leading).take(steps.unsigned_abs()).last(),
        };
        self.at = to.unwrap_or(self.at);
    }

    /// Goes to a row, if that leads somewhere; tells whether it does.
    pub fn go(&mut self, row: usize) -> bool {
        let leads = self.rows.get(row).is_some_and(Row::leads);
        if leads {
            self.at = row;
        }
        leads
    }

    /// Goes to a row, if that leads somewhere, with one row over it in view.
    pub fn go_on_top(&mut self, row: usize) {
        if self.go(row) {
            self.top = row.saturating_sub(1);
        }
    }

    /// Moves what is shown and takes the cursor along at its edges.
    pub fn scroll(&mut self, motion: Motion, height: usize) {
        self.top = motion.from(self.top, self.rows.len().saturating_sub(height));
        let shown = self.top..(self.top + height).min(self.rows.len());
        if !shown.contains(&self.at) {
            let nearest = shown.filter(|row| self.rows[*row].leads()).min_by_key(|row| row.abs_diff(self.at));
            self.at = nearest.unwrap_or(self.at);
        }
    }

    /// Keeps the cursor among the `height` rows shown, and what stands over the first row it can be on.
    pub fn keep_in_view(&mut self, height: usize) {
        let first = !self.rows[..self.at.min(self.rows.len())].iter().any(Row::leads);
        self.top = scrolled(self.top, self.at, height).min(self.rows.len().saturating_sub(height));
        if first {
            self.top = scrolled(0, self.at, height);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Row for bool {
        fn leads(&self) -> bool {
            *self
        }
    }

    #[test]
    fn the_cursor_steps_over_what_leads_nowhere() {
        let mut rows = Rows::new(vec![false, true, false, true, true]);
        let mut after = |motion| {
            rows.step(motion);
            rows.at()
        };
        assert_eq!(
            [Motion::By(1), Motion::By(9), Motion::By(-1), Motion::Top, Motion::By(-1), Motion::Bottom].map(&mut after),
            [3, 4, 3, 1, 1, 4]
        );
    }

    #[test]
    fn the_first_heading_is_seen_again() {
        let mut rows = Rows::new(vec![false, true, true, true]);
        rows.step(Motion::Bottom);
        rows.keep_in_view(2);
        assert_eq!(rows.top(), 2);
        rows.step(Motion::Top);
        rows.keep_in_view(2);
        assert_eq!(rows.top(), 0);
    }
}
