//! Files under the paths given, in a stable order.

use super::format::by_name;
use super::{Failure, Input, sample};
use crate::model::Format;
use ignore::{DirEntry, WalkBuilder};
use std::borrow::Cow;
use std::io::Read;
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
    /// A file whose format is not read.
    Skipped,
    Failed(Failure),
}

/// Everything under `inputs`: inputs in the order given, folders by file name. Hidden files are passed over.
pub(super) fn walk(inputs: Vec<Input>) -> impl Iterator<Item = Found> {
    inputs.into_iter().flat_map(|input| -> Box<dyn Iterator<Item = Found>> {
        match input {
            Input::Sample => Box::new(sample::files()),
            Input::Stdin => Box::new(std::iter::once_with(stdin)),
            Input::Path(path) if path.is_dir() => Box::new(folder(&path)),
            Input::Path(path) => Box::new(std::iter::once(Found::File { format: by_name(&path).unwrap_or(Format::Text), path })),
        }
    })
}

fn stdin() -> Found {
    let mut bytes = Vec::new();
    match std::io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Found::Held { path: "-".to_string(), format: Format::Text, bytes: bytes.into() },
        Err(error) => Found::Failed(Failure { path: "-".into(), reason: error.to_string().into() }),
    }
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
    let found = |format| Found::File { path: path.clone(), format };
    (!is_folder && path.is_file()).then(|| by_name(&path).map_or(Found::Skipped, found))
}

fn failure(error: &ignore::Error) -> Failure {
    let (path, reason) = match error {
        ignore::Error::WithPath { path, err } => (path.display().to_string(), err.to_string()),
        ignore::Error::WithDepth { err, .. } => return failure(err),
        other => (String::new(), other.to_string()),
    };
    Failure { path: path.into(), reason: reason.into() }
}
