//! Names corrected by the user: what the store answers after each kind of correction, and after taking it back.

#[path = "support/articles.rs"]
mod articles;
#[path = "support/wend.rs"]
mod wend;

use articles::article;
use dateline::extract::Gazetteer;
use dateline::model::{Article, Change, Correction, Date, Kind};
use dateline::store::{Order, Query, Store};
use proptest::prelude::{Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use std::sync::Arc;
use wend::wend;

fn store(articles: Vec<Article>) -> Store {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    articles.into_iter().for_each(|article| {
        store.insert(article);
    });
    store
}

fn correction(kind: Kind, name: &str, change: Change) -> Correction {
    Correction { kind, name: name.into(), change }
}

/// `kind name: mentions in articles (aliases)`, in the order of the alphabet.
fn entities(store: &Store) -> Vec<String> {
    let line = |entity: &dateline::store::Entity| {
        let mut aliases: Vec<&str> = entity.aliases.iter().map(|alias| &**alias).collect();
        aliases.sort_unstable();
        format!("{} {}: {} in {} ({})", entity.kind.word(), entity.name, entity.mentions, entity.postings.len(), aliases.join(", "))
    };
    let mut lines: Vec<String> = store.entities().map(|(_, entity)| line(entity)).collect();
    lines.sort();
    lines
}

fn found(store: &Store, query: &str) -> usize {
    store.search(&Query::parse(query, Date::constant(2021, 6, 1)).query, Order::Corpus).len()
}

const AS_FOUND: [&str; 8] = [
    "group Millers’ Union: 1 in 1 ()",
    "group Tarn Post: 1 in 1 ()",
    "group Wend River Guard: 3 in 2 (Guard)",
    "person Jonas Reet: 1 in 1 ()",
    "person Mira Holt: 2 in 2 (Holt)",
    "place Lower Wend: 2 in 2 ()",
    "place Oberwend: 2 in 2 ()",
    "place Tarnholm: 1 in 1 ()",
];

/// What is different from how it was found: lines taken away and lines added.
fn difference(store: &Store) -> Vec<String> {
    let now = entities(store);
    let gone = AS_FOUND.iter().filter(|line| !now.iter().any(|other| other == *line)).map(|line| format!("- {line}"));
    let new = now.iter().filter(|line| !AS_FOUND.contains(&line.as_str())).map(|line| format!("+ {line}"));
    gone.chain(new).collect()
}

#[test]
fn merging_gives_one_entity_under_all_its_names_and_can_be_taken_back() {
    let mut store = store(wend());
    assert_eq!(entities(&store), AS_FOUND);
    store.correct(vec![correction(Kind::Group, "Millers’ Union", Change::SameAs(Kind::Group, "Wend River Guard".into()))]);
    assert_eq!(
        difference(&store),
        [
            "- group Millers’ Union: 1 in 1 ()",
            "- group Wend River Guard: 3 in 2 (Guard)",
            "+ group Wend River Guard: 4 in 2 (Guard, Millers’ Union)",
        ]
    );
    assert_eq!((found(&store, "group:\"millers union\""), found(&store, "group:guard")), (2, 2));
    store.correct(Vec::new());
    assert_eq!(difference(&store), [""; 0]);
    assert_eq!(found(&store, "group:\"millers union\""), 1);
}

#[test]
fn an_alias_split_off_is_an_entity_of_its_own() {
    let mut store = store(wend());
    store.correct(vec![correction(Kind::Group, "Wend River Guard", Change::Apart("Guard".into()))]);
    assert_eq!(
        difference(&store),
        ["- group Wend River Guard: 3 in 2 (Guard)", "+ group Guard: 1 in 1 ()", "+ group Wend River Guard: 2 in 2 ()",]
    );
}

#[test]
fn a_new_name_another_kind_and_no_name_at_all_hold_everywhere() {
    let mut store = store(wend());
    store.correct(vec![
        correction(Kind::Place, "Oberwend", Change::Called("Upper Wend".into())),
        correction(Kind::Group, "Tarn Post", Change::IsA(Kind::Place)),
        correction(Kind::Place, "Tarnholm", Change::NotAName),
        // It names the entity as the first correction left it.
        correction(Kind::Place, "Upper Wend", Change::IsA(Kind::Group)),
    ]);
    assert_eq!(
        difference(&store),
        [
            "- group Tarn Post: 1 in 1 ()",
            "- place Oberwend: 2 in 2 ()",
            "- place Tarnholm: 1 in 1 ()",
            "+ group Upper Wend: 2 in 2 (Oberwend)",
            "+ place Tarn Post: 1 in 1 ()",
        ]
    );
    assert_eq!((found(&store, "group:oberwend"), found(&store, "place:tarnholm")), (2, 0));
}

#[test]
fn somebody_merged_away_speaks_under_the_other_name() {
    let mut store = store(wend());
    store.correct(vec![correction(Kind::Person, "Jonas Reet", Change::SameAs(Kind::Person, "Mira Holt".into()))]);
    assert_eq!((found(&store, "said:holt"), found(&store, "said:reet")), (2, 2));
}

/// What was split off must not be there already when the corrections are applied once more.
#[test]
fn a_name_that_was_split_off_counts_from_its_correction_on() {
    let corrections = vec![
        correction(Kind::Person, "Holt", Change::SameAs(Kind::Group, "Wend River Guard".into())),
        correction(Kind::Person, "Mira Holt", Change::Apart("Holt".into())),
    ];
    let mut store = store(wend());
    store.correct(corrections.clone());
    let once = entities(&store);
    store.correct(corrections);
    assert_eq!(entities(&store), once);
    assert!(once.iter().any(|line| line.starts_with("person Holt")), "{once:?}");
}

fn any_correction() -> impl Strategy<Value = Correction> {
    let kind = || select(&[Kind::Group, Kind::Place, Kind::Person][..]);
    let name = || select(&["Wend River Guard", "Millers’ Union", "Guard", "Oberwend", "Lower Wend", "Mira Holt", "Holt", "Elsewhere"][..]);
    let change = prop_oneof![
        (kind(), name()).prop_map(|(kind, name)| Change::SameAs(kind, name.into())),
        name().prop_map(|name| Change::Called(name.into())),
        kind().prop_map(Change::IsA),
        proptest::strategy::Just(Change::NotAName),
        name().prop_map(|name| Change::Apart(name.into())),
    ];
    (kind(), name(), change).prop_map(|(kind, name, change)| correction(kind, name, change))
}

proptest! {
    /// Corrections hold for what is there and for what comes, and leave no trace when they are taken back.
    #[test]
    fn when_an_article_lands_does_not_matter(corrections in proptest::collection::vec(any_correction(), 0..6), early in 0usize..5) {
        let mut late = store(wend());
        late.correct(corrections.clone());
        let mut articles = wend();
        let rest = articles.split_off(early.min(articles.len()));
        let mut between = store(articles);
        between.correct(corrections);
        rest.into_iter().for_each(|article| { between.insert(article); });
        prop_assert_eq!(entities(&late), entities(&between));
        late.correct(Vec::new());
        prop_assert_eq!(entities(&late), AS_FOUND.map(String::from));
    }

    /// Each entity's counts are those of its mentions, whatever was corrected.
    #[test]
    fn counts_are_the_mentions(corrections in proptest::collection::vec(any_correction(), 0..6)) {
        let mut store = store(wend());
        store.correct(corrections);
        for (id, entity) in store.entities() {
            prop_assert_eq!(entity.mentions as usize, store.mentions_of(id).count());
            prop_assert_eq!(entity.mentions as usize, store.articles().flat_map(|(article, _)| store.mentions(article)).filter(|(_, other)| *other == id).count());
        }
    }
}

#[test]
fn a_name_of_very_many_forms_has_each_once_whatever_is_corrected_between() {
    let pages = |from: usize| {
        (from..from + 30).map(|number| {
            article("|||", &format!("Day {number}"), &format!("{{g:Guard {number}=Wend Guard}} and {{g:GUARD {number}=Wend Guard}}"))
        })
    };
    let mut store = store(pages(0).chain(pages(0)).collect());
    let aliases =
        |store: &Store| store.entities().find(|(_, entity)| &*entity.name == "Wend Guard").map_or(0, |(_, entity)| entity.aliases.len());
    assert_eq!((aliases(&store), store.entities().count()), (30, 1));
    store.correct(vec![correction(Kind::Group, "Wend Guard", Change::Apart("Guard 7".into()))]);
    pages(0).chain(pages(20)).for_each(|page| _ = store.insert(page));
    assert_eq!((aliases(&store), store.entities().count()), (49, 2));
    store.correct(Vec::new());
    assert_eq!((aliases(&store), store.entities().count()), (50, 1));
    assert_eq!(entities(&store)[0].split(" (").next(), Some("group Wend Guard: 240 in 120"));
}
