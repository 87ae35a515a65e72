//! Files to articles, through the threads that load them.

use dateline::extract::Gazetteer;
use dateline::ingest::{Event, Failure, Input, Progress, load};
use dateline::model::{Article, ContentId, Format};
use dateline::store::Store;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder of its own for one test, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("ingest-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    fn with(self, file: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
        self
    }

    fn load(&self) -> Loaded {
        let mut loaded = Loaded::default();
        let mut store = Store::new(Arc::new(Gazetteer::default()));
        for event in load(vec![Input::Path(self.0.clone())], Arc::new(Gazetteer::default()), None) {
            match event {
                Event::Batch(batch) => store.insert_all(batch),
                Event::Failed(failure) => loaded.failures.push(failure),
                Event::Progress(_) => {}
                Event::Done(progress) => loaded.progress = progress,
                Event::Opened(_) | Event::TablesWanted(_) => panic!("nothing is kept"),
            }
        }
        loaded.articles = store.articles().map(|(_, article)| Article::clone(&article)).collect();
        loaded
    }

    /// A path as it is told, without the folder.
    fn below(&self, path: &str) -> String {
        path.strip_prefix(&format!("{}/", self.0.display())).unwrap_or(path).to_string()
    }

    fn told(&self, failures: &[Failure]) -> Vec<String> {
        failures.iter().map(|failure| format!("{}: {}", self.below(&failure.path), failure.reason)).collect()
    }

    fn paths(&self, articles: &[Article]) -> Vec<String> {
        articles.iter().map(|article| self.below(&article.path)).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Default)]
struct Loaded {
    articles: Vec<Article>,
    failures: Vec<Failure>,
    progress: Progress,
}

#[test]
fn every_line_is_an_article_and_a_broken_one_is_named() {
    let dump = b"\xef\xbb\xbf{\"title\": \"One\", \"text\": \"It rains at Wend.\"}\r\n\n  \n[]\n{\"title\": \"No text\"}\n\
        {\"title\": \"Caf\xe9\", \"text\": \"It snows at Wend.\"}\n{\"title\": \"Cut\", \"te";
    let folder =
        Folder::new("lines").with("dump.jsonl", dump).with("e.txt", "Text\n\nA file.\n").with("f.ndjson", "{\"body\": \"The mill.\"}");
    let loaded = folder.load();
    assert_eq!(folder.paths(&loaded.articles), ["dump.jsonl:1", "dump.jsonl:6", "e.txt", "f.ndjson:1"]);
    assert_eq!(loaded.articles[1].title(), Some("Caf\u{fffd}"));
    assert_eq!(
        loaded.articles.iter().map(|article| article.format).collect::<Vec<_>>(),
        [Format::Jsonl, Format::Jsonl, Format::Text, Format::Jsonl]
    );
    assert_eq!(
        folder.told(&loaded.failures),
        [
            "dump.jsonl:4: no JSON object: invalid type: sequence, expected an object",
            "dump.jsonl:5: no field has the text of an article: text, body, content and the like",
            "dump.jsonl:7: no JSON object: EOF while parsing a string at column 20",
        ]
    );
    let Progress { found, read, failed, walked, .. } = loaded.progress;
    assert_eq!((found, read, failed, walked), (7, 4, 3, true));
}

#[test]
fn what_a_line_states_counts_before_what_its_text_shows() {
    let line = r#"{"title": "Mill closes", "text": "WEND (Tarn Post) – The mill is closed.", "source": "Wend News", "author": "Ada Ost", "date": "2017-06-04", "language": "de", "link": "https://wend.example/1"}"#;
    let article = Folder::new("states").with("a.jsonl", line).load().articles.remove(0);
    let told = [&article.source, &article.dateline, &article.lang, &article.url].map(|told| told.as_deref().unwrap_or("nothing"));
    assert_eq!(told, ["Wend News", "WEND", "de", "https://wend.example/1"]);
    assert_eq!((article.byline, article.published.map(|day| day.to_string())), (vec!["Ada Ost".into()], Some("2017-06-04".into())));
}

#[test]
fn an_author_who_signs_the_text_too_is_named_once() {
    let line = r#"{"title": "Mill closes", "text": "By Ada Ost\n\nThe mill is closed.", "author": "Ada Ost"}"#;
    let article = Folder::new("signed").with("a.jsonl", line).load().articles.remove(0);
    assert_eq!((article.byline, article.text), (vec!["Ada Ost".into()], "Mill closes\n\nThe mill is closed.".into()));
}

#[test]
fn the_same_article_has_the_same_id_in_every_dump_and_as_a_file() {
    let folder = Folder::new("same")
        .with("a.jsonl", r#"{"title": "Mill", "text": "It is closed.", "date": "2017-06-04"}"#)
        .with("b.jsonl", "\n{\"body\":\"It \\u0069s closed.\",\"headline\":\"Mill\"}\n")
        .with("c.txt", "Mill\n\nIt is closed.");
    let ids: Vec<_> = folder.load().articles.iter().map(|article| article.id).collect();
    assert_eq!(ids, [ContentId::of("Mill\n\nIt is closed."); 3]);
}

#[test]
fn lines_keep_their_order_whoever_reads_them() {
    let mut dump = String::new();
    for number in 1..=900 {
        // Now a long one, which holds one thread up.
        let rest = "The water rose. ".repeat(if number % 200 == 1 { 300 } else { 3 });
        writeln!(dump, r#"{{"title": "Number {number}", "text": "{rest}"}}"#).expect("memory");
    }
    let folder = Folder::new("order").with("a.jsonl", &dump).with("b.jsonl", &dump[..dump.len() / 2]);
    let loaded = folder.load();
    let expected: Vec<String> = (1..=900).map(|number| format!("a.jsonl:{number}")).collect();
    let paths = folder.paths(&loaded.articles);
    assert_eq!(paths[..900], expected);
    assert!(paths[900..].iter().zip(1..).all(|(path, number)| *path == format!("b.jsonl:{number}")));
    assert!(
        loaded
            .articles
            .iter()
            .all(|article| article.title().unwrap_or_default().strip_prefix("Number ") == article.path.rsplit(':').next())
    );
    assert_eq!(loaded.failures.len(), 1, "the cut one");
    assert_eq!(loaded.progress.bytes, (dump.len() + dump.len() / 2 + 1) as u64);
}
