//! GUM: CoNLL-U trees whose `Entity` notes bracket every entity, named or not. A name is the run of proper nouns around the head
//! of a person, an organisation or a place.

use super::words::{Label, Words};
use super::{name_of, text_of};
use crate::measure::gold::Gold;
use crate::model::Kind;
use anyhow::Result;
use std::ops::Range;
use std::path::PathBuf;

pub(super) fn read(files: &[PathBuf]) -> Result<Vec<Gold>> {
    files.iter().map(|file| Ok(document(name_of(file, 0), &text_of(file)?))).collect()
}

struct Word<'a> {
    form: &'a str,
    proper: bool,
    /// Of more than one: `Palestinians`, and also `United States`.
    plural: bool,
    /// Number of the word it hangs on, from 1; 0 for the root.
    parent: usize,
    relation: &'a str,
    note: &'a str,
    glued_to_next: bool,
}

impl Word<'_> {
    /// A noun that names, or an adjective or participle written as a part of a name (`United States`, `Democratic Party`).
    fn is_of_name(&self) -> bool {
        self.proper || (self.form.starts_with(char::is_uppercase) && !FUNCTION_WORDS.contains(&self.form))
    }
}

fn document(name: String, lines: &str) -> Gold {
    let mut words = Words::default();
    let mut sentence = Vec::new();
    for line in lines.lines() {
        match line {
            "" => add(&mut words, &std::mem::take(&mut sentence)),
            _ if line.starts_with("# newpar") => words.end_paragraph(),
            _ if line.starts_with('#') => {}
            _ => sentence.extend(word(line)),
        }
    }
    add(&mut words, &sentence);
    words.take(name)
}

/// A line of the tree; the parts of `daughter's` come as lines of their own behind a line `8-9`, which is passed over.
fn word(line: &str) -> Option<Word<'_>> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [number, form, _, class, _, features, parent, relation, _, note] = fields[..] else { return None };
    let part = number.contains(['-', '.']);
    (!part).then_some(Word {
        form,
        proper: class == "PROPN",
        plural: features.contains("Number=Plur"),
        parent: parent.parse().unwrap_or_default(),
        relation,
        note,
        glued_to_next: note.contains("SpaceAfter=No"),
    })
}

fn add(words: &mut Words, sentence: &[Word]) {
    let labels = labels(sentence);
    let mut space = true;
    for (index, word) in sentence.iter().enumerate() {
        let possessive = matches!(word.form, "'s" | "’s" | "n't" | "'");
        words.push_spaced(word.form, labels[index], space && !possessive);
        space = !word.glued_to_next;
    }
    words.end_sentence();
}

/// Opening of an entity: where, of what kind, which of its words are the least that names it, and what the encyclopedia calls it.
struct Open {
    id: String,
    start: usize,
    kind: Option<Kind>,
    core: Range<usize>,
    title: String,
}

fn labels(sentence: &[Word]) -> Vec<Label> {
    let mut labels = vec![Label::Outside; sentence.len()];
    let mut open: Vec<Open> = Vec::new();
    for (index, word) in sentence.iter().enumerate() {
        let entity = word.note.split('|').find_map(|note| note.strip_prefix("Entity=")).unwrap_or_default();
        for piece in pieces(entity) {
            if let Some(opening) = piece.strip_prefix('(') {
                open.push(opened(opening.trim_end_matches(')'), index));
            }
            if piece.ends_with(')') {
                let id = piece.trim_matches(['(', ')']).split('-').next().unwrap_or_default();
                if let Some(at) = open.iter().rposition(|entity| entity.id == id) {
                    mark(&mut labels, sentence, &open.remove(at), index + 1);
                }
            }
        }
    }
    labels
}

/// `(2-organization-…(1-…)3)` cut before each bracket that opens and behind each that closes.
fn pieces(entity: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in entity.char_indices() {
        let end = match c {
            '(' => at,
            ')' => at + 1,
            _ => continue,
        };
        if end > start {
            out.push(&entity[start..end]);
        }
        start = end;
    }
    if start < entity.len() {
        out.push(&entity[start..]);
    }
    out
}

/// `7-person-acc:inf-sssss-cf1-1,2-coref-Link`: the sixth field counts the core's words from 1.
fn opened(entity: &str, start: usize) -> Open {
    let fields: Vec<&str> = entity.split('-').collect();
    let core: Vec<usize> = fields.get(5).map_or(vec![], |core| core.split(',').filter_map(|number| number.parse().ok()).collect());
    let (first, last) = (core.first().copied().unwrap_or(1), core.last().copied().unwrap_or(1));
    let kind = match fields.get(1).copied() {
        Some("person") => Some(Kind::Person),
        Some("organization") => Some(Kind::Group),
        Some("place") => Some(Kind::Place),
        _ => None,
    };
    let title = fields.get(7).copied().unwrap_or_default().to_string();
    Open { id: fields[0].to_string(), start, kind, core: start + first - 1..start + last, title }
}

fn mark(labels: &mut [Label], sentence: &[Word], entity: &Open, end: usize) {
    let Some(kind) = entity.kind else { return };
    let Some(head) = head(sentence, entity).filter(|&head| sentence[head].proper) else { return };
    let name = if kind == Kind::Person { person(sentence, entity, head) } else { named(sentence, entity, head, end) };
    let Some(name) = name else { return };
    // The longest name counts: `University of Southern Indiana` closes behind the place in it. Half of a name is none.
    let cuts = matches!(labels.get(name.end), Some(Label::Inside(_))) || matches!(labels[name.start], Label::Inside(_));
    if !cuts {
        labels[name.clone()].fill(Label::Inside(kind));
        labels[name.start] = Label::Begins(kind);
    }
}

/// The word of the core that hangs on none of its others.
fn head(sentence: &[Word], entity: &Open) -> Option<usize> {
    let core = entity.core.start..entity.core.end.min(sentence.len());
    core.clone().find(|&index| !core.contains(&sentence[index].parent.wrapping_sub(1)))
}

/// The run of names around the head of a group or a place.
fn named(sentence: &[Word], entity: &Open, head: usize, end: usize) -> Option<Range<usize>> {
    let joins = |index: usize| {
        index + 1 < end && matches!(sentence[index].form, "of" | "&" | "-" | "'s" | "’s") && sentence[index + 1].is_of_name()
    };
    let mut from = head;
    while from > entity.start
        && (sentence[from - 1].is_of_name() || (from - 1 > entity.start && joins(from - 1) && sentence[from - 2].is_of_name()))
    {
        from -= 1;
    }
    let mut to = head + 1;
    while to < end && (sentence[to].is_of_name() || joins(to)) {
        to += 1;
    }
    (!NO_NAMES.contains(&sentence[from].form)).then_some(from..to)
}

/// A person's own name: the head and what is joined flat to it, and words before it that are no title. A people is nobody.
fn person(sentence: &[Word], entity: &Open, head: usize) -> Option<Range<usize>> {
    let word = &sentence[head];
    if word.plural || NO_NAMES.contains(&word.form) || is_title(word) {
        return None;
    }
    let flat = |index: &usize| sentence[*index].relation == "flat" || sentence[*index].form == "-";
    let behind = (head + 1..entity.core.end.min(sentence.len())).take_while(flat).count();
    let is_given = |index: &usize| {
        let word = &sentence[*index];
        let joined = word.proper && word.parent == head + 1 && matches!(word.relation, "compound" | "nmod:desc");
        joined && !is_title(word) && (word.relation == "compound" || entity.title.contains(word.form))
    };
    let before = (entity.core.start..head).rev().take_while(is_given).count();
    Some(head - before..head + 1 + behind)
}

fn is_title(word: &Word) -> bool {
    TITLES.contains(&word.form.trim_end_matches('.'))
}

/// Peoples and offices, which the trees call proper nouns.
const NO_NAMES: &[&str] =
    &["Muslims", "Belgians", "Afghans", "Christians", "Jews", "Americans", "Rohingya", "President", "Ambassador", "Sheriff"];

/// Capitals at the start of a sentence or a title that name nothing.
const FUNCTION_WORDS: &[&str] =
    &["The", "A", "An", "In", "At", "Of", "On", "For", "From", "And", "By", "To", "This", "That", "Our", "My", "Its"];

/// What stands before a name and is no part of it.
const TITLES: &[&str] = &[
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Professor",
    "President",
    "Vice",
    "Prime",
    "Minister",
    "Senator",
    "Sen",
    "Rep",
    "Governor",
    "Gov",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "Sir",
    "Lord",
    "Lady",
    "Judge",
    "Justice",
    "General",
    "Gen",
    "Colonel",
    "Col",
    "Captain",
    "Sergeant",
    "Lieutenant",
    "Admiral",
    "Pope",
    "Bishop",
    "Secretary",
    "Chancellor",
    "Mayor",
    "Congressman",
    "Ambassador",
    "Chief",
    "Attorney",
];
