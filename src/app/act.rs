//! What each action does.

use super::action::Action;
use super::keymap::Mode;
use super::marks::Reach;
use super::motion::Motion;
use super::msg::Cmd;
use super::overlay::{self, Overlay, Topic, picker_height};
use super::picker::{Choice, Offer};
use super::prompt::Ask;
use super::quote_book::QuoteBook;
use super::reader::Pick;
use super::state::{App, Focus};
use super::view::View;
use super::walk::Way;

impl App {
    pub(super) fn act(&mut self, action: Action) -> Option<Cmd> {
        if self.mode() == Mode::Browse && self.view_acts(action) {
            return None;
        }
        match action {
            Action::Quit => return Some(Cmd::Quit),
            Action::Suspend => return Some(Cmd::Suspend),
            Action::Copy => return self.copy(),
            Action::Open if self.picker.is_some() => return self.run(),
            Action::Palette => self.offer(Offer::Actions),
            Action::Merge => self.offer_for_name(Offer::Merge),
            Action::ChangeKind => self.offer_for_name(Offer::Kinds),
            Action::SplitAlias => self.offer_for_name(Offer::Aliases),
            Action::Rename => self.ask_name(),
            Action::Reject => self.reject_name(),
            Action::Corrections => self.offer(Offer::Corrections),
            Action::Mouse => return Some(self.switch_mouse()),
            Action::Back => self.back(),
            Action::Open => self.open(),
            Action::NextPane => self.next_part(Focus::next),
            Action::PreviousPane => self.next_part(Focus::previous),
            Action::Entity => self.visit_entity(),
            Action::Quotes => self.visit(View::Quotes(QuoteBook::default())),
            Action::Timeline => self.visit_timeline(),
            Action::Map => self.visit_map(),
            Action::Include => self.filter_by_name(""),
            Action::Exclude => self.filter_by_name("-"),
            Action::HistoryBack => self.wander(Self::go_back),
            Action::HistoryForward => self.wander(Self::go_forward),
            Action::Filter => self.begin_filter(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Find => self.ask(Ask::Find, self.reader.sought.clone().unwrap_or_default()),
            Action::Why => self.ask_why(),
            Action::Fold => self.fold(),
            Action::FoldAll => self.fold_all(),
            Action::Elsewhere => self.go_elsewhere(),
            Action::Versions => self.visit_versions(),
            Action::Outline => self.offer_for_name(Offer::Outline),
            Action::Star => self.star(Reach::One),
            Action::StarAll => self.star(Reach::Listed),
            Action::Read => self.mark_read(Reach::One),
            Action::ReadAll => self.mark_read(Reach::Listed),
            Action::Tag => self.ask(Ask::Tag(Reach::One), String::new()),
            Action::TagAll => self.ask(Ask::Tag(Reach::Listed), String::new()),
            Action::Note => self.ask_note(),
            Action::Watch => self.ask(Ask::Watch, String::new()),
            Action::Views => self.offer(Offer::Views),
            Action::SaveView => self.ask(Ask::SaveView, String::new()),
            Action::ForgetView => self.offer(Offer::ForgottenViews),
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
        let Some(motion) = Motion::of(action, page) else { return self.notify("there is nothing here to do this with") };
        let rows = self.overlay_rows();
        let height = picker_height(self.size);
        if let Some(picker) = &mut self.picker {
            return picker.step(motion, height);
        }
        match (&mut self.overlay, self.focus) {
            (Some(overlay), _) => overlay.scroll(motion, rows, page),
            (None, _) if self.view.is_some() => self.step_view(motion),
            (None, _) if self.filter.is_edited() => self.list.step(motion),
            (None, Focus::List) => self.list.step(motion),
            (None, Focus::Reader) => self.reader.scroll(motion),
            (None, Focus::Names) => self.names.step(motion),
        }
    }

    /// Rows, articles or names that are shown at once where the movement happens.
    fn page(&self) -> usize {
        match self.focus {
            _ if self.overlay.is_some() => overlay::height(self.size),
            _ if self.view.is_some() => self.view_page(),
            _ if self.filter.is_edited() => self.list_page(),
            Focus::List => self.list_page(),
            focus => self.height(focus),
        }
    }

    pub(super) fn overlay_rows(&self) -> usize {
        match self.overlay.map(|overlay| overlay.topic) {
            Some(Topic::Help) => overlay::help(&self.settings.keymap).len(),
            Some(Topic::Failures) => self.loading.failures.len(),
            Some(Topic::Why) => 0,
            None => 0,
        }
    }

    /// Esc: always one step back, never out.
    fn back(&mut self) {
        let was_over = self.overlay.take().is_some() | self.picker.take().is_some() | self.leave_prompt();
        if was_over {
            return;
        }
        if self.filter.is_edited() {
            return self.leave_filter();
        }
        if self.view.as_mut().is_some_and(|view| view.browse_mut().let_go())
            || (self.view.is_some() && self.go_back())
            || self.return_to_view()
        {
            return;
        }
        let picked = self.reader.picked.take().is_some();
        let chosen = self.names.chosen.take().is_some();
        match (picked || chosen, self.focus) {
            (true, _) => {}
            (false, Focus::List) => self.clear_filter(),
            (false, _) => self.focus = Focus::List,
        }
    }

    fn next_part(&mut self, next: fn(Focus) -> Focus) {
        match &mut self.view {
            Some(view) => view.browse_mut().next_part(),
            None => self.focus = next(self.focus),
        }
    }

    /// Along the trail, as far as there is one.
    fn wander(&mut self, go: fn(&mut Self) -> bool) {
        if !go(self) {
            self.notify("there is nothing farther on this way");
        }
    }

    fn step_view(&mut self, motion: Motion) {
        self.view.iter_mut().for_each(|view| view.browse_mut().step(motion));
    }

    fn view_page(&self) -> usize {
        self.view.as_ref().zip(self.layout()).map_or(0, |(view, layout)| view.browse().page(layout.view()))
    }

    /// Does what the picker's cursor is on.
    fn run(&mut self) -> Option<Cmd> {
        match self.picked_choice()? {
            Choice::Do(action) => return self.act(action),
            Choice::Passage(span) => self.jump_within(span),
            Choice::Elsewhere(article, span) => self.jump(article, span, Pick::Passage),
            Choice::Show(view) => self.show_view(view),
            Choice::Forget(view) => self.forget_view(view),
            choice => self.choose_for_name(choice),
        }
        None
    }

    pub(super) fn open(&mut self) {
        match self.focus {
            _ if self.prompt.is_some() => self.answer(),
            _ if self.filter.is_edited() => self.leave_filter(),
            _ if self.view.is_some() => self.follow_view(),
            Focus::List => {
                self.focus = Focus::Reader;
                self.opened();
            }
            Focus::Reader => self.follow_picked(),
            Focus::Names => self.follow(self.names.entity()),
        }
    }
}
