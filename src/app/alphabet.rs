//! Many names in the order of the alphabet, quickly.

use std::cmp::Ordering;

/// A name that is compared by its first eight bytes as long as these differ, which saves looking the rest up.
#[derive(Copy, Clone, Debug)]
pub struct Alphabetical<'a> {
    beginning: u64,
    name: &'a str,
}

impl<'a> Alphabetical<'a> {
    pub fn new(name: &'a str) -> Self {
        Self { beginning: beginning(name), name }
    }
}

/// The first eight bytes of a name, in the order of names.
pub fn beginning(name: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(name.bytes()).for_each(|(to, byte)| *to = byte);
    u64::from_be_bytes(bytes)
}

impl Ord for Alphabetical<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.beginning.cmp(&other.beginning).then_with(|| self.name.cmp(other.name))
    }
}

impl PartialOrd for Alphabetical<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Alphabetical<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Alphabetical<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn it_is_the_order_of_texts(one in "[ab\\x00é]{0,12}", other in "[ab\\x00é]{0,12}") {
            prop_assert_eq!(Alphabetical::new(&one).cmp(&Alphabetical::new(&other)), one.cmp(&other));
        }
    }
}
