//! Colours by what they mean: a palette, and the roles made of it. A theme is a file (`assets/theme/*.toml`).

use crate::model::Kind;
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use std::collections::HashMap;

/// The style of every role.
#[derive(Clone, Debug, Default)]
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
    /// Words in the text that the filter matched.
    pub hit: Style,
    /// The mention, quote or hit that was walked to.
    pub picked: Style,
    /// What cannot be read: a part of the filter, a file.
    pub problem: Style,
}

/// The colours of an empty screen.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub foreground: Color,
    pub background: Color,
}

impl Default for Paper {
    fn default() -> Self {
        Self { foreground: Color::Rgb(0xd4, 0xd4, 0xd4), background: Color::Rgb(0x16, 0x17, 0x1a) }
    }
}

/// A theme file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    #[error("`{0}` is neither in the palette nor a colour")]
    Color(String),
}

impl Theme {
    /// For a dark background.
    pub fn dark() -> Self {
        Self::builtin(include_str!("../../assets/theme/dark.toml"))
    }

    /// For a light background.
    pub fn light() -> Self {
        Self::builtin(include_str!("../../assets/theme/light.toml"))
    }

    /// Without colours: bold, underlines, italics and reversal carry everything.
    pub fn mono() -> Self {
        Self::builtin(include_str!("../../assets/theme/mono.toml"))
    }

    /// Reads a theme file.
    pub fn parse(toml: &str) -> Result<Self, ThemeError> {
        let File { palette, paper, roles } = toml::from_str(toml)?;
        let color = |name: &str| read_color(&palette, name);
        let style = |name: &str| roles.get(name).map_or(Ok(Style::new()), |role| role.style(&palette));
        Ok(Self {
            paper: Paper { foreground: color(&paper.foreground)?, background: color(&paper.background)? },
            text: style("text")?,
            dim: style("dim")?,
            rule: style("rule")?,
            accent: style("accent")?,
            title: style("title")?,
            cursor: style("cursor")?,
            cursor_away: style("cursor_away")?,
            lit: style("lit")?,
            group: style("group")?,
            place: style("place")?,
            person: style("person")?,
            quote: style("quote")?,
            hit: style("hit")?,
            picked: style("picked")?,
            problem: style("problem")?,
        })
    }

    /// How names of a kind are shown.
    pub fn kind(&self, kind: Kind) -> Style {
        match kind {
            Kind::Group => self.group,
            Kind::Place => self.place,
            Kind::Person => self.person,
        }
    }

    /// A test reads every built-in file, so the plain theme is never what one gets here.
    fn builtin(toml: &str) -> Self {
        Self::parse(toml).unwrap_or_default()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    palette: HashMap<String, String>,
    paper: PaperNames,
    roles: HashMap<String, Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperNames {
    foreground: String,
    background: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    color: Option<String>,
    background: Option<String>,
    #[serde(default)]
    looks: Vec<Look>,
}

#[derive(Copy, Clone, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Look {
    Bold,
    Dim,
    Italic,
    Underlined,
    Reversed,
}

impl Role {
    fn style(&self, palette: &HashMap<String, String>) -> Result<Style, ThemeError> {
        let looks = self.looks.iter().map(|look| look.modifier()).collect::<Modifier>();
        let mut style = Style::new().add_modifier(looks);
        style.fg = self.color.as_deref().map(|name| read_color(palette, name)).transpose()?;
        style.bg = self.background.as_deref().map(|name| read_color(palette, name)).transpose()?;
        Ok(style)
    }
}

impl Look {
    fn modifier(self) -> Modifier {
        match self {
            Look::Bold => Modifier::BOLD,
            Look::Dim => Modifier::DIM,
            Look::Italic => Modifier::ITALIC,
            Look::Underlined => Modifier::UNDERLINED,
            Look::Reversed => Modifier::REVERSED,
        }
    }
}

fn read_color(palette: &HashMap<String, String>, name: &str) -> Result<Color, ThemeError> {
    let value = palette.get(name).map_or(name, String::as_str);
    value.parse().map_err(|_| ThemeError::Color(name.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_themes_can_be_read() {
        for file in [
            include_str!("../../assets/theme/dark.toml"),
            include_str!("../../assets/theme/light.toml"),
            include_str!("../../assets/theme/mono.toml"),
        ] {
            Theme::parse(file).expect("a theme");
        }
    }

    #[test]
    fn the_second_cues_do_not_need_colour() {
        for theme in [Theme::dark(), Theme::light(), Theme::mono()] {
            assert!(theme.group.add_modifier.contains(Modifier::BOLD));
            assert!(theme.place.add_modifier.contains(Modifier::UNDERLINED));
            assert!(theme.person.add_modifier.contains(Modifier::ITALIC));
            assert!(theme.picked.add_modifier.contains(Modifier::REVERSED));
        }
    }

    #[test]
    fn an_unknown_colour_is_named() {
        let file = "[paper]\nforeground = \"white\"\nbackground = \"black\"\n[roles]\ndim = { color = \"mauvish\" }\n";
        assert_eq!(Theme::parse(file).expect_err("refused").to_string(), "`mauvish` is neither in the palette nor a colour");
    }
}
