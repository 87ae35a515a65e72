//! The mouse: a click goes to what is under it, the wheel scrolls the pane it is over.

use super::action::Action;
use super::key::{MouseEvent, Pointer};
use super::layout::{Layout, ListStyle};
use super::motion::Motion;
use super::msg::Cmd;
use super::overlay;
use super::page::text_span;
use super::reader::{Pick, Picked};
use super::state::{App, Focus};
use crate::text::{Span, fitting};

/// Rows that one notch of the wheel scrolls.
const NOTCH: isize = 3;

impl App {
    pub(super) fn mouse(&mut self, event: MouseEvent) {
        let Some(layout) = self.layout() else { return };
        let Some(pointer) = Pointer::of(event) else { return };
        self.catch_up();
        match pointer {
            Pointer::Click => self.press(&layout, event.column, event.row),
            Pointer::Drag => self.drag(&layout, event.column),
            Pointer::Release => self.dragged = None,
            Pointer::WheelDown => self.wheel(&layout, event, Motion::By(NOTCH)),
            Pointer::WheelUp => self.wheel(&layout, event, Motion::By(-NOTCH)),
        }
    }

    /// A border is taken hold of; anything else is clicked.
    fn press(&mut self, layout: &Layout, x: u16, y: u16) {
        let covered = self.overlay.is_some() || self.picker.is_some() || self.view.is_some();
        self.dragged = layout.border_at(x, y).filter(|_| !covered);
        if self.dragged.is_none() {
            self.click(layout, x, y);
        }
    }

    fn drag(&mut self, layout: &Layout, x: u16) {
        if let Some(border) = self.dragged {
            self.widths = layout.dragged(border, x, self.widths);
        }
    }

    /// Gives the mouse to the terminal, which then selects text with it, or takes it back.
    pub(super) fn switch_mouse(&mut self) -> Cmd {
        self.settings.mouse = !self.settings.mouse;
        let key = self.key_for(Action::Mouse);
        match self.settings.mouse {
            true => self.notify("the mouse is back"),
            false => self.notify(format!("the terminal has the mouse, for selecting · {key} takes it back")),
        }
        Cmd::Mouse(self.settings.mouse)
    }

    fn wheel(&mut self, layout: &Layout, event: MouseEvent, motion: Motion) {
        let rows = self.overlay_rows();
        if let Some(overlay) = &mut self.overlay {
            return overlay.scroll(motion, rows, overlay::height(self.size));
        }
        if let Some(view) = &mut self.view {
            return view.browse_mut().step(motion);
        }
        match layout.pane_at(event.column, event.row) {
            Some(Focus::List) => self.list.scroll(motion, self.list_page()),
            Some(Focus::Reader) => self.reader.scroll(motion),
            Some(Focus::Names) => self.names.scroll(motion, layout.height(Focus::Names)),
            None => {}
        }
    }

    fn click(&mut self, layout: &Layout, x: u16, y: u16) {
        if self.overlay.take().is_some() | self.picker.take().is_some() {
            return;
        }
        if self.view.is_some() && y != layout.header.y {
            return self.click_view(layout, x, y);
        }
        let Some(focus) = layout.pane_at(x, y) else { return self.click_frame(layout, y) };
        if self.filter.is_edited() {
            self.leave_filter();
        }
        let before = self.under_cursor();
        self.focus = focus;
        let Some(row) = layout.pane(focus).and_then(|pane| y.checked_sub(pane.body.y)).map(usize::from) else { return };
        let is_row = match focus {
            Focus::List => self.click_list(layout, row),
            Focus::Reader => {
                self.click_text(layout, x, row);
                false
            }
            Focus::Names => {
                self.names.go(self.names.rows().top() + row);
                self.names.rows().at() == self.names.rows().top() + row
            }
        };
        if is_row && self.under_cursor() == before {
            self.open();
        }
    }

    /// The row of the list or of the names that has the keys: pressed once more, it is opened.
    fn under_cursor(&self) -> Option<(Focus, usize)> {
        match self.focus {
            Focus::List => Some((Focus::List, self.list.at())),
            Focus::Names => Some((Focus::Names, self.names.rows().at())),
            Focus::Reader => None,
        }
    }

    /// Goes to the row under the pointer; a second time, goes where it leads.
    fn click_view(&mut self, layout: &Layout, x: u16, y: u16) {
        let before = self.view_target();
        let is_row = self.view.as_mut().is_some_and(|view| view.browse_mut().click(layout.view(), x, y));
        if is_row && before.is_some() && self.view_target() == before {
            self.follow_view();
        }
    }

    /// The top line is the filter.
    fn click_frame(&mut self, layout: &Layout, y: u16) {
        if y == layout.header.y {
            self.begin_filter();
        }
    }

    /// True if a line is there, which the cursor stands on now.
    fn click_list(&mut self, layout: &Layout, row: usize) -> bool {
        let width = layout.list.map_or(0, |pane| pane.body.width);
        let at = self.list.top() + row / ListStyle::of(width).rows();
        self.list.go_to_line(at);
        self.list.line().0 == at
    }

    /// Picks the name under the pointer, or lets go.
    fn click_text(&mut self, layout: &Layout, x: u16, row: usize) {
        if x < layout.text().x && self.is_shared(row) {
            return self.go_elsewhere_from(row);
        }
        let picked = self.byte_at(layout, x, row).and_then(|at| self.mention_at(at));
        self.reader.picked = picked;
    }

    /// The row shows a passage that stands in other articles too.
    fn is_shared(&self, row: usize) -> bool {
        let span = self.row_span(row);
        span.is_some_and(|span| self.reader.nearby().shared.iter().any(|shared| shared.overlaps(span)))
    }

    /// A press on the margin goes to where the passage beside it stands elsewhere.
    fn go_elsewhere_from(&mut self, row: usize) {
        let Some(span) = self.row_span(row) else { return };
        self.reader.picked = Some(Picked { what: Pick::Passage, span, number: 1, of: 1 });
        self.go_elsewhere();
    }

    fn row_span(&self, row: usize) -> Option<Span> {
        text_span(self.reader.shown().get(row)?)
    }

    fn byte_at(&self, layout: &Layout, x: u16, row: usize) -> Option<u32> {
        let cell = usize::from(x.checked_sub(layout.text().x)?);
        let span = self.row_span(row)?;
        let within = fitting(span.of(&self.article()?.text), cell);
        (within < span.len()).then_some(span.start + within as u32)
    }

    fn mention_at(&mut self, at: u32) -> Option<Picked> {
        let mentions = self.stops(Pick::Mention);
        let number = mentions.partition_point(|span| span.end <= at);
        let span = mentions.get(number).copied().filter(|span| span.start <= at)?;
        Some(Picked { what: Pick::Mention, span, number: number + 1, of: mentions.len() })
    }
}
