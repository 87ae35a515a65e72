//! What is known about a text: the names in it, where each is mentioned, and what was said by whom.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a name names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Group,
    Place,
    Person,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Group, Kind::Place, Kind::Person];

    /// The word used in exports, queries and the names file.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Group => "group",
            Kind::Place => "place",
            Kind::Person => "person",
        }
    }

    /// A group or a person: somebody who acts.
    pub fn is_actor(self) -> bool {
        self != Kind::Place
    }
}

/// The number of an entry in the gazetteer.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryId(pub u32);

/// The number of a name within one article: an index of [`Annotations::names`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameId(pub u32);

/// One thing an article names, before the store joins it with the same thing in other articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The canonical name: the gazetteer's, else the fullest form in this article.
    pub name: Box<str>,
    pub kind: Kind,
    /// The gazetteer's line, when it has one.
    pub entry: Option<EntryId>,
}

/// Why a mention was marked.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A name or alias of the gazetteer.
    Gazetteer,
    /// A short form that this article binds to a full name in brackets.
    Bound,
    /// A title or a job stands before it.
    Title,
    /// It begins with a given name.
    GivenName,
    /// A word of its own tells its kind (`… Brigade`, `… Dam`).
    Head,
    /// A word beside it tells its kind (`the village of …`, `… told`).
    Context,
    /// It stands in the dateline: a town, its country, the agency in brackets.
    Dateline,
    /// It repeats, in whole or by surname, a name found elsewhere in the article.
    BackReference,
    /// The tagger, which learnt from texts with gold how names stand in a sentence.
    Learnt,
}

impl Rule {
    pub const ALL: [Rule; 9] = [
        Rule::Gazetteer,
        Rule::Bound,
        Rule::Title,
        Rule::GivenName,
        Rule::Head,
        Rule::Context,
        Rule::Dateline,
        Rule::BackReference,
        Rule::Learnt,
    ];

    /// What it goes by, for people.
    pub fn words(self) -> &'static str {
        match self {
            Rule::Gazetteer => "a name of the gazetteer",
            Rule::Bound => "a short form that the article gives in brackets",
            Rule::Title => "a title or a job stands before it",
            Rule::GivenName => "it begins with a given name",
            Rule::Head => "a word in it tells what it is",
            Rule::Context => "a word beside it tells what it is",
            Rule::Dateline => "it stands in the dateline",
            Rule::BackReference => "it repeats a name of the article",
            Rule::Learnt => "the tagger, by how names stand in a sentence",
        }
    }

    /// Of a hundred marks that it makes, how many are right: measured on the articles for development by `dateline evaluate --by-rule
    /// tests/gold/development`, 21 November 2026; nothing where it made fewer than 20. A test holds the figures to what is measured.
    pub fn right_in_100(self) -> Option<u32> {
        match self {
            Rule::Gazetteer => Some(94),
            Rule::Head => Some(92),
            Rule::Bound => Some(96),
            Rule::Title | Rule::Context => Some(97),
            Rule::GivenName => Some(95),
            Rule::Dateline => Some(89),
            Rule::Learnt => Some(85),
            Rule::BackReference => Some(60),
        }
    }
}

/// A span that names something. Mentions are sorted by span and never overlap.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub name: NameId,
    pub rule: Rule,
}

/// Whose words stand between quotation marks.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Somebody's speech.
    Direct,
    /// A term held at a distance; nobody is said to have said it.
    Scare,
    /// What somebody said in the reporter's words (`X said that …`); no marks stand around it.
    Reported,
}

/// Quoted words, their marks left out, or a clause of reported speech. Quotes are sorted by start; one inside another is possible.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub span: Span,
    pub speaker: Option<NameId>,
    /// The verb of speech that ties the words to the speaker.
    pub cue: Option<Span>,
    pub kind: QuoteKind,
}

/// Everything known about one text. Spans are bytes of that text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotations {
    pub names: Vec<Name>,
    pub mentions: Vec<Mention>,
    pub quotes: Vec<Quote>,
}

impl Annotations {
    pub fn name(&self, id: NameId) -> &Name {
        &self.names[id.0 as usize]
    }
}
