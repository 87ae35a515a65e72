//! What outlives the session, in the real program on a real terminal: marks, corrected names, saved views. Each test has a home of its
//! own. Every wait is for something on the screen, with a deadline.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use termlens::{Key, Result, Terminal};

const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");
/// Long, for a debug build on a busy machine; what is waited for comes at once, or within the second between two looks at a file.
const PATIENCE: Duration = Duration::from_secs(20);

/// An empty home, made anew.
fn home(name: &str) -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("home-{name}"));
    if home.exists() {
        fs::remove_dir_all(&home).expect("the home of an earlier run goes");
    }
    fs::create_dir_all(&home).expect("a home");
    home
}

/// The explorer on its sample corpus, all of it listed.
fn explorer(home: &Path) -> Result<Terminal> {
    let mut terminal = Terminal::builder()
        .size(120, 30)
        .timeout(PATIENCE)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("HOME", home)
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .spawn(DATELINE)?;
    terminal.wait_until(|screen| screen.contains("12 articles"))?;
    Ok(terminal)
}

fn quit(mut terminal: Terminal) -> Result<()> {
    terminal.send(Key::Char('q'))?;
    assert!(terminal.wait_exit()?.success());
    Ok(())
}

fn shows(terminal: &mut Terminal, words: &str) -> Result<()> {
    terminal.wait_until(|screen| screen.contains(words))
}

#[test]
fn two_names_merged_undone_and_done_again_survive_a_restart() -> Result<()> {
    let home = home("merge");
    let names = home.join(".config/dateline/names.toml");
    let mut terminal = explorer(&home)?;
    terminal.send_str("/group:asayish")?;
    shows(&mut terminal, "of 12 articles")?;
    terminal.send(Key::Enter)?;
    terminal.send_str("ne")?;
    shows(&mut terminal, "› Asayish")?;
    terminal.send_str("Empopular")?;
    shows(&mut terminal, "Asayish is the same as")?;
    shows(&mut terminal, "Popular Mobilization Units")?;
    terminal.send(Key::Enter)?;
    shows(&mut terminal, "Asayish is the same as Popular Mobilization Units")?;
    terminal.send_str("u")?;
    shows(&mut terminal, "undone: Asayish is the same as Popular Mobilization Units")?;
    terminal.send(Key::Ctrl('r'))?;
    shows(&mut terminal, "done again: Asayish is the same as Popular Mobilization Units")?;
    quit(terminal)?;
    let text = fs::read_to_string(&names).expect("a names file");
    assert_eq!(text.matches("[[correction]]").count(), 1, "{text}");
    assert!(text.contains("group = \"Asayish\""), "{text}");

    let mut terminal = explorer(&home)?;
    terminal.send_str("/group:asayish")?;
    terminal.send(Key::Enter)?;
    terminal.send_str("ne")?;
    shows(&mut terminal, "› Popular Mobilization Units")?;
    quit(terminal)
}

#[test]
fn a_names_file_edited_by_hand_holds_at_once_and_its_slips_are_named() -> Result<()> {
    let home = home("edited");
    let folder = home.join(".config/dateline");
    fs::create_dir_all(&folder).expect("a folder");
    let mut terminal = explorer(&home)?;
    let file = "# mine\n[[correction]]\ngroup = \"Popular Mobilization Units\"\ncalled = \"The Units\"\n\n[[correction]]\ngruop = \"X\"\n";
    fs::write(folder.join("names.toml"), file).expect("a names file");
    shows(&mut terminal, "The Units")?;
    shows(&mut terminal, "names.toml: line 7, column 1")?;
    quit(terminal)
}

#[test]
fn two_running_copies_keep_each_others_marks() -> Result<()> {
    let home = home("copies");
    let (mut one, mut other) = (explorer(&home)?, explorer(&home)?);
    one.send_str(" ")?;
    shows(&mut one, "★")?;
    shows(&mut other, "★")?;
    other.send_str("Tborder")?;
    other.send(Key::Enter)?;
    shows(&mut one, "#border")?;
    quit(one)?;
    quit(other)?;
    let mut again = explorer(&home)?;
    again.wait_until(|screen| screen.contains("★") && screen.contains("#border"))?;
    quit(again)
}

#[test]
fn saved_views_and_watched_words_are_there_again() -> Result<()> {
    let home = home("views");
    let mut terminal = explorer(&home)?;
    terminal.send_str("/qam")?;
    shows(&mut terminal, "of 12 articles")?;
    terminal.send(Key::Enter)?;
    terminal.send_str("Bthe town")?;
    terminal.send(Key::Enter)?;
    shows(&mut terminal, "view the town saved")?;
    terminal.send_str("Wborder")?;
    terminal.send(Key::Enter)?;
    shows(&mut terminal, "watching for border")?;
    quit(terminal)?;

    let mut terminal = explorer(&home)?;
    terminal.send_str("b")?;
    shows(&mut terminal, "the town  qam")?;
    terminal.send(Key::Enter)?;
    shows(&mut terminal, "of 12 articles")?;
    terminal.send_str("Wborder")?;
    terminal.send(Key::Enter)?;
    shows(&mut terminal, "no longer watching for border")?;
    quit(terminal)
}

#[test]
fn a_notebook_that_is_none_is_named_and_left_alone() -> Result<()> {
    let home = home("broken");
    let folder = home.join(".local/share/dateline");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("notebook.sqlite"), "these are no marks, but somebody's letter\n".repeat(99)).expect("a file");
    let mut terminal = explorer(&home)?;
    terminal.send_str(" ")?;
    shows(&mut terminal, "not kept")?;
    shows(&mut terminal, "★")?;
    quit(terminal)?;
    let text = fs::read_to_string(folder.join("notebook.sqlite")).expect("it is there");
    assert!(text.starts_with("these are no marks"));
    Ok(())
}

#[test]
fn four_keys_are_told_at_the_first_run_alone() -> Result<()> {
    let home = home("first");
    let mut terminal = explorer(&home)?;
    shows(&mut terminal, "new here?  enter reads · / filters · e tells of a name · ? every key")?;
    quit(terminal)?;
    let mut terminal = explorer(&home)?;
    terminal.send_str("j")?;
    assert!(!terminal.screen().contains("new here?"));
    quit(terminal)
}

/// The way of somebody who looks around: list, page of a name, a mention, back, map, filter, quote book, copy.
#[test]
fn every_view_leads_into_the_articles_and_back() -> Result<()> {
    let home = home("walk");
    let mut terminal = explorer(&home)?;
    terminal.send_str("gg")?;
    terminal.send(Key::Tab)?;
    terminal.send(Key::Tab)?;
    terminal.send_str("e")?;
    shows(&mut terminal, "Written as")?;
    terminal.send(Key::Enter)?;
    shows(&mut terminal, "─ Reader ─")?;
    terminal.send(Key::Esc)?;
    shows(&mut terminal, "Written as")?;
    terminal.send(Key::Esc)?;
    // Esc and a letter in one breath would be the letter with alt.
    shows(&mut terminal, "─ Reader ─")?;
    terminal.send_str("m")?;
    shows(&mut terminal, "On the map")?;
    terminal.send(Key::Enter)?;
    terminal.wait_until(|screen| screen.contains("› place:") && screen.contains("of 12 articles"))?;
    terminal.send_str("Q")?;
    shows(&mut terminal, "speakers")?;
    terminal.send_str("y")?;
    terminal.wait_until(|screen| screen.clipboard().and_then(termlens::Clipboard::text).is_some_and(|text| text.starts_with('“')))?;
    terminal.send(Key::Enter)?;
    shows(&mut terminal, "· quote ")?;
    quit(terminal)
}
