//! What was changed, so that it can be taken back and done again.

use super::loading::counted;
use super::marks::Marked;
use super::state::App;
use crate::model::{Change, Correction};

/// One change.
#[derive(Clone, Debug)]
pub enum Step {
    Filter {
        before: String,
        after: String,
    },
    Name(Correction),
    /// A correction was taken back.
    NoName(Correction),
    Marks(Vec<Marked>),
}

/// The changes that were made, and those that were taken back.
#[derive(Debug, Default)]
pub struct Changes {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Changes {
    /// Notes a change; what was taken back before cannot be done again then.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl App {
    pub(super) fn undo(&mut self) {
        match self.changes.done.pop() {
            Some(step) => {
                self.take(&step, Way::Back);
                self.notify(format!("undone: {}", words(&step)));
                self.changes.undone.push(step);
            }
            None => self.notify("nothing was changed before"),
        }
    }

    pub(super) fn redo(&mut self) {
        match self.changes.undone.pop() {
            Some(step) => {
                self.take(&step, Way::Again);
                self.notify(format!("done again: {}", words(&step)));
                self.changes.done.push(step);
            }
            None => self.notify("nothing was undone before"),
        }
    }

    fn take(&mut self, step: &Step, way: Way) {
        match (step, way) {
            (Step::Filter { before: text, .. }, Way::Back) | (Step::Filter { after: text, .. }, Way::Again) => {
                self.filter.replace(text.clone(), self.settings.today);
                self.search_anew();
            }
            (Step::Name(correction), Way::Back) | (Step::NoName(correction), Way::Again) => self.withdraw(correction),
            (Step::Name(correction), Way::Again) | (Step::NoName(correction), Way::Back) => self.correct(correction.clone()),
            (Step::Marks(marked), Way::Again) => self.apply_marks(marked),
            (Step::Marks(marked), Way::Back) => {
                let back =
                    |Marked { article, before, after }: &Marked| Marked { article: *article, before: after.clone(), after: before.clone() };
                self.apply_marks(&marked.iter().map(back).collect::<Vec<_>>());
            }
        }
    }
}

/// A change as a person says it.
fn words(step: &Step) -> String {
    match step {
        Step::Filter { before, after } if before.is_empty() => format!("filter {after}"),
        Step::Filter { .. } => "a change of the filter".to_string(),
        Step::Name(correction) => correction_words(correction),
        Step::NoName(correction) => format!("taking back: {}", correction_words(correction)),
        Step::Marks(marked) => format!("marks of {}", counted(marked.len(), "article", "articles")),
    }
}

/// `Hashd is the same as Popular Mobilization Units`
pub fn correction_words(Correction { name, change, .. }: &Correction) -> String {
    match change {
        Change::SameAs(_, other) => format!("{name} is the same as {other}"),
        Change::Called(other) => format!("{name} is called {other}"),
        Change::IsA(kind) => format!("{name} is a {}", kind.word()),
        Change::NotAName => format!("{name} is no name"),
        Change::Apart(alias) => format!("{alias} is not {name}"),
    }
}
