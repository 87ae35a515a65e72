//! A line of JSON Lines to a page: fields by the names that dumps give them, strings borrowed from the line, the rest passed over.

use super::fields::{PARTS, Part, part};
use super::page::Page;
use super::read::Unreadable;
use super::said::Said;
use crate::extract::Extractor;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// Reads one line.
///
/// # Errors
/// It is no JSON object, or no field has a text.
pub(super) fn parse(line: &str, extractor: &Extractor) -> Result<Page, Unreadable> {
    let mut record: Record = serde_json::from_str(line).map_err(|error| Unreadable::NoObject(reason(&error)))?;
    record.exported().or_else(|| record.page(extractor)).ok_or(Unreadable::NoText)
}

/// Whether a line is a JSON object, of whatever fields.
pub(super) fn is_object(line: &str) -> bool {
    serde_json::from_str::<Record>(line).is_ok()
}

/// An error without the number of the line, which is always 1 here.
fn reason(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let reason = told.split(" at line ").next().unwrap_or(&told);
    if error.column() > 0 { format!("{reason} at column {}", error.column()) } else { reason.to_string() }
}

/// What the fields say, each part by its best name, and how good that name is.
#[derive(Default)]
struct Record<'a> {
    parts: [Option<(usize, Said<'a>)>; PARTS],
}

impl<'a> Record<'a> {
    fn note(&mut self, (part, rank): (Part, usize), said: Said<'a>) {
        let place = &mut self.parts[part as usize];
        let is_number = matches!(part, Part::Published | Part::BodyStart) && said.number().is_some();
        if (is_number || said.has_words()) && place.as_ref().is_none_or(|(known, _)| rank < *known) {
            *place = Some((rank, said));
        }
    }

    fn take(&mut self, part: Part) -> Said<'a> {
        self.parts[part as usize].take().map_or(Said::Nothing, |(_, said)| said)
    }

    /// As they stand.
    fn exact(&mut self, part: Part) -> impl Iterator<Item = String> + use<'a> {
        self.take(part).strings().into_iter().map(String::from)
    }

    fn trimmed(&mut self, part: Part) -> impl Iterator<Item = String> + use<'a> {
        self.take(part).strings().into_iter().map(|words| words.trim().to_string())
    }

    /// The page of anybody's record; nothing if it has no text.
    fn page(&mut self, extractor: &Extractor) -> Option<Page> {
        let paragraphs = self.take(Part::Text).strings();
        (!paragraphs.is_empty()).then(|| Page {
            title: self.trimmed(Part::Title).next().map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")),
            text: paragraphs.join("\n\n"),
            published: self.take(Part::Published).day(extractor),
            source: self.trimmed(Part::Source).next(),
            byline: self.trimmed(Part::Byline).collect(),
            dateline: self.trimmed(Part::Dateline).next(),
            url: self.trimmed(Part::Url).next(),
            lang: self.trimmed(Part::Lang).next(),
            ..Page::default()
        })
    }

    /// The page of a record that `export` wrote: its text holds the title, and where the body begins is told in code points. Everything is
    /// as it was, to the last space.
    fn exported(&mut self) -> Option<Page> {
        let (title, body) = self.title_and_body()?;
        Some(Page {
            title,
            text: body,
            is_shaped: true,
            id: self.exact(Part::Id).next().and_then(|id| id.parse().ok()),
            published: self.exact(Part::Published).next().and_then(|day| day.parse().ok()),
            source: self.exact(Part::Source).next(),
            byline: self.exact(Part::Byline).collect(),
            dateline: self.exact(Part::Dateline).next(),
            url: self.exact(Part::Url).next(),
            lang: self.exact(Part::Lang).next(),
        })
    }

    fn title_and_body(&self) -> Option<(Option<String>, String)> {
        let said = |part: Part| self.parts[part as usize].as_ref().map(|(_, said)| said);
        let Said::Words(text) = said(Part::Text)? else { return None };
        let points = usize::try_from(said(Part::BodyStart)?.number()?).ok()?;
        let start = text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(points)?;
        let (head, body) = text.split_at(start);
        let title = head.strip_suffix("\n\n").filter(|title| !title.is_empty() && title.trim_end() == *title);
        let agrees = match said(Part::Title) {
            Some(Said::Words(stated)) => title == Some(&**stated),
            None => head.is_empty(),
            Some(_) => false,
        };
        agrees.then(|| (title.map(str::to_string), body.to_string()))
    }
}

impl<'de> Deserialize<'de> for Record<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Record<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record<'de>, A::Error> {
        let mut record = Record::default();
        while let Some(Name(known)) = map.next_key()? {
            match known {
                Some(known) => record.note(known, map.next_value()?),
                None => map.next_value::<IgnoredAny>().map(drop)?,
            }
        }
        Ok(record)
    }
}

/// The name of a field, for what it tells.
struct Name(Option<(Part, usize)>);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(Name(None))
    }
}

impl Visitor<'_> for Name {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        Ok(Name(part(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Gazetteer;
    use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
    use serde_json::{Value, json};
    use std::sync::{Arc, LazyLock};

    static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::without_tagger(Arc::new(Gazetteer::default())));

    fn page(record: &Value) -> Page {
        parse(&record.to_string(), &EXTRACTOR).unwrap_or_else(|error| panic!("{record}: {error}"))
    }

    fn failure(line: &str) -> String {
        parse(line, &EXTRACTOR).expect_err(line).to_string()
    }

    #[test]
    fn the_dumps_that_people_have() {
        let wend = |page: Page| (page.title, page.text, page.published.map(|day| day.to_string()), page.source, page.byline);
        let expected = || {
            let some = |text: &str| Some(text.to_string());
            (some("Mill closes"), "The mill is closed.".to_string(), some("2017-06-04"), some("Wend News"), vec!["Ada Ost".to_string()])
        };
        for record in [
            json!({"headline": " Mill\n closes ", "body": "The mill is closed.", "date": "2017/06/04 10:30", "publisher": " Wend News", "author": "Ada Ost"}),
            json!({"source": {"id": null, "name": "Wend News"}, "author": " Ada Ost ", "title": "Mill closes", "description": "A mill.", "url": "https://wend.example/1", "publishedAt": "2017-06-04T10:30:00Z", "content": "The mill is closed."}),
            json!({"authors": ["Ada Ost", null, ""], "date_publish": "2017-06-04 10:30:00", "maintext": "The mill is closed.", "source": "Wend News", "source_domain": "wend.example", "title": "Mill closes", "text": null}),
            json!({"@type": "NewsArticle", "headline": "Mill closes", "articleBody": "The mill is closed.", "datePublished": "Sun, 04 Jun 2017 10:30:00 GMT", "publisher": {"name": "Wend News", "logo": {"name": "x"}}, "author": [{"@type": "Person", "name": "Ada Ost"}]}),
            json!({"title": "Mill closes", "summary": "The mill is closed.", "text": "", "timestamp": 1_496_572_200_000i64, "site": "Wend News", "byline": ["Ada Ost"], "keywords": {"a": [1, {"b": true}]}}),
            json!({"title": ["Mill closes"], "text": ["The mill is closed."], "pubDate": "June 4, 2017", "domain": ["Wend News"], "creator": "Ada Ost"}),
        ] {
            assert_eq!(wend(page(&record)), expected(), "{record}");
        }
    }

    #[test]
    fn days_are_read_in_the_ways_they_are_written() {
        let day = |said: Value| page(&json!({"text": "x", "date": said})).published.map(|day| day.to_string());
        for said in [
            json!("20170604"),
            json!("20170604103000"),
            json!(20_170_604),
            json!("1496572200"),
            json!(1_496_572_200.5),
            json!(["2017-06-04"]),
        ] {
            assert_eq!(day(said.clone()).as_deref(), Some("2017-06-04"), "{said}");
        }
        for said in
            [json!("03/04/2017"), json!("June"), json!(2017), json!(0), json!(true), json!({"day": "2017-06-04"}), json!("9".repeat(30))]
        {
            assert_eq!(day(said.clone()), None, "{said}");
        }
    }

    #[test]
    fn values_of_other_types_say_nothing() {
        let page = page(
            &json!({"title": 3, "text": "It rains.", "author": {"x": "Ada"}, "source": false, "url": [[1, "https://wend.example"]], "lang": null, "body_start": "x", "id": 7}),
        );
        assert_eq!(page, Page { text: "It rains.".into(), url: Some("https://wend.example".into()), ..Page::default() });
    }

    #[test]
    fn what_is_no_record_is_told_with_the_reason() {
        assert_eq!(failure("[1]"), "no JSON object: invalid type: sequence, expected an object");
        assert_eq!(failure(r#"{"text": "It rai"#), "no JSON object: EOF while parsing a string at column 16");
        assert_eq!(
            failure(r#"{"title": "Rain", "text": " ", "body": 3}"#),
            "no field has the text of an article: text, body, content and the like"
        );
    }

    #[test]
    fn what_export_wrote_is_not_shaped_again() {
        let text = "É Mill\n\nBy Ada Ost\n\nIt is closed.";
        let read = page(&json!({"id": "0123456789abcdef", "title": "É Mill", "text": text, "body_start": 8, "dateline": "WEND"}));
        assert!(read.is_shaped && read.id.is_some());
        assert_eq!((read.title.as_deref(), read.text.as_str()), (Some("É Mill"), "By Ada Ost\n\nIt is closed."));
        for (title, body_start) in
            [(json!("É Mill"), 9), (json!("Mill"), 8), (json!(null), 8), (json!("É Mill"), 0), (json!("É Mill"), 1000)]
        {
            assert!(!page(&json!({"title": title, "text": text, "body_start": body_start})).is_shaped, "{title}, {body_start}");
        }
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,12}".prop_map(Value::from),
            ".{0,40}".prop_map(Value::from)
        ];
        leaf.prop_recursive(3, 12, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-z]{0,5}|name", inner, 0..4).prop_map(|map| json!(map))
            ]
        })
    }

    proptest! {
        #[test]
        fn no_line_is_too_much(line in ".{0,200}") {
            prop_assert_eq!(is_object(&line), parse(&line, &EXTRACTOR).is_ok_and(|_| true) || serde_json::from_str::<serde_json::Map<String, Value>>(&line).is_ok());
        }

        #[test]
        fn any_values_are_tolerated(
            fields in prop::collection::btree_map("title|date|source|author|url|lang|id|body_start|dateline|[a-z_]{1,8}", any_value(), 0..8), text in "\\PC{0,20}x",
        ) {
            let mut record = json!(fields);
            record["text"] = text.clone().into();
            let read = page(&record);
            prop_assert!(read.text == text || read.is_shaped);
        }
    }
}
