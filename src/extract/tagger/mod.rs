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
mod look;
mod memory;
mod rows;
mod segments;
mod spelling;
mod weights;

pub(crate) use decode::best_path;
pub(crate) use known::{Known, KnownWords};
pub(crate) use lesson::Stretch;
pub(in crate::extract) use lesson::lesson;
pub(crate) use weights::{ROWS, TAGS, Tag, Transitions, Weights, transitions};

use decode::Decoder;
use features::Features;
use memory::Memory;
use segments::{Segment, segments};
use weights::Added;

use super::candidate::Candidate;
use super::document::Document;
use super::lexicon::Lexicon;
use crate::model::Rule;
use std::sync::{Mutex, PoisonError};

/// What the tagger knows: its weights, and the words it has met.
pub(crate) struct Tagger {
    weights: Weights,
    words: KnownWords,
    /// Of threads that are not at it now: an article takes one and puts it back.
    memories: Mutex<Vec<Memory>>,
}

impl Tagger {
    /// The one inside the program, trained by `dateline train`.
    pub fn builtin() -> Self {
        let weights = Weights::new(include_bytes!("../../../assets/tagger/weights.bin"));
        Self::new(weights, KnownWords::new(include_bytes!("../../../assets/tagger/words.bin").as_slice()))
    }

    pub fn new(weights: Weights, words: KnownWords) -> Self {
        Self { weights, words, memories: Mutex::default() }
    }

    /// The names in `doc`. `settled` are those the rules found. The text is gone over twice: what is a name in one place tells
    /// what it is in another.
    pub(super) fn names(&self, doc: &Document, lexicon: &Lexicon, settled: &[Candidate]) -> Vec<Candidate> {
        let segments = segments(doc, settled);
        let mut memory = self.memories().pop().unwrap_or_default();
        let features = Features::of(doc, lexicon, &self.words, settled, &segments, &mut memory.known);
        let lasting = self.lasting(doc, &features, &segments, &mut memory);
        self.memories().push(memory);
        let first = self.tagged(&features, &lasting, &segments);
        let mut out = self.tagged(&features.again(&first), &lasting, &segments);
        out.retain(|name| !self.is_headline_word(doc, name));
        out
    }

    /// The names the first reading finds.
    fn first(&self, doc: &Document, features: &Features, segments: &[Segment]) -> Vec<Candidate> {
        self.tagged(features, &self.lasting(doc, features, segments, &mut Memory::default()), segments)
    }

    /// A list of what is worth keeping is whole at any time, whoever failed while he had it.
    fn memories(&self) -> std::sync::MutexGuard<'_, Vec<Memory>> {
        self.memories.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the features that both readings share add up to, for each token of each segment in turn.
    fn lasting(&self, doc: &Document, features: &Features, segments: &[Segment], memory: &mut Memory) -> Vec<Added> {
        let mut out = Vec::with_capacity(segments.iter().map(|segment| segment.range.len()).sum());
        for index in segments.iter().flat_map(|segment| segment.range.clone()) {
            let spelt = || self.weights.added(Added::default(), |sum| features.spelt(index, sum));
            let spelt = memory.spelt.of(doc.hash(index), spelt);
            out.push(self.weights.added(spelt, |sum| features.lasting_rows(index, sum)));
        }
        out
    }

    fn tagged(&self, features: &Features, lasting: &[Added], segments: &[Segment]) -> Vec<Candidate> {
        let score = |index: usize, lasting: Added| self.weights.added(lasting, |sum| features.learnt(index, sum)).scores();
        let mut lasting = lasting.iter();
        let mut decoder = Decoder::new(self.weights.transitions());
        let mut scores: Vec<[i32; TAGS]> = Vec::new();
        let mut out = Vec::new();
        for segment in segments {
            scores.clear();
            scores.extend(segment.range.clone().zip(&mut lasting).map(|(index, &lasting)| score(index, lasting)));
            push_names(segment.range.start, decoder.best_path(&scores), &mut out);
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
