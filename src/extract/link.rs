//! Candidates to names: which mentions of one article speak of the same thing, and what it is called.

use super::candidate::{Candidate, Identity};
use super::document::Document;
use super::lexicon::Lexicon;
use super::rules::identity;
use crate::model::{EntryId, Kind, Mention, Name, NameId};
use crate::text::{Case, folded};
use std::collections::HashMap;

/// The names and mentions of `settled`, numbered in the order they first stand in the text.
pub(super) fn link(doc: &Document, lexicon: &Lexicon, settled: &[Candidate]) -> (Vec<Name>, Vec<Mention>) {
    let mut names = Names::default();
    let mentions = settled
        .iter()
        .map(|candidate| Mention { span: doc.span(candidate.range.clone()), name: names.id(doc, lexicon, candidate), rule: candidate.rule })
        .collect();
    (names.names, mentions)
}

#[derive(Default)]
struct Names {
    names: Vec<Name>,
    by_key: HashMap<(Kind, Key), NameId>,
    /// What the gazetteer said of words it was asked about.
    asked: HashMap<Box<str>, Option<EntryId>>,
}

impl Names {
    /// Words that the gazetteer knows are its entry.
    fn resolved(&mut self, lexicon: &Lexicon, identity: Identity) -> Identity {
        let Identity::Named(words) = &identity else { return identity };
        let ask = || lexicon.forms.lookup(words).map(|(entry, _)| entry);
        let known = match self.asked.get(words) {
            Some(known) => *known,
            None => *self.asked.entry(words.clone()).or_insert_with(ask),
        };
        known.map_or(identity, Identity::Entry)
    }
}

/// What makes two mentions one name.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Entry(EntryId),
    Words(String),
}

impl Names {
    fn id(&mut self, doc: &Document, lexicon: &Lexicon, candidate: &Candidate) -> NameId {
        let (key, name) = match self.resolved(lexicon, identity(doc, candidate)) {
            Identity::Entry(entry) => {
                (Key::Entry(entry), Name { name: lexicon.name_of(entry).into(), kind: candidate.kind, entry: Some(entry) })
            }
            Identity::Named(words) => {
                (Key::Words(folded(&words, Case::Lower)), Name { name: written(&words), kind: candidate.kind, entry: None })
            }
        };
        *self.by_key.entry((candidate.kind, key)).or_insert_with(|| {
            self.names.push(name);
            NameId(self.names.len() as u32 - 1)
        })
    }
}

/// A name as it is shown: white space single, a town shouted in a dateline (`NEW WENDEN`) in small letters again.
fn written(words: &str) -> Box<str> {
    let words: Vec<String> =
        words.split_whitespace().map(|word| if is_shouted(word) { capitalised(word) } else { word.to_string() }).collect();
    words.join(" ").into()
}

fn is_shouted(word: &str) -> bool {
    word.chars().count() >= 6 && word.chars().all(|c| c.is_uppercase())
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_string() + &chars.as_str().to_lowercase())
}
