//! Files are written whole, by one copy of the program after another.

use super::folder;
use dateline::saved::file;
use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

#[test]
fn files_are_made_kept_and_replaced() {
    let path = folder("files").join("new/folders/names.toml");
    assert!(!file::edit(&path, |text| text.parse().ok().filter(|text: &String| !text.is_empty())).expect("nothing to write"));
    assert!(!path.exists());
    assert!(file::edit(&path, |text| Some(format!("{text}a"))).expect("written"));
    assert!(file::edit(&path, |text| Some(format!("{text}b"))).expect("written"));
    assert_eq!(file::read(&path).expect("read"), "ab");
    assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("listed").count(), 1, "no temporary file is left");
}

#[test]
fn a_file_that_is_not_utf8_is_left_alone() {
    let path = folder("bytes").join("names.toml");
    fs::write(&path, b"# caf\xe9").expect("written");
    let error = file::edit(&path, |_| Some("new".into())).expect_err("not UTF-8").to_string();
    assert_eq!(error, format!("{}: byte 5 is not UTF-8; the file was left as it is", path.display()));
    assert_eq!(fs::read(&path).expect("read"), b"# caf\xe9");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("link");
    let (real, link) = (folder.join("dotfiles/names.toml"), folder.join("names.toml"));
    file::write(&real, "a").expect("written");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("set");
    symlink(&real, &link).expect("a link");
    file::write(&link, "b").expect("written");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::read_to_string(&real).expect("read"), "b");
    assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o640);
}

#[cfg(target_os = "linux")]
#[test]
fn edits_at_once_are_all_kept() {
    use dateline::model::{Change, Correction, Kind};
    use dateline::saved::corrections;
    use std::collections::BTreeSet;
    let path = folder("edits").join("names.toml");
    let correction = |number: usize| Correction { kind: Kind::Group, name: format!("Guard {number}").into(), change: Change::NotAName };
    thread::scope(|scope| {
        for first in [0, 20, 40, 60] {
            let path = &path;
            let add = move |number| file::edit(path, |text| Some(corrections::append(text, &correction(number))));
            scope.spawn(move || (first..first + 20).for_each(|number| assert!(add(number).expect("written"))));
        }
    });
    let (read, problems) = corrections::read(&file::read(&path).expect("read"));
    assert_eq!(problems, []);
    let names: BTreeSet<Box<str>> = read.into_iter().map(|correction| correction.name).collect();
    assert_eq!(names, (0..80).map(|number| correction(number).name).collect());
}

#[test]
fn whoever_reads_while_a_file_is_written_sees_one_text_whole() {
    let path = folder("whole").join("names.toml");
    let texts = ["a".repeat(300_000), "b".repeat(200_000)];
    file::write(&path, &texts[0]).expect("written");
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            (0..60).for_each(|turn| file::write(&path, &texts[turn % 2]).expect("written"));
            done.store(true, Ordering::Release);
        });
        while !done.load(Ordering::Acquire) {
            let text = fs::read_to_string(&path).expect("there at every moment");
            assert!(texts.contains(&text), "{} bytes", text.len());
        }
    });
}
