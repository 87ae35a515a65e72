//! The nouns of the program: articles, names, mentions, quotes. No behaviour beyond looking things up in themselves.

mod annotation;
mod article;
mod fingerprint;

pub use annotation::{Annotations, EntryId, Kind, Mention, Name, NameId, Quote, QuoteKind, Rule};
pub use article::{Article, ContentId, Cut, Format, Zone};
pub use fingerprint::{Fingerprint, Passage, Sketch};
pub use jiff::civil::Date;
