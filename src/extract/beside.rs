//! Attributions that stand beside a quotation without a verb of speech before or behind it: a verb nobody listed, an attribution
//! that interrupts, one at the far end of the sentence, what is written on a sign; and what in marks is nobody's speech.

use super::manners::{calls, displays, is_manner, judges, names_a_term, stands_beside_verb, stands_in_titles};
use super::quotes::Quotation;
use super::reported::preceded;
use super::speakers::{Attribution, REACH, Said};
use super::tokens::{Gap, Shape};
use super::voices::is_house;
use crate::model::{Kind, QuoteKind};
use std::ops::Range;

/// The title of a work has no more tokens.
const LONGEST_WORK: usize = 6;
/// A rating has no more tokens, with its full stop, and its verb stands as many before it.
const LONGEST_RATING: usize = 3;
const RATING_BEFORE: usize = 8;
/// An attribution that interrupts a sentence of speech is no longer than this, in tokens.
const LONGEST_INTERRUPTION: usize = 24;
/// Who signs a quotation, and what else is told of them, is no longer than this, in tokens.
const LONGEST_SIGNATURE: usize = 12;
/// Fewer words in marks that nobody is said to have said may be a term.
const FRAGMENT: usize = 4;
impl Attribution<'_> {
    /// `the so-called “canal tax”`, `known as “the Badger”`, `he wrote “Ironing Day”`, `the word “ban”`, `the “Annals of Glass”`: nobody's words.
    pub fn is_term(&self, number: usize) -> bool {
        let range = &self.quoted[number];
        let before = |back: usize| range.start.checked_sub(1 + back).map_or("", |at| self.doc.key(at));
        let work = matches!(before(1), "wrote" | "writes" | "sang" | "composed" | "recorded") && range.len() <= LONGEST_WORK;
        // `foreigners call “Sniper Alley.”`: American copy has the sentence's mark inside.
        let inside = matches!(self.last_word(range), "." | ",") && range.start.checked_sub(2).is_some_and(|at| self.goes_up_to(at));
        let open = !self.ends_sentence(range) || inside;
        let known = before(1) == "as" && matches!(before(2), "known" | "billed" | "styled");
        // `“white slips”, or promises to pay`.
        let behind = |ahead: usize| self.doc.key(range.end + ahead);
        let explained = behind(1) == "," && behind(2) == "or";
        // `nicknamed the “raincoat layer”`, `rates the shares “neutral”`.
        let named = matches!(before(1), "the" | ":") && names_a_term(before(2));
        let rated = range.len() <= LONGEST_RATING && (1..RATING_BEFORE).any(|back| matches!(before(back), "rates" | "rated" | "rating"));
        known
            || before(1) == "("
            || explained
            || named
            || rated
            || (before(1) == "called" && before(2) == "so")
            || (open && (work || names_a_term(before(1)) || self.is_title(range)))
    }

    /// A sentence goes on behind the word at `at`, which says nothing.
    fn goes_up_to(&self, at: usize) -> bool {
        self.doc.shape(at) == Shape::Lower && self.verb(at) == 0 && !is_manner(self.doc.key(at))
    }

    /// Words with capitals throughout, as titles of works and events are written, in a body that is not.
    fn is_title(&self, range: &Range<usize>) -> bool {
        let capitals = range.clone().filter(|&at| self.doc.is_capital(at)).count();
        let last = |at: usize| at + 1 == range.end && self.doc.shape(at) == Shape::Mark;
        let fits = |at: usize| {
            self.doc.is_capital(at) || stands_in_titles(self.doc.key(at)) || self.doc.shape(at) == Shape::Possessive || last(at)
        };
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
        let last = mark.checked_sub(1 + usize::from(paused))?;
        let back = usize::from(matches!(self.doc.key(last), "back" | "in" | "on" | "out" | "up"));
        let verb = last.checked_sub(back).filter(|verb| zone.contains(verb))?;
        let cue = Some(self.doc.span(verb..verb + 1));
        if displays(self.doc.key(verb)) {
            return Some(Said { speaker: self.author(zone), cue });
        }
        is_manner(self.doc.key(verb)).then(|| Said { speaker: self.subject(zone.start..verb), cue })
    }

    /// `a motion to act “as a matter of urgency”`: some words of a sentence are speech, whoever's; few, or behind an article, a term,
    /// and behind `to` a plan's purpose.
    pub fn is_fragment(&self, number: usize) -> bool {
        let range = &self.quoted[number];
        let words = range.clone().filter(|&at| self.doc.shape(at) != Shape::Mark).count();
        let article = range.start.checked_sub(2).is_some_and(|at| matches!(self.doc.key(at), "a" | "an" | "the" | "this" | "that" | "its"));
        let small = |at: usize| !self.doc.is_capital(at);
        words >= FRAGMENT
            && self.doc.key(range.start) != "to"
            && small(range.start)
            && small(range.start + 1)
            && !article
            && !self.is_term(number)
    }

    /// `Salmivuo was less sure: “…”`, `The ministry: “…”`: a colon says it.
    pub fn announced(&self, zone: &Range<usize>) -> Option<Said> {
        let colon = zone.clone().next_back().filter(|&last| self.doc.word(last) == ":")?;
        let subject = zone.start..colon;
        if matches!(self.doc.key(subject.start), "his" | "her") && subject.len() > 1 {
            return Some(Said { speaker: self.taken_up(subject.start, self.gender_of(subject.start)), cue: None });
        }
        // `A minute later: “…”`: whoever the text was about.
        if self.doc.gap(subject.start) != Gap::Break && self.is_pause(&subject) {
            return Some(Said { speaker: self.taken_up(subject.start, None), cue: None });
        }
        let speaker = self.subject(subject.clone())?;
        let is_person = self.names[speaker.0 as usize].kind == Kind::Person;
        (is_person || self.is_name(&subject)).then_some(Said { speaker: Some(speaker), cue: None })
    }

    /// Words that only tell when or how: `A minute later`, `And then, more gently`.
    fn is_pause(&self, words: &Range<usize>) -> bool {
        let Some(last) = words.clone().next_back().map(|last| self.doc.key(last)) else { return false };
        let tells = matches!(last, "later" | "then" | "again" | "afterwards" | "finally" | "after") || last.ends_with("ly");
        tells && self.between(self.doc.span(words.clone())).next().is_none()
    }

    /// A subject is one name and nothing else but an article.
    fn is_name(&self, subject: &Range<usize>) -> bool {
        let span = self.doc.span(subject.clone());
        let first = self.between(span).next().map(|mention| (self.doc.tokens.at_byte(mention.span.start), mention.span.end));
        first.is_some_and(|(start, end)| start <= subject.start + 1 && end == span.end)
    }

    /// `Holcombe called it “…”`: the one who calls stands close before the verb.
    pub fn called(&self, zone: &Range<usize>) -> Option<Said> {
        let likened = zone.clone().rev().take(2).any(|at| self.doc.key(at) == "as");
        let verb = zone.clone().rev().find(|&at| calls(self.doc.key(at)) || likened && judges(self.doc.key(at)))?;
        let beside = (zone.start..verb).rev().take_while(|&at| stands_beside_verb(self.doc.key(at))).count();
        let subject = zone.start..verb - beside;
        let speaker = self.subject(subject.clone()).filter(|_| self.stands_close(&subject));
        (likened || speaker.is_some()).then(|| Said { speaker, cue: Some(self.doc.span(verb..verb + 1)) })
    }

    /// The last word of a subject is a name's, a pronoun, or the end of an apposition.
    fn stands_close(&self, subject: &Range<usize>) -> bool {
        let Some(last) = subject.clone().next_back() else { return false };
        let at = self.doc.span(last..last + 1).start;
        let named = self.mentions.partition_point(|mention| mention.span.end <= at);
        self.mentions.get(named).is_some_and(|mention| mention.span.start <= at)
            || matches!(self.doc.key(last), "he" | "she" | "it" | "they" | "who" | ",")
            || is_house(self.doc.key(last))
            || self.lexicon.groups.ending.at(self.doc, last) > 0
            || self.is_role(last)
    }

    /// `“It is a long game.” – Ann Lund`: a name behind a dash, at the end of its paragraph.
    pub fn signed(&self, number: usize) -> Option<Said> {
        let dash = self.quoted[number].end + 1;
        let signs =
            matches!(self.doc.word(dash), "–" | "—" | "-") && self.doc.gap(dash) != Gap::Break && self.doc.gap(dash + 1) != Gap::Break;
        let end = (dash + 1..dash + 2 + LONGEST_SIGNATURE).find(|&at| self.doc.gap(at) == Gap::Break).filter(|_| signs)?;
        let person = self.between(self.doc.span(dash + 1..end)).find(|mention| self.kind(mention) == Kind::Person)?;
        let begins = self.doc.tokens.at_byte(person.span.start) == dash + 1;
        begins.then_some(Said { speaker: Some(person.name), cue: None })
    }

    /// `…: “Put it back!”`: behind a colon a whole sentence in marks is speech, whoever speaks; in a headline the one whom it names.
    pub fn behind_colon(&self, number: usize) -> Option<Said> {
        let range = &self.quoted[number];
        let in_title = range.start < self.doc.body;
        let colon = range.start.checked_sub(2).is_some_and(|at| self.doc.word(at) == ":");
        // `‘Silence is a sound’: a profile`
        let before_colon = in_title && self.doc.word(range.end + 1) == ":";
        let title = in_title && range.start <= 1 && self.doc.gap(range.end + 1) == Gap::Break;
        let whole = matches!(self.last_word(range), "." | "!" | "?") && range.len() > 1;
        let speech = whole || (in_title && range.len() > FRAGMENT && range.clone().any(|at| self.is_small_word(at)));
        let before = self.doc.sentence(range.start.saturating_sub(2)).start..range.start.saturating_sub(2);
        let named = || if before.is_empty() { None } else { self.only_person(&before, |_| true) };
        let speaker = || if colon && in_title { named() } else { None };
        ((colon || before_colon || title) && speech && !self.is_term(number)).then(|| Said { speaker: speaker(), cue: None })
    }

    /// No capital, and no word that titles write small.
    fn is_small_word(&self, at: usize) -> bool {
        self.doc.shape(at) == Shape::Lower && !stands_in_titles(self.doc.key(at))
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
        // A line of its own between paragraphs is a heading.
        let drawn_out = range.len() >= LONGEST_WORK - 1 || self.is_paragraph(range);
        in_title || (quote.kind == QuoteKind::Scare && drawn_out && quote.cue.is_none())
    }
}
