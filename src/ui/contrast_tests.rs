//! Can everything be read? The contrast of every role, by the formulas of the Web Content Accessibility Guidelines 2.2 (W3C
//! Recommendation, 2023): "relative luminance" and "contrast ratio" in its glossary, success criteria 1.4.3 (text: 4.5), 1.4.6
//! (text, enhanced: 7) and 1.4.11 (what is not text: 3).

use super::rgb::rgb;
use super::theme::{ROLES, Theme};
use ratatui::style::{Color, Style};

/// Drawn beside text, never text themselves, and never on a band.
const DECORATION: [&str; 2] = ["rule", "land"];
/// They lie under other roles.
const BANDS: [&str; 3] = ["cursor", "cursor_away", "hit"];

fn luminance(color: Color) -> f64 {
    let (red, green, blue) = rgb(color).expect("a colour of known value");
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// From 1 (the same) to 21 (black and white).
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn role(theme: &mut Theme, word: &str) -> Style {
    ROLES.iter().find(|(known, _)| *known == word).map(|(_, place)| *place(theme)).expect("a role")
}

/// All that stands on something: role, what it stands on, and their contrast.
fn pairs(mut theme: Theme) -> Vec<(&'static str, &'static str, f64)> {
    let (paper, mut found) = (theme.paper, Vec::new());
    for (word, place) in ROLES {
        let style = *place(&mut theme);
        let (ink, ground) = (style.fg.unwrap_or(paper.foreground), style.bg.unwrap_or(paper.background));
        found.push((word, "its ground", contrast(ink, ground)));
        for band in BANDS.into_iter().filter(|_| !DECORATION.contains(&word)) {
            let over = role(&mut theme, band);
            found.push((word, band, contrast(over.fg.unwrap_or(ink), over.bg.unwrap_or(ground))));
        }
    }
    found
}

/// What a theme has below `text`, or, for decoration, below `decoration`.
fn too_faint(name: &str, text: f64, decoration: f64) -> Vec<String> {
    let theme = Theme::builtin(name).expect("it is inside");
    let least = |word: &str| if DECORATION.contains(&word) { decoration } else { text };
    let faint = pairs(theme).into_iter().filter(|(word, _, ratio)| *ratio < least(word));
    faint.map(|(word, ground, ratio)| format!("{name}: {word} on {ground} {ratio:.2}, not {}", least(word))).collect()
}

#[test]
fn every_role_of_dark_and_light_can_be_read_wherever_it_stands() {
    let faint = ["dark", "light"].map(|name| too_faint(name, 4.5, 3.0)).concat();
    assert!(faint.is_empty(), "\n{}\n", faint.join("\n"));
}

#[test]
fn the_themes_of_high_contrast_keep_the_enhanced_ratio() {
    let faint = ["contrast", "contrast-light"].map(|name| too_faint(name, 7.0, 4.5)).concat();
    assert!(faint.is_empty(), "\n{}\n", faint.join("\n"));
}

/// The 16 colours are the terminal's to choose. These are the tables of three that are common: the Linux console (those of VGA),
/// xterm, and Visual Studio Code.
#[test]
fn sixteen_can_be_read_on_black_and_on_white_in_common_terminals() {
    let tables: [(&str, [(Color, Color); 5]); 3] = [
        ("the Linux console", [0x5555ff, 0xff5555, 0xaa00aa, 0x0000aa, 0xaa5500].map(rgb_of_number)),
        ("xterm", [0x5c5cff, 0xff0000, 0xcd00cd, 0x0000ee, 0xcdcd00].map(rgb_of_number)),
        ("VS Code", [0x3b8eea, 0xf14c4c, 0xbc3fbc, 0x2472c8, 0xe5e510].map(rgb_of_number)),
    ]
    .map(|(name, colors)| (name, named(colors)));
    let mut theme = Theme::builtin("sixteen").expect("it is inside");
    let mut faint = Vec::new();
    for (terminal, table) in tables {
        let of = |color: Color| table.iter().find(|(known, _)| *known == color).map_or(color, |(_, value)| *value);
        for (word, place) in ROLES {
            let style = *place(&mut theme);
            let grounds = style.bg.map_or(vec![Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)], |ground| vec![of(ground)]);
            let ratios = style.fg.into_iter().flat_map(|ink| grounds.iter().map(move |ground| (ink, *ground)));
            let ratios = ratios.map(|(ink, ground)| contrast(of(ink), ground)).filter(|ratio| *ratio < 3.0);
            faint.extend(ratios.map(|ratio| format!("{terminal}: {word} {ratio:.2}")));
        }
    }
    assert!(faint.is_empty(), "\n{}\n", faint.join("\n"));
}

fn rgb_of_number(number: u32) -> Color {
    let [_, red, green, blue] = number.to_be_bytes();
    Color::Rgb(red, green, blue)
}

/// The names that `sixteen` uses, besides black and white, with a terminal's values.
fn named(values: [Color; 5]) -> [(Color, Color); 5] {
    let names = [Color::LightBlue, Color::LightRed, Color::Magenta, Color::Blue, Color::Yellow];
    std::array::from_fn(|at| (names[at], values[at]))
}

/// The ratio of black and white, and of the darkest grey that passes on white, are published with the formula.
#[test]
fn the_formula_is_the_published_one() {
    let of = |one, other| contrast(rgb_of_number(one), rgb_of_number(other));
    assert!((of(0x000000, 0xffffff) - 21.0).abs() < 1e-9);
    assert!((of(0x767676, 0xffffff) - 4.54).abs() < 0.005, "{}", of(0x767676, 0xffffff));
    assert!((of(0x777777, 0xffffff) - 4.48).abs() < 0.005);
}
