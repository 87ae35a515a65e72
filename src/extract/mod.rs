//! `&str` to annotations: pure, deterministic, no reading and no writing.
//!
//! A page is shaped (title, body, what is cut), its text is cut into tokens, and then each pass proposes names: the gazetteer,
//! short forms bound in brackets, persons, groups, places, and last the repeats of all these. Proposals are settled (longest
//! first), linked to names, and the quotes get their speakers from them.

mod antecedent;
mod beside;
mod candidate;
mod clause;
mod combine;
mod consistency;
mod continued;
mod document;
mod forms;
mod gazetteer;
mod gender;
mod join;
mod language;
mod lexicon;
mod link;
mod manners;
mod passages;
mod quotes;
mod reported;
mod rules;
mod shape;
mod speakers;
mod subject;
pub(crate) mod tagger;
mod tokens;
mod trim;
mod vocabulary;
mod voices;

pub use gazetteer::{BadLine, Coordinates, Entry, Gazetteer};
pub use passages::fingerprint;
pub use shape::Shape as PageShape;

use crate::model::{Annotations, Date};
use candidate::{Candidate, settle, settled};
use combine::combine;
use consistency::agree;
use document::Document;
use join::join;
use language::{is_foreign, language};
use lexicon::Lexicon;
use std::sync::Arc;
use tagger::{KnownWords, Stretch, Tagger};
use trim::trim;

/// Everything needed to read articles; made once, used by every thread.
pub struct Extractor {
    lexicon: Lexicon,
    shaper: shape::Shaper,
    tagger: Option<Tagger>,
}

impl Extractor {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self::with_tagger(gazetteer, Some(Tagger::builtin()))
    }

    /// The gazetteer and the rules alone.
    pub fn without_tagger(gazetteer: Arc<Gazetteer>) -> Self {
        Self::with_tagger(gazetteer, None)
    }

    pub(crate) fn with_tagger(gazetteer: Arc<Gazetteer>, tagger: Option<Tagger>) -> Self {
        // The two halves of starting up, side by side: sorting the gazetteer's names, compiling the patterns of a page.
        let (lexicon, shaper) = std::thread::scope(|scope| {
            let shaper = scope.spawn(shape::Shaper::new);
            (Lexicon::new(gazetteer), shaper.join().expect("the program's own patterns compile"))
        });
        Self { lexicon, shaper, tagger }
    }

    /// Takes a page apart. `title` is what the page's format calls its title, if it does.
    pub fn shape(&self, title: Option<&str>, page: &str) -> PageShape {
        self.shaper.shape(title, page, &self.lexicon)
    }

    /// Names, mentions and quotes of `text` (title, blank line, body), whose body starts at byte `body_start`.
    pub fn annotate(&self, text: &str, body_start: usize) -> Annotations {
        self.annotate_in(language(text), text, body_start)
    }

    /// The same where its language has been told already.
    pub(crate) fn annotate_in(&self, language: Option<&str>, text: &str, body_start: usize) -> Annotations {
        let doc = Document::new(text, body_start, &self.lexicon);
        let foreign = is_foreign(language);
        let mut settled = if foreign { settle(self.known(&doc)) } else { self.ruled(&doc) };
        if let Some(tagger) = self.tagger.as_ref().filter(|_| !foreign) {
            let learnt = tagger.names(&doc, &self.lexicon, &settled);
            settled = join(&doc, &self.lexicon, combine(&doc, settled, trim(&doc, &self.lexicon, learnt)));
            agree(&doc, &mut settled);
            settled = settle(rules::bound(&doc, &settled).into_iter().chain(settled).collect());
        }
        rules::name_in_full(&doc, &mut settled);
        settled.extend(rules::repeats(&doc, &settled));
        let (names, mentions) = link::link(&doc, &self.lexicon, &settle(settled));
        let quotes = speakers::attribute(&doc, &self.lexicon, &names, &mentions, quotes::quotations(text));
        Annotations { names, mentions, quotes }
    }

    /// The language of `text` by its shortest code in ISO 639 (`en`); nothing when that cannot be told.
    pub fn language(&self, text: &str) -> Option<&'static str> {
        language(text)
    }

    /// The first whole date in some words (`Sunday, 4th June 2017`); nothing where they say too little to be one (`03/04/2017`).
    pub fn date(&self, words: &str) -> Option<Date> {
        self.shaper.date(words)
    }

    /// Whether these words are a country's name.
    pub(crate) fn is_country(&self, words: &str) -> bool {
        self.lexicon.is_country(words)
    }

    /// What the tagger sees of a text, for its training; `first` is the tagger that goes over it first.
    pub(crate) fn lesson(&self, text: &str, body_start: usize, words: &KnownWords, first: Option<&Tagger>) -> Vec<Stretch> {
        let doc = Document::new(text, body_start, &self.lexicon);
        tagger::lesson(&doc, &self.lexicon, words, &self.ruled(&doc), first)
    }

    /// What the gazetteer and brackets name, in any language.
    fn known(&self, doc: &Document) -> Vec<Candidate> {
        let found = rules::known(doc, &self.lexicon);
        rules::bound(doc, &found).into_iter().chain(found).collect()
    }

    /// The names that the gazetteer and the rules find.
    fn ruled(&self, doc: &Document) -> Vec<Candidate> {
        let lexicon = &self.lexicon;
        let mut found = rules::known(doc, lexicon);
        let runs = rules::Runs::of(doc);
        let pieces = rules::pieces(doc, lexicon, &runs);
        found.extend(rules::datelines(doc));
        found.extend(rules::groups(doc, lexicon, &runs));
        found.extend(rules::persons(doc, lexicon, &pieces));
        found.extend(rules::bound(doc, &found));
        let places = rules::places(doc, lexicon, &runs, &settled(&found));
        found.extend(places);
        let persons = rules::beside_persons(doc, lexicon, &pieces, &settled(&found));
        found.extend(persons);
        settle(found)
    }
}
