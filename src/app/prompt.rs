//! A line that is asked for: a new name, words to find.

use super::key::{KeyEvent, edit, insert};
use super::marks::Reach;
use super::state::App;
use crate::model::Change;
use crate::store::EntityId;
use crate::text::Span;
use tui_input::Input;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// What an entity is called.
    Rename(EntityId),
    /// Words to find in the article.
    Find,
    Tag(Reach),
    /// A note on this part of the text.
    Note(Span),
    /// A word to watch for, or no longer.
    Watch,
    /// What the view is to be called that is to be saved.
    SaveView,
}

impl Ask {
    /// What stands before the line.
    pub fn words(&self) -> &'static str {
        match self {
            Ask::Rename(_) => "called",
            Ask::Find => "find",
            Ask::Tag(Reach::One) => "tag",
            Ask::Tag(Reach::Listed) => "tag all that is listed",
            Ask::Note(_) => "note",
            Ask::Watch => "watch for (again: no longer)",
            Ask::SaveView => "save this view as",
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
        self.find_along();
    }

    /// While words to find are typed, the first of them is in view.
    fn find_along(&mut self) {
        let sought = self.prompt.as_ref().filter(|prompt| prompt.ask == Ask::Find).map(|prompt| prompt.input.value().to_string());
        if let Some(sought) = sought {
            self.seek(sought);
        }
    }

    /// Leaves the line; what it was for is not done.
    pub(super) fn leave_prompt(&mut self) -> bool {
        let left = self.prompt.take();
        if left.as_ref().is_some_and(|prompt| prompt.ask == Ask::Find) {
            self.reader.sought = None;
        }
        left.is_some()
    }

    /// The line is whole.
    pub(super) fn answer(&mut self) {
        let Some(Prompt { ask, input }) = self.prompt.take() else { return };
        let text = input.value().trim();
        match ask {
            Ask::Rename(entity) if text.is_empty() || *self.store.entity(entity).name == *text => {}
            Ask::Rename(entity) => self.change_name(entity, Change::Called(text.into())),
            Ask::Find => self.seek(text.to_string()),
            Ask::Note(span) => self.note(span, text),
            _ if text.is_empty() => {}
            Ask::Tag(reach) => self.tag(reach, text),
            Ask::Watch => self.watch(text),
            Ask::SaveView => self.save_view(text),
        }
    }
}
