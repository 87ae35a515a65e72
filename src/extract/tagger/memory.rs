//! What the tagger has worked out of words by themselves, kept from article to article: most words of one stand in the next ones too.

use super::super::vocabulary::WordHash;
use super::weights::Added;

/// Words that are kept in mind: the words of any news are fewer, but for names.
const ROOM: usize = 1 << 13;

/// What one thread keeps.
#[derive(Default)]
pub(super) struct Memory {
    /// What the filters know words as.
    pub known: Kept<u8>,
    /// What the features of their spelling add up to.
    pub spelt: Kept<Added>,
}

/// Something of words, by their hashes. A word takes the place of another with which it shares it.
pub(super) struct Kept<T>(Box<[(WordHash, T)]>);

impl<T: Copy + Default> Default for Kept<T> {
    /// Each place has a hash that belongs to another.
    fn default() -> Self {
        Self((1..=ROOM as WordHash).map(|other| (other, T::default())).collect())
    }
}

impl<T: Copy> Kept<T> {
    /// Of the word with this hash, worked out when it is not known.
    #[inline]
    pub fn of(&mut self, hash: WordHash, work_out: impl FnOnce() -> T) -> T {
        let kept = &mut self.0[hash as usize % ROOM];
        if kept.0 != hash {
            *kept = (hash, work_out());
        }
        kept.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_worked_out_once_and_never_taken_for_another() {
        let mut kept = Kept::default();
        let mut worked_out = Vec::new();
        for hash in [0, 7, 7, 7 + ROOM as WordHash, 7, 0, 1, ROOM as WordHash] {
            let known = kept.of(hash, || {
                worked_out.push(hash);
                hash + 1
            });
            assert_eq!(known, hash + 1);
        }
        assert_eq!(worked_out, [0, 7, 7 + ROOM as WordHash, 7, 1, ROOM as WordHash]);
    }
}
