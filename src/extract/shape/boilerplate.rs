//! Lines that a page wraps around an article. The patterns name what pages everywhere print, in the words they print it.

use super::super::lexicon::with_ascii_edges;
use memchr::memchr2_iter;
use regex::bytes::{RegexSet, RegexSetBuilder};

/// A heading behind which a page no longer speaks of this article.
const ENDS: &[&str] = &[
    r"^leave (a|your) (reply|comment)\b",
    r"^(comments?|no comments( yet)?|\d+ comments?|join the (discussion|conversation))( \(\d+\))?:?$",
    r"^(most (read|popular|viewed)|trending( now)?|latest (news|stories)|popular posts|about the author|author details)\b.{0,20}$",
    r"^(post|article) navigation$",
];

/// A heading over a list of other articles: the text may go on behind it.
const LISTS: &[&str] = &[
    r"^related (items|articles|posts|stories|news|topics|content|links)\b.{0,20}$",
    r"^(check also|see also|read also|read next|read more|more from .{1,40}|more on this( story| topic)?|recommended( for you)?):?$",
    r"^you (may|might) also (like|be interested in)\b",
];

/// Beginnings of lines that are never part of an article, wherever they stand. Bound to the beginning: of most lines no more than a
/// word is read.
const LINES: &[&str] = &[
    r"^your e-?mail address will not be published",
    r"^required fields are marked",
    r"^save my name,? e-?mail",
    r"^\d+\s*(\+|×|x|\*|−|-)\s*\d+\s*=?\s*$",
    r"^back to top( button)?$",
    r"^((share|tweet|print|save|e-?mail|pin it|whatsapp|facebook|twitter|x|telegram|linkedin|reddit|copy link|bookmark|comments?)( |\||·)*)+$",
    r"^share (this|on|via)\b.{0,40}$",
    r"^(listen to this article|\d+ ?min(ute)?s? read)\b.{0,20}$",
    r"^(article|story) continues\b.{0,40}$",
    r"^contact the (reporter|author|writer|newsroom|editor)\b.{0,120}$",
    r"^more (about|on):\s",
    // Who typed and passed it, how a wire story changed, where it ends.
    r"^[a-z]{2,3}(-[a-z]{2,3})?(/[a-z]{2,4})+$",
    r"^\((adds|updates|recasts|corrects|repeats|refiles|releads|changes|removes|fixes|writes through)\b[^)]*\)$",
    r"^(==[a-z]+|-?\d\d-|\W{1,8})$",
    r"^--? ?[^.]+\b(desk|newsroom|bureau)\b[^.]*$",
    r"^(write to|e-?mail|reach) [^.]+ at .*(@|\d\d\d)",
    r"^[^.]+ can be reached (at|by|on) .*(@|\d\d\d)",
    r"^\W?[a-z0-9_.+-]+@[a-z0-9-]+\.[a-z.]+\b[^.]*$",
    r"^follow [^.]+ (on (twitter|x|facebook|instagram|bluesky)\b|at https?://)",
    r"^(image|photo|photograph|picture|illustration|video|graphic)s?( (source|caption|credit))?[:,] ",
    r"^(explore more on these topics|reuse this content|join our commenting forum|share or comment on this article)$",
    r"^([0-9.]+k? shares?|view comments)\b[^.]*$",
    r"^this (article|story|report) (was|has been) (first published|translated|amended|updated|corrected)\b",
    r"^(join|subscribe|sign up|get)\b.{0,80}\b(newsletter|mailing list|inbox|updates|alerts)\b.{0,40}$",
    r"^(subscribe|sign up|log in|sign in|register)( now| here| today| to comment)?[.!]?$",
    r"^(advertisement|advertising|sponsored( content)?|promoted|paid content)$",
    r"^(read more|read also|also read|see also|more on this|related):\s.{3,120}$",
    r"^(tags?|topics|categories|filed under|keywords):",
    r"^(©|\(c\)|copyright)\s",
    r"^click here\b.{0,80}$",
    r"^(previous|next) (post|article|story)\b.{0,120}$",
    r"^(view|see) all posts\b",
    r"^(loading|please wait)\W*$",
    r"^(this site|we) uses? cookies\b",
    r"^(please )?(donate|support (us|our (work|journalism)|the project))\b.{0,80}$",
];

/// The same by what stands anywhere in them.
const ANYWHERE: &[&str] = &[
    r"^.{0,60}\b(follow|like|find|join) us on\b.{0,60}$",
    r"\ball rights reserved\b.{0,40}$",
    r"\b(donate|support (us|our (work|journalism)|the project)|patreon|paypal)\b.{0,200}(https?://|www\.|@|\[email)",
];
/// One of these stands in a line that [`ANYWHERE`] knows; each with the number of its rarest letter.
const SIGNS: &[(&[u8], usize)] = &[(b"us on", 0), (b"reserved", 5), (b"://", 0), (b"www.", 0), (b"@", 0), (b"[email", 0)];

/// A longer line (bytes) is prose.
const LONGEST: usize = 400;

pub(super) struct Boilerplate {
    ends: RegexSet,
    lists: RegexSet,
    lines: RegexSet,
    anywhere: RegexSet,
}

impl Boilerplate {
    pub fn new() -> Self {
        Self { ends: set(ENDS), lists: set(LISTS), lines: set(LINES), anywhere: set(ANYWHERE) }
    }

    /// The heading of something else: comments, or a list of other articles.
    pub fn is_section(&self, line: &str) -> bool {
        self.is_end(line) || self.is_list(line)
    }

    pub fn is_end(&self, line: &str) -> bool {
        has(&self.ends, line)
    }

    pub fn is_list(&self, line: &str) -> bool {
        has(&self.lists, line)
    }

    pub fn is_line(&self, line: &str) -> bool {
        has(&self.lines, line) || (line.len() <= LONGEST && SIGNS.iter().any(|sign| holds(line, sign)) && has(&self.anywhere, line))
    }
}

/// Whether a sign stands in a line, in capitals or not.
fn holds(line: &str, &(sign, rarest): &(&[u8], usize)) -> bool {
    let letter = sign[rarest];
    let is_sign = |at: usize| {
        let start = at.checked_sub(rarest)?;
        line.as_bytes().get(start..start + sign.len()).filter(|found| found.eq_ignore_ascii_case(sign))
    };
    memchr2_iter(letter, letter.to_ascii_uppercase(), line.as_bytes()).any(|at| is_sign(at).is_some())
}

fn has(set: &RegexSet, line: &str) -> bool {
    line.len() <= LONGEST && set.is_match(line.as_bytes())
}

/// By bytes: small letters and word edges of ASCII alone make a set that is compiled in a third of the time.
fn set(patterns: &[&str]) -> RegexSet {
    let patterns = patterns.iter().map(|pattern| with_ascii_edges(pattern));
    let built = RegexSetBuilder::new(patterns).case_insensitive(true).unicode(false).build();
    built.expect("the patterns above are constants and a test compiles them")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_furniture_is_known() {
        let boilerplate = Boilerplate::new();
        for line in ["Leave a Reply", "Related Items", "Check Also", "Comments (3)", "You may also like these"] {
            assert!(boilerplate.is_section(line), "{line}");
        }
        for line in [
            "Your email address will not be published. Required fields are marked *",
            "4 + 12 =",
            "Back to top button",
            "For the latest news follow us on Twitter",
            "Join our Weekly Newsletter",
            "ShareTweetCopy linkBookmark",
            "Facebook | Twitter",
            "3 min read",
            "AL/pk/sd",
            "bl-mh/jfk/ac",
            "(Adds analyst, union; updates shares)",
            "==Wend",
            "-30-",
            "-- Wend Newsroom 212-555-1660",
            "Write to Anna Ost at anna.ost@wend.example",
            "Reach Anna Ost at news@wend.example or stop by the office.",
            "Anna Ost can be reached at aost@wend.example.",
            "aost@wend.example 215-555-0148",
            "Follow Wend Tech on Twitter.",
            "Image caption, The bridge at dawn",
            "Explore more on these topics",
            "This article was translated from French.",
            "If you like our work, please support the project: https://wend.example/donate/",
        ] {
            assert!(boilerplate.is_line(line), "{line}");
        }
    }

    #[test]
    fn sentences_are_not() {
        let boilerplate = Boilerplate::new();
        for line in [
            "Related parties left the talks, and the mayor said they would not come back.",
            "The mayor asked members to support the project of a new bridge.",
            "Print shops in the old town closed on Monday.",
            "Comments by the mayor drew laughter.",
            "Reach the bridge before nine and the market is yours.",
            "Follow the mayor and you come to the bridge.",
            "The village can be reached by boat alone.",
            "“Why not?”",
        ] {
            assert!(!boilerplate.is_section(line) && !boilerplate.is_line(line), "{line}");
        }
    }
}
