//! What the status line tells about the state.

use super::action::Action;
use super::keymap::Mode;
use super::reader::{Pick, Picked};
use super::state::{App, Focus};
use crate::model::Quote;

/// A key and what it does here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub key: String,
    pub does: String,
}

impl App {
    /// The left of the status line: what is wrong with the filter, else the answer to the last key, else what is picked, else how
    /// far the loading is.
    pub fn told(&self) -> Option<String> {
        let problem = self.filter.problems().first().filter(|_| self.filter.is_edited()).map(|problem| problem.reason.to_string());
        let picked = || self.reader.picked.map(|picked| self.picked_told(picked));
        let sequence =
            || (!self.pressed.is_empty()).then(|| self.pressed.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ") + " …");
        problem.or_else(sequence).or_else(|| self.notice.clone()).or_else(picked).or_else(|| self.loading.told())
    }

    fn picked_told(&self, picked: Picked) -> String {
        let Picked { number, of, .. } = picked;
        match picked.what {
            Pick::Hit => format!("hit {number} of {of}"),
            Pick::Passage => "the passage stands here".to_string(),
            Pick::Quote => format!("{} · quote {number} of {of}", self.speaker(picked).unwrap_or("speaker unknown".to_string())),
            Pick::Mention => {
                let entity = self.picked_entity().map(|id| self.store.entity(id));
                let name = entity.map(|entity| format!("{} ({})", entity.name, entity.kind.word()));
                format!("{} · mention {number} of {of}", name.unwrap_or_default())
            }
        }
    }

    /// Who said the picked quote, and the verb: `Musa Kerim — told`.
    fn speaker(&self, picked: Picked) -> Option<String> {
        let article = self.article()?;
        let quote = self.picked_quote(picked)?;
        let name = &self.store.entity(self.store.speaker(self.list.article()?, &quote)?).name;
        let cue = quote.cue.map(|cue| format!(" — {}", cue.of(&article.text)));
        Some(format!("{name}{}", cue.unwrap_or_default()))
    }

    /// The quote that is picked.
    pub(super) fn picked_quote(&self, picked: Picked) -> Option<Quote> {
        let article = self.article()?;
        let quotes = &article.annotations.quotes;
        let first = quotes.partition_point(|quote| quote.span.start < picked.span.start);
        quotes[first..].iter().take_while(|quote| quote.span.start == picked.span.start).find(|quote| quote.span == picked.span).copied()
    }

    /// The keys that matter most here.
    pub fn hints(&self) -> Vec<Hint> {
        if !self.pressed.is_empty() {
            return self.continuations();
        }
        let wanted: &[(Action, &'static str)] = match (self.mode(), self.focus) {
            (Mode::Overlay, _) => &[(Action::Down, "scroll"), (Action::Back, "close")],
            (Mode::Palette, _) => &[(Action::Down, "next"), (Action::Open, "do it"), (Action::Back, "leave")],
            (Mode::Filter, _) if self.prompt.is_some() => &[(Action::Open, "done"), (Action::Back, "leave")],
            (Mode::Filter, _) => &[(Action::Down, "next"), (Action::Open, "done"), (Action::Back, "leave")],
            (Mode::Browse, _) if self.view.is_some() => self.view.as_ref().map_or(&[], |view| view.browse().hints()),
            (Mode::Browse, Focus::List) => &[
                (Action::Open, "read"),
                (Action::Filter, "filter"),
                (Action::Quotes, "quotes"),
                (Action::Timeline, "timeline"),
                (Action::Map, "map"),
                (Action::NextPane, "pane"),
                (Action::Help, "help"),
            ],
            (Mode::Browse, Focus::Reader) if self.picked_entity().is_some() => &[
                (Action::NextMention, "name"),
                (Action::Entity, "its page"),
                (Action::Why, "why"),
                (Action::Open, "filter by it"),
                (Action::Back, "let go"),
                (Action::Help, "help"),
            ],
            (Mode::Browse, Focus::Reader) => &[
                (Action::NextMention, "name"),
                (Action::NextQuote, "quote"),
                (Action::Copy, "copy"),
                (Action::Find, "find"),
                (Action::Back, "list"),
                (Action::Help, "help"),
            ],
            (Mode::Browse, Focus::Names) => &[
                (Action::Entity, "its page"),
                (Action::Open, "filter by it"),
                (Action::NextMention, "mention"),
                (Action::SwitchScope, "all/this"),
                (Action::Back, "list"),
                (Action::Help, "help"),
            ],
        };
        let hint = |(action, does): &(Action, &str)| Some(Hint { key: self.keys(*action).next()?, does: does.to_string() });
        wanted.iter().filter_map(hint).collect()
    }

    /// How the keys pressed so far can go on.
    fn continuations(&self) -> Vec<Hint> {
        let bindings = self.settings.keymap.continuations(self.mode(), &self.pressed);
        bindings.map(|(key, action)| Hint { key: key.to_string(), does: action.words() }).collect()
    }

    fn keys(&self, action: Action) -> impl Iterator<Item = String> {
        self.settings.keymap.keys_for(self.mode(), action)
    }

    /// The first key of an action here; its help when it has none.
    pub fn key_for(&self, action: Action) -> String {
        self.keys(action).next().unwrap_or_default()
    }
}
