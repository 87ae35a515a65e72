//! A line that is asked for: a new name, words to find.

use super::key::{KeyEvent, edit, insert};
use super::state::App;
use crate::model::Change;
use crate::store::EntityId;
use tui_input::Input;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What an entity is called.
    Rename(EntityId),
}

impl Ask {
    /// What stands before the line.
    pub fn words(&self) -> &'static str {
        match self {
            Ask::Rename(_) => "called",
        }
    }
}

/// The line being typed.
#[derive(Debug)]
pub struct Prompt {
    pub ask: Ask,
    pub input: Input,
}

impl Prompt {
    /// Adds pasted text at the cursor. It is one line.
    pub fn paste(&mut self, text: &str) {
        insert(&mut self.input, text);
    }
}

impl App {
    /// Begins to ask; `text` is what the line begins with.
    pub(super) fn ask(&mut self, ask: Ask, text: String) {
        self.prompt = Some(Prompt { ask, input: Input::new(text) });
    }

    pub(super) fn key_for_prompt(&mut self, key: KeyEvent) {
        if let Some(prompt) = &mut self.prompt {
            edit(&mut prompt.input, key);
        }
    }

    /// The line is whole.
    pub(super) fn answer(&mut self) {
        let Some(Prompt { ask, input }) = self.prompt.take() else { return };
        let text = input.value().trim();
        match ask {
            Ask::Rename(entity) if text.is_empty() || *self.store.entity(entity).name == *text => {}
            Ask::Rename(entity) => self.change_name(entity, Change::Called(text.into())),
        }
    }
}
