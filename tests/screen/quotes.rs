//! The quote book.

use crate::support::screen;
use dateline::app::Cmd;

#[test]
fn everything_said_stands_under_who_said_it() {
    let mut screen = screen(100, 20);
    screen.press("Q");
    screen.shows(
        r#"
        | dateline  wend                                                                          4 articles
        |─ Articles › Quotes ──────────────────────────────────────────────────────── 2 quotes · 2 speakers ─
        |  Jonas Reet                                                                                      1
        |▌ 2021-05-03  “Nobody brings corn any more,”
        |
        |  Mira Holt                                                                                       1
        |  2021-05-09  “The water has gone down, and the ropes are new,”
        |
        |
        |
        |
        |
        |
        |────────────────────────────────────────────────────────────────────────────────────────────────────
        |  “Nobody brings corn any more,”
        |  — Jonas Reet  told
        |  2021-05-03 · Tarn Post · Mill at Lower Wend closes
        |
        |
        |                             enter go there   tab next speaker   e who   y copy   esc back   ? help
        "#,
    );
}

#[test]
fn a_quote_is_copied_with_its_citation_and_leads_to_its_article() {
    let mut screen = screen(120, 24);
    screen.press("Qj");
    let quote = "“The water has gone down, and the ropes are new,” — Mira Holt, Wend Courier, 2021-05-09";
    assert_eq!(screen.press("y"), Some(Cmd::Copy(quote.to_string())));
    screen.press("<enter>");
    screen.has("Mira Holt — said · quote 1 of 1");
    screen.press("<esc>");
    screen.has("─ Articles › Quotes ─");
    screen.press("e");
    screen.has("─ Articles › Quotes › Mira Holt ─");
}

#[test]
fn the_filter_bar_holds_for_quotes() {
    let mut screen = screen(120, 24);
    screen.press("Q/said:reet");
    screen.has("“Nobody brings corn any more,”");
    screen.has_not("The water has gone down");
    screen.press("<ctrl-u>quiet");
    screen.has("nothing is quoted in what is listed");
}
