//! What the terminal's colours are, by what it tells in the environment. It is not asked: an answer would have to be waited for.

/// How many colours a terminal shows.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Colors {
    /// The 16 that have names.
    Sixteen,
    /// 256 and more.
    Many,
}

/// What text stands on.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Background {
    Dark,
    Light,
}

/// Variables of the environment that tell of colours; `None` for those that are not set.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub term: Option<String>,
    pub colorterm: Option<String>,
    pub colorfgbg: Option<String>,
}

/// Terminals that show 256 colours under a name (up to its first `-` or `.`) that does not say so. The terminfo entries `xterm`,
/// `screen` and `tmux` promise 8 for the sake of old ones; today's emulators that go by `xterm` take 256, and `tmux` and `screen`
/// take 256 themselves and pass on what the terminal around them has.
const MANY: [&str; 17] = [
    "xterm",
    "screen",
    "tmux",
    "alacritty",
    "contour",
    "foot",
    "ghostty",
    "gnome",
    "iterm2",
    "kitty",
    "konsole",
    "mintty",
    "mlterm",
    "putty",
    "st",
    "vte",
    "wezterm",
];

impl Told {
    pub fn by_environment() -> Self {
        let variable = |name| std::env::var(name).ok();
        Self { term: variable("TERM"), colorterm: variable("COLORTERM"), colorfgbg: variable("COLORFGBG") }
    }

    /// `COLORTERM=truecolor` or `24bit` is said by the terminal itself and counts first; then what the name says; then what is known
    /// of the name. A terminal that nothing is known of gets the 16, which are never wrong; one without a name is a common one, as on
    /// Windows, where none has a name.
    pub fn colors(&self) -> Colors {
        let has =
            |value: &Option<String>, words: &[&str]| value.as_ref().is_some_and(|value| words.iter().any(|word| value.contains(word)));
        match self.term.as_deref().unwrap_or_default() {
            _ if has(&self.colorterm, &["truecolor", "24bit"]) => Colors::Many,
            _ if has(&self.term, &["256color", "truecolor", "direct"]) => Colors::Many,
            _ if has(&self.term, &["linux", "-mono", "-8color", "-16color", "-88color"]) => Colors::Sixteen,
            "" => Colors::Many,
            term if MANY.contains(&term.split(['-', '.']).next().unwrap_or_default()) => Colors::Many,
            _ => Colors::Sixteen,
        }
    }

    /// By `COLORFGBG`, which rxvt, Konsole and iTerm2 set: two or three parts with `;` between them, the last of which is the number
    /// of the background among the 16 colours. Of these, 7 and all from 9 on are light. `None` when nothing is told.
    pub fn background(&self) -> Option<Background> {
        match self.colorfgbg.as_ref()?.rsplit(';').next()?.parse().ok()? {
            7 | 9..=15 => Some(Background::Light),
            0..=15_u8 => Some(Background::Dark),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colors(term: &str, colorterm: &str) -> Colors {
        Told { term: Some(term.into()), colorterm: Some(colorterm.into()), colorfgbg: None }.colors()
    }

    #[test]
    fn the_name_of_the_terminal_tells_how_many_colours_there_are() {
        for term in
            ["xterm-256color", "xterm", "screen", "tmux-256color", "xterm-kitty", "foot", "rxvt-unicode-256color", "xterm-direct", ""]
        {
            assert_eq!(colors(term, ""), Colors::Many, "{term}");
        }
        for term in ["linux", "screen.linux", "xterm-16color", "rxvt-88color", "rxvt", "vt220", "ansi", "cygwin", "cons25", "xtermish"] {
            assert_eq!(colors(term, ""), Colors::Sixteen, "{term}");
        }
        assert_eq!(Told::default().colors(), Colors::Many);
    }

    #[test]
    fn what_the_terminal_says_itself_counts_more_than_its_name() {
        assert_eq!(colors("unheard-of", "truecolor"), Colors::Many);
        assert_eq!(colors("vt220", "24bit"), Colors::Many);
        assert_eq!(colors("vt220", "yes"), Colors::Sixteen);
    }

    #[test]
    fn the_background_is_the_last_part() {
        let background = |value: &str| Told { colorfgbg: Some(value.into()), ..Told::default() }.background();
        for (value, expected) in
            [("0;15", Background::Light), ("0;default;7", Background::Light), ("15;0", Background::Dark), ("7;8", Background::Dark)]
        {
            assert_eq!(background(value), Some(expected), "{value}");
        }
        for value in ["", "0;default", "0;99", "0;-1"] {
            assert_eq!(background(value), None, "{value}");
        }
        assert_eq!(Told::default().background(), None);
    }
}
