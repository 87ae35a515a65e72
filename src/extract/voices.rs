//! Those who speak for another: a spokeswoman for the council, the letter that is read out, an owner that is a company.

use super::antecedent::{LONGEST_SENTENCE, SUBJECT_BEGINS};
use super::speakers::Attribution;
use super::tokens::Shape;
use crate::model::{Kind, Mention, NameId};
use std::ops::Range;

/// What somebody writes and is quoted from.
const WRITTEN: &[&str] = &[
    "statement",
    "letter",
    "note",
    "post",
    "message",
    "email",
    "memo",
    "tweet",
    "report",
    "submission",
    "lawsuit",
    "suit",
    "complaint",
    "petition",
];
/// Mentions of groups looked back through for the one a text is about.
const GROUPS_BACK: usize = 40;
/// Tokens within which somebody without a name was told of before.
const NAMELESS_BACK: usize = 60;
/// Tokens between an article and its role: `a senior company spokesperson`.
const NOUN_PHRASE: usize = 4;

/// What a company is called when its name is not said again.
const HOUSES: &[&str] = &[
    "company",
    "firm",
    "airline",
    "bank",
    "retailer",
    "carmaker",
    "manufacturer",
    "business",
    "operator",
    "developer",
    "publisher",
    "broadcaster",
    "utility",
    "brewer",
    "chain",
    "supermarket",
    "startup",
    "start-up",
    "insurer",
    "lender",
    "maker",
    "miner",
    "brewery",
    "carrier",
    "supplier",
];

pub(super) fn is_house(word: &str) -> bool {
    HOUSES.contains(&word)
}

impl Attribution<'_> {
    /// A group ends a subject, behind a comma.
    pub fn is_apposed_group(&self, subject: &Range<usize>, mention: &Mention) -> bool {
        let start = self.doc.tokens.at_byte(mention.span.start);
        let before = (subject.start..start).rev().find(|&at| self.doc.key(at) != "the");
        let ends = (self.behind_mention(mention)..subject.end).all(|at| self.doc.word(at) == ",");
        self.kind(mention) == Kind::Group && ends && before.is_some_and(|at| self.doc.word(at) == ",")
    }

    /// `A letter from Ann Lund was read out. “…,” it said`: what is written speaks for whoever wrote it.
    pub fn written_by(&self, subject: &Range<usize>) -> Option<NameId> {
        let it = subject.len() == 1 && self.doc.key(subject.start) == "it";
        let refers = it || (self.doc.key(subject.start) == "the" && WRITTEN.contains(&self.doc.key(subject.end - 1)));
        let before = self.sentence_before(subject.start).filter(|_| refers)?;
        before.clone().find(|&at| WRITTEN.contains(&self.doc.key(at)))?;
        let verb = before.clone().find(|&at| self.verb(at) > 0 && !self.is_told(at));
        let told = || verb.and_then(|verb| self.subject(before.start..verb));
        self.spoke_in(&before).or_else(told).or_else(|| self.only_person(&before, |_| true))
    }

    /// `A company spokesperson declined. “…,” the spokesperson said`: the role was somebody's who has no name.
    pub fn is_nameless(&self, role: &str, at: usize) -> bool {
        let article = |at: usize| matches!(self.doc.key(at), "a" | "an" | "one" | "another");
        // `Musla is a general`, `Musla, a general`: these have one.
        let named = |article: usize| article > 0 && matches!(self.doc.key(article - 1), "is" | "was" | "as" | "," | "became");
        let introduced = |at: usize| (at.saturating_sub(NOUN_PHRASE)..at).any(|at| article(at) && !named(at));
        (at.saturating_sub(NAMELESS_BACK)..at).rev().find(|&at| self.doc.key(at) == role).is_some_and(introduced)
    }

    /// `A note in Pinto's hand read: “…”`: the only one who is named with what is written.
    pub fn author(&self, words: &Range<usize>) -> Option<NameId> {
        words.clone().find(|&at| WRITTEN.contains(&self.doc.key(at)))?;
        let mut named = self.between(self.doc.span(words.clone())).filter(|mention| self.kind(mention) != Kind::Place);
        let author = named.next()?.name;
        named.all(|other| other.name == author).then_some(author)
    }

    /// `The airline said`: the group that has the word in its name, else the one named most often so far.
    pub fn house(&self, subject: &Range<usize>) -> Option<NameId> {
        let groups: Vec<NameId> = self.groups_before(subject.start).take(GROUPS_BACK).collect();
        let times = |name: &NameId| groups.iter().filter(|other| *other == name).count();
        // Of several the last: the groups stand the last first.
        let most = || groups.iter().rev().max_by_key(|name| times(name)).copied();
        self.last_called(self.doc.key(subject.end - 1), subject.start).or_else(most)
    }

    fn groups_before(&self, at: usize) -> impl Iterator<Item = NameId> {
        self.named_before(at).filter(|mention| self.kind(mention) == Kind::Group).map(|mention| mention.name)
    }

    /// `The ministry's own spokesman`.
    pub fn owner(&self, subject: &Range<usize>) -> Option<NameId> {
        let speaks_for = self.role(subject).is_some_and(|role| role.starts_with("spokes"));
        let mut groups = self.between(self.doc.span(subject.clone())).filter(|mention| self.kind(mention) == Kind::Group);
        groups
            .next()
            .filter(|mention| speaks_for && self.doc.shape(self.behind_mention(mention)) == Shape::Possessive)
            .map(|group| group.name)
    }

    /// `The ministry denied it. “…,” a spokesman said`: the group that the sentence before begins with.
    pub fn group_told_of(&self, subject: &Range<usize>) -> Option<NameId> {
        let speaks_for = self.role(subject).is_some_and(|role| role.starts_with("spokes"));
        let before = self.sentence_before(subject.start).filter(|_| speaks_for)?;
        let begins = self.doc.span(before.start..(before.start + SUBJECT_BEGINS).min(before.end));
        let mut groups = self.between(begins).filter(|mention| self.kind(mention) == Kind::Group && !self.is_quoted(mention.span));
        groups.next().map(|mention| mention.name)
    }

    /// The last sentence that ends before what is said at token `at`.
    fn sentence_before(&self, at: usize) -> Option<Range<usize>> {
        let quoted = self.quoted.partition_point(|range| range.end < at).checked_sub(1).map(|number| &self.quoted[number]);
        let start = quoted
            .filter(|range| range.end + 2 >= at && self.doc.word(range.end + 1) != ".")
            .map_or(at, |range| range.start.saturating_sub(1));
        let end = self.doc.sentence(start).start.min(start);
        let last = end.checked_sub(1).filter(|&last| last >= self.doc.body)?;
        Some(self.doc.sentence(last).start.max(end.saturating_sub(LONGEST_SENTENCE))..end)
    }

    /// `A spokeswoman for the council`: the group that has the word in its name.
    pub fn spoken_for(&self, subject: &Range<usize>) -> Option<NameId> {
        let the = subject.clone().find(|&at| self.doc.key(at) == "for" && self.doc.key(at + 1) == "the")? + 1;
        if the + 1 < subject.end { self.called_so(&(the..the + 2)) } else { None }
    }

    /// `The office wrote`: the group that has the word in its name.
    pub fn called_so(&self, subject: &Range<usize>) -> Option<NameId> {
        let head = subject.end - 1;
        let plain = self.doc.key(subject.start) == "the" && subject.len() <= 3 && self.doc.shape(head) == Shape::Lower;
        plain.then(|| self.last_called(self.doc.key(head), subject.start))?
    }
}
