//! A search that takes longer than a frame.

use crate::support::{Screen, article};
use dateline::app::Msg;
use dateline::ingest::Event;
use dateline::store::Batch;

/// More than is looked at in one step.
fn many() -> Screen {
    Screen::of(
        (0..1500).map(|number| article("|||", &format!("Ferry {number} to {}", ["Wend", "Tarn"][number % 2]), "")).collect(),
        100,
        20,
    )
}

#[test]
fn the_old_hits_stay_until_the_new_ones_are_complete() {
    let mut screen = many();
    screen.type_ahead("/tarn");
    assert!(!screen.slice(None));
    screen.has("1 500 of 1 500 articles …");
    screen.has("Ferry 0 to Wend");
    let mut steps = 1;
    while !screen.slice(None) {
        steps += 1;
    }
    assert!(steps > 3, "{steps}");
    screen.has("750 of 1 500 articles");
    screen.has_not("Wend");
}

#[test]
fn a_key_drops_the_search_and_begins_another() {
    let mut screen = many();
    screen.type_ahead("/tarn");
    screen.slice(None);
    screen.type_ahead("q");
    while !screen.slice(None) {
        screen.has_not("750");
    }
    screen.has("tarnq finds nothing");
}

#[test]
fn a_search_ends_while_articles_land() {
    let mut screen = many();
    screen.type_ahead("/tarn");
    for number in 0..40 {
        let landed = article("|||", &format!("Mill {number}"), "");
        screen.slice(Some(Msg::Ingest(Event::Batch(Batch::held(vec![landed])))));
    }
    screen.has("750 of 1 540 articles");
}

#[test]
fn of_very_many_mentions_the_newest_are_shown_and_all_are_counted() {
    let day = |number: usize| format!("20{:02}-01-01|||", number / 100);
    let mut screen =
        Screen::of((0..2100).map(|number| article(&day(number), &format!("Ferry {number}"), "At {p:Wend}.")).collect(), 120, 20);
    screen.press("<tab><tab>e");
    screen.has("2 100 mentions · 2 100 articles");
    screen.has("the newest 2 000 of 2 100");
    screen.has("Written as, newest 2 000 articles");
    screen.has("2020-01-01");
    screen.press("G");
    screen.has("2001-01-01");
    screen.has_not("2000-01-01  ");
}
