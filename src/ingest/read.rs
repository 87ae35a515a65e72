//! One file's bytes to an article.

use super::{decode::decode, format::is_text, markdown, page::Page};
use crate::extract::{Extractor, PageShape, fingerprint};
use crate::model::{Article, ContentId, Format};

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
    #[error("reading it failed inside the program; please report this file")]
    Panic,
}

/// Offsets are 32 bits wide and a text can grow while it is decoded.
pub(super) const LARGEST: u64 = 1 << 30;

/// Makes an article of a file's bytes.
pub(super) fn article(path: &str, format: Format, bytes: &[u8], extractor: &Extractor) -> Result<Article, Unreadable> {
    let raw = decode(bytes);
    if !is_text(&raw) {
        return Err(Unreadable::Binary);
    }
    if raw.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let page = match format {
        Format::Text => Page { text: raw.to_string(), ..Page::default() },
        Format::Markdown => markdown::parse(&raw),
    };
    let shape = extractor.shape(page.title.as_deref(), &page.text);
    Ok(assemble(path, format, ContentId::of(&raw), page, shape, extractor))
}

/// Makes an article of a text already at hand, by no format but its own shape.
pub fn read_page(path: &str, text: &str, extractor: &Extractor) -> Article {
    let page = Page { text: text.to_string(), ..Page::default() };
    let shape = extractor.shape(None, &page.text);
    assemble(path, Format::Text, ContentId::of(text), page, shape, extractor)
}

/// What the format says outright counts before what the page's text shows.
fn assemble(path: &str, format: Format, id: ContentId, page: Page, shape: PageShape, extractor: &Extractor) -> Article {
    let (text, body_start) = shape.text();
    let boxed = |text: Option<String>| text.map(String::into_boxed_str);
    Article {
        id,
        path: path.into(),
        format,
        annotations: extractor.annotate(&text, body_start),
        fingerprint: fingerprint(&text, body_start, shape.dateline.as_deref()),
        body_start: body_start as u32,
        published: page.published.or(shape.published),
        source: boxed(page.source.or(shape.source)),
        byline: page.byline.into_iter().chain(shape.byline).map(String::into_boxed_str).collect(),
        dateline: boxed(shape.dateline),
        url: boxed(page.url),
        lang: page.lang.map(String::into_boxed_str).or_else(|| extractor.language(&text).map(Box::from)),
        cut: shape.cut,
        text: text.into(),
    }
}
