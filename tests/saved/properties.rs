//! Editing files that people write: whatever they hold, nothing of it is lost.

use dateline::model::{Change, Correction, Kind};
use dateline::saved::{SavedView, corrections, views};
use dateline::store::Order;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

/// Names with all that TOML has to escape.
fn name() -> impl Strategy<Value = Box<str>> {
    let words = prop_oneof![
        "[\"'\\\\#\\[\\]{}=,. \n\r\ta-z]{1,12}",
        any::<String>(),
        Just("\"\"\"".to_string()),
        Just("'''\n[[correction]]\n".to_string()),
        "\\PC{1,8}",
    ];
    words.prop_filter("a blank name is none", |name| !name.trim().is_empty()).prop_map(String::into_boxed_str)
}

fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

fn any_correction() -> impl Strategy<Value = Correction> {
    let change = prop_oneof![
        (kind(), name()).prop_map(|(kind, name)| Change::SameAs(kind, name)),
        name().prop_map(Change::Called),
        kind().prop_map(Change::IsA),
        Just(Change::NotAName),
        name().prop_map(Change::Apart),
    ];
    (kind(), name(), change).prop_map(|(kind, name, change)| Correction { kind, name, change })
}

/// Files as people write them, broken ones among them.
fn any_file() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any_correction().prop_map(|correction| corrections::append("", &correction)),
        any_correction().prop_map(|correction| corrections::append("", &correction).replace('\n', "\r\n")),
        prop::sample::select(vec![
            "",
            "\n",
            "\r\n",
            "\n\n",
            "# a note",
            "# a note\n",
            "  ",
            "[[correction]]",
            "[[correction]]\n",
            "[correction]\n",
            "x = 1\n",
            "group = \"A",
            "group",
            "[[correction]]\nplace = \"Tarn\"\nsame_as.group = \"B\" # so\n",
            "[[correction]]\nplace = \"Tarn\"\n[correction.same_as]\ngroup = \"B\"\n",
            "  [[correction]] # why\n\n  place = 'Tarn'\n# and\n  called = '''\nB'''",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn any_view() -> impl Strategy<Value = SavedView> {
    let sort = prop::option::of(prop::sample::select(Order::ALL.to_vec()));
    let fields = (name(), any::<String>(), sort, prop::option::of(name()));
    fields.prop_map(|(name, query, sort, shows)| SavedView { name: name.into(), query, sort, shows: shows.map(String::from) })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_appended_is_read_after_all_else_and_can_be_removed(text in any_file(), correction in any_correction()) {
        let longer = corrections::append(&text, &correction);
        assert!(longer.starts_with(&text));
        let mut expected = corrections::read(&text).0;
        expected.push(correction.clone());
        assert_eq!(corrections::read(&longer).0, expected, "{}", longer);
        assert_eq!(corrections::remove(&longer, &correction), Some(text));
    }

    #[test]
    fn removing_leaves_the_others(corrections in prop::collection::vec(any_correction(), 1..6), which in any::<prop::sample::Index>()) {
        let text = corrections.iter().fold(String::new(), |text, correction| corrections::append(&text, correction));
        let gone = which.get(&corrections);
        let mut left = corrections.clone();
        left.remove(corrections.iter().rposition(|correction| correction == gone).expect("there"));
        let expected = left.iter().fold(String::new(), |text, correction| corrections::append(&text, correction));
        assert_eq!(corrections::remove(&text, gone).expect("there").trim_start(), expected);
    }

    #[test]
    fn no_file_is_too_odd(text in "\\PC{0,60}|[a-z=\"'\\[\\]{}\n #]{0,80}") {
        for problem in corrections::read(&text).1.into_iter().chain(views::read(&text).1) {
            assert!(problem.line <= text.matches('\n').count() + 1, "{problem}");
        }
    }

    #[test]
    fn views_are_read_as_they_were_written(views in prop::collection::vec(any_view(), 1..5)) {
        let text = views.iter().fold(String::new(), |text, view| views::append(&text, view));
        let mut expected: Vec<SavedView> = Vec::new();
        for view in &views {
            match expected.iter_mut().find(|known| known.name == view.name) {
                Some(known) => *known = view.clone(),
                None => expected.push(view.clone()),
            }
        }
        assert_eq!(views::read(&text), (expected.clone(), vec![]));
        let last = expected.pop().expect("one");
        let rest = views::remove(&text, &last.name).expect("there");
        assert_eq!(views::read(&rest), (expected, vec![]));
        assert_eq!(views::append(&rest, &last), text);
    }
}
