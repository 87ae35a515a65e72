//! Articles that tell the same story: folded in the list, marked in the reader, side by side.

use crate::support::{Screen, bridge, wend};

use crossterm::event::{MouseButton, MouseEventKind};

fn screen(width: u16, height: u16) -> Screen {
    Screen::of(wend().into_iter().chain(bridge()).collect(), width, height)
}

#[test]
fn versions_are_folded_under_one_line_and_unfolded() {
    let mut screen = screen(60, 20);
    screen.has("6 articles");
    screen.has_block(
        1,
        r#"
        |─ Articles ─────────────────────────────────────────── 1/5 ─
        |▌ 2021-05-21  Broken beam                                +1
        |  2021-05-09  Ferry runs again at Oberwend
        "#,
    );
    screen.press("ggz");
    screen.has_block(
        1,
        r#"
        |─ Articles ─────────────────────────────────────────── 1/6 ─
        |▌ 2021-05-21  Broken beam                                −1
        |  2021-05-20  └ Bridge closed
        |  2021-05-09  Ferry runs again at Oberwend
        "#,
    );
    screen.press("jz");
    screen.has("1/5");
    screen.press("Z");
    screen.has("1/6");
    screen.press("Gz");
    screen.has("no other version of this story is listed");
}

#[test]
fn what_stands_elsewhere_too_is_marked_and_leads_there() {
    let mut screen = screen(120, 24);
    screen.press("gg<enter>");
    screen.has_block(
        4,
        r#"
        |  Ferry runs again at Oberwend         │                                                   │
        |  2021-05-09 · Wend Courier            │    A beam of the bridge is broken, our reporter   │  Places                  1
        |  Mill at Lower Wend closes            │    says.                                          │  Oberwend                1
        |  2021-05-03 · Tarn Post               │                                                   │
        |  River Guard drills with Millers’ Un… │ ╏  The old bridge at Oberwend was closed on       │
        |  2020-11-20 · Wend Courier            │ ╏  Monday after a beam had cracked under the      │
        |  A quiet winter on the Tarn           │ ╏  weight of a cart.                              │
        |  wend/a16c1240e0fede5b.txt            │                                                   │
        |                                       │    Engineers of the Wend River Guard measured     │
        "#,
    );
    screen.press("p");
    screen.has("the passage stands here");
    screen.has("2021-05-20 · Tarn Post");
    screen.press("H");
    screen.has("A beam of the bridge is broken");
    // The mark itself leads there too.
    screen.mouse(MouseEventKind::Down(MouseButton::Left), 41, 8);
    screen.has("the passage stands here");
}

#[test]
fn two_versions_stand_side_by_side() {
    let mut screen = screen(100, 18);
    screen.press("ggd");
    screen.shows(
        r#"
        | dateline  wend                                                                          6 articles
        |─ Articles › Versions ──────────────────────────────────────────────── version 1 of 2 at the right ─
        |   Wend Courier · 2021-05-21                     │   Tarn Post · 2021-05-20
        | - Broken beam                                   │
        | - A beam of the bridge is broken, our reporter  │
        |   says.                                         │
        |                                                 │ + Bridge closed
        |▌  The old bridge at Oberwend was closed on      │   The old bridge at Oberwend was closed on
        |▌  Monday after a beam had cracked under the     │   Monday after a beam had cracked under the
        |▌  weight of a cart.                             │   weight of a cart.
        | ~ Engineers of the Wend River Guard measured    │   Engineers of the Wend River Guard measured
        |   the gap and found it three fingers wide.      │   the gap and found it two fingers wide.
        |   The ferry carries the market people across    │   The ferry carries the market people across
        |   until the carpenters have come.               │   until the carpenters have come.
        |                                                 │
        |                                                 │
        |                                                 │
        |                            enter go there   tab next version   j next sentence   esc back   ? help
        "#,
    );
}

#[test]
fn an_article_alone_has_nothing_beside_it() {
    let mut screen = screen(120, 24);
    screen.press("Gd");
    screen.has("no other version of this article is here");
    screen.press("p");
    screen.has("no passage in view stands in another article too");
}
