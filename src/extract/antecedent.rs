//! Whom the subject of a verb of speech means: the name in it, else whom its pronoun (`she`), its role (`the senator`) or its head
//! word (`the ministry`) points back to.

use super::speakers::Attribution;
use super::tokens::Shape;
use crate::model::{Kind, Mention, NameId};
use crate::text::Span;
use std::ops::Range;

/// A name among the first tokens of a sentence is likely its subject.
const SUBJECT_BEGINS: usize = 8;
/// Sentences looked back through for the subject a pronoun takes up.
const SENTENCES_BACK: usize = 8;
/// Of a longer sentence only the last tokens are looked at: a text may have no full stop.
const LONGEST_SENTENCE: usize = 100;
/// Mentions looked back through for the bearer of a role.
const MENTIONS_BACK: usize = 40;
/// Tokens of an apposition that tells a role: `Ned Farrow, a spokesman for`.
const APPOSITION: usize = 8;

/// Words that may stand for any group.
const ANY_GROUP: &[&str] =
    &["they", "it", "statement", "group", "force", "forces", "militia", "organization", "organisation", "movement", "alliance", "company"];
/// Before a name that is not the subject itself: `a spokesman for Pruitt`.
const OF_ANOTHER: &[&str] = &[
    "for", "of", "to", "with", "by", "from", "against", "about", "on", "behind", "than", "after", "before", "in", "at", "near", "outside",
];
/// Roles and how they are shortened before a name.
const SHORTENED: &[(&str, &[&str])] = &[
    ("senator", &["sen"]),
    ("representative", &["rep"]),
    ("congressman", &["rep"]),
    ("congresswoman", &["rep"]),
    ("governor", &["gov"]),
    ("president", &["pres"]),
    ("councillor", &["cllr"]),
    ("colonel", &["col"]),
    ("general", &["gen"]),
    ("captain", &["capt"]),
    ("lieutenant", &["lt"]),
    ("sergeant", &["sgt"]),
    ("commander", &["cmdr", "cdr"]),
    ("admiral", &["adm"]),
    ("professor", &["prof"]),
    ("doctor", &["dr"]),
    ("reverend", &["rev"]),
];

impl Attribution<'_> {
    /// The one a subject speaks of.
    pub fn subject(&self, subject: Range<usize>) -> Option<NameId> {
        if subject.is_empty() {
            return None;
        }
        let subject = self.last_clause(subject);
        let inside: Vec<&Mention> = self.between(self.doc.span(subject.clone())).filter(|mention| !self.is_owner(mention)).collect();
        if let Some(person) = self.actor(&subject, &inside, Kind::Person) {
            return Some(person.name);
        }
        let group = self.actor(&subject, &inside, Kind::Group).map(|mention| mention.name);
        let named = group.or_else(|| self.actor(&subject, &inside, Kind::Place).map(|mention| mention.name));
        let at = subject.start;
        match self.reference(&subject) {
            Reference::Pronoun => self.taken_up(at),
            Reference::Role(role) => self.bearer(role, at).or_else(|| self.taken_up(at)),
            // `A spokesman for the council` speaks for the council.
            Reference::Nobody => inside.iter().rev().find(|mention| self.kind(mention) == Kind::Group).map(|mention| mention.name),
            Reference::Group => named.or_else(|| self.group_speaking()).or_else(|| self.last(Kind::Group, at)),
            Reference::Body => named.or_else(|| self.last_called(self.doc.key(subject.end - 1), at)),
            Reference::Open => named,
        }
    }

    /// `Berg declined to comment, but | his deputy, Ina Falk,`: the clause of the verb, if it names anybody.
    fn last_clause(&self, subject: Range<usize>) -> Range<usize> {
        let turns = |at: usize| {
            self.doc.word(at) == ";" || (self.doc.word(at) == "," && matches!(self.doc.key(at + 1), "but" | "while" | "whereas"))
        };
        let clause = subject.clone().rev().find(|&at| turns(at)).map(|at| (at + 1).min(subject.end)..subject.end);
        clause.filter(|clause| !clause.is_empty() && self.between(self.doc.span(clause.clone())).next().is_some()).unwrap_or(subject)
    }

    /// The one of a kind that is the subject: one whom an apposition follows, else the last.
    fn actor<'m>(&self, subject: &Range<usize>, inside: &[&'m Mention], kind: Kind) -> Option<&'m Mention> {
        let is_subject = |mention: &&&Mention| self.kind(mention) == kind && !self.is_of_another(subject, mention);
        let actors: Vec<&Mention> = inside.iter().filter(is_subject).copied().collect();
        let apposed = actors.first().filter(|first| matches!(self.doc.word(self.behind_mention(first)), "," | "("));
        apposed.or(actors.last()).copied()
    }

    fn is_owner(&self, mention: &Mention) -> bool {
        self.doc.shape(self.behind_mention(mention)) == Shape::Possessive
    }

    fn is_of_another(&self, subject: &Range<usize>, mention: &Mention) -> bool {
        let token = self.doc.tokens.at_byte(mention.span.start);
        let the = usize::from(token > subject.start && self.doc.key(token - 1) == "the");
        let before = token - the;
        before > subject.start && self.doc.shape(before - 1) == Shape::Lower && OF_ANOTHER.contains(&self.doc.key(before - 1))
    }

    fn behind_mention(&self, mention: &Mention) -> usize {
        self.doc.tokens.at_byte(mention.span.end - 1) + 1
    }

    pub fn between(&self, span: Span) -> impl Iterator<Item = &Mention> {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        self.mentions[from..].iter().take_while(move |mention| mention.span.end <= span.end)
    }

    fn kind(&self, mention: &Mention) -> Kind {
        self.names[mention.name.0 as usize].kind
    }

    /// What the words of a subject without a person point to.
    fn reference(&self, subject: &Range<usize>) -> Reference<'_> {
        let word = |index: usize| self.doc.key(index);
        let last = subject.end - 1;
        let role = subject.clone().rev().find(|&at| self.is_role(at));
        let indefinite = subject.clone().take(3).any(|at| matches!(word(at), "a" | "an" | "one" | "some" | "another" | "several"));
        let owned = subject.clone().any(|at| self.doc.shape(at) == Shape::Possessive || matches!(word(at), "his" | "her" | "their"));
        match role {
            _ if matches!(word(subject.start), "he" | "she") || matches!(word(last), "he" | "she") => Reference::Pronoun,
            // `The 43-year-old`.
            _ if word(last) == "old" && !indefinite => Reference::Pronoun,
            Some(_) if indefinite || owned => Reference::Nobody,
            Some(role) => Reference::Role(self.doc.key(role)),
            None if ANY_GROUP.contains(&word(last)) => Reference::Group,
            None if self.lexicon.groups.ending.at(self.doc, last) > 0 => Reference::Body,
            None => Reference::Open,
        }
    }

    fn is_role(&self, at: usize) -> bool {
        self.doc.shape(at) == Shape::Lower && self.lexicon.titles.at(self.doc, at) > 0
    }

    /// The person that the sentences before token `at` are about: who spoke in one, or is the subject of one; else the last named.
    fn taken_up(&self, at: usize) -> Option<NameId> {
        let mut end = at;
        for _ in 0..SENTENCES_BACK {
            let Some(last) = end.checked_sub(1) else { break };
            let sentence = self.doc.sentence(last).start.max(end.saturating_sub(LONGEST_SENTENCE))..end;
            if let Some(person) = self.spoke_in(&sentence).or_else(|| self.topic(&sentence)).or_else(|| self.only_person(&sentence)) {
                return Some(person);
            }
            end = sentence.start;
        }
        self.last(Kind::Person, at)
    }

    /// The person whose verb of speech stands in a sentence.
    pub fn spoke_in(&self, sentence: &Range<usize>) -> Option<NameId> {
        let span = self.doc.span(sentence.clone());
        // The quotation may stand behind its sentence: `Reyes said:` and a new paragraph.
        let next = self.quotes.partition_point(|quote| quote.span.start < span.end);
        let near = self.quotes[..(next + 1).min(self.quotes.len())].iter().rev().take_while(|quote| quote.span.end >= span.start);
        let said = near.filter(|quote| quote.cue.is_some_and(|cue| cue.start >= span.start && cue.end <= span.end));
        said.filter_map(|quote| quote.speaker).find(|speaker| self.names[speaker.0 as usize].kind == Kind::Person)
    }

    /// The person a sentence begins with, by name or by role.
    pub fn topic(&self, sentence: &Range<usize>) -> Option<NameId> {
        let begins = |mention: &&Mention| {
            let token = self.doc.tokens.at_byte(mention.span.start);
            token < sentence.start + SUBJECT_BEGINS && self.kind(mention) == Kind::Person
        };
        let opens = |mention: &&Mention| !self.is_quoted(mention.span) && !self.is_owner(mention) && !self.is_of_another(sentence, mention);
        let named = self
            .between(self.doc.span(sentence.clone()))
            .take_while(|mention| self.doc.tokens.at_byte(mention.span.start) < sentence.start + SUBJECT_BEGINS);
        let named = named.filter(begins).find(opens).map(|mention| mention.name);
        named.or_else(|| {
            let the = sentence.clone().take(SUBJECT_BEGINS).find(|&at| self.doc.key(at) == "the")?;
            let role = (the + 1..(the + 4).min(sentence.end)).find(|&at| self.is_role(at))?;
            self.bearer(self.doc.key(role), the)
        })
    }

    /// The one person a sentence names, wherever it does.
    fn only_person(&self, sentence: &Range<usize>) -> Option<NameId> {
        let is_person = |mention: &&Mention| self.kind(mention) == Kind::Person && !self.is_quoted(mention.span) && !self.is_owner(mention);
        let mut persons = self.between(self.doc.span(sentence.clone())).filter(is_person).map(|mention| mention.name);
        let first = persons.next()?;
        persons.all(|other| other == first).then_some(first)
    }

    /// The last person before token `at` who is given a role: `Sen. Pruitt`, `Ned Farrow, a spokesman`.
    fn bearer(&self, role: &str, at: usize) -> Option<NameId> {
        let short = SHORTENED.iter().find(|(long, _)| *long == role).map_or(&[][..], |(_, short)| short);
        let tells = |index: usize| self.doc.key(index) == role || short.contains(&self.doc.key(index));
        let bears = |mention: &&Mention| {
            let (start, end) = (self.doc.tokens.at_byte(mention.span.start), self.behind_mention(mention));
            let before = (start.saturating_sub(APPOSITION)..start).rev().take_while(|&index| self.goes_on(index));
            let behind = (end + 1..end + 1 + APPOSITION).take_while(|&index| !is_stop(self.doc.word(index)));
            before.into_iter().any(tells) || self.doc.word(end) == "," && behind.into_iter().any(tells)
        };
        self.named_before(at)
            .filter(|mention| self.kind(mention) == Kind::Person)
            .take(MENTIONS_BACK)
            .find(bears)
            .map(|mention| mention.name)
    }

    /// Whether a word before a name still belongs to it: capitals and roles do, and the full stop of `Sen.`.
    fn goes_on(&self, index: usize) -> bool {
        let shortened = self.doc.word(index) == "." && index > 0 && self.doc.is_capital(index - 1) && !self.doc.begins_sentence(index + 1);
        self.doc.is_capital(index) || self.is_role(index) || shortened
    }

    /// Mentions outside quotations before token `at`, the last first.
    fn named_before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let byte = self.doc.tokens.get(at).map_or(u32::MAX, |token| token.span.start);
        let before = self.mentions.partition_point(|mention| mention.span.start < byte);
        self.mentions[..before].iter().rev().filter(|mention| !self.is_quoted(mention.span))
    }

    /// The last group one of whose words is this (`the ministry`: the Defense Ministry).
    fn last_called(&self, head: &str, at: usize) -> Option<NameId> {
        let is_called = |mention: &&Mention| {
            let words = self.doc.tokens.at_byte(mention.span.start)..self.behind_mention(mention);
            self.kind(mention) == Kind::Group && words.into_iter().any(|word| self.doc.key(word) == head)
        };
        self.named_before(at).find(is_called).map(|mention| mention.name)
    }

    /// The group that spoke last, if nobody has since.
    fn group_speaking(&self) -> Option<NameId> {
        self.quotes.last()?.speaker.filter(|speaker| self.names[speaker.0 as usize].kind == Kind::Group)
    }

    fn last(&self, kind: Kind, at: usize) -> Option<NameId> {
        self.named_before(at).find(|mention| self.kind(mention) == kind).map(|mention| mention.name)
    }
}

fn is_stop(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "“" | "”" | "\"" | "(" | ")" | "")
}

/// Whom the subject of a verb of speech means when it holds no person's name.
enum Reference<'a> {
    /// `he`, `she`, `the 43-year-old`.
    Pronoun,
    /// `the spokesman`, by its last word.
    Role(&'a str),
    /// `a source`, `his lawyer`: somebody not named.
    Nobody,
    /// `they`, `the group`.
    Group,
    /// `the ministry`: the one that is called so.
    Body,
    /// What it names.
    Open,
}
