//! Going from name to name and quote to quote, by keys and by mouse.

use crate::support::{Screen, article, screen};
use crossterm::event::{MouseButton, MouseEventKind};
use dateline::app::Cmd;

#[test]
fn the_mentions_of_a_chosen_name_are_walked_across_articles() {
    let mut screen = screen(120, 30);
    screen.press("<tab><tab>]");
    screen.has("mention 1 of 3");
    assert_eq!(screen.look_of("Wend River Guard opened"), "ssssssssssssssss ......");
    screen.press("]]");
    screen.has("Wend River Guard (group) · mention 3 of 3");
    screen.has("built a dam of");
    screen.press("]");
    screen.has("that was the last mention of Wend River Guard in what is listed");
    screen.press("[");
    screen.has("mention 2 of 3");
    assert_eq!(screen.look_of("Guard."), "sssss.");
}

#[test]
fn quotes_are_walked_and_their_speaker_told_and_copied() {
    let mut screen = screen(120, 30);
    screen.press(")");
    screen.has("Mira Holt — said · quote 1 of 1");
    let quote = "“The water has gone down, and the ropes are new,” — Mira Holt, Wend Courier, 2021-05-09";
    assert_eq!(screen.press("y"), Some(Cmd::Copy(quote.to_string())));
    screen.has("quote sent to the terminal's clipboard");
    assert_eq!(screen.press("<esc>y"), Some(Cmd::Copy("Ferry runs again at Oberwend".to_string())));
}

#[test]
fn the_mouse_selects_picks_and_scrolls() {
    let mut screen = screen(120, 12);
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 5, 4);
    screen.has("2/4");
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 60, 5);
    screen.has("Lower Wend (place) · mention 1 of 3");
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 5, 2);
    screen.mouse(MouseEventKind::ScrollDown, 60, 5);
    screen.has_not("Wend Courier · Ida Falk");
    screen.mouse(MouseEventKind::ScrollUp, 60, 5);
    screen.has("Wend Courier · Ida Falk");
}

#[test]
fn a_border_is_dragged_and_the_panes_follow() {
    let mut screen = screen(120, 12);
    let border = |screen: &crate::support::Screen| screen.rows()[4].chars().position(|c| c == '│');
    assert_eq!(border(&screen), Some(39));
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 39, 5);
    screen.mouse(MouseEventKind::Drag(MouseButton::Left), 50, 6);
    assert_eq!(border(&screen), Some(50));
    screen.mouse(MouseEventKind::Up(MouseButton::Left), 50, 6);
    screen.mouse(MouseEventKind::Drag(MouseButton::Left), 60, 6);
    assert_eq!(border(&screen), Some(50));
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 50, 5);
    screen.mouse(MouseEventKind::Drag(MouseButton::Left), 2, 6);
    assert_eq!(border(&screen), Some(20));
}

#[test]
fn a_second_click_opens_what_the_first_one_went_to() {
    let mut screen = screen(120, 24);
    let click = MouseEventKind::Down(MouseButton::Left);
    screen.mouse(click, 5, 4);
    screen.has("2/4");
    screen.mouse(click, 5, 4);
    screen.has("find   esc list");
    // A heading leads nowhere, however often it is pressed.
    screen.mouse(click, 100, 5);
    screen.mouse(click, 100, 5);
    screen.has("4 articles");
    screen.mouse(click, 100, 6);
    screen.mouse(click, 100, 6);
    screen.has("› place:\"Lower Wend\"");
}

/// What is laid over the text is found around the view only; the numbers are those of the whole text all the same.
#[test]
fn the_end_of_a_very_long_article_is_lit_as_its_beginning_is() {
    let paragraph = "“The ropes are new,”{said:Mira Holt} {n:Mira Holt} at {p:Oberwend}.";
    let mut screen = Screen::of(vec![article("|||", "Ferry", &[paragraph; 2000].join("\n\n"))], 200, 40);
    let looks = |screen: &Screen| screen.look_of("“The ropes are new,” said Mira Holt at Oberwend.");
    screen.press("<enter>");
    let at_the_beginning = looks(&screen);
    screen.press("fropes<enter>");
    screen.has("hit 1 of 2000");
    screen.press("G");
    assert_eq!(looks(&screen), at_the_beginning.replacen("qqqqq qqq", "hhhhh qqq", 1));
    screen.has("100 %");
    screen.press("nN");
    screen.press("<esc>[");
    screen.has("of 4000");
    screen.press("gg)(");
    screen.has("that was the first quote of this article");
}
