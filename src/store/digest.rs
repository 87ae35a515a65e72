//! What the store takes in of an article. It is made where the article is read, so that the thread that owns the store folds nothing,
//! sorts nothing and takes nothing apart: it looks up and notes down.

use super::keys::Fresh;
use super::stories::{Body, distinct};
use crate::model::{Article, ContentId, EntryId, Kind, Name, NameId, Passage, QuoteKind};
use crate::text::{Case, Span, folded};
use std::collections::HashMap;

/// Of one article.
#[derive(Debug)]
pub struct Digest {
    pub(super) content: ContentId,
    pub(super) keys: Fresh,
    /// By number, as in the article.
    names: Vec<Named>,
    /// In the order in which they stand in the text for the first time.
    forms: Vec<Form>,
    /// What names and forms are spans of.
    words: Box<str>,
    /// The direct ones: number among all quotes, speaker.
    pub(super) quotes: Vec<(u32, Option<NameId>)>,
    pub(super) body: Body,
    /// Each once.
    pub(super) passages: Vec<Passage>,
}

#[derive(Copy, Clone, Debug)]
struct Named {
    kind: Kind,
    entry: Option<EntryId>,
    name: Span,
    key: Span,
}

#[derive(Copy, Clone, Debug)]
struct Form {
    name: NameId,
    written: Span,
    key: Span,
    mentions: u32,
}

/// Words and what they are compared by.
#[derive(Copy, Clone, Debug)]
pub(super) struct Keyed<'a> {
    pub words: &'a str,
    /// Folded.
    pub key: &'a str,
}

impl Digest {
    pub fn of(article: &Article) -> Self {
        let direct = article.annotations.quotes.iter().zip(0..).filter(|(quote, _)| quote.kind == QuoteKind::Direct);
        let mut pool = Pool::default();
        let names = article.annotations.names.iter().map(|name| pool.named(name)).collect();
        let forms = pool.forms(article);
        Self {
            content: article.id,
            keys: Fresh::of(article),
            names,
            forms,
            words: pool.words.into(),
            quotes: direct.map(|(quote, number)| (number, quote.speaker)).collect(),
            body: Body::of(&article.fingerprint),
            passages: distinct(&article.fingerprint),
        }
    }

    /// The names: kind, line of the gazetteer, name.
    pub(super) fn names(&self) -> impl Iterator<Item = (Kind, Option<EntryId>, Keyed<'_>)> {
        self.names.iter().map(|named| (named.kind, named.entry, self.keyed(named.name, named.key)))
    }

    /// How the names are written, and how often: each form of each name once.
    pub(super) fn forms(&self) -> impl Iterator<Item = (NameId, Keyed<'_>, u32)> {
        self.forms.iter().map(|form| (form.name, self.keyed(form.written, form.key), form.mentions))
    }

    fn keyed(&self, words: Span, key: Span) -> Keyed<'_> {
        Keyed { words: words.of(&self.words), key: key.of(&self.words) }
    }
}

/// All strings of a digest, one behind the other: they are given back at once.
#[derive(Default)]
struct Pool {
    words: String,
}

impl Pool {
    fn add(&mut self, words: &str) -> Span {
        let start = self.words.len();
        self.words.push_str(words);
        Span::new(start, self.words.len())
    }

    fn named(&mut self, name: &Name) -> Named {
        Named { kind: name.kind, entry: name.entry, name: self.add(&name.name), key: self.add(&folded(&name.name, Case::Lower)) }
    }

    fn forms(&mut self, article: &Article) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        let mut known: HashMap<(NameId, &str), usize, foldhash::fast::FixedState> = HashMap::default();
        for mention in &article.annotations.mentions {
            let written = mention.span.of(&article.text);
            let number = *known.entry((mention.name, written)).or_insert_with(|| {
                let (key, written) = (self.add(&folded(written, Case::Lower)), self.add(written));
                forms.push(Form { name: mention.name, written, key, mentions: 0 });
                forms.len() - 1
            });
            forms[number].mentions += 1;
        }
        forms
    }
}
