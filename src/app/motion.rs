//! Moving through anything that has rows.

use super::action::Action;

/// A movement among rows.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Motion {
    By(isize),
    Top,
    Bottom,
}

impl Motion {
    /// What an action means where `page` rows are shown; `None` if it is no movement.
    pub fn of(action: Action, page: usize) -> Option<Self> {
        let page = page.max(1) as isize;
        Some(match action {
            Action::Down => Motion::By(1),
            Action::Up => Motion::By(-1),
            Action::HalfPageDown => Motion::By((page / 2).max(1)),
            Action::HalfPageUp => Motion::By(-(page / 2).max(1)),
            Action::PageDown => Motion::By(page),
            Action::PageUp => Motion::By(-page),
            Action::Top => Motion::Top,
            Action::Bottom => Motion::Bottom,
            _ => return None,
        })
    }

    /// Where one comes from row `at` when `last` is the last row.
    pub fn from(self, at: usize, last: usize) -> usize {
        match self {
            Motion::By(rows) => at.saturating_add_signed(rows).min(last),
            Motion::Top => 0,
            Motion::Bottom => last,
        }
    }
}

/// The first row to show so that row `at` is among the `height` shown, as near to `top` as can be.
pub fn scrolled(top: usize, at: usize, height: usize) -> usize {
    top.clamp((at + 1).saturating_sub(height.max(1)), at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn motions_stay_inside() {
        assert_eq!(Motion::By(-3).from(2, 9), 0);
        assert_eq!(Motion::By(30).from(2, 9), 9);
        assert_eq!(Motion::of(Action::HalfPageDown, 1), Some(Motion::By(1)));
    }

    #[test]
    fn scrolling_moves_no_more_than_needed() {
        assert_eq!(scrolled(5, 7, 10), 5);
        assert_eq!(scrolled(5, 3, 10), 3);
        assert_eq!(scrolled(5, 20, 10), 11);
        assert_eq!(scrolled(5, 20, 0), 20);
    }
}
