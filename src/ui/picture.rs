//! A screen as an SVG picture, for the README: made by the program itself, so it cannot go stale.

use super::rgb::rgb;
use super::theme::{Paper, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// Pixels of one cell, at a font size of 14.
const WIDTH: f32 = 8.4;
const HEIGHT: f32 = 17.0;
const MARGIN: f32 = 12.0;

/// Renders the cells of a screen as SVG. Neighbours that look the same become one element, pinned to its width in cells.
pub fn picture(buffer: &Buffer, theme: &Theme) -> String {
    let (width, height) = (f32::from(buffer.area.width) * WIDTH + 2.0 * MARGIN, f32::from(buffer.area.height) * HEIGHT + 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" font-size=\"14\" \
         font-family=\"'JetBrains Mono','DejaVu Sans Mono','Noto Sans Mono',monospace\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        hex(theme.paper.background, theme.paper.background)
    );
    for y in buffer.area.top()..buffer.area.bottom() {
        for run in runs(buffer, y) {
            draw_run(&mut svg, &run, y, theme.paper);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// How a cell looks, its colours resolved.
#[derive(Copy, Clone, PartialEq)]
struct Look {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self { foreground: cell.fg, background: cell.bg, modifier: cell.modifier }
    }
}

struct Run {
    /// Cells from the left, and how many.
    x: u16,
    cells: u16,
    text: String,
    look: Look,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = buffer.area.left();
    while x < buffer.area.right() {
        let cell = &buffer[(x, y)];
        let cells = crate::text::width(cell.symbol()).max(1) as u16;
        match runs.last_mut() {
            Some(run) if run.look == Look::of(cell) => {
                run.text.push_str(cell.symbol());
                run.cells += cells;
            }
            _ => runs.push(Run { x, cells, text: cell.symbol().to_string(), look: Look::of(cell) }),
        }
        x += cells;
    }
    runs
}

fn draw_run(svg: &mut String, run: &Run, y: u16, paper: Paper) {
    let (mut ink, mut ground) = (hex(run.look.foreground, paper.foreground), hex(run.look.background, paper.background));
    if run.look.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut ink, &mut ground);
    }
    let (left, top, wide) = (MARGIN + f32::from(run.x) * WIDTH, MARGIN + f32::from(y) * HEIGHT, f32::from(run.cells) * WIDTH);
    if ground != hex(paper.background, paper.background) {
        // A String takes all that is written to it.
        let _ = writeln!(svg, "<rect x=\"{left:.1}\" y=\"{top:.0}\" width=\"{wide:.1}\" height=\"{HEIGHT}\" fill=\"{ground}\"/>");
    }
    if let Some(share) = block(&run.text) {
        let high = HEIGHT * share;
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"{ink}\"/>",
            top + HEIGHT - high
        );
    } else if let Some((from, share)) = bar(&run.text) {
        let _ = writeln!(
            svg,
            "<rect x=\"{:.1}\" y=\"{top:.0}\" width=\"{:.1}\" height=\"{HEIGHT}\" fill=\"{ink}\"{}/>",
            left + from * WIDTH,
            share * WIDTH,
            attributes(run.look.modifier)
        );
    } else if !run.text.trim().is_empty() {
        let _ = writeln!(
            svg,
            "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\" fill=\"{ink}\" xml:space=\"preserve\"{}>{}</text>",
            top + 13.0,
            attributes(run.look.modifier),
            escaped(&run.text)
        );
    }
}

/// An upright bar is drawn as one, so that it has no gaps between rows: where it begins in its cell and how wide it is.
fn bar(text: &str) -> Option<(f32, f32)> {
    match text {
        "│" => Some((0.44, 0.12)),
        "▌" => Some((0.0, 0.5)),
        "▎" => Some((0.0, 0.25)),
        _ => None,
    }
}

/// Blocks of one height are drawn as one, for the same reason: how much of their cells they fill from below.
fn block(text: &str) -> Option<f32> {
    let first = text.chars().next().filter(|first| ('▁'..='█').contains(first))?;
    text.chars().all(|other| other == first).then_some((first as u32 - '▁' as u32 + 1) as f32 / 8.0)
}

fn attributes(modifier: Modifier) -> String {
    let known = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.6\""),
    ];
    known.into_iter().filter(|(look, _)| modifier.contains(*look)).map(|(_, attribute)| attribute).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn hex(color: Color, otherwise: Color) -> String {
    let (red, green, blue) = rgb(color).or(rgb(otherwise)).unwrap_or_default();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn equal_neighbours_are_one_element() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        buffer.set_string(0, 0, "ab<新", Style::new().fg(Color::Indexed(196)));
        let svg = picture(&buffer, &Theme::dark());
        assert_eq!(svg.matches("<text").count(), 1);
        assert!(svg.contains("fill=\"#ff0000\" xml:space=\"preserve\">ab&lt;新</text>"), "{svg}");
    }
}
