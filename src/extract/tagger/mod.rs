//! A statistical tagger for what no list has: a structured averaged perceptron (Collins 2002) over hashed features.
//!
//! Only runs of capitalised words are tagged, with the small words that join them (`Bank of Lund`); all other words are outside.
//! What the rules found is among its features, so it learns how far to trust them.

mod decode;
mod evidence;
mod features;
mod known;
mod lesson;
mod lines;
mod rows;
mod segments;
mod weights;

pub(crate) use decode::best_path;
pub(crate) use known::{Known, KnownWords};
pub(crate) use lesson::Stretch;
pub(in crate::extract) use lesson::lesson;
pub(crate) use weights::{ROWS, TAGS, Tag, Transitions, Weights, transitions};

use decode::Decoder;
use features::Features;
use rows::Rows;
use segments::{Segment, segments};

use super::candidate::Candidate;
use super::document::Document;
use super::lexicon::Lexicon;
use crate::model::Rule;

/// What the tagger knows: its weights, and the words it has met.
pub(crate) struct Tagger {
    weights: Weights,
    words: KnownWords,
}

impl Tagger {
    /// The one inside the program, trained by `dateline train`.
    pub fn builtin() -> Self {
        Self {
            weights: Weights::new(include_bytes!("../../../assets/tagger/weights.bin")),
            words: KnownWords::new(include_bytes!("../../../assets/tagger/words.bin").as_slice()),
        }
    }

    pub fn new(weights: Weights, words: KnownWords) -> Self {
        Self { weights, words }
    }

    /// The names in `doc`. `settled` are those the rules found. The text is gone over twice: what is a name in one place tells
    /// what it is in another.
    pub(super) fn names(&self, doc: &Document, lexicon: &Lexicon, settled: &[Candidate]) -> Vec<Candidate> {
        let segments = segments(doc, settled);
        let features = Features::of(doc, lexicon, &self.words, settled, &segments);
        let lasting = self.lasting(&features, &segments);
        let first = self.tagged(&features, &lasting, &segments);
        let mut out = self.tagged(&features.again(&first), &lasting, &segments);
        out.retain(|name| !self.is_headline_word(doc, name));
        out
    }

    /// The names the first reading finds.
    fn first(&self, features: &Features, segments: &[Segment]) -> Vec<Candidate> {
        self.tagged(features, &self.lasting(features, segments), segments)
    }

    /// What the features that both readings share add up to, for each token of each segment in turn.
    fn lasting(&self, features: &Features, segments: &[Segment]) -> Vec<[i16; TAGS]> {
        let mut rows = Rows::new();
        let mut out = Vec::with_capacity(segments.iter().map(|segment| segment.range.len()).sum());
        for index in segments.iter().flat_map(|segment| segment.range.clone()) {
            rows.clear();
            features.lasting_rows(index, &mut rows);
            out.push(self.weights.sum(rows.list()));
        }
        out
    }

    fn tagged(&self, features: &Features, lasting: &[[i16; TAGS]], segments: &[Segment]) -> Vec<Candidate> {
        let mut rows = Rows::new();
        let mut score = |index: usize, lasting: &[i16; TAGS]| {
            rows.clear();
            features.learnt(index, &mut rows);
            let learnt = self.weights.sum(rows.list());
            std::array::from_fn(|tag| i32::from(lasting[tag]) + i32::from(learnt[tag]))
        };
        let mut lasting = lasting.iter();
        let mut decoder = Decoder::default();
        let mut scores: Vec<[i32; TAGS]> = Vec::new();
        let mut out = Vec::new();
        for segment in segments {
            scores.clear();
            scores.extend(segment.range.clone().zip(&mut lasting).map(|(index, lasting)| score(index, lasting)));
            push_names(segment.range.start, decoder.best_path(&scores, self.weights.transitions()), &mut out);
        }
        out
    }

    /// `Rain Falls`: in a headline a word that is known to be written small, and that the body does not write with a capital.
    fn is_headline_word(&self, doc: &Document, name: &Candidate) -> bool {
        let at = name.range.start;
        let is_word = name.range.end <= doc.body && name.range.len() == 1 && self.words.has(Known::Small, doc.hash(at));
        is_word && !(doc.body..doc.tokens.len()).any(|other| doc.hash(other) == doc.hash(at) && doc.is_capital(other))
    }
}

/// Spans of tags that begin a name and go on with it. A stretch begins behind the name before it.
fn push_names(start: usize, tags: &[Tag], out: &mut Vec<Candidate>) {
    let before = out.len();
    for (at, tag) in (start..).zip(tags) {
        let last = out[before..].last_mut().filter(|last| last.range.end == at);
        match (tag.kind(), last) {
            (Some(kind), Some(last)) if tag.goes_on() && last.kind == kind => last.range.end = at + 1,
            (Some(kind), _) => out.push(Candidate::new(at..at + 1, kind, Rule::Learnt)),
            (None, _) => {}
        }
    }
}
