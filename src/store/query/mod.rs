//! The query language: one parser for the filter bar and for `-q`.
//!
//! Terms stand side by side and must all hold; `a | b` is either, `-a` is not, parentheses group.
//!
//! | field (shortest) | finds articles |
//! |---|---|
//! | `actor:` (`a:`) `group:` (`g:`) `place:` (`p:`) `person:` (`pe:`) | that name such an entity, under any alias |
//! | `said:` (`s:`) | with a direct quote by such an entity |
//! | `quote:` (`q:`) | with these words inside a direct quote |
//! | `title:` (`t:`) `source:` (`so:`) `by:` (`b:`) | whose headline, source or byline matches |
//! | `after:` (`af:`) `before:` (`be:`) `on:` (`o:`) | by date: `2017`, `2017-06`, `2017-06-04`, `30d` (also `w`, `m`, `y`) before today; `after` holds from the first day of what it names, `before` until the day before it |
//! | `is:` (`i:`) | `read`, `unread`, `starred`, `noted` or `tagged` |
//! | `tag:` (`ta:`) | with this whole tag, or, where no tag is called so, with one that begins so, as in a half-typed word; `tag:"x"` is the whole tag always |

mod dates;
mod lex;
mod parse;
mod pattern;
mod plain_phrase;

pub(super) use dates::Days;
pub(super) use pattern::Pattern;

use crate::model::{Date, Kind};
use crate::text::Span;

/// The language in short, for people: what to write, and which articles it finds.
pub const LANGUAGE: &[(&str, &str)] = &[
    ("qam musla", "each word fuzzily in headline, names, source or byline; or as initials"),
    ("actor: group: place: person:", "that name this, under any alias: p:qamishli finds Qamishlo"),
    ("place:\"deir ez-zor\"", "the same, but exactly that name"),
    ("said:musla", "with a quote by this speaker"),
    ("quote:\"air cover\"", "with these words inside a quote"),
    ("\"exact words\"  /regex/", "with these in the text"),
    ("title: source: by:", "whose headline, source, byline matches"),
    ("after:2017-06 before:2018", "by date; also on:2017-06-04, after:30d"),
    ("is:unread is:starred tag:x", "by what you left on them; also is:noted, is:tagged, is:read"),
    ("'exact ^prefix suffix$", "as in fzf"),
    ("a b   a | b   -a   ( )", "both, either, not, grouping"),
];

/// What is asked. The default asks for everything.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub(super) expression: Expression,
}

/// A query text, read: what of it could be, and what could not.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub query: Query,
    pub problems: Vec<Problem>,
}

/// A part of a query that cannot be read (yet).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the query text.
    pub span: Span,
    pub reason: &'static str,
    /// Something is still to come here (`place:`): what stands elsewhere means what it says. Not so with something half said
    /// (`after:20`), where the last whole query serves better.
    pub waits: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) enum Expression {
    #[default]
    Everything,
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Not(Box<Expression>),
    Term(Term),
}

#[derive(Clone, Debug)]
pub(super) enum Term {
    /// A bare word: headline, names, source, byline.
    Word(Needle),
    Entity(Kinds, Needle),
    Said(Needle),
    Title(Needle),
    Source(Needle),
    By(Needle),
    /// In the text.
    Text(Pattern),
    /// Inside a direct quote.
    Quote(Pattern),
    Days(Days),
    Mark(Mark),
    Tag(Needle),
}

/// What a reader left on an article, or did not.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Read,
    Unread,
    Starred,
    Noted,
    Tagged,
}

/// Which kinds of entity a field asks for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Kinds {
    Actors,
    Only(Kind),
}

impl Kinds {
    pub fn hold(self, kind: Kind) -> bool {
        match self {
            Kinds::Actors => kind.is_actor(),
            Kinds::Only(only) => only == kind,
        }
    }
}

/// A word to look for in a name, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Needle {
    pub how: How,
    pub word: String,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum How {
    Fuzzy,
    /// `'word`: as it is, anywhere.
    Exact,
    /// `^word`
    Prefix,
    /// `word$`
    Suffix,
    /// `"two words"` or `^word$`: the whole name; where nothing is called so, whole words of it.
    Phrase,
}

impl Query {
    /// Reads `text`. `today` is what `30d` counts back from. Never fails: what cannot be read is a problem, the rest counts.
    pub fn parse(text: &str, today: Date) -> Parsed {
        parse::parse(text, today)
    }

    /// Asks for everything.
    pub fn is_empty(&self) -> bool {
        matches!(self.expression, Expression::Everything)
    }

    /// The terms that must or may hold, not those excluded.
    pub(super) fn wanted(&self) -> Vec<&Term> {
        let mut terms = Vec::new();
        self.expression.wanted(&mut terms);
        terms
    }
}

impl Expression {
    fn wanted<'a>(&'a self, terms: &mut Vec<&'a Term>) {
        match self {
            Expression::All(parts) | Expression::Any(parts) => parts.iter().for_each(|part| part.wanted(terms)),
            Expression::Term(term) => terms.push(term),
            Expression::Everything | Expression::Not(_) => {}
        }
    }
}
