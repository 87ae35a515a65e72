//! A corpus that was read once, in one file: the articles as records, the store's tables, and which files they came from.
//!
//! | part | holds |
//! |---|---|
//! | head | [`MAGIC`] |
//! | chunks | records of articles, each with a checksum of its own |
//! | tables | the store's columns ([`Tables`]) |
//! | directory | what there is and where, in postcard ([`Directory`]) |
//! | foot | where the directory begins, its length, its checksum, [`MAGIC`]: 32 bytes |
//!
//! It is written under another name and takes its own when it is complete, so that there is none or a whole one. It is not flushed
//! to the disk: should the machine stop, checksums tell, and the corpus is read anew. Nothing is in it that is not in the files.

use super::Failure;
use super::stamp::Seen;
use crate::store::{Chunk, PARTS, Shelf, Tables};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64;

/// The last figure is the version of the format.
const MAGIC: [u8; 8] = *b"dateln\0\x01";
const FOOT: usize = 32;
/// What the names of archives begin with that are being written.
const DRAFT: &str = ".draft-";
/// A file that was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Source {
    pub seen: Seen,
    /// How many articles it gave.
    pub articles: u32,
    /// What of it could not be read.
    pub failures: Vec<Failure>,
}

/// What an archive was made by and of: one that was made otherwise is of no use.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Edition {
    /// Of the program: a new one may read otherwise.
    program: u64,
    /// Of the names the program was given.
    names: u64,
}

impl Edition {
    /// Of this very program, known by the size and time of its file, with a gazetteer of this fingerprint.
    pub fn here(names: u64) -> io::Result<Self> {
        let program = fs::metadata(std::env::current_exe()?)?;
        let modified = program.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let told = format!("{} {} {modified}", env!("CARGO_PKG_VERSION"), program.len());
        Ok(Self { program: xxh3_64(told.as_bytes()), names })
    }
}

/// What there is in an archive, and where.
#[derive(Debug, Serialize, Deserialize)]
struct Directory {
    edition: Edition,
    sources: Vec<Source>,
    /// Bytes of each record, in store order.
    records: Vec<u32>,
    /// How many records each chunk has.
    chunks: Vec<u32>,
    parts: [Part; PARTS],
}

/// Where a table lies.
#[derive(Copy, Clone, Debug, Default, Serialize, Deserialize)]
struct Part {
    at: u64,
    length: u64,
    checksum: u64,
}

/// Why an archive is not used.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unusable {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("it was cut or changed")]
    Damaged,
    #[error("it was made by another edition of the program")]
    OtherEdition,
}

/// A whole archive.
pub(super) struct Archive {
    file: Arc<File>,
    directory: Directory,
}

impl Archive {
    /// Opens the archive at `path` and reads its directory.
    pub fn open(path: &Path, edition: &Edition) -> Result<Self, Unusable> {
        let file = File::open(path)?;
        let directory: Directory = directory(&file)?;
        let is_ours = directory.edition == *edition;
        if is_ours { Ok(Self { file: file.into(), directory }) } else { Err(Unusable::OtherEdition) }
    }

    /// The files it was read from, in their order.
    pub fn sources(&self) -> &[Source] {
        &self.directory.sources
    }

    /// Its articles, where they lie.
    pub fn shelf(&self) -> Shelf {
        let mut shelf = Shelf::default();
        let (mut at, mut records) = (MAGIC.len() as u64, self.directory.records.iter().copied());
        for count in &self.directory.chunks {
            let lengths: Vec<u32> = records.by_ref().take(*count as usize).collect();
            let length = lengths.iter().sum();
            shelf.push(Chunk::Filed { file: self.file.clone(), at, length }, lengths);
            at += u64::from(length);
        }
        shelf
    }

    /// The columns of its store.
    pub fn tables(&self) -> Result<Tables, Unusable> {
        let mut tables = Tables::default();
        for (table, part) in tables.0.iter_mut().zip(&self.directory.parts) {
            *table = checked(&self.file, part)?;
        }
        Ok(tables)
    }
}

fn directory(file: &File) -> Result<Directory, Unusable> {
    let mut foot = [0; FOOT];
    let end = file.metadata()?.len().checked_sub(FOOT as u64).ok_or(Unusable::Damaged)?;
    file.read_exact_at(&mut foot, end)?;
    let number = |at: usize| foot[at..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let part = Part { at: number(0), length: number(8), checksum: number(16) };
    if foot[24..] != MAGIC || part.at.checked_add(part.length) != Some(end) {
        return Err(Unusable::Damaged);
    }
    postcard::from_bytes(&checked(file, &part)?).map_err(|_| Unusable::Damaged)
}

fn checked(file: &File, part: &Part) -> Result<Vec<u8>, Unusable> {
    let mut bytes = vec![0; usize::try_from(part.length).map_err(|_| Unusable::Damaged)?];
    file.read_exact_at(&mut bytes, part.at)?;
    if xxh3_64(&bytes) == part.checksum { Ok(bytes) } else { Err(Unusable::Damaged) }
}

/// An archive that is being written.
pub(super) struct Draft {
    file: NamedTempFile,
    /// The same file, for those who read what is written so far.
    shared: Arc<File>,
    /// Bytes written.
    at: u64,
    directory: Directory,
    /// The name it takes when it is complete.
    path: PathBuf,
}

impl Draft {
    /// Begins an archive that will lie at `path`; its folder is made.
    pub fn begin(path: &Path, edition: Edition) -> io::Result<Self> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        clear_away(folder);
        let mut file = NamedTempFile::with_prefix_in(DRAFT, folder)?;
        file.as_file().lock()?;
        file.write_all(&MAGIC)?;
        let shared = Arc::new(file.reopen()?);
        let parts = Default::default();
        let directory = Directory { edition, sources: Vec::new(), records: Vec::new(), chunks: Vec::new(), parts };
        Ok(Self { file, shared, at: MAGIC.len() as u64, directory, path: path.into() })
    }

    /// Writes some records of these lengths, and tells where they lie.
    pub fn push(&mut self, records: &[u8], lengths: &[u32]) -> io::Result<Chunk> {
        let at = self.write(records)?.at;
        self.directory.records.extend(lengths);
        self.directory.chunks.push(lengths.len() as u32);
        Ok(Chunk::Filed { file: self.shared.clone(), at, length: records.len() as u32 })
    }

    /// Completes it: from now on the corpus is opened by it.
    pub fn finish(mut self, sources: Vec<Source>, tables: &Tables) -> io::Result<()> {
        self.directory.sources = sources;
        for (number, table) in tables.0.iter().enumerate() {
            self.directory.parts[number] = self.write(table)?;
        }
        // Into memory, and of types that postcard knows, this cannot fail; an empty directory is none.
        let directory = postcard::to_stdvec(&self.directory).unwrap_or_default();
        let Part { at, length, checksum } = self.write(&directory)?;
        let foot = [at, length, checksum].map(u64::to_le_bytes).concat();
        self.file.write_all(&[&foot[..], &MAGIC].concat())?;
        self.file.persist(&self.path)?;
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<Part> {
        self.file.write_all(bytes)?;
        let part = Part { at: self.at, length: bytes.len() as u64, checksum: xxh3_64(bytes) };
        self.at += part.length;
        Ok(part)
    }
}

/// Deletes drafts whose writers were killed: those that are being written are locked.
fn clear_away(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let drafts = files.filter(|file| file.file_name().to_string_lossy().starts_with(DRAFT)).map(|file| file.path());
    let left = drafts.filter(|draft| File::open(draft).is_ok_and(|draft| draft.try_lock().is_ok()));
    left.for_each(|draft| drop(fs::remove_file(draft)));
}
