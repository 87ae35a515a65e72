//! One text with what every pass needs of it, made once.

use super::candidate::Words;
use super::lexicon::Lexicon;
use super::tokens::{Gap, Shape, Tokens};
use super::vocabulary::{Marks, WordHash};
use crate::text::{Span, sentences};
use std::ops::Range;

pub(super) struct Document<'a> {
    pub text: &'a str,
    pub tokens: Tokens,
    /// The number of the first token of the body: headlines are written in capitals that say nothing.
    pub body: usize,
    /// Where each sentence begins: its byte, and the token that stands there.
    starts: Vec<(u32, u32)>,
    /// Whether each token begins a sentence or what is quoted in one.
    begins: Vec<bool>,
    hashes: Vec<WordHash>,
    marks: Vec<Marks>,
}

impl<'a> Document<'a> {
    /// `body_start` is in bytes.
    pub fn new(text: &'a str, body_start: usize, lexicon: &Lexicon) -> Self {
        let tokens = Tokens::of(text);
        let body = tokens.at_byte(body_start as u32);
        let starts = starts(text, &tokens);
        let begins = begins(text, &tokens, &starts);
        let hashes: Vec<WordHash> = tokens.hashes().collect();
        let marks = hashes.iter().map(|&hash| lexicon.vocabulary.marks(hash)).collect();
        Self { text, tokens, body, starts, begins, hashes, marks }
    }

    #[inline]
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    #[inline]
    pub fn key(&self, index: usize) -> &str {
        self.tokens.key(index)
    }

    /// Of the word's folded key. `index` must be a token's.
    #[inline]
    pub fn hash(&self, index: usize) -> WordHash {
        self.hashes[index]
    }

    /// Of all words from `index` on.
    #[inline]
    pub fn hashes_from(&self, index: usize) -> &[WordHash] {
        &self.hashes[index..]
    }

    /// Whether the lists say one of `marks` of a word.
    #[inline]
    pub fn has(&self, index: usize, marks: Marks) -> bool {
        self.marks.get(index).is_some_and(|known| known & marks != 0)
    }

    #[inline]
    pub fn gap(&self, index: usize) -> Gap {
        self.tokens.get(index).map_or(Gap::Break, |token| token.gap)
    }

    #[inline]
    pub fn shape(&self, index: usize) -> Shape {
        self.tokens.get(index).map_or(Shape::Mark, |token| token.shape)
    }

    #[inline]
    pub fn is_capital(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.is_capital())
    }

    #[inline]
    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens.span(range)
    }

    #[inline]
    pub fn of(&self, range: Range<usize>) -> &'a str {
        self.span(range).of(self.text)
    }

    /// The same as what somebody or something is called by.
    pub fn words(&self, range: Range<usize>) -> Words {
        Words::at(self.span(range), self.text)
    }

    /// A word that stands where a sentence, or what is quoted in one, begins: its capital says nothing.
    #[inline]
    pub fn begins_sentence(&self, index: usize) -> bool {
        self.begins.get(index).copied().unwrap_or_default()
    }

    /// The token ranges of all sentences, none empty.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = self.starts.iter().map(|&(_, token)| token as usize);
        let ends = starts.clone().skip(1).chain([self.tokens.len()]);
        starts.zip(ends).map(|(start, end)| start..end).filter(|sentence| !sentence.is_empty())
    }

    /// The token range of the sentence around `index`.
    pub fn sentence(&self, index: usize) -> Range<usize> {
        let at = self.tokens.get(index).map_or(0, |token| token.span.start);
        let number = self.starts.partition_point(|&(start, _)| start <= at);
        let start = number.checked_sub(1).map_or(0, |number| self.starts[number].1 as usize);
        let end = self.starts.get(number).map_or(self.tokens.len(), |&(_, next)| next as usize);
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

/// The byte and the token each sentence begins with.
fn starts(text: &str, tokens: &Tokens) -> Vec<(u32, u32)> {
    let mut at = 0;
    let mut token_of = |start: u32| {
        at += tokens.iter().skip(at).take_while(|token| token.span.end <= start).count();
        at as u32
    };
    sentences(text).into_iter().map(|sentence| sentence.start).map(|start| (start, token_of(start))).collect()
}

/// A mark that opens what is quoted: nearly all others are told by one byte.
fn opens(mark: &str) -> bool {
    match mark.as_bytes() {
        [byte] => matches!(byte, b'"' | b':'),
        _ => matches!(mark, "“" | "‘" | "«" | "„" | "‚" | "‹" | "``"),
    }
}

/// Of each token, whether it stands behind a break or an opening mark, or where a sentence begins.
fn begins(text: &str, tokens: &Tokens, starts: &[(u32, u32)]) -> Vec<bool> {
    let mut behind_opening = true;
    let mut begins: Vec<bool> = Vec::with_capacity(tokens.len());
    for token in tokens.iter() {
        begins.push(behind_opening || token.gap == Gap::Break);
        behind_opening = token.shape == Shape::Mark && opens(token.span.of(text));
    }
    let is_there = |&&(start, token): &&(u32, u32)| tokens.get(token as usize).is_some_and(|token| token.span.start == start);
    starts.iter().filter(is_there).for_each(|&(_, token)| begins[token as usize] = true);
    begins
}
