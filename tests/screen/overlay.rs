//! What lies over the panes, and what the page left out.

use crate::support::screen;
use dateline::app::Msg;
use dateline::ingest::{Event, Failure};

#[test]
fn help_lists_every_key_and_scrolls() {
    let mut screen = screen(100, 20);
    screen.press("?");
    screen.has("one line down");
    screen.has_not("suspend (fg comes back)");
    screen.press("G");
    screen.has("suspend (fg comes back)");
    screen.press("<esc>");
    screen.has_not("suspend (fg comes back)");
}

#[test]
fn an_action_is_found_in_the_palette_and_done() {
    let mut screen = screen(80, 16);
    screen.press(":quote");
    screen.has_block(
        5,
        r#"
        |  ╭ Do ──────────────────────────────────────────────────────────────────────╮
        |  │  : quote                                                                 │
        |  │▌ )                 next quote, and who said it                           │
        |  │  (                 previous quote                                        │
        |  │  y                 copy the quote, the name or the title                 │
        "#,
    );
    screen.press("<enter>");
    screen.has("quote 1 of 1");
}

#[test]
fn failed_files_are_listed_with_their_reasons() {
    let mut screen = screen(100, 20);
    screen.send(Msg::Ingest(Event::Failed(Failure { path: "wend/broken.txt".into(), reason: "not text in any encoding".into() })));
    screen.has("1 failed");
    screen.press("!");
    screen.has("wend/broken.txt  not text in any encoding");
    screen.press("<esc>");
    screen.has_not("wend/broken.txt");
}

#[test]
fn what_was_cut_from_the_page_can_be_shown() {
    let mut screen = screen(60, 30);
    screen.has_not("Leave a Reply");
    screen.press("c");
    screen.has("cut: caption");
    screen.has("Leave a Reply");
    screen.press("c");
    screen.has_not("Leave a Reply");
}
