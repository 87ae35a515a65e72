//! Why a filter finds nothing: which of its terms is to blame, and what there would be without it.

use crate::model::Date;
use crate::store::{Known, Order, Query, Reached, Searching, Store};

/// One term of a filter that finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blame {
    pub term: String,
    /// Articles that the term finds by itself.
    pub alone: usize,
    /// Articles that the other terms find.
    pub without: usize,
}

/// The finding out, which searches twice for each term: for it alone, and for the others.
pub(super) struct Blaming {
    terms: Vec<String>,
    queries: Vec<Query>,
    /// What the queries before the one at work have found.
    counts: Vec<usize>,
    searching: Option<Searching>,
}

impl Blaming {
    /// Looks at each term of `filter` in turn.
    pub fn of(filter: &str, today: Date) -> Self {
        let terms = terms(filter);
        let without = |number: usize| -> String {
            let others = terms.iter().enumerate().filter(|(other, _)| *other != number);
            others.map(|(_, term)| *term).collect::<Vec<_>>().join(" ")
        };
        let texts = terms.iter().enumerate().flat_map(|(number, term)| [(*term).to_string(), without(number)]);
        let queries = texts.map(|text| Query::parse(&text, today).query).collect();
        Self { terms: terms.iter().map(|term| (*term).to_string()).collect(), queries, counts: Vec::new(), searching: None }
    }

    /// Goes on for some steps, as [`Searching::go_on`] does; true when all is known. Parts of what is found say nothing.
    pub fn go_on(&mut self, store: &Store, steps: usize) -> bool {
        let Some(query) = self.queries.get(self.counts.len()) else { return true };
        let mut searching = self.searching.take().unwrap_or_else(|| store.begin_search(query, Order::Corpus, Known::default()));
        if searching.go_on(store, steps) == Reached::All {
            self.counts.push(searching.take_hits(store).len());
        } else {
            self.searching = Some(searching);
        }
        self.counts.len() == self.queries.len()
    }

    pub fn blame(self) -> Vec<Blame> {
        let counts = self.counts.chunks_exact(2);
        self.terms.into_iter().zip(counts).map(|(term, counts)| Blame { term, alone: counts[0], without: counts[1] }).collect()
    }
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
