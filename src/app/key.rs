//! One key with its modifiers, read from a word (`ctrl-d`, `G`, `pagedown`) or from the terminal.

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use std::fmt;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

pub use crossterm::event::{KeyEvent, MouseEvent};

/// A key as the keymap compares it: a letter carries its case itself, so shift is said only of keys that are not characters.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    /// Reads one word of the keymap file.
    pub fn parse(word: &str) -> Option<Self> {
        let mut characters = word.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) => Some(Self::new(KeyCode::Char(only), KeyModifiers::NONE)),
            _ => {
                let parsed: KeyEvent = crokey::parse(word).ok()?.into();
                Some(Self::new(parsed.code, parsed.modifiers))
            }
        }
    }

    /// What the terminal sent; `None` for the release of a key.
    pub fn pressed(event: KeyEvent) -> Option<Self> {
        (event.kind != KeyEventKind::Release).then(|| Self::new(event.code, event.modifiers))
    }

    fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        match code {
            KeyCode::Char(letter) if modifiers.contains(KeyModifiers::SHIFT) => {
                Self { code: KeyCode::Char(letter.to_ascii_uppercase()), modifiers: modifiers - KeyModifiers::SHIFT }
            }
            KeyCode::BackTab => Self { code, modifiers: modifiers - KeyModifiers::SHIFT },
            _ => Self { code, modifiers },
        }
    }
}

impl From<Key> for KeyEvent {
    fn from(key: Key) -> Self {
        KeyEvent::new(key.code, key.modifiers)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifiers = [(KeyModifiers::CONTROL, "ctrl-"), (KeyModifiers::ALT, "alt-"), (KeyModifiers::SHIFT, "shift-")];
        for (_, word) in modifiers.iter().filter(|(modifier, _)| self.modifiers.contains(*modifier)) {
            f.write_str(word)?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("space"),
            KeyCode::Char(letter) => write!(f, "{letter}"),
            KeyCode::BackTab => f.write_str("shift-tab"),
            KeyCode::PageDown => f.write_str("pgdn"),
            KeyCode::PageUp => f.write_str("pgup"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            code => f.write_str(&code.to_string().to_lowercase()),
        }
    }
}

/// What the mouse did, as far as it means something here.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Pointer {
    Click,
    /// Moved with the button down.
    Drag,
    Release,
    WheelDown,
    WheelUp,
}

impl Pointer {
    pub fn of(event: MouseEvent) -> Option<Self> {
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Pointer::Click),
            MouseEventKind::Drag(MouseButton::Left) => Some(Pointer::Drag),
            MouseEventKind::Up(MouseButton::Left) => Some(Pointer::Release),
            MouseEventKind::ScrollDown => Some(Pointer::WheelDown),
            MouseEventKind::ScrollUp => Some(Pointer::WheelUp),
            _ => None,
        }
    }
}

/// Gives a key to a line of text, with the usual keys of a shell; true if the text changed.
pub fn edit(line: &mut Input, key: KeyEvent) -> bool {
    line.handle_event(&Event::Key(key)).is_some_and(|changed| changed.value)
}

/// Adds text at the cursor of a line; what would break the line becomes a space.
pub fn insert(line: &mut Input, text: &str) {
    for character in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        line.handle(tui_input::InputRequest::InsertChar(character));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_and_the_terminal_agree() {
        let sent = |code, modifiers| Key::pressed(KeyEvent::new(code, modifiers));
        assert_eq!(Key::parse("G"), sent(KeyCode::Char('G'), KeyModifiers::SHIFT));
        assert_eq!(Key::parse("?"), sent(KeyCode::Char('?'), KeyModifiers::SHIFT));
        assert_eq!(Key::parse("ctrl-d"), sent(KeyCode::Char('d'), KeyModifiers::CONTROL));
        assert_eq!(Key::parse("backtab"), sent(KeyCode::BackTab, KeyModifiers::SHIFT));
        assert_eq!(Key::parse("ж"), sent(KeyCode::Char('ж'), KeyModifiers::NONE));
        assert_eq!(Key::parse("no-such-key"), None);
    }
}
