//! One dispatch, in the forms in which the program meets it.

use super::names::{Bearer, Names};
use super::written::Written;
use dateline::extract::fingerprint;
use dateline::model::{Annotations, Article, ContentId, Date, Format, Mention, Name, NameId, Quote, QuoteKind, Rule};
use dateline::text::Span;
use serde::Serialize;
use std::io::{self, Write};
use std::ops::Range;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// An article with what its house says of it.
#[derive(Clone, Debug)]
pub struct Dispatch {
    pub number: usize,
    pub published: Option<Date>,
    pub source: String,
    pub byline: Option<String>,
    pub title: Written,
    pub body: Written,
    /// The place that opens the body, where one does: bytes of the body.
    pub dateline: Option<Range<usize>>,
}

/// A line of JSONL.
#[derive(Serialize)]
struct Line<'a> {
    title: &'a str,
    text: &'a str,
    published: Option<String>,
    source: &'a str,
    byline: Option<&'a str>,
    url: String,
    lang: &'static str,
}

impl Dispatch {
    /// As a page that was saved.
    pub fn page(&self) -> String {
        let date = self.published.map(|date| format!("{} {}, {} | ", MONTHS[date.month() as usize - 1], date.day(), date.year()));
        let byline = self.byline.as_ref().map(|byline| format!("By {byline}\n\n"));
        let (date, byline) = (date.unwrap_or_default(), byline.unwrap_or_default());
        format!("{}\n\n{date}{}\n\n{byline}{}\n", self.title.text, self.source, self.body.text)
    }

    /// As a line of JSONL.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn line(&self, out: &mut impl Write) -> io::Result<()> {
        let line = Line {
            title: &self.title.text,
            text: &self.body.text,
            published: self.published.map(|date| date.to_string()),
            source: &self.source,
            byline: self.byline.as_deref(),
            url: format!("https://news.example/{}", self.number),
            lang: "en",
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")
    }

    /// As it would be with every name and quote found.
    pub fn article(&self, names: &Names) -> Article {
        let text = format!("{}\n\n{}", self.title.text, self.body.text);
        let body_start = self.title.text.len() + 2;
        let dateline = self.dateline.clone().map(|range| &self.body.text[range]);
        Article {
            id: ContentId::of(&text),
            path: format!("news/{}.txt", self.number).into(),
            format: Format::Text,
            body_start: body_start as u32,
            fingerprint: fingerprint(&text, body_start, dateline),
            published: self.published,
            source: Some(self.source.as_str().into()),
            byline: self.byline.iter().map(|byline| byline.as_str().into()).collect(),
            dateline: dateline.map(Box::from),
            url: None,
            lang: Some("en".into()),
            cut: Vec::new(),
            annotations: self.annotations(body_start, names),
            text: text.into(),
        }
    }

    fn annotations(&self, body_start: usize, names: &Names) -> Annotations {
        let mut found = Found { bearers: Vec::new(), annotations: Annotations::default() };
        found.take_in(&self.title, 0, names);
        found.take_in(&self.body, body_start, names);
        found.annotations
    }
}

/// What has been found, and who bears each name.
struct Found {
    bearers: Vec<Bearer>,
    annotations: Annotations,
}

impl Found {
    fn take_in(&mut self, written: &Written, offset: usize, names: &Names) {
        let shifted = |span: Span| span.shifted(offset);
        for named in &written.names {
            let name = self.name(named.bearer, names);
            self.annotations.mentions.push(Mention { span: shifted(named.span), name, rule: Rule::Gazetteer });
        }
        for speech in &written.speech {
            let speaker = speech.speaker.map(|bearer| self.name(bearer, names));
            let kind = if speaker.is_some() { QuoteKind::Direct } else { QuoteKind::Scare };
            self.annotations.quotes.push(Quote { span: shifted(speech.span), speaker, cue: speech.cue.map(shifted), kind });
        }
    }

    fn name(&mut self, bearer: Bearer, names: &Names) -> NameId {
        let known = self.bearers.iter().position(|&known| known == bearer);
        let number = known.unwrap_or_else(|| {
            self.bearers.push(bearer);
            self.annotations.names.push(Name { name: names.full(bearer).into(), kind: bearer.kind(), entry: None });
            self.bearers.len() - 1
        });
        NameId(number as u32)
    }
}
