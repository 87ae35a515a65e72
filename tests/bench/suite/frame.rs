//! Frames while a very long article is read, in many paragraphs and in a single line, through the real loop.

use super::corpus::articles;
use super::ground::Ground;
use super::runs::share;
use super::table::{Figure, Row, Wanted};
use super::typing::{SIZE, play};
use dateline::app::{App, Msg, Settings};
use dateline::extract::{Gazetteer, fingerprint};
use dateline::model::{Annotations, Article, Kind, Mention, Name, NameId, Quote};
use dateline::store::Store;
use dateline::text::Span;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Of the article; less with few articles.
const MEGABYTES: usize = 5;
/// Longest, in milliseconds, of half the frames.
const MOST: u64 = 2;
/// What is done, by which keys, and how often.
const SCRIPTS: &[(&str, &str, usize)] = &[
    ("open the short one, then it", "jk", 10),
    ("read it", "gg<enter>", 1),
    ("hold j", "j", 400),
    ("hold ctrl-d", "<ctrl-d>", 200),
    ("hold k", "k", 200),
    ("G, gg", "Ggg", 20),
    ("from G up", "Gkkkk<ctrl-u>", 10),
    ("]", "]", 300),
    (")", ")", 300),
    ("find a word as it is typed", "fropes<enter>", 2),
    ("n", "n", 200),
    ("star", " ", 10),
    ("outline", "O<esc>", 3),
];

pub fn rows(ground: &Ground) -> Vec<Row> {
    let bytes = (MEGABYTES * 1_000_000).min(ground.articles * 1000);
    let long = long(bytes);
    let whole = [("in paragraphs", long.clone()), ("in one line", in_one_line(long))];
    whole.into_iter().flat_map(|(what, article)| read(&format!("{} MB {what}", bytes as f64 / 1e6), article, ground.alone)).collect()
}

/// Everything that is done in one article; each apart when there is room for it.
fn read(what: &str, article: Article, apart: bool) -> Vec<Row> {
    let (mut app, mut rows, mut all) = (app(article), Vec::new(), Vec::new());
    for (does, keys, times) in SCRIPTS {
        let mut frames: Vec<Duration> = play(&mut app, &keys.repeat(*times)).iter().map(|time| time.frame).collect();
        frames.sort_unstable();
        if apart {
            rows.extend(row(&format!("{what}, {does}"), &frames));
        }
        all.extend(frames);
    }
    all.sort_unstable();
    rows.extend(row(what, &all));
    rows
}

fn row(what: &str, frames: &[Duration]) -> [Row; 2] {
    let row = |which, at, wanted| Row::new(format!("reading an article of {what}: {which}"), Figure::Time(share(frames, at)), wanted);
    [row("p50", 0.5, Wanted::AtMost(Figure::milliseconds(MOST))), row("p99", 0.99, Wanted::Nothing)]
}

/// A short article, and the long one, which is not opened yet.
fn app(long: Article) -> App {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    store.insert(articles(1, 2).next().expect("a short one"));
    store.insert(long);
    let settings = Settings::new("2021-06-01".parse().expect("a date"), "bench");
    let mut app = App::new(store, settings, SIZE);
    app.update(Msg::Watched(vec!["ferry".to_string(), "price of corn".to_string()]));
    app.settle();
    app
}

/// The bodies of many articles as one of so many bytes, its names marked.
fn long(bytes: usize) -> Article {
    let mut articles = articles(100_000, 1);
    let mut long = articles.next().expect("as many as are wanted");
    let (mut text, mut known) = (long.text.to_string(), HashMap::new());
    while text.len() < bytes {
        let article = articles.next().expect("as many as are wanted");
        text.push_str("\n\n");
        let names = merged(&article.annotations, &mut long.annotations, &mut known);
        let shift = |span: Span| span.shifted(text.len());
        let mention = |mention: &Mention| Mention { span: shift(mention.span), name: names[mention.name.0 as usize], ..*mention };
        let quote = |quote: &Quote| Quote {
            span: shift(quote.span),
            speaker: quote.speaker.map(|id| names[id.0 as usize]),
            cue: quote.cue.map(shift),
            ..*quote
        };
        long.annotations.mentions.extend(article.annotations.mentions.iter().map(mention));
        long.annotations.quotes.extend(article.annotations.quotes.iter().map(quote));
        text.push_str(&article.text);
    }
    long.fingerprint = fingerprint(&text, long.body_start as usize, None);
    Article { text: text.into(), ..long }
}

/// Adds the names of one article to those of another; tells the number of each there.
fn merged(of: &Annotations, to: &mut Annotations, known: &mut HashMap<(Kind, Box<str>), NameId>) -> Vec<NameId> {
    let mut number = |name: &Name| {
        *known.entry((name.kind, name.name.clone())).or_insert_with(|| {
            to.names.push(name.clone());
            NameId(to.names.len() as u32 - 1)
        })
    };
    of.names.iter().map(&mut number).collect()
}

/// The title, and behind it all in a single line.
fn in_one_line(article: Article) -> Article {
    let (head, body) = article.text.split_at(article.body_start as usize);
    Article { text: format!("{head}{}", body.replace('\n', " ")).into(), ..article }
}
