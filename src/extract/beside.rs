//! Attributions that stand beside a quotation without a verb of speech before or behind it: a verb nobody listed, an attribution
//! that interrupts, one at the far end of the sentence, what is written on a sign; and what in marks is nobody's speech.

use super::manners::{displays, is_manner, names_a_term, stands_in_titles};
use super::quotes::Quotation;
use super::reported::preceded;
use super::speakers::{Attribution, REACH, Said};
use super::tokens::{Gap, Shape};
use crate::model::{Kind, QuoteKind};
use std::ops::Range;

/// The title of a work has no more tokens.
const LONGEST_WORK: usize = 6;
/// An attribution that interrupts a sentence of speech is no longer than this, in tokens.
const LONGEST_INTERRUPTION: usize = 24;

impl Attribution<'_> {
    /// `the so-called “canal tax”`, `he wrote “Ironing Day”`, `the word “ban”`, `the “Annals of Glass”`: nobody's words.
    pub fn is_term(&self, number: usize) -> bool {
        let range = &self.quoted[number];
        let before = |back: usize| range.start.checked_sub(1 + back).map_or("", |at| self.doc.key(at));
        let work = matches!(before(1), "wrote" | "writes" | "sang" | "composed" | "recorded") && range.len() <= LONGEST_WORK;
        let open = !self.ends_sentence(range);
        (before(1) == "called" && before(2) == "so") || (open && (work || names_a_term(before(1)) || self.is_title(range)))
    }

    /// Words with capitals throughout, as titles of works and events are written, in a body that is not.
    fn is_title(&self, range: &Range<usize>) -> bool {
        let capitals = range.clone().filter(|&at| self.doc.is_capital(at)).count();
        let fits = |at: usize| self.doc.is_capital(at) || stands_in_titles(self.doc.key(at)) || self.doc.shape(at) == Shape::Possessive;
        let the = range.start.checked_sub(2).is_some_and(|at| self.doc.key(at) == "the");
        range.start > self.doc.body && self.doc.is_capital(range.start) && range.clone().all(fits) && capitals >= 2 - usize::from(the)
    }

    /// `“What matters,” she went on, “is bread.”`: what interrupts says who speaks on both sides.
    pub fn interrupted(&self, number: usize) -> Option<Said> {
        let last = self.quotes.last()?;
        let between = self.quoted[number - 1].end + 1..self.quoted[number].start - 1;
        let cue = last.cue.filter(|cue| cue.start >= last.span.end)?;
        let comma = between.clone().next_back().is_some_and(|at| self.doc.word(at) == ",");
        let stops = |at: usize| matches!(self.doc.word(at), "." | "!" | "?") || self.doc.gap(at) == Gap::Break;
        let interrupts = comma && between.len() <= LONGEST_INTERRUPTION && !between.clone().any(stops);
        let one_verb = !between.clone().any(|at| self.verb(at) > 0 && self.doc.span(at..at + 1).start > cue.start);
        (interrupts && one_verb).then_some(Said { speaker: last.speaker, cue: None })
    }

    /// `The dam is “safe for now”, the council said on Monday`: an attribution at the end of a sentence governs what is quoted in it.
    pub fn trailing(&self, number: usize) -> Option<Said> {
        let range = &self.quoted[number];
        if self.is_term(number) {
            return None;
        }
        let whole = self.doc.sentence(range.start);
        let sentence = whole.start.max(range.start.saturating_sub(REACH))..whole.end.min(range.end + REACH);
        let verb = (range.end..sentence.end).find(|&at| self.verb(at) > 0 && !self.is_quoted(self.doc.span(at..at + 1)))?;
        let (subject, clause) = preceded(self, &sentence, verb, verb + self.verb(verb))?;
        (range.end < clause.end + 2).then(|| self.said(subject, verb))
    }

    /// `a banner reading “…”`, `the crowd chanted, “…”`, `He smiled: “…”`: a verb right before the mark that is no verb of speech elsewhere.
    pub fn displayed(&self, number: usize, zone: &Range<usize>) -> Option<Said> {
        let mark = self.quoted[number].start.checked_sub(1)?;
        let paused = zone.contains(&mark.checked_sub(1)?) && matches!(self.doc.word(mark - 1), "," | ":");
        let verb = mark.checked_sub(1 + usize::from(paused)).filter(|verb| zone.contains(verb))?;
        let cue = Some(self.doc.span(verb..verb + 1));
        if displays(self.doc.key(verb)) {
            return Some(Said { speaker: None, cue });
        }
        is_manner(self.doc.key(verb)).then(|| Said { speaker: self.subject(zone.start..verb), cue })
    }

    /// A paragraph that is a quotation and nothing else, in a talk: a question is put by the one who did not speak last, and so is the
    /// answer to one.
    pub fn in_turn(&self, number: usize) -> Option<Said> {
        let (range, last) = (&self.quoted[number], self.quotes.last()?);
        let mark = range.start.checked_sub(1)?;
        let whole = self.doc.gap(mark) == Gap::Break && self.doc.gap(range.end + 1) == Gap::Break && self.is_sentence(range);
        let breaks = (self.quoted[number - 1].end..range.start).filter(|&at| self.doc.gap(at) == Gap::Break).count();
        let asks = self.last_word(range) == "?";
        let answers = last.span.of(self.doc.text).ends_with('?');
        let turn = whole && breaks <= 2 && mark >= self.doc.body && last.kind == QuoteKind::Direct && (asks || answers);
        turn.then(|| Said { speaker: last.speaker.and_then(|speaker| self.other_than(speaker, mark)), cue: None })
    }

    /// `…: “Put it back!”`: behind a colon a whole sentence in marks is speech, whoever speaks.
    pub fn behind_colon(&self, number: usize) -> Option<Said> {
        let range = &self.quoted[number];
        let colon = range.start.checked_sub(2).is_some_and(|at| self.doc.word(at) == ":");
        let whole = matches!(self.last_word(range), "." | "!" | "?") && range.len() > 1;
        (colon && whole).then_some(Said { speaker: None, cue: None })
    }

    /// `“…,” smirked Holt`, `“…,” Holt deadpanned`: behind a comma in marks a verb beside a person, though no list has it.
    pub fn bare_verb(&self, zone: &Range<usize>) -> Option<usize> {
        if zone.is_empty() {
            return None;
        }
        let looks = |at: usize| self.doc.shape(at) == Shape::Lower && self.doc.key(at).len() >= 5 && self.doc.key(at).ends_with("ed");
        let begins = looks(zone.start) && self.names_a_person(zone.start + 1..zone.end.min(zone.start + 8));
        if begins {
            return Some(zone.start);
        }
        let person = self.between(self.doc.span(zone.clone())).next().filter(|mention| self.kind(mention) == Kind::Person);
        let pronoun = matches!(self.doc.key(zone.start), "he" | "she").then_some(zone.start + 1);
        let verb = pronoun.or_else(|| person.map(|mention| self.behind_mention(mention)))?;
        (verb < zone.end && verb < zone.start + 8 && looks(verb)).then_some(verb)
    }

    fn names_a_person(&self, words: Range<usize>) -> bool {
        let found = |words: Range<usize>| self.between(self.doc.span(words)).any(|mention| self.kind(mention) == Kind::Person);
        !words.is_empty() && found(words)
    }

    /// Sentences in one kind of mark in a paragraph are all speech, if the first is.
    pub fn same_marks(&self, number: usize, quotations: &[Quotation]) -> bool {
        quotations[number].double || number.checked_sub(1).is_some_and(|last| !quotations[last].double)
    }

    /// The last word of a quotation, or the full stop behind its closing mark, ends a sentence: `„So ist es“.`
    pub fn is_sentence(&self, range: &Range<usize>) -> bool {
        self.ends_sentence(range) || matches!(self.doc.word(range.end + 1), "." | "!" | "?")
    }

    /// Where in the text a speech's words stand once more, in a headline or drawn out between paragraphs.
    pub fn may_repeat(&self, number: usize) -> bool {
        let (range, quote) = (&self.quoted[number], &self.quotes[number]);
        let in_title = range.start < self.doc.body && quote.speaker.is_none();
        in_title || (quote.kind == QuoteKind::Scare && range.len() >= LONGEST_WORK - 1 && quote.cue.is_none())
    }
}
