//! The filter: the line being typed, what it means, and what it was before.

use super::key::{KeyEvent, edit, insert};
use crate::model::Date;
use crate::store::{Problem, Query};
use tui_input::Input;

/// The filter of the list.
#[derive(Debug, Default)]
pub struct Filter {
    input: Input,
    /// While it is being typed: what it was when that began.
    before: Option<String>,
    /// The last text that could be read whole.
    query: Query,
    problems: Vec<Problem>,
}

impl Filter {
    pub fn text(&self) -> &str {
        self.input.value()
    }

    pub fn input(&self) -> &Input {
        &self.input
    }

    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The parts of the text that cannot be read yet.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    pub fn is_edited(&self) -> bool {
        self.before.is_some()
    }

    pub fn begin(&mut self) {
        self.before.get_or_insert_with(|| self.input.value().to_string());
    }

    /// Ends the typing; what was typed stays. What it was before, when that was something else.
    pub fn end(&mut self) -> Option<String> {
        self.before.take().filter(|before| before != self.text())
    }

    /// Gives a key to the line; true if the text changed.
    pub fn key(&mut self, key: KeyEvent, today: Date) -> bool {
        let changed = edit(&mut self.input, key);
        if changed {
            self.read(today);
        }
        changed
    }

    /// Adds pasted text at the cursor. A filter is one line.
    pub fn paste(&mut self, text: &str, today: Date) {
        insert(&mut self.input, text);
        self.read(today);
    }

    /// Sets the whole text.
    pub fn replace(&mut self, text: String, today: Date) {
        self.input = Input::new(text);
        self.read(today);
    }

    /// What is still to come is left out; what is half said changes nothing: the last good query stays.
    fn read(&mut self, today: Date) {
        let parsed = Query::parse(self.text(), today);
        if parsed.problems.iter().all(|problem| problem.waits) {
            self.query = parsed.query;
        }
        self.problems = parsed.problems;
    }
}
