//! How well words fit names, headlines and tags.

use super::Store;
use super::entities::{Entity, EntityId};
use super::fuzzy::{Fuzzy, begins_word};
use super::letters::Letters;
use super::query::{How, Kinds, Needle};
use crate::text::{Case, folded};
use std::collections::HashSet;

/// Many mentions make an article a better hit, up to this many.
pub(super) const MENTIONS_THAT_COUNT: u32 = 20;
pub(super) const WHOLE_PHRASE: i64 = 500;
const PART: i64 = 300;

impl Store {
    /// The entities called most like some words, the best first, at most `most`: all of the words fuzzily, or the whole name.
    pub fn called_like(&self, words: &str, most: usize) -> Vec<EntityId> {
        let (search, letters) = (Search::of(self), Letters::of(&folded(words, Case::Lower)));
        let needles: Vec<Needle> =
            folded(words, Case::Lower).split_whitespace().map(|word| Needle { how: How::Fuzzy, word: word.into() }).collect();
        let score =
            |entity: &Entity| needles.iter().map(|needle| search.entity(entity, needle)).try_fold(0, |sum, score| Some(sum + score?));
        let scored = self
            .entities()
            .filter(|(_, entity)| entity.letters.hold(letters))
            .filter_map(|(id, entity)| Some((score(entity)? + i64::from(entity.mentions.min(MENTIONS_THAT_COUNT)), id)));
        let mut scored: Vec<(i64, EntityId)> = scored.collect();
        scored.sort_unstable_by_key(|(score, id)| (std::cmp::Reverse(*score), *id));
        scored.into_iter().take(most).map(|(_, id)| id).collect()
    }
}

/// What scores words.
pub(super) struct Search<'a> {
    pub store: &'a Store,
    pub fuzzy: Fuzzy,
}

impl Search<'_> {
    pub fn of(store: &Store) -> Search<'_> {
        Search { store, fuzzy: Fuzzy::new() }
    }

    /// Those of some entities that a needle fits.
    pub fn fitting(&self, entities: impl Iterator<Item = EntityId>, needle: &Needle, kinds: Option<Kinds>) -> HashSet<EntityId> {
        let named: HashSet<EntityId> = entities.collect();
        let wanted = named
            .into_iter()
            .map(|entity| (entity, self.store.entity(entity)))
            .filter(|(_, entity)| kinds.is_none_or(|kinds| kinds.hold(entity.kind)));
        wanted.filter_map(|(id, entity)| self.entity(entity, needle).map(|_| id)).collect()
    }

    /// How well a needle fits one of an entity's names.
    pub fn entity(&self, entity: &Entity, needle: &Needle) -> Option<i64> {
        entity.forms.iter().filter_map(|form| self.score(form, needle)).max()
    }

    pub fn score(&self, text: &str, needle: &Needle) -> Option<i64> {
        score(&self.fuzzy, text, needle)
    }
}

/// How well a needle fits a folded text.
pub(super) fn score(fuzzy: &Fuzzy, text: &str, needle: &Needle) -> Option<i64> {
    let word = needle.word.as_str();
    let part = |holds: bool| holds.then_some(PART + i64::from(text == word));
    match needle.how {
        How::Fuzzy => fuzzy.score(text, word),
        How::Exact => part(text.contains(word)),
        How::Prefix => part(text.starts_with(word)),
        How::Suffix => part(text.ends_with(word)),
        How::Phrase if text == word => Some(WHOLE_PHRASE),
        How::Phrase => part(has_words(text, word)),
    }
}

/// A tag that is not the needle's word itself.
pub(super) fn part_of_tag(key: &str, needle: &Needle) -> bool {
    match needle.how {
        How::Fuzzy | How::Prefix => key.starts_with(&needle.word),
        How::Exact => key.contains(&needle.word),
        How::Suffix => key.ends_with(&needle.word),
        How::Phrase => false,
    }
}

/// `words` stand in `text` as whole words.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| begins_word(text, at) && !text[at + words.len()..].starts_with(char::is_alphanumeric))
}
