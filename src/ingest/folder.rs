//! The files under a folder, in the order of their names. Of an entry only what the folder itself says is asked (its name, whether it is
//! a folder), and of many entries only the next ones are sorted: the first files of a hundred thousand are there almost at once.

use super::Failure;
use std::ffi::OsString;
use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

/// So many entries are sorted at first, then as many as before.
const FIRST: usize = 256;

/// A walk through a folder and those in it. Hidden entries are passed over, links to folders are not followed.
pub(super) struct Files {
    /// From the outermost to that at work.
    folders: Vec<Listing>,
    /// Told before what comes next.
    failures: Vec<Failure>,
}

struct Listing {
    path: PathBuf,
    /// Those to come; the last ones in order, the next one last.
    entries: Vec<Entry>,
    sorted: usize,
    taken: usize,
}

struct Entry {
    name: OsString,
    kind: FileType,
}

impl Files {
    pub fn under(folder: &Path) -> Self {
        let mut files = Self { folders: Vec::new(), failures: Vec::new() };
        files.open(folder.to_path_buf());
        files
    }

    fn open(&mut self, path: PathBuf) {
        let failed = |error: io::Error| Failure { path: path.display().to_string().into(), reason: error.to_string().into() };
        let entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) => return self.failures.push(failed(error)),
        };
        let mut listing = Listing { path: path.clone(), entries: Vec::new(), sorted: 0, taken: 0 };
        for entry in entries {
            match entry.and_then(|entry| visible(&entry)) {
                Ok(entry) => listing.entries.extend(entry),
                Err(error) => self.failures.push(failed(error)),
            }
        }
        self.folders.push(listing);
    }
}

impl Iterator for Files {
    type Item = Result<PathBuf, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(failure) = self.failures.pop() {
                return Some(Err(failure));
            }
            let folder = self.folders.last_mut()?;
            let Some(entry) = folder.next() else {
                self.folders.pop();
                continue;
            };
            let path = folder.path.join(&entry.name);
            match entry.kind {
                kind if kind.is_dir() => self.open(path),
                kind if kind.is_file() || path.is_file() => return Some(Ok(path)),
                _ => {}
            }
        }
    }
}

/// Nothing for what is hidden.
fn visible(entry: &DirEntry) -> io::Result<Option<Entry>> {
    let name = entry.file_name();
    let is_hidden = name.as_encoded_bytes().starts_with(b".");
    if is_hidden { Ok(None) } else { Ok(Some(Entry { kind: entry.file_type()?, name })) }
}

impl Listing {
    fn next(&mut self) -> Option<Entry> {
        if self.sorted == 0 {
            self.sort();
        }
        let entry = self.entries.pop()?;
        self.sorted -= 1;
        self.taken += 1;
        Some(entry)
    }

    /// Sorts the next ones.
    fn sort(&mut self) {
        let last_first = |one: &Entry, other: &Entry| other.name.cmp(&one.name);
        self.sorted = self.entries.len().min(self.taken.max(FIRST));
        let rest = self.entries.len() - self.sorted;
        if rest > 0 {
            self.entries.select_nth_unstable_by(rest, last_first);
        }
        self.entries[rest..].sort_unstable_by(last_first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn found(folder: &TempDir) -> Vec<String> {
        let below = |path: &Path| path.strip_prefix(folder.path()).expect("under it").display().to_string();
        let told = |found: Result<PathBuf, Failure>| match found {
            Ok(path) => below(&path),
            Err(failure) => format!("{}: failed", below(Path::new(&*failure.path))),
        };
        Files::under(folder.path()).map(told).collect()
    }

    #[test]
    fn files_and_folders_come_by_name_and_hidden_ones_not_at_all() {
        let folder = TempDir::new().expect("a folder");
        for file in ["b/2", "b/10", "b/.x", "a", "b.txt", "c/d/e", ".git/x"] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, "").expect("a file");
        }
        assert_eq!(found(&folder), ["a", "b/10", "b/2", "b.txt", "c/d/e"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_to_files_are_files_and_others_are_nothing() {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir(folder.path().join("c")).expect("a folder");
        fs::write(folder.path().join("c/d"), "").expect("a file");
        for (name, to) in [("a", "c/d"), ("b", "c"), ("e", "nowhere")] {
            std::os::unix::fs::symlink(to, folder.path().join(name)).expect("a link");
        }
        assert_eq!(found(&folder), ["a", "c/d"]);
    }

    #[test]
    fn of_many_files_all_come_in_order() {
        let folder = TempDir::new().expect("a folder");
        let mut names: Vec<String> = (0..3000).map(|number| format!("{}", number * 7919 % 3000)).collect();
        names.iter().for_each(|name| fs::write(folder.path().join(name), "").expect("a file"));
        names.sort();
        assert_eq!(found(&folder), names);
    }

    #[test]
    fn what_is_no_folder_is_told() {
        let folder = TempDir::new().expect("a folder");
        let failures: Vec<_> = Files::under(&folder.path().join("nowhere")).filter_map(Result::err).collect();
        assert!(matches!(&failures[..], [failure] if failure.path.ends_with("nowhere")), "{failures:?}");
    }
}
