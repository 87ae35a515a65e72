//! The top of a page: tags, title, the headline said again, deck, caption, credits.

use super::super::lexicon::Lexicon;
use super::imprint::{self, Imprint, imprint, is_house};
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
        let mut imprint_ends = 0;
        while let Some(line) = lines.get(at) {
            let rest = &lines[at + 1..];
            if shape.title.is_some() && at >= imprint_ends {
                imprint_ends = at + imprint::length(&lines[at..], |line| self.is_credit(line, lexicon), lexicon);
            }
            if shape.title.is_some() && self.dated_place(line, lexicon, shape) {
                break;
            } else if self.credit_line(line, lexicon, shape) {
                shape.cut(Zone::Credit, line);
            } else if let Some(imprint) = imprint(line, lexicon).filter(|_| at < imprint_ends) {
                shape.sign(&imprint, line, lexicon);
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

    /// A dateline on a line of its own (`OSLO 1996-09-04`): it is read, and stays in the text.
    fn dated_place(&self, line: &str, lexicon: &Lexicon, shape: &mut Shape) -> bool {
        let Some((place, date)) = self.datelines.alone(line, &self.dates, lexicon) else { return false };
        shape.found_date(Some(date));
        shape.dateline = Some(place);
        true
    }

    /// Reads a line that holds nothing but date, source or names.
    pub(super) fn credit_line(&self, line: &str, lexicon: &Lexicon, shape: &mut Shape) -> bool {
        if let Some(byline) = self.bylines.of(line) {
            let (houses, people): (Vec<String>, Vec<String>) = byline.people.into_iter().partition(|name| is_house(name, lexicon));
            shape.byline.extend(people);
            let house = byline.source.as_ref().or(houses.last());
            shape.found_source(house.map(|house| lexicon.media(house).unwrap_or(house).to_string()));
            return true;
        }
        let Some((date, source)) = self.credits.line(line, &self.dates, lexicon) else { return false };
        shape.found_date(date);
        shape.found_source(source);
        true
    }

    fn is_credit(&self, line: &str, lexicon: &Lexicon) -> bool {
        self.credit_line(line, lexicon, &mut Shape::default())
    }

    fn take_title(&self, line: &str, shape: &mut Shape) {
        let tag = line.split_once(": ").filter(|(tag, _)| TAGS.contains(&tag.to_lowercase().as_str()));
        if let Some((tag, _)) = tag {
            shape.cut(Zone::Tag, tag);
        }
        shape.title = Some(tag.map_or(line, |(_, title)| title.trim()).to_string());
    }
}

impl Shape {
    /// Takes what a line of the imprint says.
    fn sign(&mut self, imprint: &Imprint, line: &str, lexicon: &Lexicon) {
        match imprint {
            Imprint::Person(name) => self.byline.push((*name).to_string()),
            Imprint::House(name) => self.found_source(Some(lexicon.media(name).unwrap_or(name).to_string())),
            Imprint::Sections => return self.cut(Zone::Boilerplate, line),
        }
        self.cut(Zone::Credit, line);
    }
}

/// Short, not a sentence (a headline in capitals may have a full stop), and with something to stand over.
fn is_title(line: &str, rest: &[&str]) -> bool {
    let is_sentence = line.ends_with([',', ';', ':']) || (line.ends_with('.') && !is_shouted(line) && !stands_over_dateline(rest));
    line.chars().count() <= LONGEST_TITLE && !is_sentence && !rest.is_empty()
}

/// More than half of its letters are capitals.
fn is_shouted(line: &str) -> bool {
    let count = |is: fn(char) -> bool| line.chars().filter(|&c| is(c)).count();
    count(char::is_uppercase) > count(char::is_lowercase)
}

/// The next line, or the one behind a byline, is short and begins with a town in capitals.
fn stands_over_dateline(rest: &[&str]) -> bool {
    rest.iter().take(2).any(|line| {
        let town: String = line.chars().take_while(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.')).collect();
        town.trim().chars().count() >= 3 && !town.chars().any(char::is_lowercase)
    })
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
