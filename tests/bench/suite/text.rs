//! Words and expressions in the texts of an open corpus, which lie in a file, beside `rg -c` on the same texts in one file.

use super::corpus::articles;
use super::ground::{Ground, SEED};
use super::process::{Home, is_here, run};
use super::runs::medians;
use super::table::{Figure, Peer, Row, Wanted};
use dateline::extract::Gazetteer;
use dateline::ingest::{Event, Input, load};
use dateline::model::Date;
use dateline::store::{Known, Order, Query, Reached, Store};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What is looked for here, and what `rg` is given.
const QUERIES: [(&str, &str); 3] = [
    ("\"price of corn\"", "price of corn"),
    ("\"the village of\"", "the village of"),
    ("/price of (corn|wheat)/", "price of (corn|wheat)"),
];
/// A search may take so many times what `rg` takes.
const OF_RG: f64 = 1.5;
/// Words scored between two looks at what is there, as in the explorer.
const STEPS: usize = 256;

pub fn rows(ground: &Ground) -> Vec<Row> {
    let home = ground.home("text");
    let (store, texts) = (opened(ground, &home), texts(ground, &home.0));
    QUERIES.iter().flat_map(|(query, expression)| looked_for(&store, query, expression, &texts, &home)).collect()
}

fn looked_for(store: &Store, query: &str, expression: &str, texts: &Path, home: &Home) -> [Row; 2] {
    let parsed = Query::parse(query, Date::constant(2026, 1, 1)).query;
    let path = texts.to_str().expect("a path in UTF-8");
    let mut ours = || search(store, &parsed);
    let mut theirs = || {
        let time = if is_here("rg") { run(&mut home.program("rg", &["-c", expression, path])).time } else { Duration::ZERO };
        (time, time)
    };
    let times = medians(&mut [&mut ours, &mut theirs], |times| times.1);
    let ((first, all), (_, peer)) = (times[0], times[1]);
    let peer = is_here("rg").then_some(Peer { name: "rg -c", figure: Figure::Time(peer) });
    [
        Row::new(format!("{query} in the texts of {} articles: all hits", store.len()), Figure::Time(all), Wanted::OfPeer(OF_RG))
            .beside(peer),
        Row::new("the same: the first hits can be shown", Figure::Time(first), Wanted::Nothing),
    ]
}

/// Until the first hits are there, and all.
fn search(store: &Store, query: &Query) -> (Duration, Duration) {
    let begun = Instant::now();
    let mut searching = store.begin_search(query, Order::default(), Known::default()).in_parts();
    let mut first = None;
    loop {
        let reached = searching.go_on(store, STEPS);
        if reached != Reached::Nothing {
            first.get_or_insert_with(|| begun.elapsed());
            assert!(!searching.take_hits(store).is_empty(), "the corpus has what is looked for");
        }
        if reached == Reached::All {
            return (first.unwrap_or_default(), begun.elapsed());
        }
    }
}

/// The corpus as it is when it is opened again. What is read right after it was written is not trusted, and read once more.
fn opened(ground: &Ground, home: &Home) -> Store {
    let (input, gazetteer, kept) = (Input::Path(ground.jsonl().path.clone()), Arc::new(Gazetteer::builtin()), home.0.join("kept"));
    loop {
        let mut store = Store::new(gazetteer.clone());
        for event in load(vec![input.clone()], gazetteer.clone(), Some(kept.clone())) {
            match event {
                Event::Opened(store) => return *store,
                Event::Batch(batch) => store.insert_all(batch),
                Event::TablesWanted(by) => by.send(store.tables()).expect("somebody waits for them"),
                _ => {}
            }
        }
    }
}

fn texts(ground: &Ground, folder: &Path) -> PathBuf {
    let path = folder.join("texts.txt");
    let mut out = BufWriter::new(File::create(&path).expect("a file in the temporary folder"));
    articles(ground.articles, SEED).for_each(|article| writeln!(out, "{}", article.text).expect("room for it"));
    path
}
