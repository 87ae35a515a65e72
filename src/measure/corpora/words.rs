//! Texts put together from words, for sets that come as words: spaces where a newsroom would have them.

use crate::measure::gold::{Gold, GoldMention};
use crate::model::Kind;
use crate::text::Span;

/// A text that grows word by word, and the names in it.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    mentions: Vec<GoldMention>,
    open: Option<(usize, Kind)>,
    glued: bool,
    quoted: bool,
}

/// Whether a word goes on with a name.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Outside,
    Begins(Kind),
    Inside(Kind),
}

impl Words {
    /// Adds a word behind a space, where English has one.
    pub fn push(&mut self, word: &str, label: Label) {
        let opens_quote = matches!(word, "``") || (word == "\"" && !self.quoted);
        let closes_quote = word == "''" || (word == "\"" && self.quoted);
        let tight = closes_quote
            || matches!(
                word,
                "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "'s" | "’s" | "n't" | "'re" | "'ll" | "'ve" | "'m" | "'d" | "-RRB-"
            );
        self.push_spaced(if opens_quote || closes_quote { "\"" } else { bracket(word) }, label, !tight && !self.glued);
        self.glued = opens_quote || matches!(word, "(" | "[" | "$" | "£" | "-LRB-");
        self.quoted = (self.quoted || opens_quote) && !closes_quote;
    }

    /// Adds a word, behind a space or not.
    pub fn push_spaced(&mut self, word: &str, label: Label, space: bool) {
        let goes_on = matches!((label, self.open), (Label::Inside(kind), Some((_, open))) if kind == open);
        if !goes_on {
            self.close();
        }
        if space && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        if let (Label::Begins(kind) | Label::Inside(kind), false) = (label, goes_on) {
            self.open = Some((self.text.len(), kind));
        }
        self.text.push_str(word);
    }

    /// Ends a sentence: one without its full stop is a headline or an item, and stands on a line of its own.
    pub fn end_sentence(&mut self) {
        self.close();
        (self.glued, self.quoted) = (false, false);
        if !self.text.is_empty() && !self.text.ends_with(['.', '!', '?', '"', '\n', ')']) {
            self.text.push('\n');
        }
    }

    pub fn end_paragraph(&mut self) {
        self.end_sentence();
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The document so far; what follows is another.
    pub fn take(&mut self, name: String) -> Gold {
        self.close();
        let words = std::mem::take(self);
        let mentions = words.mentions.into_iter().filter_map(|mention| named(&words.text, mention)).collect();
        Gold { name, text: words.text, mentions, ..Gold::default() }
    }

    fn close(&mut self) {
        if let Some((start, kind)) = self.open.take() {
            self.mentions.push(GoldMention { span: Span::new(start, self.text.len()), kind: Some(kind) });
        }
    }
}

fn bracket(word: &str) -> &str {
    match word {
        "-LRB-" => "(",
        "-RRB-" => ")",
        _ => word,
    }
}

/// A mention cut to this project's guideline: no leading article, and a capital (or a digit) at its start.
pub(super) fn named(text: &str, mention: GoldMention) -> Option<GoldMention> {
    let words = mention.span.of(text);
    let article =
        ["the ", "The ", "THE ", "a ", "an "].iter().find(|article| words.starts_with(**article)).map_or(0, |article| article.len());
    let rest = words[article..].trim_end_matches("'s").trim_end_matches("’s").trim_end();
    let start = mention.span.start as usize + article;
    let is_name = !PRONOUNS.contains(&rest) && rest.split([' ', '-']).any(|word| word.starts_with(char::is_uppercase));
    is_name.then(|| GoldMention { span: Span::new(start, start + rest.len()), ..mention })
}

/// Sets that mark every word for somebody mark these too.
const PRONOUNS: &[&str] = &[
    "I",
    "You",
    "He",
    "She",
    "It",
    "We",
    "They",
    "His",
    "Her",
    "Its",
    "Our",
    "Their",
    "Who",
    "This",
    "These",
    "Those",
    "Prime Minister",
    "President",
];
