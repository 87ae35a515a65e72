//! The standard the extractor is held to: figures on the articles for development, and the marks its gold is written in.

use dateline::extract::{Extractor, Gazetteer};
use dateline::measure::{Course, Gold, Measured, by_guideline, measure, read, train};
use dateline::model::Rule;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn set(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(name)
}

fn golds(name: &str) -> Vec<Gold> {
    read(&set(name)).unwrap_or_else(|error| panic!("{name}: {error:#}"))
}

fn measured(extractor: &Extractor, name: &str) -> Measured {
    let golds: Vec<Gold> = golds(name).into_iter().map(|gold| by_guideline(gold, extractor)).collect();
    measure(extractor, &golds)
}

/// A little below what `dateline evaluate tests/gold/development` prints: a change that costs more than a mark or two is seen here.
#[test]
fn the_articles_for_development_are_read_as_well_as_before() {
    let extractor = Extractor::new(Arc::new(Gazetteer::builtin()));
    let score = measured(&extractor, "development").score;
    assert!(score.texts >= 180, "{} articles", score.texts);
    let figures = [
        ("names", score.all_kinds().f1(), 0.905),
        ("quotes", score.quotes.f1(), 0.99),
        ("speakers", score.speakers.recall(), 0.935),
        ("facts", score.facts.recall(), 0.94),
        ("body", score.body, 0.92),
    ];
    for (what, figure, floor) in figures {
        assert!(figure.is_some_and(|figure| figure >= floor), "{what}: {figure:?} is below {floor}");
    }
}

/// What the explorer says of a mark's certainty is what is measured.
#[test]
fn the_certainty_of_each_rule_is_what_is_measured() {
    let extractor = Extractor::new(Arc::new(Gazetteer::builtin()));
    let rules = measured(&extractor, "development").score.rules;
    for rule in Rule::ALL {
        let tally = rules.get(&rule).copied().unwrap_or_default();
        let measured = tally.precision().filter(|_| tally.right + tally.spurious >= 20).map(|share| share * 100.0);
        let said = rule.right_in_100().map(f64::from);
        let agree = measured.zip(said).map_or(measured.is_none() && said.is_none(), |(measured, said)| (measured - said).abs() < 2.5);
        assert!(agree, "{rule:?}: {measured:?} of 100 measured, {said:?} said");
    }
}

#[test]
fn the_articles_that_are_only_counted_are_there_and_their_marks_are_whole() {
    for set in ["locked", "unseen"] {
        let articles = golds(set);
        assert!(articles.len() >= 20, "{set}: {} articles", articles.len());
        assert!(articles.iter().all(|gold| gold.quotes.is_some() && gold.page.is_some()), "{set}");
    }
}

/// Two extractors, one after the other and side by side: the same names, quotes and speakers.
#[test]
fn the_same_text_gives_the_same_marks_on_any_thread() {
    let extractor = Extractor::new(Arc::new(Gazetteer::builtin()));
    let golds = golds("development");
    let all = || golds.iter().map(|gold| extractor.annotate(&gold.text, 0)).collect::<Vec<_>>();
    let here = all();
    let there = std::thread::scope(|scope| [scope.spawn(all), scope.spawn(all)].map(|thread| thread.join().expect("annotates")));
    assert!(there.iter().all(|other| *other == here));
}

#[test]
fn the_same_texts_teach_the_same_tagger() {
    let extractor = Extractor::without_tagger(Arc::new(Gazetteer::builtin()));
    let course = Course { golds: golds("development").into_iter().take(4).map(|gold| (gold, 1)).collect(), lists: Default::default() };
    let [one, other] = [(); 2].map(|()| train(&extractor, &course));
    assert!(one.weights == other.weights && one.words == other.words);
    assert!(one.weights.iter().any(|&weight| weight != 0), "it learnt nothing");
}

#[test]
fn gold_with_a_wrong_mark_is_named() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wrong-gold");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("a.txt"), "---\nTitle\n\n{grup Wend} came.\n").expect("a file");
    let error = format!("{:#}", read(&folder).expect_err("a wrong mark"));
    assert!(error.contains("a.txt") && error.contains("grup"), "{error}");
}
