//! Where the articles themselves lie: as records in memory, or in a file that is read where it is needed. A file is read by position
//! and not mapped: one that somebody cuts while it is mapped would end the program by a signal.

mod recent;
mod record;

pub(super) use recent::Recent;

use super::ArticleId;
use crate::model::Article;
use record::NotAnArticle;
use std::borrow::Cow;
use std::fs::File;
use std::io;
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
        let Records { bytes, lengths } = Records::of(&articles);
        Self { articles, chunk: Chunk::Held(bytes.into()), lengths }
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
        for article in articles {
            let start = records.bytes.len();
            record::write(article, &mut records.bytes);
            records.lengths.push((records.bytes.len() - start) as u32);
        }
        records
    }

    pub fn append(&mut self, mut others: Records) {
        self.bytes.append(&mut others.bytes);
        self.lengths.append(&mut others.lengths);
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
}

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
        let (number, mut start) = (self.chunks.len() as u32, 0);
        for length in lengths {
            self.places.push(Place { chunk: number, start, length });
            start += length;
        }
        self.chunks.push(chunk);
    }

    /// An article as it was written.
    ///
    /// # Errors
    /// Its bytes cannot be read, or are not what was written.
    pub fn read(&self, id: ArticleId) -> Result<Article, Missing> {
        Ok(record::read(&self.record(id)?)?)
    }

    /// All records are what was written.
    pub fn is_whole(&self) -> bool {
        (0..self.len() as u32).all(|number| self.record(ArticleId(number)).is_ok_and(|record| record::is_whole(&record)))
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
