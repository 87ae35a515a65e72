//! `dateline entities`: who and where, with counts.

use super::args::{Color, EntityListing, Format};
use super::corpus::{Loaded, query};
use super::output::{Output, column};
use crate::model::Kind;
use crate::store::{EntityCount, Store};
use anyhow::Result;
use serde::Serialize;
use std::cmp::Reverse;
use std::process::ExitCode;

#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    kind: Kind,
    mentions: u32,
    articles: u32,
    aliases: Vec<&'a str>,
}

pub(super) fn entities(what: &EntityListing, color: Color) -> Result<ExitCode> {
    let query = query(&what.listing.query)?;
    let loaded = Loaded::new(&what.listing.corpus)?;
    let store = &loaded.store;
    let mut counts = store.counts(loaded.found(&query).into_iter());
    let rank = |count: &EntityCount| {
        (Reverse((count.mentions, count.articles)), &store.entity(count.entity).name, store.entity(count.entity).kind)
    };
    counts.sort_by(|one, other| rank(one).cmp(&rank(other)));
    let wanted = |count: &&EntityCount| what.kind.is_none_or(|kind| kind.holds(store.entity(count.entity).kind));
    let mut output = Output::new(color);
    let mut any = false;
    for count in counts.iter().filter(wanted) {
        any = true;
        match what.listing.format {
            Format::Jsonl => output.json(&line(store, count))?,
            Format::Table => output.line(&row(store, count, &output))?,
        }
    }
    output.finish()?;
    Ok(loaded.exit(any))
}

fn line<'a>(store: &'a Store, count: &EntityCount) -> Line<'a> {
    let entity = store.entity(count.entity);
    Line {
        name: &entity.name,
        kind: entity.kind,
        mentions: count.mentions,
        articles: count.articles,
        aliases: entity.aliases.iter().map(|alias| &**alias).collect(),
    }
}

fn row(store: &Store, count: &EntityCount, output: &Output) -> String {
    let entity = store.entity(count.entity);
    let articles = if count.articles == 1 { "article" } else { "articles" };
    let numbers = format!("{:>6} in {} {articles}", count.mentions, count.articles);
    format!("{}  {}  {}", output.dim(&column(entity.kind.word(), 6)), output.bold(&column(&entity.name, 40)), numbers)
}
