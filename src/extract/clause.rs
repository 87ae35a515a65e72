//! Which words before a verb of speech are the clause that it belongs to: `Berg declined, but | his deputy, Ina Falk, | said`.

use super::manners::{calls, stands_beside_verb};
use super::speakers::Attribution;
use super::subject::LONGEST_PHRASE;
use super::tokens::Shape;
use std::ops::Range;

impl Attribution<'_> {
    /// The clause of the verb behind `subject`, if it has one of its own there; else all of it.
    pub fn last_clause(&self, subject: Range<usize>) -> Range<usize> {
        // Only before its verb: `said Ann Lund, hours before | the vote`.
        let verb = self.doc.key(subject.end);
        let precedes = self.verb(subject.end) > 0 || calls(verb) || stands_beside_verb(verb);
        let own = || self.relative(&subject).or_else(|| self.timed(&subject)).or_else(|| self.resumed(&subject));
        let clause = if precedes { own() } else { None };
        clause.or_else(|| self.turned(&subject)).unwrap_or(subject)
    }

    /// `He set a price, which | the trust’s surveyor`.
    fn relative(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let which = subject.clone().rev().find(|&at| self.doc.key(at) == "which" && self.has_own_subject(at + 1, subject.end))?;
        Some(which + 1..subject.end)
    }

    /// `They were sent there after | a caller`.
    fn timed(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let time = |at: usize| matches!(self.doc.key(at), "after" | "before" | "when" | "because" | "while" | "once");
        let pauses = |at: usize| (at..subject.end).any(|at| self.doc.word(at) == ",");
        let begins = |&at: &usize| time(at) && !pauses(at) && self.has_own_subject(at + 1, subject.end);
        subject.clone().rev().find(begins).map(|at| at + 1..subject.end)
    }

    /// `Pressed by Ann Lund on the matter, | the minister`.
    fn resumed(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let comma = subject.clone().rev().find(|&at| self.doc.word(at) == ",").filter(|&comma| comma > subject.start)?;
        let phrase = comma + 1..subject.end;
        let small = phrase.clone().all(|at| self.doc.shape(at) == Shape::Lower);
        let fits = (1..=LONGEST_PHRASE).contains(&phrase.len()) && self.doc.key(phrase.start) == "the";
        (fits && small).then_some(phrase)
    }

    /// `Berg declined to comment, but | his deputy, Ina Falk,`: if it names anybody.
    fn turned(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let turns = |at: usize| {
            self.doc.word(at) == ";" || (self.doc.word(at) == "," && matches!(self.doc.key(at + 1), "but" | "while" | "whereas"))
        };
        let clause = subject.clone().rev().find(|&at| turns(at)).map(|at| (at + 1).min(subject.end)..subject.end)?;
        (!clause.is_empty() && self.between(self.doc.span(clause.clone())).next().is_some()).then_some(clause)
    }

    /// A clause begins with somebody and not with its verb.
    fn has_own_subject(&self, at: usize, end: usize) -> bool {
        let determined = matches!(self.doc.key(at), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "he" | "she" | "they");
        at < end && (determined || self.doc.is_capital(at))
    }
}
