//! The five real articles the project began with. They are other people's text and lie outside the repository, in the folder
//! that `DATELINE_SEEDS` names; `.ci/run` runs these tests where they are at hand.

use dateline::extract::{Extractor, Gazetteer};
use dateline::ingest::read_page;
use dateline::store::{ArticleId, Store};
use dateline::text::Span;
use serde_json::Value;
use std::process::Command;
use std::sync::{Arc, LazyLock};

const WHY: &str = "DATELINE_SEEDS names the folder of the seed articles";

fn run(arguments: &[&str]) -> Vec<Value> {
    let seeds = std::env::var("DATELINE_SEEDS").expect(WHY);
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .arg(&seeds)
        .env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("XDG_DATA_HOME", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .expect("the program runs");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

static EXPORT: LazyLock<Vec<Value>> = LazyLock::new(|| run(&["export"]));

fn article(number: &str) -> &'static Value {
    let is_it = |record: &&Value| record["path"].as_str().is_some_and(|path| path.contains(&format!("/{number}_")));
    EXPORT.iter().find(is_it).expect("the article is there")
}

/// `speaker: first words …`, for each direct quote.
fn quotes(record: &Value) -> Vec<String> {
    let direct = record["quotes"].as_array().into_iter().flatten().filter(|quote| quote["kind"] == "direct");
    let start = |text: &str| text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    direct.map(|quote| format!("{}: {}", quote["speaker"].as_str().unwrap_or("?"), start(quote["text"].as_str().unwrap_or("")))).collect()
}

fn body(record: &Value) -> String {
    let text: Vec<char> = record["text"].as_str().expect("text").chars().collect();
    text[record["body_start"].as_u64().expect("a number") as usize..].iter().collect()
}

fn entities(record: &Value, kind: &str) -> Vec<String> {
    let mentions = record["mentions"].as_array().into_iter().flatten().filter(|mention| mention["kind"] == kind);
    let mut names: Vec<String> = mentions.map(|mention| mention["entity"].as_str().expect("an entity").to_string()).collect();
    names.sort();
    names.dedup();
    names
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_meeting_in_qamishli() {
    let record = article("000");
    assert!(record["title"].as_str().expect("a title").ends_with("in a meeting in Syria’s Qamishli"));
    assert_eq!((&record["published"], &record["source"], &record["dateline"]), (&Value::Null, &"ARA News".into(), &Value::Null));
    assert_eq!(record["byline"], serde_json::json!(["Wladimir van Wilgenburg"]));
    let body = body(record);
    assert!(body.starts_with("The Kurdish Security Police") && body.ends_with("he told ARA News."), "{body}");
    assert_eq!(
        quotes(record),
        [
            "Asayish: to confront the",
            "Popular Mobilization Units: A quick accomplishment",
            "Popular Mobilization Units: It happened after",
            "Qasim Musla: Iraqi air strikes",
            "Qasim Musla: There are no",
        ]
    );
    assert_eq!(entities(record, "person"), ["Ciwan Ibrahim", "Qasim Musla"]);
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_coalitions_praise() {
    let record = article("001");
    assert_eq!((&record["published"], &record["source"]), (&"2017-06-04".into(), &"ARA News".into()));
    assert_eq!((&record["dateline"], &record["byline"]), (&Value::Null, &serde_json::json!([])));
    let body = body(record);
    assert!(body.starts_with("The US-led coalition’s spokesman") && body.ends_with("near the border with Syria."), "{body}");
    assert_eq!(
        quotes(record),
        [
            "Ryan Dillon: I know that",
            "Ryan Dillon: They have since",
            "Ryan Dillon: But the PMU",
            "Ryan Dillon: What we have",
            "Ryan Dillon: And that’s the",
            "Azad Sleman: The move led",
            "Karim al-Nouri: By taking the",
            "Asayish: to confront the",
        ]
    );
    let people = ["Azad Sleman", "Ciwan Ibrahim", "Haider al-Abadi", "Karim al-Nouri", "Qasim Musla", "Ryan Dillon"];
    assert_eq!(entities(record, "person"), people);
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_joint_centre() {
    let record = article("002");
    assert_eq!((&record["published"], &record["source"]), (&Value::Null, &"Kurdistan 24".into()));
    assert_eq!(record["dateline"], "QAMISHLO, Syrian Kurdistan");
    assert_eq!(record["byline"], serde_json::json!(["Karzan Sulaivany (editing)", "Lava Asaad (additional reporting)"]));
    let body = body(record);
    assert!(body.starts_with("QAMISHLO, Syrian Kurdistan") && body.ends_with("over broader Kurdish rights."), "{body}");
    assert_eq!(quotes(record), ["Syrian Democratic Forces: The meeting was", "Abdulsalam Ahmad: Coordination is needed"]);
    let people = ["Abdul Hussein", "Abdulsalam Ahmad", "Angizik Khalil", "Hassan Qamishlo", "Mustafa Bali", "Qasim Mohammed Saleh"];
    assert_eq!(entities(record, "person"), people);
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_reinforcements() {
    let record = article("003");
    assert_eq!(record["title"], "Kurdish, Iraqi Reinforcements to Quell ISIS");
    assert_eq!((&record["published"], &record["source"], &record["dateline"]), (&Value::Null, &Value::Null, &Value::Null));
    let body = body(record);
    assert!(body.starts_with("Iraq tightened on Monday") && body.ends_with("in Paris on Nov. 11."), "{body}");
    assert_eq!(quotes(record), ["Defense Ministry: To the nation’s", "Saeed al-Jayashi: The situation in"]);
    assert_eq!(entities(record, "person"), ["Donald Trump", "Saeed al-Jayashi", "Vladimir Putin"]);
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_collapse() {
    let record = article("004");
    assert_eq!(record["title"], "Tensions Grow as ISIS Collapses in Syria and Iraq");
    assert_eq!((&record["published"], &record["dateline"]), (&Value::Null, &Value::Null));
    let body = body(record);
    assert!(body.starts_with("The US-led coalition and") && body.ends_with("advancing SDF units."), "{body}");
    assert_eq!(quotes(record), Vec::<String>::new());
    let villages = ["Bir Akhu Hadlah", "Bir Hajj al-Mufazi", "Bir al-David", "Hawra", "al-Barouda", "al-Matiyura", "al-Mushayrifah"];
    let places = entities(record, "place");
    assert!(villages.iter().all(|village| places.iter().any(|place| place == village)), "{places:?}");
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn a_place_is_found_under_any_spelling() {
    let found = |query: &str| -> Vec<String> {
        let records = run(&["list", "--format", "jsonl", "-q", query]);
        let number = |record: &Value| record["path"].as_str().and_then(|path| path.rsplit('/').next()).map(|name| name[..3].to_string());
        records.iter().filter_map(number).collect()
    };
    let sorted = |query: &str| {
        let mut numbers = found(query);
        numbers.sort();
        numbers
    };
    assert_eq!(sorted("place:qamishli"), ["000", "001", "002", "004"]);
    assert_eq!(sorted("place:qamishlo"), ["000", "001", "002", "004"]);
    assert_eq!(sorted("place:\"deir ez-zor\""), ["002", "003", "004"]);
    assert_eq!(sorted("said:musla"), ["000"]);
    let mut top = found("qam");
    top.truncate(4);
    top.sort();
    assert_eq!(top, ["000", "001", "002", "004"]);
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn every_span_is_what_it_says() {
    for record in EXPORT.iter() {
        let text: Vec<char> = record["text"].as_str().expect("text").chars().collect();
        for span in ["mentions", "quotes"].iter().flat_map(|list| record[*list].as_array().into_iter().flatten()) {
            let range = span["start"].as_u64().expect("a number") as usize..span["end"].as_u64().expect("a number") as usize;
            assert_eq!(text[range].iter().collect::<String>(), span["text"].as_str().expect("text"));
        }
    }
}

/// The articles by their numbers, read as files.
fn store() -> Store {
    let folder = std::fs::read_dir(std::env::var("DATELINE_SEEDS").expect(WHY)).expect("the folder can be read");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let gazetteer = Arc::new(Gazetteer::builtin());
    let extractor = Extractor::new(gazetteer.clone());
    let mut store = Store::new(gazetteer);
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        store.insert(read_page(&path.display().to_string(), &text, &extractor));
    }
    store
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn two_of_one_house_tell_one_story_and_the_others_their_own() {
    let store = store();
    let versions: Vec<Vec<u32>> = store.articles().map(|(id, _)| store.versions(id).iter().map(|id| id.0).collect()).collect();
    assert_eq!(versions, [vec![0, 1], vec![0, 1], vec![2], vec![3], vec![4]]);
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_four_passages_they_share() {
    let store = store();
    for (one, other) in [(0, 1), (1, 0)].map(|(one, other)| (ArticleId(one), ArticleId(other))) {
        let start = |id: ArticleId, span: Span| span.of(&store.article(id).text).split_whitespace().take(4).collect::<Vec<_>>().join(" ");
        let shared = store.shared(one, Span::new(0, store.article(one).text.len()));
        let starts: Vec<String> = shared.iter().map(|shared| start(one, shared.span)).collect();
        assert_eq!(starts, ["The Asayish said in", "According to the PMU,", "The PMU said that", "Qasim Musla, brigadier general"]);
        for (shared, start_here) in shared.iter().zip(&starts) {
            let there: Vec<(ArticleId, String)> = shared.elsewhere.iter().map(|&(id, span)| (id, start(id, span))).collect();
            assert_eq!(there, [(other, start_here.clone())]);
        }
    }
}

/// What a picture of the explorer shows after some keys, a line a row, each word in its column.
fn screen(size: &str, keys: &str) -> String {
    let seeds = std::env::var("DATELINE_SEEDS").expect(WHY);
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["--screenshot", size, "--keys", keys, &seeds])
        .env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("XDG_DATA_HOME", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .expect("the program runs");
    let svg = String::from_utf8(output.stdout).expect("UTF-8");
    let mut rows: Vec<(&str, String)> = Vec::new();
    for element in svg.lines().filter(|line| line.starts_with("<text")) {
        let attribute = |name: &str| element.split_once(name).and_then(|(_, rest)| rest.split('"').next()).expect("an attribute");
        let (x, y) = (attribute(" x=\"").parse::<f32>().expect("a number"), attribute(" y=\""));
        let words = element.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</text>")).expect("words");
        let words = words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        if rows.last().is_none_or(|(other, _)| *other != y) {
            rows.push((y, String::new()));
        }
        let row = &mut rows.last_mut().expect("a row").1;
        // A cell is 8.4 pixels wide, behind a margin of 12.
        let column = ((x - 12.0) / 8.4).round() as usize;
        row.extend(std::iter::repeat_n(' ', column.saturating_sub(row.chars().count())));
        row.push_str(&words);
    }
    rows.into_iter().map(|(_, row)| row + "\n").collect()
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_page_of_the_popular_mobilization_units_lists_its_aliases_with_counts() {
    let page = screen("130x40", "<tab><tab>e");
    assert!(page.contains("Articles › Popular Mobilization Units"), "{page}");
    assert!(page.contains("4 articles · 3 stories"), "{page}");
    for form in ["PMU", "PMF", "Hashd Al-Shaabi"] {
        let count = |rest: &str| rest.split_whitespace().next().is_some_and(|word| word.parse::<u32>().is_ok());
        let counted = page.lines().any(|row| row.trim_start().strip_prefix(form).is_some_and(count));
        assert!(counted, "{form}: {page}");
    }
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_list_folds_the_two_ara_news_articles_and_shows_what_they_share() {
    assert!(screen("130x40", "").contains("+1"));
    let beside = screen("130x60", "d");
    assert!(beside.contains("version 1 of 2") || beside.contains("version 2 of 2"), "{beside}");
    let shared = beside.lines().filter(|row| row.matches("Asayish").count() > 1 || row.matches("Qamishli").count() > 1).count();
    assert!(shared > 0, "{beside}");
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_map_fits_syria_and_iraq_with_the_towns_where_they_belong() {
    let map = screen("130x40", "m");
    // The list of places begins at the right quarter.
    let place = |town: &str| {
        let column = |line: &str| line.find(town).map(|at| line[..at].chars().count()).filter(|column| *column < 95);
        let found = map.lines().enumerate().find_map(|(row, line)| Some((row, column(line)?)));
        found.unwrap_or_else(|| panic!("{town}: {map}"))
    };
    let [raqqa, qamishli, mosul] = ["Raqqa", "Qamishli", "Mosul"].map(place);
    assert!(raqqa.1 < qamishli.1 && qamishli.1 < mosul.1, "from west to east: {map}");
    assert!(qamishli.0 < mosul.0 && mosul.0 < raqqa.0, "from north to south: {map}");
}

#[test]
#[ignore = "needs the seed articles; .ci/run runs it"]
fn the_quote_book_lists_every_speaker() {
    let quoted: std::collections::BTreeSet<&str> = EXPORT
        .iter()
        .flat_map(|record| record["quotes"].as_array().into_iter().flatten())
        .filter(|quote| quote["kind"] == "direct")
        .filter_map(|quote| quote["speaker"].as_str())
        .collect();
    let book = screen("130x250", "Q");
    assert!(quoted.len() > 5 && quoted.iter().all(|speaker| book.contains(speaker)), "{quoted:?}\n{book}");
}
