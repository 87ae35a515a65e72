//! Whatever is typed while lists are still laid out and articles land, the list in the end is that of a plain filter.

use crate::support::{Screen, article, bridge, wend};
use dateline::app::Msg;
use dateline::ingest::Event;
use dateline::model::Article;
use dateline::store::Batch;
use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, proptest};

const KEYS: [&str; 17] =
    ["/", "/", "t", "w", "e", "<backspace>", "<enter>", "<esc>", "<ctrl-u>", "z", "Z", "s", "a", "<down>", "<tab>", "*r", "<ctrl-r>"];

/// The list's own columns, without the mark of the cursor, and the line over all.
fn listed(screen: &mut Screen) -> Vec<String> {
    screen.resize(120, 44);
    let list = |row: String| row.split('│').next().unwrap_or_default().replace('▌', " ").trim_end().to_string();
    let rows = screen.rows();
    // The place in the list is the cursor's, and may be another.
    rows.into_iter().take(42).enumerate().filter(|(number, _)| *number != 1).map(|(_, row)| list(row)).collect()
}

fn late(number: usize) -> Article {
    let body = ["At {p:Tarn}.", "At {p:Oberwend}, {n:Mira Holt}.", ""][number % 3];
    article("2021-05-22|Tarn Post||", &format!("Late {number} to Tarn"), body)
}

/// So many that no key finds all of it at once.
fn very_many() -> Screen {
    let title = |number: usize| format!("Ferry {number} to {}", ["Tarn", "Wend"][number % 2]);
    Screen::of((0..6000).map(|number| article("|||", &title(number), "")).collect(), 100, 20)
}

#[test]
fn enter_right_after_typing_waits_for_nothing_and_takes_the_first_that_comes() {
    let mut screen = very_many();
    screen.press("jjj");
    screen.hurry("/ferry wend<enter>");
    assert!(!screen.slice(None), "it is still searched for");
    screen.has("6 000 of 6 000 articles …");
    screen.has("4/6 000");
    // A key acts on what is shown.
    screen.hurry("k");
    screen.slice(None);
    screen.has("3/6 000");
    screen.hurry("j");
    while !screen.slice(None) {}
    screen.has("3 000 of 6 000 articles");
    // The article that was read is one of those found.
    screen.has("2/3 000");
    screen.hurry("/<ctrl-u>ferry tarn<enter>");
    assert!(!screen.slice(None), "it is still searched for");
    while !screen.slice(None) {}
    screen.has("1/3 000");
    screen.press("u");
    screen.has("1/3 000");
    screen.has("Ferry 1 to Wend");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_it_is_sliced_the_list_is_the_same(steps in prop::collection::vec((0usize..KEYS.len() + 2, 0usize..4), 1..30), again in 0usize..2) {
        let articles = || wend().into_iter().chain(bridge().into_iter().skip(again)).collect();
        let mut sliced = Screen::of(articles(), 120, 44);
        let mut plain = Screen::of(articles(), 120, 44);
        for (number, (what, slices)) in steps.iter().enumerate() {
            match KEYS.get(*what) {
                Some(keys) => {
                    sliced.hurry(keys);
                    plain.press(keys);
                }
                None => {
                    let land = || Msg::Ingest(Event::Batch(Batch::held(if *what == KEYS.len() { vec![late(number)] } else { bridge() })));
                    sliced.slice(Some(land()));
                    plain.send(land());
                }
            }
            (0..*slices).for_each(|_| {
                sliced.slice(None);
            });
        }
        prop_assert_eq!(listed(&mut sliced), listed(&mut plain), "{:?}", steps);
    }
}
