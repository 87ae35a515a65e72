//! One word in a column of names, beside frizbee and nucleo: each gets the same folded names, on one thread, and gives the score of every
//! match and the best hundred in order. Frizbee has its usual settings, by which it sorts all.

use super::corpus::{Bearer, Names};
use super::ground::Ground;
use super::runs::medians;
use super::table::{Figure, Peer, Row, Wanted};
use dateline::store::{Matching, NameTable};
use frizbee::{Config, Match};
use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Matcher, Utf32String};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Names for each article there is to be.
const NAMES: usize = 10;
const BEST: usize = 100;
/// Each is looked for alone.
const WORDS: [&str; 14] =
    ["a", "k", "ma", "qa", "mir", "ste", "halb", "karl", "torva", "ulmwen", "lindber", "kravosen", "jorenkohawi", "brenastrommen"];
/// Each is typed letter by letter.
const TYPED: [&str; 4] = ["lindber", "torvaberg", "karlstad", "quillhaven"];

/// The same names, as each of the contestants wants to have them.
struct Column {
    table: NameTable,
    folded: Vec<String>,
    wide: Vec<Utf32String>,
}

pub fn rows(ground: &Ground) -> Vec<Row> {
    let column = Column::new((ground.articles * NAMES).min(1_000_000));
    let names = column.table.len();
    let whole = |words: &[&str]| contest(words, |word| column.ours(word), &column);
    let mut rows = Vec::new();
    if ground.alone {
        WORDS.iter().for_each(|word| rows.extend(beside(format!("fuzzy, `{word}`"), whole(&[word]))));
    }
    rows.extend(beside(format!("fuzzy match in {names} names, {} words of 1–13 letters", WORDS.len()), whole(&WORDS)));
    let keys: Vec<&str> = TYPED.iter().flat_map(|word| (1..=word.len()).map(|end| &word[..end])).collect();
    let mut known: Option<Matching> = None;
    let narrowing = |word: &str| {
        let before = known.take().filter(|_| word.len() > 1);
        known = Some(column.gone_over(before, word));
    };
    rows.extend(beside(format!("the same, typed letter by letter, {} keys", keys.len()), contest(&keys, narrowing, &column)));
    rows
}

/// The time that each takes for all words: ours, frizbee, nucleo.
fn contest(words: &[&str], mut ours: impl FnMut(&str), column: &Column) -> Vec<Duration> {
    let time = |work: &mut dyn FnMut(&str)| {
        let begun = Instant::now();
        words.iter().for_each(|word| work(word));
        begun.elapsed()
    };
    let mut ours = || time(&mut ours);
    let mut frizbee = || time(&mut |word| column.frizbee(word));
    let mut nucleo = || time(&mut |word| column.nucleo(word));
    medians(&mut [&mut ours, &mut frizbee, &mut nucleo], |time| *time)
}

fn beside(what: String, times: Vec<Duration>) -> [Row; 2] {
    let peer = |name, time| Some(Peer { name, figure: Figure::Time(time) });
    let ours = Figure::Time(times[0]);
    [
        Row::new(what.clone(), ours, Wanted::OfPeer(1.0)).beside(peer("frizbee", times[1])),
        Row::new(what, ours, Wanted::Nothing).beside(peer("nucleo", times[2])),
    ]
}

impl Column {
    fn new(count: usize) -> Self {
        let (mut table, names) = (NameTable::default(), Names::new());
        (0..count).for_each(|number| _ = table.push(&names.full(bearer(number))));
        let folded: Vec<String> = (0..table.len()).map(|row| table.get(row).to_string()).collect();
        let wide = folded.iter().map(|name| Utf32String::from(name.as_str())).collect();
        Self { table, folded, wide }
    }

    fn ours(&self, word: &str) {
        self.gone_over(None, word);
    }

    fn gone_over(&self, before: Option<Matching>, word: &str) -> Matching {
        let mut matching = before.map_or_else(|| Matching::begin(word, &self.table), |before| before.go_over(word, &self.table));
        matching.go_on(&self.table, &mut { usize::MAX });
        black_box(matching.best(BEST));
        matching
    }

    fn frizbee(&self, word: &str) {
        let found: Vec<Match> = frizbee::Matcher::new(word, &Config::default()).match_list(&self.folded);
        black_box(found);
    }

    fn nucleo(&self, word: &str) {
        let mut matcher = Matcher::new(nucleo_matcher::Config::DEFAULT);
        let atom = Atom::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy, false);
        let scored = self.wide.iter().enumerate();
        let mut found: Vec<_> = scored.filter_map(|(row, name)| Some((atom.score(name.slice(..), &mut matcher)?, row))).collect();
        let best = BEST.min(found.len());
        if best > 0 {
            found.select_nth_unstable_by_key(best - 1, |(score, row)| (std::cmp::Reverse(*score), *row));
            found[..best].sort_unstable_by_key(|(score, row)| (std::cmp::Reverse(*score), *row));
        }
        black_box(found);
    }
}

/// Persons most of all.
fn bearer(number: usize) -> Bearer {
    match number % 10 {
        0..6 => Bearer::Person(number),
        6 | 7 => Bearer::Group(number),
        8 => Bearer::Place(number),
        _ => Bearer::House(number),
    }
}
