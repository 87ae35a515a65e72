//! The nouns of the program: articles, names, mentions, quotes, and what readers say of them. No behaviour beyond looking things up in themselves.

mod annotation;
mod article;
mod correction;
mod fingerprint;
mod mark;

pub use annotation::{Annotations, EntryId, Kind, Mention, Name, NameId, Quote, QuoteKind, Rule};
pub use article::{Article, ContentId, Cut, Format, Head, NotAnId, Zone};
pub(crate) use article::{headline_room, headline_span};
pub use correction::{Change, Correction};
pub use fingerprint::{Fingerprint, Passage, Sketch};
pub use jiff::civil::Date;
pub use mark::{Marks, Note};
