//! Finding words in the open article, and watching for words in all.

use super::msg::Keep;
use super::reader::{Pick, Picked};
use super::state::App;

impl App {
    /// Looks for words in the text from what is in view on; none at all ends it.
    pub(super) fn seek(&mut self, words: String) {
        self.reader.sought = Some(words).filter(|words| !words.trim().is_empty());
        self.reader.picked = None;
        self.settle_shown();
        if self.reader.sought.is_none() {
            return;
        }
        let from = self.reader.text_shown().start;
        let hits = self.stops(Pick::Hit);
        let number = Some(hits.partition_point(|hit| hit.start < from)).filter(|number| *number < hits.len()).unwrap_or(0);
        match hits.get(number).copied() {
            Some(span) => {
                let of = hits.len();
                self.pick(Picked { what: Pick::Hit, span, number: number + 1, of });
            }
            None => self.notify("not in this article"),
        }
    }

    /// Watches for a word, or no longer.
    pub(super) fn watch(&mut self, word: &str) {
        let Some(on) = self.watched.toggle(word) else { return self.notify("that is no word to watch for") };
        self.notify(if on { format!("watching for {word}") } else { format!("no longer watching for {word}") });
        self.kept.push(Keep::Watch(word.to_string(), on));
        self.reader.forget_marks();
    }
}
