//! Opening again what was opened before, beside programs that search it anew.

use super::corpus::{Bearer, Names, dispatches};
use super::explorer::{is_complete, until};
use super::ground::Ground;
use super::newsboat;
use super::process::{DATELINE, Home, is_here, run};
use super::runs::medians;
use super::table::{Figure, Peer, Row, Wanted};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Until all is there, in milliseconds.
const READY: u64 = 300;
/// Words that stand in the text.
const PHRASE: &str = "price of corn";

pub fn rows(ground: &Ground) -> Vec<Row> {
    let home = ground.home("reopen");
    let jsonl = ground.jsonl().path();
    run(&mut home.dateline(&["list", jsonl]));
    let mut rows = explored(ground, &home, jsonl);
    rows.push(named(ground, &home, jsonl));
    rows.push(phrase(&home, jsonl));
    rows.push(changed(ground, &home));
    rows
}

fn explored(ground: &Ground, home: &Home, jsonl: &str) -> Vec<Row> {
    let newsboat = newsboat::Newsboat::fed(ground);
    let mut ours = || until(home, DATELINE, &[jsonl], |screen| is_complete(screen, ground.articles));
    let (time, peer) = beside(&mut ours, newsboat.as_ref().map(|newsboat| || newsboat.open()));
    let peer = peer.map(|time| Peer { name: "newsboat", figure: Figure::Time(time) });
    vec![
        Row::new(
            format!("reopening {} articles: the explorer until all is there", ground.articles),
            Figure::Time(time),
            Wanted::AtMost(Figure::milliseconds(READY)),
        )
        .beside(peer),
    ]
}

/// Ours, and a peer's when it is here.
fn beside(ours: &mut dyn FnMut() -> Duration, peer: Option<impl FnMut() -> Duration>) -> (Duration, Option<Duration>) {
    let times = match peer {
        Some(mut peer) => medians(&mut [ours, &mut peer], |time| *time),
        None => medians(&mut [ours], |time| *time),
    };
    (times[0], times.get(1).copied())
}

/// A name, fuzzily. `fzf` looks through the headlines alone.
fn named(ground: &Ground, home: &Home, jsonl: &str) -> Row {
    let name = Names::new().full(Bearer::Group(3)).to_lowercase();
    let headlines = headlines(ground, &home.0);
    let mut ours = || run(&mut home.dateline(&["list", jsonl, "-q", &name])).time;
    let fzf = is_here("fzf").then_some(|| {
        let from = File::open(&headlines).expect("the headlines");
        run(home.program("fzf", &["--filter", &name]).stdin(from)).time
    });
    let (time, peer) = beside(&mut ours, fzf);
    let peer = peer.map(|time| Peer { name: "fzf", figure: Figure::Time(time) });
    Row::new("reopening: `dateline list -q` a name, all hits printed", Figure::Time(time), Wanted::Nothing).beside(peer)
}

fn headlines(ground: &Ground, folder: &Path) -> PathBuf {
    let path = folder.join("headlines.txt");
    let mut out = BufWriter::new(File::create(&path).expect("a file in the temporary folder"));
    dispatches(ground.articles, super::ground::SEED).for_each(|dispatch| writeln!(out, "{}", dispatch.title.text).expect("room for it"));
    path
}

fn phrase(home: &Home, jsonl: &str) -> Row {
    let query = format!("\"{PHRASE}\"");
    let mut ours = || run(&mut home.dateline(&["list", jsonl, "-q", &query])).time;
    let rg = is_here("rg").then_some(|| run(&mut home.program("rg", &["-c", PHRASE, jsonl])).time);
    let (time, peer) = beside(&mut ours, rg);
    let peer = peer.map(|time| Peer { name: "rg -c", figure: Figure::Time(time) });
    Row::new("reopening: `dateline list -q` a phrase in the text, all hits printed", Figure::Time(time), Wanted::Nothing).beside(peer)
}

/// A folder in which one file is another one than before.
fn changed(ground: &Ground, home: &Home) -> Row {
    let files = ground.files();
    let folder = files.to_str().expect("a path in UTF-8");
    let file = files.join("0000/0000000.txt");
    let before = fs::read_to_string(&file).expect("the first file");
    run(&mut home.dateline(&["list", folder]));
    let mut times = 0;
    let mut ours = || {
        times += 1;
        fs::write(&file, format!("{before}\nIt was changed {times} times.\n")).expect("a file that can be written");
        run(&mut home.dateline(&["list", folder])).time
    };
    let time = medians(&mut [&mut ours], |time| *time)[0];
    fs::write(&file, before).expect("a file that can be written");
    Row::new(format!("reopening a folder of {} files, one of them changed", ground.articles), Figure::Time(time), Wanted::Nothing)
}
