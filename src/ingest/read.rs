//! The bytes of a file, or of a line that is an article, to an article.

use super::{decode::decode, format::is_text, jsonl, markdown, page::Page};
use crate::extract::{Extractor, PageShape, fingerprint};
use crate::model::{Article, ContentId, Format};
use std::borrow::Cow;

/// Why a file gives no article.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreadable {
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("not a text: it holds NUL bytes")]
    Binary,
    #[error("empty")]
    Empty,
    #[error("larger than 1 GiB")]
    TooLarge,
    #[error("no JSON object: {0}")]
    NoObject(String),
    #[error("no field has the text of an article: text, body, content and the like")]
    NoText,
    #[error("written in UTF-16, and JSON Lines are in UTF-8")]
    Utf16,
    #[error("reading it failed inside the program; please report this file")]
    Panic,
}

/// Offsets are 32 bits wide and a text can grow while it is decoded.
pub(super) const LARGEST: u64 = 1 << 30;

/// Makes an article of a file's bytes, or of a line's.
pub(super) fn article(path: &str, format: Format, bytes: &[u8], extractor: &Extractor) -> Result<Article, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let (id, page) = page(format, bytes, extractor)?;
    let article = assemble(path, format, id, page, extractor);
    // A page of nothing but markup.
    if article.text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(article) }
}

fn page(format: Format, bytes: &[u8], extractor: &Extractor) -> Result<(ContentId, Page), Unreadable> {
    if format == Format::Jsonl {
        let line = str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
        let page = jsonl::parse(&line, extractor)?;
        return Ok((page.id.unwrap_or_else(|| ContentId::of(&as_text(&page))), page));
    }
    let raw = decode(bytes);
    if !is_text(&raw) {
        return Err(Unreadable::Binary);
    }
    if raw.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let page = if format == Format::Markdown { markdown::parse(&raw) } else { Page { text: raw.to_string(), ..Page::default() } };
    Ok((ContentId::of(&raw), page))
}

/// The page as a file of text would have it: title, a blank line, text.
fn as_text(page: &Page) -> Cow<'_, str> {
    page.title.as_ref().map_or(Cow::Borrowed(&page.text), |title| format!("{title}\n\n{}", page.text).into())
}

/// Makes an article of a text already at hand, by no format but its own shape.
pub fn read_page(path: &str, text: &str, extractor: &Extractor) -> Article {
    assemble(path, Format::Text, ContentId::of(text), Page { text: text.to_string(), ..Page::default() }, extractor)
}

/// What the format says outright counts before what the page's text shows.
fn assemble(path: &str, format: Format, id: ContentId, page: Page, extractor: &Extractor) -> Article {
    let (page, shape) = shape(page, extractor);
    let (text, body_start) = shape.text();
    let language = extractor.language(&text);
    let boxed = |text: Option<String>| text.map(String::into_boxed_str);
    let dateline = page.dateline.or(shape.dateline);
    let signed: Vec<String> = shape.byline.into_iter().filter(|name| !page.byline.contains(name)).collect();
    Article {
        id,
        path: path.into(),
        format,
        annotations: extractor.annotate_in(language, &text, body_start),
        fingerprint: fingerprint(&text, body_start, dateline.as_deref()),
        body_start: body_start as u32,
        published: page.published.or(shape.published),
        source: boxed(page.source.or(shape.source)),
        byline: page.byline.into_iter().chain(signed).map(String::into_boxed_str).collect(),
        dateline: boxed(dateline),
        url: boxed(page.url),
        lang: page.lang.map(String::into_boxed_str).or_else(|| language.map(Box::from)),
        cut: shape.cut,
        text: text.into(),
    }
}

/// The page without its title and text, and what these turn out to be.
fn shape(mut page: Page, extractor: &Extractor) -> (Page, PageShape) {
    let (title, text) = (page.title.take(), std::mem::take(&mut page.text));
    let shape =
        if page.is_shaped { PageShape { title, body: text, ..PageShape::default() } } else { extractor.shape(title.as_deref(), &text) };
    (page, shape)
}
