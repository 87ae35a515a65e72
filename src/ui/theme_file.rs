//! Reads a theme file: every wrong entry is told with its place, and the rest of the theme counts all the same.

use super::theme::{Paper, ROLES, Theme};
use crate::saved::{Problem, all_problems, parse_toml};
use ratatui::style::{Color, Modifier, Style};
use std::collections::HashMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

const SECTIONS: &str = "inherits, palette, paper, roles";
const LOOKS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// The theme, and what could not be read of it, in the order of the file.
pub fn read(text: &str) -> (Theme, Vec<Problem>) {
    let (draft, problems) = draft(text);
    (draft.theme(), problems)
}

/// A theme as it is written. Its roles keep the words for their colours, which are looked up last: so a file that inherits can change
/// one colour of the palette, and with it all roles that use it.
#[derive(Clone, Debug, Default)]
struct Draft {
    palette: HashMap<String, Color>,
    paper: HashMap<String, String>,
    roles: HashMap<String, Role>,
}

#[derive(Clone, Debug, Default)]
struct Role {
    color: Option<String>,
    background: Option<String>,
    looks: Modifier,
}

impl Draft {
    fn color(&self, word: &str) -> Option<Color> {
        self.palette.get(word).copied().or_else(|| word.parse().ok())
    }

    fn theme(&self) -> Theme {
        let paper = |side: &str| self.paper.get(side).and_then(|word| self.color(word)).unwrap_or(Color::Reset);
        let mut theme = Theme { paper: Paper { foreground: paper("foreground"), background: paper("background") }, ..Theme::default() };
        for (word, place) in ROLES {
            *place(&mut theme) = self.roles.get(word).map_or(Style::new(), |role| self.style(role));
        }
        theme
    }

    fn style(&self, role: &Role) -> Style {
        let mut style = Style::new().add_modifier(role.looks);
        style.fg = role.color.as_deref().and_then(|word| self.color(word));
        style.bg = role.background.as_deref().and_then(|word| self.color(word));
        style
    }
}

fn draft(text: &str) -> (Draft, Vec<Problem>) {
    let (file, broken) = parse_toml(text);
    let inherits = file.get_ref().contains_key("inherits");
    let mut reading = Reading { text, inherits, draft: Draft::default(), problems: Vec::new() };
    reading.file(file.get_ref());
    (reading.draft, all_problems(broken, reading.problems))
}

/// A file being read; `draft` begins as what it inherits.
struct Reading<'a> {
    text: &'a str,
    /// A role that the file gives keeps of what it was what is not said.
    inherits: bool,
    draft: Draft,
    problems: Vec<Problem>,
}

type Key<'a> = Spanned<DeString<'a>>;
type Value<'a> = Spanned<DeValue<'a>>;

impl Reading<'_> {
    /// The palette comes first, since the others name its colours.
    fn file(&mut self, file: &DeTable) {
        self.draft = self.inherited(file.get("inherits"));
        self.section(file, "palette", Self::palette);
        self.section(file, "paper", Self::paper);
        self.section(file, "roles", Self::role);
        let unknown = file.keys().filter(|word| !SECTIONS.split(", ").any(|known| known == word.get_ref()));
        unknown.for_each(|word| self.problem(word.span(), &format!("`{}` is none of {SECTIONS}", word.get_ref())));
    }

    fn inherited(&mut self, parent: Option<&Value>) -> Draft {
        let named = parent.and_then(|parent| Some((parent.span(), self.string(parent, "the name of a theme")?)));
        match named.map(|(span, name)| (span, Theme::source(name).ok_or(name))) {
            Some((_, Ok(file))) => draft(file).0,
            Some((span, Err(name))) => {
                self.problem(span, &format!("`{name}` is none of {}", Theme::names().collect::<Vec<_>>().join(", ")));
                self.mono()
            }
            None => self.mono(),
        }
    }

    /// What a file that inherits nothing begins with; nothing for the file of that theme itself.
    fn mono(&self) -> Draft {
        Theme::source("mono").filter(|file| *file != self.text).map_or(Draft::default(), |file| draft(file).0)
    }

    fn section(&mut self, file: &DeTable, name: &str, read: fn(&mut Self, &Key, &Value)) {
        match file.get(name).map(|section| (section.get_ref(), section.span())) {
            Some((DeValue::Table(entries), _)) => entries.iter().for_each(|(word, value)| read(self, word, value)),
            Some((_, span)) => self.problem(span, &format!("a table is wanted for `{name}`")),
            None => {}
        }
    }

    fn palette(&mut self, name: &Key, value: &Value) {
        let Some(word) = self.string(value, "a colour") else { return };
        match word.parse() {
            Ok(color) => drop(self.draft.palette.insert(name.get_ref().to_string(), color)),
            Err(_) => self.problem(value.span(), &format!("`{word}` is no colour")),
        }
    }

    fn paper(&mut self, side: &Key, value: &Value) {
        match side.get_ref().as_ref() {
            side @ ("foreground" | "background") => {
                let color = self.color(value);
                color.into_iter().for_each(|word| drop(self.draft.paper.insert(side.to_string(), word)));
            }
            other => self.problem(side.span(), &format!("`{other}` is none of foreground, background")),
        }
    }

    fn role(&mut self, name: &Key, value: &Value) {
        let known = ROLES.iter().find(|(word, _)| word == name.get_ref());
        match (known, value.get_ref()) {
            (Some(_), DeValue::Table(entries)) => {
                let inherited = self.draft.roles.remove(name.get_ref().as_ref()).filter(|_| self.inherits);
                let mut role = inherited.unwrap_or_default();
                entries.iter().for_each(|(word, value)| self.part(&mut role, word, value));
                self.draft.roles.insert(name.get_ref().to_string(), role);
            }
            (Some(_), _) => self.problem(value.span(), "a table is wanted here, as { color = \"red\" }"),
            (None, _) => self.problem(name.span(), &format!("no role is called `{}`", name.get_ref())),
        }
    }

    /// One part of a role; what is not said stays as it was inherited.
    fn part(&mut self, role: &mut Role, word: &Key, value: &Value) {
        match word.get_ref().as_ref() {
            "color" => role.color = self.color(value).or(role.color.take()),
            "background" => role.background = self.color(value).or(role.background.take()),
            "looks" => role.looks = self.looks(value).unwrap_or(role.looks),
            other => self.problem(word.span(), &format!("`{other}` is none of color, background, looks")),
        }
    }

    /// The word for a colour, when it is one.
    fn color(&mut self, value: &Value) -> Option<String> {
        let word = self.string(value, "a colour")?;
        if self.draft.color(word).is_none() {
            self.problem(value.span(), &format!("`{word}` is neither in the palette nor a colour"));
            return None;
        }
        Some(word.to_string())
    }

    fn looks(&mut self, value: &Value) -> Option<Modifier> {
        let Some(looks) = value.get_ref().as_array() else {
            self.problem(value.span(), "a list is wanted here, as [\"bold\"]");
            return None;
        };
        Some(looks.iter().filter_map(|look| self.look(look)).collect())
    }

    fn look(&mut self, value: &Value) -> Option<Modifier> {
        let word = self.string(value, "a look")?;
        let known = LOOKS.iter().find(|(look, _)| *look == word);
        if known.is_none() {
            let words = LOOKS.map(|(look, _)| look).join(", ");
            self.problem(value.span(), &format!("`{word}` is none of {words}"));
        }
        known.map(|(_, modifier)| *modifier)
    }

    fn string<'v>(&mut self, value: &'v Value, wanted: &str) -> Option<&'v str> {
        let string = value.get_ref().as_str();
        if string.is_none() {
            self.problem(value.span(), &format!("{wanted} is wanted here, in quotation marks"));
        }
        string
    }

    fn problem(&mut self, span: Range<usize>, reason: &str) {
        self.problems.push(Problem::at(self.text, span.start, reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_theme_that_inherits_says_only_what_differs() {
        let dark = Theme::dark();
        let (theme, problems) = read("inherits = \"dark\"\n[roles]\ngroup = { color = \"#ff8800\" }\nplace = { looks = [] }\n");
        assert_eq!(problems, []);
        assert_eq!(theme.group, Style { fg: Some(Color::Rgb(0xff, 0x88, 0)), ..dark.group });
        assert_eq!(theme.place, Style { add_modifier: Modifier::empty(), ..dark.place });
        assert_eq!(Theme { group: dark.group, place: dark.place, ..theme }, dark);
    }

    #[test]
    fn one_colour_of_the_palette_changes_all_that_is_made_of_it() {
        let dark = Theme::dark();
        assert_eq!(dark.accent.fg, dark.lit.fg);
        let (theme, _) = read("inherits = \"dark\"\n[palette]\namber = \"200\"\n");
        assert_eq!((theme.accent.fg, theme.lit.fg), (Some(Color::Indexed(200)), Some(Color::Indexed(200))));
        assert_eq!(theme.group, dark.group);
    }

    #[test]
    fn who_inherits_nothing_begins_without_colours_and_says_all_of_a_role() {
        let (theme, problems) = read("[roles]\naccent = { color = \"red\" }\n");
        assert_eq!((problems, theme.accent), (vec![], Style::new().fg(Color::Red)));
        assert_eq!(Some(theme.cursor), Theme::builtin("mono").map(|mono| mono.cursor));
    }

    #[test]
    fn every_mistake_is_told_with_its_place_and_the_rest_counts() {
        let file = "inherits = \"drak\"\nfont = 3\n[palette]\nblue = \"bluish\"\n[paper]\nink = \"red\"\n[roles]\n\
                    dim = { color = \"mauvish\", looks = [\"bold\", \"loud\"] }\ntitel = { }\nhit = \"red\"\naccent = { colour = \"red\", color = 3 }\n\
                    rule = { looks = \"bold\" }\nquote = { color = \"red\" }\n";
        let (theme, problems) = read(file);
        assert_eq!(
            told(&problems),
            [
                "line 1, column 12: `drak` is none of dark, light, contrast, contrast-light, sixteen, mono",
                "line 2, column 1: `font` is none of inherits, palette, paper, roles",
                "line 4, column 8: `bluish` is no colour",
                "line 6, column 1: `ink` is none of foreground, background",
                "line 8, column 17: `mauvish` is neither in the palette nor a colour",
                "line 8, column 45: `loud` is none of bold, dim, italic, underlined, reversed",
                "line 9, column 1: no role is called `titel`",
                "line 10, column 7: a table is wanted here, as { color = \"red\" }",
                "line 11, column 12: `colour` is none of color, background, looks",
                "line 11, column 36: a colour is wanted here, in quotation marks",
                "line 12, column 18: a list is wanted here, as [\"bold\"]",
            ]
        );
        assert_eq!((theme.quote.fg, theme.dim.add_modifier), (Some(Color::Red), Modifier::BOLD));
    }

    #[test]
    fn a_line_that_is_no_toml_does_not_take_the_others_along() {
        let (theme, problems) = read("inherits = \"dark\"\n[roles]\ndim = { color = }\nquote = { color = \"lightred\" }\n");
        assert!(problems.first().is_some_and(|problem| problem.line == 3), "{problems:?}");
        assert_eq!(theme.quote.fg, Some(Color::LightRed));
        assert_eq!(theme.group, Theme::dark().group);
    }
}
