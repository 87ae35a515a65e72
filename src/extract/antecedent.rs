//! Whom the subject of a verb of speech means: the name in it, else whom its pronoun (`she`), its role (`the senator`) or its head
//! word (`the ministry`) points back to.

use super::gender::Gender;
use super::speakers::Attribution;
use super::tokens::{Gap, Shape};
use super::vocabulary::mark;
use super::voices::is_house;
use crate::model::{Kind, Mention, NameId, Quote};
use crate::text::Span;
use std::ops::Range;

/// A name among the first tokens of a sentence is likely its subject.
pub(super) const SUBJECT_BEGINS: usize = 10;
/// Sentences looked back through for the subject a pronoun takes up.
const SENTENCES_BACK: usize = 8;
/// Of a longer sentence only the last tokens are looked at: a text may have no full stop.
pub(super) const LONGEST_SENTENCE: usize = 100;
/// Mentions looked back through for the bearer of a role.
const MENTIONS_BACK: usize = 40;
/// Tokens in which a role is given its bearer behind it.
const AHEAD: usize = 60;
/// Tokens of an apposition that tells a role: `Ned Farrow, a spokesman for`.
const APPOSITION: usize = 8;

/// Words that may stand for any group.
const ANY_GROUP: &[&str] =
    &["they", "it", "statement", "group", "force", "forces", "militia", "organization", "organisation", "movement", "alliance"];
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
        if let Some(person) = self.actor(&subject, &inside, Kind::Person).filter(|_| !self.is_taken_up(&subject)) {
            return Some(person.name);
        }
        let group = self.actor(&subject, &inside, Kind::Group).map(|mention| mention.name);
        let named = group.or_else(|| self.actor(&subject, &inside, Kind::Place).map(|mention| mention.name));
        let at = subject.start;
        match self.reference(&subject) {
            Reference::Pronoun => {
                let pronoun = [at, self.head(&subject), subject.end - 1].into_iter().find_map(|at| self.gender_of(at));
                self.taken_up(at, pronoun).or_else(|| self.named_later(at, pronoun))
            }
            // `The club's owner, the Lund Group, said`.
            Reference::Role(_) if inside.last().is_some_and(|last| self.is_apposed_group(&subject, last)) => group,
            Reference::Role(role) => {
                let told = || self.introduced_later(role, at).or_else(|| self.asked_before(at));
                let other = || if self.is_nameless(role, at) { self.group_told_of(&subject) } else { self.taken_up(at, None) };
                self.bearer(role, at).or_else(told).or_else(other)
            }
            // `A spokesman for the council` speaks for the council.
            Reference::Nobody => {
                let group = inside.iter().rev().find(|mention| self.kind(mention) == Kind::Group).map(|mention| mention.name);
                let known = || self.known_by_owner(&subject).or_else(|| self.introduced_later(self.role(&subject)?, at));
                group
                    .or_else(|| self.owner(&subject))
                    .or_else(|| self.spoken_for(&subject))
                    .or_else(known)
                    .or_else(|| self.group_told_of(&subject))
            }
            Reference::House => named.or_else(|| self.house(&subject)),
            Reference::Group => named
                .or_else(|| self.author(&subject))
                .or_else(|| self.written_by(&subject))
                .or_else(|| self.group_speaking())
                .or_else(|| self.last(Kind::Group, at)),
            Reference::Body => named.or_else(|| self.last_called(self.doc.key(subject.end - 1), at)).or_else(|| self.author(&subject)),
            Reference::Open => named.or_else(|| self.called_so(&subject)).or_else(|| self.author(&subject)),
        }
    }

    /// `Hugo Delamere, who, | he writes,`: a pronoun beside its verb is the subject, unless a clause of time names whom it means.
    fn is_taken_up(&self, subject: &Range<usize>) -> bool {
        let pronoun = matches!(self.doc.key(subject.end - 1), "he" | "she");
        pronoun
            && !matches!(self.doc.key(subject.start), "when" | "after" | "before" | "as" | "while" | "once" | "if" | "although" | "though")
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
        let behind = self.behind_mention(mention);
        // `the Cheetahs' owner`.
        let plural = || self.doc.key(behind) == "'" && self.doc.gap(behind) == Gap::Nothing && self.doc.shape(behind + 1) == Shape::Lower;
        self.doc.shape(behind) == Shape::Possessive || plural() && self.doc.key(behind - 1).ends_with('s')
    }

    fn is_of_another(&self, subject: &Range<usize>, mention: &Mention) -> bool {
        let token = self.doc.tokens.at_byte(mention.span.start);
        let the = usize::from(token > subject.start && self.doc.key(token - 1) == "the");
        let before = token - the;
        // `, with Marsh saying`
        if before > subject.start && self.doc.key(before - 1) == "with" && self.behind_mention(mention) == subject.end {
            return false;
        }
        before > subject.start && self.doc.shape(before - 1) == Shape::Lower && OF_ANOTHER.contains(&self.doc.key(before - 1))
    }

    pub fn behind_mention(&self, mention: &Mention) -> usize {
        self.doc.tokens.at_byte(mention.span.end - 1) + 1
    }

    pub fn between(&self, span: Span) -> impl Iterator<Item = &Mention> {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        self.mentions[from..].iter().take_while(move |mention| mention.span.end <= span.end)
    }

    pub fn kind(&self, mention: &Mention) -> Kind {
        self.names[mention.name.0 as usize].kind
    }

    /// What the words of a subject without a person point to.
    fn reference(&self, subject: &Range<usize>) -> Reference<'_> {
        let word = |index: usize| self.doc.key(index);
        let last = subject.end - 1;
        let head = self.head(subject);
        let role = self.role(subject);
        let indefinite = subject.clone().take(3).any(|at| matches!(word(at), "a" | "an" | "one" | "some" | "another" | "several"));
        let owned = subject.clone().any(|at| self.doc.shape(at) == Shape::Possessive || matches!(word(at), "his" | "her" | "their"));
        match role {
            // `according to her`
            _ if subject.len() == 1 && matches!(word(last), "him" | "her") => Reference::Pronoun,
            _ if matches!(word(subject.start), "he" | "she") || matches!(word(last), "he" | "she") => Reference::Pronoun,
            // `The Swede`, `the Swede, who`.
            _ if self.is_national(subject) => Reference::Pronoun,
            // `The young man`, `the 43-year-old`.
            _ if matches!(word(head), "man" | "woman" | "boy" | "girl" | "old") && !indefinite => Reference::Pronoun,
            Some(_) if indefinite || owned => Reference::Nobody,
            Some(role) => Reference::Role(role),
            None if is_house(word(last)) && !indefinite => Reference::House,
            None if ANY_GROUP.contains(&word(last)) => Reference::Group,
            None if self.lexicon.groups.ending.at(self.doc, last) > 0 => Reference::Body,
            None => Reference::Open,
        }
    }

    /// The last word of a subject before what is told of it: `the 43-year-old, who`, `the man they called`.
    fn head(&self, subject: &Range<usize>) -> usize {
        let told = |&at: &usize| matches!(self.doc.word(at), "," | "who" | "whose" | "they" | "in" | "with" | "at" | "behind" | "from");
        (subject.start + 1..subject.end).find(told).unwrap_or(subject.end) - 1
    }

    /// The last word of a subject that tells a role.
    pub fn role(&self, subject: &Range<usize>) -> Option<&str> {
        subject.clone().rev().find(|&at| self.is_role(at)).map(|at| self.doc.key(at))
    }

    /// A person called by nationality alone.
    fn is_national(&self, subject: &Range<usize>) -> bool {
        let noun = subject.start + 1;
        let alone = noun + 1 >= subject.end || self.doc.word(noun + 1) == ",";
        self.doc.key(subject.start) == "the" && self.doc.shape(noun) == Shape::Capital && self.doc.has(noun, mark::DEMONYM) && alone
    }

    /// A lead often tells a role (`the minister said`), and the sentence behind it the name: whoever bears the role there; for the
    /// first who speaks, the first who is named.
    fn introduced_later(&self, role: &str, at: usize) -> Option<NameId> {
        let bearer = self.persons_ahead(at).find(|mention| self.bears(mention, role));
        bearer.or_else(|| self.persons_ahead(at).next().filter(|_| self.opens_text(at))).map(|mention| mention.name)
    }

    /// Outside quotations, close behind token `at`.
    fn persons_ahead(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let from = self.doc.tokens.get(at).map_or(u32::MAX, |token| token.span.start);
        let first = self.mentions.partition_point(|mention| mention.span.start < from);
        let ahead = self.mentions[first..].iter().take_while(move |mention| self.doc.tokens.at_byte(mention.span.start) < at + AHEAD);
        ahead.filter(|mention| self.kind(mention) == Kind::Person && !self.is_quoted(mention.span))
    }

    /// `“Sit,” he says`, where a text begins: the first who is named.
    fn named_later(&self, at: usize, pronoun: Option<Gender>) -> Option<NameId> {
        let mut persons = self.persons_ahead(at).filter(|_| self.opens_text(at));
        persons.find(|mention| self.may_be(mention.name, pronoun)).map(|mention| mention.name)
    }

    /// `His mother confirmed`, when she was told of as his mother before.
    fn known_by_owner(&self, subject: &Range<usize>) -> Option<NameId> {
        let head = subject.end - 1;
        let owned = head > subject.start && matches!(self.doc.key(subject.start), "his" | "her" | "their");
        if owned { self.bearer(self.doc.key(head), subject.start) } else { None }
    }

    /// Who answers: behind a question in marks, the last named who did not ask it.
    pub fn asked_before(&self, at: usize) -> Option<NameId> {
        let asked = self.quotes.last()?;
        let is_question = asked.span.of(self.doc.text).ends_with('?') && asked.speaker.is_some();
        if is_question { self.other_than(asked.speaker?, at) } else { None }
    }

    /// The person named last before token `at` who is not `speaker`.
    pub fn other_than(&self, speaker: NameId, at: usize) -> Option<NameId> {
        let other = |mention: &&Mention| self.kind(mention) == Kind::Person && mention.name != speaker;
        self.named_before(at).take(MENTIONS_BACK).find(other).map(|mention| mention.name)
    }

    /// Nobody is named in the body before token `at`.
    fn opens_text(&self, at: usize) -> bool {
        let body = |mention: &&Mention| self.doc.tokens.at_byte(mention.span.start) >= self.doc.body;
        at >= self.doc.body && !self.named_before(at).take_while(body).any(|mention| self.kind(mention) == Kind::Person)
    }

    fn is_role(&self, at: usize) -> bool {
        self.doc.shape(at) == Shape::Lower && self.lexicon.titles.at(self.doc, at) > 0
    }

    /// The person that the sentences before token `at` are about: who spoke in one, or is the subject of one; else the last named.
    /// Nobody whom the pronoun cannot mean.
    pub fn taken_up(&self, at: usize, pronoun: Option<Gender>) -> Option<NameId> {
        let fits = |name: &NameId| self.may_be(*name, pronoun);
        let mut end = at;
        for _ in 0..SENTENCES_BACK {
            let Some(last) = end.checked_sub(1) else { break };
            let sentence = self.doc.sentence(last).start.max(end.saturating_sub(LONGEST_SENTENCE))..end;
            let spoke = self.spoke_in(&sentence).filter(fits);
            let about = || self.topic(&sentence).filter(fits).or_else(|| self.only_person(&sentence, fits));
            if let Some(person) = spoke.or_else(about) {
                return Some(person);
            }
            end = sentence.start;
        }
        self.named_before(at).find(|mention| self.kind(mention) == Kind::Person && fits(&mention.name)).map(|mention| mention.name)
    }

    /// Nothing speaks against a pronoun's meaning somebody.
    fn may_be(&self, name: NameId, pronoun: Option<Gender>) -> bool {
        let known = self.genders[name.0 as usize];
        pronoun.is_none() || known.is_none() || known == pronoun
    }

    /// Of the pronoun at `at`.
    pub fn gender_of(&self, at: usize) -> Option<Gender> {
        match self.doc.key(at) {
            "she" | "her" | "woman" | "girl" => Some(Gender::She),
            "he" | "him" | "his" | "man" | "boy" => Some(Gender::He),
            _ => None,
        }
    }

    /// The person whose verb of speech stands in a sentence.
    pub fn spoke_in(&self, sentence: &Range<usize>) -> Option<NameId> {
        let span = self.doc.span(sentence.clone());
        let last = |quote: &Quote| quote.cue.map_or(quote.span.end, |cue| cue.end.max(quote.span.end));
        // The quotation may stand behind its sentence: `Reyes said:` and a new paragraph.
        let next = self.quotes.partition_point(|quote| quote.span.start < span.end);
        let near = self.quotes[..(next + 1).min(self.quotes.len())].iter().rev().take_while(|quote| last(quote) >= span.start);
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

    /// The one person a sentence names that `fits`, wherever it does.
    pub fn only_person(&self, sentence: &Range<usize>, fits: impl Fn(&NameId) -> bool) -> Option<NameId> {
        let is_person = |mention: &&Mention| self.kind(mention) == Kind::Person && !self.is_quoted(mention.span) && !self.is_owner(mention);
        let mut persons = self.between(self.doc.span(sentence.clone())).filter(is_person).map(|mention| mention.name).filter(fits);
        let first = persons.next()?;
        persons.all(|other| other == first).then_some(first)
    }

    /// The last person before token `at` who is given a role: `Sen. Pruitt`, `Ned Farrow, a spokesman`.
    fn bearer(&self, role: &str, at: usize) -> Option<NameId> {
        let persons = self.named_before(at).filter(|mention| self.kind(mention) == Kind::Person);
        persons.take(MENTIONS_BACK).find(|mention| self.bears(mention, role)).map(|mention| mention.name)
    }

    fn bears(&self, mention: &Mention, role: &str) -> bool {
        let short = SHORTENED.iter().find(|(long, _)| *long == role).map_or(&[][..], |(_, short)| short);
        let tells = |index: usize| self.doc.key(index) == role || short.contains(&self.doc.key(index));
        let (start, end) = (self.doc.tokens.at_byte(mention.span.start), self.behind_mention(mention));
        let before = (start.saturating_sub(APPOSITION)..start).rev().take_while(|&index| self.goes_on(index));
        let behind = (end + 1..end + 1 + APPOSITION).take_while(|&index| !is_stop(self.doc.word(index)));
        before.into_iter().any(tells) || self.doc.word(end) == "," && behind.into_iter().any(tells) || self.apposed(start, tells)
    }

    /// `The spokeswoman, Mabel Stone, said`.
    fn apposed(&self, start: usize, tells: impl Fn(usize) -> bool) -> bool {
        start >= 2 && self.doc.word(start - 1) == "," && tells(start - 2)
    }

    /// Whether a word before a name still belongs to it: capitals and roles do, and the full stop of `Sen.`.
    fn goes_on(&self, index: usize) -> bool {
        let shortened = self.doc.word(index) == "." && index > 0 && self.doc.is_capital(index - 1) && !self.doc.begins_sentence(index + 1);
        self.doc.is_capital(index) || self.is_role(index) || shortened
    }

    /// Mentions outside quotations before token `at`, the last first.
    pub fn named_before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let byte = self.doc.tokens.get(at).map_or(u32::MAX, |token| token.span.start);
        let before = self.mentions.partition_point(|mention| mention.span.start < byte);
        self.mentions[..before].iter().rev().filter(|mention| !self.is_quoted(mention.span))
    }

    /// The last group one of whose words is this (`the ministry`: the Defense Ministry).
    pub fn last_called(&self, head: &str, at: usize) -> Option<NameId> {
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
    /// `the airline`: the one the text is about.
    House,
    /// `the ministry`: the one that is called so.
    Body,
    /// What it names.
    Open,
}
