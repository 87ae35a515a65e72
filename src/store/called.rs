//! Who is called what: a column of all names and forms of all entities, in the order in which they were found.

use super::EntityId;
use super::names::NameTable;

/// The forms of entities as found; what corrections make of a few entities is not here.
#[derive(Default)]
pub(super) struct Called {
    forms: NameTable,
    /// Whose form each row is.
    bearers: Vec<EntityId>,
}

impl Called {
    /// Adds a folded form.
    pub fn push(&mut self, bearer: EntityId, form: &str) {
        self.forms.push_folded(form);
        self.bearers.push(bearer);
    }

    pub fn forms(&self) -> &NameTable {
        &self.forms
    }

    pub fn bearer(&self, row: u32) -> EntityId {
        self.bearers[row as usize]
    }
}
