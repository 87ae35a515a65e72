//! The top of a page: tags, title, the headline said again, deck, caption, credits.

use super::super::lexicon::Lexicon;
use super::foot::is_ended;
use super::imprint::{Imprint, imprint, is_house};
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
    "photograph:",
    "archive photograph",
    "picture:",
    "illustration:",
    "getty images",
    "/afp",
    "/reuters",
    "/ap)",
];

/// Lines behind the title that may be its imprint, decks among them.
const LONGEST_HEAD: usize = 14;
/// A line of at least this many characters that ends like a sentence is where the text begins.
const SENTENCE: usize = 60;

impl Shaper {
    /// Reads the top of a page into `shape`; returns the lines of the body that stand among it, and the number of the first line
    /// behind it.
    pub(super) fn head<'a>(&self, title: Option<&str>, lines: &[&'a str], lexicon: &Lexicon, shape: &mut Shape) -> (Vec<&'a str>, usize) {
        shape.title = title.map(str::to_string);
        let mut kept = Vec::new();
        let mut at = 0;
        let mut head_ends = shape.title.as_ref().map(|_| self.head_end(lines, 0, lexicon));
        while let Some(&line) = lines.get(at) {
            let rest = &lines[at + 1..];
            let in_head = head_ends.is_some_and(|end| at < end);
            if shape.title.is_some() && self.dated_place(line, lexicon, shape) {
                break;
            } else if !(shape.title.is_none() && self.may_be_headline(line, lexicon)) && self.credit_line(line, lexicon, shape) {
                shape.cut(Zone::Credit, line);
            } else if let Some(imprint) = in_head.then(|| imprint(line, &self.dates, lexicon)).flatten() {
                shape.cut(if imprint.is_empty() { Zone::Boilerplate } else { Zone::Credit }, line);
                shape.sign(&imprint, lexicon);
            } else if in_head && is_lone_name(line) {
                shape.cut(Zone::Credit, line);
                shape.found_source(Some(lexicon.media(line).unwrap_or(line).to_string()));
            } else if shape.title.is_none() && is_title(line, rest) {
                self.take_title(line, shape);
                head_ends = Some(self.head_end(lines, at + 1, lexicon));
            } else if let Some(zone) = under_title(line, rest, shape) {
                shape.cut(zone, line);
            } else if !rest.is_empty() && (self.boilerplate.is_line(line) || (in_head && self.boilerplate.is_section(line))) {
                shape.cut(Zone::Boilerplate, line);
            } else if in_head {
                kept.push(line);
            } else {
                break;
            }
            at += 1;
        }
        (kept, at)
    }

    /// Behind the last certain credit near the title: what stands before it belongs to the head, be it a deck.
    fn head_end(&self, lines: &[&str], from: usize, lexicon: &Lexicon) -> usize {
        let mut end = from;
        for (at, line) in lines.iter().enumerate().skip(from).take(LONGEST_HEAD) {
            if self.is_certain(line, lexicon) {
                end = at + 1;
            } else if (is_sentence(line) && at > from + 1) || self.datelines.of(line, &self.dates, lexicon).is_some() {
                break;
            }
        }
        // What only names somebody may stand behind the last certain line too.
        let names = |line: &&&str| imprint(line, &self.dates, lexicon).is_some() || self.boilerplate.is_line(line) || is_lone_name(line);
        if end > from { end + lines[end..].iter().take_while(names).count() } else { from }
    }

    fn is_certain(&self, line: &str, lexicon: &Lexicon) -> bool {
        self.bylines.of(line).is_some() || imprint(line, &self.dates, lexicon).is_some_and(|imprint| imprint.certain)
    }

    /// Before the headline only what says `By`, a date or a known house is a credit: `Bridge Opens June 4, 2017` is the headline.
    fn may_be_headline(&self, line: &str, lexicon: &Lexicon) -> bool {
        self.bylines.of(line).is_none() && imprint(line, &self.dates, lexicon).is_some_and(|imprint| imprint.may_be_headline(lexicon))
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
        let Some(imprint) = imprint(line, &self.dates, lexicon).filter(|imprint| imprint.certain) else { return false };
        shape.sign(&imprint, lexicon);
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

impl Shape {
    /// Takes what a line of the imprint says.
    fn sign(&mut self, imprint: &Imprint, lexicon: &Lexicon) {
        self.byline.extend(imprint.people.iter().map(|name| (*name).to_string()));
        self.found_source(imprint.house.map(|house| lexicon.media(house).unwrap_or(house).to_string()));
        self.found_date(imprint.date);
    }
}

/// Short, not a sentence (a headline in capitals may have a full stop), and with something to stand over.
fn is_title(line: &str, rest: &[&str]) -> bool {
    let stopped = || line.ends_with('.') && !is_shouted(line) && !is_capitalised(line) && !stands_over_dateline(rest);
    let is_sentence = line.ends_with([',', ';', ':']) || stopped();
    line.chars().count() <= LONGEST_TITLE && !is_sentence && !rest.is_empty()
}

/// `The Robots Were Cute. The Business Was Harder.`: nearly every word has a capital.
fn is_capitalised(line: &str) -> bool {
    let words = || line.split_whitespace().filter(|word| word.chars().count() > 3);
    words().count() > 1 && words().all(|word| !word.starts_with(char::is_lowercase))
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
    let begins = line.split(' ').next().unwrap_or_default();
    let lower = line.to_lowercase();
    match () {
        () if same(line) == same(title) => Some(Zone::Headline),
        () if CAPTIONS.iter().any(|sign| lower.contains(sign)) || ends_with_photographer(line) => Some(Zone::Caption),
        () if rest.iter().take(3).any(|later| later.len() >= line.len() && later.contains(begins) && same(later).contains(&same(line))) => {
            Some(Zone::Deck)
        }
        () => None,
    }
}

/// `Volga-Inform`: one word with two capitals or more, as houses are written.
fn is_lone_name(line: &str) -> bool {
    !line.contains(' ')
        && line.starts_with(char::is_uppercase)
        && line.contains('-')
        && line.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn is_sentence(line: &str) -> bool {
    line.chars().count() >= SENTENCE && is_ended(line)
}

/// `… at the lido on Friday (Piers Allardyce/Lantern)`.
fn ends_with_photographer(line: &str) -> bool {
    let bracketed = line.strip_suffix(')').and_then(|line| line.rsplit_once('(')).map_or("", |(_, inside)| inside);
    bracketed.contains('/') && bracketed.starts_with(char::is_uppercase) && bracketed.chars().count() <= SENTENCE
}
