//! Sets made by other guidelines, brought nearer to this project's.

use super::gold::Gold;
use crate::extract::Extractor;
use crate::model::Kind;

/// A country or a capital that acts or plays stays a place.
pub fn by_guideline(mut gold: Gold, extractor: &Extractor) -> Gold {
    for mention in gold.mentions.iter_mut().filter(|mention| mention.kind == Some(Kind::Group)) {
        if extractor.is_country(mention.span.of(&gold.text)) {
            mention.kind = Some(Kind::Place);
        }
    }
    gold
}
