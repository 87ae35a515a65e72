//! Every name and alias of the gazetteer, found in tokens: leftmost, longest, whole words only.

use super::gazetteer::Gazetteer;
use super::tokens::{Gap, Shape, Token, Tokens};
use crate::model::{EntryId, Kind};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;

/// How a word of a form must be written in the text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Written {
    /// An acronym: all capitals.
    Acronym,
    /// A capital first, or capitals throughout.
    Capital,
    Any,
}

#[derive(Debug)]
struct Form {
    words: Box<[(Box<str>, Written)]>,
    entry: EntryId,
    rank: u8,
}

/// All forms, by the folded key of their first word; the longest first, then the higher rank.
#[derive(Debug, Default)]
pub struct Forms {
    by_first: HashMap<Box<str>, Vec<Form>, FixedState>,
    kinds: Vec<Kind>,
}

/// A form found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Tokens.
    pub range: Range<usize>,
    pub entry: EntryId,
    pub kind: Kind,
}

impl Forms {
    pub fn new(gazetteer: &Gazetteer) -> Self {
        let mut forms = Self::default();
        for (id, entry) in gazetteer.entries() {
            forms.kinds.push(entry.kind);
            entry.forms().for_each(|form| forms.add(form, id, entry.rank));
        }
        forms
            .by_first
            .values_mut()
            .for_each(|list| list.sort_by_key(|form| (std::cmp::Reverse((form.words.len(), form.rank)), form.entry)));
        forms
    }

    /// The forms in `tokens[range]`, none overlapping.
    pub fn find(&self, tokens: &Tokens, text: &str) -> Vec<Known> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest_at(tokens, at, text) {
                Some(known) => {
                    at = known.range.end;
                    found.push(known);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The entry one of whose forms is exactly these words.
    pub fn lookup(&self, words: &str) -> Option<(EntryId, Kind)> {
        let tokens = Tokens::of(words);
        let known = self.longest_at(&tokens, 0, words)?;
        (known.range.end == tokens.len()).then_some((known.entry, known.kind))
    }

    fn add(&mut self, form: &str, entry: EntryId, rank: u8) {
        let tokens = Tokens::of(form);
        let words: Box<[(Box<str>, Written)]> =
            tokens.iter().enumerate().map(|(index, token)| (tokens.key(index).into(), written(token))).collect();
        if let Some((first, _)) = words.first() {
            self.by_first.entry(first.clone()).or_default().push(Form { words, entry, rank });
        }
    }

    fn longest_at(&self, tokens: &Tokens, at: usize, text: &str) -> Option<Known> {
        let form = self.by_first.get(tokens.key(at))?.iter().find(|form| form.stands_at(tokens, at, text))?;
        Some(Known { range: at..at + form.words.len(), entry: form.entry, kind: self.kinds[form.entry.0 as usize] })
    }
}

impl Form {
    fn stands_at(&self, tokens: &Tokens, at: usize, text: &str) -> bool {
        let single = self.words.len() == 1;
        self.words.iter().enumerate().all(|(offset, (key, written))| {
            tokens.get(at + offset).is_some_and(|token| {
                (offset == 0 || token.gap != Gap::Break) && tokens.key(at + offset) == &**key && written.accepts(token, single, text)
            })
        })
    }
}

impl Written {
    /// `SYRIA` may stand for `Syria`, but a lone short word in capitals is an acronym of its own.
    fn accepts(self, token: &Token, single: bool, text: &str) -> bool {
        match self {
            Written::Any => true,
            Written::Acronym => token.shape == Shape::Upper || token.span.of(text).starts_with(|c: char| c.is_numeric()),
            Written::Capital => token.shape == Shape::Capital || (token.shape == Shape::Upper && (!single || token.span.len() >= 4)),
        }
    }
}

fn written(token: &Token) -> Written {
    match token.shape {
        Shape::Upper => Written::Acronym,
        Shape::Capital => Written::Capital,
        _ => Written::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms() -> Forms {
        let mut gazetteer = Gazetteer::default();
        let lines = "place/country\tSyria\t-\t-\t9\ngroup/armed\tIslamic State\tISIS | IS\t-\t5\nplace/region\tNorth Syria\t-\t-\t3\n\
                     group/military\tIraqi Army\tIraqi army\t-\t5\nplace/city\tDeir ez-Zor\tDeir Ezzor\t-\t5";
        assert_eq!(gazetteer.add("test", lines), []);
        Forms::new(&gazetteer)
    }

    fn find(text: &str) -> Vec<String> {
        let tokens = Tokens::of(text);
        forms().find(&tokens, text).into_iter().map(|known| tokens.span(known.range).of(text).to_string()).collect()
    }

    #[test]
    fn the_longest_form_wins_and_words_are_whole() {
        assert_eq!(find("Syrian North Syria and Deir-ez Zor"), ["North Syria", "Deir-ez Zor"]);
    }

    #[test]
    fn acronyms_are_not_small_words() {
        assert_eq!(find("This is IS. Is it ISIS?"), ["IS", "ISIS"]);
    }

    #[test]
    fn capitals_and_small_type_words() {
        assert_eq!(find("SYRIA: the Iraqi army, the Iraqi Army; syria"), ["SYRIA", "Iraqi army", "Iraqi Army"]);
    }

    #[test]
    fn a_name_does_not_cross_a_line() {
        assert_eq!(find("Deir\nEzzor"), Vec::<String>::new());
    }
}
