//! The command palette: any action, found by a few letters of what it does.

use super::action::{ALL, About, Action};
use super::key::{KeyEvent, edit};
use super::motion::Motion;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::cmp::Reverse;
use tui_input::Input;

/// The line being typed, and the actions it finds.
#[derive(Debug)]
pub struct Palette {
    input: Input,
    found: Vec<&'static About>,
    at: usize,
}

impl Palette {
    /// With every action, as in the help.
    pub fn open() -> Self {
        Self { input: Input::default(), found: find(""), at: 0 }
    }

    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The actions found, the best first.
    pub fn found(&self) -> &[&'static About] {
        &self.found
    }

    /// The row of the cursor, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The action under the cursor.
    pub fn action(&self) -> Option<Action> {
        self.found.get(self.at).map(|about| about.action)
    }

    pub fn step(&mut self, motion: Motion) {
        self.at = motion.from(self.at, self.found.len().saturating_sub(1));
    }

    pub fn key(&mut self, key: KeyEvent) {
        if edit(&mut self.input, key) {
            self.found = find(self.input.value());
            self.at = 0;
        }
    }
}

/// What the letters of `wanted` find, in the order of the help when they find it equally well. The palette finds everything else.
fn find(wanted: &str) -> Vec<&'static About> {
    let matcher = SkimMatcherV2::default().ignore_case();
    let offered = ALL.iter().filter(|about| about.action != Action::Palette);
    let mut found: Vec<_> = offered.filter_map(|about| Some((matcher.fuzzy_match(about.help, wanted)?, about))).collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, about)| about).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_letters_find_an_action() {
        assert_eq!(find("undo").first().map(|about| about.action), Some(Action::Undo));
        assert_eq!(find("nxqt").first().map(|about| about.action), Some(Action::NextQuote));
        assert_eq!(find("").len(), ALL.len() - 1);
        assert!(find("zzzz").is_empty());
    }
}
