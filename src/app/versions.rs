//! Two versions of a story side by side, and what differs.

use super::action::Action;
use super::layout::Pane;
use super::motion::Motion;
use super::reader::Pick;
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target, View};
use crate::store::{ArticleId, EntityId};
use crate::text::{Difference, Span, differences, rows};

/// A row of both columns.
#[derive(Copy, Clone, Debug)]
pub struct VersionRow {
    /// Parts of the two texts.
    pub left: Option<Span>,
    pub right: Option<Span>,
    /// The difference it belongs to, and whether it is the first row of it.
    pub of: usize,
    pub first: bool,
}

impl Row for VersionRow {
    fn leads(&self) -> bool {
        self.first
    }
}

#[derive(Debug)]
pub struct Versions {
    pub left: ArticleId,
    pub right: ArticleId,
    differences: Vec<Difference>,
    rows: Rows<VersionRow>,
    /// The articles and the width that the rows are for.
    of: Option<(ArticleId, ArticleId, u16)>,
    /// All versions of the story, in the order of the corpus.
    story: Vec<ArticleId>,
}

impl Versions {
    pub fn rows(&self) -> &Rows<VersionRow> {
        &self.rows
    }

    pub fn difference(&self, number: usize) -> &Difference {
        &self.differences[number]
    }

    /// The number of the version at the right among all of them, from 1, and how many there are.
    pub fn number(&self) -> (usize, usize) {
        (self.story.iter().position(|article| *article == self.right).unwrap_or(0) + 1, self.story.len())
    }

    fn read(&mut self, app: &App, width: u16) {
        let [left, right] = [self.left, self.right].map(|article| app.store.article(article));
        let (left, right) = (&*left.text, &*right.text);
        self.differences = differences(left, right);
        let rows = self.differences.iter().enumerate().flat_map(|(of, difference)| laid_out(difference, of, (left, right), width));
        self.rows = Rows::new(rows.collect());
        self.go_to_what_both_say();
    }

    /// Two articles may share a passage only: that is what they are laid side by side for.
    fn go_to_what_both_say(&mut self) {
        let both = |row: &VersionRow| row.left.is_some() && row.right.is_some();
        if let Some(row) = self.rows.all().iter().position(both) {
            self.rows.go_on_top(row);
        }
    }
}

/// The rows of one difference, its parts wrapped to the width of a column.
fn laid_out(difference: &Difference, of: usize, (left, right): (&str, &str), width: u16) -> Vec<VersionRow> {
    let wrapped = |span: Option<Span>, text: &str| {
        let span = span?;
        Some(rows(span.of(text), width).into_iter().map(move |row| row.shifted(span.start as usize)).collect::<Vec<_>>())
    };
    let left = wrapped(difference.left(), left).unwrap_or_default();
    let right = wrapped(difference.right(), right).unwrap_or_default();
    let row = |number: usize| VersionRow { left: left.get(number).copied(), right: right.get(number).copied(), of, first: number == 0 };
    (0..left.len().max(right.len())).map(row).collect()
}

impl Browse for Versions {
    fn title(&self, _app: &App) -> String {
        "Versions".to_string()
    }

    fn aside(&self) -> String {
        let (number, all) = self.number();
        format!("version {number} of {all} at the right")
    }

    fn settle(&mut self, app: &App, pane: Pane) {
        let rooms = pane.versions();
        let of = (self.left, self.right, rooms.left.width);
        if self.of != Some(of) {
            self.of = Some(of);
            self.read(app, rooms.left.width);
        }
        self.rows.keep_in_view(self.page(pane));
    }

    fn step(&mut self, motion: Motion) {
        self.rows.step(motion);
    }

    fn page(&self, pane: Pane) -> usize {
        usize::from(pane.versions().left.height)
    }

    fn target(&self, _app: &App) -> Option<Target> {
        let row = self.rows.current()?;
        let difference = self.difference(row.of);
        let left = difference.left().map(|span| Target::Passage(self.left, span, Pick::Passage));
        left.or_else(|| difference.right().map(|span| Target::Passage(self.right, span, Pick::Passage)))
    }

    fn entity(&self, _app: &App) -> Option<EntityId> {
        None
    }

    /// On to the next version, around and around.
    fn next_part(&mut self) {
        let others: Vec<ArticleId> = self.story.iter().copied().filter(|article| *article != self.left).collect();
        let here = others.iter().position(|article| *article == self.right).unwrap_or(0);
        self.right = others.get((here + 1) % others.len().max(1)).copied().unwrap_or(self.right);
    }

    fn click(&mut self, pane: Pane, _x: u16, y: u16) -> bool {
        let top = pane.versions().left.y;
        let row = self.rows.top() + usize::from(y.saturating_sub(top));
        let first = (0..=row).rev().find(|row| self.rows.all().get(*row).is_some_and(Row::leads));
        y >= top && first.is_some_and(|row| self.rows.go(row))
    }

    fn hints(&self) -> &'static [(Action, &'static str)] {
        &[
            (Action::Open, "go there"),
            (Action::NextPane, "next version"),
            (Action::Down, "next sentence"),
            (Action::Back, "back"),
            (Action::Help, "help"),
        ]
    }
}

impl App {
    /// The article that is meant beside the next version of its story.
    pub(super) fn visit_versions(&mut self) {
        let Some(left) = self.article_meant() else { return };
        let story = self.store.versions(left).to_vec();
        let here = story.iter().position(|article| *article == left).unwrap_or(0);
        match story.get((here + 1) % story.len().max(1)).copied().filter(|right| *right != left) {
            None => self.notify("no other version of this article is here"),
            Some(right) => {
                self.visit(View::Versions(Versions { left, right, differences: Vec::new(), rows: Rows::default(), of: None, story }));
            }
        }
    }
}
