//! What can stand in the place of the panes: the page of a name, the quote book, and others. One at a time; the way back is the
//! [`trail`](super::trail).

use super::action::Action;
use super::entity_page::EntityPage;
use super::layout::Pane;
use super::map::MapView;
use super::motion::Motion;
use super::quote_book::QuoteBook;
use super::reader::Pick;
use super::state::App;
use super::timeline::Timeline;
use super::versions::Versions;
use crate::store::{ArticleId, EntityId};
use crate::text::Span;

/// A view, and where one is in it.
#[derive(Debug)]
pub enum View {
    Entity(EntityPage),
    Quotes(QuoteBook),
    Timeline(Timeline),
    Map(MapView),
    Versions(Versions),
}

/// Where a row of a view leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Into an article, at a part of its text.
    Passage(ArticleId, Span, Pick),
    /// To the page of a name.
    Entity(EntityId),
    /// To fewer articles: a term of the filter.
    Filter(String),
}

/// What every view can do.
pub trait Browse {
    /// What it is called in the breadcrumbs.
    fn title(&self, app: &App) -> String;

    /// What there is in all, told at the right of the title.
    fn aside(&self) -> String {
        String::new()
    }

    /// Derives what is drawn, if what is listed or the room has changed, or begins with what takes longer than a frame.
    fn settle(&mut self, app: &App, pane: Pane);

    /// Goes on with what takes longer than a frame until `over` says so; true when nothing is left.
    fn go_on(&mut self, _app: &App, _over: &dyn Fn() -> bool) -> bool {
        true
    }

    /// Changes when something new is there to be drawn while more is under way.
    fn stage(&self) -> usize {
        0
    }

    fn step(&mut self, motion: Motion);

    /// Rows that are shown at once.
    fn page(&self, pane: Pane) -> usize {
        usize::from(pane.body.height)
    }

    /// Where the row under the cursor leads.
    fn target(&self, app: &App) -> Option<Target>;

    /// The name under the cursor, or the one the view is about.
    fn entity(&self, app: &App) -> Option<EntityId>;

    /// What `y` copies: what it is, and the text.
    fn copied(&self, _app: &App) -> Option<(&'static str, String)> {
        None
    }

    /// Goes on to the next part of the view.
    fn next_part(&mut self) {}

    /// The pointer was pressed at a cell; true if a row that leads somewhere is there, which the cursor stands on now.
    fn click(&mut self, _pane: Pane, _x: u16, _y: u16) -> bool {
        false
    }

    /// An action of its own; false if it has none for this.
    fn act(&mut self, _action: Action, _app: &App) -> bool {
        false
    }

    /// Lets go of what was begun; false if nothing was.
    fn let_go(&mut self) -> bool {
        false
    }

    /// The keys that matter here.
    fn hints(&self) -> &'static [(Action, &'static str)];
}

impl View {
    pub fn browse(&self) -> &dyn Browse {
        match self {
            View::Entity(page) => page,
            View::Quotes(book) => book,
            View::Timeline(timeline) => timeline,
            View::Map(map) => map,
            View::Versions(versions) => versions,
        }
    }

    pub(super) fn browse_mut(&mut self) -> &mut dyn Browse {
        match self {
            View::Entity(page) => page,
            View::Quotes(book) => book,
            View::Timeline(timeline) => timeline,
            View::Map(map) => map,
            View::Versions(versions) => versions,
        }
    }
}

impl App {
    /// The page of the name that is picked, under the cursor, or chosen.
    pub(super) fn visit_entity(&mut self) {
        match self.entity_meant() {
            Some(entity) => self.visit(View::Entity(EntityPage::new(entity))),
            None => self.notify(format!("{} goes to a name first", self.key_for(Action::NextMention))),
        }
    }

    /// The name that an action is about: in a view the one under the cursor; else the one picked in the text, under the cursor of the
    /// names, or chosen.
    pub(super) fn entity_meant(&self) -> Option<EntityId> {
        match &self.view {
            Some(view) => view.browse().entity(self),
            None if self.focus == super::state::Focus::Names => self.names.entity(),
            None => self.picked_entity().or(self.names.chosen).or(self.names.entity()),
        }
    }

    pub(super) fn view_target(&self) -> Option<Target> {
        self.view.as_ref().and_then(|view| view.browse().target(self))
    }

    /// Goes where the row under the view's cursor leads.
    pub(super) fn follow_view(&mut self) {
        match self.view_target() {
            Some(Target::Passage(article, span, what)) => self.jump(article, span, what),
            Some(Target::Entity(entity)) => self.visit(View::Entity(EntityPage::new(entity))),
            Some(Target::Filter(term)) => self.narrow_view(&term),
            None => {}
        }
    }

    /// Adds a term to the filter; what was begun in the view is done with that.
    fn narrow_view(&mut self, term: &str) {
        self.view.iter_mut().for_each(|view| {
            view.browse_mut().let_go();
        });
        self.narrow(term);
        self.notify(format!("filtered: {term} · {} undoes it", self.key_for(Action::Undo)));
    }

    /// Gives an action to the view; true if it is one of the view's own.
    pub(super) fn view_acts(&mut self, action: Action) -> bool {
        let Some(mut view) = self.view.take() else { return false };
        let is_own = view.browse_mut().act(action, self);
        self.view = Some(view);
        is_own
    }

    pub(super) fn settle_view(&mut self, over: &dyn Fn() -> bool) {
        self.view_is_under_way = false;
        let (Some(pane), Some(mut view)) = (self.layout().map(|layout| layout.view()), self.view.take()) else { return };
        view.browse_mut().settle(self, pane);
        self.view_is_under_way = !view.browse_mut().go_on(self, over);
        // What has come with that is to be in view too.
        view.browse_mut().settle(self, pane);
        self.view = Some(view);
    }
}
