//! Reading a corpus for the first time, as a whole process, which keeps it for the next time as it does for everybody.

use super::ground::{Ground, Jsonl, STEP};
use super::process::{Finished, run};
use super::runs::medians;
use super::table::{Figure, Row, Wanted};

/// Megabytes of JSONL a second.
const SPEED: f64 = 15.0;
/// How many times longer ten times the articles may take.
const GROWTH: f64 = 11.0;
/// So many articles count as very many.
const VERY_MANY: usize = 1_000_000;

pub fn rows(ground: &Ground) -> Vec<Row> {
    let home = ground.home("load");
    let list = |jsonl: &Jsonl| {
        home.forget_caches();
        run(&mut home.dateline(&["list", jsonl.path()]))
    };
    let (large, small) = (ground.jsonl(), ground.small());
    let done: Vec<Finished> = medians(&mut [&mut || list(large), &mut || list(small)], |finished| finished.time);
    let (seconds, megabytes) = (done[0].time.as_secs_f64(), large.text as f64 / 1e6);
    let mut rows = vec![
        Row::new(
            format!("cold load, `dateline list` of {} articles in JSONL, {megabytes:.0} MB of text", large.articles),
            Figure::Speed(megabytes / seconds),
            Wanted::AtLeast(Figure::Speed(SPEED)),
        ),
        Row::new("the same, the whole process", Figure::Time(done[0].time), Wanted::Nothing),
        Row::new(
            format!("loading {STEP} times the articles"),
            Figure::Times(seconds / done[1].time.as_secs_f64()),
            Wanted::AtMost(Figure::Times(GROWTH)),
        ),
    ];
    let most = if large.articles >= VERY_MANY { 1.3 } else { 2.0 };
    rows.extend(done[0].peak.map(|peak| {
        let times = Figure::Times(peak as f64 / large.text as f64);
        Row::new(format!("memory then, in times the text ({} MB)", peak / 1_000_000), times, Wanted::AtMost(Figure::Times(most)))
    }));
    rows
}
