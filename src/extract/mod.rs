//! `&str` to annotations: pure, deterministic, no reading and no writing.
//!
//! A page is shaped (title, body, what is cut), its text is cut into tokens, and then each pass proposes names: the gazetteer,
//! short forms bound in brackets, persons, groups, places, and last the repeats of all these. Proposals are settled (longest
//! first), linked to names, and the quotes get their speakers from them.

mod candidate;
mod document;
mod forms;
mod gazetteer;
mod lexicon;
mod link;
mod quotes;
mod rules;
mod shape;
mod speakers;
mod tokens;

pub use gazetteer::{BadLine, Coordinates, Entry, Gazetteer};
pub use shape::Shape as PageShape;

use crate::model::Annotations;
use candidate::settle;
use document::Document;
use lexicon::Lexicon;
use std::sync::Arc;

/// Everything needed to read articles; made once, used by every thread.
pub struct Extractor {
    lexicon: Lexicon,
    shaper: shape::Shaper,
}

impl Extractor {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self { lexicon: Lexicon::new(gazetteer), shaper: shape::Shaper::new() }
    }

    /// Takes a page apart. `title` is what the page's format calls its title, if it does.
    pub fn shape(&self, title: Option<&str>, page: &str) -> PageShape {
        self.shaper.shape(title, page, &self.lexicon)
    }

    /// Names, mentions and quotes of `text` (title, blank line, body), whose body starts at byte `body_start`.
    pub fn annotate(&self, text: &str, body_start: usize) -> Annotations {
        let doc = Document::new(text, body_start);
        let lexicon = &self.lexicon;
        let mut found = rules::known(&doc, lexicon);
        found.extend(rules::groups(&doc, lexicon));
        found.extend(rules::persons(&doc, lexicon));
        found.extend(rules::bound(&doc, lexicon, &found));
        found.extend(rules::places(&doc, lexicon, &settle(found.clone())));
        found.extend(rules::beside_persons(&doc, lexicon, &settle(found.clone())));
        let mut settled = settle(found);
        rules::name_in_full(&doc, &mut settled);
        settled.extend(rules::repeats(&doc, &settled));
        let (names, mentions) = link::link(&doc, lexicon, &settle(settled));
        let quotes = speakers::attribute(&doc, lexicon, &names, &mentions, quotes::quotations(text));
        Annotations { names, mentions, quotes }
    }
}
