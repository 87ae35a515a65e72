//! Every name and alias of the gazetteer, found in tokens: leftmost, longest, whole words only.

use super::document::Document;
use super::gazetteer::Gazetteer;
use super::tokens::{Gap, Shape, Token, Tokens, first_hash};
use super::vocabulary::{ByWord, Vocabulary, WordHash, mark, word_hash};
use crate::model::{EntryId, Kind};
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// How a word of a form must be written in the text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Written {
    /// An acronym: all capitals.
    Acronym,
    /// A capital first, or capitals throughout.
    Capital,
    Any,
}

/// A word of a form, and how it must be written.
type Word = (WordHash, Written);

/// The tokens of a text that forms are looked for in.
#[derive(Copy, Clone)]
struct Words<'a> {
    text: &'a str,
    tokens: &'a Tokens,
    hashes: &'a [WordHash],
}

/// One name or alias.
#[derive(Debug)]
struct Form {
    /// Of its first word's folded key.
    first: WordHash,
    /// That word begins with a small letter.
    small: bool,
    entry: EntryId,
    /// Which of the entry's forms it is.
    number: u16,
    /// Cut when a text first has its first word: most forms never meet theirs.
    words: OnceLock<Box<[Word]>>,
}

/// All forms, those with one first word side by side.
#[derive(Debug, Default)]
pub struct Forms {
    gazetteer: Arc<Gazetteer>,
    forms: Vec<Form>,
    by_first: ByWord<Group>,
}

/// Forms with one first word.
#[derive(Debug)]
struct Group {
    forms: Range<u32>,
    /// By the second word of each, or [`NO_WORD`], in order: hundreds of names begin with `National`, and two go on as the text does.
    /// Cut when a text first has the first word.
    by_second: OnceLock<Box<[(WordHash, u32)]>>,
}

/// Stands for a second word where a form has none.
const NO_WORD: WordHash = 0;

/// A form found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Tokens.
    pub range: Range<usize>,
    pub entry: EntryId,
    pub kind: Kind,
}

impl Forms {
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        let form = |entry: EntryId, number: usize, form: &str| {
            let first = first_hash(form);
            let small = form.starts_with(char::is_lowercase);
            Form { first, small, entry, number: number as u16, words: OnceLock::new() }
        };
        let entries = gazetteer.entries();
        let mut forms: Vec<Form> =
            entries.flat_map(|(id, entry)| entry.forms().enumerate().map(move |(number, words)| form(id, number, words))).collect();
        forms.sort_unstable_by_key(|form| (form.first, form.entry, form.number));
        let by_first = groups(&forms);
        Self { gazetteer, forms, by_first }
    }

    /// Marks the first words of all forms.
    pub fn mark(&self, vocabulary: &mut Vocabulary) {
        let mark = |form: &Form| if form.small { mark::SMALL_FORM } else { mark::FORM };
        let groups = self.forms.chunk_by(|one, other| one.first == other.first);
        groups.for_each(|group| vocabulary.add(group[0].first, group.iter().fold(0, |marks, form| marks | mark(form))));
    }

    /// The forms in `doc`, none overlapping.
    pub fn find(&self, doc: &Document) -> Vec<Known> {
        let words = Words { text: doc.text, tokens: &doc.tokens, hashes: doc.hashes_from(0) };
        let mut found = Vec::new();
        let mut at = 0;
        while at < doc.tokens.len() {
            let may_begin = doc.has(at, mark::SMALL_FORM) || (doc.has(at, mark::FORM) && doc.shape(at) != Shape::Lower);
            let known = if may_begin { self.longest_at(words, at) } else { None };
            at = known.as_ref().map_or(at + 1, |known| known.range.end);
            found.extend(known);
        }
        found
    }

    /// The entry one of whose forms is exactly these words.
    pub fn lookup(&self, words: &str) -> Option<(EntryId, Kind)> {
        // Most words begin no form: they are not cut.
        self.by_first.get(&first_hash(words))?;
        let tokens = Tokens::of(words);
        let hashes: Vec<WordHash> = tokens.hashes().collect();
        let known = self.longest_at(Words { text: words, tokens: &tokens, hashes: &hashes }, 0)?;
        (known.range.end == tokens.len()).then_some((known.entry, known.kind))
    }

    /// The longest form at `at`; of equal ones the higher rank, then the earlier line.
    fn longest_at(&self, words: Words, at: usize) -> Option<Known> {
        let group = self.by_first.get(words.hashes.get(at)?)?;
        let by_second = group.by_second.get_or_init(|| self.by_second(group.forms.clone()));
        let going_on = |second: WordHash| {
            let from = by_second.partition_point(|form| form.0 < second);
            by_second[from..].iter().take_while(move |form| form.0 == second)
        };
        let next = words.hashes.get(at + 1).copied().unwrap_or(NO_WORD);
        let longer = going_on(next).filter(|_| next != NO_WORD);
        let may_stand = going_on(NO_WORD).chain(longer).map(|&(_, number)| &self.forms[number as usize]);
        let standing = may_stand.filter(|form| words.have(self.words(form), at));
        let form = standing.max_by_key(|form| (self.words(form).len(), self.gazetteer.entry(form.entry).rank, Reverse(form.entry)))?;
        let kind = self.gazetteer.entry(form.entry).kind;
        Some(Known { range: at..at + self.words(form).len(), entry: form.entry, kind })
    }

    fn by_second(&self, forms: Range<u32>) -> Box<[(WordHash, u32)]> {
        let second = |number: u32| self.words(&self.forms[number as usize]).get(1).map_or(NO_WORD, |word| word.0);
        let mut out: Box<[(WordHash, u32)]> = forms.map(|number| (second(number), number)).collect();
        out.sort_unstable();
        out
    }

    fn words<'a>(&self, form: &'a Form) -> &'a [Word] {
        form.words.get_or_init(|| {
            let text = self.gazetteer.entry(form.entry).forms().nth(form.number as usize).unwrap_or_default();
            let tokens = Tokens::of(text);
            tokens.iter().enumerate().map(|(index, token)| (word_hash(tokens.key(index)), written(token))).collect()
        })
    }
}

fn groups(forms: &[Form]) -> ByWord<Group> {
    let mut out = ByWord::with_capacity_and_hasher(forms.len(), Default::default());
    let mut start = 0;
    for group in forms.chunk_by(|one, other| one.first == other.first) {
        let end = start + group.len() as u32;
        out.insert(group[0].first, Group { forms: start..end, by_second: OnceLock::new() });
        start = end;
    }
    out
}

impl Words<'_> {
    /// Whether a form stands at `at`. Its first word is known to.
    fn have(self, form: &[Word], at: usize) -> bool {
        let hashes = &self.hashes[at..];
        form.len() <= hashes.len() && (1..form.len()).all(|offset| hashes[offset] == form[offset].0) && self.are_written(form, at)
    }

    fn are_written(self, form: &[Word], at: usize) -> bool {
        let is_written = |(offset, (_, written)): (usize, &Word)| {
            let token = self.tokens.get(at + offset);
            token.is_some_and(|token| (offset == 0 || token.gap != Gap::Break) && written.accepts(token, form.len() == 1, self.text))
        };
        form.iter().enumerate().all(is_written)
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
    use super::super::lexicon::Lexicon;
    use super::*;

    fn lexicon() -> Lexicon {
        let lines = "place/country\tSyria\t-\t-\t9\ngroup/armed\tIslamic State\tISIS | IS\t-\t5\nplace/region\tNorth Syria\t-\t-\t3\n\
                     group/military\tIraqi Army\tIraqi army\t-\t5\nplace/city\tDeir ez-Zor\tDeir Ezzor\t-\t5";
        Lexicon::for_tests(lines)
    }

    fn find(text: &str) -> Vec<String> {
        let lexicon = lexicon();
        let doc = Document::new(text, 0, &lexicon);
        lexicon.forms.find(&doc).into_iter().map(|known| doc.of(known.range).to_string()).collect()
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
