//! What each action does.

use super::action::Action;
use super::motion::Motion;
use super::msg::Cmd;
use super::overlay::{self, Overlay, Topic};
use super::palette::Palette;
use super::state::{App, Focus};
use super::walk::Way;

impl App {
    pub(super) fn act(&mut self, action: Action) -> Option<Cmd> {
        match action {
            Action::Quit => return Some(Cmd::Quit),
            Action::Suspend => return Some(Cmd::Suspend),
            Action::Copy => return self.copy(),
            Action::Open if self.palette.is_some() => return self.run(),
            Action::Palette => self.palette = Some(Palette::open()),
            Action::Back => self.back(),
            Action::Open => self.open(),
            Action::NextPane => self.focus = self.focus.next(),
            Action::PreviousPane => self.focus = self.focus.previous(),
            Action::Filter => self.begin_filter(),
            Action::Undo => self.undo(),
            Action::Sort => self.sort(),
            Action::NextMention => self.walk_mentions(Way::Next),
            Action::PreviousMention => self.walk_mentions(Way::Previous),
            Action::NextQuote => self.walk_quotes(Way::Next),
            Action::PreviousQuote => self.walk_quotes(Way::Previous),
            Action::NextHit => self.walk_hits(Way::Next),
            Action::PreviousHit => self.walk_hits(Way::Previous),
            Action::SwitchScope => self.names.scope = self.names.scope.other(),
            Action::ShowCut => self.show_cut(),
            Action::Failures => self.overlay = Some(Overlay::new(Topic::Failures)),
            Action::Help => self.overlay = Some(Overlay::new(Topic::Help)),
            motion => self.step(motion),
        }
        None
    }

    fn step(&mut self, action: Action) {
        let page = self.page();
        let Some(motion) = Motion::of(action, page) else { return };
        let rows = self.overlay_rows();
        if let Some(palette) = &mut self.palette {
            return palette.step(motion);
        }
        match (&mut self.overlay, self.focus) {
            (Some(overlay), _) => overlay.scroll(motion, rows, page),
            (None, _) if self.filter.is_edited() => self.list.step(motion),
            (None, Focus::List) => self.list.step(motion),
            (None, Focus::Reader) => self.reader.scroll(motion, page),
            (None, Focus::Names) => self.names.step(motion),
        }
    }

    /// Rows, articles or names that are shown at once where the movement happens.
    fn page(&self) -> usize {
        match self.focus {
            _ if self.overlay.is_some() => overlay::height(self.size),
            _ if self.filter.is_edited() => self.list_page(),
            Focus::List => self.list_page(),
            focus => self.height(focus),
        }
    }

    pub(super) fn overlay_rows(&self) -> usize {
        match self.overlay.map(|overlay| overlay.topic) {
            Some(Topic::Help) => overlay::help(&self.settings.keymap).len(),
            Some(Topic::Failures) => self.loading.failures.len(),
            None => 0,
        }
    }

    /// Esc: always one step back, never out.
    fn back(&mut self) {
        let was_over = self.overlay.take().is_some() | self.palette.take().is_some();
        if was_over {
            return;
        }
        if self.filter.is_edited() {
            return self.leave_filter();
        }
        let picked = self.reader.picked.take().is_some();
        let chosen = self.names.chosen.take().is_some();
        match (picked || chosen, self.focus) {
            (true, _) => {}
            (false, Focus::List) => self.clear_filter(),
            (false, _) => self.focus = Focus::List,
        }
    }

    /// Does what the palette's cursor is on.
    fn run(&mut self) -> Option<Cmd> {
        let action = self.palette.take()?.action()?;
        self.act(action)
    }

    fn open(&mut self) {
        match self.focus {
            _ if self.filter.is_edited() => self.leave_filter(),
            Focus::List => self.focus = Focus::Reader,
            Focus::Reader => self.follow_picked(),
            Focus::Names => self.follow(self.names.entity()),
        }
    }
}
