//! The lines under a headline that only name a person, a house or a section (`Tom Ashworth`, `Rift Valley Standard`, `News | Region`).
//! Such a line is read as one only where a date or a byline stands among its neighbours: alone it may be a heading.

use super::super::lexicon::Lexicon;

/// A line of an imprint is no longer than this, in characters.
const LONGEST: usize = 60;
/// Words that end the name of a house which no list has.
const HOUSES: &[&str] = &[
    "agency",
    "bulletin",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "echo",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "ledger",
    "magazine",
    "mail",
    "mercury",
    "mirror",
    "monitor",
    "news",
    "newspaper",
    "newswire",
    "observer",
    "post",
    "press",
    "radio",
    "record",
    "register",
    "report",
    "reporter",
    "review",
    "sentinel",
    "standard",
    "star",
    "sun",
    "telegraph",
    "times",
    "today",
    "tribune",
    "tv",
    "weekly",
    "wire",
];

/// What a line of an imprint says.
#[derive(Debug, PartialEq)]
pub(super) enum Imprint<'a> {
    Person(&'a str),
    House(&'a str),
    /// The way to the article through its site.
    Sections,
}

/// How many of `lines` are an imprint: short lines without a sentence, one of which is certain.
pub(super) fn length(lines: &[&str], is_certain: impl Fn(&str) -> bool, lexicon: &Lexicon) -> usize {
    let length = lines.iter().take_while(|line| is_certain(line) || imprint(line, lexicon).is_some()).count();
    if lines[..length].iter().any(|line| is_certain(line)) { length } else { 0 }
}

pub(super) fn imprint<'a>(line: &'a str, lexicon: &Lexicon) -> Option<Imprint<'a>> {
    let words = line.split_whitespace().count();
    let capitals = line.split_whitespace().all(|word| word.starts_with(|c: char| !c.is_lowercase()));
    if line.chars().count() > LONGEST || !capitals || line.ends_with(['.', '!', '?', ':', ',']) {
        return None;
    }
    match () {
        () if line.contains(" | ") || line.contains(" > ") || line.contains(" » ") => Some(Imprint::Sections),
        () if is_house(line, lexicon) => Some(Imprint::House(line)),
        () if (2..=3).contains(&words) && lexicon.begins_with_given_name(line) => Some(Imprint::Person(line)),
        () => None,
    }
}

/// A medium the gazetteer has, or one whose last word says what it is.
pub(super) fn is_house(name: &str, lexicon: &Lexicon) -> bool {
    let mut words = name.split_whitespace();
    let called = words.next_back().is_some_and(|last| HOUSES.contains(&last.to_lowercase().as_str()));
    lexicon.media(name).is_some() || (called && (1..=4).contains(&words.count()) && name.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_name_and_do_nothing_else() {
        let lexicon = Lexicon::for_tests("group/media\tReuters\t-\t-\t5");
        for (line, what) in [
            ("Rift Valley Standard", Some(Imprint::House("Rift Valley Standard"))),
            ("Reuters", Some(Imprint::House("Reuters"))),
            ("Anna Wend", Some(Imprint::Person("Anna Wend"))),
            ("News | Region | Boats", Some(Imprint::Sections)),
            ("The bridge opens", None),
            ("Background", None),
            ("Anna Wend opens a bridge", None),
        ] {
            assert_eq!(imprint(line, &lexicon), what, "{line}");
        }
    }

    #[test]
    fn nothing_is_read_without_a_date_or_a_byline_beside_it() {
        let lexicon = Lexicon::for_tests("");
        let is_certain = |line: &str| line.starts_with("By ");
        assert_eq!(length(&["Wend Courier", "The bridge is open."], is_certain, &lexicon), 0);
        assert_eq!(length(&["Wend Courier", "By Ada Ost", "The bridge is open."], is_certain, &lexicon), 2);
    }
}
