//! Why a name is marked.

use crate::support::screen;

#[test]
fn a_mark_tells_what_made_it_and_how_to_change_it() {
    let mut screen = screen(100, 20);
    screen.press("<tab>]w");
    screen.has_block(
        5,
        r#"
        |  2021-05-03╭ Why is this marked? ─────────────────────────────────────────────────────╮berwend on
        |  River Guar│  “Wend River Guard”  Wend River Guard  group                             │
        |  2020-11-20│                                                                          │
        |  A quiet wi│  marked by      a name of the gazetteer                                  │ew,” said
        |  wend/a16c1│  certainty      94 of 100 such marks are right                           │
        |─ In this ar│                                                                          │
        |  Groups    │  change it      E m merge  E r rename  E k change kind                   │ dusk.
        |▌ Wend River│                 E s split alias  E x reject                              │
        |            │                 or write a line in names.toml                            │
        |  Places    ╰──────────────────────────────────────────────────────────────────────────╯
        |  Lower Wend                        1 │
        "#,
    );
    screen.press("<esc>Exw");
    screen.has("no name, as you said");
    screen.has("corrected      Wend River Guard is no name");
}
