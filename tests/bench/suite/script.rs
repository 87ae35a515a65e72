//! What is typed: a walk through everything the explorer does, and queries as people write them.

use super::corpus::{Bearer, Names, Random};

/// Queries of one to twelve characters.
const QUERIES: usize = 60;

/// What is typed, a key each; `<enter>` and the like are keys by name.
pub fn walk() -> Vec<(&'static str, String)> {
    let names = Names::new();
    let name = |bearer: Bearer| names.full(bearer).to_lowercase();
    let (group, place, person) = (name(Bearer::Group(3)), name(Bearer::Place(5)), names.short(Bearer::Person(2)).to_lowercase());
    let filter = |queries: &[&str]| format!("/{}<ctrl-u><esc>", queries.join("<ctrl-u>"));
    vec![
        ("walk the list", "jjjjjjjjjjjjjjjjjjjj<ctrl-d><ctrl-d><ctrl-d>GggGgg<pagedown><pagedown>".to_string()),
        ("filter, a word", filter(&[&group, &person, "zéali", "co"])),
        ("filter, fields", filter(&[&format!("place:{place}"), &format!("said:{person}"), "after:2010 -press", "is:starred"])),
        ("filter, text", filter(&["\"price of corn\"", "/cor[nm]\\b/"])),
        ("read and walk", "<enter>jjjj<ctrl-d>]]]]))))<esc><esc>".to_string()),
        ("names of all listed", "ajjja".to_string()),
        ("mark", " r u u".to_string()),
        ("page of a name", "<tab><tab>ejjjG<tab>jj<enter><esc><esc><esc>".to_string()),
        ("quote book", "QjjjjG<tab><enter><esc><esc>".to_string()),
        ("timeline", "tjjjj<esc>".to_string()),
        ("map", "mjjjj++-0<esc>".to_string()),
        ("sort", "ssssss".to_string()),
    ]
}

/// Queries of one to twelve characters: beginnings of names of every rank, alone and two together, letters left out, mistyped, behind a
/// field, left out; words and patterns in the text.
pub fn queries(articles: usize) -> Vec<String> {
    let (names, mut random) = (Names::new(), Random::new(2));
    (0..QUERIES).map(|number| query(number, &names, &mut random, articles)).collect()
}

fn query(number: usize, names: &Names, random: &mut Random, articles: usize) -> String {
    let length = 1 + number % 12;
    let mut name = |all: bool| {
        let (of, at) = (random.below(3), random.uneven(articles / 12 + 8));
        let bearer = [Bearer::Person(at), Bearer::Group(at), Bearer::Place(at)][of];
        (if all { names.full(bearer) } else { names.short(bearer) }).to_lowercase()
    };
    let wanted = match number % 10 {
        0..4 => name(true),
        4 => name(false).chars().take(length / 2).chain([' ']).chain(name(false).chars()).collect(),
        5 => name(true).chars().step_by(2).collect(),
        6 => name(true).chars().enumerate().map(|(at, letter)| if at == 3 { 'x' } else { letter }).collect(),
        7 => ["p:", "g:", "pe:", "s:", "t:", "-"][number / 10 % 6].chars().chain(name(true).chars()).collect(),
        8 => ["\"price of corn\"", "\"the old mill\""][number / 10 % 2].to_string(),
        _ => ["/cor[nm]\\b/", "/fer+y/"][number / 10 % 2].to_string(),
    };
    wanted.chars().take(length).collect()
}
