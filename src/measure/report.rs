//! The table of figures, as it stands in the README.

use super::score::{Score, Tally};
use crate::model::{Kind, Rule};
use std::time::Duration;

/// A set's figures.
pub struct Measured {
    pub score: Score,
    /// Of text read.
    pub bytes: usize,
    pub time: Duration,
}

/// A Markdown table, a row per set. Figures are F1 of exact spans and kinds; speakers and facts are shares that are right.
pub fn table(rows: &[(String, Measured)]) -> String {
    let mut out = String::from(
        "| set | texts | group | place | person | all kinds (P / R) | quotes | speakers | facts | body | nameless | MB/s |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for (name, measured) in rows {
        out.push_str(&row(name, measured));
    }
    out
}

/// For each rule, the share of its marks that is right, and how many there are.
pub fn rules(rows: &[(String, Measured)]) -> String {
    let mut out = String::from("| rule | right | marks |\n|---|--:|--:|\n");
    for rule in Rule::ALL {
        let tallies = rows.iter().filter_map(|(_, measured)| measured.score.rules.get(&rule));
        let tally = tallies.fold(Tally::default(), |all, tally| all.and(*tally));
        out.push_str(&format!("| {} | {} | {} |\n", rule.words(), figure(tally.precision()), tally.right + tally.spurious));
    }
    out
}

fn row(name: &str, measured: &Measured) -> String {
    let score = &measured.score;
    let kinds = Kind::ALL.map(|kind| figure(score.kinds[kind as usize].f1()));
    let all = score.all_kinds();
    let all = format!("**{}** ({} / {})", figure(all.f1()), figure(all.precision()), figure(all.recall()));
    let speed = measured.bytes as f64 / 1e6 / measured.time.as_secs_f64().max(1e-9);
    let shares = [figure(score.quotes.f1()), figure(score.speakers.recall()), figure(score.facts.recall()), figure(score.body)];
    let nameless = share(score.nameless);
    format!("| {name} | {} | {} | {all} | {} | {nameless} | {speed:.1} |\n", score.texts, kinds.join(" | "), shares.join(" | "))
}

fn figure(value: Option<f64>) -> String {
    value.map_or("–".to_string(), |value| format!("{value:.3}"))
}

fn share(tally: Tally) -> String {
    let whole = tally.right + tally.missed;
    if whole == 0 { "–".to_string() } else { format!("{}/{whole}", tally.right) }
}
