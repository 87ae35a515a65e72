//! From a key to its frame, through the real loop.

use super::ground::{Ground, STEP};
use super::runs::share;
use super::script;
use super::table::{Figure, Row, Wanted};
use super::typing::{Time, explorer, play};
use dateline::app::App;
use std::time::Duration;

/// Longest, in milliseconds, that half of the keys may take to their frame, and that one in a hundred may.
const WANTED: (u64, u64) = (8, 16);
/// How many times longer a key may take with ten times the articles.
const GROWTH: f64 = 3.0;

/// How long keys took, shortest first.
type Times = Vec<Duration>;

pub fn rows(ground: &Ground) -> Vec<Row> {
    let tenth = (ground.articles / STEP).max(1);
    let few = frames(&typed(&mut explorer(tenth).0, tenth));
    let (mut app, names) = explorer(ground.articles);
    let size = format!("{} articles, {names} names", ground.articles);
    let typed = typed(&mut app, ground.articles);
    let (many, complete) = (frames(&typed), sorted(&typed, |time| time.complete));
    let row = |what: String, times: &Times, at, wanted| Row::new(what, Figure::Time(share(times, at)), wanted);
    let at_most = |milliseconds| Wanted::AtMost(Figure::milliseconds(milliseconds));
    let mut rows = vec![
        row(format!("key → frame, any query of 1–12 characters, {size}: p50"), &many, 0.5, at_most(WANTED.0)),
        row("the same: p99".to_string(), &many, 0.99, at_most(WANTED.1)),
        row("the same: slowest".to_string(), &many, 1.0, Wanted::Nothing),
        row("the same until the list is complete: p50".to_string(), &complete, 0.5, Wanted::Nothing),
        row("the same until the list is complete: p99".to_string(), &complete, 0.99, Wanted::Nothing),
        Row::new(
            format!("a key with {STEP} times the articles: p50"),
            Figure::Times(share(&many, 0.5).as_secs_f64() / share(&few, 0.5).as_secs_f64()),
            Wanted::AtMost(Figure::Times(GROWTH)),
        ),
    ];
    rows.extend(others(&mut app, ground.alone));
    rows
}

/// Each query is typed letter by letter, and taken away at once.
fn typed(app: &mut App, articles: usize) -> Vec<Time> {
    let mut times = play(app, "/");
    times.clear();
    for query in script::queries(articles) {
        times.extend(play(app, &query));
        play(app, "<ctrl-u>");
    }
    play(app, "<esc>");
    times
}

/// Every other key; each kind apart when there is room for it.
fn others(app: &mut App, apart: bool) -> Vec<Row> {
    let walked: Vec<(&str, Vec<Time>)> = script::walk().into_iter().map(|(what, script)| (what, play(app, &script))).collect();
    let mut rows = Vec::new();
    if apart {
        rows.extend(walked.iter().flat_map(|(what, times)| walk(what, times)));
    }
    let all: Vec<Time> = walked.into_iter().flat_map(|(what, times)| times.into_iter().map(move |time| time.during(what))).collect();
    rows.extend(walk("every other key", &all));
    rows
}

fn walk(what: &str, times: &[Time]) -> [Row; 3] {
    let slowest = times.iter().max_by_key(|time| time.frame).map(|time| time.key.as_str()).unwrap_or_default();
    let frames = frames(times);
    let row = |which: &str, at, wanted| Row::new(format!("key → frame, {what}: {which}"), Figure::Time(share(&frames, at)), wanted);
    let at_most = |milliseconds| Wanted::AtMost(Figure::milliseconds(milliseconds));
    [row("p50", 0.5, at_most(WANTED.0)), row("p99", 0.99, at_most(WANTED.1)), row(&format!("slowest (`{slowest}`)"), 1.0, Wanted::Nothing)]
}

fn frames(times: &[Time]) -> Times {
    sorted(times, |time| time.frame)
}

fn sorted(times: &[Time], of: fn(&Time) -> Duration) -> Times {
    let mut sorted: Times = times.iter().map(of).collect();
    sorted.sort_unstable();
    sorted
}
