//! Names corrected by hand.

use crate::support::screen;
use dateline::app::{Keep, Msg};
use dateline::model::{Change, Correction, Kind};

#[test]
fn two_names_are_merged_undone_and_done_again() {
    let mut screen = screen(120, 30);
    screen.press("jj<tab><tab>");
    screen.has("▌ Millers’ Union");
    screen.press("E");
    screen.has("m merge");
    screen.press("m");
    screen.has("╭ Millers’ Union is the same as ─");
    screen.press("river");
    screen.has("group 3           Wend River Guard");
    screen.press("<enter>");
    screen.has("Millers’ Union is the same as Wend River Guard · u undoes it");
    screen.has_not("│▌ Millers’ Union");
    screen.has("Wend River Guard        2");
    let merged =
        Correction { kind: Kind::Group, name: "Millers’ Union".into(), change: Change::SameAs(Kind::Group, "Wend River Guard".into()) };
    assert_eq!(screen.kept(), [Keep::Correction(merged.clone())]);
    screen.press("u");
    screen.has("undone: Millers’ Union is the same as Wend River Guard");
    screen.has("Millers’ Union          1");
    assert_eq!(screen.kept(), [Keep::NoCorrection(merged.clone())]);
    screen.press("<ctrl-r>");
    screen.has("Wend River Guard        2");
    assert_eq!(screen.kept(), [Keep::Correction(merged)]);
}

#[test]
fn a_name_is_called_otherwise_and_found_under_both() {
    let mut screen = screen(120, 30);
    screen.press("<tab><tab>jjEr");
    screen.has("called: Oberwend");
    screen.press("<ctrl-u>Upper Wend<enter>");
    screen.has("Upper Wend              1");
    screen.press("/place:oberwend<enter>");
    screen.has("2 of 4 articles");
}

#[test]
fn another_kind_changes_how_it_is_marked_and_no_name_is_marked_no_more() {
    let mut screen = screen(120, 30);
    screen.press("<tab><tab>Ekpl<enter>");
    assert_eq!(screen.look_of("Wend River Guard opened"), "pppppppppppppppp ......");
    screen.press("uEx");
    assert_eq!(screen.look_of("Wend River Guard opened"), ".... ..... ..... ......");
}

#[test]
fn an_alias_is_split_off_from_the_page_of_the_name() {
    let mut screen = screen(120, 30);
    screen.press("<tab><tab>eEs");
    screen.has("╭ Not Wend River Guard ─");
    screen.press("<enter>");
    screen.has("Guard is not Wend River Guard");
    screen.has("2 mentions · 2 articles");
}

#[test]
fn corrections_made_elsewhere_hold_at_once() {
    let mut screen = screen(120, 30);
    let change = Change::Called("River Watch".into());
    screen.send(Msg::Corrections(vec![Correction { kind: Kind::Group, name: "Wend River Guard".into(), change }]));
    screen.has("River Watch             2");
    screen.send(Msg::Corrections(Vec::new()));
    screen.has("Wend River Guard        2");
}

#[test]
fn a_correction_is_taken_back_whenever_it_was_made() {
    let mut screen = screen(120, 30);
    let change = Change::Called("River Watch".into());
    screen.send(Msg::Corrections(vec![Correction { kind: Kind::Group, name: "Wend River Guard".into(), change }]));
    screen.press("El");
    screen.has("group             Wend River Guard is called River Watch");
    screen.press("<enter>");
    screen.has("no longer: Wend River Guard is called River Watch");
    screen.has("Wend River Guard        2");
    screen.press("u");
    screen.has("River Watch             2");
}
