//! What the tagger sees of a text, for its training.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::features::Features;
use super::known::KnownWords;
use super::segments::segments;
use crate::text::Span;

/// Tokens tagged as a whole: where each stands and which rows its features are.
pub(crate) struct Stretch {
    pub spans: Vec<Span>,
    pub rows: Vec<Vec<u32>>,
}

/// All stretches of `doc`, in order. `settled` are the names the rules found.
pub(in crate::extract) fn lesson(doc: &Document, lexicon: &Lexicon, words: &KnownWords, settled: &[Candidate]) -> Vec<Stretch> {
    let segments = segments(doc, settled);
    let features = Features::of(doc, lexicon, words, settled, &segments);
    let rows = |index: usize| {
        let mut rows = Vec::new();
        features.rows(index, &mut rows);
        rows
    };
    let span = |index: usize| doc.span(index..index + 1);
    segments
        .into_iter()
        .map(|segment| Stretch { spans: segment.range.clone().map(span).collect(), rows: segment.range.map(rows).collect() })
        .collect()
}
