//! re3d: documents and entities as JSON lines, entities named or not (`the camp`), people with their titles.

use super::text_of;
use super::words::named;
use crate::measure::gold::{Gold, GoldMention};
use crate::model::Kind;
use crate::text::Span;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Document {
    #[serde(rename = "_id")]
    id: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entity {
    begin: usize,
    end: usize,
    #[serde(rename = "type")]
    class: String,
    document_id: String,
    confidence: f64,
}

pub(super) fn read(files: &[PathBuf]) -> Result<Vec<Gold>> {
    let mut out = Vec::new();
    for file in files.iter().filter(|file| file.ends_with("documents.json")) {
        let mut entities: HashMap<String, Vec<Entity>> = HashMap::new();
        for entity in lines::<Entity>(&file.with_file_name("entities.json"))? {
            entities.entry(entity.document_id.clone()).or_default().push(entity);
        }
        for document in lines::<Document>(file)? {
            let mentions = mentions(&document.text, entities.remove(&document.id).unwrap_or_default());
            out.push(Gold { name: document.id, text: document.text, mentions, ..Gold::default() });
        }
    }
    Ok(out)
}

fn lines<T: for<'a> Deserialize<'a>>(file: &Path) -> Result<Vec<T>> {
    let text = text_of(file)?;
    let read = |(number, line): (usize, &str)| serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), number + 1));
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

/// Offsets count code points.
fn mentions(text: &str, mut entities: Vec<Entity>) -> Vec<GoldMention> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    entities.retain(|entity| entity.confidence >= 0.5 && entity.begin < entity.end && entity.end < bytes.len());
    entities.sort_by_key(|entity| (entity.begin, std::cmp::Reverse(entity.end)));
    let mut out: Vec<GoldMention> = Vec::new();
    for entity in &entities {
        let kind = match entity.class.as_str() {
            "Organisation" => Kind::Group,
            "Location" => Kind::Place,
            "Person" => Kind::Person,
            _ => continue,
        };
        let mention = GoldMention { span: Span::new(bytes[entity.begin], bytes[entity.end]), kind: Some(kind) };
        let Some(mention) = named(text, untitled(text, mention)).filter(|mention| is_whole_name(mention.span.of(text))) else { continue };
        if out.last().is_none_or(|last| !last.span.overlaps(mention.span)) {
            out.push(mention);
        }
    }
    out
}

/// A person's name without what stands before it: the words behind the last title or full stop of a short one (`Lt. Gen.`).
fn untitled(text: &str, mention: GoldMention) -> GoldMention {
    if mention.kind != Some(Kind::Person) {
        return mention;
    }
    let words = mention.span.of(text);
    let title = |word: &str| (word.ends_with('.') && word.len() > 3) || TITLES.contains(&word);
    let mut start = 0;
    let mut at = 0;
    for word in words.split_inclusive(' ') {
        at += word.len();
        if title(word.trim_end()) && at < words.len() {
            start = at;
        }
    }
    GoldMention { span: Span::new(mention.span.start as usize + start, mention.span.end as usize), ..mention }
}

const TITLES: &[&str] = &[
    "Secretary",
    "Minister",
    "President",
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Ambassador",
    "General",
    "Colonel",
    "Spokesperson",
    "Envoy",
    "State",
    "Commander",
    "Sheikh",
    "Senator",
    "Director",
    "Representative",
    "Syria",
    "Iraq",
];

/// Every word but the small ones inside is written like a name.
fn is_whole_name(words: &str) -> bool {
    let is_small = |word: &str| matches!(word, "of" | "the" | "and" | "for" | "in" | "al" | "bin" | "de");
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || word.starts_with("al-");
    words.len() < 80 && !words.contains(',') && words.split_whitespace().all(|word| is_small(word) || is_name(word))
}
