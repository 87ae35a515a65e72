//! The printing commands: bytes in, lines out, exit status.

use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for one test, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    fn with(self, file: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
        self
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// The program in this folder, with a configuration folder of its own and no wishes about colour.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env("XDG_CONFIG_HOME", self.0.join("config"))
            .env("XDG_DATA_HOME", self.0.join("data"))
            .env_remove("NO_COLOR");
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn json(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).expect("one JSON object a line")).collect()
}

const BRIDGE: &str = "Bridge opens at Oberwend\n\nOBERWEND (Wend News) – The mayor of Oberwend, Adele Brandt, opened the bridge.\n\n\
                      “It will hold for a hundred years,” Brandt told Wend News.\n\nThe Wend Water Board (WWB) paid. The WWB is small.\n";
const MILL: &str =
    "Mill closes at Unterwend\n\nJune 4, 2017 – Wend News – The mill is closed.\n\n“Nobody brings corn,” said Karim Ostrand, a farmer.\n";

fn wend(name: &str) -> Folder {
    Folder::new(name).with("news/a.txt", BRIDGE).with("news/b.txt", MILL)
}

#[test]
fn without_a_path_the_sample_corpus_is_listed() {
    let output = Folder::new("sample").run(&["list"]);
    assert_eq!((output.status.code(), out(&output).lines().count()), (Some(0), 12));
}

#[test]
fn a_query_narrows_and_the_exit_status_tells() {
    let folder = wend("query");
    let found = folder.run(&["list", "news", "-q", "mill"]);
    assert_eq!(found.status.code(), Some(0));
    assert!(out(&found).contains("2017-06-04  Wend News           Mill closes at Unterwend"), "{}", out(&found));
    assert_eq!(out(&found).lines().count(), 1);
    let nothing = folder.run(&["list", "news", "-q", "xyzzy"]);
    assert_eq!((nothing.status.code(), out(&nothing)), (Some(1), String::new()));
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_rest_goes_on() {
    let folder = wend("missing").with("news/c.txt", "  \n").with("news/d.txt", b"PK\x03\x04\0\0");
    let output = folder.run(&["list", "nowhere.txt", "news"]);
    assert_eq!((output.status.code(), out(&output).lines().count()), (Some(2), 2));
    for part in ["nowhere.txt: No such file", "c.txt: empty", "d.txt: not a text"] {
        assert!(err(&output).contains(part), "{part}: {}", err(&output));
    }
}

#[test]
fn a_query_that_cannot_be_read_is_an_error_that_names_the_part() {
    let output = Folder::new("problem").run(&["list", "-q", "mill after:20"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("\"after:20\": a date is wanted"), "{}", err(&output));
}

#[test]
fn folders_are_walked_in_order_and_other_files_passed_over() {
    let folder =
        wend("walk").with("news/.hidden.txt", "Hidden\n\nx").with("news/pic.png", b"\x89PNG\0").with("news/0/z.md", "# First\n\nText.");
    let paths: Vec<String> =
        json(&folder.run(&["list", "news", "--format", "jsonl"])).iter().map(|line| line["path"].to_string()).collect();
    assert_eq!(paths, ["\"news/0/z.md\"", "\"news/a.txt\"", "\"news/b.txt\""]);
}

#[test]
fn unknown_is_null() {
    let lines = json(&wend("null").run(&["list", "news/a.txt", "--format", "jsonl"]));
    assert_eq!((&lines[0]["published"], &lines[0]["source"]), (&Value::Null, &"Wend News".into()));
}

#[test]
fn legacy_encodings_are_read() {
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("Größe\n\nText über Öl.".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let folder = Folder::new("encodings").with("a.txt", b"Gr\xf6\xdfe\n\nDer Preis f\xfcr \xd6l steigt weiter.").with("b.txt", utf16);
    let titles: Vec<Value> =
        json(&folder.run(&["list", "a.txt", "b.txt", "--format", "jsonl"])).iter().map(|line| line["title"].clone()).collect();
    assert_eq!(titles, ["Größe", "Größe"]);
}

#[test]
fn one_article_is_shown_by_the_beginning_of_its_id() {
    let folder = wend("show");
    let id = json(&folder.run(&["list", "news/a.txt", "--format", "jsonl"]))[0]["id"].as_str().expect("an id").to_string();
    let shown = folder.run(&["show", &id[..6], "news"]);
    assert_eq!(shown.status.code(), Some(0));
    assert!(out(&shown).starts_with("Bridge opens at Oberwend\nWend News · OBERWEND\n\nOBERWEND (Wend News) –"), "{}", out(&shown));
    let unknown = folder.run(&["show", "zzzz", "news"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("no article has the id"), "{}", err(&unknown));
}

#[test]
fn the_same_article_has_the_same_id_wherever_it_lies() {
    let folder = wend("moved").with("elsewhere/copy.txt", BRIDGE);
    let ids: Vec<Value> =
        json(&folder.run(&["list", "news/a.txt", "elsewhere", "--format", "jsonl"])).iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids[0], ids[1]);
}

#[test]
fn entities_are_counted_by_kind() {
    let lines = json(&wend("entities").run(&["entities", "news", "--kind", "group", "--format", "jsonl"]));
    assert!(lines.iter().all(|line| line["kind"] == "group"), "{lines:?}");
    let board = lines.iter().find(|line| line["name"] == "Wend Water Board").expect("the board");
    assert_eq!((&board["mentions"], &board["articles"], &board["aliases"]), (&3.into(), &1.into(), &serde_json::json!(["WWB"])));
}

#[test]
fn quotes_of_one_speaker() {
    let folder = wend("quotes");
    let lines = json(&folder.run(&["quotes", "news", "-q", "said:brandt", "--format", "jsonl"]));
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["speaker"], &lines[0]["cue"]), (&"Adele Brandt".into(), &"told".into()));
    assert_eq!(lines[0]["text"], "It will hold for a hundred years,");
    assert!(out(&folder.run(&["quotes", "news"])).contains("Karim Ostrand said: “Nobody brings corn,”"));
}

#[test]
fn reported_speech_is_listed_when_asked_for() {
    let folder = Folder::new("reported").with("told.txt", "Bridge opens\n\nThe mayor, Adele Brandt, said that the old bridge was safe.\n");
    assert_eq!(json(&folder.run(&["quotes", "told.txt", "--format", "jsonl"])), Vec::<serde_json::Value>::new());
    let lines = json(&folder.run(&["quotes", "told.txt", "--reported", "--format", "jsonl"]));
    assert_eq!((&lines[0]["kind"], &lines[0]["speaker"]), (&"reported".into(), &"Adele Brandt".into()));
    assert_eq!(lines[0]["text"], "the old bridge was safe");
}

#[test]
fn export_tells_why_a_name_is_marked() {
    let folder = Folder::new("why")
        .with("mine.tsv", "# mine\nplace/town\tLundby\t-\t-\t3\ngroup/club\tLundby\t-\t-\t2\n")
        .with("one.txt", "Rain falls\n\nThey came to Lundby on Monday.\n");
    let record = &json(&folder.run(&["export", "one.txt", "--why", "--names", "mine.tsv"]))[0];
    let why = &record["mentions"][0]["why"];
    assert_eq!((&why["rule"], &why["line"], &why["others"][0]["line"]), (&"gazetteer".into(), &"mine.tsv:2".into(), &"mine.tsv:3".into()));
    assert_eq!(json(&folder.run(&["export", "one.txt", "--names", "mine.tsv"]))[0]["mentions"][0].get("why"), None);
}

#[test]
fn the_export_keeps_its_contract() {
    let folder = wend("export").with("news/c.txt", "nothing but a line");
    let output = folder.run(&["export", "news"]);
    let keys = [
        "id",
        "path",
        "format",
        "title",
        "published",
        "source",
        "byline",
        "dateline",
        "url",
        "lang",
        "text",
        "body_start",
        "mentions",
        "quotes",
    ];
    for line in out(&output).lines() {
        let places: Vec<_> = keys.iter().map(|key| line.find(&format!("\"{key}\":")).expect(key)).collect();
        assert!(places.is_sorted(), "{line}");
        assert!(!line.contains(":\"\""), "unknown is null, not empty: {line}");
    }
    for record in json(&output) {
        check_spans(&record);
    }
    assert_eq!(output.stdout, folder.run(&["export", "news"]).stdout, "the same input gives the same bytes");
}

fn check_spans(record: &Value) {
    let text: Vec<char> = record["text"].as_str().expect("text").chars().collect();
    let place = |span: &Value, key: &str| span[key].as_u64().expect("a number") as usize;
    let mut last = 0;
    for mention in record["mentions"].as_array().expect("a list") {
        assert!(place(mention, "start") >= last, "mentions are sorted and do not overlap: {mention}");
        last = place(mention, "end");
    }
    for span in ["mentions", "quotes"].iter().flat_map(|list| record[*list].as_array().expect("a list")) {
        assert_eq!(text[place(span, "start")..place(span, "end")].iter().collect::<String>(), span["text"].as_str().expect("text"));
    }
    let title = record["title"].as_str().map_or(0, |title| title.chars().count() + 2);
    assert_eq!(place(record, "body_start"), title);
}

#[test]
fn standard_input_is_an_article() {
    let folder = Folder::new("stdin");
    let mut child =
        folder.command(&["list", "-", "--format", "jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("starts");
    child.stdin.take().expect("a pipe").write_all(BRIDGE.as_bytes()).expect("written");
    let lines = json(&child.wait_with_output().expect("ends"));
    assert_eq!((&lines[0]["path"], &lines[0]["title"]), (&"-".into(), &"Bridge opens at Oberwend".into()));
}

#[test]
fn standard_input_is_json_lines_if_it_begins_like_that() {
    let folder = Folder::new("stdin-lines");
    for (input, paths) in [
        ("\n{\"title\": \"Mill\", \"text\": \"It is closed.\"}\nno\n{\"text\": \"It rains.\"}", &["-:2", "-:4"][..]),
        ("{a text in braces}\n\nThe mill is closed.\n", &["-"]),
    ] {
        let mut command = folder.command(&["list", "-", "--format", "jsonl"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
        child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
        let output = child.wait_with_output().expect("ends");
        assert_eq!(json(&output).iter().map(|line| line["path"].clone()).collect::<Vec<_>>(), paths);
        assert_eq!(err(&output).contains("-:3: no JSON object"), paths.len() == 2, "{}", err(&output));
    }
}

/// Exports what lies in `news`, reads that back and exports it again: the lines of both, without what tells where they were read from.
fn exported_twice(folder: &Folder) -> [Vec<Value>; 2] {
    let export = |path: &str| folder.run(&["export", path]);
    let first = export("news");
    fs::write(folder.0.join("dump.jsonl"), &first.stdout).expect("written");
    let second = export("dump.jsonl");
    assert_eq!(err(&second), "");
    for (line, number) in json(&second).iter().zip(1..) {
        assert_eq!((&line["path"], &line["format"]), (&format!("dump.jsonl:{number}").into(), &"jsonl".into()));
    }
    [first, second].map(|output| {
        let mut lines = json(&output);
        lines.iter_mut().for_each(|line| ["path", "format"].iter().for_each(|key| line[key] = Value::Null));
        lines
    })
}

#[test]
fn what_was_exported_is_read_back_the_same() {
    let folder = wend("back")
        .with("news/c.md", "---\ndate: 2017-06-04\nauthor: \" Ada Ost\"\nlang: xx\n---\n# Mill\n\nBy Bo Ost\n")
        .with("news/d.md", "# Only a title");
    for number in 0..30 {
        let text =
            format!("Ferry {number}\n\nLOWER WEND (Tarn Post) – The ferry runs every {number} hours.\n\nBy Ada Ost\n\nLeave a Reply\n");
        fs::write(folder.0.join(format!("news/ferry-{number}.txt")), text).expect("written");
    }
    let [first, second] = exported_twice(&folder);
    assert_eq!(first.len(), 34);
    assert_eq!(first, second);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 20, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_was_exported_is_read_back_the_same(
        pages in prop::collection::vec(prop_oneof!["\\PC{1,80}(\n{1,3}\\PC{1,120}){0,5}", "(# )?[A-Z][a-z]{2,8} (met|of|said “) [A-Z][a-zé]{2,9}(\n\n[A-Z]{4,9} \\(Wend News\\) – [A-Z][a-z ]{20,200}[.”]{1,2}){1,4}"], 40),
    ) {
        let folder = Folder::new("any-back");
        let folder = pages.iter().enumerate().fold(folder, |folder, (number, page)| folder.with(&format!("news/{number:02}.{}", ["txt", "md"][number % 2]), page));
        let [first, second] = exported_twice(&folder);
        prop_assert!(!first.is_empty() && first.len() == second.len());
        for (line, read_back) in first.iter().zip(&second) {
            prop_assert_eq!(line, read_back);
        }
    }
}

#[test]
fn hostile_text_is_harmless_in_every_command() {
    let page = "Red \u{1b}[31malert\u{9b}2J\n\nMayor Adele \u{202e}Brandt said “run \u{1b}]0;x\u{7}now,” on Monday. Adele Brandt left.\n";
    let folder = Folder::new("hostile").with("a.txt", page);
    let id = json(&folder.run(&["list", "a.txt", "--format", "jsonl"]))[0]["id"].as_str().expect("an id").to_string();
    for arguments in [&["list", "a.txt"][..], &["quotes", "a.txt"], &["entities", "a.txt"], &["export", "a.txt"], &["show", &id, "a.txt"]] {
        let printed = out(&folder.run(arguments));
        let dangerous = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}');
        assert!(!printed.contains(dangerous), "{arguments:?}: {printed:?}");
    }
    assert!(json(&folder.run(&["export", "a.txt"]))[0]["text"].as_str().expect("text").contains("\u{1b}[31m"), "nothing is lost in JSON");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = Folder::new("pipe");
    for number in 0..300 {
        fs::write(folder.0.join(format!("{number:03}.txt")), BRIDGE).expect("written");
    }
    let mut child = folder.command(&["export", "."]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    let output = child.wait_with_output().expect("ends");
    assert_eq!((output.status.code(), err(&output)), (Some(0), String::new()));
}

#[test]
fn colour_only_where_it_is_wanted() {
    let folder = wend("colour");
    assert!(!out(&folder.run(&["list", "news"])).contains('\u{1b}'), "a pipe gets none");
    assert!(out(&folder.run(&["list", "news", "--color", "always"])).contains('\u{1b}'));
    assert!(!out(&folder.run(&["list", "news", "--color", "never"])).contains('\u{1b}'));
}

#[test]
fn names_of_ones_own_are_found_and_wrong_lines_named() {
    let folder = wend("names").with("mine.tsv", "place/town\tOberwend\tOberwend\t50.1,8.2\t2\nthing\tX\n");
    let asked = folder.run(&["entities", "news", "--names", "mine.tsv", "--kind", "place"]);
    assert!(out(&asked).contains("Oberwend"), "{}", out(&asked));
    assert!(err(&asked).contains("mine.tsv:2: the kind in column 1"), "{}", err(&asked));
    let folder = folder.with("config/dateline/names.tsv", "place/town\tUnterwend\t-\t-\t2\n");
    assert!(out(&folder.run(&["entities", "news", "--kind", "place"])).contains("Unterwend"));
    let missing = folder.run(&["list", "news", "--names", "nowhere.tsv"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("nowhere.tsv"), "{}", err(&missing));
}

/// The picture of the explorer, for looking at what a setting does.
fn picture(folder: &Folder, arguments: &[&str]) -> Output {
    folder.run(&[&["news", "--screenshot", "120x30"], arguments].concat())
}

#[test]
fn the_files_to_begin_ones_own_with_are_printed_as_they_are() {
    let folder = Folder::new("print");
    let cases = [
        (&["--print-config"][..], include_str!("../assets/config.toml")),
        (&["--print-keymap"], include_str!("../assets/keymap.toml")),
        (&["--print-theme", "contrast"], include_str!("../assets/theme/contrast.toml")),
    ];
    for (arguments, file) in cases {
        let output = folder.run(arguments);
        assert_eq!((output.status.code(), out(&output).as_str(), err(&output).as_str()), (Some(0), file, ""), "{arguments:?}");
    }
    let unknown = folder.run(&["--print-theme", "mauve"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("no theme is called `mauve`: it is none of auto, dark, light, contrast,"), "{}", err(&unknown));
    assert_eq!(folder.run(&["--print-config", "--print-keymap"]).status.code(), Some(2));
}

#[test]
fn the_printed_files_are_files_of_ones_own_that_change_nothing() {
    let folder = wend("printed");
    let before = out(&picture(&folder, &[]));
    let own = |folder: Folder, file: &str, arguments: &[&str]| {
        let printed = out(&folder.run(arguments));
        folder.with(file, printed)
    };
    let folder = own(folder, "config/dateline/config.toml", &["--print-config"]);
    let folder = own(folder, "config/dateline/keymap.toml", &["--print-keymap"]);
    let folder = own(folder, "config/dateline/themes/mine.toml", &["--print-theme", "dark"]);
    let after = picture(&folder, &["--theme", "mine"]);
    assert_eq!((out(&after), err(&after)), (before, String::new()));
}

#[test]
fn the_command_line_counts_more_than_the_configuration_and_that_more_than_nothing() {
    let keys = "[browse]\n\"F\" = \"filter\"\n\"/\" = \"nothing\"\n";
    let folder = wend("precedence").with("lists/mine.tsv", "place/town\tUnterwend\t-\t-\t2\n");
    let folder = folder.with("lists/other.tsv", "group/club\tUnterwend\t-\t-\t2\n").with("lists/keys.toml", keys);
    let settings = "theme = \"light\"\nsort = \"oldest\"\nscope = \"listed\"\nkeymap = \"keys.toml\"\nnames = [\"mine.tsv\"]\n";
    let folder = folder.with("lists/set.toml", settings);
    let (dark, light) = ("fill=\"#16171a\"/>", "fill=\"#fbfaf7\"/>");
    let without = out(&picture(&folder, &[]));
    assert!(without.contains(dark) && without.contains("> Articles <") && without.contains("In this article"), "{without}");
    let with = out(&picture(&folder, &["--config", "lists/set.toml", "--keys", "Fmill"]));
    for part in [light, "> Articles, oldest first <", "In all that is listed", "1 of 2 articles"] {
        assert!(with.contains(part), "{part}: {with}");
    }
    assert!(out(&picture(&folder, &["--config", "lists/set.toml", "--theme", "dark"])).contains(dark));
    let kinds = |arguments: &[&str]| -> Vec<Value> {
        let lines = json(&folder.run(&[&["entities", "news", "--format", "jsonl", "--config", "lists/set.toml"], arguments].concat()));
        lines.iter().filter(|line| line["name"] == "Unterwend").map(|line| line["kind"].clone()).collect()
    };
    assert_eq!(kinds(&[]), ["place"]);
    assert_eq!(kinds(&["--names", "lists/other.tsv"]), ["group"]);
    let folder = folder.with("config/dateline/config.toml", "theme = \"contrast-light\"\n");
    assert!(out(&picture(&folder, &[])).contains("fill=\"#ffffff\"/>"), "the usual place");
}

#[test]
fn wrong_settings_are_named_with_their_places_and_the_others_count() {
    let folder = wend("settings").with("my.toml", "mous = true\ntheme = \"mauve\"\n  sort = \"newset\"\nscope = \"listed\"\n");
    let output = picture(&folder, &["--config", "my.toml"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("In all that is listed"));
    let told = err(&output);
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines.len(), 3, "{told}");
    assert_eq!(lines[0], "dateline: my.toml: line 1, column 1: `mous` is none of theme, mouse, keymap, names, sort, scope");
    assert!(lines[1].starts_with("dateline: my.toml: line 2, column 9: no theme is called `mauve`"), "{told}");
    assert!(lines[2].starts_with("dateline: my.toml: line 3, column 10: unknown variant `newset`, expected one of `rank`"), "{told}");
}

#[test]
fn settings_that_were_asked_for_and_cannot_be_read_are_an_error() {
    let folder = wend("unreadable").with("keys.toml", "").with("set.toml", "keymap = \"nowhere/keys.toml\"\n");
    for (arguments, named) in [
        (&["--config", "nowhere.toml"][..], "nowhere.toml: No such file"),
        (&["--theme", "nowhere.toml"], "nowhere.toml: No such file"),
        (&["--theme", "mauve"], "no theme is called `mauve`"),
        (&["--config", "set.toml"], "nowhere/keys.toml: No such file"),
    ] {
        let output = picture(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(named) && out(&output).is_empty(), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn a_theme_of_ones_own_inherits_and_its_mistakes_are_named() {
    let folder = wend("theme")
        .with("my.toml", "inherits = \"light\"\n[paper]\nbackground = \"#fffff0\"\n[roles]\nquote = { color = \"mauvish\" }\ntitel = {}\n");
    let output = picture(&folder, &["--theme", "my.toml"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("fill=\"#fffff0\"/>") && out(&output).contains("fill=\"#875f00\""), "{}", out(&output));
    assert_eq!(
        err(&output),
        "dateline: my.toml: line 5, column 19: `mauvish` is neither in the palette nor a colour\n\
         dateline: my.toml: line 6, column 1: no role is called `titel`\n"
    );
}

#[test]
fn packagers_get_completions_and_a_manual_page() {
    let folder = Folder::new("package");
    assert!(out(&folder.run(&["completions", "bash"])).contains("_dateline"));
    assert!(out(&folder.run(&["man"])).contains(".TH dateline"));
}

#[test]
fn corrected_names_and_marks_hold_for_the_printing_commands() {
    let names = "[[correction]]\ngroup = \"Asayish\"\nsame_as = { group = \"Popular Mobilization Units\" }\n\n[[correction]]\nplace = \"Syria\"\nkalled = \"x\"\n";
    let folder = Folder::new("corrected").with("mine.toml", names);
    let output = folder.run(&["entities", "--kind", "group", "--corrections", "mine.toml"]);
    let (listed, told) = (out(&output), err(&output));
    assert!(listed.contains("Popular Mobilization Units") && !listed.contains("Asayish"), "{listed}");
    assert!(told.contains("mine.toml: line 7, column 1"), "{told}");
    let quoted = folder.run(&["quotes", "-q", "said:asayish", "--corrections", "mine.toml"]);
    assert!(out(&quoted).contains("Popular Mobilization Units"));
    assert_eq!(folder.run(&["list", "-q", "is:starred"]).status.code(), Some(1), "nothing is starred, and no notebook is made for that");
    assert!(!folder.0.join("data").exists());
}
