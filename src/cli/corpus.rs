//! From arguments to a store: the names files, the inputs, the query.

use super::args;
use crate::extract::Gazetteer;
use crate::ingest::{Event, Input, Progress, load};
use crate::model::Correction;
use crate::saved::{Desk, Entries, FileError, SavedView};
use crate::store::{ArticleId, Order, Query, Store};
use anyhow::{Context, Result, bail};
use etcetera::BaseStrategy;
use jiff::Zoned;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// A corpus read to its end.
pub(super) struct Loaded {
    pub gazetteer: Arc<Gazetteer>,
    pub store: Store,
    pub progress: Progress,
    desk: Option<Desk>,
}

impl Loaded {
    /// Reads everything; what cannot be read is named on standard error and the rest counts.
    ///
    /// # Errors
    /// The user's names file cannot be read.
    pub fn new(corpus: &args::Corpus) -> Result<Self> {
        let gazetteer = Arc::new(gazetteer(&corpus.names)?);
        let mut store = Store::new(gazetteer.clone());
        let desk = desk(corpus);
        desk.iter().for_each(|desk| recall(&mut store, desk));
        let archive = desk.as_ref().and_then(|desk| desk.archive.clone());
        let mut last = Progress::default();
        for event in load(inputs(&corpus.paths), gazetteer.clone(), archive) {
            match event {
                Event::Opened(opened) => store = inheriting(*opened, store),
                Event::Batch(batch) => store.insert_all(batch),
                // Nobody waits for them when they could not be kept.
                Event::TablesWanted(by) => drop(by.send(store.tables())),
                Event::Failed(failure) => eprintln!("dateline: {}: {}", failure.path, failure.reason),
                Event::Progress(progress) | Event::Done(progress) => last = progress,
            }
        }
        Ok(Self { gazetteer, store, progress: last, desk })
    }

    /// The articles a query finds, best first; in the order they were read when there is no query.
    pub fn found(&self, query: &Query) -> Vec<ArticleId> {
        let order = if query.is_empty() { Order::Corpus } else { Order::Rank };
        self.store.search(query, order).into_iter().map(|hit| hit.article).collect()
    }

    /// 0 when something was found, 1 when nothing was, 2 when a file or what was kept of one could not be read.
    pub fn exit(&self, found: bool) -> ExitCode {
        let is_damaged = self.store.is_damaged();
        if is_damaged {
            eprintln!("dateline: what was kept of these articles is damaged; it is deleted: run the command again");
            let deleted = self.desk.iter().try_for_each(Desk::forget_corpus);
            deleted.unwrap_or_else(|error| eprintln!("dateline: it cannot be deleted: {error}"));
        }
        match () {
            () if is_damaged || self.progress.failed > 0 => ExitCode::from(2),
            () if found => ExitCode::SUCCESS,
            () => ExitCode::from(1),
        }
    }
}

fn inheriting(mut store: Store, from: Store) -> Store {
    store.inherit(from);
    store
}

/// The user's folders: of things set up, and of things kept.
fn folders() -> Option<(PathBuf, PathBuf)> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some((strategy.config_dir().join("dateline"), strategy.data_dir().join("dateline")))
}

/// Where a corpus is kept that was read before: a file for each set of paths in the cache folder.
fn archive(corpus: &args::Corpus) -> Option<PathBuf> {
    let folder = etcetera::choose_base_strategy().ok().filter(|_| !corpus.no_cache)?.cache_dir().join("dateline");
    // What a file is called in the lists depends on how its folder was named.
    let told = corpus.paths.iter().map(|path| format!("{}\0{}\0", path.display(), fs::canonicalize(path).unwrap_or_default().display()));
    Some(folder.join(format!("{:016x}.corpus", xxh3_64(told.collect::<String>().as_bytes()))))
}

/// Where the things lie that outlive the session; nowhere for a user without a home.
pub(super) fn desk(corpus: &args::Corpus) -> Option<Desk> {
    let (config, data) = folders()?;
    let corrections = corpus.corrections.clone().unwrap_or(config.join("names.toml"));
    Some(Desk { notebook: data.join("notebook.sqlite"), corrections, views: config.join("views.toml"), archive: archive(corpus) })
}

/// Gives the store the user's corrections and marks. What cannot be read is named on standard error, and the rest counts.
fn recall(store: &mut Store, desk: &Desk) {
    store.correct(corrections(desk));
    if desk.notebook.is_file() {
        let marks = desk.notebook().and_then(|notebook| notebook.all());
        store.remember(marks.unwrap_or_else(|error| {
            eprintln!("dateline: {error}");
            Default::default()
        }));
    }
}

/// The user's corrections of names. What cannot be read is named on standard error, and the rest counts.
pub(super) fn corrections(desk: &Desk) -> Vec<Correction> {
    told(&desk.corrections, desk.corrections())
}

/// The user's saved views, as [`corrections`].
pub(super) fn views(desk: &Desk) -> Vec<SavedView> {
    told(&desk.views, desk.views())
}

fn told<T>(path: &Path, entries: Result<Entries<T>, FileError>) -> Vec<T> {
    let (entries, problems) = entries.unwrap_or_else(|error| {
        eprintln!("dateline: {error}");
        (Vec::new(), Vec::new())
    });
    problems.iter().for_each(|problem| eprintln!("dateline: {}: {problem}", path.display()));
    entries
}

/// What the paths mean: none is the sample, `-` standard input.
pub(super) fn inputs(paths: &[PathBuf]) -> Vec<Input> {
    let input = |path: &PathBuf| if path == Path::new("-") { Input::Stdin } else { Input::Path(path.clone()) };
    if paths.is_empty() { vec![Input::Sample] } else { paths.iter().map(input).collect() }
}

/// The program's names and the user's. A wrong line is named on standard error and passed over.
///
/// # Errors
/// A names file that was asked for cannot be read.
pub(super) fn gazetteer(names: &[PathBuf]) -> Result<Gazetteer> {
    let usual = if names.is_empty() { user_file(None, "names.tsv")? } else { None };
    let asked = names.iter().map(|path| read(path.clone())).collect::<Result<Vec<_>>>()?;
    let mut gazetteer = Gazetteer::builtin();
    for (path, text) in usual.into_iter().chain(asked) {
        gazetteer.add(&path.display().to_string(), &text).iter().for_each(|problem| eprintln!("dateline: {problem}"));
    }
    Ok(gazetteer)
}

/// Where the user's own files are: `dateline` in the configuration folder of this system. `None` when there is no home.
pub(super) fn config_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("dateline"))
}

/// A file the user named, or one of that name in the configuration folder if it is there.
///
/// # Errors
/// The file is there, or was asked for, and cannot be read.
pub(super) fn user_file(asked: Option<&Path>, name: &str) -> Result<Option<(PathBuf, String)>> {
    let usual = || config_folder().map(|folder| folder.join(name)).filter(|path| path.is_file());
    asked.map(Path::to_path_buf).or_else(usual).map(read).transpose()
}

fn read(path: PathBuf) -> Result<(PathBuf, String)> {
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok((path, text))
}

/// Reads a query that must be whole: in the explorer half of one is no error, on the command line it is.
///
/// # Errors
/// Names the part that cannot be read, and why.
pub(super) fn query(text: &str) -> Result<Query> {
    let parsed = Query::parse(text, Zoned::now().date());
    if let Some(problem) = parsed.problems.first() {
        bail!("the query {text:?} cannot be read at {:?}: {}", problem.span.of(text), problem.reason);
    }
    Ok(parsed.query)
}
