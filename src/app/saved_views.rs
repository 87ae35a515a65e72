//! Views kept by name: what is listed, in which order, and what stands in the place of the panes.

use super::entity_page::EntityPage;
use super::map::MapView;
use super::msg::Keep;
use super::quote_book::QuoteBook;
use super::state::App;
use super::timeline::Timeline;
use super::view::View;
use crate::model::Kind;
use crate::saved::SavedView;
use crate::store::filter_for;

impl App {
    /// Keeps what is looked at under a name, in place of another view of that name.
    pub(super) fn save_view(&mut self, name: &str) {
        let shows = self.view.as_ref().and_then(|view| self.word_of(view));
        let view = SavedView { name: name.to_string(), query: self.filter.text().to_string(), sort: Some(self.list.order), shows };
        self.notify(format!("view {name} saved"));
        self.views.retain(|other| other.name != view.name);
        self.views.push(view.clone());
        self.kept.push(Keep::View(view));
    }

    pub(super) fn show_view(&mut self, number: usize) {
        let Some(view) = self.views.get(number).cloned() else { return };
        self.set_filter(view.query);
        self.list.order = view.sort.unwrap_or(self.list.order);
        match view.shows.as_deref().and_then(|word| self.view_called(word)) {
            Some(shown) => self.visit(shown),
            None => self.view = None,
        }
        self.notify(format!("view {}", view.name));
    }

    pub(super) fn forget_view(&mut self, number: usize) {
        let view = self.views.remove(number);
        self.notify(format!("view {} is gone", view.name));
        self.kept.push(Keep::NoView(view.name));
    }

    /// What a view is called in the file; that of a name by the filter that finds the name.
    fn word_of(&self, view: &View) -> Option<String> {
        match view {
            View::Quotes(_) => Some("quotes".to_string()),
            View::Timeline(_) => Some("timeline".to_string()),
            View::Map(_) => Some("map".to_string()),
            View::Versions(_) => None,
            View::Entity(page) => Some(filter_for(self.store.entity(page.entity))),
        }
    }

    fn view_called(&self, word: &str) -> Option<View> {
        match word {
            "quotes" => Some(View::Quotes(QuoteBook::default())),
            "timeline" => Some(View::Timeline(Timeline::new(self.entity_meant()))),
            "map" => Some(View::Map(MapView::default())),
            filter => {
                let (kind, name) = filter.split_once(':')?;
                let kind = Kind::ALL.into_iter().find(|known| known.word() == kind)?;
                self.store.entity_named(kind, name.trim_matches('"')).map(|entity| View::Entity(EntityPage::new(entity)))
            }
        }
    }
}
