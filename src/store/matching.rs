//! A word against a whole column of names, in slices: the letters of each row first, which is one comparison; then the row itself,
//! where that may help.
//!
//! A word that goes on from the one before looks only at the rows that had the letters of that in order: this is never wanted less. It must
//! not go by the hits, for a longer word can hold where its beginning does not (`arl` is in "karla", `ar` is not).

use super::fuzzy::Fuzzy;
use super::letters::Letters;
use super::names::NameTable;
use super::plain::PlainWord;
use super::planes::{Places, Planes, Sought, Stand};
use super::query::{How, Needle};
use super::search::score;
use std::cmp::Reverse;

/// Rows whose letters are looked at together, in about the time in which a word is scored.
const ROWS: usize = 64;

/// A needle at work on the rows that a column had at the beginning.
pub struct Matching {
    needle: Needle,
    letters: Letters,
    /// A word of one or two letters, the first of which has to begin a word.
    is_short: bool,
    /// The first letter of a short word.
    initial: Letters,
    /// The rows to look at: these, and then those from `next` to `end`.
    likely: Vec<u32>,
    /// Of `likely`, looked at.
    looked: usize,
    next: usize,
    end: usize,
    /// Of those looked at, all that a longer word may fit. Nothing is kept for a short one, which looks at few.
    kept: Vec<u32>,
    found: Vec<Found>,
}

/// What is known of a column from searches before: where one of them is gone on with, not all rows are looked at again.
#[derive(Default)]
pub struct Known(Vec<Matching>);

impl Known {
    pub(super) fn of(matchings: impl Iterator<Item = Matching>) -> Self {
        Self(matchings.collect())
    }

    /// Begins with what helps most of what is known of the same column.
    pub(super) fn begin(&mut self, needle: &Needle, names: &NameTable) -> Matching {
        let helping = self.0.iter().enumerate().filter(|(_, known)| known.is_gone_on_by(needle));
        match helping.max_by_key(|(_, known)| known.needle.word.len()).map(|(number, _)| number) {
            Some(number) => self.0.swap_remove(number).narrowed(needle.clone(), names),
            None => Matching::of(needle.clone(), names),
        }
    }
}

/// A row that the needle fits.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub row: u32,
    /// Higher is better.
    pub score: i32,
}

impl Matching {
    /// Begins to look for a folded word, fuzzily, in all rows there are now.
    pub fn begin(word: &str, names: &NameTable) -> Self {
        Self::of(Needle { how: How::Fuzzy, word: word.into() }, names)
    }

    /// The same for any needle.
    fn of(needle: Needle, names: &NameTable) -> Self {
        let first = needle.word.char_indices().nth(1).map_or(needle.word.as_str(), |(second, _)| &needle.word[..second]);
        let is_short = needle.how == How::Fuzzy && needle.word.chars().nth(2).is_none();
        Self {
            letters: Letters::of(&needle.word),
            initial: Letters::of(first),
            is_short,
            needle,
            likely: Vec::new(),
            looked: 0,
            next: 0,
            end: names.len(),
            kept: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Begins to look for a folded word, fuzzily; goes by what is known of the one before where the word goes on from it.
    pub fn go_over(self, word: &str, names: &NameTable) -> Self {
        self.narrowed(Needle { how: How::Fuzzy, word: word.into() }, names)
    }

    /// The same for any needle.
    fn narrowed(mut self, needle: Needle, names: &NameTable) -> Self {
        let next = Self::of(needle, names);
        if !self.is_gone_on_by(&next.needle) {
            return next;
        }
        self.kept.extend_from_slice(&self.likely[self.looked..]);
        Self { likely: self.kept, next: self.next, ..next }
    }

    /// A needle fits only rows that are left over from this one.
    fn is_gone_on_by(&self, needle: &Needle) -> bool {
        needle.how == How::Fuzzy && self.needle.how == How::Fuzzy && !self.is_short && needle.word.starts_with(&self.needle.word)
    }

    /// Goes on for about as long as it takes to score `steps` words and takes that from them; true when all rows are looked at.
    pub fn go_on(&mut self, names: &NameTable, steps: &mut usize) -> bool {
        let needle = self.needle.clone();
        let mut scoring = Scoring::of(&needle);
        while *steps > 0 && (self.looked < self.likely.len() || self.next < self.end) {
            let (from, fitting) = self.fitting(names);
            *steps = steps.saturating_sub(1 + fitting.count_ones() as usize);
            self.look_at(from, fitting, names, &mut scoring);
        }
        self.looked >= self.likely.len() && self.next >= self.end
    }

    /// The next rows, a bit for each whose letters fit: those of `likely`, or all from the given one on.
    fn fitting(&mut self, names: &NameTable) -> (From, u64) {
        if self.looked < self.likely.len() {
            let (from, to) = (self.looked, self.likely.len().min(self.looked + ROWS));
            self.looked = to;
            let holds = |row: &u32| names.letters()[*row as usize].hold(self.letters);
            return (From::Likely(from), bits(self.likely[from..to].iter().map(holds)));
        }
        let (from, to) = (self.next, self.end.min(self.next + ROWS));
        self.next = to;
        let letters = names.letters()[from..to].iter();
        let initials = names.initials()[from..to].iter();
        let fitting = match self.is_short {
            true => bits(letters.zip(initials).map(|(letters, initials)| letters.hold(self.letters) & initials.hold(self.initial))),
            false => bits(letters.map(|letters| letters.hold(self.letters))),
        };
        (From::Row(from), fitting)
    }

    /// The planes of all rows are fetched before the first is looked at: what is done with one hangs on what is in it, and meanwhile the
    /// machine could not fetch the next.
    fn look_at(&mut self, from: From, fitting: u64, names: &NameTable, scoring: &mut Scoring) {
        scoring.batch.clear();
        for at in Places(fitting) {
            let row = match from {
                From::Row(from) => from as u32 + at,
                From::Likely(from) => self.likely[from + at as usize],
            };
            scoring.batch.push((row, names.planes(row as usize)));
        }
        for (row, planes) in &scoring.batch {
            let (score, may_yet) = scoring.score(*row as usize, planes, names);
            self.found.extend(score.map(|score| Found { row: *row, score }));
            if may_yet && !self.is_short {
                self.kept.push(*row);
            }
        }
    }

    /// What was found so far, in the order of rows.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// The best of what was found so far, at most `most`; of equals the earlier row comes first.
    pub fn best(&self, most: usize) -> Vec<Found> {
        let key = |found: &Found| (Reverse(found.score), found.row);
        let mut best: Vec<Found> = Vec::with_capacity(2 * most);
        let mut least = i32::MIN;
        for found in self.found.iter().filter(|_| most > 0) {
            if found.score <= least {
                continue;
            }
            best.push(*found);
            if best.len() == 2 * most {
                best.select_nth_unstable_by_key(most - 1, key);
                best.truncate(most);
                least = best[most - 1].score;
            }
        }
        best.sort_unstable_by_key(key);
        best.truncate(most);
        best
    }
}

/// Where some rows are counted from.
#[derive(Copy, Clone)]
enum From {
    Likely(usize),
    Row(usize),
}

/// A bit for each that holds, of at most 64.
fn bits(holds: impl Iterator<Item = bool>) -> u64 {
    (0..).zip(holds).fold(0, |bits, (at, holds)| bits | u64::from(holds) << at)
}

/// A needle made ready to score rows.
struct Scoring<'a> {
    needle: &'a Needle,
    fuzzy: Fuzzy,
    plain: Option<PlainWord<'a>>,
    sought: Option<Sought>,
    /// Rows to be scored next.
    batch: Vec<(u32, Planes)>,
}

impl<'a> Scoring<'a> {
    fn of(needle: &'a Needle) -> Self {
        let plain = PlainWord::of(&needle.word).filter(|_| needle.how == How::Fuzzy);
        let sought = plain.and_then(|_| Sought::of(&needle.word));
        Self { needle, fuzzy: Fuzzy::new(), plain, sought, batch: Vec::with_capacity(ROWS) }
    }

    /// How well the needle fits a row, and whether one that goes on from it may fit.
    fn score(&self, row: usize, planes: &Planes, names: &NameTable) -> (Option<i32>, bool) {
        let (text, word) = (|| names.get(row), &self.needle.word);
        let (score, may_yet) = match (&self.sought, self.plain) {
            (Some(sought), Some(plain)) if !planes.are_empty() => {
                let stand = sought.stand(planes);
                let known = plain.score_standing(sought, planes, stand, text);
                (self.fuzzy.settled(known, text, word), stand != Stand::Never)
            }
            (_, Some(plain)) if names.letters()[row].are_plain() => (self.fuzzy.settled(plain.score(text()), text, word), true),
            _ => (score(&self.fuzzy, text(), self.needle), true),
        };
        (score.map(|score| score as i32), may_yet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    fn table(names: &[String]) -> NameTable {
        let mut table = NameTable::default();
        names.iter().for_each(|name| _ = table.push(name));
        table
    }

    /// Row by row, with nothing passed over.
    fn naive(names: &NameTable, word: &str) -> Vec<Found> {
        let score = |row: usize| Some(Found { row: row as u32, score: Fuzzy::new().score_any(names.get(row), word)? as i32 });
        (0..names.len()).filter_map(score).collect()
    }

    fn names() -> impl Strategy<Value = Vec<String>> {
        vec("[a-d]{1,6}|([a-d]{1,4} ){1,3}[a-d]{1,4}|[a-dé東 1.]{0,12}|([a-d]{1,9} ){8}[ab]{1,9}", 0..150)
    }

    proptest! {
        #[test]
        fn a_word_typed_letter_by_letter_finds_what_it_finds_alone(
            old in names(), new in names(), word in "[a-d]{1,6}|[a-dé東1.]{1,4}", steps in 1usize..9, slices in 0usize..9, most in 0usize..9,
        ) {
            let mut names = table(&old);
            let mut matching = Matching::begin("", &names);
            for end in (1..=word.len()).filter(|end| word.is_char_boundary(*end)) {
                matching = matching.go_over(&word[..end], &names);
                for _ in 0..slices {
                    matching.go_on(&names, &mut { steps });
                }
                if end == 1 {
                    new.iter().for_each(|name| _ = names.push(name));
                }
            }
            matching = matching.go_over(&word, &names);
            while !matching.go_on(&names, &mut { steps }) {}
            let mut expected = naive(&names, &word);
            prop_assert_eq!(matching.found(), &expected);
            expected.sort_by_key(|found| Reverse(found.score));
            expected.truncate(most);
            prop_assert_eq!(matching.best(most), expected);
        }

        #[test]
        fn a_slice_stops_when_its_steps_are_done(names in names(), steps in 1usize..4) {
            let names = table(&names);
            let (mut matching, mut left) = (Matching::begin("a", &names), steps);
            let done = matching.go_on(&names, &mut left);
            prop_assert!(done || left == 0);
            prop_assert!(matching.found().len() <= steps * (1 + ROWS));
        }
    }
}
