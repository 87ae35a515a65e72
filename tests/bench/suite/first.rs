//! From the start to the first frame, and to the first articles, from a folder that was never opened before.

use super::explorer::{has_articles, is_drawn, until};
use super::ground::Ground;
use super::process::DATELINE;
use super::runs::medians;
use super::table::{Figure, Row, Wanted};
use std::time::Duration;

/// Articles that fill a screen.
const SCREENFUL: usize = 50;

pub fn rows(ground: &Ground) -> Vec<Row> {
    let home = ground.home("first");
    let files = ground.files().to_str().expect("a path in UTF-8");
    let screenful = SCREENFUL.min(ground.articles);
    let fresh = |wanted: &dyn Fn(&termlens::Screen) -> bool| {
        home.forget_caches();
        until(&home, DATELINE, &[files], wanted)
    };
    let times: Vec<Duration> =
        medians(&mut [&mut || fresh(&is_drawn), &mut || fresh(&|screen| has_articles(screen, screenful))], |time| *time);
    let row = |what: String, time, most| Row::new(what, Figure::Time(time), Wanted::AtMost(Figure::milliseconds(most)));
    vec![
        row(format!("first frame, a folder of {} files", ground.articles), times[0], 50),
        row(format!("first {screenful} articles from it"), times[1], 150),
    ]
}
