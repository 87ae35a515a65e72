//! What a user says of a name that the program got wrong.

use super::Kind;

/// A change to the entity of this kind and canonical name. Corrections apply in order: each names the entity as those before it left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub kind: Kind,
    pub name: Box<str>,
    pub change: Change,
}

/// What is to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is that other entity, and takes its name.
    SameAs(Kind, Box<str>),
    /// It is called otherwise.
    Called(Box<str>),
    /// It is of another kind.
    IsA(Kind),
    /// It names nothing.
    NotAName,
    /// This alias of it is an entity of its own.
    Apart(Box<str>),
}
