//! Wire copy over invented places: which articles tell the same story, what they share, and how two versions differ.

#[path = "support/articles.rs"]
mod articles;

use articles::article;
use dateline::extract::{Gazetteer, fingerprint};
use dateline::model::Article;
use dateline::store::{ArticleId, Shared, Store};
use dateline::text::{Difference, Span, differences, words};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Of any text.
const EVERYWHERE: Span = Span { start: 0, end: u32::MAX };
const LEAD: &str = "The river authority of Oberwend closed the lower lock on Sunday after a barge struck its eastern gate.";
const CREW: &str = "All five of the crew were brought ashore unhurt, harbour master Jonas Reet told reporters.";
const GRAIN: &str = "The barge was carrying barley from the mills at Tarnholm to the brewery in Lower Wend.";
const DIVERS: &str = "Divers will look at the hinges of the gate on Tuesday, when the water is expected to fall.";
const TRAFFIC: &str = "Until then ships of more than forty tons have to wait above the town or unload at the old quay.";
const HISTORY: &str = "The lock was last closed nine years ago, when ice had bent one of its beams.";
/// A sentence that a house prints under everything.
const STOCK: &str = "The Wend Courier is printed in Oberwend and read on both banks of the river.";

fn wire() -> String {
    format!("{LEAD}\n\n{CREW} {GRAIN}\n\n{DIVERS} {TRAFFIC}\n\n{HISTORY}")
}

fn cut_short() -> String {
    format!("TARNHOLM (Tarn News) – {LEAD} {}", CREW.replace("five", "FIVE").replace(',', " –"))
}

fn reordered() -> String {
    format!(
        "Shippers on the Wend fear for their barley this week. {GRAIN} {HISTORY}\n\n“We have never waited so long for a gate,” said the \
         skipper Ida Falk of Tarnholm. {LEAD}\n\nThe price of barley rose by a tenth at the market in Tarn on Monday morning."
    )
}

fn lightly_edited() -> String {
    wire().replace("closed the lower lock on Sunday", "shut the lower lock Sunday").replace("forty tons", "40 tons").replace("five", "six")
}

fn unrelated() -> String {
    format!(
        "The choir of Lower Wend sang for the first time in its new hall on Saturday evening, before some three hundred guests. The hall \
         was built with stone from the quarry above Tarn, which had stood still since the flood. Mira Holt, who leads the choir, \
         thanked the masons and asked for better chairs. {STOCK}"
    )
}

fn unrelated_too() -> String {
    format!(
        "A swarm of bees settled on the clock of the town hall in Tarnholm and stopped its hands at ten past nine. The beekeeper of the \
         village took them home in a basket an hour later. Nobody was stung, but the noon train left without most of those who meant \
         to take it. {STOCK}"
    )
}

/// The six of them, in this order.
fn corpus() -> Vec<Article> {
    let bodies = [wire(), cut_short(), reordered(), lightly_edited(), unrelated(), unrelated_too()];
    let datelines = ["", "TARNHOLM", "", "", "", ""];
    let facts = datelines.map(|dateline| format!("2021-05-09|||{dateline}"));
    bodies.iter().zip(&facts).enumerate().map(|(number, (body, facts))| article(facts, &format!("Number {number}"), body)).collect()
}

fn store(articles: Vec<Article>) -> Store {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    articles.into_iter().for_each(|article| {
        store.insert(article);
    });
    store
}

/// A body alone, of an article without a title.
fn plain(body: &str) -> Article {
    let mut article = article("|||", "x", "x");
    (article.text, article.body_start, article.fingerprint) = (body.into(), 0, fingerprint(body, 0, None));
    article
}

/// The stories of a store as sets of texts, whatever the order of the articles.
fn partition(store: &Store) -> BTreeSet<Vec<Box<str>>> {
    let texts = |id: ArticleId| {
        let mut texts: Vec<Box<str>> = store.versions(id).iter().map(|&version| store.article(version).text.clone()).collect();
        texts.sort();
        texts
    };
    store.articles().map(|(id, _)| texts(id)).collect()
}

fn numbers(ids: &[ArticleId]) -> Vec<u32> {
    ids.iter().map(|id| id.0).collect()
}

#[test]
fn versions_of_one_wire_text_are_one_story() {
    let store = store(corpus());
    assert_eq!(numbers(store.versions(ArticleId(2))), [0, 1, 2, 3]);
    assert_eq!(store.story(ArticleId(3)), ArticleId(0));
    assert_eq!(store.stories(store.articles().map(|(id, _)| id)), 3);
    assert_eq!(store.stories([1, 3, 5].map(ArticleId).into_iter()), 2);
}

#[test]
fn one_sentence_in_common_makes_no_story() {
    let store = store(corpus());
    assert_eq!(numbers(store.versions(ArticleId(4))), [4]);
    assert_eq!(numbers(store.versions(ArticleId(5))), [5]);
    let shared = store.shared(ArticleId(4), EVERYWHERE);
    assert_eq!(shared.iter().map(|shared| shared.span.of(&store.article(ArticleId(4)).text).to_string()).collect::<Vec<_>>(), [STOCK]);
}

#[test]
fn a_passage_is_found_wherever_it_stands() {
    let store = store(corpus());
    let said = |id: ArticleId, span: Span| span.of(&store.article(id).text).to_string();
    let shared = store.shared(ArticleId(1), EVERYWHERE);
    let here: Vec<String> = shared.iter().map(|shared| said(ArticleId(1), shared.span)).collect();
    assert_eq!(here, [LEAD, "All FIVE of the crew were brought ashore unhurt – harbour master Jonas Reet told reporters."]);
    let elsewhere = |at: usize| shared[at].elsewhere.iter().map(|&(id, span)| (id.0, said(id, span))).collect::<Vec<_>>();
    assert_eq!(elsewhere(0), [(0, LEAD.into()), (2, LEAD.into())]);
    assert_eq!(elsewhere(1), [(0, CREW.into())]);
}

#[test]
fn a_passage_in_very_many_articles_joins_none_of_them() {
    let short = |number: usize| format!("Barge {number} came. {STOCK}");
    let few = store((0..24).map(|number| plain(&short(number))).collect());
    assert_eq!(few.versions(ArticleId(0)).len(), 24, "most of each of these articles is the same");
    let many = store((0..25).map(|number| plain(&short(number))).collect());
    assert!(many.articles().all(|(id, _)| many.versions(id) == [id] && many.shared(id, EVERYWHERE).is_empty()));
}

#[test]
fn a_story_that_holds_without_its_stock_phrase_stays_one() {
    let mut bodies: Vec<String> = (0..23).map(|number| format!("Barge {number} came. {STOCK}")).collect();
    bodies.insert(7, format!("{} {STOCK}", wire()));
    bodies.insert(19, format!("{} {STOCK}", reordered()));
    let store = store(bodies.iter().map(|body| plain(body)).collect());
    assert_eq!(numbers(store.versions(ArticleId(19))), [7, 19]);
    assert_eq!(store.stories(store.articles().map(|(id, _)| id)), 24);
}

#[test]
fn a_long_list_with_a_few_words_changed_is_the_same_story_though_it_has_no_passages() {
    let line = |n: usize, ship: &str| format!("{ship} {n} {}\n", n * 7 % 97);
    let list = |ship: &str| (0..400).map(|n| line(n, if n % 200 == 50 { ship } else { "Barge" })).collect::<String>();
    let other = (0..400).map(|n| line(n * 3, "Ferry")).collect::<String>();
    let articles = [list("Sloop"), list("Tug"), other].map(|list| plain(&list));
    assert!(articles.iter().all(|article| article.fingerprint.passages.is_empty()));
    let sketch = |number: usize| articles[number].fingerprint.sketch.expect("a long body has one");
    assert!((1..=3).contains(&sketch(0).distance(sketch(1))), "{}", sketch(0).distance(sketch(1)));
    let store = store(articles.into());
    assert_eq!(numbers(store.versions(ArticleId(0))), [0, 1]);
    assert_eq!(numbers(store.versions(ArticleId(2))), [2]);
}

#[test]
fn nothing_is_shared_by_articles_without_words() {
    let store = store(vec![plain("…"), plain("…"), plain("One two."), plain("One two.")]);
    assert_eq!(store.stories(store.articles().map(|(id, _)| id)), 4);
}

/// What [`Store::shared`] has to give, by comparing every passage with all passages of all others.
fn shared_by_all_pairs(store: &Store, article: ArticleId) -> Vec<Shared> {
    let normal = |id: ArticleId, span: Span| words(span.of(&store.article(id).text)).iter().map(|word| word.hash).collect::<Vec<_>>();
    let mut shared = Vec::new();
    for passage in &store.article(article).fingerprint.passages {
        let others = store.articles().filter(|(id, _)| *id != article);
        let spans = |id: ArticleId, other: &Article| other.fingerprint.passages.iter().map(|twin| (id, twin.span)).collect::<Vec<_>>();
        let all = others.flat_map(|(id, other)| spans(id, &other));
        let elsewhere: Vec<_> = all.filter(|&(id, span)| normal(id, span) == normal(article, passage.span)).collect();
        if !elsewhere.is_empty() {
            shared.push(Shared { span: passage.span, elsewhere });
        }
    }
    shared
}

/// Bodies of sentences drawn from a pool so small that many share some.
fn bodies(most: usize) -> impl Strategy<Value = Vec<String>> {
    let sentence = (0..40usize).prop_map(|n| {
        let filler = ["by the old lock", "on the upper quay at dawn", "near Tarn"][n % 3];
        format!("Skipper number {n} tied up the barge {filler} and waited {n} hours.")
    });
    prop::collection::vec(prop::collection::vec(sentence, 1..8).prop_map(|sentences| sentences.join(" ")), 1..most)
}

/// Bodies of one of two common sentences and some rarer ones.
fn stocked() -> impl Strategy<Value = Vec<String>> {
    let sentence = |n: usize| format!("Skipper number {n} tied up at the old lock and waited. ");
    let rarer = prop::collection::vec((2..120usize).prop_map(sentence), 0..4).prop_map(|sentences| sentences.concat());
    prop::collection::vec(((0..2usize).prop_map(sentence), rarer).prop_map(|(common, rarer)| common + &rarer), 40..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_insertion_does_not_matter((one, other) in bodies(14).prop_flat_map(|bodies| (Just(bodies.clone()), Just(bodies).prop_shuffle()))) {
        let (one, other) = (store(one.iter().map(|body| plain(body)).collect()), store(other.iter().map(|body| plain(body)).collect()));
        prop_assert_eq!(partition(&one), partition(&other));
    }

    /// Two sentences stand in half of the articles each, so often in more than a stock phrase takes: on the way stories come apart.
    #[test]
    fn nor_does_it_when_passages_become_stock_phrases((one, other) in stocked().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))) {
        let (one, other) = (store(one.iter().map(|body| plain(body)).collect()), store(other.iter().map(|body| plain(body)).collect()));
        prop_assert_eq!(partition(&one), partition(&other));
    }

    #[test]
    fn stories_are_a_partition_and_shared_is_what_all_pairs_give(bodies in bodies(14)) {
        let store = store(bodies.iter().map(|body| plain(body)).collect());
        for (id, _) in store.articles() {
            let versions = store.versions(id);
            prop_assert!(versions.contains(&id) && versions.is_sorted() && versions[0] == store.story(id));
            prop_assert!(versions.iter().all(|&version| store.versions(version) == versions));
            prop_assert_eq!(store.shared(id, EVERYWHERE), shared_by_all_pairs(&store, id));
        }
    }
}

/// A row as a reader sees it: `=` the same, `~` changed with its changed words, `<` `>` on one side, `<<` `>>` moved.
fn shown(left: &str, right: &str) -> Vec<String> {
    let list = |spans: &[Span], text: &str| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|");
    let row = |row: &Difference| match row {
        Difference::Same { left: span, .. } => format!("= {}", span.of(left)),
        Difference::Changed { left_words, right_words, .. } => format!("~ {} / {}", list(left_words, left), list(right_words, right)),
        Difference::Left { span, moved: None } => format!("< {}", span.of(left)),
        Difference::Right { span, moved: None } => format!("> {}", span.of(right)),
        Difference::Left { moved: Some(there), .. } => format!("<< {}", there.of(right)),
        Difference::Right { moved: Some(there), .. } => format!(">> {}", there.of(left)),
    };
    differences(left, right).iter().map(row).collect()
}

#[test]
fn two_versions_stand_side_by_side() {
    let edited = lightly_edited();
    let expected =
        ["~ closed|on / shut", "~ five / six", &format!("= {GRAIN}"), &format!("= {DIVERS}"), "~ forty / 40", &format!("= {HISTORY}")];
    assert_eq!(shown(&wire(), &edited), expected);
}

#[test]
fn a_sentence_at_another_place_has_moved() {
    let added = "Nobody could say who would pay for the gate.";
    let left = format!("{LEAD} {CREW} {GRAIN} {DIVERS}");
    let right = format!("{DIVERS}\n\n{LEAD} {added} {GRAIN}");
    let expected = [
        format!(">> {DIVERS}"),
        format!("= {LEAD}"),
        format!("< {CREW}"),
        format!("> {added}"),
        format!("= {GRAIN}"),
        format!("<< {DIVERS}"),
    ];
    assert_eq!(shown(&left, &right), expected);
}

#[test]
fn versions_written_differently_are_the_same() {
    assert_eq!(shown("“It’s ez-Zor,” he said.Then he left.", "'It's ez Zor', he said. Then he left!").len(), 2);
    assert!(shown("“It’s ez-Zor,” he said.Then he left.", "'It's ez Zor', he said. Then he left!").iter().all(|row| row.starts_with('=')));
    assert_eq!(shown("", ""), [""; 0]);
    assert_eq!(shown("", "All new."), ["> All new."]);
}

/// Two texts of long stretches without a sentence in common, and one sentence of very many words: what could be quadratic is not.
#[test]
fn large_texts_are_compared_in_bounded_time() {
    let long = |salt: usize| (0..8_000).map(|n| format!("Barge {} of {salt} tied up at quay {}.\n", n * salt, n % 7)).collect::<String>();
    let rows = differences(&long(3), &long(5));
    assert!(rows.len() >= 8_000);
    let sentence = |salt: usize| (0..30_000).map(|n| format!("{} ", n * n * salt % 1009)).collect::<String>();
    assert!(!differences(&sentence(3), &sentence(5)).is_empty());
}

/// Texts of few words in many sentences, so that repeats, moves and changes all come about.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["Ferry", "ferry", "mill", "lock’s", "on", "the", "3.5", "Öber-wend", "–", "“quay”"]);
    let sentence = prop::collection::vec(word, 1..7).prop_map(|words| words.join(" "));
    prop::collection::vec((sentence, prop::sample::select(vec![". ", "! ", ".\n\n", "."])), 0..9)
        .prop_map(|sentences| sentences.into_iter().map(|(sentence, end)| sentence + end).collect())
}

/// The words that some spans, in their order, hold.
fn held(text: &str, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    spans.flat_map(|span| words(span.of(text)).into_iter().map(move |word| word.span.shifted(span.start as usize))).collect()
}

fn hashes(text: &str, span: Span) -> Vec<u64> {
    words(span.of(text)).iter().map(|word| word.hash).collect()
}

/// The words of `span` that are in none of `changed`.
fn unchanged(text: &str, span: Span, changed: &[Span]) -> Vec<u64> {
    let kept = held(text, [span].into_iter()).into_iter().filter(|word| !changed.iter().any(|changed| changed.contains(*word)));
    kept.flat_map(|word| hashes(text, word)).collect()
}

proptest! {
    #[test]
    fn rows_cover_both_texts_in_order(left in text(), right in text()) {
        let rows = differences(&left, &right);
        let all = |text: &str| words(text).iter().map(|word| word.span).collect::<Vec<_>>();
        prop_assert_eq!(held(&left, rows.iter().filter_map(Difference::left)), all(&left));
        prop_assert_eq!(held(&right, rows.iter().filter_map(Difference::right)), all(&right));
    }

    #[test]
    fn rows_say_what_is_so(left in text(), right in text()) {
        for row in differences(&left, &right) {
            match row {
                Difference::Same { left: one, right: other } => prop_assert_eq!(hashes(&left, one), hashes(&right, other)),
                Difference::Changed { left: one, right: other, left_words, right_words } => {
                    prop_assert!(hashes(&left, one) != hashes(&right, other));
                    prop_assert_eq!(unchanged(&left, one, &left_words), unchanged(&right, other, &right_words));
                }
                Difference::Left { span, moved } => prop_assert!(moved.is_none_or(|there| hashes(&left, span) == hashes(&right, there))),
                Difference::Right { span, moved } => prop_assert!(moved.is_none_or(|there| hashes(&right, span) == hashes(&left, there))),
            }
        }
    }

    #[test]
    fn identical_texts_are_the_same_throughout(text in text()) {
        let is_same = |row: &Difference| matches!(row, Difference::Same { left, right } if left == right);
        prop_assert!(differences(&text, &text).iter().all(is_same));
    }

    /// But for who comes first where sentences of both stand alone: that is always the left.
    #[test]
    fn swapped_texts_mirror(left in text(), right in text()) {
        let rows = differences(&left, &right);
        let mirrored: Vec<Difference> = differences(&right, &left).into_iter().map(Difference::mirrored).collect();
        let having = |rows: &[Difference], side: fn(&Difference) -> Option<Span>| rows.iter().filter(|row| side(row).is_some()).cloned().collect::<Vec<_>>();
        prop_assert_eq!(having(&rows, Difference::left), having(&mirrored, Difference::left));
        prop_assert_eq!(having(&rows, Difference::right), having(&mirrored, Difference::right));
    }
}
