//! Allocations, at two sizes.

use crate::corpus::{Bearer, Names, articles};
use allocation_counter::{AllocationInfo, measure};
use dateline::app::{App, Key, Msg, Settings, Size};
use dateline::extract::Gazetteer;
use dateline::model::{Article, Mention, NameId};
use dateline::store::Store;
use dateline::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::sync::Arc;

const SIZE: Size = Size { width: 120, height: 40 };
const FEW: usize = 60;
const MANY: usize = 10 * FEW;
/// A key may take so many percent more allocations, or bytes, with ten times the articles: lists grow a few times more.
const LEEWAY: u64 = 40;
/// Allocations for an article, of a letter typed into a filter.
const MOST_AN_ARTICLE: usize = 3;

/// The explorer on a screen in memory.
struct Explorer {
    app: App,
    theme: Theme,
    terminal: Terminal<TestBackend>,
}

impl Explorer {
    fn over(articles: impl Iterator<Item = Article>) -> Self {
        let settings = Settings::new("2021-06-01".parse().expect("a date"), "work");
        let app = App::new(store(articles), settings, SIZE);
        let terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).expect("a screen in memory");
        let mut explorer = Self { app, theme: Theme::dark(), terminal };
        explorer.draw();
        explorer
    }

    /// With so many articles, which begin alike.
    fn with(count: usize) -> Self {
        Self::over(articles(MANY, 1).take(count))
    }

    /// Types, a key each (`<enter>` and the like are keys by name), and tells what that cost with all that followed, frames included.
    fn press(&mut self, keys: &str) -> AllocationInfo {
        let keys = parsed(keys);
        measure(|| keys.iter().for_each(|key| self.key(*key)))
    }

    fn key(&mut self, key: Key) {
        self.app.update(Msg::Key(key.into()));
        self.draw();
    }

    fn draw(&mut self) {
        self.app.settle();
        self.terminal.draw(|frame| view(&self.app, &self.theme, frame)).expect("drawn in memory");
    }
}

fn store(articles: impl Iterator<Item = Article>) -> Store {
    let mut store = Store::new(Arc::new(Gazetteer::default()));
    articles.for_each(|article| {
        store.insert(article);
    });
    store
}

fn parsed(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
        let (word, after) = named.unwrap_or(rest.split_at(first.len_utf8()));
        parsed.push(Key::parse(if word == " " { "space" } else { word }).expect("a key"));
        rest = after;
    }
    parsed
}

/// Whether `many` is no more than `few`, give or take.
#[track_caller]
fn grows_not(what: &str, few: u64, many: u64) {
    assert!(few > 0, "{what}: nothing was counted");
    assert!(many <= few + few * LEEWAY / 100, "{what}: {few} with few articles, {many} with ten times as many");
}

#[test]
fn walking_a_list_of_ten_times_the_articles_allocates_no_more() {
    let [few, many] = [FEW, MANY].map(|count| Explorer::with(count).press("jjjj<ctrl-d><ctrl-d>kkGgg"));
    grows_not("allocations", few.count_total, many.count_total);
    grows_not("bytes", few.bytes_total, many.bytes_total);
}

#[test]
fn a_frame_of_ten_times_the_articles_allocates_no_more() {
    let [few, many] = [FEW, MANY].map(|count| {
        let mut explorer = Explorer::with(count);
        measure(|| explorer.draw())
    });
    grows_not("allocations", few.count_total, many.count_total);
    grows_not("bytes", few.bytes_total, many.bytes_total);
}

/// Scores, and texts that are looked through, may cost something; it may not be much for each article that is there.
#[test]
fn a_letter_typed_into_a_filter_allocates_little_for_each_article() {
    let name = Names::new().short(Bearer::Person(40)).to_lowercase();
    let mut explorers = [FEW, MANY].map(Explorer::with);
    explorers.iter_mut().for_each(|explorer| explorer.key(Key::parse("/").expect("a key")));
    for query in [name.as_str(), "co", "p:wend", "\"price of corn\"", "/cor[nm]/", "after:2010 -press", "x|y"] {
        let [few, many] = explorers.each_mut().map(|explorer| {
            let cost = explorer.press(query).count_total;
            explorer.press("<ctrl-u>");
            cost
        });
        let more = many.saturating_sub(few) as usize / query.chars().count();
        assert!(more <= (MANY - FEW) * MOST_AN_ARTICLE, "{query}: {few} with few articles, {many} with ten times as many");
    }
}

#[test]
fn scrolling_an_article_of_ten_times_the_length_allocates_no_more() {
    let [few, many] = [10, 100].map(|bodies| {
        let mut explorer = Explorer::over(long(bodies).into_iter());
        explorer.press("<enter><ctrl-d>");
        explorer.press("jjjjkk<ctrl-d><ctrl-d><ctrl-u>")
    });
    grows_not("allocations", few.count_total, many.count_total);
    grows_not("bytes", few.bytes_total, many.bytes_total);
}

/// One article with so many bodies one after the other.
fn long(bodies: usize) -> Option<Article> {
    articles(bodies, 3).reduce(|mut whole, next| {
        let (offset, names) = (whole.text.len() + 2, whole.annotations.names.len() as u32);
        whole.text = format!("{}\n\n{}", whole.text, next.text).into();
        whole.annotations.names.extend(next.annotations.names);
        whole.annotations.mentions.extend(next.annotations.mentions.iter().map(|mention| Mention {
            span: mention.span.shifted(offset),
            name: NameId(mention.name.0 + names),
            ..*mention
        }));
        whole
    })
}

#[test]
fn an_article_that_comes_after_ten_times_as_many_allocates_no_more() {
    let all: Vec<Article> = articles(MANY + FEW, 1).collect();
    let [few, many] = [FEW, MANY].map(|count| {
        let mut store = store(all[..count].iter().cloned());
        let next = all[MANY..].to_vec();
        measure(|| {
            next.into_iter().for_each(|article| {
                store.insert(article);
            })
        })
    });
    grows_not("allocations", few.count_total, many.count_total);
}
