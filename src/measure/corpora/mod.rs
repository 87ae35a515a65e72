//! The sets of texts with gold that the extractor is measured on and the tagger learns from, a file per format.

mod columns;
mod marked;
mod re3d;
mod seeds;
mod trees;
mod words;

use super::gold::Gold;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Which part of a set: the tagger learns from one and never sees the other.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Learning,
    /// Documents whose text has an XXH3 hash divisible by five.
    HeldOut,
}

impl Part {
    /// The part a document belongs to, for good, whatever stands beside it.
    pub fn of(gold: &Gold) -> Self {
        if xxhash_rust::xxh3::xxh3_64(gold.text.as_bytes()).is_multiple_of(5) { Part::HeldOut } else { Part::Learning }
    }
}

/// Reads the set at `path`, whose format is told by what is there: a folder of marked articles, of seed gold (`*.json` with the
/// pages in `../seeds`), of re3d, of CoNLL-U trees, or of columns.
///
/// # Errors
/// What cannot be read, with the file and the reason.
pub fn read(path: &Path) -> Result<Vec<Gold>> {
    let files = files(path)?;
    let has = |name: &str| files.iter().any(|file| file.file_name().is_some_and(|file| file == name));
    let ending = |ending: &str| files.iter().filter(|file| file.extension().is_some_and(|e| e == ending)).cloned().collect::<Vec<_>>();
    match () {
        () if has("entities.json") => re3d::read(&files),
        () if !ending("conllu").is_empty() => trees::read(&ending("conllu")),
        () if !ending("iob2").is_empty() => columns::read(&ending("iob2"), &columns::NUMBERED),
        () if has("wikigold.conll.txt") => columns::read(&[path.join("wikigold.conll.txt")], &columns::PLAIN),
        () if has("train.txt") => columns::read(&ending("txt"), &columns::PLAIN),
        () if !ending("json").is_empty() => seeds::read(&ending("json"), path),
        () if !ending("txt").is_empty() => marked::read(&ending("txt")),
        () => bail!("{}: no set of articles with gold is here", path.display()),
    }
}

/// All files under a folder, sorted by path.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut out = Vec::new();
    for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
        out.extend(files(&entry?.path())?);
    }
    out.sort();
    Ok(out)
}

fn text_of(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

/// How a document is called in listings.
fn name_of(file: &Path, number: usize) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    if number == 0 { stem.into_owned() } else { format!("{stem}#{number}") }
}
