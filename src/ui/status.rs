//! The bottom line: what there is to tell at the left, the keys that matter here at the right.

use super::clip::{clip, plain};
use super::theme::Theme;
use crate::app::{App, Hint, Prompt};
use crate::text::{fitting, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Cells between two hints.
const GAP: usize = 3;

pub fn draw(app: &App, area: Rect, theme: &Theme, frame: &mut Frame) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if let Some(prompt) = &app.prompt {
        return asked(prompt, area, theme, frame);
    }
    let buffer = frame.buffer_mut();
    let room = usize::from(area.width);
    let told = clip(&app.told().unwrap_or_default(), room);
    let taken = if told.is_empty() { 0 } else { width(&told) + GAP };
    hints(&fitting_hints(app.hints(), room.saturating_sub(taken)), theme).right_aligned().render(area, buffer);
    plain(told, theme.text).render(area, buffer);
}

/// The line that is asked for.
fn asked(prompt: &Prompt, area: Rect, theme: &Theme, frame: &mut Frame) {
    let words = format!("{}: ", prompt.ask.words());
    let before = (width(&words) as u16).min(area.width);
    plain(words, theme.accent).render(area, frame.buffer_mut());
    let room = Rect { x: area.x + before, width: area.width - before, ..area };
    let hidden = prompt.input.visual_scroll(usize::from(room.width.max(1)) - 1);
    let shown = &prompt.input.value()[fitting(prompt.input.value(), hidden)..];
    plain(clip(shown, room.width.into()), theme.text).render(room, frame.buffer_mut());
    frame.set_cursor_position((room.x + (prompt.input.visual_cursor().saturating_sub(hidden) as u16).min(room.width), room.y));
}

/// The last two hints (the way back, the help) stay longest.
fn fitting_hints(mut hints: Vec<Hint>, room: usize) -> Vec<Hint> {
    while hints.iter().map(|hint| width(&hint.key) + width(&hint.does) + 1 + GAP).sum::<usize>() > room + GAP && !hints.is_empty() {
        hints.remove(hints.len().saturating_sub(3));
    }
    hints
}

fn hints<'a>(hints: &[Hint], theme: &Theme) -> Line<'a> {
    let mut line = Line::default();
    for (number, hint) in hints.iter().enumerate() {
        if number > 0 {
            line.push_span(Span::raw(" ".repeat(GAP)));
        }
        line.push_span(Span::styled(hint.key.clone(), theme.accent));
        line.push_span(Span::styled(format!(" {}", hint.does), theme.dim));
    }
    line
}
