//! One text with what every pass needs of it, made once.

use super::lexicon::Lexicon;
use super::tokens::{Gap, Shape, Tokens};
use super::vocabulary::{Marks, WordHash, word_hash};
use crate::text::{Span, sentences};
use std::ops::Range;

pub(super) struct Document<'a> {
    pub text: &'a str,
    pub tokens: Tokens,
    /// The number of the first token of the body: headlines are written in capitals that say nothing.
    pub body: usize,
    starts: Vec<u32>,
    hashes: Vec<WordHash>,
    marks: Vec<Marks>,
}

impl<'a> Document<'a> {
    /// `body_start` is in bytes.
    pub fn new(text: &'a str, body_start: usize, lexicon: &Lexicon) -> Self {
        let tokens = Tokens::of(text);
        let body = tokens.at_byte(body_start as u32);
        let starts = sentences(text).into_iter().map(|sentence| sentence.start).collect();
        let hashes: Vec<WordHash> = (0..tokens.len()).map(|index| word_hash(tokens.key(index))).collect();
        let marks = hashes.iter().map(|&hash| lexicon.vocabulary.marks(hash)).collect();
        Self { text, tokens, body, starts, hashes, marks }
    }

    pub fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    pub fn key(&self, index: usize) -> &str {
        self.tokens.key(index)
    }

    /// Of the word's folded key. `index` must be a token's.
    pub fn hash(&self, index: usize) -> WordHash {
        self.hashes[index]
    }

    /// Whether the lists say one of `marks` of a word.
    pub fn has(&self, index: usize, marks: Marks) -> bool {
        self.marks.get(index).is_some_and(|known| known & marks != 0)
    }

    pub fn gap(&self, index: usize) -> Gap {
        self.tokens.get(index).map_or(Gap::Break, |token| token.gap)
    }

    pub fn shape(&self, index: usize) -> Shape {
        self.tokens.get(index).map_or(Shape::Mark, |token| token.shape)
    }

    pub fn is_capital(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.is_capital())
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens.span(range)
    }

    pub fn of(&self, range: Range<usize>) -> &'a str {
        self.span(range).of(self.text)
    }

    /// A word that stands where a sentence, or what is quoted in one, begins: its capital says nothing.
    pub fn begins_sentence(&self, index: usize) -> bool {
        let Some(token) = self.tokens.get(index) else { return false };
        let before = index.checked_sub(1).map_or("", |before| self.word(before));
        matches!(before, "" | "“" | "\"" | "‘" | "«" | "„" | ":")
            || token.gap == Gap::Break
            || self.starts.binary_search(&token.span.start).is_ok()
    }

    /// The token ranges of all sentences, none empty.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = self.starts.iter().map(|&start| self.tokens.at_byte(start));
        let ends = self.starts.iter().skip(1).map(|&start| self.tokens.at_byte(start)).chain([self.tokens.len()]);
        starts.zip(ends).map(|(start, end)| start..end).filter(|sentence| !sentence.is_empty())
    }

    /// The token range of the sentence around `index`.
    pub fn sentence(&self, index: usize) -> Range<usize> {
        let at = self.tokens.get(index).map_or(0, |token| token.span.start);
        let number = self.starts.partition_point(|&start| start <= at);
        let start = number.checked_sub(1).map_or(0, |number| self.tokens.at_byte(self.starts[number]));
        let end = self.starts.get(number).map_or(self.tokens.len(), |&next| self.tokens.at_byte(next));
        start..end
    }

    /// `US-backed`, `PKK-linked`, `anti-ISIS`: a name that only colours another word.
    pub fn is_modifier(&self, name: &Range<usize>) -> bool {
        let next = name.end;
        let before_small = self.gap(next) == Gap::Hyphen && self.shape(next) == Shape::Lower && !self.is_arabic_article(next);
        let behind_small = name.start > 0 && self.gap(name.start) == Gap::Hyphen && self.shape(name.start - 1) == Shape::Lower;
        before_small || behind_small
    }

    /// An article that a hyphen ties to the name behind it (`al-`, `ez-`).
    pub fn is_arabic_article(&self, index: usize) -> bool {
        self.gap(index + 1) == Gap::Hyphen
            && matches!(
                self.key(index),
                "al" | "el" | "ad" | "an" | "ar" | "as" | "at" | "az" | "ash" | "ed" | "er" | "es" | "ez" | "ul" | "ud"
            )
    }
}
