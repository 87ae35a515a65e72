//! What cannot be a notebook is told and stays as it is.

use super::folder;
use super::notebook::{marks, notebook, write};
use dateline::model::{ContentId, Marks};
use dateline::saved::{Changed, Notebook, file};
use dateline::text::Span;
use std::fs;
use std::path::Path;

/// What opening says, without the path; the file and its folder are as before.
fn refusal(path: &Path) -> String {
    let folder = path.parent().expect("a folder");
    let before = fs::read(path).ok();
    let error = Notebook::open(path).err().expect("refused").to_string();
    assert_eq!(fs::read(path).ok(), before);
    if folder.is_dir() {
        assert_eq!(fs::read_dir(folder).expect("listed").count(), 1, "nothing lies beside the file");
    }
    error.strip_prefix(&format!("{}: ", path.display())).expect("the path in front").to_string()
}

#[test]
fn what_is_no_notebook_is_told_and_left_alone() {
    let path = folder("broken").join("notebook.db");
    for text in ["hello".to_string(), "Öberwend ".repeat(1000), format!("SQLite format 3\0{}", "\u{1}".repeat(5000))] {
        fs::write(&path, text).expect("written");
        assert_eq!(refusal(&path), "this file is not a notebook (not an SQLite database); it was left as it is");
    }
    fs::remove_file(&path).expect("removed");
    let other = rusqlite::Connection::open(&path).expect("a database");
    other.execute_batch("CREATE TABLE recipes (name TEXT)").expect("a table");
    assert_eq!(refusal(&path), "this database belongs to another program; it was left as it is");
}

#[test]
fn a_notebook_of_a_later_version_is_left_alone() {
    let path = folder("later").join("notebook.db");
    write(&mut notebook(&path), &Marks::default(), |marks| marks.starred = true);
    let later = rusqlite::Connection::open(&path).expect("a database");
    later.pragma_update(None, "journal_mode", "DELETE").expect("one file");
    later.pragma_update(None, "user_version", 7).expect("a later version");
    drop(later);
    let told = "a later version of dateline wrote this notebook (schema 7, known up to 1); it was left as it is";
    assert_eq!(refusal(&path), told);
}

#[test]
fn a_broken_page_is_told_with_its_path() {
    let path = folder("page").join("notebook.db");
    let mut book = notebook(&path);
    for number in 0..2000 {
        let changed = Changed {
            article: ContentId::of(&number.to_string()),
            before: Marks::default(),
            after: marks(|marks| marks.set_note(Span::new(0, 1), "a note that takes room")),
        };
        book.write(&[changed]).expect("written");
    }
    drop(book);
    let mut bytes = fs::read(&path).expect("one file");
    assert!(bytes.len() > 3 * 4096);
    bytes[4096..].fill(0xAA);
    fs::write(&path, bytes).expect("broken");
    let error = Notebook::open(&path).and_then(|notebook| notebook.all()).expect_err("broken");
    assert!(error.to_string().starts_with(&format!("{}: ", path.display())), "{error}");
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let taken = folder("taken").join("file");
    fs::write(&taken, "a file").expect("written");
    let path = taken.join("notebook.db");
    assert!(!refusal(&path).is_empty());
    let error = file::edit(&path, |_| Some("text".into())).expect_err("no folder").to_string();
    assert!(error.starts_with(&format!("{}: ", path.display())), "{error}");
    assert_eq!(fs::read_to_string(&taken).expect("read"), "a file");
}
