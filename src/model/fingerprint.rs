//! By what an article's body is known again in others.

use crate::text::{Span, WordHash};
use serde::{Deserialize, Serialize};

/// A sentence long enough to be told apart from chance.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Bytes of the article's text.
    pub span: Span,
    pub words: u32,
    /// Of its folded words in their order: equal where the same sentence stands, however it is written.
    pub hash: WordHash,
}

/// 64 bits of which texts that share nearly all their wording differ in few.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sketch(pub u64);

impl Sketch {
    /// In how many bits two sketches differ.
    pub fn distance(self, other: Sketch) -> u32 {
        (self.0 ^ other.0).count_ones()
    }
}

/// What is kept of a body's wording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// All words of the body, its dateline left out.
    pub words: u32,
    /// `None` for a body too short to have one.
    pub sketch: Option<Sketch>,
    /// In text order.
    pub passages: Box<[Passage]>,
}
