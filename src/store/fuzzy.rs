//! Fuzzy matching of one word in a folded name or headline.
//!
//! A word of n letters holds where its letters stand in order within 2n + 1 letters, or where each begins a word. Without that
//! bound `iran` would be found in "Syrian Kurdistan", and a filter that leaves such hits is no filter. Scores are
//! SkimMatcherV2's, lifted by how whole the match is: the name itself, its beginning, a word's beginning, anywhere.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::ops::Range;

const WHOLE: i64 = 400;
const BEGINNING: i64 = 300;
const WORD_BEGINNING: i64 = 200;
const INSIDE: i64 = 100;

pub(super) struct Fuzzy(SkimMatcherV2);

/// Where a word was found, and how well.
#[derive(Debug, PartialEq)]
pub(super) struct Match {
    pub score: i64,
    /// Bytes of the folded text, a range for each matched letter.
    pub letters: Vec<Range<usize>>,
}

impl Fuzzy {
    pub fn new() -> Self {
        Self(SkimMatcherV2::default().ignore_case())
    }

    /// The best match of `word` in `text`, both folded.
    pub fn find(&self, text: &str, word: &str) -> Option<Match> {
        if word.is_empty() || !is_subsequence(text.chars(), word) {
            return None;
        }
        self.contiguous(text, word).or_else(|| self.scattered(text, word)).or_else(|| initials(text, word))
    }

    /// How well `word` is found in `text`: the score of [`Fuzzy::find`], without its letters.
    pub fn score(&self, text: &str, word: &str) -> Option<i64> {
        if word.is_empty() || !is_subsequence(text.chars(), word) {
            return None;
        }
        let scattered = || windows(text, word).filter_map(|window| self.0.fuzzy_match(&text[window], word)).max();
        let contiguous = contiguous(text, word).and_then(|at| self.lifted(text, at, word));
        contiguous.or_else(scattered).or_else(|| initials(text, word).map(|_| INSIDE))
    }

    fn contiguous(&self, text: &str, word: &str) -> Option<Match> {
        let at = contiguous(text, word)?;
        let letters = word.char_indices().map(|(offset, c)| at + offset..at + offset + c.len_utf8()).collect();
        Some(Match { score: self.lifted(text, at, word)?, letters })
    }

    /// The score of `word` where it stands in `text` as it is.
    fn lifted(&self, text: &str, at: usize, word: &str) -> Option<i64> {
        let lift = match () {
            () if text == word => WHOLE,
            () if at == 0 => BEGINNING,
            () if begins_word(text, at) => WORD_BEGINNING,
            () => INSIDE,
        };
        Some(lift + self.0.fuzzy_match(text, word)?)
    }

    /// The letters of `word` in order within a short window that begins with the first of them.
    fn scattered(&self, text: &str, word: &str) -> Option<Match> {
        let found = windows(text, word).filter_map(|window| self.in_window(text, window, word));
        found.max_by_key(|found| (found.score, std::cmp::Reverse(found.letters[0].start)))
    }

    fn in_window(&self, text: &str, window: Range<usize>, word: &str) -> Option<Match> {
        let (at, window) = (window.start, &text[window]);
        let (score, indices) = self.0.fuzzy_indices(window, word)?;
        let letters: Vec<_> = window.char_indices().map(|(offset, c)| at + offset..at + offset + c.len_utf8()).collect();
        Some(Match { score, letters: indices.into_iter().map(|index| letters[index].clone()).collect() })
    }
}

/// Where `word` stands as it is; of several places the one that begins a word, of these the first.
fn contiguous(text: &str, word: &str) -> Option<usize> {
    let places = || text.match_indices(word).map(|(at, _)| at);
    let long_enough = word.chars().count() > 2;
    places().find(|at| begins_word(text, *at)).or_else(|| places().next().filter(|_| long_enough))
}

/// The short parts of `text` that begin with the first letter of `word` and have all of them in order.
fn windows<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let length = word.chars().count();
    let first = word.chars().next();
    let starts = text.char_indices().filter(move |&(at, c)| Some(c) == first && (length > 3 || begins_word(text, at)));
    let end = move |at: usize| text[at..].char_indices().nth(2 * length + 1).map_or(text.len(), |(end, _)| at + end);
    starts.map(move |(at, _)| at..end(at)).filter(move |window| is_subsequence(text[window.clone()].chars(), word))
}

/// `hts` in "hayat tahrir al sham": letters that each begin a word, in order, with at most one word between two of them.
fn initials(text: &str, word: &str) -> Option<Match> {
    let starts: Vec<(usize, char)> = text.char_indices().filter(|&(at, c)| c.is_alphanumeric() && begins_word(text, at)).collect();
    let length = word.chars().count();
    let found = (0..starts.len()).find_map(|from| {
        let mut wanted = word.chars().peekable();
        let window = starts[from..].iter().take(length + 2);
        let letters: Vec<_> = window.filter(|(_, c)| wanted.next_if_eq(c).is_some()).map(|&(at, c)| at..at + c.len_utf8()).collect();
        (letters.len() == length && length > 1).then_some(letters)
    })?;
    Some(Match { score: INSIDE, letters: found })
}

pub(super) fn begins_word(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

fn is_subsequence(mut text: impl Iterator<Item = char>, word: &str) -> bool {
    word.chars().all(|wanted| text.any(|c| c == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn score(text: &str, word: &str) -> Option<i64> {
        Fuzzy::new().find(text, word).map(|found| found.score)
    }

    #[test]
    fn scattered_letters_hold_only_when_near() {
        for (text, word) in [("qamishli", "qmshl"), ("hayat tahrir al sham", "hts"), ("deir ez zor", "dez"), ("al qamishli", "qam")] {
            assert!(score(text, word).is_some(), "{word} in {text}");
        }
        for (text, word) in
            [("syrian kurdistan", "iran"), ("rain falls on erbil", "qam"), ("visit", "is"), ("", "a"), ("iraqi army", "qam")]
        {
            assert_eq!(score(text, word), None, "{word} in {text}");
        }
    }

    #[test]
    fn the_wholer_match_is_better() {
        let texts = ["iran", "irans east", "east iran", "tirana", "ijrkan"];
        let scores: Vec<_> = texts.iter().map(|text| score(text, "iran").expect("matches")).collect();
        assert!(scores.windows(2).all(|pair| pair[0] > pair[1]), "{scores:?}");
    }

    #[test]
    fn letters_are_bytes_of_the_text() {
        let found = Fuzzy::new().find("東京 qamishli", "qmsh").expect("matches");
        assert_eq!(found.letters, [7..8, 9..10, 11..12, 12..13]);
    }
    proptest! {
        #[test]
        fn the_score_is_that_of_the_letters_found(text in "[a-d ]{0,30}|[a-dé東 ]{0,14}", word in "[a-d]{1,6}|[a-dé東]{1,4}") {
            let fuzzy = Fuzzy::new();
            prop_assert_eq!(fuzzy.score(&text, &word), fuzzy.find(&text, &word).map(|found| found.score));
        }
    }
}
