//! Changing what is listed: the filter and the order.

use super::action::Action;
use super::state::{App, Focus};
use super::undo::Step;
use crate::store::{EntityId, Order, filter_for};

impl App {
    /// Begins the typing, with the list in view to see what it does.
    pub(super) fn begin_filter(&mut self) {
        self.filter.begin();
        if self.view.is_none() && self.height(Focus::List) == 0 {
            self.focus = Focus::List;
        }
    }

    /// Ends the typing. The list has the keys then, and stands on what is shown.
    pub(super) fn leave_filter(&mut self) {
        if let Some(before) = self.filter.end() {
            self.changes.push(Step::Filter { before, after: self.filter.text().to_string() });
        }
        self.list.settle_for_this(self.is_searching());
        if self.view.is_none() {
            self.focus = Focus::List;
        }
    }

    pub(super) fn clear_filter(&mut self) {
        if self.filter.text().is_empty() {
            let key = self.key_for(Action::Quit);
            return self.notify(format!("nothing to go back from · {key} quits"));
        }
        self.set_filter(String::new());
    }

    pub(super) fn set_filter(&mut self, after: String) {
        self.changes.push(Step::Filter { before: self.filter.text().to_string(), after: after.clone() });
        self.filter.replace(after, self.settings.today);
        self.search_anew();
    }

    pub(super) fn sort(&mut self) {
        self.list.order = self.list.order.next();
        self.search_anew();
        self.notify(format!("sorted: {}", order_words(self.list.order)));
    }

    pub(super) fn show_cut(&mut self) {
        match self.article().map(|article| article.cut.is_empty()) {
            Some(false) => self.switch_cut(),
            Some(true) => self.notify("nothing was cut from this page"),
            None => {}
        }
    }

    fn switch_cut(&mut self) {
        self.reader.with_cut = !self.reader.with_cut;
        if self.reader.with_cut {
            self.settle_shown();
            self.reader.reveal_cut();
        }
    }

    /// Filters by a name, within what is listed already, and makes it the one whose mentions are walked.
    pub(super) fn follow(&mut self, entity: Option<EntityId>) {
        let Some(entity) = entity else { return };
        self.names.chosen = Some(entity);
        self.focus = Focus::List;
        self.narrow(&filter_for(self.store.entity(entity)));
    }

    /// Lists only what names (or, with `-` as its sign, does not name) the name that is meant here.
    pub(super) fn filter_by_name(&mut self, sign: &str) {
        let Some(entity) = self.entity_meant() else { return self.notify("no name is meant here") };
        let term = format!("{sign}{}", filter_for(self.store.entity(entity)));
        self.narrow(&term);
        self.notify(format!("filtered: {term} · {} undoes it", self.key_for(Action::Undo)));
    }

    /// Adds a term to the filter, unless it is there.
    pub(super) fn narrow(&mut self, term: &str) {
        if !self.filter.text().contains(term) {
            self.set_filter(narrowed(self.filter.text().trim(), term));
        }
    }

    /// Follows the name that was walked to or clicked at in the text.
    pub(super) fn follow_picked(&mut self) {
        match self.picked_entity() {
            Some(entity) => self.follow(Some(entity)),
            None => self.notify(format!(
                "{} goes to a name; then {} filters by it",
                self.key_for(Action::NextMention),
                self.key_for(Action::Open)
            )),
        }
    }

    /// The name under what is picked in the reader.
    pub(super) fn picked_entity(&self) -> Option<EntityId> {
        let span = self.reader.picked?.span;
        self.store.mentions_within(self.list.article()?, span).find(|(mentioned, _)| *mentioned == span).map(|(_, entity)| entity)
    }
}

/// What an order is called.
pub fn order_words(order: Order) -> &'static str {
    match order {
        Order::Rank => "best first",
        Order::Newest => "newest first",
        Order::Oldest => "oldest first",
        Order::Title => "by title",
        Order::Source => "by source",
        Order::Corpus => "as they lie",
    }
}

/// Both filters at once.
fn narrowed(filter: &str, term: &str) -> String {
    match filter {
        "" => term.to_string(),
        _ if filter.contains('|') => format!("({filter}) {term}"),
        _ => format!("{filter} {term}"),
    }
}
