//! The corpus of the benches: the same each time, and such as the program meets.

use crate::corpus::{Random, articles, dispatches, write_folder, write_jsonl};
use dateline::extract::{Extractor, Gazetteer};
use dateline::model::{Article, QuoteKind};
use std::collections::HashSet;
use std::fs;
use std::sync::Arc;

const COUNT: usize = 600;

#[test]
fn the_same_seed_gives_the_same_corpus() {
    let pages = |seed| dispatches(40, seed).map(|dispatch| dispatch.page()).collect::<Vec<_>>();
    assert_eq!(pages(1), pages(1));
    assert_ne!(pages(1), pages(2));
}

#[test]
fn every_name_and_quote_stands_where_it_is_marked() {
    for article in articles(COUNT, 1) {
        for mention in &article.annotations.mentions {
            let (words, name) = (mention.span.of(&article.text), &article.annotations.name(mention.name).name);
            let stands = name.to_lowercase().contains(&words.to_lowercase()) || words.chars().all(char::is_uppercase);
            assert!(stands, "{words} for {name} in {}", article.text);
        }
        let speech = article.annotations.quotes.iter().map(|quote| quote.span);
        assert!(speech.into_iter().all(|span| article.text[..span.start as usize].ends_with('“')), "{}", article.text);
    }
}

#[test]
fn dispatches_are_as_long_and_as_varied_as_real_ones() {
    let all: Vec<Article> = articles(COUNT, 1).collect();
    let mean = all.iter().map(|article| article.text.len()).sum::<usize>() / COUNT;
    assert!((2500..4000).contains(&mean), "{mean} bytes");
    assert_eq!(all.iter().map(|article| article.id).collect::<HashSet<_>>().len(), COUNT, "no article twice");
    let names: HashSet<_> = all.iter().flat_map(|article| &article.annotations.names).map(|name| (name.kind, &name.name)).collect();
    assert!((COUNT / 5..COUNT).contains(&names.len()), "{} names", names.len());
    let copies = all.iter().filter(|article| all.iter().any(|other| other.id != article.id && other.body() == article.body()));
    assert!(copies.count() > 0, "wire copy is repeated whole");
    assert!(names.iter().any(|(_, name)| !name.is_ascii()), "accents");
}

#[test]
fn a_file_of_lines_holds_what_was_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("corpus.jsonl");
    let bytes = write_jsonl(30, 1, &path).expect("room for it");
    let text = fs::read_to_string(path).expect("what was written");
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let field = |name: &str| lines.iter().map(|line| line[name].as_str().unwrap_or_default().to_string()).collect::<Vec<_>>();
    assert_eq!(field("title"), dispatches(30, 1).map(|dispatch| dispatch.title.text).collect::<Vec<_>>());
    assert_eq!(bytes as usize, field("title").concat().len() + field("text").concat().len());
}

#[test]
fn a_folder_of_files_holds_a_page_each() {
    let folder = tempfile::tempdir().expect("a folder");
    write_folder(30, 1, folder.path()).expect("room for it");
    let page = fs::read_to_string(folder.path().join("0000/0000029.txt")).expect("the last page");
    assert_eq!(page, dispatches(30, 1).last().expect("thirty dispatches").page());
}

/// What is measured with these articles is measured with names that the program finds: nine of ten, and most that it finds are right.
#[test]
fn the_extractor_finds_the_names() {
    let extractor = Extractor::new(Arc::new(Gazetteer::builtin()));
    let (mut marked, mut found, mut both, mut quotes, mut speakers) = (0, 0, 0, 0, 0);
    for article in articles(16, 1) {
        let seen = extractor.annotate(&article.text, article.body_start as usize);
        let spans = |annotations: &dateline::model::Annotations| {
            let mentions = annotations.mentions.iter();
            mentions.map(|mention| (mention.span, annotations.name(mention.name).kind)).collect::<HashSet<_>>()
        };
        let (wanted, seen_spans) = (spans(&article.annotations), spans(&seen));
        (marked, found, both) = (marked + wanted.len(), found + seen_spans.len(), both + wanted.intersection(&seen_spans).count());
        let direct = article.annotations.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
        quotes += direct.clone().count();
        speakers += direct.filter(|quote| seen.quotes.iter().any(|other| other.span == quote.span && other.speaker.is_some())).count();
    }
    assert!(both * 10 >= marked * 9, "{both} of {marked} names were found");
    assert!(both * 10 >= found * 9, "{both} of {found} finds are right");
    assert!(speakers * 10 >= quotes * 9, "{speakers} of {quotes} quotes have a speaker");
}

#[test]
fn chance_is_even_where_it_should_be_and_uneven_where_not() {
    let mut random = Random::new(7);
    let low = (0..10_000).filter(|_| random.below(100) < 10).count();
    assert!((800..1200).contains(&low), "{low} of 10,000 in the first tenth");
    let low = (0..10_000).filter(|_| random.uneven(100) < 10).count();
    assert!((4500..5700).contains(&low), "{low} of 10,000 in the first tenth, where Zipf has about half");
}
