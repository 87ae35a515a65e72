//! How right the extractor is: gold texts read, compared with what is found in them, and told in a table. The tagger is trained
//! here too, from the same readers.

mod corpora;
mod gold;
mod guideline;
mod random;
mod report;
mod score;
mod train;

pub use corpora::{Part, read};
pub use gold::{Facts, Gold, GoldMention, GoldQuote};
pub use guideline::by_guideline;
pub use report::{Measured, table};
pub use score::{Score, Tally, counted};
pub use train::{Course, Trained, train};

use crate::extract::Extractor;
use crate::ingest::read_page;
use score::Found;
use std::time::{Duration, Instant};

/// Runs the extractor over `golds` and counts. The time is the extractor's alone, for `bytes` of text.
pub fn measure(extractor: &Extractor, golds: &[Gold]) -> Measured {
    let mut measured = Measured { score: Score::default(), bytes: 0, time: Duration::ZERO };
    for gold in golds {
        let begun = Instant::now();
        match &gold.page {
            None => {
                let annotations = extractor.annotate(&gold.text, 0);
                measured.time += begun.elapsed();
                measured.bytes += gold.text.len();
                measured.score.add(gold, &Found { text: &gold.text, from: 0, annotations: &annotations, article: None });
            }
            Some(page) => {
                let article = read_page(&gold.name, page, extractor);
                measured.time += begun.elapsed();
                measured.bytes += page.len();
                let from = if gold.body_only { article.body_start } else { 0 };
                let found =
                    Found { text: &article.text[from as usize..], from, annotations: &article.annotations, article: Some(&article) };
                measured.score.add(gold, &found);
            }
        }
    }
    measured
}
