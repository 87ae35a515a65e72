//! Marks and watched words, in one copy of the program and in several.

use super::folder;
use dateline::model::{ContentId, Marks, Note};
use dateline::saved::{Changed, Notebook};
use dateline::text::Span;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Barrier;
use std::thread;

pub fn notebook(path: &Path) -> Notebook {
    Notebook::open(path).expect("a notebook")
}

fn ferry() -> ContentId {
    ContentId::of("Ferry runs again at Oberwend")
}

pub fn marks(change: impl FnOnce(&mut Marks)) -> Marks {
    let mut marks = Marks::default();
    change(&mut marks);
    marks
}

/// Writes what `change` makes of `before`.
pub fn write(notebook: &mut Notebook, before: &Marks, change: impl FnOnce(&mut Marks)) -> Marks {
    let mut after = before.clone();
    change(&mut after);
    notebook.write(&[Changed { article: ferry(), before: before.clone(), after: after.clone() }]).expect("written");
    after
}

#[test]
fn a_content_id_is_read_as_it_is_shown() {
    assert_eq!(ferry().to_string().parse(), Ok(ferry()));
    for wrong in ["", "12", "+123456789abcdef", "0123456789abcdeg", "00123456789abcdef", "é123456789abcde"] {
        assert!(wrong.parse::<ContentId>().is_err(), "{wrong}");
    }
}

#[test]
fn tags_and_notes_keep_their_order() {
    let marks = marks(|marks| {
        assert!(marks.toggle_tag(" to \n read ") && marks.toggle_tag("Flood") && !marks.toggle_tag("FLOOD") && !marks.toggle_tag(" "));
        assert!(marks.toggle_tag("flood"));
        for (start, end) in [(9, 12), (0, 5), (9, 10)] {
            marks.set_note(Span::new(start, end), "who?");
        }
        marks.set_note(Span::new(0, 5), "Who says so?");
        marks.set_note(Span::new(9, 10), " ");
    });
    assert_eq!(marks.tags.iter().map(|tag| &**tag).collect::<Vec<_>>(), ["flood", "to read"]);
    let note = |start, end, text: &str| Note { span: Span::new(start, end), text: text.into() };
    assert_eq!(marks.notes, [note(0, 5, "Who says so?"), note(9, 12, "who?")]);
    assert_eq!(marks.notes[1].place("the ferry is late"), Some(Span::new(9, 12)));
    assert_eq!((marks.notes[1].place("the ferry"), marks.notes[1].place("Öberwend, Ö")), (None, None), "no such place, half a letter");
}

#[test]
fn marks_outlive_the_session() {
    let path = folder("outlive").join("new/folders/notebook.db");
    let marked = write(&mut notebook(&path), &Marks::default(), |marks| {
        (marks.read, marks.starred) = (true, true);
        marks.toggle_tag("it's “Wend”");
        marks.set_note(Span::new(4, 9), "line one\nline two");
    });
    assert_eq!(notebook(&path).all().expect("read"), HashMap::from([(ferry(), marked.clone())]));
    write(&mut notebook(&path), &marked, |marks| *marks = Marks::default());
    assert_eq!(notebook(&path).all().expect("read"), HashMap::new());
}

#[test]
fn two_copies_of_the_program_do_not_undo_each_others_work() {
    let path = folder("two").join("notebook.db");
    let (mut one, mut other) = (notebook(&path), notebook(&path));
    let start = write(&mut one, &Marks::default(), |marks| {
        marks.toggle_tag("flood");
        marks.set_note(Span::new(0, 5), "who?");
        marks.set_note(Span::new(6, 9), "when?");
    });
    assert!(other.changed_elsewhere() && !other.changed_elsewhere() && !one.changed_elsewhere());
    // Both begin with what they know, and neither sees what the other does.
    write(&mut one, &start, |marks| {
        marks.starred = true;
        marks.toggle_tag("mill");
        marks.set_note(Span::new(0, 5), "");
    });
    write(&mut other, &start, |marks| {
        marks.read = true;
        marks.toggle_tag("flood");
        marks.toggle_tag("ferry");
        marks.set_note(Span::new(6, 9), "in May");
    });
    let expected = marks(|marks| {
        (marks.read, marks.starred) = (true, true);
        marks.toggle_tag("mill");
        marks.toggle_tag("ferry");
        marks.set_note(Span::new(6, 9), "in May");
    });
    for notebook in [&mut one, &mut other] {
        assert_eq!(notebook.all().expect("read")[&ferry()], expected);
        assert!(notebook.changed_elsewhere());
    }
}

#[test]
fn several_copies_may_open_and_write_a_new_notebook_at_once() {
    let path = folder("at_once").join("notebook.db");
    let start = Barrier::new(8);
    let tag = |number: usize| format!("tag {number}");
    thread::scope(|scope| {
        for number in 0..8 {
            let (path, start) = (&path, &start);
            scope.spawn(move || {
                start.wait();
                write(&mut notebook(path), &Marks::default(), |marks| assert!(marks.toggle_tag(&tag(number))));
            });
        }
    });
    let expected = (0..8).map(|number| tag(number).into()).collect::<Vec<Box<str>>>();
    assert_eq!(notebook(&path).all().expect("read")[&ferry()].tags, expected);
}

#[test]
fn a_write_that_fails_writes_nothing() {
    let mut notebook = Notebook::in_memory().expect("a notebook");
    let good = Changed { article: ferry(), before: Marks::default(), after: marks(|marks| marks.starred = true) };
    let backwards = Note { span: Span { start: 9, end: 3 }, text: "x".into() };
    let bad = Changed { after: marks(|marks| marks.notes.push(backwards)), ..good.clone() };
    let error = notebook.write(&[good.clone(), bad]).expect_err("a span that ends before it starts");
    assert!(error.to_string().starts_with("notebook in memory: CHECK constraint failed"), "{error}");
    assert_eq!(notebook.all().expect("read"), HashMap::new());
    notebook.write(&[good]).expect("written");
    assert!(notebook.all().expect("read")[&ferry()].starred);
}

#[test]
fn watched_words_keep_their_order() {
    let path = folder("watched").join("notebook.db");
    let mut book = notebook(&path);
    for (word, on) in [("Wend", true), (" mill ", true), ("Ida", true), ("mill", true), ("Wend", false), ("  ", true), ("nobody", false)] {
        book.watch(word, on).expect("watched");
    }
    assert_eq!(notebook(&path).watched().expect("read"), ["mill", "Ida"]);
}
