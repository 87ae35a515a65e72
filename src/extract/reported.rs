//! Reported speech: `X said that …`, `X said …`, `…, X said.` A sentence with somebody's words in marks is left to those.

use super::speakers::Attribution;
use super::tokens::Shape;
use crate::model::{Quote, QuoteKind};
use std::ops::Range;

/// A clause of fewer tokens says too little to be told of.
const SHORTEST: usize = 4;
/// Tokens between a verb of speech and its `that`: whom it was told to, and when.
const REACH: usize = 12;
/// A subject behind its clause is no longer than this, in tokens.
const LONGEST_SUBJECT: usize = 12;

/// Verbs that take a clause without `that`.
const PLAIN: &[&str] = &["said", "says", "added", "adds", "believes", "argued", "insisted", "warned", "claimed", "claims"];

/// Words that open a phrase of time or place, not a clause.
const WHEN: &[&str] =
    &["after", "before", "on", "in", "at", "during", "to", "by", "when", "as", "while", "of", "about", "from", "earlier", "later"];

/// The clauses of reported speech in the text behind `quoted`, in order.
pub(super) fn reported(attribution: &Attribution) -> Vec<Quote> {
    attribution
        .doc
        .sentences()
        .filter(|sentence| !attribution.has_speech(sentence))
        .filter_map(|sentence| clause(attribution, sentence))
        .collect()
}

fn clause(attribution: &Attribution, sentence: Range<usize>) -> Option<Quote> {
    let tells = |&at: &usize| attribution.verb(at) > 0 && !attribution.is_according(at) && !attribution.is_told(at);
    let verb = sentence.clone().find(tells)?;
    let behind = verb + attribution.verb(verb);
    let (subject, clause) = followed(attribution, &sentence, verb, behind).or_else(|| preceded(attribution, &sentence, verb, behind))?;
    let speaker = attribution.subject(subject)?;
    (clause.len() >= SHORTEST).then(|| Quote {
        span: attribution.doc.span(clause),
        speaker: Some(speaker),
        cue: Some(attribution.doc.span(verb..behind)),
        kind: QuoteKind::Reported,
    })
}

/// `The ministry told Radio Wend on Monday that …`, `Reyes said the harbour …`.
fn followed(attribution: &Attribution, sentence: &Range<usize>, verb: usize, behind: usize) -> Option<(Range<usize>, Range<usize>)> {
    let doc = attribution.doc;
    let end = without_stop(attribution, sentence);
    let that = (behind..end.min(behind + REACH)).find(|&at| doc.key(at) == "that");
    let plain = PLAIN.contains(&doc.key(verb)) && !matches!(doc.word(behind), "," | ":" | "." | "“" | "\"" | "``");
    let start = that.map(|that| that + 1).or_else(|| (plain && !WHEN.contains(&doc.key(behind))).then_some(behind))?;
    let subject = sentence.start..verb;
    (!subject.is_empty() && start < end).then_some((subject, start..end))
}

/// `The harbour would close at noon, Reyes said.`
pub(super) fn preceded(
    attribution: &Attribution,
    sentence: &Range<usize>,
    verb: usize,
    behind: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let doc = attribution.doc;
    let comma = sentence.clone().take_while(|&at| at < verb).filter(|&at| doc.word(at) == ",").last()?;
    let ends = without_stop(attribution, sentence);
    let said_last = ends.saturating_sub(behind) <= 4 && (behind..ends).all(|at| doc.shape(at) != Shape::Mark);
    // Behind `told` stands who was told.
    let inverted = comma + 1 == verb && !matches!(doc.key(verb), "told" | "tells" | "informed" | "reminded");
    let subject = if inverted { behind..ends } else { comma + 1..verb };
    let near = !subject.is_empty() && subject.len() <= LONGEST_SUBJECT;
    (near && (said_last || inverted)).then_some((subject, sentence.start..comma))
}

/// The end of a sentence without the mark that ends it.
fn without_stop(attribution: &Attribution, sentence: &Range<usize>) -> usize {
    let last = sentence.end - 1;
    if attribution.doc.shape(last) == Shape::Mark { last } else { sentence.end }
}
