//! An empty list says why it is empty and what to do.

use super::clip::plain;
use super::theme::Theme;
use crate::app::{Action, App, Blame, counted, grouped};
use crate::text::{rows, visible};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

pub fn draw(app: &App, body: Rect, theme: &Theme, buffer: &mut Buffer) {
    let area = Rect { x: body.x + 2, width: body.width.saturating_sub(3), ..body };
    let paragraphs = paragraphs(app, theme);
    let wrapped = paragraphs.iter().flat_map(|(text, style)| rows(text, area.width).into_iter().map(|row| (row.of(text), *style)));
    for ((text, style), y) in wrapped.zip(area.top()..area.bottom()) {
        plain(visible(text), style).render(Rect { y, height: 1, ..area }, buffer);
    }
}

fn paragraphs(app: &App, theme: &Theme) -> Vec<(String, Style)> {
    let (title, explained) = match (app.store.is_empty(), app.loading.done) {
        (false, _) => ("Nothing matches", nothing_matches(app)),
        (true, false) => ("Reading …", vec!["The first articles will be here in a moment.".to_string()]),
        (true, true) => ("No articles", no_articles(app)),
    };
    let explained = explained.into_iter().map(|text| (text, theme.dim));
    [(title.to_string(), theme.title), (String::new(), theme.text)].into_iter().chain(explained).collect()
}

fn no_articles(app: &App) -> Vec<String> {
    let mut told = vec![format!("Nothing that can be read was found in {}.", app.settings.corpus_label)];
    if app.loading.failed() > 0 {
        told.push(format!("{} failed: {} lists them.", grouped(app.loading.failed()), app.key_for(Action::Failures)));
    }
    told
}

fn nothing_matches(app: &App) -> Vec<String> {
    let blame = app.list.blame();
    let guilty = blame.iter().filter(|blame| blame.alone == 0);
    let mut told: Vec<String> = guilty.map(|blame| finds_nothing(blame, app.list.blame().len())).collect();
    if told.is_empty() {
        told = blame.iter().map(|blame| format!("without {}: {}", blame.term, articles(blame.without))).collect();
    }
    told.push(String::new());
    told.push("Esc takes one step back, to all articles in the end.".to_string());
    told
}

fn finds_nothing(blame: &Blame, terms: usize) -> String {
    match terms {
        1 => format!("{} finds nothing", blame.term),
        _ => format!("{} finds nothing; without it: {}", blame.term, articles(blame.without)),
    }
}

fn articles(count: usize) -> String {
    counted(count, "article", "articles")
}
