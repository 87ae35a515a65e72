//! The rest of a page: what is body, and what was wrapped around it.

use super::super::lexicon::Lexicon;
use super::{Shape, Shaper};
use crate::model::Zone;

/// A line of at least this many characters that ends like a sentence is prose, even behind a page section's heading.
const PROSE: usize = 200;

/// A shorter line (characters) is an item of a list or a credit, whatever its last mark.
const SENTENCE: usize = 50;

/// Hosts that collect money or followers for others: their name is not the page's.
const PLATFORMS: &[&str] =
    &["patreon", "paypal", "facebook", "twitter", "youtube", "gofundme", "ko-fi", "buymeacoffee", "t", "bit", "instagram"];

impl Shaper {
    /// The body's paragraphs among `lines`; the others are cut, and what they tell is kept.
    pub(super) fn foot<'a>(&self, lines: &[&'a str], lexicon: &Lexicon, shape: &mut Shape) -> Vec<&'a str> {
        let last = |is: fn(&str) -> bool| lines.iter().rposition(|line| is(line) && !self.boilerplate.is_line(line)).map(|at| at + 1);
        let last_prose = last(is_prose).unwrap_or(0);
        let text_ends = last(is_prose).or(last(is_sentence)).or(last(is_ended)).unwrap_or(lines.len());
        let whole: usize = lines.iter().map(|line| prose_length(line)).sum();
        let mut read = 0;
        let mut section = Section::Text;
        let mut body = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let goes_on = (is_prose(line) && at < last_prose) || (is_sentence(line) && read < section.share(whole));
            section = if goes_on { Section::Text } else { self.section(line).unwrap_or(section) };
            let in_section = section != Section::Text;
            if in_section || self.boilerplate.is_line(line) {
                shape.found_source(site(line, lexicon));
                shape.cut(Zone::Boilerplate, line);
            } else if at + 1 >= text_ends && self.credit_line(line, lexicon, shape) {
                shape.cut(Zone::Credit, line);
            } else {
                read += prose_length(line);
                body.push(*line);
            }
        }
        body
    }

    /// What the heading `line` opens.
    fn section(&self, line: &str) -> Option<Section> {
        match () {
            () if self.boilerplate.is_end(line) => Some(Section::End),
            () if self.boilerplate.is_list(line) => Some(Section::List),
            () => None,
        }
    }
}

/// What a line stands in.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Section {
    Text,
    /// A list of other articles.
    List,
    /// Comments, or what else ends a page.
    End,
}

impl Section {
    /// A sentence ends the section as long as less than this of the page's `whole` prose has been read: a link to the comments may
    /// stand over the text, and a list in its middle.
    fn share(self, whole: usize) -> usize {
        match self {
            Section::Text => 0,
            Section::List => whole / 2,
            Section::End => whole / 4,
        }
    }
}

/// Characters of a line that is a sentence.
fn prose_length(line: &str) -> usize {
    if is_sentence(line) { line.chars().count() } else { 0 }
}

fn is_prose(line: &str) -> bool {
    line.chars().count() >= PROSE && line.ends_with(['.', '!', '?', '”', '"', '’', ')'])
}

/// What a text of short lines ends with, before its credits.
fn is_sentence(line: &str) -> bool {
    line.chars().count() >= SENTENCE && is_ended(line)
}

/// Its last mark is one that ends a sentence.
pub(super) fn is_ended(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '”', '"', '’'])
}

/// The site a page asks to support (`http://southfront.org/donate/`): its name if we know it, else its host.
fn site(line: &str, lexicon: &Lexicon) -> Option<String> {
    line.split_whitespace().find_map(|word| {
        let address = word.split_once("://")?.1;
        let (host, path) = address.split_once('/')?;
        let host = host.trim_start_matches("www.");
        let name = host.split('.').next()?;
        let asks = path.starts_with("donat") || path.starts_with("support") || path.starts_with("subscri");
        (asks && !PLATFORMS.contains(&name)).then(|| lexicon.media_by_host(name).unwrap_or(host).to_string())
    })
}
