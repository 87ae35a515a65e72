//! An article as bytes: a checksum, the length of its text, the text, then everything else in postcard. The text stands as it is, so
//! that it can be searched without decoding anything.

use crate::model::Article;
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
