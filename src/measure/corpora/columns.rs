//! Sets with a word and its label on each line (CoNLL 2003, IOB2), an empty line between sentences.

use super::words::{Label, Words};
use super::{name_of, text_of};
use crate::measure::gold::Gold;
use crate::model::Kind;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Where the columns are.
pub(super) struct Columns {
    word: usize,
    label: usize,
}

/// `word label`: Wikigold, CrossNER.
pub(super) const PLAIN: Columns = Columns { word: 0, label: 1 };
/// `number word label …`: Universal NER.
pub(super) const NUMBERED: Columns = Columns { word: 1, label: 2 };

/// Sets that do not say where a document ends are cut into pieces of so many sentences.
const PIECE: usize = 24;

pub(super) fn read(files: &[PathBuf], columns: &Columns) -> Result<Vec<Gold>> {
    let mut out = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("LICENSE.txt")) {
        out.extend(documents(file, &text_of(file)?, columns));
    }
    Ok(out)
}

fn documents(file: &Path, lines: &str, columns: &Columns) -> Vec<Gold> {
    let says_documents = lines.contains("# newdoc");
    let mut out = Vec::new();
    let mut words = Words::default();
    let mut sentences = 0;
    for line in lines.lines() {
        let ends = if says_documents { line.starts_with("# newdoc") } else { line.trim().is_empty() && sentences >= PIECE };
        if ends && !words.is_empty() {
            out.push(words.take(name_of(file, out.len() + 1)));
            sentences = 0;
        }
        match line.trim() {
            "" if words.is_empty() => {}
            "" => {
                words.end_sentence();
                sentences += 1;
            }
            line if line.starts_with("# ") => {}
            line => add(&mut words, line, columns),
        }
    }
    if !words.is_empty() {
        out.push(words.take(name_of(file, out.len() + 1)));
    }
    out
}

fn add(words: &mut Words, line: &str, columns: &Columns) {
    let fields: Vec<&str> = line.split_whitespace().collect();
    if let (Some(word), Some(label)) = (fields.get(columns.word), fields.get(columns.label)) {
        words.push(word, label_of(label));
    }
}

fn label_of(label: &str) -> Label {
    let (position, class) = label.split_once('-').unwrap_or(("O", ""));
    match (position, kind_of(class)) {
        ("B", Some(kind)) => Label::Begins(kind),
        ("I", Some(kind)) => Label::Inside(kind),
        _ => Label::Outside,
    }
}

/// The sets' classes in this project's terms; events, laws, works and nationalities are no names here.
fn kind_of(class: &str) -> Option<Kind> {
    match class {
        "PER" | "person" | "politician" => Some(Kind::Person),
        "LOC" | "location" | "country" => Some(Kind::Place),
        "ORG" | "organisation" | "politicalparty" => Some(Kind::Group),
        _ => None,
    }
}
