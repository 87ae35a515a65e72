//! Whom the subject of a verb of speech means: the name in it, else whom its pronoun (`she`), its role (`the senator`) or its head
//! word (`the ministry`) points back to.

use super::gender::Gender;
use super::speakers::Attribution;
use super::tokens::Shape;
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
const AHEAD: usize = 120;
/// Tokens of an apposition that tells a role: `Ned Farrow, a spokesman for`.
const APPOSITION: usize = 8;

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
    ("judge", &["justice", "magistrate"]),
    ("lawyer", &["counsel", "attorney", "barrister", "solicitor"]),
    ("counsel", &["barrister", "lawyer", "advocate"]),
    ("attorney", &["lawyer"]),
    ("boss", &["manager", "coach"]),
    ("coach", &["manager"]),
    ("manager", &["coach", "boss"]),
    ("lawmaker", &["sen", "rep", "mp", "senator", "representative", "congressman"]),
    ("ambassador", &["envoy"]),
    ("envoy", &["ambassador"]),
    ("officer", &["sgt", "sergeant", "inspector", "lieutenant", "captain", "constable", "detective"]),
];

impl Attribution<'_> {
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

    /// A lead often tells a role (`the minister said`), and the sentence behind it the name: whoever bears the role there; for the
    /// first who speaks, the first who is named.
    pub fn introduced_later(&self, role: &str, at: usize) -> Option<NameId> {
        let first = || self.persons_ahead(at).next().filter(|_| self.opens_text(at)).map(|mention| mention.name);
        self.bearer_later(role, at).or_else(first)
    }

    pub fn bearer_later(&self, role: &str, at: usize) -> Option<NameId> {
        self.persons_ahead(at).find(|mention| self.bears(mention, role)).map(|mention| mention.name)
    }

    /// Outside quotations, close behind token `at`.
    fn persons_ahead(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let from = self.doc.tokens.get(at).map_or(u32::MAX, |token| token.span.start);
        let first = self.mentions.partition_point(|mention| mention.span.start < from);
        let ahead = self.mentions[first..].iter().take_while(move |mention| self.doc.tokens.at_byte(mention.span.start) < at + AHEAD);
        ahead.filter(|mention| self.kind(mention) == Kind::Person && !self.is_quoted(mention.span))
    }

    /// `“Sit,” he says`, where a text begins: the first who is named.
    pub fn named_later(&self, at: usize, pronoun: Option<Gender>) -> Option<NameId> {
        let mut persons = self.persons_ahead(at).filter(|_| self.opens_text(at));
        persons.find(|mention| self.may_be(mention.name, pronoun)).map(|mention| mention.name)
    }

    /// `His mother confirmed`, when she was told of as his mother before.
    pub fn known_by_owner(&self, subject: &Range<usize>) -> Option<NameId> {
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

    /// A token of the body's first sentence, which often keeps the name for the second.
    pub fn is_lead(&self, at: usize) -> bool {
        self.doc.sentence(at).start <= self.doc.body
    }

    /// Nobody is named in the body before token `at`.
    pub fn opens_text(&self, at: usize) -> bool {
        let body = |mention: &&Mention| self.doc.tokens.at_byte(mention.span.start) >= self.doc.body;
        at >= self.doc.body && !self.named_before(at).take_while(body).any(|mention| self.kind(mention) == Kind::Person)
    }

    pub fn is_role(&self, at: usize) -> bool {
        let written = self.doc.shape(at) == Shape::Lower && self.lexicon.titles.at(self.doc, at) > 0;
        written || matches!(self.doc.word(at), "MP" | "MPs" | "MEP" | "MSP" | "MLA" | "TD" | "GP" | "CEO")
    }

    /// The person that the sentences before token `at` are about: who spoke in one, or is the subject of one; else the last named.
    /// Nobody whom the pronoun cannot mean.
    pub fn taken_up(&self, at: usize, pronoun: Option<Gender>) -> Option<NameId> {
        let fits = |name: &NameId| self.may_be(*name, pronoun);
        let (mut end, mut near) = (at, true);
        for _ in 0..SENTENCES_BACK {
            let Some(last) = end.checked_sub(1) else { break };
            let sentence = self.doc.sentence(last).start.max(end.saturating_sub(LONGEST_SENTENCE))..end;
            let topic = || self.topic(&sentence).filter(fits);
            if let Some(person) = self.spoke_in(&sentence).filter(fits).or_else(topic) {
                return Some(person);
            }
            let speech = self.is_quoted(self.doc.span(sentence.start + 1..sentence.start + 2));
            // One without a name is not spoken of for long.
            if near && !speech && self.opens_nameless(&sentence) {
                return self.spoken_for_in(&sentence);
            }
            near &= speech;
            if !self.opens_referring(&sentence, pronoun)
                && let Some(person) = self.only_person(&sentence, fits)
            {
                return Some(person);
            }
            end = sentence.start;
        }
        self.named_before(at).find(|mention| self.kind(mention) == Kind::Person && fits(&mention.name)).map(|mention| mention.name)
    }

    /// `A farmer from the valley`: a sentence about somebody without a name, whom a pronoun behind it means.
    fn opens_nameless(&self, sentence: &Range<usize>) -> bool {
        // `In the village, a man of about sixty`.
        let place = sentence.clone().take(SUBJECT_BEGINS).find(|&at| self.doc.word(at) == ",").map_or(sentence.start, |comma| comma + 1);
        let somebody = |start: usize| {
            let begins = start..sentence.end.min(start + APPOSITION);
            let role = || self.role(&begins).is_some() || begins.clone().any(|at| self.gender_of(at).is_some());
            matches!(self.doc.key(start), "a" | "an" | "one" | "another") && role()
        };
        let named = || self.between(self.doc.span(sentence.clone())).any(|mention| self.kind(mention) == Kind::Person);
        !sentence.is_empty() && (somebody(sentence.start) || somebody(place)) && !named()
    }

    /// `A spokesman for the council`, `A council spokesman`: the group at the beginning of a sentence about one who speaks for it.
    fn spoken_for_in(&self, sentence: &Range<usize>) -> Option<NameId> {
        let begins = sentence.start..sentence.end.min(sentence.start + SUBJECT_BEGINS);
        let role = self.role(&begins)?;
        let speaks_for = role.starts_with("spokes");
        let group = self.between(self.doc.span(begins)).find(|mention| speaks_for && self.kind(mention) == Kind::Group);
        group.map(|mention| mention.name).or_else(|| self.bearer_later(role, sentence.start))
    }

    /// `She beat Ann Lund`, `The 23-year-old beat Ann Lund`: the sentence is about one told of before, whom the pronoun may mean too.
    fn opens_referring(&self, sentence: &Range<usize>, pronoun: Option<Gender>) -> bool {
        let first = self.gender_of(sentence.start).filter(|_| matches!(self.doc.key(sentence.start), "he" | "she"));
        let same = first.is_some_and(|first| pronoun.is_none_or(|pronoun| pronoun == first));
        same || self.is_aged(sentence) || self.opening_role(sentence) == Some(sentence.start + 1)
    }

    /// `The 22-year-old Lund University product`.
    pub fn is_aged(&self, subject: &Range<usize>) -> bool {
        let words = subject.start..subject.end.min(subject.start + APPOSITION);
        self.doc.key(subject.start) == "the" && words.skip(2).any(|at| self.doc.key(at) == "old" && self.doc.key(at - 1) == "year")
    }

    /// `Speaking in Elsa, Ann Lund rejected what | she called`: whom the clause of a pronoun is about.
    pub fn topic_before(&self, at: usize, pronoun: Option<Gender>) -> Option<NameId> {
        let clause = self.doc.sentence(at).start..at;
        let goes_on = !clause.is_empty() && self.doc.word(at - 1) != ",";
        let fits = |name: &NameId| goes_on && self.may_be(*name, pronoun);
        self.topic(&clause).filter(fits).or_else(|| if clause.is_empty() { None } else { self.only_person(&clause, fits) })
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
        if let Some(role) = self.opening_role(sentence) {
            return self.bearer(self.doc.key(role), sentence.start);
        }
        if self.is_aged(sentence) && !self.is_apposed_person(sentence.start + 1) {
            return None;
        }
        named.filter(begins).find(opens).map(|mention| mention.name)
    }

    /// `The actress, who plays Ann Lund`: the role that a sentence begins with and no name goes on from.
    fn opening_role(&self, sentence: &Range<usize>) -> Option<usize> {
        let begins =
            |at: usize| at == sentence.start || matches!(self.doc.word(at - 1), ",") || matches!(self.doc.key(at - 1), "but" | "and");
        let the = sentence.clone().take(SUBJECT_BEGINS).find(|&at| self.doc.key(at) == "the" && begins(at))?;
        let phrase = the + 1..(the + 4).min(sentence.end);
        let role = phrase.clone().rev().find(|&at| self.is_role(at))?;
        let small = phrase.take_while(|&at| at <= role + 1).all(|at| !self.doc.is_capital(at));
        (small && !self.is_apposed_person(role + 1)).then_some(role)
    }

    /// `The coroner, | Dr Hugh Lund, intervened`, `The head of the delegation, Ann Lund,`.
    fn is_apposed_person(&self, behind: usize) -> bool {
        let Some(comma) = (behind..behind + APPOSITION).find(|&at| self.doc.word(at) == ",") else { return false };
        let begins = self.doc.span(comma..comma + 1).start;
        let next = self.mentions[self.mentions.partition_point(|mention| mention.span.start < begins)..].first();
        let person = next.filter(|mention| self.kind(mention) == Kind::Person).map(|mention| self.doc.tokens.at_byte(mention.span.start));
        let leads = |at: usize| self.goes_on(at) || matches!(self.doc.key(at), "the" | "a" | "an");
        person.is_some_and(|at| at > comma && at <= comma + APPOSITION && (comma + 1..at).all(leads))
    }

    /// The one person a sentence names that `fits`, wherever it does.
    pub fn only_person(&self, sentence: &Range<usize>, fits: impl Fn(&NameId) -> bool) -> Option<NameId> {
        let is_person = |mention: &&Mention| self.kind(mention) == Kind::Person && !self.is_quoted(mention.span) && !self.is_owner(mention);
        let mut persons = self.between(self.doc.span(sentence.clone())).filter(is_person).map(|mention| mention.name).filter(fits);
        let first = persons.next()?;
        persons.all(|other| other == first).then_some(first)
    }

    /// The last person before token `at` who is given a role: `Sen. Pruitt`, `Ned Farrow, a spokesman`.
    pub fn bearer(&self, role: &str, at: usize) -> Option<NameId> {
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
    pub fn group_speaking(&self) -> Option<NameId> {
        self.quotes.last()?.speaker.filter(|speaker| self.names[speaker.0 as usize].kind == Kind::Group)
    }

    pub fn last(&self, kind: Kind, at: usize) -> Option<NameId> {
        self.named_before(at).find(|mention| self.kind(mention) == kind).map(|mention| mention.name)
    }
}

fn is_stop(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "“" | "”" | "\"" | "``" | "''" | "(" | ")" | "")
}
