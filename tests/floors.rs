//! The architecture, checked: a file imports from its own floor and those below, only the terminal's side knows the terminal's
//! libraries, files stay short, and names are imported one by one.

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A folder of `src/` that is not named here has no place in the building.
const FLOORS: [&str; 11] = ["text", "model", "extract", "store", "ingest", "saved", "measure", "app", "ui", "tui", "cli"];
/// Above all floors.
const ROOF: [&str; 2] = ["main.rs", "lib.rs"];
/// Those that may name the terminal's libraries: prefixes of paths under `src/`.
const TERMINAL_SIDE: [&str; 6] = ["ui/", "tui/", "app/key.rs", "app/keymap.rs", "app/layout.rs", "cli/"];
const TERMINAL_LIBRARIES: [&str; 2] = ["ratatui", "crossterm"];
const LONGEST_FILE: usize = 400;

#[test]
fn the_house_stands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&root);
    assert!(files.len() > FLOORS.len(), "{} holds only {} files: was it read?", root.display(), files.len());
    let found: Vec<String> = files.iter().flat_map(|file| complaints(&below(&root, file), &read(file))).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.expect("a folder that can be listed").path()) {
        match path.extension() {
            _ if path.is_dir() => files.extend(rust_files(&path)),
            Some(extension) if extension == "rs" => files.push(path),
            _ => {}
        }
    }
    files.sort();
    files
}

fn below(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).expect("a file under src").to_string_lossy().replace('\\', "/")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Everything wrong with one file; `path` is counted from `src/`.
fn complaints(path: &str, text: &str) -> Vec<String> {
    let code = code(path, text);
    let found = [too_long(text), homeless(path), climbing(path, &code), knows_terminal(path, &code), globs(&code)];
    found.into_iter().flatten().map(|complaint| format!("src/{path}: {complaint}")).collect()
}

/// The text without comments and tests.
fn code(path: &str, text: &str) -> String {
    if path.ends_with("tests.rs") || path.contains("tests/") {
        return String::new();
    }
    let program = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    program.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn too_long(text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if lines > LONGEST_FILE { vec![format!("{lines} lines are more than {LONGEST_FILE}")] } else { Vec::new() }
}

fn homeless(path: &str) -> Vec<String> {
    if ROOF.contains(&path) || floor(module(path)).is_some() { Vec::new() } else { vec!["it stands on no floor".into()] }
}

fn climbing(path: &str, code: &str) -> Vec<String> {
    let Some(own) = floor(module(path)) else { return Vec::new() };
    let higher = imported(code).into_iter().filter(|name| floor(name).is_some_and(|other| other > own));
    higher.map(|name| format!("it imports from `{name}`, a higher floor")).collect()
}

fn knows_terminal(path: &str, code: &str) -> Vec<String> {
    let allowed = TERMINAL_SIDE.iter().any(|place| path.starts_with(place));
    let named = TERMINAL_LIBRARIES.iter().filter(|library| !allowed && words(code).any(|word| word == **library));
    named.map(|library| format!("it names `{library}`; only the terminal's side may")).collect()
}

fn globs(code: &str) -> Vec<String> {
    let imports = code.split(';').map(str::trim).filter_map(|statement| statement.rsplit_once("use ").map(|(_, path)| path));
    imports.filter(|path| path.contains("::*") || path.contains("*,")).map(|path| format!("`use {path}` imports everything")).collect()
}

/// The first folder of a path, or the module a file at the top makes.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| *floor == name)
}

/// The modules named after `crate::`, in an import or in the middle of code: one, or each in braces.
fn imported(code: &str) -> Vec<String> {
    let heads = |paths: &str| paths.split(',').filter_map(|path| words(path).next()).map(String::from).collect::<Vec<_>>();
    let after = code.split("crate::").skip(1);
    let paths = after.map(|rest| rest.strip_prefix('{').map_or_else(|| words(rest).take(1).collect(), outermost));
    paths.flat_map(|paths| heads(&paths)).collect()
}

/// A list such as `a, b::{c, d}, e}` up to its end, without what stands in inner braces.
fn outermost(list: &str) -> String {
    let (mut depth, mut kept) = (1, String::new());
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            _ if depth == 1 => kept.push(c),
            _ => {}
        }
    }
    kept
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

#[test]
fn the_checker_finds_what_it_is_for() {
    let long = "\n".repeat(401);
    let cases = [
        ("text/fold.rs", "use crate::model::Article;", "src/text/fold.rs: it imports from `model`, a higher floor"),
        (
            "store/mod.rs",
            "use crate::{\n  model::{Article, Kind},\n  ui::view,\n};",
            "src/store/mod.rs: it imports from `ui`, a higher floor",
        ),
        ("app/state.rs", "fn f() { crate::tui::explore() }", "src/app/state.rs: it imports from `tui`, a higher floor"),
        ("tui/run.rs", "use crate::cli::Args;", "src/tui/run.rs: it imports from `cli`, a higher floor"),
        ("app/state.rs", "use ratatui::Frame;", "src/app/state.rs: it names `ratatui`; only the terminal's side may"),
        ("ingest/mod.rs", "let s = crossterm::terminal::size();", "src/ingest/mod.rs: it names `crossterm`; only the terminal's side may"),
        ("model/mod.rs", "pub use super::text::*;", "src/model/mod.rs: `use super::text::*` imports everything"),
        ("model/mod.rs", "use a::{b::*, c};", "src/model/mod.rs: `use a::{b::*, c}` imports everything"),
        ("utils/mod.rs", "", "src/utils/mod.rs: it stands on no floor"),
        ("model/mod.rs", &long, "src/model/mod.rs: 401 lines are more than 400"),
    ];
    for (path, text, expected) in cases {
        assert_eq!(complaints(path, text), [expected], "{path}: {text}");
    }
}

#[test]
fn the_checker_lets_good_files_be() {
    let cases = [
        ("main.rs", "use dateline::cli;"),
        ("cli/explore.rs", "use crate::{app::App, tui};\nuse crate::store::Store;"),
        ("model/article.rs", "/// Drawn by [`crate::ui::view`].\nuse crate::text::Span; // not crate::store"),
        ("text/fold.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use super::*;\n    use crate::model::Article;\n}"),
        ("app/key.rs", "use crossterm::event::KeyEvent;"),
        ("app/tests.rs", "use super::*;\nuse ratatui::Frame;"),
        ("text/cells.rs", "const TWO: i32 = 1 * 2; let x = a::b * c;"),
    ];
    for (path, text) in cases {
        assert_eq!(complaints(path, text), [""; 0], "{path}: {text}");
    }
}
