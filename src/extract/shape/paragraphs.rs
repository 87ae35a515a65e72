//! Lines of a page to paragraphs: a line is one, except where a mail or a wire system broke its lines at a column.

use std::borrow::Cow;

/// Columns between which a line looks broken by a machine: shorter ones are verses or lists, longer ones are paragraphs.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=100;

/// The paragraphs of `page`, trimmed, none empty.
pub(super) fn paragraphs(page: &str) -> Vec<Cow<'_, str>> {
    let mut out = Vec::new();
    let mut block: Vec<&str> = Vec::new();
    for line in page.lines().chain([""]) {
        let line = line.trim();
        if !line.is_empty() {
            block.push(line);
            continue;
        }
        if is_wrapped(&block) {
            out.push(Cow::Owned(block.join(" ")));
        } else {
            out.extend(block.iter().map(|&line| Cow::Borrowed(line)));
        }
        block.clear();
    }
    out
}

/// Three or more lines of about one length, few of which end where a sentence ends and half of which go on in small letters.
fn is_wrapped(block: &[&str]) -> bool {
    let Some((_, lines)) = block.split_last() else { return false };
    let ends = lines.iter().filter(|line| line.ends_with(['.', '!', '?', '”', '"', ':'])).count();
    let goes_on = block.iter().skip(1).filter(|line| line.starts_with(char::is_lowercase)).count();
    let long = lines.iter().all(|line| WRAPPED.contains(&line.chars().count()));
    lines.len() >= 2 && long && ends * 2 <= lines.len() && goes_on * 2 >= lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(paragraphs("Title\nOne line.\r\n\n\u{a0}\nTwo.\n"), ["Title", "One line.", "Two."]);
    }

    #[test]
    fn lines_broken_at_a_column_are_joined() {
        let page = "The river rose again in the night and the people of\nthe lower town carried what they could to the old\nschool on the hill.\n\nThen it fell.";
        let head = "Court in Odessa strikes down the ban on a party\nOleksandra Hrynchuk, Emre Dal, Black Sea Courier\n09.10.2012";
        assert_eq!(paragraphs(head).len(), 3);
        let joined = page.replacen('\n', " ", 2);
        assert_eq!(paragraphs(page), joined.split("\n\n").collect::<Vec<_>>());
    }
}
