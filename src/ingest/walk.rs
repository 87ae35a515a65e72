//! Files under the paths given, in a stable order.

use super::folder::Files;
use super::format::by_name;
use super::jsonl::is_object;
use super::stamp::{Seen, Stamp};
use super::{Failure, Input, sample};
use crate::model::Format;
use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// What a walk comes upon.
pub(super) enum Found {
    File {
        path: PathBuf,
        format: Format,
        stamp: Option<Stamp>,
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
        /// Unknown of standard input.
        stamp: Option<Stamp>,
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

impl Found {
    /// What is to be known again when it is read another time; nothing for what gives neither articles nor failures.
    pub fn seen(&self) -> Option<Seen> {
        match self {
            Found::File { path, stamp, .. } => Some(Seen { path: path.display().to_string().into(), stamp: *stamp }),
            Found::Held { path, .. } => Some(Seen { path: path.as_str().into(), stamp: None }),
            Found::Lines { path, stamp, .. } => Some(Seen { path: path.as_str().into(), stamp: *stamp }),
            Found::Failed(failure) => Some(Seen { path: failure.path.clone(), stamp: Some(Stamp::UNREADABLE) }),
            Found::Skipped => None,
        }
    }
}

/// Standard input: JSON Lines if its first line is a JSON object, else one text.
fn stream(mut input: impl BufRead + 'static) -> Found {
    let mut begun = Vec::new();
    match first_line(&mut input, &mut begun) {
        Ok(true) => Found::Lines { path: "-".to_string(), reader: Box::new(Cursor::new(begun).chain(input)), stamp: None },
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
    let stamp = fs::metadata(&path).ok().and_then(|metadata| Stamp::of(&metadata));
    if format != Format::Jsonl {
        return Found::File { path, format, stamp };
    }
    let name = path.display().to_string();
    match File::open(&path) {
        Ok(file) => Found::Lines { path: name, reader: Box::new(file), stamp },
        Err(error) => failed(&name, &error),
    }
}

fn failed(path: &str, error: &std::io::Error) -> Found {
    Found::Failed(Failure { path: path.into(), reason: error.to_string().into() })
}

fn folder(path: &Path) -> impl Iterator<Item = Found> + use<> {
    Files::under(path).map(|file| match file {
        Ok(path) => by_name(&path).map_or(Found::Skipped, |format| found(format, path)),
        Err(failure) => Found::Failed(failure),
    })
}
