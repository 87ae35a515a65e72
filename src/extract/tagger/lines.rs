//! What a token stands in: a line, written in some way, and a run of capitalised words.

use super::super::document::Document;
use super::super::tokens::{Gap, Shape};
use std::ops::Range;

/// How a line is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Prose,
    /// No small letter but in figures.
    Capitals,
    /// Every longer word begins with a capital.
    Title,
    /// A third of its tokens are numbers.
    Table,
}

/// How the line is written in which each token stands.
pub(super) fn lines(doc: &Document) -> Vec<Line> {
    let mut out = Vec::with_capacity(doc.tokens.len());
    let mut start = 0;
    for end in 1..=doc.tokens.len() {
        if doc.gap(end) == Gap::Break {
            out.resize(end, line(doc, start..end));
            start = end;
        }
    }
    out
}

fn line(doc: &Document, range: Range<usize>) -> Line {
    let (mut small, mut long_small, mut capital, mut upper, mut numbers) = (0, 0, 0, 0, 0);
    for token in range.clone().filter_map(|index| doc.tokens.get(index)) {
        match token.shape {
            Shape::Lower => (small, long_small) = (small + 1, long_small + usize::from(token.span.len() > 4)),
            Shape::Capital => capital += 1,
            Shape::Upper => upper += 1,
            Shape::Number => numbers += 1,
            Shape::Possessive | Shape::Mark => {}
        }
    }
    match () {
        () if numbers * 3 >= range.len() && numbers > 1 => Line::Table,
        () if upper > 1 && small == 0 && upper > capital => Line::Capitals,
        () if capital > 2 && range.len() <= 30 && long_small == 0 && capital * 2 > small => Line::Title,
        () => Line::Prose,
    }
}

/// For each token the run of capitalised words it is in: two words a break, a mark or a small word apart are in two. A token
/// outside a run is one of its own.
pub(super) fn runs(doc: &Document) -> Vec<(u32, u32)> {
    let mut out: Vec<(u32, u32)> = Vec::with_capacity(doc.tokens.len());
    let mut start = 0;
    while start < doc.tokens.len() {
        let mut end = start + 1;
        while doc.is_capital(start) && end < doc.tokens.len() && doc.is_capital(end) && matches!(doc.gap(end), Gap::Space | Gap::Hyphen) {
            end += 1;
        }
        out.resize(end, (start as u32, end as u32));
        start = end;
    }
    out
}
