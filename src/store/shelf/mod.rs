//! Where the articles themselves lie: as records in memory, or in a file that is read where it is needed. A file is read by position
//! and not mapped: one that somebody cuts while it is mapped would end the program by a signal.

pub mod record;

use super::ArticleId;
use crate::model::{Annotations, Article, ContentId, Fingerprint, Format};
use lru::LruCache;
use std::borrow::Cow;
use std::cell::RefCell;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

/// Bytes of text of the articles that were decoded last and are kept, unless a single one has more.
const RECENT: usize = 32 << 20;

/// Some records, one after the other.
#[derive(Clone, Debug)]
pub enum Chunk {
    Held(Arc<[u8]>),
    Filed {
        file: Arc<File>,
        /// Where it begins, in bytes.
        at: u64,
        /// In bytes.
        length: u32,
    },
}

/// Articles that land together, with the records of them.
#[derive(Debug)]
pub struct Batch {
    pub articles: Vec<Article>,
    pub chunk: Chunk,
    /// Of each article's record, in bytes.
    pub lengths: Vec<u32>,
}

impl Batch {
    /// Articles whose records are kept in memory.
    pub fn held(articles: Vec<Article>) -> Self {
        let (mut records, mut lengths) = (Vec::new(), Vec::new());
        for article in &articles {
            let start = records.len();
            record::write(article, &mut records);
            lengths.push((records.len() - start) as u32);
        }
        Self { articles, chunk: Chunk::Held(records.into()), lengths }
    }
}

/// Where a record lies.
#[derive(Copy, Clone, Debug)]
struct Place {
    chunk: u32,
    /// Bytes from the beginning of the chunk.
    start: u32,
    length: u32,
}

/// All articles, by number.
#[derive(Default)]
pub struct Shelf {
    chunks: Vec<Chunk>,
    places: Vec<Place>,
    recent: RefCell<Recent>,
}

impl Shelf {
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Puts a chunk behind the others, whose records have these lengths in bytes.
    pub fn push(&mut self, chunk: Chunk, lengths: impl IntoIterator<Item = u32>) {
        let (number, mut start) = (self.chunks.len() as u32, 0);
        for length in lengths {
            self.places.push(Place { chunk: number, start, length });
            start += length;
        }
        self.chunks.push(chunk);
    }

    /// An article as it was written, or what stands for one whose bytes cannot be read.
    pub fn get(&self, id: ArticleId) -> Arc<Article> {
        let known = self.recent.borrow_mut().articles.get(&id).cloned();
        known.unwrap_or_else(|| {
            let article = Arc::new(self.read(id));
            self.recent.borrow_mut().keep(id, article.clone());
            article
        })
    }

    fn read(&self, id: ArticleId) -> Article {
        let read = self.record(id).map_err(anyhow::Error::from).and_then(|record| Ok(record::read(&record)?));
        read.unwrap_or_else(|error| stand_in(&error.to_string()))
    }

    fn record(&self, id: ArticleId) -> io::Result<Cow<'_, [u8]>> {
        let Place { chunk, start, length } = self.places[id.0 as usize];
        match &self.chunks[chunk as usize] {
            Chunk::Held(bytes) => Ok(Cow::Borrowed(&bytes[start as usize..(start + length) as usize])),
            Chunk::Filed { file, at, .. } => {
                let mut bytes = vec![0; length as usize];
                file.read_exact_at(&mut bytes, at + u64::from(start))?;
                Ok(Cow::Owned(bytes))
            }
        }
    }
}

/// What is shown in the place of an article that cannot be read.
fn stand_in(error: &str) -> Article {
    let title = "This article cannot be read";
    let text = format!("{title}\n\n{error}");
    Article {
        id: ContentId::of(&text),
        path: "".into(),
        format: Format::Text,
        body_start: title.len() as u32 + 2,
        text: text.into(),
        published: None,
        source: None,
        byline: Vec::new(),
        dateline: None,
        url: None,
        lang: None,
        cut: Vec::new(),
        annotations: Annotations::default(),
        fingerprint: Fingerprint::default(),
    }
}

/// Articles that were looked at lately.
struct Recent {
    articles: LruCache<ArticleId, Arc<Article>>,
    /// Bytes of their texts.
    bytes: usize,
}

impl Default for Recent {
    fn default() -> Self {
        Self { articles: LruCache::unbounded(), bytes: 0 }
    }
}

impl Recent {
    fn keep(&mut self, id: ArticleId, article: Arc<Article>) {
        self.bytes += article.text.len();
        self.articles.put(id, article);
        while self.bytes > RECENT && self.articles.len() > 1 {
            self.bytes -= self.articles.pop_lru().map_or(0, |(_, article)| article.text.len());
        }
    }
}
