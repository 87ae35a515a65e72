//! An article as bytes: a checksum, the length of its text, the text, then everything else in postcard. The text stands as it is, so
//! that it can be searched without decoding anything.

use crate::model::{Article, ContentId, Date, Format, Head, headline_room, headline_span};
use xxhash_rust::xxh3::xxh3_64;

const CHECKSUM: usize = size_of::<u64>();
const LENGTH: usize = size_of::<u32>();
const HEAD: usize = CHECKSUM + LENGTH;

/// Bytes that are no article: cut, overwritten, or of another version of this program.
#[derive(Copy, Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not an article")]
pub struct NotAnArticle;

/// Appends an article to `out`.
pub fn write(article: &Article, out: &mut Vec<u8>) {
    let start = out.len();
    out.extend([0; CHECKSUM]);
    out.extend((article.text.len() as u32).to_le_bytes());
    out.extend(article.text.as_bytes());
    // Into memory, and of types that postcard knows, this cannot fail; were it to, the record would not be read back.
    let _ = postcard::to_io(article, &mut *out);
    let checksum = xxh3_64(&out[start + CHECKSUM..]);
    out[start..start + CHECKSUM].copy_from_slice(&checksum.to_le_bytes());
}

/// The article in bytes that [`write`] made.
pub fn read(record: &[u8]) -> Result<Article, NotAnArticle> {
    if !is_whole(record) {
        return Err(NotAnArticle);
    }
    let text = text(record);
    let rest = record.get(HEAD + text.len()..).ok_or(NotAnArticle)?;
    let article: Article = postcard::from_bytes(rest).map_err(|_| NotAnArticle)?;
    Ok(Article { text: str::from_utf8(text).map_err(|_| NotAnArticle)?.into(), ..article })
}

/// The first fields of an article, which postcard writes one after another.
type Beginning = (ContentId, Box<str>, Format, u32, Option<Date>, Option<Box<str>>);

/// What a list tells of the article in bytes that [`write`] made; the rest of it is not decoded.
pub fn head(record: &[u8]) -> Result<Head, NotAnArticle> {
    if !is_whole(record) {
        return Err(NotAnArticle);
    }
    let text = text(record);
    let rest = record.get(HEAD + text.len()..).ok_or(NotAnArticle)?;
    let (beginning, _) = postcard::take_from_bytes::<Beginning>(rest).map_err(|_| NotAnArticle)?;
    let (id, path, _, body_start, published, source) = beginning;
    let room = text.len().min(headline_room(body_start as usize));
    let text = text[..room].utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let headline = headline_span(text, body_start as usize).of(text).into();
    Ok(Head { id, path, published, source, has_title: body_start > 0, headline })
}

/// The bytes are those that were written.
pub fn is_whole(record: &[u8]) -> bool {
    let checksum = record.first_chunk::<CHECKSUM>().map(|bytes| u64::from_le_bytes(*bytes));
    checksum.is_some_and(|checksum| checksum == xxh3_64(&record[CHECKSUM..]))
}

/// The text in a record, without a look at the rest; empty where there is none.
pub fn text(record: &[u8]) -> &[u8] {
    let length = record.get(CHECKSUM..).and_then(|bytes| bytes.first_chunk::<LENGTH>()).map_or(0, |bytes| u32::from_le_bytes(*bytes));
    record.get(HEAD..HEAD + length as usize).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Annotations, Fingerprint};
    use proptest::prelude::{prop_assert_eq, proptest};

    fn article(title: &str, body: &str, source: &str) -> Article {
        let text = if title.is_empty() { body.to_string() } else { format!("{title}\n\n{body}") };
        Article {
            id: ContentId::of(&text),
            path: "wend/ferry.txt".into(),
            format: Format::Text,
            body_start: (text.len() - body.len()) as u32,
            text: text.into(),
            published: (!source.is_empty()).then(|| Date::constant(2020, 1, 2)),
            source: (!source.is_empty()).then(|| source.into()),
            byline: vec!["Ida Falk".into()],
            dateline: None,
            url: None,
            lang: None,
            cut: Vec::new(),
            annotations: Annotations::default(),
            fingerprint: Fingerprint::default(),
        }
    }

    proptest! {
        #[test]
        fn the_head_of_a_record_is_that_of_its_article(title in "[a-zé東]{0,9}", body in "[a-z é東\n]{1,40}", source in "[a-z]{0,4}", times in 1usize..99) {
            let (article, mut record) = (article(&title, &body.repeat(times), &source), Vec::new());
            write(&article, &mut record);
            prop_assert_eq!(head(&record), Ok(article.head()));
            prop_assert_eq!(read(&record), Ok(article));
        }
    }
}
