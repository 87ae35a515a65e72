//! Pure functions of `&str`. This floor knows no article: it gives spans, folding with a way back, words, sentences, how two
//! texts differ, rows, and a harmless way to show hostile characters.

mod cells;
mod differences;
mod fold;
mod sentences;
mod span;
mod visible;
mod words;
mod wrap;

pub use cells::{cells, fitting, width};
pub use differences::{Difference, differences};
pub use fold::{Case, Folded, fold, folded};
pub use sentences::sentences;
pub use span::Span;
pub use visible::{visible, visible_char};
pub use words::{Word, WordHash, push_words, sequence_hash, words};
pub use wrap::{rows, stretch_rows, stretches};
