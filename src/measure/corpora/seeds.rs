//! Gold for whole pages as JSON, beside a folder `seeds` with the pages. Offsets count code points of the page.

use super::{name_of, text_of};
use crate::measure::gold::{Facts, Gold, GoldMention, GoldQuote};
use crate::model::{Kind, QuoteKind};
use crate::text::Span;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Page {
    seed: String,
    title: Title,
    published: Option<String>,
    source: Option<String>,
    byline: Option<String>,
    dateline_place: Option<String>,
    body: Range,
    mentions: Vec<Mention>,
    quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct Title {
    text: String,
}

#[derive(Deserialize)]
struct Range {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Mention {
    start: usize,
    end: usize,
    kind: String,
    zone: String,
    optional: bool,
}

#[derive(Deserialize)]
struct Quote {
    start: usize,
    end: usize,
    kind: String,
    zone: String,
    speaker: Option<String>,
}

pub(super) fn read(files: &[PathBuf], folder: &Path) -> Result<Vec<Gold>> {
    let pages = folder.join("../seeds");
    files.iter().map(|file| gold(file, &pages)).collect()
}

fn gold(file: &Path, pages: &Path) -> Result<Gold> {
    let page: Page = serde_json::from_str(&text_of(file)?).with_context(|| file.display().to_string())?;
    let raw = text_of(&pages.join(&page.seed))?;
    let bytes: Vec<usize> = raw.char_indices().map(|(at, _)| at).chain([raw.len()]).collect();
    let base = bytes[page.body.start];
    let span = |start: usize, end: usize| Span::new(bytes[start] - base, bytes[end] - base);
    let in_body = |zone: &str, start: usize| zone == "body" && start >= page.body.start;
    let mention = |mention: &Mention| GoldMention { span: span(mention.start, mention.end), kind: kind_of(mention) };
    let quote = |quote: &Quote| GoldQuote {
        span: span(quote.start, quote.end),
        kind: if quote.kind == "direct" { QuoteKind::Direct } else { QuoteKind::Scare },
        speaker: quote.speaker.clone(),
    };
    Ok(Gold {
        name: name_of(file, 0),
        text: raw[base..bytes[page.body.end]].to_string(),
        body_only: true,
        mentions: page.mentions.iter().filter(|mention| in_body(&mention.zone, mention.start)).map(mention).collect(),
        quotes: Some(page.quotes.iter().filter(|quote| in_body(&quote.zone, quote.start)).map(quote).collect()),
        facts: Some(Facts {
            title: Some(page.title.text),
            published: page.published,
            source: page.source,
            // `Name (role)` and `Name; editing by Name`: the first author.
            byline: page.byline.map(|byline| byline.split([';', '(']).next().unwrap_or_default().trim().to_string()),
            dateline: page.dateline_place,
        }),
        page: Some(raw),
    })
}

fn kind_of(mention: &Mention) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.word() == mention.kind).filter(|_| !mention.optional)
}
