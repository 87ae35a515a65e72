//! Who the subject of a verb of speech is: the name in it, else what its words point to: a pronoun, a role, a house.

use super::speakers::Attribution;
use super::tokens::{Gap, Shape};
use super::vocabulary::mark;
use super::voices::is_house;
use crate::model::{Kind, Mention, NameId};
use std::ops::Range;

/// Words that may stand for any group.
const ANY_GROUP: &[&str] =
    &["they", "it", "statement", "group", "force", "forces", "militia", "organization", "organisation", "movement", "alliance"];
/// Before a name that is not the subject itself: `a spokesman for Pruitt`.
const OF_ANOTHER: &[&str] = &[
    "for",
    "of",
    "to",
    "with",
    "by",
    "from",
    "against",
    "about",
    "on",
    "behind",
    "than",
    "after",
    "before",
    "in",
    "at",
    "near",
    "outside",
    "through",
    "via",
    "alongside",
    "under",
    "over",
    "into",
    "between",
    "among",
    "despite",
    "during",
    "since",
    "until",
];
/// Tokens of a noun phrase with its article: `the former team captain`.
pub(super) const LONGEST_PHRASE: usize = 5;
/// How words for people end, and things that end so too.
const PEOPLE: &[&str] = &["er", "or", "ist", "man", "woman", "ian", "back", "half", "child", "teen", "aunt", "ee"];
const THINGS: &[&str] = &[
    "newspaper",
    "paper",
    "letter",
    "banner",
    "poster",
    "sticker",
    "order",
    "tribunal",
    "number",
    "computer",
    "centre",
    "charter",
    "register",
    "chapter",
    "ledger",
    "folder",
    "error",
    "flyer",
    "committee",
    "employer",
    "partner",
];

fn is_person(word: &str) -> bool {
    PEOPLE.iter().any(|ending| word.ends_with(ending)) && !THINGS.contains(&word)
}

impl Attribution<'_> {
    /// The one a subject speaks of.
    pub fn subject(&self, subject: Range<usize>) -> Option<NameId> {
        if subject.is_empty() {
            return None;
        }
        let subject = self.last_clause(subject);
        if self.is_anonymous(&subject) {
            return None;
        }
        let inside: Vec<&Mention> = self.between(self.doc.span(subject.clone())).filter(|mention| !self.is_owner(mention)).collect();
        if let Some(person) = self.actor(&subject, &inside, Kind::Person).filter(|_| !self.is_taken_up(&subject)) {
            return Some(person.name);
        }
        let group = self.actor(&subject, &inside, Kind::Group).map(|mention| mention.name);
        let named = group.or_else(|| self.actor(&subject, &inside, Kind::Place).map(|mention| mention.name));
        match self.reference(&self.without_tail(&subject, &inside)) {
            Reference::Pronoun => self.of_pronoun(&subject),
            // `The club's owner, the Lund Group, said`.
            Reference::Role(_) if inside.last().is_some_and(|last| self.is_apposed_group(&subject, last)) => group,
            Reference::Role(role) => self.of_role(&subject, role),
            Reference::Nobody => self.of_nobody(&subject, &inside),
            Reference::House => named.or_else(|| self.owning_group(&subject)).or_else(|| self.house(&subject)),
            Reference::Group => named.or_else(|| self.of_group(&subject)),
            Reference::Body => named.or_else(|| self.of_body(&subject)),
            Reference::Open => {
                let called = || self.called_so(&subject).or_else(|| self.author(&subject));
                named.or_else(called).or_else(|| self.is_person(&subject).then(|| self.taken_up(subject.start, None))?)
            }
        }
    }

    /// `She`, `the 43-year-old`.
    fn of_pronoun(&self, subject: &Range<usize>) -> Option<NameId> {
        let at = subject.start;
        let word = [at, self.head(subject), subject.end - 1].into_iter().find(|&at| self.gender_of(at).is_some());
        let pronoun = word.and_then(|word| self.gender_of(word));
        let own = || self.topic_before(word?, pronoun);
        own().or_else(|| self.taken_up(at, pronoun)).or_else(|| self.named_later(at, pronoun))
    }

    /// `The senator`: whoever is called so, before it or close behind, else whom the text is about. Not whom its own sentence is about:
    /// that one would be called by a pronoun; and `CEO of the council Ann Lund` is somebody named, though no mark tells it.
    fn of_role(&self, subject: &Range<usize>, role: &str) -> Option<NameId> {
        let at = subject.start;
        let told = || self.introduced_later(role, at).or_else(|| self.asked_before(at));
        let sentence = self.doc.sentence(at).start;
        let other = || if self.is_nameless(role, at) { self.group_told_of(subject) } else { self.taken_up(sentence, None) };
        let the = subject.clone().take(LONGEST_PHRASE).any(|at| self.doc.key(at) == "the");
        let definite = the && !self.doc.is_capital(subject.end - 1);
        self.bearer(role, at).or_else(told).or_else(|| if definite { other() } else { None })
    }

    /// `A spokesman for the council` speaks for the council; `a farmer`, `his lawyer` may have a name elsewhere.
    fn of_nobody(&self, subject: &Range<usize>, inside: &[&Mention]) -> Option<NameId> {
        let at = subject.start;
        let role = self.role(subject);
        let speaks_for = role.is_some_and(|role| role.starts_with("spokes"));
        let group = inside.iter().rev().find(|mention| speaks_for && self.kind(mention) == Kind::Group).map(|mention| mention.name);
        let later = |role: &str| if self.is_lead(at) { self.introduced_later(role, at) } else { self.bearer_later(role, at) };
        let spoken_for = || self.owner(subject).or_else(|| self.spoken_for(subject));
        let known = || self.known_by_owner(subject).or_else(|| later(role?));
        group.or_else(spoken_for).or_else(known).or_else(|| self.group_told_of(subject))
    }

    /// `They`, `it`, `the statement`.
    fn of_group(&self, subject: &Range<usize>) -> Option<NameId> {
        let written = || self.author(subject).or_else(|| self.written_by(subject));
        written().or_else(|| self.group_speaking()).or_else(|| self.last(Kind::Group, subject.start))
    }

    /// `The ministry`.
    fn of_body(&self, subject: &Range<usize>) -> Option<NameId> {
        let called = self.last_called(self.doc.key(subject.end - 1), subject.start).or_else(|| self.author(subject));
        called.or_else(|| self.owning_group(subject)).or_else(|| self.group_before(subject.start))
    }

    /// `Hugo Delamere, who, | he writes,`: a pronoun beside its verb is the subject, unless a clause of time names whom it means.
    fn is_taken_up(&self, subject: &Range<usize>) -> bool {
        let pronoun = matches!(self.doc.key(subject.end - 1), "he" | "she");
        pronoun
            && !matches!(self.doc.key(subject.start), "when" | "after" | "before" | "as" | "while" | "once" | "if" | "although" | "though")
    }

    /// `the brother, who did not want to be named,`.
    fn is_anonymous(&self, subject: &Range<usize>) -> bool {
        let not = |at: usize| matches!(self.doc.key(at), "not" | "without" | "declined" | "refused");
        subject.clone().any(|at| matches!(self.doc.key(at), "named" | "identified")) && subject.clone().any(not)
            || subject.clone().any(|at| self.doc.key(at) == "anonymity")
    }

    /// `A letter | seen by Sky News`: a subject without the other whom its last words name.
    fn without_tail(&self, subject: &Range<usize>, inside: &[&Mention]) -> Range<usize> {
        let ends = |mention: &&&Mention| self.behind_mention(mention) == subject.end && self.is_of_another(subject, mention);
        let Some(other) = inside.last().filter(ends) else { return subject.clone() };
        let start = self.doc.tokens.at_byte(other.span.start);
        let of = (subject.start..start).rev().find(|&at| OF_ANOTHER.contains(&self.doc.key(at))).unwrap_or(subject.end);
        let participle = of > subject.start + 1 && self.doc.key(of) == "by";
        let head = if participle { of - 1 } else { of };
        if head > subject.start { subject.start..head } else { subject.clone() }
    }

    /// `The centre-half`: somebody told of before by what they do.
    fn is_person(&self, subject: &Range<usize>) -> bool {
        let small = (subject.start + 1..subject.end).all(|at| !self.doc.is_capital(at));
        let last = subject.end - 1;
        // `The mother-of-three`.
        let parent = last > subject.start && self.doc.key(last - 1) == "of" && self.doc.gap(last) == Gap::Hyphen;
        self.doc.key(subject.start) == "the" && small && subject.len() <= LONGEST_PHRASE && (parent || is_person(self.doc.key(last)))
    }

    /// The one of a kind that is the subject: one whom an apposition follows, else the last; before `and then told` the first.
    fn actor<'m>(&self, subject: &Range<usize>, inside: &[&'m Mention], kind: Kind) -> Option<&'m Mention> {
        let is_subject =
            |mention: &&&Mention| self.kind(mention) == kind && !self.is_of_another(subject, mention) && !self.is_bracketed(mention);
        let actors: Vec<&Mention> = inside.iter().filter(is_subject).copied().collect();
        let apposed = |first: &&&Mention| matches!(self.doc.word(self.behind_mention(first)), "," | "(");
        let first = actors.first().filter(|first| apposed(first) || self.is_joined(subject.end));
        first.or(actors.last()).copied()
    }

    /// `PORT ELSA (Coastline News) - Families`.
    pub fn is_bracketed(&self, mention: &Mention) -> bool {
        let dateline = self.kind(mention) == Kind::Place && matches!(self.doc.word(self.behind_mention(mention)), "(" | "—" | "–" | "-");
        dateline || self.doc.tokens.at_byte(mention.span.start).checked_sub(1).is_some_and(|at| self.doc.word(at) == "(")
    }

    pub fn is_owner(&self, mention: &Mention) -> bool {
        let behind = self.behind_mention(mention);
        // `the Cheetahs' owner`.
        let plural = || self.doc.key(behind) == "'" && self.doc.gap(behind) == Gap::Nothing && self.doc.shape(behind + 1) == Shape::Lower;
        self.doc.shape(behind) == Shape::Possessive || plural() && self.doc.key(behind - 1).ends_with('s')
    }

    pub fn is_of_another(&self, subject: &Range<usize>, mention: &Mention) -> bool {
        let token = self.doc.tokens.at_byte(mention.span.start);
        let the = usize::from(token > subject.start && self.doc.key(token - 1) == "the");
        let before = token - the;
        // `, with Marsh saying`
        if before > subject.start && self.doc.key(before - 1) == "with" && self.behind_mention(mention) == subject.end {
            return false;
        }
        before > subject.start && self.doc.shape(before - 1) == Shape::Lower && OF_ANOTHER.contains(&self.doc.key(before - 1))
    }

    /// What the words of a subject without a person point to.
    fn reference(&self, subject: &Range<usize>) -> Reference<'_> {
        let word = |index: usize| self.doc.key(index);
        let last = subject.end - 1;
        let head = self.head(subject);
        let role = self.role(subject);
        let indefinite = subject.clone().take(3).any(|at| matches!(word(at), "a" | "an" | "one" | "some" | "another" | "several"));
        let owned =
            subject.clone().any(|at| self.doc.shape(at) == Shape::Possessive || matches!(word(at), "his" | "her" | "their" | "my" | "our"));
        match role {
            // `according to her`
            _ if subject.len() == 1 && matches!(word(last), "him" | "her") => Reference::Pronoun,
            _ if matches!(word(subject.start), "he" | "she") || matches!(word(last), "he" | "she") => Reference::Pronoun,
            _ if self.is_aged(subject) => Reference::Pronoun,
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
        // `The warning, written by an engineer`: only of the first phrase, unless that is a name.
        let first = subject.clone().take_while(|&at| self.doc.word(at) != ",").last().map_or(subject.start, |last| last + 1);
        let named = self.between(self.doc.span(subject.clone())).next().is_some();
        let relative = |at: usize| self.doc.word(at) == "," && matches!(self.doc.key(at + 1), "which" | "who" | "whose" | "where");
        let told = subject.clone().find(|&at| relative(at)).unwrap_or(subject.end);
        let phrase = if named { subject.start..told } else { subject.start..first };
        // `A spokesman for Lund AB, the market leader`.
        let indefinite = matches!(self.doc.key(subject.start), "a" | "an" | "one");
        let mut roles = phrase.filter(|&at| self.is_role(at)).map(|at| self.doc.key(at));
        if indefinite { roles.next() } else { roles.next_back() }
    }

    /// A person called by nationality alone.
    fn is_national(&self, subject: &Range<usize>) -> bool {
        let noun = subject.start + 1;
        let alone = noun + 1 >= subject.end || self.doc.word(noun + 1) == ",";
        self.doc.key(subject.start) == "the" && self.doc.shape(noun) == Shape::Capital && self.doc.has(noun, mark::DEMONYM) && alone
    }
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
