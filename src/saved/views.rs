//! Saved views: a query, an order, and what is shown, under a name.
//!
//! ```toml
//! [[view]]
//! name = "river"
//! query = "place:wend is:unread"
//! sort = "newest"
//! shows = "quotes"
//! ```

use super::Problem;
use super::blocks::{self, Blocks, Entry, Wrong, quoted};
use crate::store::Order;
use std::collections::HashSet;

const HEADING: &str = "view";
const KEYS: [&str; 4] = ["name", "query", "sort", "shows"];

/// A view to come back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    /// Not blank; no two views share one.
    pub name: String,
    /// In the query language; empty for everything.
    pub query: String,
    pub sort: Option<Order>,
    /// A word that the app understands: a screen of its own, or an entity's filter. Not blank.
    pub shows: Option<String>,
}

/// The views that can be read and the problems of the others, both in the order of the file. Of two with one name the first
/// counts.
pub fn read(text: &str) -> (Vec<SavedView>, Vec<Problem>) {
    let Blocks { mut found, mut problems } = blocks::read(text, HEADING, view);
    let mut names = HashSet::new();
    found.retain(|(range, view)| {
        let is_new = names.insert(view.name.clone());
        if !is_new {
            problems.push(Problem::at(text, range.start, &format!("another view above is called `{}`", view.name)));
        }
        is_new
    });
    problems.sort_by_key(|problem| (problem.line, problem.column));
    (found.into_iter().map(|(_, view)| view).collect(), problems)
}

/// `text` with the view in the place of the one of its name, or at the end; all else byte for byte.
pub fn append(text: &str, view: &SavedView) -> String {
    let block = block(view);
    match place(text, &view.name) {
        Some(range) => format!("{}{block}{}", &text[..range.start], &text[range.end..]),
        None => blocks::append(text, &block),
    }
}

/// `text` without the view of this name, all else byte for byte; `None` if there is none.
pub fn remove(text: &str, name: &str) -> Option<String> {
    place(text, name).map(|range| blocks::remove(text, range))
}

fn place(text: &str, name: &str) -> Option<std::ops::Range<usize>> {
    let found = blocks::read(text, HEADING, view).found;
    found.into_iter().find(|(_, view)| view.name == name).map(|(range, _)| range)
}

fn block(view: &SavedView) -> String {
    let query = Some(&view.query).filter(|query| !query.is_empty());
    let lines = [
        Some(format!("[[{HEADING}]]\nname = {}\n", quoted(&view.name))),
        query.map(|query| format!("query = {}\n", quoted(query))),
        view.sort.map(|order| format!("sort = \"{}\"\n", order.word())),
        view.shows.as_ref().map(|word| format!("shows = {}\n", quoted(word))),
    ];
    lines.into_iter().flatten().collect()
}

fn view(entry: Entry<'_>) -> Result<SavedView, Wrong> {
    entry.knows(&KEYS)?;
    let name = entry.words("name")?.ok_or_else(|| Wrong::new(entry.at, "`name` is wanted"))?;
    Ok(SavedView { name: name.to_string(), query: query(&entry)?, sort: sort(&entry)?, shows: entry.words("shows")?.map(String::from) })
}

/// Unlike a name, a query may be blank.
fn query(entry: &Entry<'_>) -> Result<String, Wrong> {
    let Some(value) = entry.value("query") else { return Ok(String::new()) };
    let words = value.get_ref().as_str().map(String::from);
    words.ok_or_else(|| Wrong::new(value.span().start, "`query` wants words in quotation marks"))
}

fn sort(entry: &Entry<'_>) -> Result<Option<Order>, Wrong> {
    let Some(word) = entry.words("sort")? else { return Ok(None) };
    let at = entry.value("sort").map_or(entry.at, |value| value.span().start);
    let order = Order::ALL.into_iter().find(|order| order.word() == word);
    order.map(Some).ok_or_else(|| Wrong::new(at, format!("`{word}` is none of {}", Order::ALL.map(Order::word).join(", "))))
}
