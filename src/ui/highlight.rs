//! Layers of spans over one row of text, merged in one sweep.

use crate::text::{Span, visible};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use unicode_segmentation::UnicodeSegmentation;

/// Spans of one meaning (names, hits …): sorted, none overlapping another, each with what it adds to the style beneath.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    marks: Vec<(Span, Style)>,
}

impl Layer {
    /// Keeps of the sorted `marks` those that do not overlap one before them.
    pub fn new(marks: impl IntoIterator<Item = (Span, Style)>) -> Self {
        let mut layer = Self::default();
        for mark in marks {
            if layer.marks.last().is_none_or(|(last, _)| last.end <= mark.0.start) {
                layer.marks.push(mark);
            }
        }
        layer
    }

    /// One style for all spans.
    pub fn of(spans: impl IntoIterator<Item = Span>, style: Style) -> Self {
        Self::new(spans.into_iter().map(|span| (span, style)))
    }
}

/// Walks one layer from left to right.
struct Cursor<'a> {
    rest: &'a [(Span, Style)],
}

impl Cursor<'_> {
    /// The style at byte `at`, which never goes back.
    fn at(&mut self, at: u32) -> Option<Style> {
        while let [(span, _), rest @ ..] = self.rest
            && span.end <= at
        {
            self.rest = rest;
        }
        self.rest.first().filter(|(span, _)| span.start <= at).map(|(_, style)| *style)
    }
}

/// The row of `text` with its layers on it, later layers over earlier ones, ready to be drawn: nothing in it is dangerous.
/// A grapheme is never cut: the style at its first byte is the style of the whole.
pub fn paint<'a>(text: &'a str, row: Span, base: Style, layers: &[Layer]) -> Line<'a> {
    let mut cursors: Vec<_> = layers.iter().map(|layer| Cursor { rest: after(&layer.marks, row.start) }).collect();
    let mut line = Line::default();
    let mut run = (row.start, base);
    for (at, _) in row.of(text).grapheme_indices(true) {
        let at = row.start + at as u32;
        let style = cursors.iter_mut().filter_map(|cursor| cursor.at(at)).fold(base, Style::patch);
        if style != run.1 {
            push(&mut line, text, Span { start: run.0, end: at }, run.1);
            run = (at, style);
        }
    }
    push(&mut line, text, Span { start: run.0, end: row.end }, run.1);
    line
}

/// The marks that end behind `start`.
fn after(marks: &[(Span, Style)], start: u32) -> &[(Span, Style)] {
    &marks[marks.partition_point(|(span, _)| span.end <= start)..]
}

fn push<'a>(line: &mut Line<'a>, text: &'a str, run: Span, style: Style) {
    if !run.is_empty() {
        line.push_span(Piece::styled(visible(run.of(text)), style));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};
    use ratatui::style::Color;

    #[test]
    fn a_mark_is_cut_at_the_edges_of_its_row() {
        let style = Style::new().bold();
        let line = paint("one two three", Span::new(4, 9), Style::new(), &[Layer::of([Span::new(0, 6)], style)]);
        let pieces: Vec<_> = line.spans.iter().map(|piece| (piece.content.as_ref(), piece.style)).collect();
        assert_eq!(pieces, [("tw", style), ("o t", Style::new())]);
    }

    /// What each byte would get if every mark were simply painted on it in turn.
    fn oracle(length: usize, layers: &[Layer]) -> Vec<Style> {
        let mut bytes = vec![Style::new(); length];
        for (span, style) in layers.iter().flat_map(|layer| &layer.marks) {
            bytes[span.range()].iter_mut().for_each(|byte| *byte = byte.patch(*style));
        }
        bytes
    }

    proptest! {
        #[test]
        fn the_sweep_agrees_with_painting_every_byte(
            text in "[a-c新é ]{0,24}",
            cuts in proptest::collection::vec(proptest::collection::vec((0usize..24, 0usize..9), 0..5), 0..4),
            row in (0usize..24, 0usize..24),
        ) {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let edge = |wanted: usize| edges[wanted.min(edges.len() - 1)];
            let layers: Vec<_> = cuts.into_iter().enumerate().map(|(number, mut marks)| {
                marks.sort();
                let style = [Style::new().bold(), Style::new().fg(Color::Red), Style::new().fg(Color::Blue).italic(), Style::new().bg(Color::Gray)][number];
                Layer::of(marks.into_iter().map(|(start, length)| Span::new(edge(start), edge(start + length))), style)
            }).collect();
            let row = Span::new(edge(row.0), edge(row.0 + row.1));
            let painted: Vec<Style> = paint(&text, row, Style::new(), &layers).spans.iter().flat_map(|piece| vec![piece.style; piece.content.len()]).collect();
            prop_assert_eq!(painted, oracle(text.len(), &layers)[row.range()].to_vec());
        }
    }
}
