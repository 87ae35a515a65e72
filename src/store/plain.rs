//! The scores of [`super::fuzzy`] for a plain text (a–z, 0–9, spaces), which nearly all folded names are: byte by byte, without
//! memory of its own, and without SkimMatcherV2 wherever its score is known beforehand.
//!
//! # The known scores
//! In a plain text SkimMatcherV2 gives a matched letter 16, and 8 more at the beginning of a word (16 more at that of the text); one
//! that follows the matched letter before it gets 4 at least, a gap of g letters costs 3 + g, and 1 is taken off once. So
//! each letter after the first adds 20 at most, and the first 31 at the beginning of the text, 23 at that of a word, 15 anywhere else: a
//! word that stands in one piece has the best score there can be, unless its first letter also stands at a better place.

use super::fuzzy::{BEGINNING, INSIDE, WHOLE, WORD_BEGINNING};
use super::planes::{Planes, Sought, Stand};
use std::ops::Range;

pub(super) const MATCHED: i32 = 16;
pub(super) const FOLLOWING: i32 = 4;
pub(super) const AT_WORD: i32 = 8;
pub(super) const AT_TEXT: i32 = 16;
pub(super) const FIRST: i32 = MATCHED - 1;
const NEXT: i32 = MATCHED + FOLLOWING;
/// Taken off for the first letter of a gap; each more takes 1.
pub(super) const GAP: i32 = 4;
/// Less than any score, with room below.
pub(super) const NONE: i32 = i16::MIN as i32 / 2;
/// Letters of the longest word that is scored here.
const LONGEST_WORD: usize = 24;
/// Letters of the longest word that is near itself and has the same score by an alignment of which nothing is left over
/// ([`PlainWord::aligned`]): one that leaves two letters out is always worse then.
const LONGEST_SURE: usize = 6;
/// Letters of the longest text that is aligned here.
const LONGEST_TEXT: usize = 2 * LONGEST_WORD + 1;

/// A plain word, ready to be looked for.
#[derive(Copy, Clone, Debug)]
pub(super) struct PlainWord<'a>(&'a [u8]);

/// What is known without an alignment of the whole text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    No,
    Score(i32),
    /// The letters stand together, but SkimMatcherV2 may like another place better: its score of the whole text, and this besides.
    Lifted(i32),
}

pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b' '))
}

impl<'a> PlainWord<'a> {
    /// Nothing for a word that is not plain or is long.
    pub fn of(word: &'a str) -> Option<Self> {
        let fits = (1..=LONGEST_WORD).contains(&word.len()) && is_plain(word) && !word.contains(' ');
        fits.then_some(Self(word.as_bytes()))
    }

    /// How well the word is found in a plain text.
    pub fn score(self, text: &str) -> Known {
        let (text, word) = (text.as_bytes(), self.0);
        let (mut inside, mut windows) = (None, 0..0);
        for start in memchr::memchr_iter(word[0], text) {
            let begins = begins_word(text, start);
            if !begins && word.len() < 3 {
                continue;
            }
            if text[start..].starts_with(word) {
                if begins {
                    return self.lifted(text, start);
                }
                inside = inside.or(Some(start));
            } else if (begins || word.len() > 3) && inside.is_none() && self.is_scattered(window(text, start, word.len())) {
                windows = if windows.is_empty() { start..start + 1 } else { windows.start..start + 1 };
            }
        }
        match inside {
            Some(start) => self.lifted(text, start),
            None if !windows.is_empty() => Known::Score(self.scattered(text, windows)),
            None if self.is_initials(text) => Known::Score(INSIDE),
            None => Known::No,
        }
    }

    /// The same where it is known how the word stands in a short text, which is looked at only when need be.
    pub fn score_standing<'t>(self, sought: &Sought, planes: &Planes, stand: Stand, text: impl FnOnce() -> &'t str) -> Known {
        match stand {
            Stand::Never | Stand::No => Known::No,
            Stand::Together { at: 0, .. } if planes.length() == self.0.len() => self.known(WHOLE, AT_TEXT),
            Stand::Together { at: 0, .. } => self.known(BEGINNING, AT_TEXT),
            Stand::Together { begins_word: true, elsewhere: false, .. } => self.known(WORD_BEGINNING, AT_WORD),
            Stand::Together { begins_word: true, .. } => Known::Score(WORD_BEGINNING + sought.aligned(planes)),
            Stand::Together { elsewhere: false, .. } => self.known(INSIDE, 0),
            Stand::Together { .. } => Known::Score(INSIDE + sought.aligned(planes)),
            Stand::Near(starts) if self.0.len() <= LONGEST_SURE => Known::Score(sought.aligned_near(planes, starts)),
            Stand::Near(starts) => Known::Score(self.best_of(text().as_bytes(), starts)),
            Stand::Initials if self.is_initials(text().as_bytes()) => Known::Score(INSIDE),
            Stand::Initials => Known::No,
        }
    }

    /// The score of the word in one piece, of which the first letter gets `place` for where it stands.
    fn known(self, lift: i32, place: i32) -> Known {
        Known::Score(lift + FIRST + place + NEXT * (self.0.len() as i32 - 1))
    }

    /// The best score of the windows that begin at the bits of `starts`.
    fn best_of(self, text: &[u8], mut starts: u64) -> i32 {
        let mut best = 0;
        while starts != 0 {
            best = best.max(self.aligned(window(text, starts.trailing_zeros() as usize, self.0.len())));
            starts &= starts - 1;
        }
        best
    }

    /// The score of the word where it stands in one piece.
    fn lifted(self, text: &[u8], start: usize) -> Known {
        let word = self.0;
        match begins_word(text, start) {
            _ if text.len() == word.len() => self.known(WHOLE, AT_TEXT),
            _ if start == 0 => self.known(BEGINNING, AT_TEXT),
            true if text[0] != word[0] => self.known(WORD_BEGINNING, AT_WORD),
            true => self.aligned_in(text, WORD_BEGINNING),
            false if !has_initial(text, word[0]) => self.known(INSIDE, 0),
            false => self.aligned_in(text, INSIDE),
        }
    }

    fn aligned_in(self, text: &[u8], lift: i32) -> Known {
        if text.len() > LONGEST_TEXT { Known::Lifted(lift) } else { Known::Score(lift + self.aligned(text)) }
    }

    /// The letters stand in order in `window`, which begins with the first.
    fn is_scattered(self, window: &[u8]) -> bool {
        let mut wanted = self.0.iter();
        let mut next = wanted.next();
        for letter in window {
            if next == Some(letter) {
                next = wanted.next();
            }
        }
        next.is_none()
    }

    /// The best score of the windows that begin in `starts`.
    fn scattered(self, text: &[u8], starts: Range<usize>) -> i32 {
        let allowed = |start: &usize| text[*start] == self.0[0] && (self.0.len() > 3 || begins_word(text, *start));
        let windows = starts.filter(allowed).map(|start| window(text, start, self.0.len()));
        windows.filter(|window| self.is_scattered(window)).map(|window| self.aligned(window)).max().unwrap_or_default()
    }

    /// SkimMatcherV2's score of a text that has the letters in order: the best alignment, by two rows of a table, a letter of the word
    /// for each. A row is written over with that of the second letter after it, from the first place where that can stand; what is
    /// left of the older one to the left of this place is read once, as SkimMatcherV2 does.
    fn aligned(self, text: &[u8]) -> i32 {
        let (mut rows, mut from) = ([[Cell::default(); LONGEST_TEXT + 1]; 2], 0);
        rows[0][..=text.len()].fill(Cell { skipped: -1, ..Cell::default() });
        for (number, letter) in self.0.iter().enumerate() {
            let [even, odd] = &mut rows;
            let (before, row) = if number % 2 == 0 { (even, odd) } else { (odd, even) };
            from += memchr::memchr(*letter, &text[from..]).unwrap_or_default();
            (from..text.len()).for_each(|at| step(before, row, at, text[at] == *letter, bonus(text, at)));
            from += 1;
        }
        let last = &rows[self.0.len() % 2];
        last[from - 1..=text.len()].iter().map(|cell| cell.matched).max().unwrap_or_default()
    }

    /// Letters that each begin a word, in order, with at most one word between two of them: [`super::fuzzy`] has the rule.
    fn is_initials(self, text: &[u8]) -> bool {
        let word = self.0;
        let starts = || (0..text.len()).filter(|&at| text[at] != b' ' && begins_word(text, at)).map(|at| text[at]);
        let words = starts().count();
        word.len() > 1
            && words >= word.len()
            && (0..words).any(|from| {
                let mut wanted = word.iter().copied().peekable();
                starts().skip(from).take(word.len() + 2).for_each(|letter| _ = wanted.next_if_eq(&letter));
                wanted.peek().is_none()
            })
    }
}

/// The best scores of an alignment up to a letter of the text.
#[derive(Copy, Clone)]
struct Cell {
    /// That matches this letter.
    matched: i32,
    /// That skips it.
    skipped: i32,
    /// What the next letter gets for following this one.
    bonus: i32,
}

impl Default for Cell {
    fn default() -> Self {
        Self { matched: NONE, skipped: NONE, bonus: 0 }
    }
}

/// Fills in the letter at `at`, whose cell is the next one: the first stands for the beginning of the text.
fn step(before: &[Cell], row: &mut [Cell], at: usize, matches: bool, place: i32) {
    let last = row[at];
    row[at + 1].skipped = (last.matched - GAP).max(last.skipped - 1);
    if !matches {
        (row[at + 1].matched, row[at + 1].bonus) = (NONE, 0);
        return;
    }
    row[at].bonus = last.bonus.max(place).max(FOLLOWING);
    row[at + 1].matched = MATCHED + (before[at].matched + row[at].bonus).max(before[at].skipped + place);
}

fn bonus(text: &[u8], at: usize) -> i32 {
    match at {
        0 => AT_TEXT,
        at if text[at - 1] == b' ' => AT_WORD,
        _ => 0,
    }
}

fn window(text: &[u8], start: usize, length: usize) -> &[u8] {
    &text[start..text.len().min(start + 2 * length + 1)]
}

fn begins_word(text: &[u8], at: usize) -> bool {
    at == 0 || text[at - 1] == b' '
}

fn has_initial(text: &[u8], letter: u8) -> bool {
    memchr::memchr_iter(letter, text).any(|at| begins_word(text, at))
}
