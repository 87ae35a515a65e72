//! What stands where, at every size.

use crate::support::{Screen, article, screen, wend};

#[test]
fn three_panes_stand_side_by_side() {
    screen(120, 30).shows(
        r#"
        | dateline  wend                                                                                              4 articles
        |─ Articles ────────────────────── 1/4 ─┬─ Reader ──────────────────────────────────────────┬─ In this article ────── 4 ─
        |▌ Ferry runs again at Oberwend         │    Ferry runs again at Oberwend                   │  Groups                  1
        |▌ 2021-05-09 · Wend Courier            │    2021-05-09 · Wend Courier · Ida Falk ·         │▌ Wend River Guard        2
        :. .......... . .... .......            .    .......... . .... ....... . ... .... .         .. gggg ggggg ggggg        .
        |  Mill at Lower Wend closes            │    OBERWEND                                       │
        |  2021-05-03 · Tarn Post               │                                                   │  Places                  2
        |  River Guard drills with Millers’ Un… │    The Wend River Guard opened the crossing at    │  Lower Wend              1
        :  ..... ..... ...... .... ........ ... .    ... gggg ggggg ggggg ...... ... ........ ..    .  pppppppppp              .
        |  2020-11-20 · Wend Courier            │    Oberwend on Monday, two weeks after the        │  Oberwend                1
        :  .......... . .... .......            .    pppppppp .. ....... ... ..... ..... ...        .  pppppppp                .
        |  A quiet winter on the Tarn           │    flood.                                         │
        |  wend/a16c1240e0fede5b.txt            │                                                   │  People                  1
        |                                       │  ▎ “The water has gone down, and the ropes are    │  Mira Holt               1
        :                                       .  q .qqq qqqqq qqq qqqq qqqqq qqq qqq qqqqq qqq    .  nnnn nnnn               .
        |                                       │  ▎ new,” said Mira Holt, who leads the Guard.     │
        :                                       .  q qqqq. .... nnnn nnnn. ... ..... ... ggggg.     .
        |                                       │                                                   │
        |                                       │    The ferry to Lower Wend runs every hour until  │
        :                                       .    ... ..... .. pppppppppp .... ..... .... .....  .
        |                                       │    dusk.                                          │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                       │                                                   │
        |                                              enter read   / filter   Q quotes   t timeline   m map   tab pane   ? help
        "#,
    );
}

#[test]
fn at_80_columns_list_and_names_stand_left_of_the_reader() {
    let mut screen = screen(80, 24);
    screen.press("<enter>]");
    screen.shows(
        r#"
        | dateline  wend                                                      4 articles
        |─ Articles ───────────── 1/4 ─┬─ Reader ────────────────────────────────────────
        |▌ Ferry runs again at Oberwe… │   Ferry runs again at Oberwend
        |▌ 2021-05-09 · Wend Courier   │   2021-05-09 · Wend Courier · Ida Falk ·
        |  Mill at Lower Wend closes   │   OBERWEND
        |  2021-05-03 · Tarn Post      │
        |  River Guard drills with Mi… │   The Wend River Guard opened the crossing at
        :  ..... ..... ...... .... ... .   ... ssssssssssssssss ...... ... ........ ..
        |  2020-11-20 · Wend Courier   │   Oberwend on Monday, two weeks after the
        :  .......... . .... .......   .   pppppppp .. ....... ... ..... ..... ...
        |  A quiet winter on the Tarn  │   flood.
        |  wend/a16c1240e0fede5b.txt   │
        |                              │ ▎ “The water has gone down, and the ropes are
        :                              . q .qqq qqqqq qqq qqqq qqqqq qqq qqq qqqqq qqq
        |                              │ ▎ new,” said Mira Holt, who leads the Guard.
        :                              . q qqqq. .... nnnn nnnn. ... ..... ... ggggg.
        |                              │
        |─ In this article ──────── 4 ─┤   The ferry to Lower Wend runs every hour until
        :. .. .... ....... ........ . ..   ... ..... .. pppppppppp .... ..... .... .....
        |  Groups                    1 │   dusk.
        |▌ Wend River Guard          2 │
        :. gggg ggggg ggggg          . .
        |                              │
        |  Places                    2 │
        |  Lower Wend                1 │
        :  pppppppppp                . .
        |  Oberwend                  1 │
        :  pppppppp                  . .
        |                              │
        |  People                    1 │
        |  Mira Holt                 1 │
        :  nnnn nnnn                 . .
        | Wend River Guard (group) · mention 1 of 5         ] name   esc let go   ? help
        "#,
    );
}

#[test]
fn at_60_columns_the_list_stands_over_the_reader_and_gives_way_to_the_names() {
    let mut screen = screen(60, 20);
    screen.shows(
        r#"
        | dateline  wend                                  4 articles
        |─ Articles ─────────────────────────────────────────── 1/4 ─
        |▌ 2021-05-09  Ferry runs again at Oberwend
        |  2021-05-03  Mill at Lower Wend closes
        |  2020-11-20  River Guard drills with Millers’ Union
        |              A quiet winter on the Tarn
        |
        |
        |─ Reader ───────────────────────────────────────────────────
        |    Ferry runs again at Oberwend
        |    2021-05-09 · Wend Courier · Ida Falk · OBERWEND
        |
        |    The Wend River Guard opened the crossing at Oberwend
        :    ... gggg ggggg ggggg ...... ... ........ .. pppppppp
        |    on Monday, two weeks after the flood.
        |
        |  ▎ “The water has gone down, and the ropes are new,” said
        :  q .qqq qqqqq qqq qqqq qqqqq qqq qqq qqqqq qqq qqqq. ....
        |    Mira Holt, who leads the Guard.
        :    nnnn nnnn. ... ..... ... ggggg.
        |
        |    The ferry to Lower Wend runs every hour until dusk.
        :    ... ..... .. pppppppppp .... ..... .... ..... .....
        |       enter read   / filter   Q quotes   tab pane   ? help
        "#,
    );
    screen.press("<tab><tab>");
    screen.has_block(
        1,
        r#"
        |─ In this article ────────────────────────────────────── 4 ─
        |  Groups                                                  1
        |▌ Wend River Guard                                        2
        :. gggg ggggg ggggg                                        .
        |
        |  Places                                                  2
        |  Lower Wend                                              1
        :  pppppppppp                                              .
        |  Oberwend                                                1
        :  pppppppp                                                .
        "#,
    );
}

#[test]
fn a_tiny_terminal_is_told_calmly() {
    screen(20, 5).shows(
        r#"
        |
        |
        |  needs 24×6 cells
        |
        |
        "#,
    );
}

#[test]
fn a_low_terminal_shows_the_focused_pane_alone() {
    let mut screen = screen(40, 8);
    screen.has("Articles");
    screen.has_not("Reader");
    screen.press("<enter>");
    screen.has("Reader");
    screen.has_not("Articles");
    screen.press("<tab>");
    screen.has("In this article");
}

#[test]
fn resizing_keeps_the_article_and_the_place() {
    let long: String = (0..200).map(|number| format!("Marker {number} stands here, and some words follow it. ")).collect();
    let mut articles = wend();
    articles.push(article("|||", "A long one", &long));
    let mut screen = Screen::of(articles, 120, 30);
    screen.press("G<enter><ctrl-d><ctrl-d>");
    let top = screen.rows()[2].split('│').nth(1).expect("a reader").trim().to_string();
    let marker = top.split("Marker ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a marker").to_string();
    screen.resize(60, 20);
    screen.has(&format!("Marker {marker} "));
    screen.resize(20, 5);
    screen.resize(200, 60);
    screen.resize(120, 30);
    assert_eq!(screen.rows()[2].split('│').nth(1).expect("a reader").trim(), top);
    screen.has("5/5");
}

#[test]
fn wide_and_combining_text_stays_aligned() {
    let wide = article("2021-01-01|新聞社||", "渡し船が再開した", "{p:上ヴェント}で e\u{301}cole の前。{n:Zoe\u{308} Ray} came.");
    let screen = Screen::of(vec![wide], 120, 12);
    let borders: Vec<_> = (2..11).map(|y| (0..120).filter(|x| screen.buffer()[(*x, y)].symbol() == "│").collect::<Vec<u16>>()).collect();
    assert!(borders.iter().all(|row| *row == borders[0] && row.len() == 2), "{borders:?}");
    assert_eq!(screen.look_of("上ヴェント"), "ppppp");
    assert_eq!(screen.look_of("Zoe\u{308} Ray came"), "nnn nnn ....");
}

/// The terminal has shrunk, and the message of it is still on its way.
#[test]
fn a_frame_for_a_screen_that_has_shrunk_is_left_empty() {
    let mut screen = screen(120, 30);
    screen.shrink(60, 12);
    assert!(screen.rows().iter().all(String::is_empty));
    screen.resize(60, 12);
    screen.has("Articles");
}
