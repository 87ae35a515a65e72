//! This project's own articles: plain text with marks in braces (`tests/gold/README.md` has the format).

use super::{name_of, text_of};
use crate::measure::gold::{Facts, Gold, GoldMention, GoldQuote};
use crate::model::{Kind, QuoteKind};
use crate::text::Span;
use anyhow::{Context, Result, anyhow, bail};
use std::path::{Path, PathBuf};

pub(super) fn read(files: &[PathBuf]) -> Result<Vec<Gold>> {
    let mut out = Vec::new();
    for file in files {
        let text = text_of(file)?;
        let articles: Vec<&str> = text.split("\n=====\n").collect();
        for (index, article) in articles.iter().enumerate() {
            let number = if articles.len() == 1 { 0 } else { index + 1 };
            out.push(article_of(file, number, article).with_context(|| format!("{}, article {}", file.display(), index + 1))?);
        }
    }
    Ok(out)
}

fn article_of(file: &Path, number: usize, article: &str) -> Result<Gold> {
    let (head, page) = match article.trim_start_matches('\n').strip_prefix("---\n") {
        Some(page) => ("", page),
        None => article.split_once("\n---\n").ok_or_else(|| anyhow!("no line --- ends its head"))?,
    };
    let mut marks = Marks::default();
    marks.scan(page)?;
    let mut facts = facts(head)?;
    facts.title = marks.text.lines().map(str::trim).find(|line| !line.is_empty()).map(str::to_string);
    let mut gold = Gold { name: name_of(file, number), page: Some(marks.page), text: marks.text, facts: Some(facts), ..Gold::default() };
    (gold.mentions, gold.quotes) = (marks.mentions, Some(marks.quotes));
    Ok(gold)
}

fn facts(head: &str) -> Result<Facts> {
    let mut facts = Facts::default();
    for line in head.lines().filter(|line| !line.trim().is_empty()) {
        let (key, value) = line.split_once(": ").ok_or_else(|| anyhow!("no fact: {line:?}"))?;
        let value = Some(value.trim().to_string());
        match key {
            "published" => facts.published = value,
            "source" => facts.source = value,
            "byline" => facts.byline = value,
            "dateline" => facts.dateline = value,
            _ => bail!("no such fact: {key:?}"),
        }
    }
    Ok(facts)
}

/// What a mark says of the words inside it.
enum Mark {
    Mention(Option<Kind>),
    Quote(QuoteKind, Option<String>),
    Reported,
    Cut,
}

/// A page read with its marks: `page` is all of it, `text` what is not cut away.
#[derive(Default)]
struct Marks {
    page: String,
    text: String,
    mentions: Vec<GoldMention>,
    quotes: Vec<GoldQuote>,
    open: Vec<(Mark, usize)>,
}

impl Marks {
    fn scan(&mut self, mut rest: &str) -> Result<()> {
        while let Some(at) = rest.find(['{', '}']) {
            self.words(&rest[..at]);
            let behind = &rest[at + 1..];
            rest = if rest[at..].starts_with('{') { self.opens(behind)? } else { self.closes(behind)? };
        }
        self.words(rest);
        if let Some((_, start)) = self.open.first() {
            bail!("a mark is not closed: {:?}", &self.text[*start..].chars().take(40).collect::<String>());
        }
        self.mentions.sort_by_key(|mention| mention.span);
        self.quotes.sort_by_key(|quote| quote.span);
        Ok(())
    }

    fn words(&mut self, words: &str) {
        self.page.push_str(words);
        if !self.open.iter().any(|(mark, _)| matches!(mark, Mark::Cut)) {
            self.text.push_str(words);
        }
    }

    fn opens<'a>(&mut self, rest: &'a str) -> Result<&'a str> {
        let (word, behind) = rest.split_once(' ').ok_or_else(|| anyhow!("an open mark at the end"))?;
        let (mark, behind) = match word {
            "group" => (Mark::Mention(Some(Kind::Group)), behind),
            "place" => (Mark::Mention(Some(Kind::Place)), behind),
            "person" => (Mark::Mention(Some(Kind::Person)), behind),
            "optional" => (Mark::Mention(None), behind),
            "scare" => (Mark::Quote(QuoteKind::Scare, None), behind),
            "cut" => (Mark::Cut, behind),
            "quote" | "reported" => {
                let (speaker, behind) = behind.split_once(": ").ok_or_else(|| anyhow!("no colon behind {word}"))?;
                let speaker = (speaker != "?").then(|| speaker.to_string());
                (if word == "quote" { Mark::Quote(QuoteKind::Direct, speaker) } else { Mark::Reported }, behind)
            }
            _ => bail!("no such mark: {word:?}"),
        };
        self.open.push((mark, self.text.len()));
        Ok(behind)
    }

    fn closes<'a>(&mut self, rest: &'a str) -> Result<&'a str> {
        let (mark, start) =
            self.open.pop().ok_or_else(|| anyhow!("a closing brace too many before {:?}", rest.chars().take(40).collect::<String>()))?;
        let span = Span::new(start, self.text.len());
        match mark {
            Mark::Mention(kind) if !span.is_empty() => self.mentions.push(GoldMention { span, kind }),
            Mark::Quote(kind, speaker) => self.quotes.push(GoldQuote { span, kind, speaker }),
            _ => {}
        }
        Ok(rest)
    }
}
