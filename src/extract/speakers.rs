//! Who said it: the verb of speech beside a quotation and the name, pronoun or role that is its subject.

use super::document::Document;
use super::lexicon::Lexicon;
use super::quotes::Quotation;
use super::reported::reported;
use super::tokens::{Gap, Shape};
use crate::model::{Kind, Mention, Name, NameId, Quote, QuoteKind};
use crate::text::Span;
use std::ops::Range;

/// How far from its quotation a verb of speech is looked for, in tokens.
const REACH: usize = 60;
/// A subject between a quotation and its verb is no longer than this, in tokens.
const LONGEST_SUBJECT: usize = 24;
/// Words in double marks that nobody is said to have said are speech all the same from this many tokens on.
const LONG_QUOTATION: usize = 8;

/// A name among the first tokens of a sentence is likely its subject.
const SUBJECT_BEGINS: usize = 6;
/// Words that may stand for any group.
const ANY_GROUP: &[&str] =
    &["they", "it", "statement", "group", "force", "forces", "militia", "organization", "organisation", "movement", "alliance", "company"];

/// Gives every quotation its speaker, cue and kind.
pub(super) fn attribute(doc: &Document, lexicon: &Lexicon, names: &[Name], mentions: &[Mention], quotations: Vec<Quotation>) -> Vec<Quote> {
    let quoted: Vec<Range<usize>> = quotations.iter().map(|quotation| token_range(doc, quotation.span)).collect();
    let mut attribution = Attribution { doc, lexicon, names, mentions, quoted: &quoted, quotes: Vec::with_capacity(quotations.len()) };
    for (number, quotation) in quotations.iter().enumerate() {
        let said = attribution.of(number).or_else(|| attribution.carried(number, quotation));
        attribution.quotes.push(attribution.quote(number, quotation, said));
    }
    backwards(&quotations, &mut attribution.quotes);
    let reported = reported(&attribution);
    let mut quotes = attribution.quotes;
    quotes.extend(reported);
    quotes.sort_by_key(|quote| quote.span.start);
    quotes
}

/// A quotation that runs over paragraphs is often attributed only in its last one.
fn backwards(quotations: &[Quotation], quotes: &mut [Quote]) {
    for number in (1..quotes.len()).rev() {
        let later = quotes[number];
        let earlier = &mut quotes[number - 1];
        if quotations[number].continues && earlier.speaker.is_none() && later.speaker.is_some() {
            (earlier.speaker, earlier.kind) = (later.speaker, later.kind);
        }
    }
}

fn token_range(doc: &Document, span: Span) -> Range<usize> {
    let start = doc.tokens.at_byte(span.start);
    start..doc.tokens.at_byte(span.end).max(start)
}

pub(super) struct Attribution<'a> {
    pub doc: &'a Document<'a>,
    lexicon: &'a Lexicon,
    names: &'a [Name],
    mentions: &'a [Mention],
    /// Token ranges of all quotations.
    quoted: &'a [Range<usize>],
    /// Those attributed so far.
    quotes: Vec<Quote>,
}

/// A verb of speech that governs a quotation, and its subject if that can be named.
#[derive(Copy, Clone)]
struct Said {
    speaker: Option<NameId>,
    cue: Option<Span>,
}

impl Attribution<'_> {
    fn of(&self, number: usize) -> Option<Said> {
        self.after(number).or_else(|| self.before(number))
    }

    fn quote(&self, number: usize, quotation: &Quotation, said: Option<Said>) -> Quote {
        let range = &self.quoted[number];
        let is_speech = quotation.double && range.len() >= LONG_QUOTATION && self.ends_sentence(range);
        let kind = if said.is_some() || is_speech { QuoteKind::Direct } else { QuoteKind::Scare };
        let said = said.unwrap_or(Said { speaker: None, cue: None });
        Quote { span: quotation.span, speaker: said.speaker, cue: said.cue, kind }
    }

    /// `“…” she said. “…”`: a whole sentence in the paragraph of an attributed quotation, or one that goes on from it.
    fn carried(&self, number: usize, quotation: &Quotation) -> Option<Said> {
        let last = self.quotes.last().filter(|last| last.kind == QuoteKind::Direct && last.speaker.is_some())?;
        let between = self.quoted[number - 1].end..self.quoted[number].start;
        let same_paragraph = !between.clone().any(|index| self.doc.gap(index) == Gap::Break);
        let sentence =
            quotation.double && same_paragraph && self.ends_sentence(&self.quoted[number]) && between.len() <= LONGEST_SUBJECT * 2;
        (quotation.continues || sentence).then_some(Said { speaker: last.speaker, cue: None })
    }

    fn ends_sentence(&self, range: &Range<usize>) -> bool {
        range.clone().next_back().is_some_and(|last| matches!(self.doc.word(last), "." | "!" | "?" | "," | "…" | "—"))
    }

    /// `“…,” he said`, `“…,” said Hugh Hill`, `“…,” according to the council`.
    fn after(&self, number: usize) -> Option<Said> {
        let range = &self.quoted[number];
        let start = range.end + 1;
        let comma_behind = matches!(self.doc.word(start), "," | "—" | "–");
        let open_end = range.clone().next_back().is_some_and(|last| matches!(self.doc.word(last), "," | "?" | "!" | "—" | "…" | "-"));
        let small = self.doc.shape(start) == Shape::Lower && self.lexicon.speech.at(self.doc, start) > 0;
        if !comma_behind && !open_end && !small {
            return None;
        }
        let zone = self.zone_after(start + usize::from(comma_behind), number);
        let verb = zone.clone().find(|&at| self.verb(at) > 0)?;
        let subject = zone.start..verb;
        let goes_on = subject.is_empty() || (subject.len() <= LONGEST_SUBJECT && !self.opens_clause(subject.start));
        goes_on.then(|| {
            self.said(if subject.is_empty() || self.is_according(verb) { verb + self.verb(verb)..zone.end } else { subject }, verb)
        })
    }

    /// `X said on Monday: “…”`, `X said that the “…” was`.
    fn before(&self, number: usize) -> Option<Said> {
        let zone = self.zone_before(number);
        let verb = zone.clone().rev().find(|&at| self.verb(at) > 0)?;
        if self.is_according(verb) {
            let start = verb + self.verb(verb);
            let end = (start..zone.end).find(|&at| self.doc.word(at) == ",").unwrap_or(zone.end);
            return Some(self.said(start..end, verb));
        }
        let from =
            zone.clone().take_while(|&at| at < verb).filter(|&at| self.verb(at) > 0).last().map_or(zone.start, |earlier| earlier + 1);
        let inverted = from == verb;
        Some(self.said(if inverted { verb + self.verb(verb)..zone.end } else { from..verb }, verb))
    }

    /// Tokens from behind a quotation to the end of its sentence or the next quotation.
    fn zone_after(&self, start: usize, number: usize) -> Range<usize> {
        let limit = self.quoted.get(number + 1).map_or(self.doc.tokens.len(), |next| next.start.saturating_sub(1));
        let stop = |&at: &usize| at > start && self.doc.begins_sentence(at) || self.doc.gap(at) == Gap::Break;
        let end = (start..limit.min(start + REACH)).find(stop).unwrap_or(limit.min(start + REACH));
        start..end.max(start)
    }

    /// Tokens from the beginning of a quotation's sentence (or the quotation before it) to its opening mark; for one that
    /// begins a paragraph, the last sentence of a paragraph that ends with a colon.
    fn zone_before(&self, number: usize) -> Range<usize> {
        let mark = self.quoted[number].start.saturating_sub(1);
        let floor = number.checked_sub(1).map_or(0, |last| self.quoted[last].end + 1).max(mark.saturating_sub(REACH));
        if self.doc.gap(mark) == Gap::Break && (mark == 0 || self.doc.word(mark - 1) != ":") {
            return mark..mark;
        }
        let begins = |&at: &usize| self.doc.begins_sentence(at) && self.doc.word(at.saturating_sub(1)) != ":";
        let start = (floor..mark).rev().find(begins).unwrap_or(floor.min(mark));
        start..mark
    }

    /// How many tokens the verb of speech at `at` takes: 0 if there is none.
    pub fn verb(&self, at: usize) -> usize {
        let small = self.doc.shape(at) == Shape::Lower || self.is_according(at);
        if small { self.lexicon.speech.at(self.doc, at) } else { 0 }
    }

    pub fn is_according(&self, at: usize) -> bool {
        self.doc.key(at) == "according"
    }

    fn opens_clause(&self, at: usize) -> bool {
        let opener = matches!(
            self.doc.key(at),
            "after" | "before" | "as" | "while" | "which" | "that" | "when" | "because" | "where" | "since" | "to" | "of" | "in"
        );
        opener && self.doc.shape(at) == Shape::Lower
    }

    fn said(&self, subject: Range<usize>, verb: usize) -> Said {
        let cue = Some(self.doc.span(verb..verb + self.verb(verb)));
        Said { speaker: self.subject(subject), cue }
    }

    /// The one a subject speaks of: a name in it, else whom its pronoun or its role points back to.
    pub fn subject(&self, subject: Range<usize>) -> Option<NameId> {
        if subject.is_empty() {
            return None;
        }
        let span = self.doc.span(subject.clone());
        let inside: Vec<&Mention> = self.between(span).collect();
        let persons: Vec<&&Mention> = inside.iter().filter(|mention| self.kind(mention) == Kind::Person).collect();
        let leads = persons.first().filter(|first| self.doc.word(self.doc.tokens.at_byte(first.span.end - 1) + 1) == ",");
        if let Some(person) = leads.or(persons.last()) {
            return Some(person.name);
        }
        let named = inside.iter().rev().find(|mention| self.kind(mention) == Kind::Group).or(inside.last()).map(|mention| mention.name);
        match self.reference(&subject) {
            Reference::Pronoun => self.still_speaking(span.start).or_else(|| self.last(Kind::Person, span.start)),
            Reference::Role => self.last(Kind::Person, span.start),
            Reference::Nobody => None,
            Reference::Group => named.or_else(|| self.last(Kind::Group, span.start)),
            Reference::Body => named.or_else(|| self.last_called(self.doc.key(subject.end - 1), span.start)),
            Reference::Open => named,
        }
    }

    fn between(&self, span: Span) -> impl Iterator<Item = &Mention> {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        self.mentions[from..].iter().take_while(move |mention| mention.span.end <= span.end)
    }

    fn kind(&self, mention: &Mention) -> Kind {
        self.names[mention.name.0 as usize].kind
    }

    /// What the words of a subject without a person point to.
    fn reference(&self, subject: &Range<usize>) -> Reference {
        let word = |index: usize| self.doc.key(index);
        let last = subject.end - 1;
        let is_role = subject.clone().any(|at| self.doc.shape(at) == Shape::Lower && self.lexicon.titles.at(self.doc, at) > 0);
        let indefinite = subject.clone().take(3).any(|at| matches!(word(at), "a" | "an" | "one" | "some" | "another" | "several"));
        match () {
            () if matches!(word(subject.start), "he" | "she") || matches!(word(last), "he" | "she") => Reference::Pronoun,
            () if is_role && indefinite => Reference::Nobody,
            () if is_role => Reference::Role,
            () if ANY_GROUP.contains(&word(last)) => Reference::Group,
            () if self.lexicon.groups.ending.at(self.doc, last) > 0 => Reference::Body,
            () => Reference::Open,
        }
    }

    /// The person who spoke last, unless a sentence since then begins with somebody else.
    fn still_speaking(&self, at: u32) -> Option<NameId> {
        let last = self.quotes.last()?;
        let speaker = last.speaker.filter(|speaker| self.names[speaker.0 as usize].kind == Kind::Person)?;
        let since = Span { start: last.span.end.min(at), end: at };
        let begins = |mention: &&Mention| {
            let token = self.doc.tokens.at_byte(mention.span.start);
            token < self.doc.sentence(token).start + SUBJECT_BEGINS && !self.is_quoted(mention.span)
        };
        let mut others = self.between(since).filter(|mention| self.kind(mention) == Kind::Person && mention.name != speaker);
        others.find(begins).is_none().then_some(speaker)
    }

    /// The last group whose name ends with this word (`the ministry`: the Defense Ministry).
    fn last_called(&self, head: &str, at: u32) -> Option<NameId> {
        let before = self.mentions.partition_point(|mention| mention.span.start < at);
        let is_called = |mention: &&Mention| {
            self.kind(mention) == Kind::Group
                && self.doc.key(self.doc.tokens.at_byte(mention.span.end - 1)) == head
                && !self.is_quoted(mention.span)
        };
        self.mentions[..before].iter().rev().find(is_called).map(|mention| mention.name)
    }

    /// The last mention of a kind before byte `at` that stands in nobody's speech.
    fn last(&self, kind: Kind, at: u32) -> Option<NameId> {
        let before = self.mentions.partition_point(|mention| mention.span.start < at);
        let outside = |mention: &&Mention| self.kind(mention) == kind && !self.is_quoted(mention.span);
        self.mentions[..before].iter().rev().find(outside).map(|mention| mention.name)
    }

    /// Whether somebody's words stand in marks in a sentence.
    pub fn has_speech(&self, sentence: &Range<usize>) -> bool {
        let first = self.quoted.partition_point(|range| range.end <= sentence.start);
        let quoted = self.quoted[first..].iter().zip(&self.quotes[first..]).take_while(|(range, _)| range.start < sentence.end);
        quoted.into_iter().any(|(_, quote)| quote.kind == QuoteKind::Direct)
    }

    fn is_quoted(&self, span: Span) -> bool {
        let token = self.doc.tokens.at_byte(span.start);
        let next = self.quoted.partition_point(|range| range.end <= token);
        self.quoted.get(next).is_some_and(|range| range.contains(&token))
    }
}

/// Whom the subject of a verb of speech means when it holds no person's name.
enum Reference {
    /// `he`, `she`.
    Pronoun,
    /// `the spokesman`.
    Role,
    /// `a source`: somebody not named.
    Nobody,
    /// `they`, `the group`.
    Group,
    /// `the ministry`: the one that is called so.
    Body,
    /// What it names.
    Open,
}
