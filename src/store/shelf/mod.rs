//! Where the articles themselves lie: as records in memory, or in a file that is read where it is needed. A file is read by position
//! and not mapped: one that somebody cuts while it is mapped would end the program by a signal.

mod recent;
pub(super) mod record;

pub(super) use recent::Recent;

use super::{ArticleId, Digest};
use crate::model::{Article, Head};
use record::NotAnArticle;
use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

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

/// Articles that land together, as the store takes them in, and the records of them.
#[derive(Debug)]
pub struct Batch {
    pub digests: Vec<Digest>,
    pub chunk: Chunk,
    /// Of each article's record, in bytes.
    pub lengths: Vec<u32>,
}

impl Batch {
    /// Articles whose records are kept in memory.
    pub fn held(articles: Vec<Article>) -> Self {
        let Records { bytes, lengths } = Records::of(&articles);
        let digests = articles.iter().map(Digest::of).collect();
        Self { digests, chunk: Chunk::Held(bytes.into()), lengths }
    }
}

/// Records of some articles, one after the other.
#[derive(Debug, Default)]
pub struct Records {
    pub bytes: Vec<u8>,
    /// Of each, in bytes.
    pub lengths: Vec<u32>,
}

impl Records {
    pub fn of<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let mut records = Self::default();
        articles.into_iter().for_each(|article| records.push(article));
        records
    }

    pub fn push(&mut self, article: &Article) {
        let start = self.bytes.len();
        record::write(article, &mut self.bytes);
        self.lengths.push((self.bytes.len() - start) as u32);
    }

    pub fn append(&mut self, mut others: Records) {
        self.bytes.append(&mut others.bytes);
        self.lengths.append(&mut others.lengths);
    }
}

/// A chunk in its place.
struct Shelved {
    chunk: Chunk,
    /// The number of its first article.
    first: u32,
    /// Where each record ends, in bytes from the beginning of the chunk.
    ends: Box<[u32]>,
}

/// All articles, by number.
#[derive(Default)]
pub struct Shelf {
    chunks: Chunks,
    /// The chunk of each article.
    places: Vec<u32>,
}

/// Chunks of records in their order, to be gone through by several threads.
#[derive(Clone, Default)]
pub(super) struct Chunks(Vec<Arc<Shelved>>);

/// Why an article cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    #[error("its record cannot be read: {0}")]
    Io(#[from] io::Error),
    #[error("its record is damaged")]
    Damaged(#[from] NotAnArticle),
}

impl Shelf {
    pub fn len(&self) -> usize {
        self.places.len()
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Puts a chunk behind the others, whose records have these lengths in bytes.
    pub fn push(&mut self, chunk: Chunk, lengths: impl IntoIterator<Item = u32>) {
        let mut end = 0;
        let ends = lengths.into_iter().map(|length| {
            end += length;
            end
        });
        let (number, first, ends) = (self.chunks.len() as u32, self.len() as u32, ends.collect::<Box<[u32]>>());
        self.places.resize(self.places.len() + ends.len(), number);
        self.chunks.0.push(Arc::new(Shelved { chunk, first, ends }));
    }

    pub(super) fn chunks(&self) -> Chunks {
        self.chunks.clone()
    }

    /// An article as it was written.
    ///
    /// # Errors
    /// Its bytes cannot be read, or are not what was written.
    pub fn read(&self, id: ArticleId) -> Result<Article, Missing> {
        Ok(record::read(&self.record(id)?)?)
    }

    /// What a list tells of an article.
    ///
    /// # Errors
    /// As [`Shelf::read`].
    pub fn head(&self, id: ArticleId) -> Result<Head, Missing> {
        Ok(record::head(&self.record(id)?)?)
    }

    /// All records are what was written.
    pub fn is_whole(&self) -> bool {
        (0..self.len() as u32).all(|number| self.record(ArticleId(number)).is_ok_and(|record| record::is_whole(&record)))
    }

    fn record(&self, id: ArticleId) -> io::Result<Cow<'_, [u8]>> {
        let shelved = &self.chunks.0[self.places[id.0 as usize] as usize];
        let range = shelved.range((id.0 - shelved.first) as usize);
        match &shelved.chunk {
            Chunk::Held(bytes) => Ok(Cow::Borrowed(&bytes[range])),
            Chunk::Filed { file, at, .. } => {
                let mut bytes = vec![0; range.len()];
                file.read_exact_at(&mut bytes, at + range.start as u64)?;
                Ok(Cow::Owned(bytes))
            }
        }
    }
}

impl Shelved {
    /// The bytes of its record of this number.
    fn range(&self, record: usize) -> Range<usize> {
        let start = record.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[record] as usize
    }
}

impl Chunks {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The records of a chunk, which is read into `room` where it is not in memory; none where it cannot be read.
    pub fn records<'a>(&'a self, number: usize, room: &'a mut Vec<u8>) -> impl Iterator<Item = (ArticleId, &'a [u8])> {
        let shelved = &self.0[number];
        let bytes: &[u8] = match &shelved.chunk {
            Chunk::Held(bytes) => bytes,
            Chunk::Filed { file, at, length } => {
                room.resize(*length as usize, 0);
                if file.read_exact_at(room, *at).is_ok() { room } else { &[] }
            }
        };
        let records = (0..shelved.ends.len()).filter_map(move |record| Some((record, bytes.get(shelved.range(record))?)));
        records.map(|(record, bytes)| (ArticleId(shelved.first + record as u32), bytes))
    }
}
