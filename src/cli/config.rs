//! The user's settings, from a file: every wrong entry is told with its place, and the others count all the same.

use super::corpus::user_file;
use super::theme::Choice;
use crate::app::Scope;
use crate::saved::{Problem, all_problems, parse_toml};
use crate::store::Order;
use anyhow::Result;
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeString, DeValue, ValueDeserializer};

/// What can be set; the default is what `assets/config.toml` tells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Config {
    pub theme: Choice,
    pub mouse: bool,
    /// `None` for the usual one, if it is there.
    pub keymap: Option<PathBuf>,
    /// Empty for the usual ones, if they are there.
    pub names: Vec<PathBuf>,
    pub sort: Order,
    pub scope: Scope,
    /// What was read is kept, for the next time.
    pub cache: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: Choice::Auto,
            mouse: true,
            keymap: None,
            names: Vec::new(),
            sort: Order::default(),
            scope: Scope::default(),
            cache: true,
        }
    }
}

impl Config {
    /// The file that was asked for, or `config.toml` in the configuration folder if it is there. Wrong entries are named on standard
    /// error.
    ///
    /// # Errors
    /// The file is there, or was asked for, and cannot be read.
    pub fn load(asked: Option<&Path>) -> Result<Self> {
        let Some((path, text)) = user_file(asked, "config.toml")? else { return Ok(Self::default()) };
        let (config, problems) = read(&text, path.parent().unwrap_or(Path::new("")));
        problems.iter().for_each(|problem| eprintln!("dateline: {}: {problem}", path.display()));
        Ok(config)
    }
}

const OPTIONS: &str = "theme, mouse, keymap, names, sort, scope, cache";

/// Settings and problems, both of the text of a file in `folder`.
fn read(text: &str, folder: &Path) -> (Config, Vec<Problem>) {
    let (file, broken) = parse_toml(text);
    let mut reading = Reading { text, folder, config: Config::default(), problems: Vec::new() };
    file.get_ref().iter().for_each(|(word, value)| reading.option(word, value));
    (reading.config, all_problems(broken, reading.problems))
}

struct Reading<'a> {
    text: &'a str,
    folder: &'a Path,
    config: Config,
    problems: Vec<Problem>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reading<'_> {
    fn option(&mut self, word: &Spanned<DeString>, value: &Value) {
        match word.get_ref().as_ref() {
            "theme" => self.theme(value),
            "mouse" => self.config.mouse = self.value(value).unwrap_or(self.config.mouse),
            "cache" => self.config.cache = self.value(value).unwrap_or(self.config.cache),
            "keymap" => self.config.keymap = self.path(value).filter(|path| path != self.folder),
            "names" => self.config.names = self.paths(value),
            "sort" => self.config.sort = self.value(value).unwrap_or_default(),
            "scope" => self.config.scope = self.value(value).unwrap_or_default(),
            other => self.problem(word.span(), &format!("`{other}` is none of {OPTIONS}")),
        }
    }

    fn theme(&mut self, value: &Value) {
        let choice = self.value(value).map(|word: String| Choice::of(&word, self.folder));
        match choice {
            Some(Ok(choice)) => self.config.theme = choice,
            Some(Err(reason)) => self.problem(value.span(), &reason),
            None => {}
        }
    }

    /// A value of the form that is wanted; of another, it is a problem.
    fn value<T: DeserializeOwned>(&mut self, value: &Value) -> Option<T> {
        T::deserialize(ValueDeserializer::from(value.clone()))
            .map_err(|error| self.problem(error.span().unwrap_or(value.span()), error.message()))
            .ok()
    }

    fn path(&mut self, value: &Value) -> Option<PathBuf> {
        self.value(value).map(|path: PathBuf| self.folder.join(path))
    }

    fn paths(&mut self, value: &Value) -> Vec<PathBuf> {
        self.value::<Vec<PathBuf>>(value).unwrap_or_default().into_iter().map(|path| self.folder.join(path)).collect()
    }

    fn problem(&mut self, span: Range<usize>, reason: &str) {
        self.problems.push(Problem::at(self.text, span.start, reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = include_str!("../../assets/config.toml");

    /// An option is a comment without a space behind its mark.
    fn without_comments() -> String {
        PRINTED
            .lines()
            .filter_map(|line| line.strip_prefix('#'))
            .filter(|line| !line.starts_with([' ', '#']))
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_printed_file_shows_every_option_with_its_default() {
        assert_eq!(read(PRINTED, Path::new("here")), (Config::default(), vec![]));
        assert_eq!(read(&without_comments(), Path::new("")), (Config::default(), vec![]));
        let shown: Vec<_> = without_comments().lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_string())).collect();
        assert_eq!(shown.join(", "), OPTIONS);
    }

    #[test]
    fn every_option_has_another_value() {
        let text = "theme = \"light\"\nmouse = false\nkeymap = \"keys.toml\"\nnames = [\"a.tsv\", \"/b.tsv\"]\nsort = \"oldest\"\nscope = \"listed\"\ncache = false\n";
        let expected = Config {
            theme: Choice::Builtin("light"),
            mouse: false,
            keymap: Some("here/keys.toml".into()),
            names: vec!["here/a.tsv".into(), "/b.tsv".into()],
            sort: Order::Oldest,
            scope: Scope::Listed,
            cache: false,
        };
        assert_eq!(read(text, Path::new("here")), (expected, vec![]));
    }

    #[test]
    fn every_mistake_is_told_with_its_place_and_the_rest_counts() {
        let text = "mouse = \"no\"\n sort = \"newset\"\ncolour = true\ntheme = \"mauve\"\nscope = \nkeymap = 3\nnames = [\"a\", 5]";
        let (config, problems) = read(&format!("{text}\n[more]\n"), Path::new(""));
        let told: Vec<_> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
        assert_eq!(told, [(1, 9), (2, 9), (3, 1), (4, 9), (5, 9), (6, 10), (7, 15), (8, 2)], "{problems:#?}");
        assert_eq!(config, Config::default());
        let (config, problems) = read("theme = 3\nmouse = false\n", Path::new(""));
        assert_eq!((config.mouse, problems.len()), (false, 1));
    }
}
