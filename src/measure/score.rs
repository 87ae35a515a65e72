//! How what was found compares with what is right.
//!
//! A mention counts when its kind and its place agree: the k-th occurrence of its words in the text. So a page whose body begins
//! a line too late is not wrong in every mention, and the figures are those of a scorer that sees the export alone.

use super::gold::{Gold, GoldQuote};
use crate::model::{Annotations, Article, Kind, Mention, QuoteKind, Rule};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Marks that may stand at the edge of a span without changing it.
const MARKS: &[char] = &['"', '\'', '`', '“', '”', '‘', '’', '«', '»', '„', '‟', '‹', '›', '‚'];

/// Right, wrong and missed of one sort of thing.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub right: usize,
    pub spurious: usize,
    pub missed: usize,
}

impl Tally {
    pub fn precision(self) -> Option<f64> {
        ratio(self.right, self.right + self.spurious)
    }

    pub fn recall(self) -> Option<f64> {
        ratio(self.right, self.right + self.missed)
    }

    /// The harmonic mean of precision and recall; `None` when there is nothing to find and nothing was found.
    pub fn f1(self) -> Option<f64> {
        ratio(2 * self.right, 2 * self.right + self.spurious + self.missed)
    }

    pub fn and(self, other: Self) -> Self {
        Self { right: self.right + other.right, spurious: self.spurious + other.spurious, missed: self.missed + other.missed }
    }
}

fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Everything measured on some texts.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub texts: usize,
    /// By [`Kind::ALL`].
    pub kinds: [Tally; 3],
    pub quotes: Tally,
    /// Of the direct quotes: how many have the right speaker, or none where the text tells none.
    pub speakers: Tally,
    pub facts: Tally,
    /// Texts that name nothing, and those of them in which nothing was marked.
    pub nameless: Tally,
    /// The least share of words that a body found and its gold have in common, in their order.
    pub body: Option<f64>,
    /// What was marked, by the rule that marked it: right and spurious alone.
    pub rules: HashMap<Rule, Tally>,
    pub mistakes: Vec<String>,
}

impl Score {
    pub fn all_kinds(&self) -> Tally {
        self.kinds.iter().fold(Tally::default(), |all, &kind| all.and(kind))
    }

    /// Counts one text; `article` when a whole page was read, else what was found in the gold's own text.
    pub fn add(&mut self, gold: &Gold, found: &Found) {
        self.texts += 1;
        self.mentions(gold, found);
        if let Some(quotes) = &gold.quotes {
            self.quotes(gold, quotes, found);
        }
        if let Some(article) = found.article {
            self.facts(gold, article);
            let body = common(&gold.text, found.text);
            self.body = Some(self.body.map_or(body, |least| least.min(body)));
        }
    }

    fn mentions(&mut self, gold: &Gold, found: &Found) {
        let right = keyed(&gold.text, gold.mentions.iter().map(|mention| (mention.span, mention.kind)));
        let got = keyed(found.text, found.mentions().map(|(span, kind, mention)| (span, (kind, mention.rule))));
        if right.is_empty() {
            self.nameless.right += usize::from(got.is_empty());
            self.nameless.missed += usize::from(!got.is_empty());
        }
        for (place, kind) in &right {
            let Some(kind) = kind else { continue };
            let tally = &mut self.kinds[*kind as usize];
            match got.get(place) {
                Some((other, _)) if other == kind => tally.right += 1,
                _ => {
                    tally.missed += 1;
                    self.mistakes.push(mistake(gold, "missed", kind.word(), place));
                }
            }
        }
        for (place, (kind, rule)) in &got {
            let is_right = matches!(right.get(place), Some(right) if right.is_none_or(|right| right == *kind));
            let tally = self.rules.entry(*rule).or_default();
            if is_right {
                tally.right += 1;
                continue;
            }
            tally.spurious += 1;
            self.kinds[*kind as usize].spurious += 1;
            self.mistakes.push(mistake(gold, "spurious", kind.word(), place));
        }
    }

    fn quotes(&mut self, gold: &Gold, quotes: &[GoldQuote], found: &Found) {
        let within = |one: &GoldQuote, other: &GoldQuote| {
            one.span != other.span && other.span.start <= one.span.start && one.span.end <= other.span.end
        };
        // What somebody quotes while speaking is a part of what they say.
        let inner = |one: &GoldQuote| quotes.iter().any(|other| other.kind == QuoteKind::Direct && within(one, other));
        let direct = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct && !inner(quote));
        let right = keyed(&gold.text, direct.map(|quote| (quote.span, quote)));
        let got = found.annotations.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct && quote.span.start >= found.from);
        let got = keyed(found.text, got.map(|quote| (found.shifted(quote.span), quote)));
        for (place, quote) in &right {
            let hit = got.get(place);
            self.quotes.right += usize::from(hit.is_some());
            self.quotes.missed += usize::from(hit.is_none());
            if hit.is_none() {
                self.mistakes.push(mistake(gold, "missed", "quote", place));
            }
            let got = hit.and_then(|quote| quote.speaker);
            let is_right = match &quote.speaker {
                Some(speaker) => got.is_some_and(|name| found.is_called(name, speaker)),
                None => got.is_none(),
            };
            self.speakers.right += usize::from(is_right);
            self.speakers.missed += usize::from(!is_right);
            if !is_right {
                let (right, got) = (quote.speaker.as_deref(), got.map(|name| &*found.annotations.name(name).name));
                self.mistakes.push(format!("{}: speaker of {:?}: {right:?}, not {got:?}", gold.name, start_of(&place.0)));
            }
        }
        for place in got.keys().filter(|place| !right.contains_key(*place)) {
            self.quotes.spurious += 1;
            self.mistakes.push(mistake(gold, "spurious", "quote", place));
        }
    }

    fn facts(&mut self, gold: &Gold, article: &Article) {
        let Some(facts) = &gold.facts else { return };
        let byline = article.byline.join("; ");
        let checks = [
            ("title", &facts.title, article.title().map(str::to_string)),
            ("published", &facts.published, article.published.map(|date| date.to_string())),
            ("source", &facts.source, article.source.as_deref().map(str::to_string)),
            ("byline", &facts.byline, Some(byline).filter(|byline| !byline.is_empty())),
            ("dateline", &facts.dateline, article.dateline.as_deref().map(str::to_string)),
        ];
        for (what, right, got) in checks {
            let (right, got) = (right.as_deref().map(letters), got.as_deref().map(letters));
            let agrees = match (&right, &got) {
                (Some(right), Some(got)) => agree(what, right, got),
                (right, got) => right == got,
            };
            self.facts.right += usize::from(agrees);
            self.facts.missed += usize::from(!agrees);
            if !agrees {
                self.mistakes.push(format!("{}: {what}: {right:?}, not {got:?}", gold.name));
            }
        }
    }
}

/// Whether a fact is right, both in plain letters: houses and towns may be told at more or less length, and a town be spelled
/// otherwise behind its seventh letter.
fn agree(what: &str, right: &str, got: &str) -> bool {
    let longer = |one: &str, other: &str| !matches!(what, "title" | "published") && one.starts_with(other);
    let begins_alike = || what == "dateline" && right.chars().take(7).eq(got.chars().take(7));
    right == got || longer(got, right) || longer(right, got) || begins_alike()
}

/// What the extractor found in one text.
pub struct Found<'a> {
    /// The text judged: all of it, or the body.
    pub text: &'a str,
    /// Bytes of the extractor's text before [`Self::text`].
    pub from: u32,
    pub annotations: &'a Annotations,
    pub article: Option<&'a Article>,
}

impl Found<'_> {
    fn shifted(&self, span: Span) -> Span {
        Span { start: span.start - self.from, end: span.end - self.from }
    }

    fn mentions(&self) -> impl Iterator<Item = (Span, Kind, &Mention)> + '_ {
        let judged = self.annotations.mentions.iter().filter(|mention| mention.span.start >= self.from);
        judged.map(|mention| (self.shifted(mention.span), self.annotations.name(mention.name).kind, mention))
    }

    /// The name's canonical form, or what one of its mentions says, is `words`.
    fn is_called(&self, name: crate::model::NameId, words: &str) -> bool {
        let right = letters(words);
        letters(&self.annotations.name(name).name) == right
            || self.mentions().any(|(span, _, other)| other.name == name && letters(span.of(self.text)) == right)
    }
}

/// The words of a span and which occurrence of them it is.
type Place = (String, usize);

fn keyed<T>(text: &str, spans: impl Iterator<Item = (Span, T)>) -> BTreeMap<Place, T> {
    spans.filter_map(|(span, value)| Some((place(text, span)?, value))).collect()
}

fn place(text: &str, span: Span) -> Option<Place> {
    let words = span.of(text);
    let edge = |c: char| MARKS.contains(&c) || c.is_whitespace();
    let core = words.trim_matches(edge);
    let start = span.start as usize + (words.len() - words.trim_start_matches(edge).len());
    let ordinal = text[..start].matches(core).count();
    (!core.is_empty()).then(|| (core.split_whitespace().collect::<Vec<_>>().join(" "), ordinal))
}

fn mistake(gold: &Gold, what: &str, kind: &str, (words, _): &Place) -> String {
    format!("{}: {what} {kind}: {:?}", gold.name, start_of(words))
}

fn start_of(words: &str) -> String {
    words.chars().take(60).collect()
}

/// Letters and digits alone, small.
fn letters(words: &str) -> String {
    let plain = crate::text::folded(words, crate::text::Case::Lower);
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Twice the words in common (longest common subsequence) over all words of both.
fn common(one: &str, other: &str) -> f64 {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split_whitespace().collect(), other.split_whitespace().collect());
    let mut row = vec![0; other.len() + 1];
    for word in &one {
        let mut diagonal = 0;
        for (index, with) in other.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = if word == with { diagonal + 1 } else { above.max(row[index]) };
            diagonal = above;
        }
    }
    let words = one.len() + other.len();
    if words == 0 { 1.0 } else { 2.0 * row[other.len()] as f64 / words as f64 }
}

/// Mistakes with how often each was made, the most frequent first.
pub fn counted(mistakes: &[String]) -> Vec<(usize, &str)> {
    let distinct: BTreeSet<&str> = mistakes.iter().map(String::as_str).collect();
    let count = |mistake: &str| mistakes.iter().filter(|other| *other == mistake).count();
    let mut out: Vec<(usize, &str)> = distinct.into_iter().map(|mistake| (count(mistake), mistake)).collect();
    out.sort_by_key(|&(count, mistake)| (std::cmp::Reverse(count), mistake));
    out
}
