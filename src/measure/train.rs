//! Training the tagger: a structured perceptron with averaged weights (Collins 2002), rounded to bytes.
//!
//! The same texts give the same bytes: the order of the lessons is shuffled by a generator with a fixed seed.

use super::gold::{Gold, GoldMention};
use super::random::Random;
use crate::extract::Extractor;
use crate::extract::tagger::{Known, KnownWords, ROWS, Stretch, TAGS, Tag, Tagger, Transitions, Weights, best_path, transitions};
use crate::text::{Case, folded};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Times every lesson is gone through.
const EPOCHS: usize = 10;
const PERCEPTRONS: u64 = 4;
/// Of a hundred features so many are forgotten each time (dropout, Srivastava et al. 2014). Leaving each open set out in turn, F1
/// on it rose from 0.666 to 0.679 on average.
const FORGOTTEN: usize = 30;

/// What is learnt from: texts, and how many times each counts.
pub struct Course {
    pub golds: Vec<(Gold, usize)>,
    /// Given names, surnames, names of places; one a line.
    pub lists: [String; 3],
}

const WEIGHTS: &str = "weights.bin";
const WORDS: &str = "words.bin";

/// The two files of the tagger.
pub struct Trained {
    pub weights: Vec<u8>,
    pub words: Vec<u8>,
}

impl Trained {
    /// # Errors
    /// When a file of `folder` cannot be read or was made by another version.
    pub fn read(folder: &Path) -> Result<Self> {
        let file = |name: &str, length: usize| {
            let path = folder.join(name);
            let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
            ensure!(bytes.len() == length, "{}: {} bytes, {length} expected: train it again", path.display(), bytes.len());
            Ok(bytes)
        };
        Ok(Self { weights: file(WEIGHTS, Weights::LENGTH)?, words: file(WORDS, KnownWords::LENGTH)? })
    }

    /// # Errors
    /// When `folder` or a file in it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        fs::write(folder.join(WEIGHTS), &self.weights).with_context(|| WEIGHTS)?;
        fs::write(folder.join(WORDS), &self.words).with_context(|| WORDS)
    }

    pub(crate) fn tagger(&self) -> Tagger {
        Tagger::new(Weights::new(&self.weights), KnownWords::new(self.words.clone()))
    }
}

/// Learns from `course` with what the rules of `extractor` find. The tagger goes over a text twice; what it sees the second time is
/// learnt from what a tagger that never saw the text finds the first time: one learnt from the other half of the texts.
pub fn train(extractor: &Extractor, course: &Course) -> Trained {
    let words = known_words(course);
    let known = KnownWords::new(words.clone());
    let lessons = |golds: &[&(Gold, usize)], first: Option<&Tagger>| -> Vec<Lesson> {
        golds.iter().flat_map(|(gold, times)| lessons_of(extractor, &known, gold, *times, first)).collect()
    };
    let halves = [0, 1].map(|half| course.golds.iter().skip(half).step_by(2).collect::<Vec<_>>());
    let [one, other] = [0, 1].map(|half| {
        let weights = learn(&lessons(&halves[half], None));
        Tagger::new(Weights::new(&weights), KnownWords::new(words.clone()))
    });
    let mut all = lessons(&halves[0], Some(&other));
    all.extend(lessons(&halves[1], Some(&one)));
    Trained { weights: learn(&all), words }
}

/// A stretch, its right tags, and how many times it counts.
type Lesson = (Stretch, Vec<Option<Tag>>, usize);

fn lessons_of(extractor: &Extractor, known: &KnownWords, gold: &Gold, times: usize, first: Option<&Tagger>) -> Vec<Lesson> {
    let stretches = extractor.lesson(&gold.text, title_end(gold), known, first).into_iter();
    stretches.map(|stretch| (tags(&stretch, &gold.mentions), stretch)).map(|(tags, stretch)| (stretch, tags, times)).collect()
}

/// The mean of several perceptrons that met the lessons in other orders: one alone hangs on its order (half a point of F1).
fn learn(lessons: &[Lesson]) -> Vec<u8> {
    let order: Vec<usize> = lessons.iter().enumerate().flat_map(|(number, lesson)| std::iter::repeat_n(number, lesson.2)).collect();
    let mut sums = vec![0.0; Weights::LENGTH];
    for seed in 1..=PERCEPTRONS {
        let averages = taught(lessons, &order, seed);
        sums.iter_mut().zip(averages).for_each(|(sum, average)| *sum += average);
    }
    rounded(&sums)
}

fn taught(lessons: &[Lesson], order: &[usize], seed: u64) -> Vec<f64> {
    let mut perceptron = Perceptron::new(seed);
    let mut random = Random::new(seed);
    for _ in 0..EPOCHS {
        for number in random.shuffled(order) {
            let (stretch, tags, _) = &lessons[number];
            perceptron.learn(stretch, tags);
        }
    }
    perceptron.averages()
}

/// Weights as bytes: the largest but one in a thousand of those used becomes 127, larger ones too.
fn rounded(weights: &[f64]) -> Vec<u8> {
    let mut sizes: Vec<f64> = weights.iter().map(|weight| weight.abs()).filter(|&size| size > 0.0).collect();
    sizes.sort_by(f64::total_cmp);
    let largest = sizes.get(sizes.len().saturating_sub(sizes.len() / 1000 + 1)).copied().unwrap_or(1.0);
    weights.iter().map(|weight| (weight / largest * 127.0).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}

/// Bytes of the title, which is the first line where a text is a whole page, and the line break behind it.
fn title_end(gold: &Gold) -> usize {
    let whole = gold.page.is_some() && !gold.body_only;
    let body = gold.text.trim_start().find('\n').filter(|_| whole).map(|at| gold.text.len() - gold.text.trim_start().len() + at);
    body.map_or(0, |at| gold.text.len() - gold.text[at..].trim_start().len())
}

/// The right tag of each token; `None` where the gold leaves it open.
fn tags(stretch: &Stretch, mentions: &[GoldMention]) -> Vec<Option<Tag>> {
    let mut begun = None;
    let tag = |span: &crate::text::Span| {
        let next = mentions.partition_point(|mention| mention.span.end <= span.start);
        let Some(mention) = mentions.get(next).filter(|mention| mention.span.overlaps(*span)) else { return Some(Tag::OUTSIDE) };
        let kind = mention.kind?;
        let goes_on = begun.replace(next) == Some(next);
        Some(if goes_on { Tag::inside(kind) } else { Tag::begins(kind) })
    };
    stretch.spans.iter().map(tag).collect()
}

/// The filters of words: the lists', and every word written small in the texts.
fn known_words(course: &Course) -> Vec<u8> {
    let mut filters = vec![0; KnownWords::LENGTH];
    for (list, known) in course.lists.iter().zip([Known::Given, Known::Surname, Known::Place]) {
        let words =
            list.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).filter(|word| word.starts_with(char::is_uppercase));
        words.for_each(|word| KnownWords::add(&mut filters, known, &key(word)));
    }
    let everyday = include_str!("../../assets/words/everyday.txt").lines().filter(|line| !line.starts_with('#'));
    everyday.for_each(|word| KnownWords::add(&mut filters, Known::Small, word));
    for word in course.golds.iter().flat_map(|(gold, _)| gold.text.split(|c: char| !c.is_alphanumeric())) {
        if word.len() > 1 && word.chars().all(char::is_lowercase) {
            KnownWords::add(&mut filters, Known::Small, &key(word));
        }
    }
    filters
}

/// As tokens are folded.
fn key(word: &str) -> String {
    folded(word, Case::Lower).trim().to_string()
}

/// Weights while they are learnt: each with the sum of its values over time, brought up to date when it changes.
struct Perceptron {
    weights: Vec<f32>,
    sums: Vec<f64>,
    changed: Vec<u32>,
    now: u32,
    random: Random,
}

impl Perceptron {
    fn new(seed: u64) -> Self {
        let length = Weights::LENGTH;
        Self { weights: vec![0.0; length], sums: vec![0.0; length], changed: vec![0; length], now: 0, random: Random::new(seed) }
    }

    fn learn(&mut self, stretch: &Stretch, right: &[Option<Tag>]) {
        self.now += 1;
        let rows = self.remembered(stretch);
        let guess = best_path(&self.scores(&rows, right), &self.transitions());
        let agrees = |at: usize| right[at].is_none_or(|right| right == guess[at]);
        if (0..guess.len()).all(agrees) {
            return;
        }
        for at in 0..guess.len() {
            let before = |tags: &dyn Fn(usize) -> Tag| if at == 0 { TAGS } else { tags(at - 1).0 as usize };
            let right_tag = |at: usize| right[at].unwrap_or(guess[at]);
            let guessed = |at: usize| guess[at];
            if right_tag(at) != guess[at] {
                for &row in &rows[at] {
                    self.change(row as usize * TAGS + right_tag(at).0 as usize, 1.0);
                    self.change(row as usize * TAGS + guess[at].0 as usize, -1.0);
                }
            }
            self.change((ROWS + before(&right_tag)) * TAGS + right_tag(at).0 as usize, 1.0);
            self.change((ROWS + before(&guessed)) * TAGS + guess[at].0 as usize, -1.0);
        }
    }

    /// The features of a stretch without some, others each time: a name must be known by more than its words.
    fn remembered(&mut self, stretch: &Stretch) -> Vec<Vec<u32>> {
        let random = &mut self.random;
        let mut kept = |rows: &Vec<u32>| rows.iter().copied().filter(|_| random.below(100) >= FORGOTTEN).collect();
        stretch.rows.iter().map(&mut kept).collect()
    }

    /// Scores as the tagger has them, in hundredths, with a margin: a wrong tag must lose clearly.
    fn scores(&self, rows: &[Vec<u32>], right: &[Option<Tag>]) -> Vec<[i32; TAGS]> {
        let score = |(rows, right): (&Vec<u32>, &Option<Tag>)| {
            let mut sums = [0.0f32; TAGS];
            for &row in rows {
                let start = row as usize * TAGS;
                sums.iter_mut().zip(&self.weights[start..start + TAGS]).for_each(|(sum, weight)| *sum += weight);
            }
            if let Some(right) = right {
                sums[right.0 as usize] -= MARGIN;
            }
            sums.map(|sum| (sum * HUNDREDTHS) as i32)
        };
        rows.iter().zip(right).map(score).collect()
    }

    fn transitions(&self) -> Transitions {
        transitions(|before, tag| (self.weights[(ROWS + before) * TAGS + tag] * HUNDREDTHS) as i32)
    }

    fn change(&mut self, at: usize, by: f32) {
        self.sums[at] += f64::from(self.weights[at]) * f64::from(self.now - self.changed[at]);
        self.changed[at] = self.now;
        self.weights[at] += by;
    }

    /// Of each weight over all the time of learning.
    fn averages(mut self) -> Vec<f64> {
        self.now += 1;
        (0..self.weights.len()).for_each(|at| self.change(at, 0.0));
        self.sums.iter().map(|sum| sum / f64::from(self.now)).collect()
    }
}

const HUNDREDTHS: f32 = 100.0;
/// What a right tag must win by.
const MARGIN: f32 = 4.0;
