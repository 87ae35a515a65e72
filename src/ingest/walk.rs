//! Files under the paths given, in a stable order.

use super::format::by_name;
use super::jsonl::is_object;
use super::{Failure, Input, sample};
use crate::model::Format;
use ignore::{DirEntry, WalkBuilder};
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// What a walk comes upon.
pub(super) enum Found {
    File {
        path: PathBuf,
        format: Format,
    },
    /// Bytes that are here already: the sample corpus, standard input.
    Held {
        path: String,
        format: Format,
        bytes: Cow<'static, [u8]>,
    },
    /// A file of articles, a line each, to be read on the way.
    Lines {
        path: String,
        reader: Box<dyn Read>,
        /// Bytes; unknown of standard input.
        size: Option<u64>,
    },
    /// A file whose format is not read.
    Skipped,
    Failed(Failure),
}

/// Everything under `inputs`: inputs in the order given, folders by file name. Hidden files are passed over.
pub(super) fn walk(inputs: Vec<Input>) -> impl Iterator<Item = Found> {
    inputs.into_iter().flat_map(|input| -> Box<dyn Iterator<Item = Found>> {
        match input {
            Input::Sample => Box::new(sample::files()),
            Input::Stdin => Box::new(std::iter::once_with(|| stream(BufReader::new(std::io::stdin())))),
            Input::Path(path) if path.is_dir() => Box::new(folder(&path)),
            Input::Path(path) => Box::new(std::iter::once(found(by_name(&path).unwrap_or(Format::Text), path))),
        }
    })
}

/// Standard input: JSON Lines if its first line is a JSON object, else one text.
fn stream(mut input: impl BufRead + 'static) -> Found {
    let mut begun = Vec::new();
    match first_line(&mut input, &mut begun) {
        Ok(true) => Found::Lines { path: "-".to_string(), reader: Box::new(Cursor::new(begun).chain(input)), size: None },
        Ok(false) => match input.read_to_end(&mut begun) {
            Ok(_) => Found::Held { path: "-".to_string(), format: Format::Text, bytes: begun.into() },
            Err(error) => failed("-", &error),
        },
        Err(error) => failed("-", &error),
    }
}

/// Reads on to the end of the first line that is not blank; true if that is a JSON object.
fn first_line(input: &mut impl BufRead, begun: &mut Vec<u8>) -> std::io::Result<bool> {
    loop {
        let from = begun.len();
        let read = input.read_until(b'\n', begun)?;
        let line = String::from_utf8_lossy(&begun[from..]);
        let line = line.trim_start_matches('\u{feff}').trim();
        if read == 0 || !line.is_empty() {
            return Ok(line.starts_with('{') && is_object(line));
        }
    }
}

fn found(format: Format, path: PathBuf) -> Found {
    if format != Format::Jsonl {
        return Found::File { path, format };
    }
    let name = path.display().to_string();
    match File::open(&path).and_then(|file| Ok((file.metadata()?.len(), file))) {
        Ok((size, file)) => Found::Lines { path: name, reader: Box::new(file), size: Some(size) },
        Err(error) => failed(&name, &error),
    }
}

fn failed(path: &str, error: &std::io::Error) -> Found {
    Found::Failed(Failure { path: path.into(), reason: error.to_string().into() })
}

fn folder(path: &Path) -> impl Iterator<Item = Found> + use<> {
    let walk = WalkBuilder::new(path).standard_filters(false).hidden(true).sort_by_file_name(|one, other| one.cmp(other)).build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => file(entry),
        Err(error) => Some(Found::Failed(failure(&error))),
    })
}

fn file(entry: DirEntry) -> Option<Found> {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    let path = entry.into_path();
    (!is_folder && path.is_file()).then(|| by_name(&path).map_or(Found::Skipped, |format| found(format, path)))
}

fn failure(error: &ignore::Error) -> Failure {
    let (path, reason) = match error {
        ignore::Error::WithPath { path, err } => (path.display().to_string(), err.to_string()),
        ignore::Error::WithDepth { err, .. } => return failure(err),
        other => (String::new(), other.to_string()),
    };
    Failure { path: path.into(), reason: reason.into() }
}
