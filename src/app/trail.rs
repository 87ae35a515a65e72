//! Where one has been: every jump can be taken back, and gone again.

use super::reader::{Pick, Picked};
use super::state::{App, Focus};
use super::view::View;
use crate::store::ArticleId;
use crate::text::Span;

/// Jumps remembered.
const LONGEST: usize = 100;

/// A place one has been at.
#[derive(Debug)]
struct Stop {
    view: Option<View>,
    focus: Focus,
    article: Option<ArticleId>,
    picked: Option<Picked>,
}

/// The stops before this one and, after going back, those behind it.
#[derive(Debug, Default)]
pub struct Trail {
    past: Vec<Stop>,
    future: Vec<Stop>,
}

impl Trail {
    /// The views one came through, the first one first.
    pub fn views(&self) -> impl Iterator<Item = &View> {
        let first = self.past.iter().rposition(|stop| stop.view.is_none()).map_or(0, |last| last + 1);
        self.past[first..].iter().filter_map(|stop| stop.view.as_ref())
    }

    fn came_from_view(&self) -> bool {
        self.past.last().is_some_and(|stop| stop.view.is_some())
    }

    fn push(&mut self, stop: Stop) {
        self.future.clear();
        if self.past.len() == LONGEST {
            self.past.remove(0);
        }
        self.past.push(stop);
    }
}

impl App {
    /// Opens a view; [`App::go_back`] leaves it.
    pub(super) fn visit(&mut self, view: View) {
        let stop = self.stop();
        self.trail.push(stop);
        self.view = Some(view);
    }

    /// Goes to a part of an article's text.
    pub(super) fn jump(&mut self, article: ArticleId, span: Span, what: Pick) {
        if self.list.row_of(article).is_none() {
            return self.notify("that article is filtered out; esc clears the filter");
        }
        let stop = self.stop();
        self.trail.push(stop);
        self.open_article(article);
        self.opened();
        self.pick(Picked { what, span, number: 1, of: 1 });
    }

    /// Goes to a part of the open article's text.
    pub(super) fn jump_within(&mut self, span: Span) {
        if let Some(article) = self.list.article() {
            self.jump(article, span, Pick::Mention);
        }
    }

    /// Goes to where one was before; false when that was the beginning.
    pub(super) fn go_back(&mut self) -> bool {
        let Some(stop) = self.trail.past.pop() else { return false };
        let here = self.stop();
        self.trail.future.push(here);
        self.stand(stop);
        true
    }

    /// Takes [`App::go_back`] back.
    pub(super) fn go_forward(&mut self) -> bool {
        let Some(stop) = self.trail.future.pop() else { return false };
        let here = self.stop();
        self.trail.past.push(here);
        self.stand(stop);
        true
    }

    /// Back to the view one came from, when one has just come from one.
    pub(super) fn return_to_view(&mut self) -> bool {
        self.trail.came_from_view() && self.go_back()
    }

    /// Takes the place one is at, with its view.
    fn stop(&mut self) -> Stop {
        Stop { view: self.view.take(), focus: self.focus, article: self.list.article(), picked: self.reader.picked }
    }

    fn stand(&mut self, stop: Stop) {
        if let Some(article) = stop.article {
            self.open_article(article);
        }
        self.view = stop.view;
        self.focus = stop.focus;
        self.reader.picked = stop.picked.filter(|_| self.list.article() == stop.article);
    }

    /// Shows an article in the reader, if it is listed.
    fn open_article(&mut self, article: ArticleId) {
        if let Some(row) = self.list.row_of(article) {
            self.list.go(row);
        }
        self.view = None;
        self.focus = Focus::Reader;
        self.settle_shown();
    }
}
