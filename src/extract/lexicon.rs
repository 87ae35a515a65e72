//! The words the rules know: gazetteer forms, given names, titles, head words, verbs of speech, demonyms. Lists are files in
//! `assets/words/`, one entry a line.

use super::forms::Forms;
use super::gazetteer::Gazetteer;
use super::tokens::Tokens;
use crate::model::{EntryId, Kind};
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The folded keys of a phrase's tokens.
type Phrase = Box<[Box<str>]>;

/// A set of words or short phrases, by the folded keys of their tokens.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: HashMap<Box<str>, Vec<Phrase>, FixedState>,
}

impl Phrases {
    fn add(&mut self, phrase: &str) {
        let tokens = Tokens::of(phrase);
        let words: Phrase = (0..tokens.len()).map(|index| tokens.key(index).into()).collect();
        if let Some(first) = words.first() {
            self.by_first.entry(first.clone()).or_default().push(words.clone());
        }
    }

    /// How many tokens the longest phrase at `at` takes; 0 if none stands there.
    pub fn at(&self, tokens: &Tokens, at: usize) -> usize {
        let phrases = self.by_first.get(tokens.key(at)).map_or(&[][..], |phrases| phrases);
        let stands = |phrase: &&Phrase| phrase.iter().enumerate().all(|(offset, word)| tokens.key(at + offset) == &**word);
        phrases.iter().filter(stands).map(|phrase| phrase.len()).max().unwrap_or(0)
    }

    /// How many tokens the longest phrase that ends before `end` takes; 0 if none does.
    pub fn before(&self, tokens: &Tokens, end: usize) -> usize {
        (1..=end.min(4)).rev().find(|&length| self.at(tokens, end - length) == length).unwrap_or(0)
    }
}

/// Head words and type words of one kind.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// End a name: `… Brigade`, `… Dam`.
    pub ending: Phrases,
    /// Begin one: `Liwa …`, `Ministry of …`, `Wadi …`.
    pub beginning: Phrases,
    /// Small words before a name: `the village of …`.
    pub before: Phrases,
    /// Small words behind one: `… district`.
    pub after: Phrases,
}

/// A set of folded words. Hashing is most of what the rules do, and the lists are ours: no hash need be safe from attack.
type Words = HashSet<Box<str>, FixedState>;

/// All of them.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub forms: Forms,
    pub given_names: Words,
    pub titles: Phrases,
    pub groups: Heads,
    pub places: Heads,
    pub speech: Phrases,
    /// Nationalities, peoples and faiths, months and days: capitals that name nobody.
    pub demonyms: Words,
    /// Words that open a sentence and no name.
    pub openers: Words,
    gazetteer: Arc<Gazetteer>,
    hosts: HashMap<String, EntryId>,
}

impl Lexicon {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self {
            forms: Forms::new(&gazetteer),
            given_names: words(include_str!("../../assets/words/given_names.txt")),
            titles: phrases(include_str!("../../assets/words/titles.txt")),
            groups: heads(include_str!("../../assets/words/group_heads.txt")),
            places: heads(include_str!("../../assets/words/place_heads.txt")),
            speech: phrases(include_str!("../../assets/words/speech_verbs.txt")),
            demonyms: words(include_str!("../../assets/words/demonyms.txt")),
            openers: words(include_str!("../../assets/words/openers.txt")),
            hosts: hosts(&gazetteer),
            gazetteer,
        }
    }

    #[cfg(test)]
    pub fn for_tests(lines: &str) -> Self {
        let mut gazetteer = Gazetteer::default();
        assert_eq!(gazetteer.add("test", lines), []);
        Self::new(Arc::new(gazetteer))
    }

    /// The canonical name of a news medium.
    pub fn media(&self, words: &str) -> Option<&str> {
        let (entry, _) = self.forms.lookup(words.trim())?;
        let entry = self.gazetteer.entry(entry);
        (&*entry.subkind == "media").then_some(&*entry.name)
    }

    /// The medium whose site has this name (`southfront`).
    pub fn media_by_host(&self, host: &str) -> Option<&str> {
        self.hosts.get(host).map(|&entry| &*self.gazetteer.entry(entry).name)
    }

    pub fn is_place(&self, words: &str) -> bool {
        self.forms.lookup(words).is_some_and(|(_, kind)| kind == Kind::Place)
    }

    pub fn is_group(&self, words: &str) -> bool {
        self.forms.lookup(words).is_some_and(|(_, kind)| kind == Kind::Group)
    }

    pub fn name_of(&self, entry: EntryId) -> &str {
        &self.gazetteer.entry(entry).name
    }
}

/// Compiles one of the program's own patterns.
pub(super) fn pattern(source: &str) -> regex::Regex {
    regex::Regex::new(&with_ascii_edges(source)).expect("the program's patterns are constants, and each is compiled by a test")
}

/// Word edges and digits by ASCII: with Unicode ones a pattern falls back to a matcher many times slower on every line that has a
/// curly quotation mark (7 % of all instructions went there).
pub(super) fn with_ascii_edges(source: &str) -> String {
    source.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]")
}

fn hosts(gazetteer: &Gazetteer) -> HashMap<String, EntryId> {
    let media = gazetteer.entries().filter(|(_, entry)| &*entry.subkind == "media");
    let plain = |form: &str| form.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    media.flat_map(|(id, entry)| entry.forms().map(move |form| (plain(form), id)).collect::<Vec<(String, EntryId)>>()).collect()
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn words(list: &str) -> Words {
    entries(list).map(|word| crate::text::folded(word, crate::text::Case::Lower).into_boxed_str()).collect()
}

fn phrases(list: &str) -> Phrases {
    let mut phrases = Phrases::default();
    entries(list).for_each(|phrase| phrases.add(phrase));
    phrases
}

/// `Brigade` ends a name, `Liwa …` begins one, `before:village of` and `after:district` stand beside one.
fn heads(list: &str) -> Heads {
    let mut heads = Heads::default();
    for entry in entries(list) {
        match (entry.strip_suffix('…'), entry.strip_prefix("before:"), entry.strip_prefix("after:")) {
            (Some(beginning), _, _) => heads.beginning.add(beginning.trim()),
            (_, Some(before), _) => heads.before.add(before.trim()),
            (_, _, Some(after)) => heads.after.add(after.trim()),
            _ => heads.ending.add(entry),
        }
    }
    heads
}
