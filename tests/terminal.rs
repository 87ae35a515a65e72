//! The real program in a real terminal: it starts, is used, and leaves the terminal as it found it, whatever ends it.
//! Every wait is for something on the screen, with a deadline.
#![cfg(unix)]

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use termlens::{Key, Result, Screen, Signal, Terminal, TerminalBuilder};

const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");
/// Long, for a debug build on a busy machine; what is waited for comes at once.
const PATIENCE: Duration = Duration::from_secs(20);
const PROMPT: &str = "ready> ";

/// A terminal of 100 columns and 30 rows whose programs see nothing of the developer's own set-up.
fn terminal() -> TerminalBuilder {
    Terminal::builder()
        .size(100, 30)
        .timeout(PATIENCE)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("DATELINE", DATELINE)
        .env("PS1", PROMPT)
}

/// The explorer alone in its terminal, on the sample corpus.
fn explorer() -> Result<Terminal> {
    let mut terminal = terminal().spawn(DATELINE)?;
    terminal.wait_until(explored)?;
    Ok(terminal)
}

/// A shell that runs one line: `$DATELINE` is the program.
fn script(line: &str) -> Result<Terminal> {
    terminal().args(["-c", line]).spawn("/bin/sh")
}

/// A shell with job control, at its prompt.
fn shell() -> Result<Terminal> {
    let mut terminal = terminal().args(["--norc", "--noprofile", "-i"]).spawn("bash")?;
    terminal.wait_until(|screen| prompts(screen) == 1)?;
    Ok(terminal)
}

fn prompts(screen: &Screen) -> usize {
    screen.text().lines().filter(|line| line.starts_with(PROMPT.trim_end())).count()
}

/// The explorer has taken the terminal and drawn the sample corpus.
fn explored(screen: &Screen) -> bool {
    taken(screen) && screen.contains("sample corpus")
}

fn taken(screen: &Screen) -> bool {
    screen.alternate_screen() && screen.bracketed_paste() && !screen.mouse_modes().is_empty()
}

/// The terminal is as a shell wants it.
fn given_back(screen: &Screen) -> bool {
    !screen.alternate_screen() && !screen.bracketed_paste() && screen.mouse_modes().is_empty() && screen.cursor_visible()
}

/// A file that no other test uses.
fn scratch(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()))
}

/// Sends a signal to the process whose number is in a file.
fn kill(signal: &str, file: &PathBuf) {
    let number = std::fs::read_to_string(file).expect("the script has written its number");
    // The shell's own `kill`: not every machine has it as a program.
    let sent = Command::new("/bin/sh").args(["-c", &format!("kill {signal} {number}")]).status().expect("a shell runs");
    assert!(sent.success(), "kill {signal} {number}");
}

/// The two answers of `stty -g` around the explorer, from a script that prints `before …` and `after …`.
fn line_disciplines(screen: &Screen) -> [String; 2] {
    let text = screen.full_text();
    ["before ", "after "].map(|word| text.lines().find_map(|line| line.strip_prefix(word)).unwrap_or("not said").trim_end().to_string())
}

#[test]
fn it_starts_on_the_sample_corpus_and_takes_the_terminal() -> Result<()> {
    let terminal = explorer()?;
    let screen = terminal.screen();
    for pane in ["Articles", "Reader", "In this article"] {
        assert!(screen.contains(pane), "{pane}: {screen}");
    }
    assert!(!screen.cursor_visible(), "{screen}");
    Ok(())
}

/// Two articles in a folder of their own: a long one about Qamishlo, a short one about Erbil.
fn wire(name: &str) -> PathBuf {
    let folder = scratch(name);
    let points: Vec<String> = (1..=80).map(|number| format!("Point {number} of the talks in Qamishlo was settled at noon.")).collect();
    std::fs::create_dir_all(&folder).expect("a folder to write to");
    let articles =
        [("a.txt", "Talks end in Qamishlo", points.join("\n\n")), ("b.txt", "Rain falls on Erbil", "The streets were empty.".into())];
    for (file, title, body) in articles {
        std::fs::write(folder.join(file), format!("{title}\n\n{body}\n")).expect("an article to read");
    }
    folder
}

/// The explorer on two articles, both listed.
fn explorer_on_wire(name: &str) -> Result<Terminal> {
    let mut terminal = terminal().arg(wire(name)).spawn(DATELINE)?;
    terminal.wait_until(|screen| taken(screen) && screen.contains("2 articles"))?;
    Ok(terminal)
}

#[test]
fn filtering_opening_and_resizing_never_lose_the_article() -> Result<()> {
    let mut terminal = explorer_on_wire("read")?;
    terminal.send_str("/qam")?;
    terminal.wait_until(|screen| screen.contains("1 of 2 articles") && !screen.contains("Rain falls on Erbil"))?;
    terminal.send(Key::Enter)?;
    terminal.send(Key::Enter)?;
    terminal.send(Key::Ctrl('d'))?;
    terminal.wait_until(|screen| screen.contains("Point 14 ") && !screen.contains("Point 1 "))?;
    let read = first_point(&terminal.screen());
    for (columns, rows) in [(60, 20), (200, 60)] {
        terminal.resize(columns, rows)?;
        terminal.wait_until(|screen| screen.contains(&read) && screen.contains("1 of 2 articles") && fills(screen))?;
    }
    Ok(())
}

/// What a terminal may send unasked is not always known to the reader of keys; it may not hold up what comes after.
#[test]
fn an_unknown_sequence_does_not_hold_up_a_resize() -> Result<()> {
    let mut terminal = explorer()?;
    terminal.send_str("\x1b[999z")?;
    terminal.resize(60, 20)?;
    terminal.wait_until(fills)
}

/// The first sentence of the long article that is on the screen.
fn first_point(screen: &Screen) -> String {
    let text = screen.text();
    let number: String = text.split("Point ").nth(1).unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    format!("Point {number} ")
}

/// The status line ends in the last corner: the explorer has drawn for this size.
fn fills(screen: &Screen) -> bool {
    let (columns, rows) = screen.size();
    screen.rect_text(columns - 10.., rows - 1..).contains("? help")
}

#[test]
fn the_mouse_the_clipboard_and_pasting_reach_the_explorer() -> Result<()> {
    let mut terminal = explorer_on_wire("hands")?;
    let (row, column) = terminal.screen().find("Rain falls on Erbil").expect("it is listed");
    terminal.click(column, row)?;
    terminal.wait_until(|screen| screen.contains("The streets were empty."))?;
    terminal.send(Key::Char('y'))?;
    terminal.wait_until(|screen| screen.clipboard().and_then(termlens::Clipboard::text).is_some_and(|text| text.contains("Erbil")))?;
    terminal.send(Key::Char('/'))?;
    terminal.paste("qam")?;
    terminal.wait_until(|screen| screen.contains("1 of 2 articles") && !screen.contains("Rain falls on Erbil"))
}

#[test]
fn the_mouse_is_lent_to_the_terminal_and_taken_back() -> Result<()> {
    let mut terminal = explorer()?;
    terminal.send(Key::Char('M'))?;
    terminal.wait_until(|screen| screen.mouse_modes().is_empty() && screen.contains("M takes it back"))?;
    terminal.send(Key::Char('M'))?;
    terminal.wait_until(|screen| taken(screen) && screen.contains("the mouse is back"))?;
    terminal.send(Key::Char('q'))?;
    assert!(terminal.wait_exit()?.success());
    assert!(given_back(&terminal.screen()), "{}", terminal.screen());
    Ok(())
}

#[test]
fn a_mouse_that_is_not_wanted_is_never_taken() -> Result<()> {
    let config = scratch("mouse.toml");
    std::fs::write(&config, "mouse = false\n").expect("a file to write to");
    let mut terminal = terminal().arg("--config").arg(config).spawn(DATELINE)?;
    terminal.wait_until(|screen| screen.alternate_screen() && screen.contains("sample corpus"))?;
    assert!(terminal.screen().mouse_modes().is_empty(), "{}", terminal.screen());
    terminal.send(Key::Char('M'))?;
    terminal.wait_until(taken)?;
    terminal.send(Key::Char('q'))?;
    assert!(terminal.wait_exit()?.success());
    assert!(given_back(&terminal.screen()), "{}", terminal.screen());
    Ok(())
}

/// The colours that are sent, by what the terminal tells of itself.
#[test]
fn the_theme_goes_by_the_terminal_unless_one_is_asked_for() -> Result<()> {
    let amber = |term: &str, arguments: &[&str], variables: &[(&str, &str)]| -> Result<String> {
        let mut builder = terminal().env("TERM", term).args(arguments);
        for (name, value) in variables {
            builder = builder.env(name, value);
        }
        let mut terminal = builder.spawn(DATELINE)?;
        terminal.wait_until(explored)?;
        let screen = terminal.screen();
        let (row, column) = screen.find("dateline").expect("the program's name");
        Ok(format!("{:?}", screen.cell(row, column).map(|cell| cell.style().fg)))
    };
    let (dark, sixteen) = (amber("xterm-256color", &[], &[])?, amber("linux", &[], &[])?);
    assert_ne!(dark, sixteen);
    assert_eq!(amber("linux", &["--theme", "dark"], &[])?, dark);
    assert_ne!(amber("xterm-256color", &[], &[("COLORFGBG", "0;15")])?, dark);
    let mono = amber("xterm-256color", &[], &[("NO_COLOR", "1")])?;
    assert!(![&dark, &sixteen].contains(&&mono));
    assert_eq!(amber("xterm-256color", &["--color", "never", "--theme", "dark"], &[])?, mono);
    assert_eq!(amber("xterm-256color", &["--color", "always"], &[("NO_COLOR", "1")])?, dark);
    Ok(())
}

#[test]
fn quitting_gives_the_terminal_back_with_the_screen_that_was_there() -> Result<()> {
    let mut terminal = script("echo before $(stty -g); \"$DATELINE\"; echo left with $?; echo after $(stty -g)")?;
    terminal.wait_until(explored)?;
    terminal.send(Key::Char('q'))?;
    assert!(terminal.wait_exit()?.success());
    let screen = terminal.screen();
    assert!(given_back(&screen), "{screen}");
    assert!(screen.contains("left with 0"), "{screen}");
    let [before, after] = line_disciplines(&screen);
    assert_eq!(before, after);
    assert!(before.contains(':'), "stty answered {before:?}");
    Ok(())
}

#[test]
fn ctrl_c_quits() -> Result<()> {
    let mut terminal = explorer()?;
    terminal.send(Key::Ctrl('c'))?;
    assert!(terminal.wait_exit()?.success());
    assert!(given_back(&terminal.screen()));
    Ok(())
}

#[test]
fn a_signal_that_kills_finds_the_terminal_given_back_and_is_the_cause_of_death() -> Result<()> {
    for (signal, name) in [(Signal::Term, "Terminated"), (Signal::Hup, "Hangup"), (Signal::Int, "Interrupt"), (Signal::Quit, "Quit")] {
        let mut terminal = explorer()?;
        terminal.signal(signal)?;
        let status = terminal.wait_exit()?;
        assert!(status.signal().is_some_and(|cause| cause.contains(name)), "{signal:?}: {status}");
        assert!(given_back(&terminal.screen()), "{signal:?}: {}", terminal.screen());
    }
    Ok(())
}

#[test]
fn a_shell_sees_the_signal_and_the_line_discipline_of_before() -> Result<()> {
    let number = scratch("killed");
    let run = format!("sh -c 'echo $$ > {}; exec \"$DATELINE\"'", number.display());
    let mut terminal = script(&format!("echo before $(stty -g); {run}; echo left with $?; echo after $(stty -g)"))?;
    terminal.wait_until(explored)?;
    kill("-TERM", &number);
    terminal.wait_exit()?;
    let screen = terminal.screen();
    assert!(screen.contains("left with 143"), "{screen}");
    let [before, after] = line_disciplines(&screen);
    assert_eq!(before, after);
    Ok(())
}

/// Nobody is left to write to, not even to complain: the terminal emulator was closed, or the line went dead.
#[test]
fn it_dies_of_sighup_when_the_terminal_goes_away() -> Result<()> {
    let status = scratch("hung-up");
    let _ = std::fs::remove_file(&status);
    let mut terminal = script(&format!("(trap '' HUP; \"$DATELINE\"; echo $? > {}); true", status.display()))?;
    terminal.wait_until(explored)?;
    drop(terminal);
    let until = Instant::now() + PATIENCE;
    let written = || std::fs::read_to_string(&status).unwrap_or_default();
    while written().is_empty() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(written().trim(), "129");
    Ok(())
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_comes_back_at_the_new_size() -> Result<()> {
    let mut terminal = shell()?;
    terminal.send_str("\"$DATELINE\"\n")?;
    terminal.wait_until(explored)?;
    terminal.send(Key::Ctrl('z'))?;
    terminal.wait_until(|screen| screen.contains("Stopped") && prompts(screen) == 2)?;
    assert!(!terminal.screen().alternate_screen() && terminal.screen().cursor_visible(), "{}", terminal.screen());
    terminal.resize(60, 20)?;
    terminal.send_str("fg\n")?;
    terminal.wait_until(explored)?;
    terminal.send(Key::Char('q'))?;
    terminal.wait_until(|screen| !screen.alternate_screen() && prompts(screen) >= 3)?;
    terminal.send_str("echo left with $?\n")?;
    terminal.wait_until(|screen| screen.contains("left with 0"))
}

/// In the background it may not touch the terminal: the kernel stops it again when it tries, and `fg` goes on from there.
#[test]
fn in_the_background_it_waits_for_fg() -> Result<()> {
    let mut terminal = shell()?;
    terminal.send_str("\"$DATELINE\"\n")?;
    terminal.wait_until(explored)?;
    terminal.send(Key::Ctrl('z'))?;
    terminal.wait_until(|screen| screen.contains("Stopped") && prompts(screen) == 2)?;
    terminal.send_str("bg; until jobs | grep -q Stopped; do :; done; echo stopped again\n")?;
    terminal.wait_until(|screen| screen.find_all("stopped again").len() == 2)?;
    assert!(!terminal.screen().alternate_screen(), "{}", terminal.screen());
    terminal.send_str("fg\n")?;
    terminal.wait_until(explored)?;
    terminal.send(Key::Char('q'))?;
    terminal.wait_until(|screen| !screen.alternate_screen() && prompts(screen) >= 3)
}

#[test]
fn a_stop_sent_by_number_works_like_ctrl_z() -> Result<()> {
    let number = scratch("stopped");
    let mut terminal = shell()?;
    terminal.send_str(&format!("(echo $BASHPID > {}; exec \"$DATELINE\")\n", number.display()))?;
    terminal.wait_until(explored)?;
    kill("-TSTP", &number);
    terminal.wait_until(|screen| screen.contains("Stopped") && prompts(screen) == 2)?;
    assert!(!terminal.screen().alternate_screen(), "{}", terminal.screen());
    terminal.send_str("fg\n")?;
    terminal.wait_until(explored)
}

/// SIGSTOP cannot be caught: the shell gets a terminal nobody gave back. The explorer comes back all the same.
#[test]
fn stopped_without_warning_it_still_comes_back() -> Result<()> {
    let number = scratch("frozen");
    let mut terminal = shell()?;
    terminal.send_str(&format!("(echo $BASHPID > {}; exec \"$DATELINE\")\n", number.display()))?;
    terminal.wait_until(explored)?;
    kill("-STOP", &number);
    terminal.wait_until(|screen| screen.contains("Stopped"))?;
    terminal.send_str("printf '\\033c'; fg\n")?;
    terminal.wait_until(explored)?;
    terminal.send(Key::Char('q'))?;
    terminal.wait_until(|screen| !screen.alternate_screen() && prompts(screen) > 0)
}

#[test]
fn ctrl_z_stops_the_program_that_writes_to_it_too() -> Result<()> {
    let mut terminal = shell()?;
    terminal.send_str("(printf 'Talks end in Qamishlo\\n\\nThey ended.\\n'; exec 1>&-; exec sleep 600) | \"$DATELINE\" -\n")?;
    terminal.wait_until(|screen| taken(screen) && screen.contains("Talks end in Qamishlo"))?;
    terminal.send(Key::Ctrl('z'))?;
    terminal.wait_until(|screen| screen.contains("Stopped") && prompts(screen) == 2)?;
    terminal.send_str("kill %1; fg\n")?;
    terminal.wait_until(|screen| screen.contains("Terminated") && prompts(screen) == 3)
}

/// Without a shell nobody would ever continue it.
#[test]
fn ctrl_z_without_a_shell_does_nothing() -> Result<()> {
    let mut terminal = explorer()?;
    terminal.send(Key::Ctrl('z'))?;
    terminal.send(Key::Char('q'))?;
    assert!(terminal.wait_exit()?.success());
    Ok(())
}

#[test]
fn an_article_comes_down_the_pipe_while_keys_come_from_the_terminal() -> Result<()> {
    let mut terminal = script("printf 'Talks end in Qamishlo\\n\\nThey ended.\\n' | \"$DATELINE\" -; echo left with $?")?;
    terminal.wait_until(|screen| taken(screen) && screen.contains("Talks end in Qamishlo"))?;
    terminal.send(Key::Char('q'))?;
    terminal.wait_exit()?;
    assert!(terminal.screen().contains("left with 0") && given_back(&terminal.screen()), "{}", terminal.screen());
    Ok(())
}

#[test]
fn without_a_terminal_it_says_so_and_touches_nothing() {
    let output = Command::new(DATELINE).stdin(Stdio::null()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "{:?}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("standard output is not a terminal"), "{said}");
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_is_refused() -> Result<()> {
    let mut terminal = terminal().env("TERM", "dumb").spawn(DATELINE)?;
    assert_eq!(terminal.wait_exit()?.code(), Some(2));
    let screen = terminal.screen();
    assert!(screen.contains("TERM=dumb"), "{screen}");
    assert!(given_back(&screen) && screen.repaints() == 0, "{screen}");
    Ok(())
}

/// The program itself does not panic on demand, so this test runs one of its own in a terminal: the one below.
#[test]
fn a_panic_gives_the_terminal_back_before_it_is_reported() -> Result<()> {
    let own = std::env::current_exe().expect("a test runs");
    let which = ["--exact", "a_program_that_panics", "--ignored", "--nocapture", "--test-threads=1"];
    let mut terminal = terminal().args(which).env(PANICS, "").spawn(own)?;
    terminal.wait_until(|screen| taken(screen) && screen.contains("a worker fell silently"))?;
    terminal.send(Key::Enter)?;
    assert_eq!(terminal.wait_exit()?.code(), Some(101));
    let screen = terminal.screen();
    assert!(given_back(&screen), "{screen}");
    assert!(screen.contains("the loop fell") && !screen.contains("nobody shall read this"), "{screen}");
    let report = screen.text().lines().find(|line| line.contains("the loop fell")).map(str::to_string);
    assert!(report.is_some_and(|line| line.starts_with("the loop fell")), "lines run away without their returns: {screen}");
    Ok(())
}

const PANICS: &str = "DATELINE_TESTS_RUN_ONE_THAT_PANICS";

#[test]
#[ignore = "run in a terminal of its own by the test above"]
fn a_program_that_panics() {
    if std::env::var_os(PANICS).is_none() {
        return;
    }
    let screen = dateline::tui::Screen::take(dateline::tui::Console, true).expect("it is a terminal");
    screen.watch_panics();
    let worker = std::thread::spawn(|| panic!("nobody shall read this")).join();
    assert!(worker.is_err());
    print!("a worker fell silently");
    std::io::Write::flush(&mut std::io::stdout()).expect("it is shown");
    crossterm::event::read().expect("a key");
    panic!("the loop fell");
}
