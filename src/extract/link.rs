//! Candidates to names: which mentions of one article speak of the same thing, and what it is called.

use super::candidate::{Candidate, Identity};
use super::document::Document;
use super::lexicon::Lexicon;
use super::rules::identity;
use crate::model::{EntryId, Kind, Mention, Name, NameId};
use crate::text::{Case, folded};
use foldhash::fast::FixedState;
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

/// What makes two mentions one name.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Entry(EntryId),
    Words(String),
}

#[derive(Default)]
struct Names {
    names: Vec<Name>,
    by_key: HashMap<(Kind, Key), NameId, FixedState>,
    /// By what was said of candidates before.
    met: HashMap<(Kind, Identity), NameId, FixedState>,
}

impl Names {
    fn id(&mut self, doc: &Document, lexicon: &Lexicon, candidate: &Candidate) -> NameId {
        let who = (candidate.kind, identity(doc, candidate));
        if let Some(id) = self.met.get(&who) {
            return *id;
        }
        let id = self.new_id(doc, lexicon, candidate.kind, who.1);
        self.met.insert(who, id);
        id
    }

    fn new_id(&mut self, doc: &Document, lexicon: &Lexicon, kind: Kind, identity: Identity) -> NameId {
        let resolved = resolved(doc, lexicon, identity);
        let key = match resolved {
            Identity::Entry(entry) => Key::Entry(entry),
            Identity::Named(words) => Key::Words(folded(words.span.of(doc.text), Case::Lower)),
        };
        *self.by_key.entry((kind, key)).or_insert_with(|| {
            self.names.push(match resolved {
                Identity::Entry(entry) => Name { name: lexicon.name_of(entry).into(), kind, entry: Some(entry) },
                Identity::Named(words) => Name { name: written(words.span.of(doc.text)), kind, entry: None },
            });
            NameId(self.names.len() as u32 - 1)
        })
    }
}

/// Words that the gazetteer knows are its entry.
fn resolved(doc: &Document, lexicon: &Lexicon, identity: Identity) -> Identity {
    let Identity::Named(words) = identity else { return identity };
    lexicon.forms.lookup(words.span.of(doc.text)).map_or(identity, |(entry, _)| Identity::Entry(entry))
}

/// A name as it is shown: white space single, a town shouted in a dateline (`NEW WENDEN`) in small letters again.
fn written(words: &str) -> Box<str> {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if is_shouted(word) { out.push_str(&capitalised(word)) } else { out.push_str(word) }
    }
    out.into()
}

fn is_shouted(word: &str) -> bool {
    word.chars().count() >= 6 && word.chars().all(|c| c.is_uppercase())
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_string() + &chars.as_str().to_lowercase())
}
