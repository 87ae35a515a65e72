//! The page of a name.

use crate::support::screen;

#[test]
fn the_page_of_a_name_tells_who_is_beside_it_what_it_said_and_every_mention() {
    let mut screen = screen(110, 20);
    screen.press("<tab><tab>je");
    screen.shows(
        r#"
        | dateline  wend                                                                                    4 articles
        |─ Articles › Lower Wend ──────────────────────────────────────────────────────────────────────────────────────
        |  Lower Wend  place
        |  2 mentions · 2 articles · 2 stories
        |  2021-05-03 – 2021-05-09  ························█
        |
        |  Written as                           │  Mentions                                                          2
        |  Lower Wend                         2 │▌ 2021-05-09       The ferry to Lower Wend runs every hour until dusk
        |                                       │  2021-05-03        The mill at Lower Wend ground its last corn on Fr
        |  With groups                          │
        |▌ Tarn Post                          1 │
        |  Wend River Guard                   1 │
        |                                       │
        |  With places                          │
        |  Oberwend                           1 │
        |                                       │
        |  With people                          │
        |  Jonas Reet                         1 │
        |  Mira Holt                          1 │
        |                                         enter go there   tab other side   i filter by it   esc back   ? help
        "#,
    );
}

#[test]
fn every_line_of_the_page_leads_into_its_article_and_back() {
    let mut screen = screen(120, 24);
    // Mira Holt: the fourth name of the first article.
    screen.press("<tab><tab>Ge");
    screen.has("Articles › Mira Holt");
    screen.has("“The water has gone down, and the ropes are new,”");
    screen.press("<enter>");
    screen.has("Mira Holt — said · quote 1 of 1");
    screen.press("<esc>");
    screen.has("Articles › Mira Holt");
    screen.press("G<enter>");
    screen.has("River Guard drills with Millers’ Union");
    assert_eq!(screen.look_of("Holt watched"), "ssss .......");
    screen.press("H");
    screen.has("Articles › Mira Holt");
    screen.press("L");
    screen.has("─ Reader ─");
}

#[test]
fn one_page_leads_to_another_and_the_way_is_told() {
    let mut screen = screen(120, 24);
    screen.press("<tab><tab>Ge<tab><enter>");
    screen.has("Articles › Mira Holt › Wend River Guard");
    screen.press("<esc>");
    screen.has("─ Articles › Mira Holt ─");
    screen.press("<esc>");
    screen.has("─ Reader ─");
    screen.press("H");
    screen.has("there is nothing farther on this way");
}

#[test]
fn the_filter_holds_on_the_page_and_can_be_made_from_it() {
    let mut screen = screen(120, 24);
    screen.press("<tab><tab>e");
    screen.has("3 mentions · 2 articles");
    screen.press("/drills");
    screen.has("1 mention · 1 article · 1 story   3 without the filter");
    screen.press("<esc>uui");
    screen.has("2 of 4 articles");
    screen.press("u<esc>x");
    screen.has("-group:\"Wend River Guard\"");
    screen.has("2 of 4 articles");
}

#[test]
fn a_second_click_on_a_line_goes_there() {
    use crossterm::event::{MouseButton, MouseEventKind};
    let mut screen = screen(120, 24);
    screen.press("<tab><tab>e");
    let click = MouseEventKind::Down(MouseButton::Left);
    screen.mouse(click, 60, 8);
    screen.has("Articles › Wend River Guard");
    screen.mouse(click, 60, 8);
    screen.has("─ Reader ─");
}

/// Two people are called Holt: which one is meant is told nowhere in the words, so that is said.
#[test]
fn a_form_that_others_bear_too_is_said_to_be_ambiguous() {
    let other = crate::support::article("2021-05-11|||", "Miller elected", "{n:Jan Holt} was elected. {n:Holt=Jan Holt} thanked the town.");
    let mut screen = crate::support::Screen::of(crate::support::wend().into_iter().chain([other]).collect(), 120, 30);
    screen.press("gg<tab><tab>e");
    screen.has("Articles › Jan Holt");
    screen.has("Holt  also 1 other");
    screen.press("j<enter>w");
    screen.has("ambiguous with Mira Holt (person, 2 mentions)");
}
