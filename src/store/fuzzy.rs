//! Fuzzy matching of one word in a folded name or headline.
//!
//! A word of n letters holds where its letters stand in order within 2n + 1 letters, or where each begins a word. Without that
//! bound `iran` would be found in "Syrian Kurdistan", and a filter that leaves such hits is no filter. Scores are
//! SkimMatcherV2's, lifted by how whole the match is: the name itself, its beginning, a word's beginning, anywhere.

use super::plain::{Known, PlainWord, is_plain};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::cmp::Reverse;
use std::ops::Range;

pub(super) const WHOLE: i32 = 400;
pub(super) const BEGINNING: i32 = 300;
pub(super) const WORD_BEGINNING: i32 = 200;
pub(super) const INSIDE: i32 = 100;

/// Scores words.
///
/// SkimMatcherV2 keeps its table from one text to the next without clearing all of it, and takes a bonus from what is left there where a
/// word comes back to the letter it doubles (`llama`, `mamma`). Such words, and the few texts whose letters are asked for, get one of their
/// own each time, so that a score hangs on the word and the text alone.
pub(super) struct Fuzzy(SkimMatcherV2);

/// Bytes of a folded text, a range for each letter of a word.
type Letters = Vec<Range<usize>>;

impl Fuzzy {
    pub fn new() -> Self {
        Self(skim())
    }

    /// The letters of the best match of `word` in `text`, both folded; there are some where there is a score.
    pub fn find(&self, text: &str, word: &str) -> Option<Letters> {
        if word.is_empty() || !is_subsequence(text.chars(), word) {
            return None;
        }
        let together = |at: usize| word.char_indices().map(|(offset, c)| at + offset..at + offset + c.len_utf8()).collect();
        contiguous(text, word).map(together).or_else(|| self.scattered(text, word)).or_else(|| initials(text, word))
    }

    /// How well `word` is found in `text`, both folded.
    pub fn score(&self, text: &str, word: &str) -> Option<i64> {
        match PlainWord::of(word).filter(|_| is_plain(text)) {
            Some(plain) => self.settled(plain.score(text), || text, word),
            None => self.score_any(text, word),
        }
    }

    /// The score that is known of a plain text, or what is left to be known of it.
    pub fn settled<'t>(&self, known: Known, text: impl FnOnce() -> &'t str, word: &str) -> Option<i64> {
        match known {
            Known::No => None,
            Known::Score(score) => Some(score.into()),
            Known::Lifted(lift) => Some(i64::from(lift) + self.aligned(text(), word)?),
        }
    }

    /// [`Fuzzy::score`] by SkimMatcherV2 alone.
    pub fn score_any(&self, text: &str, word: &str) -> Option<i64> {
        if word.is_empty() || !is_subsequence(text.chars(), word) {
            return None;
        }
        let scattered = || windows(text, word).filter_map(|window| self.aligned(&text[window], word)).max();
        let contiguous = contiguous(text, word).and_then(|at| self.lifted(text, at, word));
        contiguous.or_else(scattered).or_else(|| initials(text, word).map(|_| INSIDE.into()))
    }

    /// The score of `word` where it stands in `text` as it is.
    fn lifted(&self, text: &str, at: usize, word: &str) -> Option<i64> {
        let lift = match () {
            () if text == word => WHOLE,
            () if at == 0 => BEGINNING,
            () if begins_word(text, at) => WORD_BEGINNING,
            () => INSIDE,
        };
        Some(i64::from(lift) + self.aligned(text, word)?)
    }

    /// SkimMatcherV2's score of the best alignment.
    fn aligned(&self, text: &str, word: &str) -> Option<i64> {
        if doubles_first(word) { skim().fuzzy_match(text, word) } else { self.0.fuzzy_match(text, word) }
    }

    /// The letters of `word` in order within a short window that begins with the first of them: the best window, of several the first.
    fn scattered(&self, text: &str, word: &str) -> Option<Letters> {
        let scored = windows(text, word).filter_map(|window| Some((self.aligned(&text[window.clone()], word)?, window)));
        let (_, window) = scored.max_by_key(|(score, window)| (*score, Reverse(window.start)))?;
        in_window(text, window, word)
    }
}

fn skim() -> SkimMatcherV2 {
    SkimMatcherV2::default().ignore_case()
}

/// Two letters that follow each other, the first of them at an even place, are both the first of the word.
fn doubles_first(word: &str) -> bool {
    let mut letters = word.chars();
    let first = word.chars().next();
    std::iter::from_fn(|| Some((letters.next()?, letters.next()?))).any(|pair| Some(pair.0) == first && Some(pair.1) == first)
}

fn in_window(text: &str, window: Range<usize>, word: &str) -> Option<Letters> {
    let (at, window) = (window.start, &text[window]);
    let (_, indices) = skim().fuzzy_indices(window, word)?;
    let letters: Letters = window.char_indices().map(|(offset, c)| at + offset..at + offset + c.len_utf8()).collect();
    Some(indices.into_iter().map(|index| letters[index].clone()).collect())
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
fn initials(text: &str, word: &str) -> Option<Letters> {
    let starts: Vec<(usize, char)> = text.char_indices().filter(|&(at, c)| c.is_alphanumeric() && begins_word(text, at)).collect();
    let length = word.chars().count();
    (0..starts.len()).find_map(|from| {
        let mut wanted = word.chars().peekable();
        let window = starts[from..].iter().take(length + 2);
        let letters: Letters = window.filter(|(_, c)| wanted.next_if_eq(c).is_some()).map(|&(at, c)| at..at + c.len_utf8()).collect();
        (letters.len() == length && length > 1).then_some(letters)
    })
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
    use crate::store::planes::{Planes, Sought};
    use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

    fn score(text: &str, word: &str) -> Option<i64> {
        Fuzzy::new().score(text, word)
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
        assert_eq!(found, [7..8, 9..10, 11..12, 12..13]);
    }

    /// The score by way of each that knows it without SkimMatcherV2, where they take such a text and word at all.
    fn known(fuzzy: &Fuzzy, text: &str, word: &str) -> Vec<Option<i64>> {
        let Some(plain) = PlainWord::of(word).filter(|_| is_plain(text)) else { return Vec::new() };
        let standing = |sought: Sought, planes: Planes| plain.score_standing(&sought, &planes, sought.stand(&planes), || text);
        let known =
            Sought::of(word).zip(Planes::of(text)).map(|(sought, planes)| standing(sought, planes)).into_iter().chain([plain.score(text)]);
        known.map(|known| fuzzy.settled(known, || text, word)).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_has_a_score_has_the_letters_of_the_word(text in "[a-d ]{0,30}|[a-dé東 ]{0,14}", word in "[a-d]{1,6}|[a-dé東]{1,4}") {
            let (fuzzy, letters) = (Fuzzy::new(), Fuzzy::new().find(&text, &word));
            prop_assert_eq!(fuzzy.score(&text, &word).is_some(), letters.is_some());
            if let Some(letters) = letters {
                prop_assert_eq!(letters.into_iter().map(|letter| &text[letter]).collect::<String>(), word);
            }
        }

        #[test]
        fn a_known_score_is_that_of_skim(
            text in "[ab ]{0,64}|[a-e ]{0,40}|([a-f]{1,7} ){1,8}[a-f]{0,5}|[a-c1 ]{0,20}",
            word in "[ab]{1,7}|[a-e]{1,9}|[a-f]{1,24}|[a-c1]{1,4}",
            before in "[ab ]{0,64}",
        ) {
            let fuzzy = Fuzzy::new();
            fuzzy.score_any(&before, &word);
            let expected = fuzzy.score_any(&text, &word);
            for score in known(&fuzzy, &text, &word) {
                prop_assert_eq!(score, expected);
            }
        }

        #[test]
        fn a_word_in_its_text_is_scored_as_by_skim(
            before in "([a-d]{1,5} ){0,4}[a-d]{0,3}", word in "[a-d]{1,8}", after in "[a-d]{0,3}( [a-d]{1,5}){0,4}",
        ) {
            let (fuzzy, text) = (Fuzzy::new(), format!("{before}{word}{after}"));
            let expected = fuzzy.score_any(&text, &word);
            for score in known(&fuzzy, &text, &word) {
                prop_assert_eq!(score, expected);
            }
        }
    }
}
