//! Why a name is marked, line by line.

use super::clip::{clip, plain};
use super::entity_page::kind_words;
use super::theme::Theme;
use crate::app::{Action, App, Why};
use crate::model::EntryId;
use ratatui::text::{Line, Span};

/// Cells of a line.
const ROOM: usize = 70;

pub fn lines(app: &App, why: &Why, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = vec![named(app, why, theme), Line::default(), fact("marked by", why.rule.words(), theme)];
    lines.extend(why.line.iter().map(|line| fact("gazetteer", line, theme)));
    let certainty = why.rule.right_in_100().map(|right| format!("{right} of 100 such marks are right"));
    lines.push(fact("certainty", certainty.as_deref().unwrap_or("such marks are too rare to tell"), theme));
    for (number, other) in why.others.iter().enumerate() {
        lines.push(fact(if number == 0 { "also borne by" } else { "" }, &bearer(app, *other), theme));
    }
    for (number, other) in why.shared_with.iter().enumerate() {
        let other = app.store.entity(*other);
        let told = format!("{} ({}, {} mentions)", other.name, kind_words(app, other), other.mentions);
        lines.push(fact(if number == 0 { "ambiguous with" } else { "" }, &told, theme));
    }
    for (number, correction) in why.corrections.iter().enumerate() {
        lines.push(fact(if number == 0 { "corrected" } else { "" }, correction, theme));
    }
    lines.push(Line::default());
    lines.extend(ways_to_change(app, theme));
    lines
}

/// The words, and what they mean.
fn named(app: &App, why: &Why, theme: &Theme) -> Line<'static> {
    let words = Span::styled(clip(&format!("“{}”", why.words), ROOM / 2), theme.text);
    let meaning = why.entity.map(|id| app.store.entity(id));
    let Some(entity) = meaning else { return Line::from(vec![words, Span::styled("  no name, as you said", theme.dim)]) };
    let name = Span::styled(format!("  {}", clip(&entity.name, ROOM / 2)), theme.kind(entity.kind));
    Line::from(vec![words, name, Span::styled(format!("  {}", kind_words(app, entity)), theme.dim)])
}

fn fact(what: &str, told: &str, theme: &Theme) -> Line<'static> {
    Line::from(vec![Span::styled(format!("{what:<15}"), theme.dim), Span::styled(clip(told, ROOM - 15), theme.text)])
}

/// `Georgia (place · country, world.tsv:12)`
fn bearer(app: &App, id: EntryId) -> String {
    let (gazetteer, entry) = (app.store.gazetteer(), app.store.gazetteer().entry(id));
    let kind = if entry.subkind.is_empty() { entry.kind.word().to_string() } else { format!("{} · {}", entry.kind.word(), entry.subkind) };
    format!("{} ({kind}, {})", entry.name, gazetteer.origin(id))
}

fn ways_to_change(app: &App, theme: &Theme) -> Vec<Line<'static>> {
    let actions = [Action::Merge, Action::Rename, Action::ChangeKind, Action::SplitAlias, Action::Reject];
    let key = |action: Action| app.settings.keymap.keys_for(crate::app::Mode::Browse, action).next();
    let told: Vec<_> = actions.into_iter().filter_map(|action| Some((key(action)?, action.words()))).collect();
    let mut lines = Vec::new();
    for (number, part) in told.chunks(3).enumerate() {
        let mut line = Line::from(Span::styled(format!("{:<15}", if number == 0 { "change it" } else { "" }), theme.dim));
        for (key, words) in part {
            line.push_span(Span::styled(key.clone(), theme.accent));
            line.push_span(Span::styled(format!(" {words}  "), theme.text));
        }
        lines.push(line);
    }
    lines.push(plain(format!("{:<15}or write a line in names.toml", ""), theme.dim));
    lines
}
