//! A store written down and read again is the same store.

#[path = "support/articles.rs"]
mod articles;

use dateline::store::Store;
