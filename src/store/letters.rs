//! Which letters a text has, in one word of the machine: what lacks a letter of the needle is passed over without being read.

use serde::{Deserialize, Serialize};

/// Bits for letters other than a–z and digits.
const OTHERS: u32 = 64 - PLAIN;
/// Letters that have a bit of their own.
const PLAIN: u32 = 36;

/// The letters of some folded texts: a bit for each of a–z and 0–9, the rest shared by all others. Spaces do not count.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Letters(u64);

impl Letters {
    pub fn of(text: &str) -> Self {
        Self(text.chars().fold(0, |letters, c| letters | bit(c)))
    }

    /// The letters that begin words.
    pub fn initials(text: &str) -> Self {
        let mut inside = false;
        let begin = |c: &char| !std::mem::replace(&mut inside, c.is_alphanumeric());
        Self(text.chars().filter(begin).fold(0, |letters, c| letters | bit(c)))
    }

    /// There is nothing but a–z, 0–9 and white space.
    pub fn are_plain(self) -> bool {
        self.0 >> PLAIN == 0
    }

    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// All letters of `needle` may be here. Never false for a text that contains them in any order.
    pub fn hold(self, needle: Self) -> bool {
        needle.0 & !self.0 == 0
    }
}

fn bit(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        '0'..='9' => 1 << (26 + c as u32 - '0' as u32),
        c if c.is_whitespace() => 0,
        c => 1 << (PLAIN + c as u32 % OTHERS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_its_letters_in_any_order_and_no_others() {
        let text = Letters::of("al qamishli 12é");
        for needle in ["qam", "21", "shil ma", "é", ""] {
            assert!(text.hold(Letters::of(needle)), "{needle}");
        }
        for needle in ["z", "qamb", "3", "京"] {
            assert!(!text.hold(Letters::of(needle)), "{needle}");
        }
    }

    #[test]
    fn initials_are_what_begins_words() {
        assert_eq!(Letters::initials("al qamishli 12-é"), Letters::of("aq1é"));
    }
}
