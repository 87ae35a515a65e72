//! `dateline evaluate`: how right the extractor is, as a table.

use super::args::Evaluating;
use crate::extract::{Extractor, Gazetteer};
use crate::measure::{Gold, Part, Trained, by_guideline, counted, measure, read, rules, table};
use anyhow::Result;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) fn evaluate(what: &Evaluating) -> Result<ExitCode> {
    let gazetteer = Arc::new(Gazetteer::builtin());
    let extractor = match &what.tagger {
        Some(folder) => Extractor::with_tagger(gazetteer, Some(Trained::read(folder)?.tagger())),
        None if what.rules => Extractor::without_tagger(gazetteer),
        None => Extractor::new(gazetteer),
    };
    let mut rows = Vec::new();
    for set in &what.sets {
        let golds: Vec<Gold> = read(set)?
            .into_iter()
            .filter(|gold| !what.held_out || Part::of(gold) == Part::HeldOut)
            .map(|gold| by_guideline(gold, &extractor))
            .collect();
        rows.push((name(set), measure(&extractor, &golds)));
    }
    let mut out = std::io::stdout().lock();
    if what.mistakes {
        let mistakes: Vec<String> = rows.iter().flat_map(|(_, measured)| measured.score.mistakes.clone()).collect();
        for (count, mistake) in counted(&mistakes) {
            writeln!(out, "{count:4}  {mistake}")?;
        }
    }
    write!(out, "{}", table(&rows))?;
    if what.by_rule {
        write!(out, "\n{}", rules(&rows))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn name(set: &Path) -> String {
    set.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
