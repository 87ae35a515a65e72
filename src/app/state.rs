//! All that the explorer knows.

use super::action::Action;
use super::filter::Filter;
use super::key::Key;
use super::keymap::{Keymap, Mode};
use super::layout::{Border, Layout, Size, Widths};
use super::list::List;
use super::loading::Loading;
use super::msg::Keep;
use super::names::{Names, Scope};
use super::overlay::Overlay;
use super::picker::Picker;
use super::prompt::Prompt;
use super::reader::Reader;
use super::trail::Trail;
use super::under_way::UnderWay;
use super::undo::Changes;
use super::view::View;
use super::why::Why;
use crate::model::{Article, Date};
use crate::saved::SavedView;
use crate::store::{Known, Order, Store, Tables, WatchList, Writing};
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// What is decided before the explorer starts.
#[derive(Clone, Debug)]
pub struct Settings {
    pub keymap: Keymap,
    /// For dates like `30d` in the filter.
    pub today: Date,
    /// What was opened, for people: `sample corpus`, or the paths.
    pub corpus_label: String,
    /// The filter to begin with; empty for none.
    pub filter: String,
    pub views: Vec<SavedView>,
    /// The order of the list to begin with.
    pub order: Order,
    /// Whose names are shown to begin with.
    pub scope: Scope,
    /// The mouse is the explorer's, not the terminal's. This alone changes later: see [`Action::Mouse`](super::Action::Mouse).
    pub mouse: bool,
    /// Nothing of this user's has been kept yet: four keys are told to begin with.
    pub first_run: bool,
}

impl Settings {
    /// What holds where nothing else is decided: the built-in keys, everything listed, the best first.
    pub fn new(today: Date, corpus_label: &str) -> Self {
        Self {
            keymap: Keymap::builtin(),
            today,
            corpus_label: corpus_label.to_string(),
            filter: String::new(),
            views: Vec::new(),
            order: Order::default(),
            scope: Scope::default(),
            mouse: true,
            first_run: false,
        }
    }
}

/// The pane that has the keys.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    #[default]
    List,
    Reader,
    Names,
}

impl Focus {
    pub const ALL: [Focus; 3] = [Focus::List, Focus::Reader, Focus::Names];

    pub fn next(self) -> Self {
        match self {
            Focus::List => Focus::Reader,
            Focus::Reader => Focus::Names,
            Focus::Names => Focus::List,
        }
    }

    pub fn previous(self) -> Self {
        self.next().next()
    }
}

/// The state of the explorer. It changes by [`App::update`] alone, and [`App::settle`] derives from it what is drawn.
pub struct App {
    pub(crate) store: Store,
    pub(crate) settings: Settings,
    pub(crate) size: Size,
    pub(crate) focus: Focus,
    /// As the user dragged the borders.
    pub(super) widths: Widths,
    /// The border that is dragged.
    pub(super) dragged: Option<Border>,
    pub(crate) filter: Filter,
    pub(crate) list: List,
    pub(crate) reader: Reader,
    pub(crate) names: Names,
    pub(crate) overlay: Option<Overlay>,
    /// What the overlay tells of a name.
    pub(crate) why: Option<Why>,
    pub(crate) picker: Option<Picker>,
    pub(crate) prompt: Option<Prompt>,
    pub(crate) loading: Loading,
    /// The user knows that an article cannot be read.
    pub(super) is_damage_told: bool,
    /// The tables of the store, for whom they are written down.
    pub(super) writing: Option<(Writing, Sender<Tables>)>,
    /// What stands in the place of the panes.
    pub(crate) view: Option<View>,
    pub(crate) trail: Trail,
    pub(super) changes: Changes,
    /// Words with a colour of their own.
    pub(crate) watched: WatchList,
    pub(crate) views: Vec<SavedView>,
    /// What is to outlive the session and was not handed over yet.
    pub(super) kept: Vec<Keep>,
    /// An answer to the last key.
    pub(crate) notice: Option<String>,
    /// A key was pressed, or the mouse did something.
    pub(super) is_touched: bool,
    /// Keys of a sequence that is not whole yet.
    pub(super) pressed: Vec<Key>,
    /// The hits are older than the store, the filter or the order.
    pub(super) hits_are_stale: bool,
    /// Hits that are still to come.
    pub(super) under_way: Option<UnderWay>,
    /// What the search before knew of names.
    pub(super) known: Known,
    /// The view has more to find out.
    pub(super) view_is_under_way: bool,
}

impl App {
    /// The explorer over what `store` holds already; more may come as messages.
    pub fn new(store: Store, mut settings: Settings, size: Size) -> Self {
        let notice = settings.first_run.then(|| first_hint(&settings.keymap));
        let mut filter = Filter::default();
        filter.replace(settings.filter.clone(), settings.today);
        let views = std::mem::take(&mut settings.views);
        let list = List::in_order(settings.order);
        let names = Names::of(settings.scope);
        Self {
            store,
            settings,
            size,
            focus: Focus::default(),
            widths: Widths::default(),
            dragged: None,
            filter,
            list,
            reader: Reader::default(),
            names,
            overlay: None,
            why: None,
            picker: None,
            prompt: None,
            loading: Loading::default(),
            is_damage_told: false,
            writing: None,
            view: None,
            trail: Trail::default(),
            changes: Changes::default(),
            watched: WatchList::default(),
            views,
            kept: Vec::new(),
            notice,
            is_touched: false,
            pressed: Vec::new(),
            hits_are_stale: true,
            under_way: None,
            known: Known::default(),
            view_is_under_way: false,
        }
    }

    /// What keys are for at the moment.
    pub fn mode(&self) -> Mode {
        match (&self.overlay, &self.picker) {
            (Some(_), _) => Mode::Overlay,
            (None, Some(_)) => Mode::Palette,
            (None, None) if self.filter.is_edited() || self.prompt.is_some() => Mode::Filter,
            (None, None) => Mode::Browse,
        }
    }

    /// Where everything stands; `None` when the terminal is too small.
    pub fn layout(&self) -> Option<Layout> {
        Layout::of(self.size, self.focus, self.widths)
    }

    /// The article in the reader: the one under the list's cursor.
    pub fn article(&self) -> Option<Arc<Article>> {
        self.list.article().map(|id| self.store.article(id))
    }

    /// Rows of a pane; 0 when it is not shown.
    pub(super) fn height(&self, focus: Focus) -> usize {
        self.layout().map_or(0, |layout| layout.height(focus))
    }

    pub(super) fn notify(&mut self, notice: impl Into<String>) {
        self.notice = Some(notice.into());
    }
}

/// Four keys to begin with.
fn first_hint(keymap: &Keymap) -> String {
    let key = |action| keymap.keys_for(Mode::Browse, action).next().unwrap_or_default();
    let told = [(Action::Open, "reads"), (Action::Filter, "filters"), (Action::Entity, "tells of a name"), (Action::Help, "every key")];
    let told: Vec<String> = told.into_iter().map(|(action, does)| format!("{} {does}", key(action))).collect();
    format!("new here?  {}", told.join(" · "))
}
