//! Articles of invented persons and places, annotated in their own text.

use dateline::extract::fingerprint;
use dateline::model::{Annotations, Article, ContentId, Cut, Format, Kind, Mention, Name, NameId, Quote, QuoteKind, Rule, Zone};
use dateline::text::Span;

/// An article from marked text: `{g:Wend Guard}` names a group (`p` a place, `n` a person), `{g:WG=Wend Guard}` says it another way,
/// and `“…”{said:Mira Holt}` is speech with its verb and speaker. `facts` is `date|source|byline|dateline`.
pub fn article(facts: &str, title: &str, body: &str) -> Article {
    let (text, annotations) = marked(&format!("{title}\n\n{body}"));
    let facts: Vec<_> = facts.split('|').map(|fact| (!fact.is_empty()).then(|| Box::from(fact))).collect();
    let fact = |number: usize| -> Option<Box<str>> { facts.get(number).cloned().flatten() };
    let body_start = text.find("\n\n").map_or(0, |at| at + 2);
    Article {
        id: ContentId::of(&text),
        path: format!("wend/{}.txt", ContentId::of(&text)).into(),
        format: Format::Text,
        body_start: body_start as u32,
        fingerprint: fingerprint(&text, body_start, fact(3).as_deref()),
        text: text.into(),
        published: fact(0).map(|date| date.parse().expect("a date")),
        source: fact(1),
        byline: fact(2).into_iter().collect(),
        dateline: fact(3),
        url: None,
        lang: None,
        cut: vec![
            Cut { zone: Zone::Caption, text: "The ferry at the landing. File photo".into() },
            Cut { zone: Zone::Boilerplate, text: "Leave a Reply".into() },
        ],
        annotations,
    }
}

/// The text without its marks, and what they say.
fn marked(marked: &str) -> (String, Annotations) {
    let (mut text, mut annotations, mut quote_start) = (String::new(), Annotations::default(), 0);
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '“', '”']) {
        let (before, mark) = rest.split_at(at);
        text.push_str(before);
        match mark.chars().next() {
            Some('“') => {
                text.push('“');
                quote_start = text.len();
                rest = &mark['“'.len_utf8()..];
            }
            Some('”') => {
                let span = Span::new(quote_start, text.len());
                annotations.quotes.push(Quote { span, speaker: None, cue: None, kind: QuoteKind::Scare });
                text.push('”');
                rest = &mark['”'.len_utf8()..];
            }
            _ => {
                let end = mark.find('}').expect("a closed mark");
                apply(&mark[1..end], &mut text, &mut annotations);
                rest = &mark[end + 1..];
            }
        }
    }
    text.push_str(rest);
    (text, annotations)
}

fn apply(mark: &str, text: &mut String, annotations: &mut Annotations) {
    let (what, words) = mark.split_once(':').expect("a kind");
    let (shown, name) = words.split_once('=').unwrap_or((words, words));
    match what {
        "g" => mention(Kind::Group, shown, name, text, annotations),
        "p" => mention(Kind::Place, shown, name, text, annotations),
        "n" => mention(Kind::Person, shown, name, text, annotations),
        cue => {
            let speaker = name_id(Kind::Person, words, annotations);
            let quote = annotations.quotes.last_mut().expect("a quote before its speaker");
            text.push(' ');
            quote.cue = Some(Span::new(text.len(), text.len() + cue.len()));
            quote.speaker = Some(speaker);
            quote.kind = QuoteKind::Direct;
            text.push_str(cue);
        }
    }
}

fn mention(kind: Kind, shown: &str, name: &str, text: &mut String, annotations: &mut Annotations) {
    let span = Span::new(text.len(), text.len() + shown.len());
    let name = name_id(kind, name, annotations);
    annotations.mentions.push(Mention { span, name, rule: Rule::Gazetteer });
    text.push_str(shown);
}

fn name_id(kind: Kind, name: &str, annotations: &mut Annotations) -> NameId {
    let known = annotations.names.iter().position(|known| known.kind == kind && &*known.name == name);
    let number = known.unwrap_or_else(|| {
        annotations.names.push(Name { name: name.into(), kind, entry: None });
        annotations.names.len() - 1
    });
    NameId(number as u32)
}
