//! What the fields of a record are called, in the dumps that people have and make.

/// What a field tells of an article.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Text,
    Published,
    Source,
    Byline,
    Url,
    Lang,
    /// The rest only dateline's own export tells.
    Dateline,
    BodyStart,
    Id,
}

/// How many parts there are.
pub(super) const PARTS: usize = 10;

/// The names of each part, in small letters and digits alone, the best first: where a record has several, the first that says something counts.
const NAMES: [(Part, &[&str]); PARTS] = [
    (Part::Title, &["title", "headline", "heading", "articletitle"]),
    (
        Part::Text,
        &[
            "text",
            "body",
            "content",
            "article",
            "maintext",
            "fulltext",
            "plaintext",
            "articlebody",
            "articletext",
            "bodytext",
            "cleanedtext",
            "story",
            "document",
            // Not the article itself, but better than nothing.
            "description",
            "shortdescription",
            "summary",
            "abstract",
            "snippet",
        ],
    ),
    (
        Part::Published,
        &[
            "published",
            "publishedat",
            "datepublished",
            "publisheddate",
            "datepublish",
            "publishdate",
            "pubdate",
            "publicationdate",
            "publishtime",
            "publishedon",
            "date",
            "articledate",
            "datetime",
            "timestamp",
            "created",
            "createdat",
        ],
    ),
    (
        Part::Source,
        &["source", "publisher", "publication", "outlet", "newspaper", "sitename", "sourcename", "site", "domain", "sourcedomain"],
    ),
    (Part::Byline, &["byline", "authors", "author", "creator", "writer"]),
    (Part::Url, &["url", "link", "articleurl", "weburl", "canonicalurl", "sourceurl"]),
    (Part::Lang, &["lang", "language", "languagecode"]),
    (Part::Dateline, &["dateline"]),
    (Part::BodyStart, &["bodystart"]),
    (Part::Id, &["id"]),
];

/// What the field of this name tells, and how good a name that is: 0 is the best. Capitals, `_`, `-` and the like make no other name.
pub(super) fn part(field: &str) -> Option<(Part, usize)> {
    NAMES.iter().find_map(|(part, names)| Some((*part, names.iter().position(|name| is_called(field, name))?)))
}

fn is_called(field: &str, name: &str) -> bool {
    field.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase()).eq(name.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_written() {
        for (field, known) in [
            ("headline", Part::Title),
            ("articleBody", Part::Text),
            ("published_at", Part::Published),
            ("pubDate", Part::Published),
            ("Date-Published", Part::Published),
            ("source_domain", Part::Source),
            ("Authors", Part::Byline),
            ("body_start", Part::BodyStart),
        ] {
            assert_eq!(part(field).map(|(part, _)| part), Some(known), "{field}");
        }
        assert_eq!(["", "texts", "image_url", "é"].map(part), [None; 4]);
    }

    #[test]
    fn each_part_stands_in_its_place_and_each_name_once() {
        assert!(NAMES.iter().enumerate().all(|(at, (part, _))| *part as usize == at));
        let mut names: Vec<_> = NAMES.iter().flat_map(|(_, names)| names.iter()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
