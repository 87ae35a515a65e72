//! What the program makes of the sample corpus, kept whole: the export, and the picture in the README. When a change of them is
//! meant, `DATELINE_BLESS=1 cargo test --test golden` writes them anew, and the diff shows what the change did.

use std::path::Path;
use std::process::Command;

fn agrees(file: &str, arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("XDG_DATA_HOME", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("DATELINE_BLESS").is_some() {
        std::fs::write(&path, &output.stdout).expect("the file can be written");
    }
    let (made, kept) = (String::from_utf8(output.stdout).expect("UTF-8"), std::fs::read_to_string(&path).expect("the file is kept"));
    let differs = made.lines().zip(kept.lines()).position(|(made, kept)| made != kept);
    assert!(made == kept, "{file} is not what the program makes any more (line {:?}); see the head of this test", differs.map(|at| at + 1));
}

#[test]
fn the_export_of_the_sample_corpus() {
    agrees("tests/golden/sample.jsonl", &["export"]);
}

#[test]
fn the_pictures_in_the_readme() {
    let pictures = [
        ("screen", "/qam<enter>jj<enter>"),
        ("page", "/group:pmu<enter>ne"),
        ("quotes", "Q"),
        ("timeline", "/group:pmu<enter>nt"),
        ("map", "m"),
        ("versions", "ggjjjjjjd"),
    ];
    for (name, keys) in pictures {
        agrees(&format!("assets/picture/{name}.svg"), &["--screenshot", "124x34", "--keys", keys]);
    }
}
