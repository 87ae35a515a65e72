//! Why a name is marked: what marked it, how sure that is, what else its words may mean, and how to change it.

use super::overlay::{Overlay, Topic};
use super::state::App;
use super::undo::correction_words;
use crate::model::{EntryId, Mention, Rule};
use crate::store::EntityId;

/// The reasons for one mention.
#[derive(Clone, Debug)]
pub struct Why {
    /// The words that are marked.
    pub words: String,
    /// What they mean by now; nothing when the user said that they are no name.
    pub entity: Option<EntityId>,
    pub rule: Rule,
    /// The gazetteer's line for the entity: `world.tsv:2739`.
    pub line: Option<String>,
    /// Other lines of the gazetteer that these words may mean.
    pub others: Vec<EntryId>,
    /// Other entities of this corpus that are called so: the words are ambiguous.
    pub shared_with: Vec<EntityId>,
    /// The user's corrections that speak of it.
    pub corrections: Vec<String>,
}

impl App {
    /// Tells why the name that is picked is marked, or else the first mention in this article of the name that is meant.
    pub(super) fn ask_why(&mut self) {
        match self.mention_meant().map(|mention| self.why(mention)) {
            Some(why) => {
                self.why = Some(why);
                self.overlay = Some(Overlay::new(Topic::Why));
            }
            None => self.notify("no name is picked here"),
        }
    }

    fn mention_meant(&self) -> Option<Mention> {
        let (id, article) = (self.list.article()?, self.article()?);
        let mentions = &article.annotations.mentions;
        let picked = self.reader.picked.and_then(|picked| mentions.iter().find(|mention| mention.span == picked.span));
        let meant = || {
            let entity = self.entity_meant()?;
            mentions.iter().find(|mention| self.store.entity_at(id, mention) == Some(entity))
        };
        picked.or_else(meant).copied()
    }

    fn why(&self, mention: Mention) -> Why {
        let id = self.list.article();
        let entity = id.and_then(|id| self.store.entity_at(id, &mention));
        let article = self.article();
        let (text, name) = article.as_ref().map_or((String::new(), None), |article| {
            (mention.span.of(&article.text).to_string(), Some(article.annotations.name(mention.name)))
        });
        let (gazetteer, entry) = (self.store.gazetteer(), name.and_then(|name| name.entry));
        let about = |name: &str| *name == *text || entity.is_some_and(|entity| *self.store.entity(entity).name == *name);
        let corrections = self.store.corrections().iter().filter(|correction| {
            let found = name.is_some_and(|name| *name.name == *correction.name);
            found || about(&correction.name)
        });
        Why {
            entity,
            rule: mention.rule,
            line: entry.map(|entry| gazetteer.origin(entry)),
            others: gazetteer.bearers_of(&text).into_iter().filter(|other| Some(*other) != entry).collect(),
            shared_with: entity.map(|entity| self.store.also_called(entity, &text)).unwrap_or_default(),
            corrections: corrections.map(correction_words).collect(),
            words: text,
        }
    }
}
