//! Narrowing the list.

use crate::support::screen;
use dateline::app::{Cmd, Msg};

#[test]
fn a_filter_narrows_the_list_as_it_is_typed_and_lights_the_letters() {
    let mut screen = screen(60, 20);
    screen.press("jj/mill");
    screen.has_block(
        0,
        r#"
        | dateline  wend  / mill                     2 of 4 articles
        : llllllll  ....  . ....                     . .. . ........
        |─ Articles, best first ─────────────────────────────── 1/2 ─
        :. lllllllll llll lllll ............................... ... .
        |▌ 2020-11-20  River Guard drills with Millers’ Union
        :. ..........  ..... ..... ...... .... llll.... .....
        |  2021-05-03  Mill at Lower Wend closes
        :  ..........  llll .. ..... .... ......
        "#,
    );
    // The article that was read is still there, so the cursor is still on it.
    screen.press("<esc><esc>");
    screen.has("4 articles");
}

#[test]
fn a_filter_that_loses_the_open_article_shows_the_first_hit_and_clearing_it_comes_back() {
    let mut screen = screen(60, 20);
    screen.press("jjj/ferry");
    screen.has("Ferry runs again at Oberwend");
    screen.has("1/1");
    screen.press("<ctrl-u>");
    screen.has("4/4");
}

#[test]
fn what_cannot_be_read_yet_is_underlined_and_the_last_good_result_stays() {
    let mut screen = screen(100, 20);
    screen.press("/mill place:");
    screen.has("2 of 4 articles");
    assert!(screen.looks()[0].contains("uuuu"), "{}", screen.looks()[0]);
    screen.press("oberwend");
    screen.has("1 of 4 articles");
    screen.press("<ctrl-u>after:2021");
    screen.has("2 of 4 articles");
    screen.press("-0");
    screen.has("2 of 4 articles");
    assert!(screen.looks()[0].contains("uuuu"), "{}", screen.looks()[0]);
}

#[test]
fn enter_on_a_name_filters_by_it_and_undo_comes_back() {
    let mut screen = screen(120, 30);
    screen.press("<tab><tab><enter>");
    screen.has("2 of 4 articles");
    screen.has("Wend River Guard\"");
    screen.press("u");
    screen.has("4 articles");
}

#[test]
fn a_filter_is_never_typed_out_of_sight_of_the_list() {
    let mut screen = screen(60, 20);
    screen.press("<tab><tab>");
    screen.has("In this article");
    screen.press("/mill");
    screen.has("Articles, best first");
}

#[test]
fn pasted_text_goes_into_the_filter_as_one_line() {
    let mut screen = screen(80, 24);
    screen.press("/");
    screen.send(Msg::Paste("mill\ncloses".to_string()));
    screen.has("/ mill closes");
    screen.has("1 of 4 articles");
}

#[test]
fn nothing_found_says_which_term_is_to_blame() {
    let mut screen = screen(60, 20);
    screen.press("/closes xyzzy");
    screen.has_block(
        1,
        r#"
        |─ Articles, best first ─────────────────────────────────────
        |  Nothing matches
        |
        |  xyzzy finds nothing; without it: 1 article
        |
        |  Esc takes one step back, to all articles in the end.
        |
        "#,
    );
}

#[test]
fn escape_goes_back_a_step_at_a_time_and_never_out() {
    let mut screen = screen(120, 30);
    screen.press("/mill<enter><enter>]");
    screen.press("<esc>");
    screen.has_not("mention 1");
    screen.press("<esc>");
    screen.has("2 of 4 articles");
    screen.press("<esc>");
    screen.has("4 articles");
    assert_eq!(screen.press("<esc><esc>"), None);
    assert_eq!(screen.press("q"), Some(Cmd::Quit));
}
