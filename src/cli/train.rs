//! `dateline train`: makes the files of the tagger, and tells how it does on what it did not see.

use super::args::Training;
use crate::extract::{Extractor, Gazetteer};
use crate::measure::{Course, Gold, Part, by_guideline, measure, read, table, train as learn};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) fn train(what: &Training) -> Result<ExitCode> {
    let gazetteer = Arc::new(Gazetteer::builtin());
    let list = |name: &str| fs::read_to_string(what.lists.join(name)).with_context(|| what.lists.join(name).display().to_string());
    let mut course = Course { golds: Vec::new(), lists: [list("gaz_first")?, list("gaz_sur")?, list("gaz_loc")?] };
    let mut held_out: Vec<(String, Vec<Gold>)> = Vec::new();
    let rules = Extractor::without_tagger(gazetteer.clone());
    for set in &what.sets {
        let (path, times) = weighted(set)?;
        let (held, learnt): (Vec<Gold>, Vec<Gold>) =
            read(Path::new(path))?.into_iter().map(|gold| by_guideline(gold, &rules)).partition(|gold| Part::of(gold) == Part::HeldOut);
        course.golds.extend(learnt.into_iter().map(|gold| (gold, times)));
        held_out.push((path.rsplit('/').next().unwrap_or(path).to_string(), held));
    }
    for set in &what.whole {
        let (path, times) = weighted(set)?;
        course.golds.extend(read(Path::new(path))?.into_iter().map(|gold| (by_guideline(gold, &rules), times)));
    }
    let trained = learn(&rules, &course);
    trained.write(&what.out)?;
    let extractor = Extractor::with_tagger(gazetteer, Some(trained.tagger()));
    let rows: Vec<_> = held_out.into_iter().map(|(name, golds)| (name, measure(&extractor, &golds))).collect();
    print!("{}", table(&rows));
    Ok(ExitCode::SUCCESS)
}

/// `SET=2`: the set, and how many times it counts.
fn weighted(set: &str) -> Result<(&str, usize)> {
    match set.rsplit_once('=') {
        Some((path, times)) => Ok((path, times.parse().with_context(|| format!("{set}: how many times?"))?)),
        None => Ok((set, 1)),
    }
}
