//! `dateline export`: everything that is known, for other programs.

use super::args::{Color, ExportFormat, Exporting};
use super::corpus::{Loaded, query};
use super::output::Output;
use super::why::{Reasons, Why};
use crate::model::{Article, Format, Kind, QuoteKind};
use crate::store::{ArticleId, Store};
use crate::text::Span;
use anyhow::Result;
use serde::Serialize;
use std::process::ExitCode;

/// One article. Offsets count Unicode code points of `text`, end exclusive.
#[derive(Serialize)]
pub(super) struct Record<'a> {
    id: String,
    path: &'a str,
    format: Format,
    title: Option<&'a str>,
    published: Option<String>,
    source: Option<&'a str>,
    byline: &'a [Box<str>],
    dateline: Option<&'a str>,
    url: Option<&'a str>,
    lang: Option<&'a str>,
    text: &'a str,
    body_start: u32,
    mentions: Vec<MentionRecord<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
}

#[derive(Serialize)]
struct MentionRecord<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: Kind,
    entity: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

#[derive(Serialize)]
struct QuoteRecord<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    speaker: Option<&'a str>,
    cue: Option<&'a str>,
    kind: QuoteKind,
}

pub(super) fn export(what: &Exporting, color: Color) -> Result<ExitCode> {
    let query = query(&what.query)?;
    let loaded = Loaded::new(&what.corpus)?;
    let found = loaded.found(&query);
    let reasons = what.why.then(|| Reasons::new(loaded.gazetteer.clone()));
    let mut output = Output::new(color);
    for &id in &found {
        match what.format {
            ExportFormat::Jsonl => output.json(&Record::of(&loaded.store, id, &loaded.store.article(id), reasons.as_ref()))?,
        }
    }
    output.finish()?;
    Ok(loaded.exit(!found.is_empty()))
}

impl<'a> Record<'a> {
    /// Of `article`, which is the one with this number. With `reasons` each mention tells why it was made.
    pub fn of(store: &'a Store, id: ArticleId, article: &'a Article, reasons: Option<&Reasons>) -> Self {
        let points = CodePoints::of(&article.text);
        let mention = |mention: &crate::model::Mention| {
            let (start, end) = points.range(mention.span);
            let entity = store.entity(store.entity_at(id, mention)?);
            let (text, named) = (mention.span.of(&article.text), article.annotations.name(mention.name));
            let why = reasons.map(|reasons| reasons.of(mention, named, text));
            Some(MentionRecord { start, end, text, kind: entity.kind, entity: &entity.name, why })
        };
        let quote = |quote: &crate::model::Quote| {
            let (start, end) = points.range(quote.span);
            let speaker = store.speaker(id, quote).map(|speaker| &*store.entity(speaker).name);
            let cue = quote.cue.map(|cue| cue.of(&article.text));
            QuoteRecord { start, end, text: quote.span.of(&article.text), speaker, cue, kind: quote.kind }
        };
        Self {
            id: article.id.to_string(),
            path: &article.path,
            format: article.format,
            title: article.title(),
            published: article.published.map(|date| date.to_string()),
            source: article.source.as_deref(),
            byline: &article.byline,
            dateline: article.dateline.as_deref(),
            url: article.url.as_deref(),
            lang: article.lang.as_deref(),
            text: &article.text,
            body_start: points.at(article.body_start),
            mentions: article.annotations.mentions.iter().filter_map(mention).collect(),
            quotes: article.annotations.quotes.iter().map(quote).collect(),
        }
    }
}

/// Byte offsets of one text as code points.
struct CodePoints(Vec<u32>);

impl CodePoints {
    /// A number for every byte: articles are short, and every span looks up two.
    fn of(text: &str) -> Self {
        let mut count = 0;
        let starts = text.bytes().map(|byte| {
            count += u32::from((byte & 0xc0) != 0x80);
            count - 1
        });
        let mut points: Vec<u32> = starts.collect();
        points.push(count);
        Self(points)
    }

    fn at(&self, byte: u32) -> u32 {
        self.0[byte as usize]
    }

    fn range(&self, span: Span) -> (u32, u32) {
        (self.at(span.start), self.at(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_like_python_does() {
        let points = CodePoints::of("é“𝄞x");
        assert_eq!([0, 2, 5, 9, 10].map(|byte| points.at(byte)), [0, 1, 2, 3, 4]);
    }
}
