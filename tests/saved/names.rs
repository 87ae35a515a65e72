//! The names file: what is read, what is told, what stays when it is edited.

use dateline::model::{Change, Correction, Kind};
use dateline::saved::corrections;

const NAMES: &str = r#"# Names of ours.

[[correction]]
group = "Guard"   # the short form
same_as = { group = "Wend River Guard" }

[[correction]]
place = "Tarn"
called = "Tarn (river)"
[[correction]]
person = "Monday"
not_a_name = true

# Not a group at all.
[[correction]]
group = 'Lower Wend'
is_a = "place"

[[correction]]
group = "Wend River Guard"
apart = """Lower
Guard"""
# The end."#;

fn correction(kind: Kind, name: &str, change: Change) -> Correction {
    Correction { kind, name: name.into(), change }
}

fn names() -> Vec<Correction> {
    vec![
        correction(Kind::Group, "Guard", Change::SameAs(Kind::Group, "Wend River Guard".into())),
        correction(Kind::Place, "Tarn", Change::Called("Tarn (river)".into())),
        correction(Kind::Person, "Monday", Change::NotAName),
        correction(Kind::Group, "Lower Wend", Change::IsA(Kind::Place)),
        correction(Kind::Group, "Wend River Guard", Change::Apart("Lower\nGuard".into())),
    ]
}

#[test]
fn a_names_file_is_read_in_its_order() {
    assert_eq!(corrections::read(NAMES), (names(), vec![]));
    assert_eq!(corrections::read(&NAMES.replace('\n', "\r\n")).0[..4], names()[..4]);
    assert_eq!(corrections::read(&format!("\u{feff}{NAMES}")), (names(), vec![]));
}

#[test]
fn a_block_that_is_removed_takes_nothing_with_it() {
    let without = |number: usize| corrections::remove(NAMES, &names()[number]).expect("it is there");
    assert_eq!(without(1), NAMES.replace("\n[[correction]]\nplace = \"Tarn\"\ncalled = \"Tarn (river)\"\n", ""));
    assert_eq!(without(2), NAMES.replace("[[correction]]\nperson = \"Monday\"\nnot_a_name = true\n", ""));
    assert_eq!(without(3), NAMES.replace("[[correction]]\ngroup = 'Lower Wend'\nis_a = \"place\"\n", ""));
    assert!(without(4).ends_with("is_a = \"place\"\n# The end."));
    for number in 0..names().len() {
        let mut left = names();
        left.remove(number);
        assert_eq!(corrections::read(&without(number)), (left, vec![]));
    }
    assert_eq!(corrections::remove(NAMES, &correction(Kind::Place, "Guard", Change::NotAName)), None);
}

#[test]
fn of_two_equal_blocks_the_last_is_removed() {
    let twice = corrections::append(NAMES, &names()[1]);
    assert_eq!(corrections::remove(&twice, &names()[1]).as_deref(), Some(NAMES));
}

#[test]
fn every_wrong_block_is_told_and_the_others_count() {
    let blocks = [
        (
            "colour = \"red\"\ngroup = \"A\"",
            "line 5, column 1: `colour` is none of group, place, person, same_as, called, is_a, not_a_name, apart",
        ),
        ("called = \"A\"", "line 4, column 1: the name is wanted: one of group, place, person"),
        ("group = \"A\"", "line 4, column 1: the change is wanted: one of same_as, called, is_a, not_a_name, apart"),
        ("group = \"A\"\nplace = \"B\"\nis_a = \"place\"", "line 6, column 9: only one of group, place, person can be the name"),
        ("group = \"A\"\nis_a = \"river\"", "line 6, column 8: `river` is none of group, place, person"),
        ("group = \" \"\nis_a = \"place\"", "line 5, column 9: `group` wants words in quotation marks"),
        ("group = \"A\"\ncalled = 3", "line 6, column 10: `called` wants words in quotation marks"),
        ("group = \"A\"\nnot_a_name = false", "line 6, column 14: `not_a_name` can only be true"),
        ("group = \"A\"\nsame_as = \"B\"", "line 6, column 11: `same_as` wants { group = \"…\" }, or place, or person"),
        ("group = \"A\"\nsame_as = { who = \"B\" }", "line 6, column 13: `who` is none of group, place, person"),
        ("group = \"Ä\" called = \"B\"", "line 5, column 13: unexpected key or value, expected newline, `#`"),
        ("group", "line 5, column 6: key with no value, expected `=`"),
        ("group = \"A", "line 5, column 11: invalid basic string, expected `\"`"),
        ("group = {", "line 5, column 10: unclosed inline table, expected `}`"),
        ("group = \"A\"\ngroup = \"B\"", "line 6, column 1: duplicate key"),
    ];
    let (before, after) = (correction(Kind::Person, "Monday", Change::NotAName), correction(Kind::Place, "Ö", Change::IsA(Kind::Person)));
    for (block, told) in blocks {
        let text = corrections::append("", &before) + "[[correction]]\n" + block + "\n";
        let (read, problems) = corrections::read(&corrections::append(&text, &after));
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>()[..1], [told], "{block}");
        assert_eq!(read, [before.clone(), after.clone()], "{block}");
    }
}

#[test]
fn a_slip_elsewhere_does_not_tear_a_block_from_its_inner_table() {
    let text = "[[correction]]\ngroup = \"A\"\n  [correction.same_as]\n  place = \"B\"\n[[correction]]\ngroup\n";
    let (read, problems) = corrections::read(text);
    assert_eq!(read, [correction(Kind::Group, "A", Change::SameAs(Kind::Place, "B".into()))]);
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn other_headings_are_told() {
    for (text, told) in [
        ("[correction]\ngroup = \"A\"\nis_a = \"place\"", "line 1, column 2: only [[correction]] can stand here"),
        ("correction = [{ group = \"A\", is_a = \"place\" }]", "line 1, column 15: each begins with a line [[correction]]"),
        ("[[corection]]\ngroup = \"A\"", "line 1, column 3: only [[correction]] can stand here"),
        ("group = \"A\"", "line 1, column 1: only [[correction]] can stand here"),
    ] {
        let (read, problems) = corrections::read(&corrections::append(text, &names()[0]));
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [told], "{text}");
        assert_eq!(read, names()[..1], "{text}");
    }
}
