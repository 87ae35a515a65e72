//! What the tagger sees of a text, for its training.

use super::super::candidate::Candidate;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::Tagger;
use super::features::Features;
use super::known::KnownWords;
use super::memory::Kept;
use super::segments::{Segment, segments};
use crate::text::Span;

/// Tokens tagged as a whole: where each stands and which rows its features are.
pub(crate) struct Stretch {
    pub spans: Vec<Span>,
    pub rows: Vec<Vec<u32>>,
}

/// All stretches of `doc`, in order, as they are seen the first time and, with what `first` found then, as they are seen again.
/// `settled` are the names the rules found.
pub(in crate::extract) fn lesson(
    doc: &Document,
    lexicon: &Lexicon,
    words: &KnownWords,
    settled: &[Candidate],
    first: Option<&Tagger>,
) -> Vec<Stretch> {
    let segments = segments(doc, settled);
    let features = Features::of(doc, lexicon, words, settled, &segments, &mut Kept::default());
    let mut lesson = stretches(doc, &features, &segments);
    if let Some(first) = first {
        let names = first.first(doc, &features, &segments);
        lesson.extend(stretches(doc, &features.again(&names), &segments));
    }
    lesson
}

fn stretches(doc: &Document, features: &Features, segments: &[Segment]) -> Vec<Stretch> {
    let rows = |index: usize| {
        let mut rows = Vec::new();
        features.rows(index, &mut rows);
        rows
    };
    let span = |index: usize| doc.span(index..index + 1);
    let stretch =
        |segment: &Segment| Stretch { spans: segment.range.clone().map(span).collect(), rows: segment.range.clone().map(rows).collect() };
    segments.iter().map(stretch).collect()
}
