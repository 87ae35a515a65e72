//! The store's columns as bytes, so that a corpus that was read once is there at once the next time: row by row in postcard, without
//! what can be derived faster than it can be read. Corrections and marks are not part of it; they lie over what was found.
//!
//! Writing can be interrupted: a large store is written down between frames.

use super::entities::{Entities, Entity, EntityId};
use super::keys::KeyRow;
use super::quoted::Direct;
use super::shelf::Shelf;
use super::stories::{Body, Index, Stories, TABLES, Written};
use super::{ArticleId, Store};
use crate::extract::Gazetteer;
use crate::model::ContentId;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;
use std::thread;

/// How many tables there are.
pub const PARTS: usize = 6;

/// The columns of a store: articles, entities, sources, bylines, passages, lists of articles that share one. Each row is one postcard value.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tables(pub [Vec<u8>; PARTS]);

/// Bytes that are no tables, or do not go with the articles.
#[derive(Copy, Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not the tables of a store")]
pub struct NotTables;

/// What the columns hold of one article.
#[derive(Serialize, Deserialize)]
struct ArticleRow<'a> {
    content: ContentId,
    #[serde(borrow)]
    keys: KeyRow<'a>,
    names: Cow<'a, [EntityId]>,
    quotes: Cow<'a, [Direct]>,
    body: Body,
    story: ArticleId,
}

/// A store that is being written down.
#[derive(Debug, Default)]
pub struct Writing {
    tables: Tables,
    part: usize,
    /// The next row of that part.
    row: usize,
}

impl Store {
    /// All tables at once.
    pub fn tables(&self) -> Tables {
        let mut writing = Writing::default();
        while !writing.go_on(self, usize::MAX) {}
        writing.tables()
    }

    /// The store of which these tables were written; `shelf` has its articles.
    ///
    /// # Errors
    /// The tables were written by another version of this program, or of other articles.
    pub fn restored(gazetteer: Arc<Gazetteer>, shelf: Shelf, tables: &Tables) -> Result<Self, NotTables> {
        let Tables([_, entities, ..]) = tables;
        thread::scope(|scope| {
            let entities = scope.spawn(|| Ok(Entities::restored(gazetteer.clone(), rows::<Entity>(entities).collect::<Result<_, _>>()?)));
            let mut store = Self { shelf, ..Self::new(gazetteer.clone()) };
            store.restore_articles(tables)?;
            store.entities = entities.join().map_err(|_| NotTables)??;
            if store.contents.len() == store.shelf.len() { Ok(store) } else { Err(NotTables) }
        })
    }

    fn restore_articles(&mut self, tables: &Tables) -> Result<(), NotTables> {
        let Tables([articles, _, sources, bylines, passages, lists]) = tables;
        let mut bodies = Vec::with_capacity(self.shelf.len());
        for (row, id) in rows::<ArticleRow>(articles).zip((0..).map(ArticleId)) {
            let row = row?;
            self.contents.push(row.content);
            self.marks.landed(row.content, id);
            self.keys.push(&row.keys);
            self.names.push(row.names.into_owned().into());
            self.quoted.push(&row.quotes);
            bodies.push((row.body, row.story));
        }
        self.keys.restore_texts(rows(sources).collect::<Result<_, _>>()?, rows(bylines).collect::<Result<_, _>>()?);
        let passages = rows::<Written>(passages).collect::<Result<_, _>>()?;
        self.stories = Stories::restored(&bodies, Index::restored(passages, rows(lists).collect::<Result<_, _>>()?));
        Ok(())
    }

    fn row(&self, id: ArticleId) -> ArticleRow<'_> {
        let number = id.0 as usize;
        let (body, story) = self.stories.of(id);
        ArticleRow {
            content: self.content(id),
            keys: self.keys.row(number),
            names: Cow::Borrowed(&self.names[number]),
            quotes: Cow::Borrowed(self.quoted.of(id)),
            body,
            story,
        }
    }
}

impl Writing {
    /// Goes on for at least so many bytes, if there are as many; true when all is written. The store must not get more articles meanwhile.
    pub fn go_on(&mut self, store: &Store, bytes: usize) -> bool {
        let mut written = 0;
        while written < bytes && self.part < PARTS {
            written += self.step(store);
        }
        self.part == PARTS
    }

    /// What was written, once [`Writing::go_on`] says that it is complete.
    pub fn tables(self) -> Tables {
        self.tables
    }

    /// Writes a row, and tells how many bytes that were; one at least.
    fn step(&mut self, store: &Store) -> usize {
        let (row, index) = (self.row, store.stories.index());
        let Some(out) = self.tables.0.get_mut(self.part) else { return 1 };
        let before = out.len();
        let rows = match self.part {
            0 => write(out, row, store.len(), |row| store.row(ArticleId(row as u32))),
            1 => write(out, row, store.entities.len(), |row| store.entities.as_found(EntityId(row as u32))),
            2 => write(out, row, store.keys.sources().texts().len(), |row| &store.keys.sources().texts()[row]),
            3 => write(out, row, store.keys.bylines().texts().len(), |row| &store.keys.bylines().texts()[row]),
            4 => write(out, row, TABLES, |row| index.table(row)),
            _ => write(out, row, index.lists().len(), |row| &index.lists()[row]),
        };
        let written = out.len() - before;
        (self.part, self.row) = if row + 1 < rows { (self.part, row + 1) } else { (self.part + 1, 0) };
        written.max(1)
    }
}

/// Writes a row of a table that has `rows`, unless there is none, and gives back how many.
fn write<T: Serialize>(out: &mut Vec<u8>, row: usize, rows: usize, of: impl FnOnce(usize) -> T) -> usize {
    if row < rows {
        // Into memory, and of types that postcard knows, this cannot fail.
        let _ = postcard::to_io(&of(row), out);
    }
    rows
}

/// All rows of a table.
fn rows<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> impl Iterator<Item = Result<T, NotTables>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let row = postcard::take_from_bytes(rest);
        rest = row.as_ref().map_or(&[], |(_, after)| after);
        Some(row.map(|(row, _)| row).map_err(|_| NotTables))
    })
}
