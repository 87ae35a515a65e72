//! Who said it: the verb of speech beside a quotation and the name, pronoun or role that is its subject.

use super::document::Document;
use super::gender::{Gender, genders};
use super::lexicon::Lexicon;
use super::manners::is_manner;
use super::quotes::Quotation;
use super::reported::reported;
use super::tokens::{Gap, Shape};
use super::voices::is_written;
use crate::model::{Kind, Mention, Name, NameId, Quote, QuoteKind};
use crate::text::{Case, Span, folded};
use std::ops::Range;

/// How far from its quotation a verb of speech is looked for, in tokens.
pub(super) const REACH: usize = 60;
/// A subject between a quotation and its verb is no longer than this, in tokens.
pub(super) const LONGEST_SUBJECT: usize = 24;
/// The attribution behind a quotation that ends with a full stop: `“So be it.” Kerr said.`
const SHORT_ATTRIBUTION: usize = 6;
/// Words in double marks that nobody is said to have said are speech all the same from this many tokens on.
const LONG_QUOTATION: usize = 8;

/// Tokens behind words in marks in which a verb that only there means speech is looked for.
const LONGEST_MANNER: usize = 10;

/// Gives every quotation its speaker, cue and kind.
pub(super) fn attribute(doc: &Document, lexicon: &Lexicon, names: &[Name], mentions: &[Mention], quotations: Vec<Quotation>) -> Vec<Quote> {
    let quoted: Vec<Range<usize>> = quotations.iter().map(|quotation| token_range(doc, quotation.span)).collect();
    let mut attribution = Attribution {
        doc,
        lexicon,
        names,
        mentions,
        genders: genders(doc, names, mentions, &quoted),
        quoted: &quoted,
        quotes: Vec::with_capacity(quotations.len()),
    };
    for (number, quotation) in quotations.iter().enumerate() {
        let beside = || attribution.interrupted(number).or_else(|| attribution.trailing(number));
        let alone = || attribution.signed(number).or_else(|| attribution.in_turn(number)).or_else(|| attribution.alone(number, quotation));
        let loose = || alone().or_else(|| attribution.sentence(number, &quotations));
        let carried = || attribution.carried(number, &quotations);
        let said = attribution.of(number).or_else(carried).or_else(beside).or_else(loose).or_else(|| attribution.behind_colon(number));
        attribution.quotes.push(attribution.quote(number, quotation, said));
    }
    attribution.headlines();
    let reported = reported(&attribution);
    let mut quotes = attribution.quotes;
    quotes.extend(reported);
    quotes.sort_by_key(|quote| quote.span.start);
    quotes
}

fn token_range(doc: &Document, span: Span) -> Range<usize> {
    let start = doc.tokens.at_byte(span.start);
    start..doc.tokens.at_byte(span.end).max(start)
}

pub(super) struct Attribution<'a> {
    pub doc: &'a Document<'a>,
    pub lexicon: &'a Lexicon,
    pub names: &'a [Name],
    pub mentions: &'a [Mention],
    /// Of each name.
    pub genders: Vec<Option<Gender>>,
    /// Token ranges of all quotations.
    pub quoted: &'a [Range<usize>],
    /// Those attributed so far.
    pub quotes: Vec<Quote>,
}

/// A verb of speech that governs a quotation, and its subject if that can be named.
#[derive(Copy, Clone)]
pub(super) struct Said {
    pub speaker: Option<NameId>,
    pub cue: Option<Span>,
}

impl Attribution<'_> {
    fn of(&self, number: usize) -> Option<Said> {
        if self.is_term(number) { None } else { self.after(number).or_else(|| self.before(number)) }
    }

    fn quote(&self, number: usize, quotation: &Quotation, said: Option<Said>) -> Quote {
        let range = &self.quoted[number];
        let is_speech = range.len() >= LONG_QUOTATION && self.ends_sentence(range) || self.is_fragment(number);
        let kind = if said.is_some() || is_speech { QuoteKind::Direct } else { QuoteKind::Scare };
        let said = said.unwrap_or(Said { speaker: None, cue: None });
        Quote { span: quotation.span, speaker: said.speaker, cue: said.cue, kind }
    }

    /// A headline often quotes from the text without saying whom: `‘Nobody’s fooled’: peers revolt`.
    fn headlines(&mut self) {
        let words = |quote: &Quote| folded(quote.span.of(self.doc.text), Case::Lower);
        let repeats = (0..self.quotes.len()).filter(|&number| self.may_repeat(number));
        let source = |title: &Quote| {
            let said = words(title);
            let said = said.trim_matches(|c: char| !c.is_alphanumeric());
            let is_term = |quote: &Quote| quote.kind == QuoteKind::Scare && quote.span != title.span && words(quote).contains(said);
            let says = |quote: &&Quote| quote.kind == QuoteKind::Direct && quote.span != title.span && words(quote).contains(said);
            if self.quotes.iter().any(is_term) { None } else { self.quotes.iter().find(says)?.speaker }
        };
        let found: Vec<(usize, NameId)> = repeats.filter_map(|number| Some((number, source(&self.quotes[number])?))).collect();
        for (number, speaker) in found {
            (self.quotes[number].speaker, self.quotes[number].kind) = (Some(speaker), QuoteKind::Direct);
        }
    }

    /// `X said that “…” was needed and that “…” was not`: the verb before the first governs the second too.
    pub fn same_sentence(&self, number: usize, back: usize) -> bool {
        let last = &self.quotes[back];
        let sentence = |number: usize| self.doc.sentence(self.quoted[number].start.saturating_sub(1)).start;
        last.cue.is_some_and(|cue| cue.end <= last.span.start) && sentence(number) == sentence(back) && !self.is_term(number)
    }

    /// The number of the last quotation that is speech, among so many.
    pub fn last_speech(&self, among: usize) -> Option<usize> {
        let from = self.quotes.len().saturating_sub(among);
        (from..self.quotes.len()).rev().find(|&number| self.quotes[number].kind == QuoteKind::Direct)
    }

    pub fn ends_sentence(&self, range: &Range<usize>) -> bool {
        let last = self.last_word(range);
        // `the citizens A. H. and M.H.`
        matches!(last, "." | "!" | "?" | "," | "…" | "—") || last.ends_with('.')
    }

    /// Of a quotation, without the closing mark of one inside it.
    pub fn last_word(&self, range: &Range<usize>) -> &str {
        let words = range.clone().rev().map(|at| self.doc.word(at));
        words.into_iter().find(|word| !matches!(*word, "'" | "’" | "”" | "\"" | "''" | "›" | "‹")).unwrap_or_default()
    }

    /// `“…,” he said`, `“…,” said Hugh Hill`, `“…,” according to the council`.
    fn after(&self, number: usize) -> Option<Said> {
        let range = &self.quoted[number];
        let start = range.end + 1;
        let comma_behind = matches!(self.doc.word(start), "," | "—" | "–");
        let open_end = matches!(self.last_word(range), "," | "?" | "!" | "—" | "…" | "-");
        let small = self.doc.shape(start) == Shape::Lower && self.lexicon.speech.at(self.doc, start) > 0;
        if !comma_behind && !open_end && !small && !self.is_attribution(start) {
            return None;
        }
        let zone = self.zone_after(start + usize::from(comma_behind), number);
        // `“What are they hiding?” Mulwa posed.`
        let ends = |verb: &usize| self.last_word(range) == "," || (open_end && self.doc.word(verb + 1) == ".");
        let unlisted = || self.manner(&zone).filter(|_| open_end).or_else(|| self.bare_verb(&zone).filter(ends));
        let verb = zone.clone().find(|&at| self.verb(at) > 0).or_else(unlisted)?;
        let subject = zone.start..verb;
        // `“Out!” He was asked to leave`: a sentence of its own.
        let goes_on = !matches!(self.doc.word(verb + 1), "." | ",");
        if self.is_told(verb) && self.doc.is_capital(zone.start) && goes_on {
            return None;
        }
        // `called it “a gift”, adding: “…”`: the participle is for what follows.
        if subject.is_empty() && self.doc.key(verb).ends_with("ing") && !self.is_according(verb) {
            return None;
        }
        let goes_on = subject.is_empty() || (subject.len() <= LONGEST_SUBJECT && !self.opens_clause(subject.start));
        let inverted = subject.is_empty() || self.is_according(verb);
        goes_on.then(|| self.said(if inverted { self.behind(verb, zone.end) } else { subject }, verb))
    }

    /// A sentence that is nothing but who spoke.
    fn is_attribution(&self, start: usize) -> bool {
        let verb = (start + 1..start + SHORT_ATTRIBUTION).find(|&at| self.verb(at) > 0);
        let named = |verb: usize| self.doc.is_capital(start) && (start..verb).all(|at| self.doc.shape(at) != Shape::Mark);
        self.doc.gap(start) != Gap::Break && verb.is_some_and(|verb| self.doc.word(verb + self.verb(verb)) == "." && named(verb))
    }

    /// `“…,” Kerbrat grumbled`: how it was said, close behind words that end with a comma.
    fn manner(&self, zone: &Range<usize>) -> Option<usize> {
        zone.clone().take(LONGEST_MANNER).find(|&at| is_manner(self.doc.key(at)))
    }

    /// The subject behind its verb: `replied the council, | whose chairman is ill`.
    fn behind(&self, verb: usize, end: usize) -> Range<usize> {
        let start = verb + self.verb(verb).max(1);
        let relative = |at: usize| matches!(self.doc.key(at + 1), "who" | "whose" | "which" | "when" | "while" | "as" | "where" | "adding");
        // `the woman, whose name was Ann Lund`.
        let names = |at: usize| self.doc.key(at + 1) == "whose" && self.doc.key(at + 2) == "name";
        let cut = (start..end).find(|&at| self.doc.word(at) == "," && relative(at) && !names(at));
        start..cut.unwrap_or(end)
    }

    /// `X said on Monday: “…”`, `X said that the “…” was`, `X called it “…”`, `X was less sure: “…”`.
    fn before(&self, number: usize) -> Option<Said> {
        let zone = self.zone_before(number);
        let displayed = self.displayed(number, &zone);
        if displayed.is_some_and(|said| said.speaker.is_some()) {
            return displayed;
        }
        let is_said = |&at: &usize| self.verb(at) > 0 && !self.is_quoted(self.doc.span(at..at + 1)) && !self.is_posted(at);
        let mut verbs: Vec<usize> = zone.clone().filter(is_said).collect();
        // `The committee says they are asked to “choose”`: who is asked says nothing.
        while verbs.len() > 1 && self.is_told(verbs[verbs.len() - 1]) {
            verbs.pop();
        }
        let Some(&verb) = verbs.last() else {
            return self.called(&zone).or_else(|| self.announced(&zone)).or(displayed);
        };
        if self.is_according(verb) {
            let start = verb + self.verb(verb);
            let end = (start..zone.end).find(|&at| self.doc.word(at) == ",").unwrap_or(zone.end);
            return Some(self.said(start..end, verb));
        }
        let subjects = |number: usize| number.checked_sub(1).map_or(zone.start, |earlier| verbs[earlier] + 1)..verbs[number];
        // `X told Radio Y by telephone, adding that “…”`: a participle has the subject of the verb before it.
        let participle =
            |number: &usize| *number > 0 && self.doc.key(verbs[*number]).ends_with("ing") && !self.ends_with_name(&subjects(*number));
        // `X said the owner was liable, but warned that “…”`: so has a verb behind a conjunction.
        let joined = |number: &usize| *number > 0 && self.is_joined(verbs[*number]) && !subjects(*number - 1).is_empty();
        let own = (0..verbs.len()).rev().filter(|number| !participle(number) && !joined(number));
        let subject = own.map(subjects).find(|subject| !self.names_nobody(subject));
        if subject.is_none()
            && verbs[0] != zone.start
            && let Some(last) = self.speaks_on(number)
        {
            return Some(Said { speaker: last.speaker, cue: Some(self.doc.span(verb..verb + 1)) });
        }
        // `“…,” said Ann Lund, who rates the stock “reduce”`: the verb governs what stands before it.
        let spent = self.quotes.last().is_some_and(|last| last.cue.is_some_and(|cue| cue.start == self.doc.span(verb..verb + 1).start));
        if spent && (verb..zone.end).any(|at| matches!(self.doc.key(at), "who" | "whose" | "which")) {
            return None;
        }
        let inverted = subject.is_none() && verbs[0] == zone.start || self.is_inverted(verb);
        Some(self.said(if inverted { self.behind(verb, zone.end) } else { subject.unwrap_or(zone.start..verb) }, verb))
    }

    /// `What they do in the dark, said Ann Lund, is “anybody’s guess”`.
    fn is_inverted(&self, verb: usize) -> bool {
        let behind = self.doc.tokens.get(verb + self.verb(verb)).map(|token| token.span.start);
        let named = behind.and_then(|start| self.mentions.binary_search_by_key(&start, |mention| mention.span.start).ok());
        let named = named.map(|at| &self.mentions[at]).filter(|mention| self.kind(mention) != Kind::Place);
        let closes = |mention: &Mention| matches!(self.doc.word(self.behind_mention(mention)), "," | "of");
        verb > 0 && self.doc.word(verb - 1) == "," && named.is_some_and(closes)
    }

    /// `in a message posted online`: a participle of what is written.
    fn is_posted(&self, verb: usize) -> bool {
        matches!(self.doc.key(verb), "posted" | "quoted") && verb > 0 && is_written(self.doc.key(verb - 1))
    }

    /// `, with Marsh | saying`.
    fn ends_with_name(&self, subject: &Range<usize>) -> bool {
        let last = self.between(self.doc.span(subject.clone())).last();
        !subject.is_empty() && last.is_some_and(|mention| self.behind_mention(mention) == subject.end)
    }

    /// `X called it “a gift” and said that “…”`: the quotation before, when X stands before it in the same sentence.
    fn speaks_on(&self, number: usize) -> Option<&Quote> {
        self.quotes.last().filter(|last| last.speaker.is_some() && self.same_sentence(number, number - 1))
    }

    /// A conjunction stands before a verb, and no subject between them.
    pub fn is_joined(&self, verb: usize) -> bool {
        let adverb = |at: usize| matches!(self.doc.key(at), "then" | "also" | "later") || self.doc.key(at).ends_with("ly");
        let before = (0..verb).rev().find(|&at| !adverb(at));
        before.is_some_and(|at| matches!(self.doc.key(at), "and" | "but" | "then" | "or"))
    }

    /// `, and` between two verbs: the second has the subject of the first.
    fn names_nobody(&self, subject: &Range<usize>) -> bool {
        let joins =
            |at: usize| self.doc.shape(at) == Shape::Mark || matches!(self.doc.key(at), "and" | "but" | "then" | "also" | "later" | "that");
        subject.clone().all(joins)
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
        // A term in marks (`known as “the Clock”`) interrupts no sentence.
        let last = self.quotes.iter().rposition(|quote| quote.kind == QuoteKind::Direct);
        let floor = last.map_or(0, |last| self.quoted[last].end + 1).max(mark.saturating_sub(REACH));
        if self.doc.gap(mark) == Gap::Break && (mark == 0 || !matches!(self.doc.word(mark - 1), ":" | ",")) {
            return mark..mark;
        }
        // Behind a closing mark a sentence goes on, unless it ended inside.
        let goes_on = |at: usize| at > 0 && self.closes(at - 1) && self.doc.sentence(at).start != at;
        let quoted = |at: usize| self.is_quoted(self.doc.span(at..at + 1)) || goes_on(at);
        let begins = |&at: &usize| self.doc.begins_sentence(at) && self.doc.word(at.saturating_sub(1)) != ":" && !quoted(at);
        let start = (floor..mark).rev().find(begins).unwrap_or(floor.min(mark));
        // `“…,” he said. “…”`: the sentence of the quotation is its own, and what stands before it another's attribution.
        let ended = |marks: &[&str]| mark > floor && self.doc.begins_sentence(mark) && marks.contains(&self.doc.word(mark - 1));
        // `Did she like writing it? “No.”`: nor is a question before it its own.
        let own = (start == floor && ended(&[".", "!", "?"])) || ended(&["?"]);
        if own { mark..mark } else { start..mark }
    }

    /// A quotation ends before the mark at `at`.
    fn closes(&self, at: usize) -> bool {
        self.quoted.binary_search_by_key(&at, |range| range.end).is_ok()
    }

    /// How many tokens the verb of speech at `at` takes: 0 if there is none.
    pub fn verb(&self, at: usize) -> usize {
        // Most words are told by one bit that they are none.
        let length = self.lexicon.speech.at(self.doc, at);
        let small = || self.doc.shape(at) == Shape::Lower || self.is_according(at);
        if length > 0 && small() && !self.is_noun(at) { length } else { 0 }
    }

    pub fn is_according(&self, at: usize) -> bool {
        self.doc.key(at) == "according" || (self.doc.key(at) == "in" && self.doc.key(at + 2) == "words")
    }

    /// `his remarks`, `the minister's claims`.
    fn is_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.doc.key(before));
        let determines = matches!(
            before,
            "the" | "a" | "an" | "his" | "its" | "their" | "my" | "our" | "these" | "those" | "such" | "any" | "no" | "'s"
        );
        determines && self.doc.key(at).ends_with('s')
    }

    /// `she was asked`, `the court has been told`: the subject hears what is said.
    pub fn is_told(&self, verb: usize) -> bool {
        let hears = matches!(self.doc.key(verb), "asked" | "told" | "informed" | "reminded" | "advised" | "urged" | "warned" | "assured");
        let be = |at: usize| matches!(self.doc.key(at), "was" | "were" | "is" | "are" | "be" | "been" | "being");
        hears && (1..=2).any(|back| verb.checked_sub(back).is_some_and(be))
    }

    fn opens_clause(&self, at: usize) -> bool {
        let opener = matches!(
            self.doc.key(at),
            "after"
                | "before"
                | "as"
                | "while"
                | "and"
                | "but"
                | "or"
                | "which"
                | "that"
                | "when"
                | "because"
                | "where"
                | "since"
                | "to"
                | "of"
                | "in"
        );
        opener && self.doc.shape(at) == Shape::Lower
    }

    pub fn said(&self, subject: Range<usize>, verb: usize) -> Said {
        let end = verb + self.verb(verb).max(1);
        let cue = Some(self.doc.span(verb..end));
        Said { speaker: if self.is_told(verb) || self.is_sign(&subject) { None } else { self.subject(subject) }, cue }
    }

    /// `a sign in the window that | says “…”`: what says it is a thing.
    fn is_sign(&self, subject: &Range<usize>) -> bool {
        let thing =
            |at: usize| matches!(self.doc.word(at), "sign" | "banner" | "placard" | "poster" | "board" | "plaque" | "sticker" | "shirt");
        let that = subject.end > subject.start && self.doc.key(subject.end - 1) == "that";
        let it = subject.len() == 1 && self.doc.key(subject.start) == "it";
        let before = || self.doc.sentence(subject.start.saturating_sub(1));
        (that && subject.clone().any(thing)) || (it && before().any(thing))
    }

    /// Whether somebody's words stand in marks in a sentence.
    pub fn has_speech(&self, sentence: &Range<usize>) -> bool {
        let first = self.quoted.partition_point(|range| range.end <= sentence.start);
        let quoted = self.quoted[first..].iter().zip(&self.quotes[first..]).take_while(|(range, _)| range.start < sentence.end);
        quoted.into_iter().any(|(_, quote)| quote.kind == QuoteKind::Direct)
    }

    pub fn is_quoted(&self, span: Span) -> bool {
        let token = self.doc.tokens.at_byte(span.start);
        let next = self.quoted.partition_point(|range| range.end <= token);
        self.quoted.get(next).is_some_and(|range| range.contains(&token))
    }
}
