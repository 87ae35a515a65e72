//! How long a frame takes while a very long article is read, through the real loop on 200x60 cells: `cargo bench --bench frame`. Five
//! megabytes (another number of megabytes as argument) of many paragraphs, and the same in a single line. Prints the median, the 99th
//! percentile and the slowest of each kind of key in milliseconds, from the key to its frame.

#[path = "../support/articles.rs"]
mod articles;
mod corpus;
mod watched;

use articles::article;
use dateline::app::{App, Msg, Settings, Size};
use dateline::extract::{Gazetteer, fingerprint};
use dateline::model::{Annotations, Article, Kind, Mention, Name, NameId, Quote};
use dateline::store::Store;
use dateline::text::Span;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

const SIZE: Size = Size { width: 200, height: 60 };
const MEGABYTES: usize = 5;
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

fn main() {
    let megabytes = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(MEGABYTES);
    println!("| article | keys | number | p50 ms | p99 | slowest |\n|---|---|--:|--:|--:|--:|");
    let long = long(megabytes * 1_000_000);
    for (what, article) in [("in paragraphs", long.clone()), ("in one line", in_one_line(long))] {
        let mut app = app(article);
        for (does, keys, times) in SCRIPTS {
            let frames = watched::play(&mut app, SIZE, &keys.repeat(*times));
            println!("| {what} | {does} | {}", row(frames));
        }
    }
}

/// A short article, and the long one, which is not opened yet.
fn app(long: Article) -> App {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    store.insert(article("|||", "A short one", "Nothing was written that day."));
    store.insert(long);
    let settings = Settings::new("2021-06-01".parse().expect("a date"), "bench");
    let mut app = App::new(store, settings, SIZE);
    app.update(Msg::Watched(vec!["ferry".to_string(), "price of corn".to_string()]));
    app.settle();
    app
}

/// The bodies of many articles as one of so many bytes, its names marked.
fn long(bytes: usize) -> Article {
    let mut articles = corpus::articles(100_000, 1);
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

fn row(mut frames: Vec<Duration>) -> String {
    frames.sort_unstable();
    let at = |share: f64| frames[((frames.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3;
    format!("{} | {:.2} | {:.2} | {:.2} |", frames.len(), at(0.5), at(0.99), at(1.0))
}
