//! Words a reader watches for, wherever they stand.

use super::query::Pattern;
use crate::text::{Case, Span, folded};

/// The words, in the order they were added; case, accents and hyphens do not matter.
#[derive(Debug, Default)]
pub struct WatchList {
    words: Vec<(String, Pattern)>,
}

impl WatchList {
    /// Words that say nothing are left out.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        let words = words.into_iter().filter_map(|word| Some((Pattern::words(&word, true)?, word)));
        Self { words: words.map(|(pattern, word)| (word, pattern)).collect() }
    }

    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    /// Adds a word, or takes it away when it is there; tells which, and nothing for a word that says nothing.
    pub fn toggle(&mut self, word: &str) -> Option<bool> {
        let key = folded(word, Case::Lower);
        let pattern = Pattern::words(word, true)?;
        let known = self.words.iter().position(|(other, _)| folded(other, Case::Lower) == key);
        match known {
            Some(known) => drop(self.words.remove(known)),
            None => self.words.push((word.to_string(), pattern)),
        }
        Some(known.is_none())
    }

    /// Where the words stand in a text, sorted; where two overlap, the one that begins first.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans: Vec<Span> = self.words.iter().flat_map(|(_, pattern)| pattern.spans(text)).collect();
        spans.sort_unstable();
        spans
    }
}
