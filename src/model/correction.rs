//! What a user knows better than the extractor.

use super::Kind;

/// A correction of the entity of this kind and canonical name. Corrections apply in order; each names the entity as those
/// before it left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub kind: Kind,
    pub name: Box<str>,
    pub change: Change,
}

/// What is to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is the same as the entity of this kind and name: both become that one.
    SameAs(Kind, Box<str>),
    /// This is its canonical name.
    Called(Box<str>),
    IsA(Kind),
    /// These words name nothing.
    NotAName,
    /// This alias of it is another entity of the same kind.
    Apart(Box<str>),
}
