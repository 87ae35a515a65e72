//! Why a filter finds nothing: which of its terms is to blame, and what there would be without it.

use crate::model::Date;
use crate::store::{Order, Query, Store};

/// One term of a filter that finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blame {
    pub term: String,
    /// Articles that the term finds by itself.
    pub alone: usize,
    /// Articles that the other terms find.
    pub without: usize,
}

/// Looks at each term of `filter` in turn.
pub fn blame(store: &Store, filter: &str, today: Date) -> Vec<Blame> {
    let count = |text: &str| store.search(&Query::parse(text, today).query, Order::Corpus).len();
    let terms = terms(filter);
    let without = |number: usize| -> String {
        let others = terms.iter().enumerate().filter(|(other, _)| *other != number);
        others.map(|(_, term)| *term).collect::<Vec<_>>().join(" ")
    };
    let told = terms.iter().enumerate();
    told.map(|(number, term)| Blame { term: (*term).to_string(), alone: count(term), without: count(&without(number)) }).collect()
}

/// The terms of a filter that must all be met: split at spaces outside quotation marks and brackets, alternatives kept together.
fn terms(filter: &str) -> Vec<&str> {
    if filter.contains('|') {
        return vec![filter.trim()];
    }
    let (mut quoted, mut depth) = (false, 0usize);
    let split = filter.split(|c: char| {
        match c {
            '"' => quoted = !quoted,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ' ' && !quoted && depth == 0
    });
    split.filter(|term| !term.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_whole() {
        assert_eq!(terms(r#"mill place:"old town" (a b) -c"#), ["mill", r#"place:"old town""#, "(a b)", "-c"]);
        assert_eq!(terms("a | b"), ["a | b"]);
    }
}
