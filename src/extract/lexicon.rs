//! The words the rules know: gazetteer forms, given names, titles, head words, verbs of speech, demonyms. Lists are files in
//! `assets/words/`, one entry a line.

use super::document::Document;
use super::forms::Forms;
use super::gazetteer::Gazetteer;
use super::tokens::{Tokens, first_hash};
use super::vocabulary::{ByWord, Marks, Vocabulary, WordHash, mark};
use crate::model::{EntryId, Kind};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The hashes of a phrase's words.
type Phrase = Box<[WordHash]>;

/// The words of all lists are somewhat fewer.
const WORDS: usize = 28_000;

/// A set of words or short phrases.
#[derive(Debug)]
pub(super) struct Phrases {
    /// The marks of words that begin one, and that end one.
    first: Marks,
    last: Marks,
    /// The longest first.
    by_first: ByWord<Vec<Phrase>>,
}

impl Phrases {
    /// `number` tells this list from others in the vocabulary.
    fn new(number: u32) -> Self {
        let first = 1 << (mark::PHRASES + 2 * number);
        Self { first, last: first << 1, by_first: ByWord::default() }
    }

    fn add(&mut self, phrase: &str, vocabulary: &mut Vocabulary) {
        let tokens = Tokens::of(phrase);
        let words: Phrase = tokens.hashes().collect();
        if let (Some(&first), Some(&last)) = (words.first(), words.last()) {
            vocabulary.add(first, self.first);
            vocabulary.add(last, self.last);
            let phrases = self.by_first.entry(first).or_default();
            phrases.insert(phrases.partition_point(|longer| longer.len() > words.len()), words);
        }
    }

    /// How many tokens the longest phrase at `at` takes; 0 if none stands there.
    #[inline]
    pub fn at(&self, doc: &Document, at: usize) -> usize {
        if doc.has(at, self.first) { self.longest_at(doc, at) } else { 0 }
    }

    fn longest_at(&self, doc: &Document, at: usize) -> usize {
        let words = doc.hashes_from(at);
        let phrases = self.by_first.get(&words[0]).map_or(&[][..], |phrases| phrases);
        let stands = |phrase: &&Phrase| phrase.len() <= words.len() && (1..phrase.len()).all(|at| phrase[at] == words[at]);
        phrases.iter().find(stands).map_or(0, |phrase| phrase.len())
    }

    /// How many tokens the longest phrase that ends before `end` takes; 0 if none does.
    #[inline]
    pub fn before(&self, doc: &Document, end: usize) -> usize {
        if end == 0 || !doc.has(end - 1, self.last) {
            return 0;
        }
        (1..=end.min(4)).rev().find(|&length| self.at(doc, end - length) == length).unwrap_or(0)
    }
}

/// Head words and type words of one kind.
#[derive(Debug)]
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

/// All of them.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub forms: Forms,
    /// Given names, demonyms (nationalities, peoples and faiths, months and days: capitals that name nobody), openers (words that
    /// open a sentence and no name), towns that clubs are called by: as marks of words.
    pub vocabulary: Vocabulary,
    pub titles: Phrases,
    pub groups: Heads,
    pub places: Heads,
    pub speech: Phrases,
    gazetteer: Arc<Gazetteer>,
    /// Media by the names of their sites: put together when a page first asks.
    hosts: OnceLock<HashMap<String, EntryId>>,
}

impl Lexicon {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        let mut vocabulary = Vocabulary::with_room_for(WORDS);
        let forms = Forms::new(gazetteer.clone());
        forms.mark(&mut vocabulary);
        words(include_str!("../../assets/words/given_names.txt"), mark::GIVEN, &mut vocabulary);
        words(include_str!("../../assets/words/women.txt"), mark::WOMAN, &mut vocabulary);
        words(include_str!("../../assets/words/men.txt"), mark::MAN, &mut vocabulary);
        words(include_str!("../../assets/words/demonyms.txt"), mark::DEMONYM, &mut vocabulary);
        words(include_str!("../../assets/words/openers.txt"), mark::OPENER, &mut vocabulary);
        words(include_str!("../../assets/words/club_towns.txt"), mark::CLUB_TOWN, &mut vocabulary);
        Self {
            forms,
            titles: phrases(include_str!("../../assets/words/titles.txt"), 0, &mut vocabulary),
            speech: phrases(include_str!("../../assets/words/speech_verbs.txt"), 1, &mut vocabulary),
            groups: heads(include_str!("../../assets/words/group_heads.txt"), 2, &mut vocabulary),
            places: heads(include_str!("../../assets/words/place_heads.txt"), 6, &mut vocabulary),
            vocabulary,
            hosts: OnceLock::new(),
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
        self.hosts.get_or_init(|| hosts(&self.gazetteer)).get(host).map(|&entry| &*self.gazetteer.entry(entry).name)
    }

    pub fn begins_with_given_name(&self, words: &str) -> bool {
        self.vocabulary.marks(first_hash(words)) & mark::GIVEN != 0
    }

    pub fn is_place(&self, words: &str) -> bool {
        self.forms.lookup(words).is_some_and(|(_, kind)| kind == Kind::Place)
    }

    pub fn is_country(&self, words: &str) -> bool {
        self.forms.lookup(words).is_some_and(|(entry, _)| matches!(&*self.gazetteer.entry(entry).subkind, "country"))
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

fn words(list: &str, mark: Marks, vocabulary: &mut Vocabulary) {
    entries(list).for_each(|word| vocabulary.add(first_hash(word), mark));
}

fn phrases(list: &str, number: u32, vocabulary: &mut Vocabulary) -> Phrases {
    let mut phrases = Phrases::new(number);
    entries(list).for_each(|phrase| phrases.add(phrase, vocabulary));
    phrases
}

/// `Brigade` ends a name, `Liwa …` begins one, `before:village of` and `after:district` stand beside one.
fn heads(list: &str, number: u32, vocabulary: &mut Vocabulary) -> Heads {
    let [ending, beginning, before, after] = [0, 1, 2, 3].map(|offset| Phrases::new(number + offset));
    let mut heads = Heads { ending, beginning, before, after };
    for entry in entries(list) {
        match (entry.strip_suffix('…'), entry.strip_prefix("before:"), entry.strip_prefix("after:")) {
            (Some(beginning), _, _) => heads.beginning.add(beginning.trim(), vocabulary),
            (_, Some(before), _) => heads.before.add(before.trim(), vocabulary),
            (_, _, Some(after)) => heads.after.add(after.trim(), vocabulary),
            _ => heads.ending.add(entry, vocabulary),
        }
    }
    heads
}
