//! The notebook's tables, how an older notebook becomes one of today, and what is no notebook at all.

use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use std::io;
use std::path::{Path, PathBuf};

/// `dtln`: says in the file's header whose it is.
const APPLICATION: i64 = 0x6474_6c6e;

/// Each brings a notebook from the version of its place to the next. Never change one that was released: add one.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE article (
        id TEXT PRIMARY KEY CHECK (length(id) = 16 AND id NOT GLOB '*[^0-9a-f]*'),
        read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
        starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tag (
        article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (article, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE note (
        article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end BETWEEN start AND 4294967295),
        text TEXT NOT NULL,
        PRIMARY KEY (article, start, end)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE watched (
        number INTEGER PRIMARY KEY,
        word TEXT NOT NULL UNIQUE
    ) STRICT;
"];

/// Why there is no notebook, or why it could not be read or written. What is on disk is as it was.
#[derive(Debug, thiserror::Error)]
pub enum NotebookError {
    #[error("{}: {source}", path.display())]
    Folder { path: PathBuf, source: io::Error },
    #[error("{}: this file is not a notebook (not an SQLite database); it was left as it is", path.display())]
    NoDatabase { path: PathBuf },
    #[error("{}: this database belongs to another program; it was left as it is", path.display())]
    Foreign { path: PathBuf },
    #[error("{}: a later version of dateline wrote this notebook (schema {version}, known up to {known}); it was left as it is", path.display())]
    Newer { path: PathBuf, version: i64, known: usize },
    #[error("{}: {source}", path.display())]
    Sqlite { path: PathBuf, source: rusqlite::Error },
}

/// What SQLite says, with the path it says it of.
pub(super) fn told(path: &Path) -> impl Fn(rusqlite::Error) -> NotebookError {
    move |source| match source.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => NotebookError::NoDatabase { path: path.to_path_buf() },
        _ => NotebookError::Sqlite { path: path.to_path_buf(), source },
    }
}

/// Makes the database one of today. Nothing is written before it is known to be ours, and nothing at all if it is of today.
pub(super) fn bring_up(connection: &mut Connection, path: &Path) -> Result<(), NotebookError> {
    if version(connection, path)? == MIGRATIONS.len() {
        return Ok(());
    }
    let told = told(path);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&told)?;
    // Another copy of the program may have been faster.
    let version = version(&transaction, path)?;
    MIGRATIONS[version..].iter().try_for_each(|migration| transaction.execute_batch(migration)).map_err(&told)?;
    transaction.pragma_update(None, "application_id", APPLICATION).map_err(&told)?;
    transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64).map_err(&told)?;
    transaction.commit().map_err(&told)
}

/// How many migrations a notebook has behind it: none if the database is empty.
fn version(connection: &Connection, path: &Path) -> Result<usize, NotebookError> {
    // One statement, so that all three are of one moment: another copy may be making the tables.
    let sql = "SELECT count(*), (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version)
               FROM sqlite_schema";
    let read = connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    let (tables, application, version): (i64, i64, i64) = read.map_err(told(path))?;
    let known = usize::try_from(version).ok().filter(|&version| version <= MIGRATIONS.len());
    match known {
        _ if application != APPLICATION && (tables, application, version) != (0, 0, 0) => {
            Err(NotebookError::Foreign { path: path.to_path_buf() })
        }
        Some(version) => Ok(version),
        None => Err(NotebookError::Newer { path: path.to_path_buf(), version, known: MIGRATIONS.len() }),
    }
}
