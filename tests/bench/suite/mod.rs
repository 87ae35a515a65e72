//! Everything that is measured. A bench is one part of it; `table` is all of them.
//!
//! A part is a file here with `pub fn rows(&Ground) -> Vec<Row>` and a line in [`PARTS`]. The argument of a bench is the number of
//! articles: `cargo bench --bench table -- 10000`. Times are medians of five runs, in turns with the peer's.

#[path = "../corpus/mod.rs"]
mod corpus;
mod explorer;
mod first;
mod frame;
mod fuzzy;
mod ground;
mod instructions;
mod keys;
mod load;
mod newsboat;
mod process;
mod reopen;
mod runs;
mod script;
mod table;
mod text;
mod typing;

use ground::Ground;
use std::path::Path;
use table::{HEAD, Row};

/// How many articles there are when nothing else is said.
const ARTICLES: usize = 100_000;

type Part = fn(&Ground) -> Vec<Row>;

/// The parts, in the order of the table: those first that start programs, for a process that was large once does that slowly.
const PARTS: [(&str, Part); 7] = [
    ("first", first::rows),
    ("load", load::rows),
    ("reopen", reopen::rows),
    ("text", text::rows),
    ("keys", keys::rows),
    ("fuzzy", fuzzy::rows),
    ("frame", frame::rows),
];

/// Measures one part, or all with `table`, and prints the rows as they come.
pub fn main(what: &str) {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["write", count, file] => write(count, |count| corpus::write_jsonl(count, 1, Path::new(file)).map(drop)),
        ["folder", count, folder] => write(count, |count| corpus::write_folder(count, 1, Path::new(folder))),
        ["work", articles, case, times] => instructions::work(number(articles), number(case), number(times)),
        [] if what == "instructions" => instructions::check(),
        [] => measure(what, ARTICLES),
        [count] => measure(what, number(count)),
        [part, count] if PARTS.iter().any(|(name, _)| name == part) => measure(part, number(count)),
        _ => panic!("a number of articles is wanted, or `write NUMBER FILE`, or `folder NUMBER FOLDER`, not {arguments:?}"),
    }
}

fn measure(what: &str, articles: usize) {
    let ground = Ground::new(articles, what != "table");
    println!("{articles} articles\n\n{HEAD}");
    for (_, rows) in PARTS.iter().filter(|(name, _)| what == "table" || *name == what) {
        rows(&ground).iter().for_each(|row| println!("{row}"));
    }
}

fn write(count: &str, write: impl FnOnce(usize) -> std::io::Result<()>) {
    write(number(count)).unwrap_or_else(|error| panic!("the corpus cannot be written: {error}"));
}

fn number(word: &str) -> usize {
    word.replace('_', "").parse().unwrap_or_else(|_| panic!("{word:?} is no number"))
}
