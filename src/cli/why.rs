//! Why a mark was made, for `export --why`: the layer, the gazetteer's line, and who else bears the name.

use crate::extract::Gazetteer;
use crate::model::{EntryId, Mention, Name, Rule};
use crate::text::{Case, folded};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// What made a mention.
#[derive(Serialize)]
pub(super) struct Why {
    rule: Rule,
    /// The gazetteer's line for the entity: `world.tsv:2739`.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<String>,
    /// Other entities that these very words may mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<Other>,
}

#[derive(Serialize)]
struct Other {
    entity: String,
    kind: String,
    line: String,
}

/// All bearers of all names.
pub(super) struct Reasons {
    gazetteer: Arc<Gazetteer>,
    bearers: HashMap<String, Vec<EntryId>>,
}

impl Reasons {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self { bearers: gazetteer.bearers(), gazetteer }
    }

    /// `words` are the mention's own.
    pub fn of(&self, mention: &Mention, name: &Name, words: &str) -> Why {
        let bearers = self.bearers.get(&folded(words, Case::Lower)).map_or(&[][..], |bearers| bearers);
        let others = bearers.iter().filter(|&&id| Some(id) != name.entry).map(|&id| self.other(id)).collect();
        Why { rule: mention.rule, line: name.entry.map(|id| self.gazetteer.origin(id)), others }
    }

    fn other(&self, id: EntryId) -> Other {
        let entry = self.gazetteer.entry(id);
        let kind =
            if entry.subkind.is_empty() { entry.kind.word().to_string() } else { format!("{}/{}", entry.kind.word(), entry.subkind) };
        Other { entity: entry.name.to_string(), kind, line: self.gazetteer.origin(id) }
    }
}
