//! Every intent of the user, named once: the keymap file, the help screen and the tests use these words.

use serde::{Deserialize, Serialize};

/// What a key asks for. Its word in the keymap file is the variant in snake_case.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Down,
    Up,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    NextPane,
    PreviousPane,
    Open,
    Back,
    Filter,
    Undo,
    Redo,
    Find,
    Fold,
    FoldAll,
    Elsewhere,
    Versions,
    Outline,
    Why,
    Star,
    StarAll,
    Read,
    ReadAll,
    Tag,
    TagAll,
    Note,
    Watch,
    Views,
    SaveView,
    ForgetView,
    Merge,
    Rename,
    ChangeKind,
    Reject,
    SplitAlias,
    Corrections,
    Sort,
    NextMention,
    PreviousMention,
    NextQuote,
    PreviousQuote,
    NextHit,
    PreviousHit,
    SwitchScope,
    Entity,
    Quotes,
    Timeline,
    Map,
    Select,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    PanLeft,
    PanRight,
    PanUp,
    PanDown,
    Include,
    Exclude,
    HistoryBack,
    HistoryForward,
    ShowCut,
    Copy,
    Failures,
    Mouse,
    Palette,
    Help,
    Suspend,
    Quit,
}

impl Action {
    /// Its word in the keymap file, as a person reads it: `change kind`.
    pub fn words(self) -> String {
        let word = serde_json::to_string(&self).unwrap_or_default();
        word.trim_matches('"').replace('_', " ")
    }
}

/// Where the help screen lists an action.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Section {
    Move,
    Find,
    View,
    Mark,
    Correct,
    Read,
    Program,
}

impl Section {
    pub const ALL: [Section; 7] =
        [Section::Move, Section::Find, Section::View, Section::Read, Section::Mark, Section::Correct, Section::Program];

    pub fn title(self) -> &'static str {
        match self {
            Section::Move => "Move",
            Section::Find => "Find",
            Section::View => "Look",
            Section::Mark => "Mark",
            Section::Correct => "Correct a name",
            Section::Read => "Read",
            Section::Program => "Program",
        }
    }
}

/// One line of the help screen.
#[derive(Copy, Clone, Debug)]
pub struct About {
    pub action: Action,
    pub section: Section,
    pub help: &'static str,
}

const fn about(action: Action, section: Section, help: &'static str) -> About {
    About { action, section, help }
}

/// All actions, in the order of the help screen.
pub const ALL: &[About] = &[
    about(Action::Down, Section::Move, "one line down"),
    about(Action::Up, Section::Move, "one line up"),
    about(Action::HalfPageDown, Section::Move, "half a page down"),
    about(Action::HalfPageUp, Section::Move, "half a page up"),
    about(Action::PageDown, Section::Move, "a page down"),
    about(Action::PageUp, Section::Move, "a page up"),
    about(Action::Top, Section::Move, "to the beginning"),
    about(Action::Bottom, Section::Move, "to the end"),
    about(Action::NextPane, Section::Move, "to the next pane"),
    about(Action::PreviousPane, Section::Move, "to the previous pane"),
    about(Action::Open, Section::Move, "read the article; filter by the name"),
    about(Action::Back, Section::Move, "one step back: leave, let go, clear the filter"),
    about(Action::Filter, Section::Find, "filter the list as you type"),
    about(Action::Undo, Section::Find, "undo the last change: of the filter, a name, a mark"),
    about(Action::Redo, Section::Find, "do again what was undone"),
    about(Action::Sort, Section::Find, "sort the list another way"),
    about(Action::NextMention, Section::Find, "next mention of the chosen name, across articles"),
    about(Action::PreviousMention, Section::Find, "previous mention of the chosen name"),
    about(Action::NextQuote, Section::Find, "next quote, and who said it"),
    about(Action::PreviousQuote, Section::Find, "previous quote"),
    about(Action::Find, Section::Find, "find words in the article; esc ends it"),
    about(Action::NextHit, Section::Find, "next place where these words, or else the filter's, stand"),
    about(Action::PreviousHit, Section::Find, "previous place where they stand"),
    about(Action::Include, Section::Find, "only articles that name this"),
    about(Action::Exclude, Section::Find, "only articles that do not name this"),
    about(Action::HistoryBack, Section::Move, "back to where one was before a jump"),
    about(Action::HistoryForward, Section::Move, "forward again"),
    about(Action::Entity, Section::View, "the page of the name: who is beside it, what it said, every mention"),
    about(Action::Quotes, Section::View, "everything that is said, by speaker"),
    about(Action::Fold, Section::View, "unfold the other versions of this story, or fold them"),
    about(Action::FoldAll, Section::View, "unfold all stories, or fold them"),
    about(Action::Elsewhere, Section::View, "to the other article in which this passage stands too"),
    about(Action::Versions, Section::View, "two versions of the story side by side, and what differs"),
    about(Action::Outline, Section::View, "the sentences of this article that name it"),
    about(Action::Why, Section::View, "why this is marked, how sure that is, how to change it"),
    about(Action::Views, Section::View, "a saved view: its filter, order and screen"),
    about(Action::SaveView, Section::View, "save this view under a name"),
    about(Action::ForgetView, Section::View, "forget a saved view"),
    about(Action::Star, Section::Mark, "star the article, or no longer"),
    about(Action::Read, Section::Mark, "mark it as read, or as unread"),
    about(Action::Tag, Section::Mark, "tag it; the same tag again takes it away"),
    about(Action::Note, Section::Mark, "note on the sentence that is picked, or on the article"),
    about(Action::StarAll, Section::Mark, "star all that is listed"),
    about(Action::ReadAll, Section::Mark, "mark all that is listed as read"),
    about(Action::TagAll, Section::Mark, "tag all that is listed"),
    about(Action::Watch, Section::Mark, "watch for a word in every article, or no longer"),
    about(Action::Merge, Section::Correct, "this name is the same as another one"),
    about(Action::Rename, Section::Correct, "call it otherwise"),
    about(Action::ChangeKind, Section::Correct, "it is a group, a place, a person"),
    about(Action::SplitAlias, Section::Correct, "one of its aliases is somebody else"),
    about(Action::Reject, Section::Correct, "it is no name"),
    about(Action::Corrections, Section::Correct, "the corrections made so far; take one back"),
    about(Action::Timeline, Section::View, "the timeline: articles by day, week, month or year"),
    about(Action::Map, Section::View, "the map: the places that are named"),
    about(Action::Select, Section::View, "begin or end a range of the timeline"),
    about(Action::ZoomIn, Section::View, "the map from nearer"),
    about(Action::ZoomOut, Section::View, "the map from farther"),
    about(Action::ZoomFit, Section::View, "the map where most of the places are"),
    about(Action::PanLeft, Section::View, "the map to the west"),
    about(Action::PanRight, Section::View, "the map to the east"),
    about(Action::PanUp, Section::View, "the map to the north"),
    about(Action::PanDown, Section::View, "the map to the south"),
    about(Action::SwitchScope, Section::Read, "names of this article, or of all that is listed"),
    about(Action::ShowCut, Section::Read, "show what was cut from the page"),
    about(Action::Copy, Section::Read, "copy the quote, the name or the title"),
    about(Action::Palette, Section::Program, "any action, found by its words"),
    about(Action::Failures, Section::Program, "files that could not be read"),
    about(Action::Mouse, Section::Program, "give the mouse to the terminal, for selecting; again takes it back"),
    about(Action::Help, Section::Program, "this help"),
    about(Action::Suspend, Section::Program, "suspend (fg comes back)"),
    about(Action::Quit, Section::Program, "quit"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn word(action: Action) -> String {
        serde_json::to_string(&action).expect("a word").trim_matches('"').to_string()
    }

    #[test]
    fn the_table_holds_every_action_once() {
        let listed: Vec<_> = ALL.iter().map(|about| format!("`{}`", word(about.action))).collect();
        let error = serde_json::from_str::<Action>("\"no such word\"").expect_err("refused").to_string();
        let known: Vec<_> =
            error.split("expected one of ").nth(1).expect("a list").split(" at ").next().expect("words").split(", ").collect();
        assert_eq!(listed.len(), known.len());
        assert!(known.iter().all(|word| listed.iter().any(|listed| listed == word)), "{known:?} {listed:?}");
    }
}
