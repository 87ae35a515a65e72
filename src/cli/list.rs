//! `dateline list`: one line per article.

use super::args::{Color, Format, Listing};
use super::corpus::{Loaded, query};
use super::output::{Output, column, plain};
use crate::model::Head;
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
    for head in found.iter().map(|&id| loaded.store.head(id)) {
        match what.format {
            Format::Jsonl => output.json(&line(&head))?,
            Format::Table => output.line(&row(&head, &output))?,
        }
    }
    output.finish()?;
    Ok(loaded.exit(!found.is_empty()))
}

fn line(head: &Head) -> Line<'_> {
    Line {
        id: head.id.to_string(),
        path: &head.path,
        published: head.published.map(|date| date.to_string()),
        source: head.source.as_deref(),
        title: head.has_title.then_some(&*head.headline),
    }
}

fn row(head: &Head, output: &Output) -> String {
    let id = &head.id.to_string()[..8];
    let date = head.published.map_or(String::new(), |date| date.to_string());
    let source = column(head.source.as_deref().unwrap_or_default(), 18);
    format!("{}  {}  {source}  {}", output.dim(id), column(&date, 10), output.bold(&plain(&head.headline)))
}
