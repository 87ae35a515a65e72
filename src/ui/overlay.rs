//! The help and the list of failures, in a box over the panes.

use super::clip::{clip, plain};
use super::panes::on_rule;
use super::theme::Theme;
use super::why;
use crate::app::{App, HelpRow, Topic, help, overlay_height};
use crate::text::width;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let Some(overlay) = app.overlay else { return };
    let (title, lines, width) = match overlay.topic {
        Topic::Help => (" Keys ", help_lines(app, theme), 106),
        Topic::Why => (" Why is this marked? ", why_lines(app, theme), 76),
        Topic::Failures => (" Files that could not be read ", failure_lines(app, theme, frame.area().width), 120),
    };
    let rows = overlay_height(app.size).min(lines.len());
    let footer = if lines.len() > rows { format!(" {}/{} ", overlay.top + rows, lines.len()) } else { String::new() };
    let inner = Panel { title, footer, rows, width }.draw(theme, frame);
    for (line, y) in lines.into_iter().skip(overlay.top).zip(inner.top()..inner.bottom()) {
        line.render(Rect { y, height: 1, ..inner }, frame.buffer_mut());
    }
}

/// A box in the middle of the screen.
pub struct Panel<'a> {
    pub title: &'a str,
    pub footer: String,
    /// Rows in it.
    pub rows: usize,
    /// Cells it takes with its frame, if the screen is that wide.
    pub width: u16,
}

impl Panel<'_> {
    /// Draws the frame and leaves the room in it.
    pub fn draw(self, theme: &Theme, frame: &mut Frame) -> Rect {
        let screen = frame.area();
        let height = (self.rows as u16 + 2).min(screen.height);
        let area = screen.centered(self.width.min(screen.width).into(), height.into());
        let block = Block::bordered().border_type(BorderType::Rounded).border_style(theme.rule);
        let block = block
            .title(plain(self.title, on_rule(theme.accent.bold())))
            .title_bottom(plain(self.footer, on_rule(theme.dim)).right_aligned());
        Clear.render(area, frame.buffer_mut());
        let inner = block.inner(area);
        block.render(area, frame.buffer_mut());
        Rect { x: inner.x + 2, width: inner.width.saturating_sub(4), ..inner }
    }
}

fn help_lines(app: &App, theme: &Theme) -> Vec<Line<'static>> {
    help(&app.settings.keymap).into_iter().map(|row| help_line(row, theme)).collect()
}

/// Cells of the column of keys.
const KEYS: usize = 18;

/// Cells of the column of what is written into the filter.
const QUERY: usize = 30;

pub fn help_line(row: HelpRow, theme: &Theme) -> Line<'static> {
    match row {
        HelpRow::Title(title) => plain(title, theme.title),
        HelpRow::Keys { keys, help } => two_columns(keys, KEYS, help, theme),
        HelpRow::Query { write, finds } => two_columns(write.to_string(), QUERY, finds, theme),
        HelpRow::Blank => Line::default(),
    }
}

fn two_columns(left: String, room: usize, right: &'static str, theme: &Theme) -> Line<'static> {
    let gap = " ".repeat(room.saturating_sub(width(&left)).max(2));
    Line::from(vec![Span::styled(left, theme.accent), Span::raw(gap), Span::styled(right, theme.text)])
}

fn why_lines(app: &App, theme: &Theme) -> Vec<Line<'static>> {
    app.why.as_ref().map(|why| why::lines(app, why, theme)).unwrap_or_default()
}

fn failure_lines(app: &App, theme: &Theme, room: u16) -> Vec<Line<'static>> {
    if app.loading.failures.is_empty() {
        return vec![plain("Every file could be read.", theme.dim)];
    }
    let half = usize::from(room) / 2;
    let failures = app.loading.failures.iter();
    failures
        .map(|failure| {
            let (path, reason) = (clip(&failure.path, half), clip(&failure.reason, 120));
            Line::from(vec![Span::styled(path, theme.text), Span::styled(format!("  {reason}"), theme.dim)])
        })
        .collect()
}
