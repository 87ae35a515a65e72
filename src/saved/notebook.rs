//! The notebook: what readers left on articles, and the words they watch, in an SQLite database.
//!
//! Articles go by their content id, so a moved file keeps its marks. Only the fields that changed are written, so that two
//! running copies of the program do not undo each other's work.

use super::schema::{NotebookError, bring_up, told};
use crate::model::{ContentId, Marks, Note};
use crate::text::Span;
use rusqlite::types::Type;
use rusqlite::{Connection, Error, Row, Transaction, TransactionBehavior};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a copy of the program waits while another writes.
const PATIENCE: Duration = Duration::from_secs(2);

/// An open notebook.
pub struct Notebook {
    connection: Connection,
    path: PathBuf,
    /// SQLite's number of what other connections wrote, when last asked.
    seen: i64,
}

/// What a reader did to one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub article: ContentId,
    pub before: Marks,
    pub after: Marks,
}

impl Notebook {
    /// Opens the notebook at `path`, making it and its folders if they are not there.
    ///
    /// # Errors
    /// What is not a notebook, or one of a later version, is told and stays as it is.
    pub fn open(path: &Path) -> Result<Self, NotebookError> {
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        folder.map_err(|source| NotebookError::Folder { path: path.to_path_buf(), source })?;
        Self::with(Connection::open(path).map_err(told(path))?, path)
    }

    /// A notebook that is gone with the session.
    pub fn in_memory() -> Result<Self, NotebookError> {
        let path = Path::new("notebook in memory");
        Self::with(Connection::open_in_memory().map_err(told(path))?, path)
    }

    fn with(mut connection: Connection, path: &Path) -> Result<Self, NotebookError> {
        connection.busy_timeout(PATIENCE).map_err(told(path))?;
        bring_up(&mut connection, path)?;
        connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL").map_err(told(path))?;
        // Readers and a writer side by side; where the file system cannot do that, or another copy holds the file just now, the
        // notebook works without.
        let _ = connection.pragma_update(None, "journal_mode", "WAL");
        let mut notebook = Self { connection, path: path.to_path_buf(), seen: 0 };
        notebook.seen = notebook.version().map_err(told(path))?;
        Ok(notebook)
    }

    /// All that is marked.
    pub fn all(&self) -> Result<HashMap<ContentId, Marks>, NotebookError> {
        self.read_all().map_err(told(&self.path))
    }

    fn read_all(&self) -> rusqlite::Result<HashMap<ContentId, Marks>> {
        // One transaction, so that all is of one moment.
        let reading = self.connection.unchecked_transaction()?;
        let mut all: HashMap<ContentId, Marks> = HashMap::new();
        each(&reading, "SELECT id, read, starred FROM article", |row| {
            all.insert(article(row)?, Marks { read: row.get(1)?, starred: row.get(2)?, ..Marks::default() });
            Ok(())
        })?;
        each(&reading, "SELECT article, tag FROM tag ORDER BY article, tag", |row| {
            all.entry(article(row)?).or_default().tags.push(row.get(1)?);
            Ok(())
        })?;
        each(&reading, "SELECT article, start, end, text FROM note ORDER BY article, start, end", |row| {
            let span = Span { start: row.get(1)?, end: row.get(2)? };
            all.entry(article(row)?).or_default().notes.push(Note { span, text: row.get(3)? });
            Ok(())
        })?;
        all.retain(|_, marks| !marks.is_empty());
        Ok(all)
    }

    /// Writes what differs between before and after, field by field; all of it or, after an error, nothing.
    pub fn write(&mut self, changes: &[Changed]) -> Result<(), NotebookError> {
        let changes: Vec<&Changed> = changes.iter().filter(|changed| changed.before != changed.after).collect();
        if changes.is_empty() {
            return Ok(());
        }
        self.write_all(&changes).map_err(told(&self.path))
    }

    fn write_all(&mut self, changes: &[&Changed]) -> rusqlite::Result<()> {
        let writing = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        write_articles(&writing, changes)?;
        write_flag(&writing, "UPDATE article SET read = ?2 WHERE id = ?1", changes, |marks| marks.read)?;
        write_flag(&writing, "UPDATE article SET starred = ?2 WHERE id = ?1", changes, |marks| marks.starred)?;
        write_tags(&writing, changes)?;
        write_notes(&writing, changes)?;
        writing.commit()
    }

    /// Another copy of the program wrote since this was last asked, or since the notebook was opened. If that cannot be told the
    /// answer is yes: reading again will say why.
    pub fn changed_elsewhere(&mut self) -> bool {
        let now = self.version();
        let changed = now.as_ref().map_or(true, |&now| now != self.seen);
        self.seen = now.unwrap_or(self.seen);
        changed
    }

    fn version(&self) -> rusqlite::Result<i64> {
        self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))
    }

    /// The words to look out for, in the order in which they were added.
    pub fn watched(&self) -> Result<Vec<String>, NotebookError> {
        let mut words = Vec::new();
        let read = each(&self.connection, "SELECT word FROM watched ORDER BY number", |row| {
            words.push(row.get(0)?);
            Ok(())
        });
        read.map(|()| words).map_err(told(&self.path))
    }

    /// Puts a word on the list of words to look out for, or takes it away. A blank one is no word.
    pub fn watch(&mut self, word: &str, on: bool) -> Result<(), NotebookError> {
        let word = word.trim();
        let sql = match on {
            _ if word.is_empty() => return Ok(()),
            true => "INSERT OR IGNORE INTO watched (word) VALUES (?1)",
            false => "DELETE FROM watched WHERE word = ?1",
        };
        self.connection.execute(sql, [word]).map(|_| ()).map_err(told(&self.path))
    }
}

fn each(connection: &Connection, sql: &str, mut see: impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        see(row)?;
    }
    Ok(())
}

/// The content id in a row's first column.
fn article(row: &Row<'_>) -> rusqlite::Result<ContentId> {
    let id: String = row.get(0)?;
    id.parse().map_err(|error| Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// Makes a row for each article that has none.
fn write_articles(writing: &Transaction<'_>, changes: &[&Changed]) -> rusqlite::Result<()> {
    let mut add = writing.prepare("INSERT OR IGNORE INTO article (id) VALUES (?1)")?;
    changes.iter().try_for_each(|changed| add.execute([changed.article.to_string()]).map(|_| ()))
}

fn write_flag(writing: &Transaction<'_>, sql: &str, changes: &[&Changed], flag: impl Fn(&Marks) -> bool) -> rusqlite::Result<()> {
    let mut set = writing.prepare(sql)?;
    for changed in changes.iter().filter(|changed| flag(&changed.before) != flag(&changed.after)) {
        set.execute((changed.article.to_string(), flag(&changed.after)))?;
    }
    Ok(())
}

fn write_tags(writing: &Transaction<'_>, changes: &[&Changed]) -> rusqlite::Result<()> {
    let mut take = writing.prepare("DELETE FROM tag WHERE article = ?1 AND tag = ?2")?;
    let mut add = writing.prepare("INSERT OR IGNORE INTO tag (article, tag) VALUES (?1, ?2)")?;
    for Changed { article, before, after } in changes.iter().filter(|changed| changed.before.tags != changed.after.tags) {
        let id = article.to_string();
        for tag in before.tags.iter().filter(|tag| !after.tags.contains(tag)) {
            take.execute((&id, &**tag))?;
        }
        for tag in after.tags.iter().filter(|tag| !before.tags.contains(tag)) {
            add.execute((&id, &**tag))?;
        }
    }
    Ok(())
}

fn write_notes(writing: &Transaction<'_>, changes: &[&Changed]) -> rusqlite::Result<()> {
    let mut take = writing.prepare("DELETE FROM note WHERE article = ?1 AND start = ?2 AND end = ?3")?;
    let mut set = writing.prepare("INSERT OR REPLACE INTO note (article, start, end, text) VALUES (?1, ?2, ?3, ?4)")?;
    for Changed { article, before, after } in changes.iter().filter(|changed| changed.before.notes != changed.after.notes) {
        let id = article.to_string();
        for Note { span, .. } in before.notes.iter().filter(|note| after.note(note.span).is_none()) {
            take.execute((&id, span.start, span.end))?;
        }
        for Note { span, text } in after.notes.iter().filter(|note| !before.notes.contains(note)) {
            set.execute((&id, span.start, span.end, &**text))?;
        }
    }
    Ok(())
}
