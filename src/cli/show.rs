//! `dateline show`: one article as readable text.

use super::args::{Color, Format, Showing};
use super::corpus::Loaded;
use super::export::Record;
use super::output::{Output, plain};
use crate::model::Article;
use crate::text::{rows, visible};
use anyhow::{Result, bail};
use std::process::ExitCode;

/// Text is easiest to read at this many cells a line, or at the terminal's width if that is less.
const MEASURE: u16 = 80;

pub(super) fn show(what: &Showing, color: Color) -> Result<ExitCode> {
    let loaded = Loaded::new(&what.corpus)?;
    let found = loaded.store.find(&what.id);
    let Some(&id) = found.first() else { bail!("no article has the id {:?} (`dateline list` prints the ids)", what.id) };
    let article = loaded.store.article(id);
    if let Some(other) = found.iter().map(|&id| loaded.store.article(id)).find(|other| other.id != article.id) {
        bail!("{:?} begins more than one id: {} and {}", what.id, article.id, other.id);
    }
    let mut output = Output::new(color);
    match what.format {
        Format::Jsonl => output.json(&Record::of(&loaded.store, id, &article, None))?,
        Format::Table => text(&article, &mut output)?,
    }
    output.finish()?;
    Ok(loaded.exit(true))
}

fn text(article: &Article, output: &mut Output) -> Result<()> {
    let width = crossterm::terminal::size().map_or(MEASURE, |(columns, _)| columns.min(MEASURE));
    for row in article.title().map_or(Vec::new(), |title| rows(title, width)) {
        output.line(&output.bold(row.of(&article.text)))?;
    }
    let line = credits(article);
    if !line.is_empty() {
        output.line(&output.dim(&plain(&line)))?;
    }
    output.line("")?;
    for row in rows(article.body(), width) {
        output.line(visible(row.of(article.body())).trim_end())?;
    }
    Ok(())
}

/// Date, source, byline and place on a line.
fn credits(article: &Article) -> String {
    let date = article.published.map(|date| date.to_string());
    let byline = (!article.byline.is_empty()).then(|| article.byline.join(", "));
    let parts = [date, article.source.as_deref().map(plain), byline, article.dateline.as_deref().map(plain)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
