//! Which theme the explorer is drawn in: asked for by name or file, or chosen by what the terminal tells.

use super::corpus::config_folder;
use crate::tui::{Background, Colors, Told};
use crate::ui::Theme;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    /// By what the terminal tells.
    Auto,
    /// Inside the program, by its name.
    Builtin(&'static str),
    File(PathBuf),
}

impl Choice {
    /// `word` is `auto`, the name of a theme inside the program or of the user's (`themes/NAME.toml` in the configuration folder), or
    /// a path: it has a separator or ends in `.toml`, and is relative to `folder`.
    ///
    /// # Errors
    /// There is no such theme.
    pub fn of(word: &str, folder: &Path) -> Result<Self, String> {
        let builtin = Theme::names().find(|name| *name == word).map(Self::Builtin);
        match builtin {
            Some(choice) => Ok(choice),
            None if word == "auto" => Ok(Self::Auto),
            None if word.ends_with(".toml") || word.contains(std::path::is_separator) => Ok(Self::File(folder.join(word))),
            None => own(word),
        }
    }

    /// The file of the theme.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn source(&self, told: &Told) -> Result<String> {
        match self {
            Self::Auto => Ok(Theme::source(by_terminal(told)).unwrap_or_default().to_string()),
            Self::Builtin(name) => Ok(Theme::source(name).unwrap_or_default().to_string()),
            Self::File(path) => std::fs::read_to_string(path).with_context(|| path.display().to_string()),
        }
    }

    /// The theme. What cannot be read in a file is named on standard error, and the rest counts.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn theme(&self, told: &Told) -> Result<Theme> {
        let (theme, problems) = Theme::read(&self.source(told)?);
        if let Self::File(path) = self {
            problems.iter().for_each(|problem| eprintln!("dateline: {}: {problem}", path.display()));
        }
        Ok(theme)
    }
}

/// A theme of the user's own, by its name.
fn own(name: &str) -> Result<Choice, String> {
    let path = config_folder().map(|folder| folder.join("themes").join(format!("{name}.toml"))).unwrap_or_default();
    if path.is_file() {
        return Ok(Choice::File(path));
    }
    let names: Vec<_> = Theme::names().collect();
    Err(format!("no theme is called `{name}`: it is none of auto, {}, and there is no {}", names.join(", "), path.display()))
}

/// The theme for a terminal that nothing was asked for.
fn by_terminal(told: &Told) -> &'static str {
    match (told.colors(), told.background()) {
        (Colors::Sixteen, _) => "sixteen",
        (Colors::Many, Some(Background::Light)) => "light",
        (Colors::Many, _) => "dark",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_name_or_a_path() {
        let of = |word: &str| Choice::of(word, Path::new("here"));
        assert_eq!(of("auto"), Ok(Choice::Auto));
        assert_eq!(of("contrast-light"), Ok(Choice::Builtin("contrast-light")));
        assert_eq!(of("my.toml"), Ok(Choice::File("here/my.toml".into())));
        assert_eq!(of("./dark"), Ok(Choice::File("here/./dark".into())));
        let reason = of("no such theme").expect_err("it is nowhere");
        assert!(reason.starts_with("no theme is called `no such theme`: it is none of auto, dark, light, "), "{reason}");
    }

    #[test]
    fn what_is_not_asked_for_goes_by_the_terminal() {
        let told = |term: &str, fgbg: &str| Told { term: Some(term.into()), colorfgbg: Some(fgbg.into()), ..Told::default() };
        assert_eq!(by_terminal(&Told::default()), "dark");
        assert_eq!(by_terminal(&told("xterm-256color", "0;15")), "light");
        assert_eq!(by_terminal(&told("linux", "0;15")), "sixteen");
    }
}
