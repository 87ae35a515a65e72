//! What is derived from the state is derived here, once per batch of messages, so that drawing only reads.

use super::list;
use super::msg::Keep;
use super::names::Scope;
use super::page::Page;
use super::state::{App, Focus};
use std::cell::Cell;

/// Slices of work in about a millisecond.
const MILLISECOND: usize = 16;

impl App {
    /// Brings the hits, the visible titles' lit letters, the reader's rows and the counts of names up to date; it does only what has
    /// changed. Takes as long as it takes: see [`App::advance`].
    pub fn settle(&mut self) {
        self.advance(|| false);
    }

    /// [`App::settle`], but whatever takes longer is left where it is when `over` says so, to be gone on with by the next call. Call it
    /// before drawing: until something new is complete, what was there before is shown.
    pub fn advance(&mut self, over: impl Fn() -> bool) {
        self.go_on(&over);
        self.settle_shown();
        self.settle_names(&over);
        self.settle_view(&over);
        if self.is_drawn_whole() {
            self.write_tables(&over);
        }
        self.tell_damage();
    }

    /// The first time that an article cannot be read.
    fn tell_damage(&mut self) {
        if self.store.is_damaged() && !std::mem::replace(&mut self.is_damage_told, true) {
            self.kept.push(Keep::NoCorpus);
            self.notify("what was kept of this corpus is damaged; it is read anew the next time");
        }
    }

    /// [`App::advance`] for about a millisecond. What an action means depends on what is shown by now, also when keys come faster than
    /// screens; but no key waits for a search.
    pub(super) fn catch_up(&mut self) {
        let slices = Cell::new(0);
        self.advance(|| slices.replace(slices.get() + 1) >= MILLISECOND);
    }

    /// Derives what is seen of the list and of the article in the reader.
    pub(super) fn settle_shown(&mut self) {
        self.settle_list();
        self.settle_reader();
    }

    fn settle_list(&mut self) {
        let page = self.list_page();
        if page > 0 {
            self.list.keep_in_view(page);
        }
        self.list.light(page, |query, article| self.store.lit(query, article));
    }

    fn settle_reader(&mut self) {
        let article = self.list.article();
        if self.reader.opened.article != article {
            self.reader.turn_to(article);
        }
        let Some(id) = article else { return };
        let made_for = (self.layout().map_or(0, |layout| layout.text().width), self.reader.with_cut);
        let hits_of = (self.list.searches(), self.reader.sought.clone());
        let opened = &mut self.reader.opened;
        if opened.made_for != Some(made_for) {
            let article = self.store.article(id);
            opened.page = Page::of(&article, &self.store.marks(id).notes, made_for.0, made_for.1);
            opened.shared = self.store.shared(id);
            opened.watched = self.watched.spans(&article.text);
            opened.made_for = Some(made_for);
        }
        if opened.hits_of.as_ref() != Some(&hits_of) {
            opened.hits = match &hits_of.1 {
                Some(words) => self.store.occurrences(words, id),
                None => self.store.found(self.list.query(), id),
            };
            opened.hits_of = Some(hits_of);
        }
    }

    fn settle_names(&mut self, over: impl Fn() -> bool) {
        let of = match self.names.scope {
            Scope::Article => (Scope::Article, 0, self.list.article()),
            Scope::Listed => (Scope::Listed, self.list.searches(), None),
        };
        if self.names.counted_for != Some(of) {
            self.names.counted_for = Some(of);
            self.names.begin(&self.store, &self.list);
        }
        // There are few in one article, and they are shown beside it.
        while !self.names.go_on(&self.store, &self.list) && (self.names.scope == Scope::Article || !over()) {}
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
