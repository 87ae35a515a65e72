//! Who wrote, edited and helped: `Reporting by: A B | Source: C`, `(Additional reporting by C correspondent D E; editing by F G)`.

use super::super::lexicon::pattern;
use regex::Regex;

pub(super) struct Bylines {
    credit: Regex,
    source: Regex,
}

/// A line of credits, taken apart.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Byline {
    /// Names; everyone but an author with a role in brackets.
    pub people: Vec<String>,
    pub source: Option<String>,
}

impl Bylines {
    pub fn new() -> Self {
        let roles = ROLES.join("|");
        Self {
            credit: pattern(&format!(r"(?i)^(?:by|author:|(?P<role>{roles})(?:\s+and\s+(?:{roles}))?(?:\s+by\b:?|:))\s*(?P<names>\S.*)$")),
            source: pattern(r"(?i)^source:\s*(?P<name>\S.*)$"),
        }
    }

    /// Reads a line made of credits and nothing else.
    pub fn of(&self, line: &str) -> Option<Byline> {
        let inner = line.trim().trim_start_matches(['(', '[', '—', '–', '-']).trim_end_matches([')', ']', '.']).trim();
        let mut byline = Byline::default();
        for part in inner.split(['|', ';']).map(str::trim) {
            self.part(part, &mut byline)?;
        }
        (!byline.people.is_empty() || byline.source.is_some()).then_some(byline)
    }

    fn part(&self, part: &str, byline: &mut Byline) -> Option<()> {
        if !may_be_credit(part) {
            return None;
        }
        if let Some(source) = self.source.captures(part) {
            byline.source = Some(source["name"].trim().to_string());
            return Some(());
        }
        // `By Anna Ost (Wend News)`
        let (part, house) = part.rsplit_once(" (").map_or((part, None), |(part, house)| (part, Some(house.trim_end_matches(')'))));
        let captures = self.credit.captures(part)?;
        byline.source = byline.source.take().or(house.map(str::to_string));
        let role = captures.name("role").map_or("", |role| role.as_str());
        let names: Vec<String> = captures["names"].split(" and ").flat_map(|names| names.split([',', '&'])).filter_map(person).collect();
        byline.people.extend(names.iter().map(|name| with_role(name, role)));
        (!names.is_empty()).then_some(())
    }
}

/// What the patterns begin with. Two letters of it tell most lines that they are no credit.
const ROLES: &[&str] = &[
    "additional reporting",
    "reporting",
    "reported",
    "writing",
    "written",
    "editing",
    "edited",
    "translation",
    "translated",
    "compiled",
    "author",
];

fn may_be_credit(part: &str) -> bool {
    // A letter that is not ASCII may be a capital of one that is.
    let Some(two) = part.get(..2).filter(|two| two.is_ascii()) else { return true };
    ROLES.iter().chain(&["by", "source"]).any(|word| two.eq_ignore_ascii_case(&word[..2]))
}

fn with_role(name: &str, role: &str) -> String {
    let role = role.to_ascii_lowercase();
    match role.as_str() {
        "" | "reporting" | "reported" | "writing" | "written" | "author" => name.to_string(),
        "edited" => format!("{name} (editing)"),
        "translated" => format!("{name} (translation)"),
        _ => format!("{name} ({role})"),
    }
}

/// Who signs when no person does: `the foreign desk`.
const DESKS: &[&str] = &["desk", "staff", "team", "newsroom", "correspondents", "agencies"];

/// `Kurdistan 24 correspondent Lava Asaad in Raqqa` is about Lava Asaad; a part that is no name (`additional lines`) is nobody.
fn person(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().take_while(|word| !matches!(*word, "in" | "at" | "reporting")).collect();
    if words.last().is_some_and(|last| DESKS.contains(last)) && words.len() <= 5 {
        return Some(words.join(" "));
    }
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || is_particle(word);
    let from = words.iter().rposition(|word| !is_name(word)).map_or(0, |at| at + 1);
    let name = &words[from..];
    (!name.is_empty() && name.len() <= 6 && name.iter().any(|word| word.starts_with(char::is_uppercase))).then(|| name.join(" "))
}

/// A small word inside a name: `van`, `de`, `al-`.
pub(super) fn is_particle(word: &str) -> bool {
    let lower = word.to_lowercase();
    matches!(lower.as_str(), "van" | "von" | "de" | "der" | "den" | "da" | "del" | "di" | "bin" | "ibn" | "le" | "la" | "el" | "al")
        || ["al-", "el-", "d’", "d'", "ad-", "as-", "ez-"].iter().any(|start| lower.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<(Vec<String>, Option<String>)> {
        Bylines::new().of(line).map(|byline| (byline.people, byline.source))
    }

    #[test]
    fn credits_of_many_houses() {
        let names = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<Vec<_>>();
        assert_eq!(of("Reporting by: Anna van Wend | Source: Wend News"), Some((names(&["Anna van Wend"]), Some("Wend News".into()))));
        assert_eq!(of("Editing by Kara Wend"), Some((names(&["Kara Wend (editing)"]), None)));
        assert_eq!(
            of("(Additional reporting by Wend 24 correspondent Lara Ost)"),
            Some((names(&["Lara Ost (additional reporting)"]), None))
        );
        assert_eq!(of("By Ada Ost (Wend News)"), Some((names(&["Ada Ost"]), Some("Wend News".into()))));
        assert_eq!(of("BY ADA OST reporting from Wend"), Some((names(&["ADA OST"]), None)));
        assert_eq!(of("By Ada Ost and Bela al-Wend"), Some((names(&["Ada Ost", "Bela al-Wend"]), None)));
        assert_eq!(of("(Reporting by Ada Ost in Wend; Editing by Bo Ost)"), Some((names(&["Ada Ost", "Bo Ost (editing)"]), None)));
    }

    #[test]
    fn prose_is_no_credit() {
        for line in
            ["By taking the border area, we won.", "By and large", "Reporting by the ministry showed otherwise", "Source of the river"]
        {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
