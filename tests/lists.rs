//! What is found, in which order, and who is counted, against plain ways of finding out.

#[path = "support/articles.rs"]
mod articles;

use articles::article;
use dateline::extract::Gazetteer;
use dateline::model::{Article, Change, Correction, Date, Kind, Marks};
use dateline::store::{ArticleId, EntityCount, Hit, Known, Order, Query, Reached, Store};
use dateline::text::{Case, folded};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const WORDS: [&str; 6] = ["Ferry", "Mill", "Tarn", "Öberwend", "Wend River", "corn"];
const NAMES: [&str; 6] = ["{p:Tarn}", "{p:Öberwend}", "{g:Wend Guard}", "{g:Guard=Wend Guard}", "{n:Mira Holt}", "{n:Holt=Mira Holt}"];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(0..WORDS.len(), 1..4)
        .prop_map(|numbers| numbers.iter().map(|number| WORDS[*number]).collect::<Vec<_>>().join(" "))
}

fn facts() -> impl Strategy<Value = String> {
    let day = prop_oneof![Just(String::new()), (0..3, 1..13, 1..4).prop_map(|(year, month, day)| format!("202{year}-{month:02}-0{day}"))];
    let source = prop::sample::select(vec!["", "Tarn Post", "Wend Courier", "Mill"]);
    let byline = prop::sample::select(vec!["", "Ida Falk", "Mira Holt"]);
    (day, source, byline).prop_map(|(day, source, byline)| format!("{day}|{source}|{byline}|"))
}

fn corpus(most: usize) -> impl Strategy<Value = Vec<Article>> {
    let body = prop::collection::vec(0..NAMES.len(), 0..5)
        .prop_map(|numbers| numbers.iter().map(|number| NAMES[*number]).collect::<Vec<_>>().join(" and "));
    prop::collection::vec((facts(), words(), body).prop_map(|(facts, title, body)| article(&facts, &title, &body)), 1..most)
}

fn store(articles: Vec<Article>) -> Store {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    land(&mut store, articles);
    store
}

fn land(store: &mut Store, articles: impl IntoIterator<Item = Article>) {
    articles.into_iter().for_each(|article| {
        store.insert(article);
    });
}

fn parsed(query: &str) -> Query {
    Query::parse(query, Date::constant(2022, 6, 30)).query
}

/// Merging, another form apart, no name at all.
fn corrections() -> Vec<Correction> {
    let correction = |kind, name: &str, change| Correction { kind, name: name.into(), change };
    vec![
        correction(Kind::Place, "Tarn", Change::SameAs(Kind::Place, "Öberwend".into())),
        correction(Kind::Person, "Mira Holt", Change::Apart("Holt".into())),
        correction(Kind::Group, "Wend Guard", Change::NotAName),
    ]
}

/// How well a part of a word fits an article, by the rule: 300, one more for the whole, and for each mention up to twenty.
fn score(store: &Store, id: ArticleId, word: &str) -> Option<i32> {
    let article = store.article(id);
    let part = |text: &str| folded(text, Case::Lower).contains(word).then(|| 300 + i32::from(folded(text, Case::Lower) == word));
    let named = store.entities().filter_map(|(_, entity)| {
        let posting = entity.postings.iter().find(|posting| posting.article == id)?;
        let forms = entity.aliases.iter().chain([&entity.name]);
        Some(forms.filter_map(|form| part(form)).max()? + posting.mentions.min(20) as i32)
    });
    let source = article.source.as_deref().and_then(part);
    let byline = article.byline.iter().filter_map(|name| part(name));
    named.chain(source).chain(byline).chain(part(article.headline())).max()
}

fn in_order(store: &Store, order: Order, mut hits: Vec<(ArticleId, i32)>) -> Vec<ArticleId> {
    let day = |id: &ArticleId| store.article(*id).published;
    let newest = |id: &ArticleId| (day(id).is_none(), Reverse(day(id)));
    let source = |id: &ArticleId| folded(store.article(*id).source.as_deref().unwrap_or_default(), Case::Lower);
    match order {
        Order::Rank => hits.sort_by_key(|(id, score)| (Reverse(*score), newest(id))),
        Order::Newest => hits.sort_by_key(|(id, _)| newest(id)),
        Order::Oldest => hits.sort_by_key(|(id, _)| (day(id).is_none(), day(id))),
        Order::Title => hits.sort_by_key(|(id, _)| folded(store.article(*id).headline(), Case::Lower)),
        Order::Source => hits.sort_by_key(|(id, _)| (source(id).is_empty(), source(id), newest(id))),
        Order::Corpus => {}
    }
    hits.into_iter().map(|(id, _)| id).collect()
}

/// Each article's names, looked at one by one.
fn counted(store: &Store, articles: &BTreeSet<ArticleId>) -> Vec<EntityCount> {
    let mut counts: BTreeMap<_, (u32, BTreeSet<ArticleId>)> = BTreeMap::new();
    for article in articles {
        for (_, entity) in store.mentions(*article) {
            let count = counts.entry(entity).or_default();
            count.0 += 1;
            count.1.insert(*article);
        }
    }
    counts.into_iter().map(|(entity, (mentions, articles))| EntityCount { entity, mentions, articles: articles.len() as u32 }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_search_in_slices_is_a_plain_search(articles in corpus(60), word in "[a-t]{1,2}", order in 0usize..6, steps in 1usize..40, corrected in 0usize..4) {
        let (mut store, order) = (store(articles), Order::ALL[order]);
        store.correct(corrections().into_iter().take(corrected).collect());
        let hits = store.ids().filter_map(|id| Some((id, score(&store, id, &word)?))).collect();
        let wanted = in_order(&store, order, hits);
        let mut searching = store.begin_search(&parsed(&format!("'{word}")), order, Known::default());
        while searching.go_on(&store, steps) != Reached::All {
            store.insert(article("2020-01-01|Late Post||", &format!("{word} late"), "{n:Mira Holt} {p:Late}"));
        }
        let found: Vec<ArticleId> = searching.take_hits(&store).all().map(|hit| hit.article).collect();
        prop_assert_eq!(found, wanted, "{} {:?}", word, order);
    }

    #[test]
    fn a_word_typed_letter_by_letter_finds_what_it_finds_alone(
        articles in corpus(40), late in corpus(9), word in "(mi|ho|ta|we|gu|ma){1,3}", corrected in 0usize..4, slices in 0usize..9, at in 0usize..4,
    ) {
        let mut store = store(articles);
        store.correct(corrections().into_iter().take(corrected).collect());
        let mut known = Known::default();
        for end in 1..word.len() {
            let mut searching = store.begin_search(&parsed(&word[..end]), Order::Rank, known);
            (0..slices).for_each(|_| _ = searching.go_on(&store, 1));
            known = searching.known();
            if end == at {
                land(&mut store, late.clone());
            }
        }
        let mut searching = store.begin_search(&parsed(&word), Order::Rank, known);
        while searching.go_on(&store, 7) != Reached::All {}
        let found: Vec<Hit> = searching.take_hits(&store).all().collect();
        prop_assert_eq!(found, store.search(&parsed(&word), Order::Rank), "{}", word);
    }

    #[test]
    fn hits_in_texts_come_in_parts_of_what_is_found(articles in corpus(60), order in 0usize..6, steps in 1usize..40) {
        let (store, order) = (store(articles), Order::ALL[order]);
        for query in [r#""tarn""#, r#"/h.lt/ | "wend guard""#, r#"tarn -"holt""#] {
            let whole: Vec<Hit> = store.search(&parsed(query), order);
            let mut searching = store.begin_search(&parsed(query), order, Known::default()).in_parts();
            let mut reached = Reached::Nothing;
            while reached != Reached::All {
                reached = searching.go_on(&store, steps);
                if reached != Reached::Nothing {
                    let (part, mut rest) = (searching.take_hits(&store), whole.iter());
                    prop_assert!(part.all().all(|hit| rest.any(|other| *other == hit)), "{} {:?}", query, order);
                    prop_assert!(reached == Reached::Part || part.len() == whole.len());
                }
            }
        }
    }

    #[test]
    fn everything_is_listed_in_every_order(articles in corpus(60), steps in 1usize..99) {
        let store = store(articles);
        for order in Order::ALL {
            let mut searching = store.begin_search(&Query::default(), order, Known::default());
            while searching.go_on(&store, steps) != Reached::All {}
            let found: Vec<ArticleId> = searching.take_hits(&store).all().map(|hit| hit.article).collect();
            prop_assert_eq!(found, in_order(&store, order, store.ids().map(|id| (id, 0)).collect()), "{:?}", order);
        }
    }

    #[test]
    fn names_are_counted_as_one_by_one(articles in corpus(9), copies in 1usize..40, some in prop::collection::btree_set(0u32..300, 0..9), corrected in 0usize..4) {
        let all = (0..copies).flat_map(|_| articles.clone()).collect();
        let mut store = store(all);
        store.correct(corrections().into_iter().take(corrected).collect());
        let some: BTreeSet<ArticleId> = some.into_iter().map(ArticleId).filter(|id| (id.0 as usize) < store.len()).collect();
        for articles in [some.clone(), some.into_iter().take(1).collect(), store.ids().collect()] {
            prop_assert_eq!(store.counts(articles.iter().copied()), counted(&store, &articles));
        }
    }

    #[test]
    fn marks_are_found_where_they_are(articles in corpus(30), marked in prop::collection::vec((0u32..40, 0u8..16), 0..12), later in 0usize..30) {
        let mut store = store(articles.iter().take(later + 1).cloned().collect());
        for (number, what) in marked {
            let id = ArticleId(number % store.len() as u32);
            let mut marks = Marks { read: what & 1 > 0, starred: what & 2 > 0, ..Marks::default() };
            (what & 4 > 0).then(|| marks.toggle_tag("flood"));
            (what & 8 > 0).then(|| marks.toggle_tag("Floods"));
            store.mark(id, marks);
        }
        land(&mut store, articles.into_iter().skip(later + 1));
        let found = |query: &str| store.search(&parsed(query), Order::Corpus).into_iter().map(|hit| hit.article).collect::<Vec<_>>();
        let holds = |holds: fn(&Marks) -> bool| store.ids().filter(|id| holds(store.marks(*id))).collect::<Vec<_>>();
        prop_assert_eq!(found("is:read"), holds(|marks| marks.read));
        prop_assert_eq!(found("is:unread"), holds(|marks| !marks.read));
        prop_assert_eq!(found("is:starred"), holds(|marks| marks.starred));
        prop_assert_eq!(found("is:tagged"), holds(|marks| !marks.tags.is_empty()));
        prop_assert_eq!(found("tag:floods"), holds(|marks| marks.tags.iter().any(|tag| &**tag == "Floods")));
    }
}
