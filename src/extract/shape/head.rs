//! The top of a page: tags, title, the headline said again, deck, caption, credits.

use super::super::lexicon::Lexicon;
use super::{Shape, Shaper};
use crate::model::Zone;
use crate::text::{Case, folded};

/// A headline is shorter than this (characters).
const LONGEST_TITLE: usize = 220;
/// A caption or a deck is shorter than this (characters).
const LONGEST_CAPTION: usize = 400;
const TAGS: &[&str] = &["video", "photo", "photos", "watch", "audio", "gallery", "in pictures", "infographic", "map"];
const CAPTIONS: &[&str] = &[
    "file photo",
    "archive photo",
    "photo:",
    "image:",
    "credit:",
    "photo by",
    "photograph by",
    "photo credit",
    "getty images",
    "/afp",
    "/reuters",
    "/ap)",
];

impl Shaper {
    /// Reads the top of a page into `shape`; returns the number of the first line of the body.
    pub(super) fn head(&self, title: Option<&str>, lines: &[&str], lexicon: &Lexicon, shape: &mut Shape) -> usize {
        shape.title = title.map(str::to_string);
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let rest = &lines[at + 1..];
            if self.credit_line(line, lexicon, shape) {
                shape.cut(Zone::Credit, line);
            } else if shape.title.is_none() && is_title(line, rest) {
                self.take_title(line, shape);
            } else if let Some(zone) = under_title(line, rest, shape) {
                shape.cut(zone, line);
            } else if self.boilerplate.is_line(line) && !rest.is_empty() {
                shape.cut(Zone::Boilerplate, line);
            } else {
                break;
            }
            at += 1;
        }
        at
    }

    /// Reads a line that holds nothing but date, source or names.
    pub(super) fn credit_line(&self, line: &str, lexicon: &Lexicon, shape: &mut Shape) -> bool {
        if let Some(byline) = self.bylines.of(line) {
            shape.byline.extend(byline.people);
            shape.found_source(byline.source.map(|source| lexicon.media(&source).unwrap_or(&source).to_string()));
            return true;
        }
        let Some((date, source)) = self.credits.line(line, &self.dates, lexicon) else { return false };
        shape.found_date(date);
        shape.found_source(source);
        true
    }

    fn take_title(&self, line: &str, shape: &mut Shape) {
        let tag = line.split_once(": ").filter(|(tag, _)| TAGS.contains(&tag.to_lowercase().as_str()));
        if let Some((tag, _)) = tag {
            shape.cut(Zone::Tag, tag);
        }
        shape.title = Some(tag.map_or(line, |(_, title)| title.trim()).to_string());
    }
}

/// Short, not a sentence, and with something to stand over.
fn is_title(line: &str, rest: &[&str]) -> bool {
    line.chars().count() <= LONGEST_TITLE && !line.ends_with(['.', ',', ';', ':']) && !rest.is_empty()
}

fn under_title(line: &str, rest: &[&str], shape: &Shape) -> Option<Zone> {
    let title = shape.title.as_deref()?;
    if rest.is_empty() || line.chars().count() > LONGEST_CAPTION {
        return None;
    }
    let same = |text: &str| folded(text, Case::Lower);
    let lower = line.to_lowercase();
    match () {
        () if same(line) == same(title) => Some(Zone::Headline),
        () if CAPTIONS.iter().any(|sign| lower.contains(sign)) => Some(Zone::Caption),
        () if rest.iter().take(3).any(|later| later.len() >= line.len() && same(later).contains(&same(line))) => Some(Zone::Deck),
        () => None,
    }
}
