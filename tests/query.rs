//! The query language over a small corpus of invented people, places and groups.

#[path = "support/articles.rs"]
mod articles;

use articles::article;
use dateline::extract::Gazetteer;
use dateline::model::{Article, ContentId, Date, Marks};
use dateline::store::{ArticleId, Known, Order, Query, Reached, Store, filter_for};
use dateline::text::Span;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop, prop_oneof, proptest};
use std::sync::Arc;

fn corpus() -> Vec<Article> {
    vec![
        article(
            "2021-05-03|Wend Courier|Ida Falk|",
            "Ferry runs at Öberwend",
            "The {g:Wend River Guard} met at {p:Öberwend}. “The water’s   gone,”{said:Mira Holt} {n:Mira Holt}.",
        ),
        article(
            "2021-06-09|Tarn Post||",
            "Mill closes",
            "The mill at {p:Lower Öberwend} is shut. “No corn,”{told:Jonas Reet} {n:Jonas Reet}.",
        ),
        article("|Wend Courier||", "River Guard drills", "The {g:Guard=Wend River Guard} and {n:Holt=Mira Holt} were at {p:Tarn}."),
        article("2020-11-20|||", "A quiet winter", "Nothing happened in {p:Tarn}, in a corn field, São\u{a0}Tarn."),
    ]
}

fn store() -> Store {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    corpus().into_iter().for_each(|article| {
        store.insert(article);
    });
    store
}

fn today() -> Date {
    Date::constant(2021, 6, 30)
}

fn in_order(store: &Store, query: &str, order: Order) -> Vec<u32> {
    let parsed = Query::parse(query, today());
    store.search(&parsed.query, order).into_iter().map(|hit| hit.article.0).collect()
}

/// Numbers of the articles found, in the order of the corpus.
fn found(query: &str) -> Vec<u32> {
    assert_eq!(Query::parse(query, today()).problems, [], "{query}");
    in_order(&store(), query, Order::Corpus)
}

#[test]
fn any_form_of_a_name_finds_the_entity() {
    assert_eq!(found("group:guard"), [0, 2]);
    assert_eq!(found("person:\"mira holt\""), [0, 2], "the third article calls her Holt");
    assert_eq!(found("g:^wend"), [0, 2]);
}

#[test]
fn case_and_accents_do_not_matter() {
    for query in ["place:oberwend", "place:ÖBERWEND", "p:öberwend", "p:Oberwend"] {
        assert_eq!(found(query), [0, 1], "{query}");
    }
}

#[test]
fn words_stand_together_in_any_order() {
    assert_eq!(found("holt guard"), [0, 2]);
    assert_eq!(found("drills holt"), [2]);
    assert_eq!(found("holt drills mill"), Vec::<u32>::new());
}

#[test]
fn either_not_and_parentheses() {
    assert_eq!(found("mill | winter"), [1, 3]);
    assert_eq!(found("place:tarn -winter"), [2]);
    assert_eq!(found("(mill | ferry) -person:reet"), [0]);
    assert_eq!(found("-(mill | ferry)"), [2, 3]);
}

#[test]
fn a_quoted_value_is_exactly_that_name_if_there_is_one() {
    assert_eq!(found("place:\"öberwend\""), [0], "not Lower Öberwend");
    assert_eq!(found("place:\"lower\""), [1], "nothing is called so: whole words of a name");
    assert_eq!(found("place:\"low"), [1], "still being typed: the beginning will do");
}

#[test]
fn a_filter_made_for_an_entity_finds_just_its_articles() {
    let store = store();
    for (_, entity) in store.entities() {
        let articles: Vec<u32> = entity.postings.iter().map(|posting| posting.article.0).collect();
        assert_eq!(in_order(&store, &filter_for(entity), Order::Corpus), articles, "{}", entity.name);
    }
}

#[test]
fn said_and_quote_ask_for_speech() {
    assert_eq!(found("said:holt"), [0], "she is named in the third but says nothing there");
    assert_eq!(found("actor:holt"), [0, 2]);
    assert_eq!(found("quote:corn"), [1], "the field is no quotation");
    assert_eq!(found("\"corn\""), [1, 3]);
}

#[test]
fn exact_words_and_expressions_are_spans_of_the_text() {
    let store = store();
    for (query, words) in
        [("\"waters gone\"", "water’s   gone"), ("\"sao tarn\"", "São\u{a0}Tarn"), ("/qu.et/", "quiet"), ("/W[a-z]+ C/", "")]
    {
        let parsed = Query::parse(query, today());
        let hits: Vec<String> = store
            .search(&parsed.query, Order::Corpus)
            .into_iter()
            .flat_map(|hit| store.found(&parsed.query, hit.article).into_iter().map(move |span| (hit.article, span)))
            .map(|(id, span)| span.of(&store.article(id).text).to_string())
            .collect();
        assert_eq!(hits, if words.is_empty() { vec![] } else { vec![words] }, "{query}");
    }
}

#[test]
fn headline_source_and_byline() {
    assert_eq!((found("title:mill"), found("source:tarn"), found("by:falk"), found("so:wend")), (vec![1], vec![1], vec![0], vec![0, 2]));
}

#[test]
fn dates() {
    for (query, articles) in [
        ("on:2021", &[0, 1][..]),
        ("on:2021-05", &[0]),
        ("after:2021-05-03", &[0, 1]),
        ("after:2021-05-04", &[1]),
        ("before:2021", &[3]),
        ("before:2021-05-03", &[3]),
        ("after:30d", &[1]),
        ("after:2m", &[0, 1]),
    ] {
        assert_eq!(found(query), articles, "{query}: the undated article matches no date");
    }
}

#[test]
fn signs_as_in_fzf() {
    assert_eq!((found("^mill"), found("closes$"), found("'ill"), found("^ill")), (vec![1], vec![1], vec![1, 2], vec![]), "mill, drills");
}

#[test]
fn letters_far_apart_are_no_match() {
    assert_eq!(found("frry"), [0], "ferry");
    assert_eq!(found("rgd"), [2], "initials of River Guard drills");
    assert_eq!(found("fwd"), Vec::<u32>::new(), "Ferry … Öberwend");
}

#[test]
fn what_matched_is_lit_in_the_headline() {
    let store = store();
    let lit = |query: &str, number: u32| -> Vec<String> {
        let id = dateline::store::ArticleId(number);
        store.lit(&Query::parse(query, today()).query, id).into_iter().map(|span| span.of(&store.article(id).text).to_string()).collect()
    };
    assert_eq!(lit("ober", 0), ["Öber"]);
    assert_eq!(lit("frry", 0), ["F", "rry"]);
    assert_eq!(lit("-mill", 1), Vec::<String>::new());
}

#[test]
fn orders_are_total_and_keep_still_while_one_types() {
    let store = store();
    assert_eq!(in_order(&store, "", Order::Rank), [1, 0, 3, 2], "newest first, undated last");
    assert_eq!(in_order(&store, "", Order::Oldest), [3, 0, 1, 2]);
    assert_eq!(in_order(&store, "", Order::Title), [3, 0, 1, 2]);
    assert_eq!(in_order(&store, "", Order::Source), [1, 0, 2, 3], "no source last");
    let typed: Vec<Vec<u32>> =
        ["t", "ta", "tar", "tarn"].iter().map(|query| in_order(&store, &format!("p:{query}"), Order::Rank)).collect();
    assert!(typed.windows(2).all(|pair| pair[0] == pair[1]), "{typed:?}");
}

#[test]
fn half_typed_queries_still_answer_with_what_can_be_read() {
    let store = store();
    for (query, articles) in [
        ("mill place:", vec![1]),
        ("mill |", vec![1]),
        ("mill -", vec![1]),
        ("(mill", vec![1]),
        ("mill )", vec![1]),
        ("mill after:20", vec![1]),
    ] {
        assert_eq!(in_order(&store, query, Order::Corpus), articles, "{query}");
    }
}

#[test]
fn articles_are_found_by_the_beginning_of_their_id() {
    let store = store();
    for (id, article) in store.articles() {
        assert_eq!(store.find(&article.id.to_string()), [id]);
        assert!(store.find(&article.id.to_string()[..4].to_uppercase()).contains(&id));
    }
    assert_eq!(store.find(""), []);
}

fn marks(read: bool, starred: bool, tags: &[&str], note: &str) -> Marks {
    let mut marks = Marks { read, starred, ..Marks::default() };
    tags.iter().for_each(|tag| assert!(marks.toggle_tag(tag)));
    marks.set_note(Span::new(0, 5), note);
    marks
}

fn marked_store() -> Store {
    let mut store = store();
    store.mark(ArticleId(0), marks(true, true, &["Flood", "to read"], ""));
    store.mark(ArticleId(1), marks(true, false, &["floods"], "whose mill?"));
    store.mark(ArticleId(3), marks(false, false, &["Übersicht"], ""));
    store
}

#[test]
fn marks_are_asked_for_by_is_and_tag() {
    let store = marked_store();
    for (query, articles) in [
        ("is:read", &[0, 1][..]),
        ("is:unread", &[2, 3]),
        ("-is:read", &[2, 3]),
        ("i:STARRED", &[0]),
        ("is:noted", &[1]),
        ("is:tagged", &[0, 1, 3]),
        ("is:read -is:starred mill", &[1]),
        ("tag:flood", &[0]),
        ("tag:FLOODS", &[1]),
        ("tag:flo", &[0, 1]),
        ("tag:\"flo\"", &[]),
        ("tag:\"To Read\"", &[0]),
        ("tag:\"to re", &[0]),
        ("tag:^flood$", &[0]),
        ("tag:^flood", &[0, 1]),
        ("tag:ods$", &[1]),
        ("ta:ubersicht | tag:floods", &[1, 3]),
    ] {
        assert_eq!(Query::parse(query, today()).problems, [], "{query}");
        assert_eq!(in_order(&store, query, Order::Corpus), articles, "{query}");
    }
}

#[test]
fn a_half_typed_mark_tells_what_it_can_be() {
    for query in ["is:un", "is:readable", "is:\"un\""] {
        let parsed = Query::parse(&format!("mill {query}"), today());
        let [problem] = &parsed.problems[..] else { panic!("{query}: {:?}", parsed.problems) };
        assert_eq!(problem.span.range(), 5..5 + query.len());
        assert_eq!(problem.reason, "one of read, unread, starred, noted, tagged is wanted");
        assert!(!problem.waits, "{query}: the last whole query serves better");
    }
}

#[test]
fn marks_come_and_go() {
    let mut store = marked_store();
    let before = store.mark(ArticleId(0), Marks::default());
    assert_eq!(before, marks(true, true, &["Flood", "to read"], ""));
    assert_eq!(store.marks(ArticleId(0)), &Marks::default());
    assert_eq!(in_order(&store, "is:starred", Order::Corpus), Vec::<u32>::new());
    assert_eq!(in_order(&store, "tag:flood", Order::Corpus), [1], "no tag is called so any more: the beginning will do");
}

#[test]
fn remembered_marks_hold_for_articles_that_land_later_and_for_copies() {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    let starred = || marks(false, true, &[], "");
    let elsewhere = marks(false, false, &["flo"], "");
    let articles = corpus();
    let remembered = [(articles[1].id, starred()), (articles[2].id, starred()), (articles[3].id, Marks::default())];
    store.insert(articles[2].clone());
    store.remember(remembered.into_iter().chain([(ContentId::of("in another folder"), elsewhere)]));
    articles.iter().chain([&articles[1]]).for_each(|article| {
        store.insert(article.clone());
    });
    assert_eq!(in_order(&store, "is:starred", Order::Corpus), [0, 2, 3, 5]);
    store.mark(ArticleId(5), marks(false, false, &["floods"], ""));
    assert_eq!(in_order(&store, "is:starred", Order::Corpus), [0, 3]);
    assert_eq!(in_order(&store, "tag:flo", Order::Corpus), [2, 5], "the tag of another folder's article does not count");
    store.remember(articles.iter().map(|article| (article.id, Marks::default())));
    assert_eq!(in_order(&store, "is:unread -is:starred -is:tagged", Order::Corpus), [0, 1, 2, 3, 4, 5]);
}

/// A query and what it must find, said without the store.
type Case = (String, Vec<bool>);

fn term() -> impl Strategy<Value = Case> {
    let case = |query: &str, articles: [bool; 4]| Just((query.to_string(), articles.to_vec()));
    prop_oneof![
        case("place:\"tarn\"", [false, false, true, true]),
        case("place:\"öberwend\"", [true, false, false, false]),
        case("person:\"jonas reet\"", [false, true, false, false]),
        case("\"corn\"", [false, true, false, true]),
        case("\"the\"", [true, true, true, false]),
        case("'mill", [false, true, false, false]),
    ]
}

fn expression() -> impl Strategy<Value = Case> {
    let both = |parts: Vec<Case>, sign: &str, join: fn(bool, bool) -> bool| {
        let text = parts.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(sign);
        let holds = |number: usize| parts.iter().map(|(_, articles)| articles[number]).reduce(join).unwrap_or(true);
        (format!("({text})"), (0..4).map(holds).collect())
    };
    term().prop_recursive(4, 24, 3, move |inner| {
        let parts = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            parts().prop_map(move |parts| both(parts, " ", |one, other| one && other)),
            parts().prop_map(move |parts| both(parts, " | ", |one, other| one || other)),
            inner.clone().prop_map(|(text, articles)| (format!("-({text})"), articles.into_iter().map(|holds| !holds).collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn search_agrees_with_logic((query, articles) in expression()) {
        let wanted: Vec<u32> = (0..4).filter(|&number| articles[number as usize]).collect();
        assert_eq!(found(&query), wanted, "{}", query);
    }

    #[test]
    fn a_search_in_slices_finds_the_same((query, _) in expression(), steps in 1usize..9, order in 0usize..6) {
        let (mut store, order) = (store(), Order::ALL[order]);
        let query = Query::parse(&query, today()).query;
        let wanted = store.search(&query, order);
        let mut searching = store.begin_search(&query, order, Known::default());
        while searching.go_on(&store, steps) != Reached::All {
            store.insert(corpus().swap_remove(0));
        }
        assert_eq!(searching.take_hits(&store).all().collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn no_input_is_too_odd(query in "\\PC{0,30}|[a-z:\"|() /^$'-]{0,30}") {
        let parsed = Query::parse(&query, today());
        for problem in &parsed.problems {
            assert!(query.get(problem.span.range()).is_some(), "{problem:?}");
        }
        let store = store();
        for hit in store.search(&parsed.query, Order::Rank) {
            let spans = store.lit(&parsed.query, hit.article).into_iter().chain(store.found(&parsed.query, hit.article));
            spans.for_each(|span| assert!(store.article(hit.article).text.get(span.range()).is_some()));
        }
    }
}
