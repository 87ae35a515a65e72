//! Colours by what they mean: a palette, and the roles made of it. A theme is a file (`assets/theme/*.toml`), read by `theme_file`.

use super::theme_file;
use crate::model::Kind;
use crate::saved::Problem;
use ratatui::style::{Color, Style};

/// The style of every role.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    /// What the terminal's own colours are taken to be in pictures.
    pub paper: Paper,
    pub text: Style,
    /// What matters less: dates, sources, hints.
    pub dim: Style,
    /// The lines between panes.
    pub rule: Style,
    /// The program's name, the focused pane, the key of a hint.
    pub accent: Style,
    /// An article's title in the reader; a heading.
    pub title: Style,
    /// An article's title in the list, when it was not opened yet.
    pub unread: Style,
    /// An article's title in the list, when it was.
    pub read: Style,
    /// The mark of an article that is kept.
    pub star: Style,
    /// Patches the row under the cursor of the focused pane.
    pub cursor: Style,
    /// Patches the row under the cursor of the other panes.
    pub cursor_away: Style,
    /// Letters of a title that the filter matched.
    pub lit: Style,
    pub group: Style,
    pub place: Style,
    pub person: Style,
    pub quote: Style,
    /// Words on the user's watch-list.
    pub watch: Style,
    /// A passage the user has written a note on.
    pub note: Style,
    /// The mark beside a paragraph that stands in other articles too.
    pub shared: Style,
    /// Words in the text that the filter matched.
    pub hit: Style,
    /// The mention, quote or hit that was walked to.
    pub picked: Style,
    /// What cannot be read: a part of the filter, a file.
    pub problem: Style,
    /// The columns of the timeline.
    pub bar: Style,
    /// A course of counts in one line of text.
    pub sparkline: Style,
    /// The coasts of a map.
    pub land: Style,
}

/// Where a role's style is kept.
type Place = fn(&mut Theme) -> &mut Style;

/// Every role by its word in a theme file.
pub(super) const ROLES: [(&str, Place); 24] = [
    ("text", |theme| &mut theme.text),
    ("dim", |theme| &mut theme.dim),
    ("rule", |theme| &mut theme.rule),
    ("accent", |theme| &mut theme.accent),
    ("title", |theme| &mut theme.title),
    ("unread", |theme| &mut theme.unread),
    ("read", |theme| &mut theme.read),
    ("star", |theme| &mut theme.star),
    ("cursor", |theme| &mut theme.cursor),
    ("cursor_away", |theme| &mut theme.cursor_away),
    ("lit", |theme| &mut theme.lit),
    ("group", |theme| &mut theme.group),
    ("place", |theme| &mut theme.place),
    ("person", |theme| &mut theme.person),
    ("quote", |theme| &mut theme.quote),
    ("watch", |theme| &mut theme.watch),
    ("note", |theme| &mut theme.note),
    ("shared", |theme| &mut theme.shared),
    ("hit", |theme| &mut theme.hit),
    ("picked", |theme| &mut theme.picked),
    ("problem", |theme| &mut theme.problem),
    ("bar", |theme| &mut theme.bar),
    ("sparkline", |theme| &mut theme.sparkline),
    ("land", |theme| &mut theme.land),
];

/// The colours of an empty screen.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub foreground: Color,
    pub background: Color,
}

impl Default for Paper {
    fn default() -> Self {
        Self { foreground: Color::Reset, background: Color::Reset }
    }
}

/// The themes that are inside the program: what each is called, and its file.
const BUILTIN: [(&str, &str); 6] = [
    ("dark", include_str!("../../assets/theme/dark.toml")),
    ("light", include_str!("../../assets/theme/light.toml")),
    ("contrast", include_str!("../../assets/theme/contrast.toml")),
    ("contrast-light", include_str!("../../assets/theme/contrast-light.toml")),
    ("sixteen", include_str!("../../assets/theme/sixteen.toml")),
    ("mono", include_str!("../../assets/theme/mono.toml")),
];

impl Theme {
    /// What the themes inside the program are called.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILTIN.iter().map(|(name, _)| *name)
    }

    /// The file of a theme that is inside the program.
    pub fn source(name: &str) -> Option<&'static str> {
        BUILTIN.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
    }

    /// A theme that is inside the program.
    pub fn builtin(name: &str) -> Option<Self> {
        Self::source(name).map(|file| theme_file::read(file).0)
    }

    /// Reads a theme file. What cannot be read in it is returned; the rest counts all the same. What it leaves out is as in the theme
    /// that it inherits, or else as in `mono`, which can be read on every background.
    pub fn read(toml: &str) -> (Self, Vec<Problem>) {
        theme_file::read(toml)
    }

    /// For a dark background.
    pub fn dark() -> Self {
        Self::builtin("dark").unwrap_or_default()
    }

    /// Without colours: bold, underlines, italics and reversal carry everything.
    pub fn mono() -> Self {
        Self::builtin("mono").unwrap_or_default()
    }

    /// How names of a kind are shown.
    pub fn kind(&self, kind: Kind) -> Style {
        match kind {
            Kind::Group => self.group,
            Kind::Place => self.place,
            Kind::Person => self.person,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Modifier;

    fn builtin() -> impl Iterator<Item = (&'static str, Theme)> {
        Theme::names().map(|name| (name, Theme::builtin(name).expect("it is inside")))
    }

    #[test]
    fn the_builtin_themes_can_be_read_and_style_every_role() {
        for (name, file) in BUILTIN {
            assert_eq!(Theme::read(file).1, [], "{name}");
            for (role, _) in ROLES {
                assert!(file.lines().any(|line| line.starts_with(&format!("{role} = "))), "{name} leaves {role} out");
            }
        }
    }

    /// Whoever cannot tell the colours apart, or has none, still tells the roles that stand in the text apart.
    #[test]
    fn the_second_cues_do_not_need_colour() {
        for (name, theme) in builtin() {
            let cue = |style: Style| style.add_modifier.bits();
            let roles = [theme.group, theme.place, theme.person, theme.watch, theme.note, theme.picked];
            let mut cues = roles.map(cue).to_vec();
            cues.sort_unstable();
            cues.dedup();
            assert!(cues.len() == roles.len() && !cues.contains(&0), "{name}: {roles:?}");
            assert!(theme.group.add_modifier.contains(Modifier::BOLD), "{name}");
            assert!(theme.place.add_modifier.contains(Modifier::UNDERLINED), "{name}");
            assert!(theme.person.add_modifier.contains(Modifier::ITALIC), "{name}");
            assert!(theme.picked.add_modifier.contains(Modifier::REVERSED), "{name}");
        }
    }

    #[test]
    fn read_titles_stand_back_and_the_cursor_is_seen() {
        for (name, theme) in builtin() {
            assert!(theme.read != theme.unread && theme.read == theme.dim, "{name}");
            assert!(theme.cursor != Style::new() && theme.cursor != theme.cursor_away, "{name}");
        }
    }

    /// What is sent to a terminal of 16 colours, and to one without.
    #[test]
    fn sixteen_and_mono_keep_to_what_their_terminals_have() {
        let colors = |name: &str| -> Vec<Color> {
            let mut theme = Theme::builtin(name).expect("it is inside");
            ROLES.iter().flat_map(|(_, place)| [place(&mut theme).fg, place(&mut theme).bg]).flatten().collect()
        };
        assert_eq!(colors("mono"), []);
        let sixteen = colors("sixteen");
        assert!(!sixteen.is_empty() && !sixteen.iter().any(|color| matches!(color, Color::Rgb(..) | Color::Indexed(_))), "{sixteen:?}");
    }

    #[test]
    fn every_colour_of_the_others_is_one_of_the_256_that_nearly_every_terminal_has() {
        for (name, mut theme) in builtin() {
            for (role, place) in ROLES {
                let style = place(&mut theme);
                assert!(![style.fg, style.bg].iter().any(|color| matches!(color, Some(Color::Rgb(..)))), "{name}: {role}");
            }
        }
    }
}
