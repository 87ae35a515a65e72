//! Markdown to a page: the words without their markup, the first heading as title, what the front matter says.

use super::page::Page;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Reads `markdown`. Every text is Markdown of some kind, so this cannot fail.
pub(super) fn parse(markdown: &str) -> Page {
    let mut reading = Reading::default();
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS | Options::ENABLE_TABLES;
    Parser::new_ext(markdown, options).for_each(|event| reading.event(event));
    reading.end_block();
    reading.page
}

#[derive(Default)]
struct Reading {
    page: Page,
    block: String,
    in_title: bool,
}

impl Reading {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                self.in_title = self.page.title.is_none() && self.page.text.is_empty()
            }
            Event::End(TagEnd::MetadataBlock(_)) => self.end_metadata(),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::TableRow | TagEnd::TableHead,
            ) => self.end_block(),
            Event::End(TagEnd::TableCell) => self.block.push(' '),
            Event::Text(text) | Event::Code(text) => self.block.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.block.push(' '),
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let block = block.trim();
        if std::mem::take(&mut self.in_title) {
            self.page.title = Some(block.to_string()).filter(|title| !title.is_empty());
        } else if !block.is_empty() {
            self.page.text.push_str(block);
            self.page.text.push_str("\n\n");
        }
    }

    fn end_metadata(&mut self) {
        let block = std::mem::take(&mut self.block);
        block.lines().filter_map(|line| line.split_once([':', '='])).for_each(|(key, value)| self.metadata(key.trim(), unquoted(value)));
    }

    fn metadata(&mut self, key: &str, value: &str) {
        let text = || Some(value.to_string()).filter(|value| !value.is_empty());
        match key.to_ascii_lowercase().as_str() {
            "title" => self.page.title = text(),
            "date" | "published" => self.page.published = value.get(..10).unwrap_or(value).parse().ok(),
            "source" | "publisher" => self.page.source = text(),
            "author" | "byline" => self.page.byline.extend(text()),
            "url" | "link" => self.page.url = text(),
            "lang" | "language" => self.page.lang = text(),
            _ => {}
        }
    }
}

fn unquoted(value: &str) -> &str {
    value.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        let page = parse(
            "---\ntitle: \"The bridge\"\ndate: 2017-06-04T10:00\nsource: Wend News\nlang: en\n---\n\nThe **mayor** said [so](http://x.example).\n\n- one\n- two\n",
        );
        assert_eq!(page.title.as_deref(), Some("The bridge"));
        assert_eq!(page.published.map(|date| date.to_string()).as_deref(), Some("2017-06-04"));
        assert_eq!((page.source.as_deref(), page.lang.as_deref()), (Some("Wend News"), Some("en")));
        assert_eq!(page.text.trim_end(), "The mayor said so.\n\none\n\ntwo");
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let page = parse("# A *new* bridge\n\nText.\n\n# Later\n\nMore.");
        assert_eq!((page.title.as_deref(), page.text.as_str()), (Some("A new bridge"), "Text.\n\nLater\n\nMore.\n\n"));
    }
}
