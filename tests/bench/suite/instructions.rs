//! Instructions that a key takes, counted by valgrind with few articles and with many: the same on every machine, whatever else it does.
//! A cost that grows with the corpus although it need not ends the bench with an error.

use super::process::is_here;
use super::typing::{explorer, press};
use std::process::Command;

const FEW: usize = 100;
const MANY: usize = 10 * FEW;
/// The keys are pressed so often in one run and so often in another: what differs is theirs alone.
const TIMES: (usize, usize) = (1, 6);

/// Keys, and what they may take.
struct Case {
    what: &'static str,
    /// Pressed once, before.
    before: &'static str,
    /// Pressed again and again; they lead back to where they began.
    keys: &'static str,
    most: Most,
}

enum Most {
    /// So many percent of what they take with a tenth of the articles.
    Percent(u64),
    /// So many instructions for a key and an article more.
    EachArticle(u64),
}

const CASES: [Case; 4] = [
    Case { what: "walking the list", before: "", keys: "jjkk", most: Most::Percent(130) },
    Case { what: "scrolling the reader", before: "<enter>", keys: "jj<ctrl-d><ctrl-u>kk", most: Most::Percent(130) },
    Case { what: "a word in the filter", before: "/", keys: "marn<ctrl-u>", most: Most::EachArticle(12_000) },
    Case { what: "a field in the filter", before: "/", keys: "p:we<ctrl-u>", most: Most::EachArticle(12_000) },
];

/// Counts all cases; without valgrind it says so and all is well.
///
/// # Panics
/// When one takes more than it may.
pub fn check() {
    if !is_here("valgrind") {
        return println!("valgrind is not here: no instructions were counted");
    }
    println!("instructions of a key, {FEW} and {MANY} articles\n\n| keys | few | many |\n|---|--:|--:|");
    let counted: Vec<(u64, u64)> = CASES.iter().map(|case| (count(case, FEW), count(case, MANY))).collect();
    CASES.iter().zip(&counted).for_each(|(case, (few, many))| println!("| {} | {few} | {many} |", case.what));
    for (case, (few, many)) in CASES.iter().zip(counted) {
        let most = match case.most {
            Most::Percent(percent) => few * percent / 100,
            Most::EachArticle(each) => few + each * (MANY - FEW) as u64,
        };
        assert!(many <= most, "{}: {many} instructions a key with {MANY} articles, {most} are the most", case.what);
    }
}

/// What valgrind runs: the keys of one case, so many times.
pub fn work(articles: usize, case: usize, times: usize) {
    let (mut app, case) = (explorer(articles).0, &CASES[case]);
    press(&mut app, case.before);
    press(&mut app, &case.keys.repeat(times));
}

/// Instructions of one key.
fn count(case: &Case, articles: usize) -> u64 {
    let number = CASES.iter().position(|other| other.what == case.what).expect("a case of the list");
    let keys = super::typing::keys(case.keys).len() * (TIMES.1 - TIMES.0);
    let of = |times| instructions(&[articles, number, times].map(|number| number.to_string()));
    of(TIMES.1).saturating_sub(of(TIMES.0)) / keys as u64
}

/// Instructions of a whole run: `==123== I refs: 1,234,567`.
fn instructions(arguments: &[String]) -> u64 {
    let own = std::env::current_exe().expect("a program that runs");
    let options = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"];
    let output = Command::new("valgrind").args(options).arg(own).arg("work").args(arguments).output().expect("valgrind starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "valgrind: {told}");
    let line = told.lines().find(|line| line.contains("I") && line.contains("refs:")).unwrap_or_else(|| panic!("no count in {told}"));
    let digits = line.rsplit_once("refs:").map(|(_, count)| count.trim().replace(',', "")).unwrap_or_default();
    digits.parse().unwrap_or_else(|_| panic!("no number in {line}"))
}
