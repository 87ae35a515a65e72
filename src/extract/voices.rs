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
    "notice",
    "circular",
    "advisory",
    "decree",
    "analysis",
    "study",
    "survey",
    "review",
    "ruling",
    "judgment",
    "editorial",
    "column",
    "article",
    "document",
    "papers",
    "filing",
    "indictment",
    "resolution",
    "leaflet",
    "bulletin",
    "newsletter",
    "release",
    "diary",
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
    "lobby",
    "charity",
    "regulator",
    "watchdog",
    "agency",
    "newspaper",
    "nonprofit",
    "non-profit",
    "charity",
    "trust",
    "union",
    "club",
    "party",
];

/// Words in the names of houses that are called otherwise.
const NAMED_FOR: &[(&str, &[&str])] = &[
    ("lender", &["bank", "building"]),
    ("airline", &["airlines", "airways", "air"]),
    ("carrier", &["airlines", "airways", "air"]),
    ("broadcaster", &["radio", "television", "tv"]),
    ("brewer", &["brewery", "brewing", "breweries"]),
    ("miner", &["mining", "mines", "minerals"]),
    ("insurer", &["insurance", "assurance"]),
    ("utility", &["power", "energy", "water", "electric"]),
    ("publisher", &["press", "publishing", "books"]),
];
/// Sentences looked back through for the group that one begins with.
const SENTENCES_BACK: usize = 3;

pub(super) fn is_written(word: &str) -> bool {
    WRITTEN.contains(&word)
}

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
        if let Some(author) = self.signed_by(&before) {
            return Some(author);
        }
        let verb = before.clone().find(|&at| self.verb(at) > 0 && !self.is_told(at));
        let told = || verb.and_then(|verb| self.subject(before.start..verb));
        self.spoke_in(&before).or_else(told).or_else(|| self.only_person(&before, |_| true))
    }

    /// `A suit brought by the pension fund`: whoever stands behind `by` or `from` close to what is written.
    fn signed_by(&self, sentence: &Range<usize>) -> Option<NameId> {
        let written = sentence.clone().find(|&at| is_written(self.doc.key(at)))?;
        let by = (written..sentence.end.min(written + NOUN_PHRASE)).find(|&at| matches!(self.doc.key(at), "by" | "from"))?;
        let names = self.doc.span(by + 1..(by + NOUN_PHRASE).min(sentence.end).max(by + 2));
        let from = self.mentions.partition_point(|mention| mention.span.start < names.start);
        let named = |mention: &&Mention| mention.span.start < names.end && self.kind(mention) != Kind::Place;
        self.mentions.get(from).filter(named).map(|mention| mention.name)
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
        let may_write = |mention: &&Mention| self.kind(mention) != Kind::Place && !self.is_reader(mention);
        let mut named = self.between(self.doc.span(words.clone())).filter(may_write);
        let author = named.next()?.name;
        named.all(|other| other.name == author).then_some(author)
    }

    /// `a letter to the council`, `seen by Wend News`.
    fn is_reader(&self, mention: &Mention) -> bool {
        let start = self.doc.tokens.at_byte(mention.span.start);
        let words: Vec<&str> = (start.saturating_sub(3)..start).map(|at| self.doc.key(at)).filter(|word| *word != "the").collect();
        let shown =
            |word: &&&str| matches!(**word, "seen" | "obtained" | "reviewed" | "viewed" | "read" | "published" | "shown" | "shared");
        words.last().is_some_and(|word| matches!(*word, "to" | "with"))
            || words.last() == Some(&"by") && words.iter().any(|word| shown(&word))
    }

    /// `The airline said`: the group that has the word in its name, else the one named most often so far.
    pub fn house(&self, subject: &Range<usize>) -> Option<NameId> {
        let groups: Vec<NameId> = self.groups_before(subject.start).take(GROUPS_BACK).collect();
        let times = |name: &NameId| groups.iter().filter(|other| *other == name).count();
        // Of several the last: the groups stand the last first.
        let most = || groups.iter().rev().max_by_key(|name| times(name)).copied();
        let word = self.doc.key(subject.end - 1);
        let called = || NAMED_FOR.iter().find(|(house, _)| *house == word)?.1.iter().find_map(|head| self.last_called(head, subject.start));
        self.last_called(word, subject.start).or_else(called).or_else(|| self.group_before(subject.start)).or_else(most)
    }

    /// `Lund AB closed its mill. “…,” the company said`: the group that one of the last sentences begins with, and no public body.
    pub fn group_before(&self, at: usize) -> Option<NameId> {
        let mut end = at;
        for _ in 0..SENTENCES_BACK {
            let sentence = self.sentence_before(end)?;
            let begins = self.doc.span(sentence.start..(sentence.start + SUBJECT_BEGINS).min(sentence.end));
            let groups = self.between(begins).filter(|mention| self.kind(mention) == Kind::Group && !self.is_quoted(mention.span));
            if let Some(group) = groups.into_iter().find(|mention| !self.is_of_another(&sentence, mention) && !self.is_bracketed(mention)) {
                return Some(group.name);
            }
            end = sentence.start;
        }
        None
    }

    /// `The health office's water agency`: the group that owns another without a name.
    pub fn owning_group(&self, subject: &Range<usize>) -> Option<NameId> {
        let mut groups = self.between(self.doc.span(subject.clone())).filter(|mention| self.kind(mention) == Kind::Group);
        groups.next().filter(|group| self.is_owner(group)).map(|group| group.name)
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
        // `A company spokesperson declined.`
        let house = || (before.start..(before.start + NOUN_PHRASE).min(before.end)).find(|&at| is_house(self.doc.key(at)));
        groups.next().map(|mention| mention.name).or_else(|| house().and_then(|at| self.house(&(before.start..at + 1))))
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
