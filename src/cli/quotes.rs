//! `dateline quotes`: who said what, where.

use super::args::{Color, Format, QuoteListing};
use super::corpus::{Loaded, query};
use super::output::{Output, plain};
use crate::model::{Article, Quote, QuoteKind};
use crate::store::{ArticleId, Store};
use anyhow::Result;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Line<'a> {
    kind: QuoteKind,
    speaker: Option<&'a str>,
    cue: Option<&'a str>,
    text: &'a str,
    id: String,
    path: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    source: Option<&'a str>,
}

pub(super) fn quotes(what: &QuoteListing, color: Color) -> Result<ExitCode> {
    let (reported, what) = (what.reported, &what.listing);
    let wanted = |quote: &Quote| quote.kind == QuoteKind::Direct || (reported && quote.kind == QuoteKind::Reported);
    let query = query(&what.query)?;
    let loaded = Loaded::new(&what.corpus)?;
    let mut output = Output::new(color);
    let mut any = false;
    for id in loaded.found(&query) {
        let article = loaded.store.article(id);
        for quote in loaded.store.quotes(&query, id).into_iter().filter(wanted) {
            any = true;
            let line = line(&loaded.store, id, &article, &quote);
            match what.format {
                Format::Jsonl => output.json(&line)?,
                Format::Table => output.line(&row(&line, &article, &output))?,
            }
        }
    }
    output.finish()?;
    Ok(loaded.exit(any))
}

fn line<'a>(store: &'a Store, id: ArticleId, article: &'a Article, quote: &Quote) -> Line<'a> {
    Line {
        kind: quote.kind,
        speaker: store.speaker(id, quote).map(|speaker| &*store.entity(speaker).name),
        cue: quote.cue.map(|cue| cue.of(&article.text)),
        text: quote.span.of(&article.text),
        id: article.id.to_string(),
        path: &article.path,
        title: article.title(),
        published: article.published.map(|date| date.to_string()),
        source: article.source.as_deref(),
    }
}

fn row(line: &Line, article: &Article, output: &Output) -> String {
    let speaker = output.bold(&plain(line.speaker.unwrap_or("speaker unknown")));
    let cue = line.cue.map_or(String::new(), |cue| format!(" {}", plain(cue)));
    let place = [line.published.as_deref(), line.source, Some(article.headline())].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let words = if line.kind == QuoteKind::Direct { format!("“{}”", plain(line.text)) } else { plain(line.text) };
    format!("{speaker}{cue}: {words}\n    {}  {}", output.dim(&line.id[..8]), output.dim(&plain(&place)))
}
