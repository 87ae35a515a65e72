//! The rules that propose names: each file one kind of evidence.

mod acronyms;
mod datelines;
mod full_names;
mod groups;
mod known;
mod persons;
mod places;
mod repeats;
mod runs;

pub(super) use acronyms::bound;
pub(super) use datelines::datelines;
pub(super) use full_names::name_in_full;
pub(super) use groups::groups;
pub(super) use known::known;
pub(super) use persons::{beside_persons, persons, pieces};
pub(super) use places::places;
pub(super) use repeats::{identity, repeats};
pub(super) use runs::Runs;
