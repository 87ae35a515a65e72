//! What can lie over the panes: the help, and the files that could not be read.

use super::action::{ALL, Section};
use super::keymap::{Keymap, Mode};
use super::layout::Size;
use super::motion::Motion;
use crate::store::LANGUAGE;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    Help,
    Failures,
    /// Why a name is marked.
    Why,
}

/// An overlay and how far it is scrolled.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    pub topic: Topic,
    /// The first row shown.
    pub top: usize,
}

impl Overlay {
    pub fn new(topic: Topic) -> Self {
        Self { topic, top: 0 }
    }

    pub fn scroll(&mut self, motion: Motion, rows: usize, height: usize) {
        self.top = motion.from(self.top, rows.saturating_sub(height));
    }
}

/// Rows of an overlay that fit on the screen, its frame left out.
pub fn height(size: Size) -> usize {
    usize::from(size.height.saturating_sub(4))
}

/// Items that a picker shows at once.
pub fn picker_height(size: Size) -> usize {
    height(size).saturating_sub(1).clamp(1, 14)
}

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpRow {
    Title(&'static str),
    Keys { keys: String, help: &'static str },
    Query { write: &'static str, finds: &'static str },
    Blank,
}

/// All actions with their keys, by section; then what can be written into the filter.
pub fn help(keymap: &Keymap) -> Vec<HelpRow> {
    let actions = Section::ALL.into_iter().flat_map(|section| section_rows(section, keymap)).skip(1);
    let language = LANGUAGE.iter().map(|(write, finds)| HelpRow::Query { write, finds });
    actions.chain([HelpRow::Blank, HelpRow::Title("The filter finds articles")]).chain(language).collect()
}

fn section_rows(section: Section, keymap: &Keymap) -> Vec<HelpRow> {
    let abouts = ALL.iter().filter(|about| about.section == section);
    let rows = abouts
        .map(|about| HelpRow::Keys { keys: keymap.keys_for(Mode::Browse, about.action).collect::<Vec<_>>().join("  "), help: about.help });
    [HelpRow::Blank, HelpRow::Title(section.title())].into_iter().chain(rows).collect()
}
