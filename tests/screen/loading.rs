//! While articles come in, and when none do.

use crate::support::{Screen, wend};
use dateline::app::Msg;
use dateline::ingest::{Event, Progress};
use dateline::store::Batch;

#[test]
fn loading_is_told_and_keeps_ones_place() {
    let mut screen = Screen::of(Vec::new(), 80, 24);
    screen.has("Reading …");
    let mut articles = wend();
    let late = articles.split_off(2);
    screen.send(Msg::Ingest(Event::Batch(Batch::held(articles))));
    screen.press("j");
    screen.send(Msg::Ingest(Event::Progress(Progress { found: 100_000, read: 41_200, failed: 12, walked: true, ..Progress::default() })));
    screen.has("reading 41 200 of 100 000 · 12 failed");
    screen.send(Msg::Ingest(Event::Batch(Batch::held(late))));
    screen.has("2/4");
    screen.send(Msg::Ingest(Event::Done(Progress { found: 4, read: 4, walked: true, ..Progress::default() })));
    screen.has_not("reading");
}

#[test]
fn an_empty_folder_is_named() {
    let mut screen = Screen::of(Vec::new(), 80, 24);
    screen.send(Msg::Ingest(Event::Done(Progress::default())));
    screen.has("No articles");
    screen.has("found in wend.");
}

#[test]
fn one_begins_with_the_first_of_the_list_unless_one_has_begun_already() {
    let [first, second, third, fourth] = wend().try_into().expect("four articles");
    let mut screen = Screen::of(Vec::new(), 100, 20);
    screen.send(Msg::Ingest(Event::Batch(Batch::held(vec![third, second]))));
    screen.send(Msg::Ingest(Event::Batch(Batch::held(vec![first, fourth]))));
    screen.has("2/4");
    screen.send(Msg::Ingest(Event::Done(Progress::default())));
    screen.has("▌ Ferry runs again at Oberwend");
    screen.has("1/4");
    let mut screen = Screen::of(Vec::new(), 100, 20);
    screen.send(Msg::Ingest(Event::Batch(Batch::held(wend().split_off(1)))));
    screen.press("j");
    screen.send(Msg::Ingest(Event::Batch(Batch::held(wend().drain(..1).collect()))));
    screen.send(Msg::Ingest(Event::Done(Progress::default())));
    screen.has("3/4");
}
