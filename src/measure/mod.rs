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
pub use report::{Measured, rules, table};
pub use score::{Score, Tally, counted};
pub use train::{Course, Trained, train};

use crate::extract::Extractor;
use crate::ingest::read_page;
use score::Found;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs the extractor over `golds` and counts. The time is the extractor's alone, on one core, for `bytes` of text: the fastest of
/// several passes, so that a small set is not measured by what is done once.
pub fn measure(extractor: &Extractor, golds: &[Gold]) -> Measured {
    let mut score = Score::default();
    golds.iter().for_each(|gold| judge(extractor, gold, &mut score));
    let time = (0..PASSES).map(|_| timed(extractor, golds)).min().unwrap_or_default();
    let bytes = golds.iter().map(|gold| gold.page.as_ref().unwrap_or(&gold.text).len()).sum();
    Measured { score, bytes, time }
}

const PASSES: usize = 5;

fn judge(extractor: &Extractor, gold: &Gold, score: &mut Score) {
    let Some(page) = &gold.page else {
        let annotations = extractor.annotate(&gold.text, 0);
        return score.add(gold, &Found { text: &gold.text, from: 0, annotations: &annotations, article: None });
    };
    let article = read_page(&gold.name, page, extractor);
    let from = if gold.body_only { article.body_start } else { 0 };
    score.add(gold, &Found { text: &article.text[from as usize..], from, annotations: &article.annotations, article: Some(&article) });
}

fn timed(extractor: &Extractor, golds: &[Gold]) -> Duration {
    let begun = Instant::now();
    for gold in golds {
        match &gold.page {
            None => drop(black_box(extractor.annotate(&gold.text, 0))),
            Some(page) => drop(black_box(read_page(&gold.name, page, extractor))),
        }
    }
    begun.elapsed()
}
