//! A corpus that was read is kept, and is the same when it is opened again: whole, changed in part, cut, overwritten, or left half written.

use dateline::extract::Gazetteer;
use dateline::ingest::{Event, Failure, Input, Progress, load};
use dateline::model::Article;
use dateline::store::{Order, Query, Store};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const FILES: usize = 24;

/// A folder with a corpus, and one where it is kept.
struct Corpus {
    folder: TempDir,
}

impl Corpus {
    fn new() -> Self {
        let corpus = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::create_dir(corpus.news()).expect("a folder");
        (0..FILES).for_each(|number| corpus.write(number, &text(number, "spring")));
        fs::write(corpus.news().join("zz.jsonl"), "{\"title\": \"A line\", \"text\": \"Mira Holt spoke in Tarn.\"}\nno object\n")
            .expect("written");
        corpus
    }

    fn news(&self) -> PathBuf {
        self.folder.path().join("news")
    }

    fn archive(&self) -> PathBuf {
        self.folder.path().join("kept/news.corpus")
    }

    fn write(&self, number: usize, text: &str) {
        fs::write(self.news().join(format!("{number:02}.txt")), text).expect("a file can be written");
    }

    fn load(&self) -> Loaded {
        Loaded::of(&self.news(), Some(self.archive()))
    }

    /// Files that were written just now may change without another time of change, and are not taken from what was kept.
    fn settle(&self) {
        let newest = |path: &Path| fs::metadata(path).and_then(|of| of.modified()).expect("a time");
        let is_old = || {
            fs::read_dir(self.news())
                .expect("a folder")
                .all(|file| newest(&file.expect("a file").path()).elapsed().is_ok_and(|age| age > Duration::from_millis(150)))
        };
        while !is_old() {
            thread::yield_now();
        }
    }

    fn kept() -> Self {
        let corpus = Self::new();
        corpus.settle();
        assert_eq!(corpus.load().progress.kept, 0);
        assert!(corpus.archive().is_file());
        corpus
    }
}

/// A dispatch of some twelve kilobytes that names a few and quotes one.
fn text(number: usize, season: &str) -> String {
    let lead = format!("The ferry of Tarn, number {number}\n\nTARN, Wend (Wend Courier) - The Wend Guard (WG) came to Tarn in {season}.");
    let said = format!("“The rope number {number} is new,” said Mira Holt, the head of the ferry.");
    let sentences = (0..130).map(|line| {
        format!("In week {line} of that {season} the river rose by {} fingers and fell again before boat {number} was out.", line % 7)
    });
    format!("{lead}\n\n{said}\n\n{}\n", sentences.collect::<Vec<_>>().join("\n\n"))
}

struct Loaded {
    store: Store,
    progress: Progress,
    failures: Vec<Failure>,
    is_opened: bool,
}

impl Loaded {
    fn of(path: &Path, archive: Option<PathBuf>) -> Self {
        let gazetteer = Arc::new(Gazetteer::builtin());
        let mut loaded =
            Self { store: Store::new(gazetteer.clone()), progress: Progress::default(), failures: Vec::new(), is_opened: false };
        for event in load(vec![Input::Path(path.into())], gazetteer, archive) {
            match event {
                Event::Opened(store) => (loaded.store, loaded.is_opened) = (*store, true),
                Event::Batch(batch) => loaded.store.insert_all(batch),
                Event::Failed(failure) => loaded.failures.push(failure),
                Event::Progress(progress) | Event::Done(progress) => loaded.progress = progress,
                Event::TablesWanted(by) => by.send(loaded.store.tables()).expect("they are wanted"),
            }
        }
        loaded
    }

    /// Everything that can be asked of the store.
    fn told(&self) -> Vec<String> {
        let store = &self.store;
        let articles: Vec<Article> = store.articles().map(|(_, article)| (*article).clone()).collect();
        let of_article = store.ids().map(|id| {
            let names: Vec<_> = store.mentions(id).collect();
            let quotes: Vec<_> = store.direct_quotes(id).collect();
            format!("{:?} {names:?} {quotes:?} {:?} {:?} {:?}", store.published(id), store.versions(id), store.shared(id), store.marks(id))
        });
        let entities = store.entities().map(|(id, entity)| format!("{id:?} {entity:?}"));
        let queries = ["mira", "place:tarn", "said:holt", "\"ferry of tarn\"", "source:courier", "line", "-rope"];
        let searches = queries.map(|query| {
            let parsed = Query::parse(query, "2021-06-01".parse().expect("a date"));
            Order::ALL.map(|order| format!("{query} {:?}", store.search(&parsed.query, order))).join("\n")
        });
        let failures = self.failures.iter().map(|failure| format!("{failure:?}"));
        articles.iter().map(|article| format!("{article:?}")).chain(of_article).chain(entities).chain(searches).chain(failures).collect()
    }
}

#[test]
fn what_was_kept_is_the_same_and_is_there_at_once() {
    let corpus = Corpus::kept();
    let (read, again) = (Loaded::of(&corpus.news(), None), corpus.load());
    assert!(again.is_opened && !read.is_opened);
    assert_eq!(again.told(), read.told());
    assert_eq!((again.progress.kept, again.progress.failed, again.progress.bytes), (FILES + 1, 1, read.progress.bytes));
}

#[test]
fn one_changed_file_is_read_alone() {
    let corpus = Corpus::kept();
    let also = |kept: usize, articles: usize| {
        corpus.settle();
        let (again, read) = (corpus.load(), Loaded::of(&corpus.news(), None));
        assert_eq!((again.is_opened, again.progress.kept, again.store.len()), (false, kept, articles));
        assert_eq!(again.told(), read.told());
        assert!(corpus.load().is_opened, "what was read is kept with the rest");
    };
    corpus.write(5, &text(5, "autumn"));
    also(FILES, FILES + 1);
    fs::remove_file(corpus.news().join("07.txt")).expect("it is there");
    also(FILES, FILES);
    corpus.write(40, &text(40, "winter"));
    also(FILES, FILES + 1);
}

#[test]
fn other_names_and_a_small_corpus_are_no_matter_for_an_archive() {
    let corpus = Corpus::kept();
    let mut gazetteer = Gazetteer::builtin();
    gazetteer.add("mine.tsv", "place/town\tOberwend\t-\t-\t2\n");
    let events: Vec<Event> = load(vec![Input::Path(corpus.news())], Arc::new(gazetteer), Some(corpus.archive()))
        .into_iter()
        .take_while(|event| !matches!(event, Event::TablesWanted(_)))
        .collect();
    assert!(!events.iter().any(|event| matches!(event, Event::Opened(_))));
    let small = corpus.folder.path().join("small.corpus");
    Loaded::of(&corpus.news().join("zz.jsonl"), Some(small.clone()));
    assert!(!small.exists());
}

#[test]
fn a_cut_or_changed_archive_is_no_archive() {
    let corpus = Corpus::kept();
    let (whole, told) = (fs::read(corpus.archive()).expect("it is there"), corpus.load().told());
    let cut = |at: usize| whole[..at].to_vec();
    let changed = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        bytes
    };
    let end = whole.len();
    for bytes in [cut(0), cut(7), cut(end / 2), cut(end - 1), changed(end - 5), changed(end - 40), changed(end - end / 20)] {
        fs::write(corpus.archive(), bytes).expect("it can be written");
        let again = corpus.load();
        assert!(!again.is_opened);
        assert_eq!(again.told(), told);
        assert!(corpus.load().is_opened, "it is made anew");
    }
}

#[test]
fn a_damaged_record_is_told_and_never_shown() {
    let corpus = Corpus::kept();
    let mut bytes = fs::read(corpus.archive()).expect("it is there");
    let at = bytes.windows(8).position(|word| word == b"number 3").expect("the record");
    bytes[at] = b'x';
    fs::write(corpus.archive(), bytes).expect("it can be written");
    let again = corpus.load();
    let texts: Vec<String> = again.store.articles().map(|(_, article)| article.text.to_string()).collect();
    assert!(again.is_opened && again.store.is_damaged());
    assert!(!texts.iter().any(|text| text.contains("xumber")) && texts[3].starts_with("This article cannot be read"), "{}", texts[3]);
    // Something has changed, so that records are taken over: a damaged one is not.
    corpus.write(9, &text(9, "autumn"));
    corpus.settle();
    let mended = corpus.load();
    assert!(!mended.store.is_damaged());
    assert_eq!((mended.progress.kept, mended.told()), (0, Loaded::of(&corpus.news(), None).told()));
}

/// The program over the corpus, with its own folder for what it keeps.
fn program(corpus: &Corpus, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let home = corpus.folder.path();
    command.args(["export", "news"]).args(more).current_dir(home).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
        .env("HOME", home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"));
    command
}

fn said(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn files(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).into_iter().flatten();
    files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}

/// Twenty kills spread over the time that a whole run takes, and beyond: from before anything is written to after all is.
#[test]
fn killed_at_any_moment_it_leaves_nothing_wrong() {
    let corpus = Corpus::new();
    corpus.settle();
    let begun = Instant::now();
    let expected = said(&program(&corpus, &["--no-cache"]).output().expect("it runs"));
    let whole = begun.elapsed() * 5 / 4;
    let cache = corpus.folder.path().join("cache/dateline");
    assert_eq!(files(&cache).len(), 0);
    for kill in 0..20 {
        let mut running = program(&corpus, &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
        thread::sleep(whole * kill / 20);
        running.kill().expect("it can be killed, or has ended");
        running.wait().expect("it ends");
        if kill % 4 == 3 {
            assert_eq!(said(&program(&corpus, &[]).output().expect("it runs")), expected);
            fs::remove_dir_all(&cache).expect("what is kept can be deleted at any time");
        }
    }
    assert_eq!(said(&program(&corpus, &[]).output().expect("it runs")), expected);
    assert_eq!(said(&program(&corpus, &[]).output().expect("it runs")), expected);
    assert_eq!(files(&cache).len(), 1, "drafts of those who were killed are cleared away: {:?}", files(&cache));
}

#[test]
fn a_command_that_meets_damage_says_so_and_is_right_the_next_time() {
    let corpus = Corpus::new();
    corpus.settle();
    let expected = said(&program(&corpus, &[]).output().expect("it runs"));
    let cache = corpus.folder.path().join("cache/dateline");
    let kept = cache.join(&files(&cache)[0]);
    let mut bytes = fs::read(&kept).expect("it is there");
    let at = bytes.windows(8).position(|word| word == b"number 3").expect("the record");
    bytes[at] = b'x';
    fs::write(&kept, bytes).expect("it can be written");
    let damaged = program(&corpus, &[]).output().expect("it runs");
    assert_eq!(damaged.status.code(), Some(2));
    assert!(said(&damaged).1.contains("what was kept of these articles is damaged; it is deleted: run the command again"));
    assert_eq!(said(&program(&corpus, &[]).output().expect("it runs")), expected);
}
