//! A body to its fingerprint: its sentences as hashes, and a sketch of the whole.

use crate::model::{Fingerprint, Passage, Sketch};
use crate::text::{Span, Word, WordHash, push_words, sentences, sequence_hash};
use xxhash_rust::xxh3::xxh3_64;

/// Shorter sentences (`The cause is not known yet.`) are written twice by chance.
const PASSAGE_WORDS: usize = 7;
/// Of so many words the sketch is made at a time.
const SHINGLE_WORDS: usize = 3;
/// Shorter bodies give too few shingles for a sketch to tell them apart.
const SKETCH_WORDS: usize = 30;
/// Between a dateline's place and its dash stand a date or an agency, no more than so many bytes.
const DATELINE_REST: usize = 60;

/// The fingerprint of `text` (title, blank line, body), whose body starts at byte `body_start`, perhaps with this dateline. What the
/// dateline says is each house's own, so the first sentence is taken behind it.
pub fn fingerprint(text: &str, body_start: usize, dateline: Option<&str>) -> Fingerprint {
    let start = body_start + dateline.map_or(0, |dateline| dateline_end(&text[body_start..], dateline));
    let mut print = Fingerprint::default();
    let mut passages = Vec::new();
    let (mut small, mut body) = (Vec::new(), Vec::with_capacity(text.len() / 5));
    for sentence in sentences(&text[start..]).into_iter().map(|span| span.shifted(start)) {
        let before = body.len();
        push_words(sentence.of(text), &mut small, &mut body);
        passages.extend(passage(sentence, &body[before..]));
    }
    print.words = body.len() as u32;
    print.sketch = (body.len() >= SKETCH_WORDS).then(|| sketch(&body));
    print.passages = passages.into();
    print
}

fn passage(span: Span, words: &[Word]) -> Option<Passage> {
    (words.len() >= PASSAGE_WORDS).then(|| Passage { span, words: words.len() as u32, hash: sequence_hash(words) })
}

/// Bytes up to the end of the dash behind the dateline that opens `body`; 0 when none is found.
fn dateline_end(body: &str, dateline: &str) -> usize {
    let Some(rest) = body.strip_prefix(dateline) else { return 0 };
    let line = rest.lines().next().unwrap_or_default();
    let dash = ["–", "—", " - ", "--"].into_iter().filter_map(|dash| Some(line.find(dash)? + dash.len())).min();
    dash.filter(|&end| end <= DATELINE_REST).map_or(0, |end| dateline.len() + end)
}

/// SimHash: each bit is what most shingles have there (Charikar, Similarity estimation techniques from rounding algorithms, STOC
/// 2002), over runs of words as in Manku, Jain and Das Sarma, Detecting near-duplicates for web crawling, WWW 2007.
fn sketch(words: &[Word]) -> Sketch {
    let mut counts = Counts::default();
    let shingles = words.array_windows::<SHINGLE_WORDS>();
    let half = shingles.len() as u32 / 2;
    shingles.for_each(|shingle| counts.add(shingle_hash(shingle)));
    Sketch(counts.above(half))
}

fn shingle_hash(shingle: &[Word; SHINGLE_WORDS]) -> u64 {
    let mut bytes = [[0; size_of::<WordHash>()]; SHINGLE_WORDS];
    for at in 0..SHINGLE_WORDS {
        bytes[at] = shingle[at].hash.to_le_bytes();
    }
    xxh3_64(bytes.as_flattened())
}

/// How many of some hashes have each bit, all bits at once: the n-th word holds the n-th binary digit of the 64 counts.
#[derive(Default)]
struct Counts([u64; 32]);

impl Counts {
    fn add(&mut self, hash: u64) {
        let mut carry = hash;
        for digit in &mut self.0 {
            (*digit, carry) = (*digit ^ carry, *digit & carry);
            if carry == 0 {
                return;
            }
        }
    }

    /// The bits that more hashes have than `number`: digit by digit from the highest, as numbers are compared, all counts at once.
    fn above(&self, number: u32) -> u64 {
        let (mut above, mut equal) = (0, u64::MAX);
        for (place, digit) in self.0.iter().enumerate().rev() {
            if number >> place & 1 == 0 {
                above |= equal & digit;
                equal &= !digit;
            } else {
                equal &= digit;
            }
        }
        above
    }
}
