//! The tags, and a weight for each of them in each row of hashed features.

use crate::model::Kind;
use std::borrow::Cow;

/// Rows of the table: features are hashed into them (Weinberger et al. 2009).
pub(crate) const ROWS: usize = 1 << 18;
pub(crate) const TAGS: usize = 7;

/// Outside a name, or the beginning or the inside of one of some kind.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag(pub u8);

impl Tag {
    pub const OUTSIDE: Tag = Tag(0);

    pub fn begins(kind: Kind) -> Self {
        Tag(1 + 2 * kind as u8)
    }

    pub fn inside(kind: Kind) -> Self {
        Tag(2 + 2 * kind as u8)
    }

    pub fn kind(self) -> Option<Kind> {
        self.0.checked_sub(1).map(|tag| Kind::ALL[usize::from(tag / 2)])
    }

    pub fn goes_on(self) -> bool {
        self.0 > 0 && self.0.is_multiple_of(2)
    }

    /// An inside follows only its own kind.
    pub fn may_follow(self, before: Tag) -> bool {
        !self.goes_on() || before.kind() == self.kind()
    }
}

/// Transitions by the tag before; the last row is the beginning of a stretch. What may not follow has [`NEVER`].
pub(crate) type Transitions = [[i32; TAGS]; TAGS + 1];

/// A score far below any that weights can add up to.
const NEVER: i32 = i32::MIN / 64;

/// The table of all transitions, by their weight where they are allowed.
pub(crate) fn transitions(weight: impl Fn(usize, usize) -> i32) -> Transitions {
    let tag_before = |before: usize| if before == TAGS { Tag::OUTSIDE } else { Tag(before as u8) };
    let step = |before: usize, tag: usize| if Tag(tag as u8).may_follow(tag_before(before)) { weight(before, tag) } else { NEVER };
    std::array::from_fn(|before| std::array::from_fn(|tag| step(before, tag)))
}

/// A weight of one byte for each row and tag, in a file without a head: [`ROWS`] × [`TAGS`], then the transitions.
pub(crate) struct Weights(Cow<'static, [u8]>);

impl Weights {
    pub const LENGTH: usize = (ROWS + TAGS + 1) * TAGS;

    /// # Panics
    /// When the file inside the program has another length: it was not made by this version's training.
    pub fn new(bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        let bytes = bytes.into();
        assert_eq!(bytes.len(), Self::LENGTH, "assets/tagger/weights.bin is of another version: train it again");
        Self(bytes)
    }

    /// The weights of a row, a byte a tag, the first tag's lowest; the eighth byte is the next row's.
    #[inline]
    pub fn row(&self, row: u32) -> u64 {
        self.0[row as usize * TAGS..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    pub fn transitions(&self) -> Transitions {
        transitions(|before, tag| i32::from(self.0[(ROWS + before) * TAGS + tag] as i8))
    }
}
