//! Speech that its own sentence gives to nobody: it goes on with whoever spoke or was told of before, answers a question, or is the
//! other's turn in a talk.

use super::manners::is_manner;
use super::quotes::Quotation;
use super::speakers::{Attribution, LONGEST_SUBJECT, REACH, Said};
use super::tokens::Gap;
use crate::model::{Kind, NameId, QuoteKind};
use std::ops::Range;

/// A sentence of speech has as many tokens.
const SHORT_SENTENCE: usize = 4;
/// Quotations looked back through for one that is speech: in one paragraph, and in the text.
const TERMS_BETWEEN: usize = 4;
const QUOTATIONS_BACK: usize = 20;

/// A sentence that tells somebody's manner between two quotations is no longer than this, in tokens.
const LONGEST_MANNER: usize = 8;
/// Verbs that say that somebody takes the word from another.
const RETORTING: &[&str] =
    &["interjected", "interrupted", "retorted", "countered", "replied", "answered", "responded", "objected", "protested"];

impl Attribution<'_> {
    /// `“…” she said. “…”`: a whole sentence in the paragraph of an attributed quotation.
    pub fn carried(&self, number: usize, quotations: &[Quotation]) -> Option<Said> {
        // `“…,” said the man they call “the Badger”. “…”`: a term in the attribution changes nothing.
        let back = self.last_speech(TERMS_BETWEEN)?;
        let last = &self.quotes[back];
        let between = self.quoted[back].end..self.quoted[number].start;
        let begins = self.doc.begins_sentence(self.quoted[number].start.saturating_sub(1));
        let same_paragraph = begins && !between.clone().any(|index| self.doc.gap(index) == Gap::Break);
        let sentence = self.same_marks(number, quotations)
            && same_paragraph
            && self.is_sentence(&self.quoted[number])
            && between.len() <= LONGEST_SUBJECT * 2;
        // `The critic called it “a window”; another “an hour of coughing”.`
        let other = between.clone().any(|at| matches!(self.doc.key(at), "another" | "others"));
        let speaker = self.takes_over(number, back).or(last.speaker.filter(|_| !other));
        (sentence || self.same_sentence(number, back)).then_some(Said { speaker, cue: None })
    }

    /// A paragraph that is a quotation and nothing else goes on with whoever spoke in the sentence before it.
    pub fn alone(&self, number: usize, quotation: &Quotation) -> Option<Said> {
        let range = &self.quoted[number];
        let mark = range.start.checked_sub(1)?;
        let whole = self.doc.gap(mark) == Gap::Break && self.doc.gap(range.end + 1) == Gap::Break;
        if !whole || !quotation.double || !self.is_sentence(range) {
            return None;
        }
        let sentence = self.doc.sentence(mark.checked_sub(1)?);
        let near = sentence.start.max(mark.saturating_sub(REACH))..mark;
        let speaker = if near.start >= self.doc.body { self.spoke_in(&near).or_else(|| self.told_of(&near)) } else { None };
        Some(Said { speaker: Some(speaker?), cue: None })
    }

    /// Whom the sentence before a paragraph of speech leads up to: `I asked her what she hears.`, `She was asked why.`, `Berg told of
    /// the winter.`, `The striker laughed.`
    fn told_of(&self, sentence: &Range<usize>) -> Option<NameId> {
        let verb = sentence.clone().find(|&at| self.verb(at) > 0 && !self.is_according(at));
        let asked = verb.filter(|&verb| self.doc.key(verb).starts_with("ask") && !self.is_told(verb)).and_then(|verb| self.object(verb));
        let subject = || self.subject(sentence.start..self.without_auxiliary(sentence.start, verb?));
        let about = || self.topic(sentence).or_else(|| self.only_person(sentence, |_| true));
        asked.or_else(subject).or_else(about)
    }

    /// Whom `asked` asks.
    fn object(&self, verb: usize) -> Option<NameId> {
        let at = verb + self.verb(verb);
        let named = self.between(self.doc.span(at..at + 3)).next().filter(|mention| self.kind(mention) == Kind::Person);
        named.map(|mention| mention.name).or_else(|| self.taken_up(verb, Some(self.gender_of(at)?)))
    }

    /// Where the subject of a verb ends: before `was`, `had been`.
    fn without_auxiliary(&self, start: usize, verb: usize) -> usize {
        let auxiliary = |at: &usize| matches!(self.doc.key(*at), "was" | "were" | "is" | "are" | "been" | "has" | "have" | "had" | "being");
        verb - (start..verb).rev().take_while(auxiliary).count()
    }

    /// `Lopez shrugged. “We had no choice.”`: a whole sentence of speech behind one that is about somebody.
    pub fn sentence(&self, number: usize, quotations: &[Quotation]) -> Option<Said> {
        let quotation = &quotations[number];
        let range = &self.quoted[number];
        let mark = range.start.checked_sub(1)?;
        // `Did he enjoy it? “No.”`
        let answers = mark > 0 && self.doc.word(mark - 1) == "?";
        let begins = self.doc.begins_sentence(mark) && (answers || self.doc.gap(mark) != Gap::Break);
        let whole = begins && matches!(self.last_word(range), "." | "!" | "?");
        if !whole || !self.speaks_in(quotation, quotations) || (range.len() < SHORT_SENTENCE && !answers) || mark <= self.doc.body {
            return None;
        }
        if self.doc.gap(mark) == Gap::Break {
            let last = self.last_speech(QUOTATIONS_BACK)?;
            return Some(Said { speaker: self.quotes[last].speaker, cue: None });
        }
        let before = self.doc.sentence(mark - 1).start.max(mark.saturating_sub(REACH))..mark;
        let pronoun = |at: usize| matches!(self.doc.key(at), "he" | "she").then(|| self.taken_up(at, self.gender_of(at)))?;
        let taken_up = || before.clone().filter(|&at| !self.is_quoted(self.doc.span(at..at + 1))).find_map(pronoun);
        let named = || self.topic(&before).or_else(|| self.only_person(&before, |_| true));
        Some(Said { speaker: Some(pronoun(before.start).or_else(named).or_else(taken_up)?), cue: None })
    }

    /// Double marks are for speech, single ones where the last speech stood in such.
    pub fn speaks_in(&self, quotation: &Quotation, quotations: &[Quotation]) -> bool {
        let last = self.last_speech(QUOTATIONS_BACK);
        quotation.double || last.is_some_and(|last| !quotations[last].double)
    }

    /// A paragraph that is a quotation and nothing else, in a talk: a question is put by the one who did not speak last, and so is the
    /// answer to one.
    pub fn in_turn(&self, number: usize) -> Option<Said> {
        let (range, last) = (&self.quoted[number], self.quotes.last()?);
        let mark = range.start.checked_sub(1)?;
        let whole = self.is_paragraph(range) && self.is_sentence(range);
        let breaks = (self.quoted[number - 1].end..range.start).filter(|&at| self.doc.gap(at) == Gap::Break).count();
        let asks = self.last_word(range) == "?";
        let answers = last.span.of(self.doc.text).ends_with('?');
        let turn = whole && breaks <= 2 && mark >= self.doc.body && last.kind == QuoteKind::Direct;
        let partner = self.partner(number).filter(|_| turn);
        let asked = turn && (asks || answers);
        let speaker = || last.speaker.and_then(|speaker| self.other_than(speaker, mark));
        partner.map(Some).or_else(|| asked.then(speaker)).map(|speaker| Said { speaker, cue: None })
    }

    /// Who spoke before the last did, when the two take turns: paragraphs that are speech alone, or one that retorts.
    pub fn partner(&self, number: usize) -> Option<NameId> {
        let [.., first, last] = &self.quotes[..] else { return None };
        let (one, other) = (&self.quoted[number - 2], &self.quoted[number - 1]);
        let bare = self.is_paragraph(one) && self.is_paragraph(other);
        let retorts = last.cue.is_some_and(|cue| RETORTING.contains(&cue.of(self.doc.text))) && self.doc.gap(other.start - 1) == Gap::Break;
        let near = (one.end..other.start).filter(|&at| self.doc.gap(at) == Gap::Break).count() <= 1;
        let turns = near && (bare || retorts) && first.speaker != last.speaker && last.speaker.is_some();
        first.speaker.filter(|_| turns)
    }

    /// A paragraph is a quotation and nothing else.
    pub fn is_paragraph(&self, range: &Range<usize>) -> bool {
        range.start.checked_sub(1).is_some_and(|mark| self.doc.gap(mark) == Gap::Break) && self.doc.gap(range.end + 1) == Gap::Break
    }

    /// `“…,” said Holt. Marsh snorts. “…”`: whose manner stands alone between two quotations speaks next.
    pub fn takes_over(&self, number: usize, back: usize) -> Option<NameId> {
        let mark = self.quoted[number].start.checked_sub(1)?;
        let before = self.doc.sentence(mark.checked_sub(1)?);
        let alone = before.start > self.quoted[back].end && before.len() <= LONGEST_MANNER && !self.has_cue(&before);
        let person = self.between(self.doc.span(before.clone())).next().filter(|mention| alone && self.kind(mention) == Kind::Person)?;
        is_manner(self.doc.key(self.behind_mention(person))).then_some(person.name)
    }

    /// The last quotation's verb stands in a sentence.
    fn has_cue(&self, sentence: &Range<usize>) -> bool {
        let span = self.doc.span(sentence.clone());
        self.quotes.last().and_then(|last| last.cue).is_some_and(|cue| span.start <= cue.start && cue.end <= span.end)
    }
}
