//! GUM: CoNLL-U trees whose `Entity` notes bracket every entity, named or not. A name is the run of proper nouns around the head
//! of a person, an organisation or a place.

use super::words::{Label, Words};
use super::{name_of, text_of};
use crate::measure::gold::Gold;
use crate::model::Kind;
use anyhow::Result;
use std::path::PathBuf;

pub(super) fn read(files: &[PathBuf]) -> Result<Vec<Gold>> {
    files.iter().map(|file| Ok(document(name_of(file, 0), &text_of(file)?))).collect()
}

struct Word<'a> {
    form: &'a str,
    proper: bool,
    note: &'a str,
    glued_to_next: bool,
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
    let [number, form, _, class, .., note] = fields[..] else { return None };
    let part = number.contains(['-', '.']);
    let glued_to_next = note.contains("SpaceAfter=No");
    (!part).then_some(Word { form, proper: class == "PROPN", note, glued_to_next })
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

/// Opening of an entity: where, of what kind, and which of its words is the head.
struct Open {
    id: String,
    start: usize,
    kind: Option<Kind>,
    head: usize,
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

/// `7-person-acc:inf-sssss-cf1-1,2-coref-Link`: the sixth field counts the head's words from 1.
fn opened(entity: &str, start: usize) -> Open {
    let fields: Vec<&str> = entity.split('-').collect();
    let head = fields.get(5).and_then(|heads| heads.split(',').next()?.parse::<usize>().ok()).unwrap_or(1);
    let kind = match fields.get(1).copied() {
        Some("person") => Some(Kind::Person),
        Some("organization") => Some(Kind::Group),
        Some("place") => Some(Kind::Place),
        _ => None,
    };
    Open { id: fields[0].to_string(), start, kind, head: start + head - 1 }
}

fn mark(labels: &mut [Label], sentence: &[Word], entity: &Open, end: usize) {
    let Some(kind) = entity.kind.filter(|_| sentence.get(entity.head).is_some_and(|word| word.proper)) else { return };
    let joins = |index: usize| index + 1 < end && matches!(sentence[index].form, "of" | "&" | "-") && sentence[index + 1].proper;
    let mut from = entity.head;
    while from > entity.start && (sentence[from - 1].proper || (from - 1 > entity.start && joins(from - 1) && sentence[from - 2].proper)) {
        from -= 1;
    }
    let mut to = entity.head + 1;
    while to < end && (sentence[to].proper || joins(to)) {
        to += 1;
    }
    let is_title = |index: &usize| kind == Kind::Person && index + 1 < to && TITLES.contains(&sentence[*index].form.trim_end_matches('.'));
    from += (from..to).take_while(is_title).count();
    // The longest name counts: `University of Southern Indiana` closes behind the place in it. Half of a name is none.
    let cuts = matches!(labels.get(to), Some(Label::Inside(_))) || matches!(labels[from], Label::Inside(_));
    if from < to && !cuts && !NO_NAMES.contains(&sentence[from].form) {
        labels[from..to].fill(Label::Inside(kind));
        labels[from] = Label::Begins(kind);
    }
}

/// Peoples and offices, which the trees call proper nouns.
const NO_NAMES: &[&str] =
    &["Muslims", "Belgians", "Afghans", "Christians", "Jews", "Americans", "Rohingya", "President", "Ambassador", "Sheriff"];

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
