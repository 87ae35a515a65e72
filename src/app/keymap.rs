//! Which key asks for which action. The default is a file (`assets/keymap.toml`); a user's own file lies over it.

use super::action::Action;
use super::key::Key;
use super::keymap_file::{self, Line};
use crate::saved::Problem;

/// What the keys are for at the moment.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// In one of the panes.
    Browse,
    /// The filter, or a line that is asked for, is being typed.
    Filter,
    /// Something is picked: an action by its words, a name.
    Palette,
    /// The help or the list of failures lies over the panes.
    Overlay,
}

impl Mode {
    pub const ALL: [Mode; 4] = [Mode::Browse, Mode::Filter, Mode::Palette, Mode::Overlay];

    /// Its heading in the keymap file.
    pub fn word(self) -> &'static str {
        match self {
            Mode::Browse => "browse",
            Mode::Filter => "filter",
            Mode::Palette => "palette",
            Mode::Overlay => "overlay",
        }
    }
}

/// What some pressed keys mean.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    Action(Action),
    /// The beginning of a longer sequence.
    Pending,
    Unbound,
}

#[derive(Clone, Debug)]
struct Binding {
    mode: Mode,
    keys: Vec<Key>,
    action: Action,
}

/// All bindings, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Keymap {
    /// The file of the default that is inside the program.
    pub const BUILTIN: &str = include_str!("../../assets/keymap.toml");

    /// The default that is inside the program.
    pub fn builtin() -> Self {
        let mut keymap = Self::default();
        keymap.overlay(Self::BUILTIN);
        keymap
    }

    /// Lays a user's file over this keymap. Lines that cannot be read are returned; the others count all the same.
    pub fn overlay(&mut self, toml: &str) -> Vec<Problem> {
        let (lines, problems) = keymap_file::read(toml);
        lines.into_iter().for_each(|line| self.bind(line));
        problems
    }

    fn bind(&mut self, line: Line) {
        self.bindings.retain(|binding| binding.mode != line.mode || binding.keys != line.keys);
        if let Some(action) = line.action {
            self.bindings.push(Binding { mode: line.mode, keys: line.keys, action });
        }
    }

    /// What the keys pressed so far mean.
    pub fn look_up(&self, mode: Mode, pressed: &[Key]) -> Lookup {
        let mut beginning = self.bindings.iter().filter(|binding| binding.mode == mode && binding.keys.starts_with(pressed));
        match beginning.clone().find(|binding| binding.keys.len() == pressed.len()) {
            Some(binding) => Lookup::Action(binding.action),
            None if beginning.next().is_some() => Lookup::Pending,
            None => Lookup::Unbound,
        }
    }

    /// The keys that may follow those pressed so far, each with what the whole asks for.
    pub fn continuations(&self, mode: Mode, pressed: &[Key]) -> impl Iterator<Item = (Key, Action)> {
        let longer = self.bindings.iter().filter(move |binding| binding.mode == mode && binding.keys.starts_with(pressed));
        longer.filter_map(move |binding| Some((*binding.keys.get(pressed.len())?, binding.action)))
    }

    /// The keys that ask for an action, as a person writes them (`g g`), in the order of the file.
    pub fn keys_for(&self, mode: Mode, action: Action) -> impl Iterator<Item = String> {
        let bindings = self.bindings.iter().filter(move |binding| binding.mode == mode && binding.action == action);
        bindings.map(|binding| binding.keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::super::action::ALL;
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        text.split(' ').map(|word| Key::parse(word).expect("a key")).collect()
    }

    #[test]
    fn the_builtin_file_is_whole() {
        assert_eq!(Keymap::default().overlay(Keymap::BUILTIN), []);
        let keymap = Keymap::builtin();
        for about in ALL {
            assert!(keymap.keys_for(Mode::Browse, about.action).next().is_some(), "{:?} has no key", about.action);
        }
    }

    #[test]
    fn sequences_wait_for_their_end() {
        let keymap = Keymap::builtin();
        assert_eq!(keymap.look_up(Mode::Browse, &keys("g")), Lookup::Pending);
        assert_eq!(keymap.look_up(Mode::Browse, &keys("g g")), Lookup::Action(Action::Top));
        assert_eq!(keymap.look_up(Mode::Browse, &keys("g x")), Lookup::Unbound);
    }

    #[test]
    fn a_users_file_overrides_takes_away_and_names_its_mistakes() {
        let mut keymap = Keymap::builtin();
        let problems = keymap.overlay("[browse]\n\"j\" = \"up\"\n\"q\" = \"nothing\"\n\"x\" = \"fly\"\n\"hyper-x\" = \"up\"\n[brows]\n");
        assert_eq!(keymap.look_up(Mode::Browse, &keys("j")), Lookup::Action(Action::Up));
        assert_eq!(keymap.look_up(Mode::Browse, &keys("q")), Lookup::Unbound);
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "line 4, column 7: no action is called `fly`",
                "line 5, column 1: `hyper-x` is not a key",
                "line 6, column 2: `brows` is none of browse, filter, palette, overlay",
            ]
        );
    }
}
