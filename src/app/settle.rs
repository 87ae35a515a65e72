//! What is derived from the state is derived here, once per batch of messages, so that drawing only reads.

use super::list;
use super::names::Scope;
use super::nearby::Nearby;
use super::page::Page;
use super::state::{App, Focus};
use crate::store::ArticleId;

impl App {
    /// Brings the hits, the visible titles' lit letters, the reader's rows and the counts of names up to date; it does only what has
    /// changed. Takes as long as it takes: see [`App::advance`].
    pub fn settle(&mut self) {
        self.advance(|| false);
    }

    /// [`App::settle`], but a search is left where it is when `over` says so, to be gone on with by the next call. Call it before
    /// drawing: until the new hits are complete all that is shown is of the hits before.
    pub fn advance(&mut self, over: impl Fn() -> bool) {
        self.go_on(&over);
        self.settle_list();
        self.settle_reader();
        self.settle_names();
        self.settle_view(&over);
    }

    fn settle_list(&mut self) {
        let page = self.list_page();
        if page > 0 {
            self.list.keep_in_view(page);
        }
        let shown: Vec<_> = self.list.in_view().take(page).collect();
        self.list.found.lit = shown.into_iter().map(|article| self.store.lit(self.list.query(), article)).collect();
    }

    fn settle_reader(&mut self) {
        let article = self.list.article();
        if self.reader.opened.article != article {
            self.reader.turn_to(article);
        }
        let Some(id) = article else { return };
        let made_for = (self.layout().map_or(0, |layout| layout.text().width), self.reader.with_cut);
        if self.reader.opened.made_for != Some(made_for) {
            self.reader.opened.made_for = Some(made_for);
            self.reader.read(Page::of(self.store.article(id).clone(), &self.store.marks(id).notes, made_for.0, made_for.1));
        }
        self.reader.fill(self.height(Focus::Reader));
        self.settle_nearby(id);
    }

    fn settle_nearby(&mut self, id: ArticleId) {
        let hits_of = Some((self.list.searches(), self.reader.sought.clone()));
        if self.reader.opened.hits_of != hits_of {
            self.reader.opened.hits_of = hits_of;
            self.reader.forget_marks();
        }
        let view = self.reader.text_shown();
        if !self.reader.nearby().covers(view, &self.store.article(id).text) {
            self.reader.opened.nearby = Nearby::of(self, id, view);
        }
    }

    fn settle_names(&mut self) {
        let of = match self.names.scope {
            Scope::Article => (Scope::Article, 0, self.list.article()),
            Scope::Listed => (Scope::Listed, self.list.searches(), None),
        };
        if self.names.counted_for != Some(of) {
            self.names.counted_for = Some(of);
            let counts = match self.names.scope {
                Scope::Article => self.store.counts(self.list.article().into_iter()),
                Scope::Listed => self.store.counts(self.list.hits().iter().map(|hit| hit.article)),
            };
            self.names.take(counts, &self.store);
        }
        let height = self.height(Focus::Names);
        if height > 0 {
            self.names.keep_in_view(height);
        }
    }

    /// Articles that the list shows at once; 0 when it is not shown.
    pub(super) fn list_page(&self) -> usize {
        let list = self.layout().and_then(|layout| layout.list);
        list.map_or(0, |pane| list::page(pane.body.width, usize::from(pane.body.height)))
    }
}
