//! Whatever comes in, the screen holds.

use crate::support::{Screen, WEND_PLACES, article, bridge, screen, wend};
use crossterm::event::{MouseButton, MouseEventKind};
use dateline::ui::Theme;
use proptest::prelude::{ProptestConfig, proptest};
use ratatui::style::Modifier;

#[test]
fn hostile_text_is_shown_and_does_nothing() {
    let hostile = article("|Evil\u{1b}[2J Times||", "Title\u{1b}]0;gone\u{7} \u{202e}tfel", "Body\u{9b}31m of {n:Ev\u{1b}[1mil} Name\tend");
    let mut screen = Screen::of(vec![hostile], 120, 20);
    screen.press("<enter>]");
    let all = screen.rows().concat();
    assert!(all.chars().all(|c| !c.is_control() && c != '\u{202e}'), "{all:?}");
    assert_eq!(screen.look_of("Ev␛[1mil Name"), "ssssssss ....");
}

#[test]
fn without_colours_every_cue_is_still_there() {
    let mut screen = screen(120, 30);
    let buffer = screen.buffer_in(Theme::mono());
    assert!(buffer.content.iter().all(|cell| cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset));
}

#[test]
fn without_colours_the_title_of_the_focused_pane_is_not_as_dim_as_its_rule() {
    let mut screen = screen(120, 30);
    let buffer = screen.buffer_in(Theme::mono());
    let (rule, title) = (&buffer[(0, 1)], &buffer[(2, 1)]);
    assert_eq!((rule.symbol(), rule.modifier), ("─", Modifier::DIM));
    assert_eq!((title.symbol(), title.modifier), ("A", Modifier::BOLD));
}

/// Keys and other things that people and terminals send.
const SENT: &[&str] = &[
    "j",
    "k",
    "G",
    "gg",
    "<tab>",
    "<backtab>",
    "<enter>",
    "<esc>",
    "/",
    "mill",
    "\"wen",
    " ",
    "<backspace>",
    "<left>",
    "]",
    "[",
    ")",
    "(",
    "n",
    "N",
    "a",
    "c",
    "s",
    "u",
    "y",
    "?",
    "!",
    ":",
    "<ctrl-d>",
    "<pageup>",
    "<down>",
    "<up>",
    "x",
    "e",
    "t",
    "m",
    "v",
    "h",
    "l",
    "+",
    "-",
    "0",
    "<alt-h>",
    "<alt-j>",
    "<shift-right>",
    "<shift-up>",
    "Q",
    "d",
    "w",
    "z",
    "Z",
    "p",
    "O",
    "f",
    "T",
    "A",
    "W",
    "B",
    "b",
    "r",
    "i",
    "H",
    "L",
    "M",
    "* ",
    "*r",
    "Em",
    "Er",
    "Ek",
    "Es",
    "Ex",
    "El",
    "<ctrl-r>",
    "<ctrl-b>",
    "新",
];

/// What the mouse does.
const DONE: [MouseEventKind; 4] = [
    MouseEventKind::Down(MouseButton::Left),
    MouseEventKind::ScrollDown,
    MouseEventKind::Drag(MouseButton::Left),
    MouseEventKind::Up(MouseButton::Left),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn no_row_of_keys_clicks_and_sizes_breaks_it(steps in proptest::collection::vec((0usize..SENT.len() + 4, 1u16..150, 1u16..45), 1..40)) {
        let articles = wend().into_iter().chain(bridge()).collect();
        let mut screen = Screen::knowing(WEND_PLACES, articles, 100, 30);
        for (what, x, y) in steps {
            match SENT.get(what) {
                Some(keys) => {
                    screen.press(keys);
                }
                None if what % 2 == 0 => screen.resize(x, y),
                None => screen.mouse(DONE[usize::from((x ^ y) % 4)], x, y),
            }
        }
    }
}
