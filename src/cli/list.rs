//! `dateline list`: one line per article.

use super::args::{Color, Format, Listing};
use super::corpus::{Loaded, query};
use super::output::{Output, column, plain};
use crate::model::Article;
use anyhow::Result;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    path: &'a str,
    published: Option<String>,
    source: Option<&'a str>,
    title: Option<&'a str>,
}

pub(super) fn list(what: &Listing, color: Color) -> Result<ExitCode> {
    let query = query(&what.query)?;
    let loaded = Loaded::new(&what.corpus)?;
    let found = loaded.found(&query);
    let mut output = Output::new(color);
    for article in found.iter().map(|&id| loaded.store.article(id)) {
        match what.format {
            Format::Jsonl => output.json(&line(&article))?,
            Format::Table => output.line(&row(&article, &output))?,
        }
    }
    output.finish()?;
    Ok(loaded.exit(!found.is_empty()))
}

fn line(article: &Article) -> Line<'_> {
    Line {
        id: article.id.to_string(),
        path: &article.path,
        published: article.published.map(|date| date.to_string()),
        source: article.source.as_deref(),
        title: article.title(),
    }
}

fn row(article: &Article, output: &Output) -> String {
    let id = &article.id.to_string()[..8];
    let date = article.published.map_or(String::new(), |date| date.to_string());
    let source = column(article.source.as_deref().unwrap_or_default(), 18);
    format!("{}  {}  {source}  {}", output.dim(id), column(&date, 10), output.bold(&plain(article.headline())))
}
