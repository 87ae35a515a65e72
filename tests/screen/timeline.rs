//! Articles over time.

use crate::support::{Screen, article, screen};

#[test]
fn bars_stand_over_their_dates_and_what_is_in_a_column_is_told() {
    let mut screen = screen(80, 24);
    screen.press("t");
    screen.shows(
        r#"
        | dateline  wend                                                      4 articles
        |─ Articles › Timeline ──────────────────────────────────────────────────────────
        |  3 articles by week · 1 undated
        |
        |     2                                                 ██
        |                                                       ██
        |                                                       ██
        |                                                       ██
        |                                                       ██
        |       ██                                              ██
        |       ██                                              ██
        |       ██                                              ██
        |       ██                                              ██
        |       ██                                              ██
        |       ────────────────────────────────────────────────━▲──────────────────────
        |       11-16 2020-12 2021-01 2021-02 2021-03   2021-04 2021-05
        |
        |  week of 2021-05-03   2 articles
        |  2021-05-09  Ferry runs again at Oberwend
        |  2021-05-03  Mill at Lower Wend closes
        |
        |
        |
        |         j later   k earlier   v range   enter filter by it   esc back   ? help
        "#,
    );
}

#[test]
fn the_chosen_name_has_bars_of_its_own() {
    let mut screen = screen(80, 24);
    // The first name of the first article.
    screen.press("<tab><tab>t");
    screen.shows(
        r#"
        | dateline  wend                                                      4 articles
        |─ Articles › Timeline ──────────────────────────────────────────────────────────
        |  3 articles by week · 1 undated    Wend River Guard  2 articles
        |
        |     2                                                 ██
        |                                                       ██
        |                                                       ██
        |       ▄▄                                              ██
        |       ██                                              ██
        |       ██                                              ██
        |       ██                                              ██
        |       ────────────────────────────────────────────────━▲──────────────────────
        |       11-16 2020-12 2021-01 2021-02 2021-03   2021-04 2021-05
        |     1 ██                                              ██
        |       ██                                              ██
        |       ██                                              ██
        |
        |  week of 2021-05-03   2 articles · 1 with Wend River Guard
        |  2021-05-09  Ferry runs again at Oberwend
        |  2021-05-03  Mill at Lower Wend closes
        |
        |
        |
        |         j later   k earlier   v range   enter filter by it   esc back   ? help
        "#,
    );
}

#[test]
fn a_range_is_begun_and_extended_and_becomes_the_filter() {
    let mut screen = screen(80, 24);
    screen.press("tgg");
    screen.has("week of 2020-11-16   1 article");
    screen.press("v<right><right>");
    screen.has("week of 2020-11-16 – week of 2020-11-30   1 article");
    screen.press("<esc>");
    screen.has("week of 2020-11-30   0 articles");
    screen.press("vG");
    screen.has("week of 2020-11-30 – week of 2021-05-03   2 articles");
    screen.press("<enter>");
    screen.has("after:2020-11-30 before:2021-05-10");
    screen.has("2 of 4 articles");
    screen.has("2 articles by day");
    screen.press("u");
    screen.has("3 articles by week · 1 undated");
    screen.press("<esc>");
    screen.has("Articles");
}

#[test]
fn enter_filters_by_the_column_under_the_cursor() {
    let mut screen = screen(80, 24);
    screen.press("tgg<enter>");
    screen.has("after:2020-11-16 before:2020-11-23");
    screen.has("1 of 4 articles");
    screen.has("River Guard drills");
}

#[test]
fn the_cursor_moves_by_keys_and_by_the_mouse() {
    use crossterm::event::{MouseButton, MouseEventKind};
    let mut screen = screen(80, 24);
    screen.press("tggjll");
    screen.has("week of 2020-12-07   0 articles");
    screen.press("hk");
    screen.has("week of 2020-11-23   0 articles");
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 8, 8);
    screen.has("week of 2020-11-16   1 article");
}

#[test]
fn what_has_no_date_is_said_plainly() {
    let mut undated = Screen::of(vec![article("|||", "A quiet winter on the Tarn", "Nothing happened.")], 80, 24);
    undated.press("t");
    undated.has("None of 1 article has a date.");
    undated.press("vjl<enter>");
    undated.has_not("filtered");
    let mut screen = screen(80, 24);
    screen.press("t/xyzzy");
    screen.has("Nothing is listed.");
}

#[test]
fn more_years_than_cells_are_scrolled() {
    let old = article("1600-01-01|||", "A charter of the ferry", "Long ago.");
    let new = article("2021-05-09|||", "Ferry runs again", "Today.");
    let mut screen = Screen::of(vec![new, old], 60, 20);
    screen.press("t");
    screen.has("2021   1 article");
    screen.press("gg");
    screen.has("1600   1 article");
    screen.press("j");
    screen.has("1601   0 articles");
}
