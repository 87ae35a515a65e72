//! Places on the map.

use crate::support::{Screen, article, located_screen};
use dateline::app::{Focus, Layout, Projection, Size, Widths};
use dateline::extract::Gazetteer;
use dateline::model::Article;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, proptest};

#[test]
fn places_stand_on_the_map_and_beside_it_and_those_without_coordinates_are_told() {
    let mut screen = located_screen(96, 16);
    screen.press("m");
    screen.shows(
        r#"
        | dateline  wend                                                                      4 articles
        |─ Articles › Map ───────────────────────────────────────────────────────────────────────────────
        |      0°    ⡇       ⢠⠃                10°E                           │  On the map            2
        |      ⠈    ⡸       ⢠⠃                 ⠈                              │▌ Lower Wend            2
        |      ⠈  ⠐⡍       ⢠⠃                  ⠈                              │  Oberwend              2
        |      ⠈   ⠘⡄  ⣀⡠⠔⠊⠁                   ⠈                              │
        |   ⢀⣀⣀⣈⣀⣀⠤⠤⠚⠊⠉                        ⠈                              │  Not on the map        1
        |⠒⠊⠉⠁  ⠈ ⠈⢆                         ◉ Oberwend                        │  Tarnholm              1
        |50°N⡀ ⡈ ⡀ ⡑ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀◉ Lower Wend ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀│
        |⠑⢄⡀   ⠈                               ⠈                              │
        |  ⢈⠆  ⠈                               ⠈                              │
        |  ⡜   ⠈                               ⠈                              │
        |⠉⠚    ⠈                               ⠈                              │
        |      ⠈                               ⠈                              │
        | Lower Wend · village · 2 mentions in 2 article…  ├─────────┤ 200 km │
        |  enter filter by it   e its page   + nearer   - farther   0 fit   tab list   esc back   ? help
        "#,
    );
}

#[test]
fn the_cursor_marks_its_place_enter_filters_by_it_and_e_opens_its_page() {
    let mut screen = located_screen(140, 20);
    screen.press("mj");
    screen.has("Oberwend · town · 2 mentions in 2 articles · 50.6°N 9.1°E");
    assert_eq!(screen.look_of("◉ Oberwend"), "s ssssssss");
    screen.press("<enter>");
    screen.has("2 of 4 articles");
    screen.has("filtered: place:\"Oberwend\" · u undoes it");
    screen.press("u");
    screen.has_not("2 of 4");
    screen.press("G");
    screen.has("Tarnholm · place · 1 mention in 1 article · not on the map");
    screen.press("e");
    screen.has("Articles › Map › Tarnholm");
    screen.press("<esc><esc>");
    screen.has("─ Articles ─");
}

#[test]
fn a_place_out_of_sight_is_counted_and_gone_to() {
    let mut screen = located_screen(110, 20);
    screen.press("m<alt-h><alt-h><alt-h><alt-h>");
    screen.has("2 outside");
    screen.press("j");
    screen.has("◉ Oberwend");
    screen.press("0");
    screen.has_not("outside");
}

#[test]
fn zooming_in_and_out_and_going_there_and_back_is_where_one_was() {
    let mut screen = located_screen(120, 30);
    screen.press("m");
    let before = screen.rows();
    screen.press("+++");
    assert_ne!(screen.rows(), before);
    screen.press("---");
    assert_eq!(screen.rows(), before);
    screen.press("-<alt-k>");
    assert_ne!(screen.rows(), before);
    screen.press("0");
    assert_eq!(screen.rows(), before);
}

#[test]
fn on_a_small_screen_tab_changes_between_map_and_list() {
    let mut screen = located_screen(60, 12);
    screen.press("m");
    screen.has("◉ Lower Wend");
    screen.has_not("On the map");
    screen.press("<tab>");
    screen.has("On the map");
    screen.press("<tab>");
    screen.has_not("On the map");
    screen.resize(60, 30);
    screen.has("On the map");
    screen.has("◉ Lower Wend");
}

#[test]
fn a_click_on_a_mark_goes_to_its_place() {
    use crossterm::event::{MouseButton, MouseEventKind};
    let mut screen = located_screen(110, 20);
    screen.press("m");
    let rows = screen.rows();
    let y = rows.iter().position(|row| row.contains("◉ Oberwend")).expect("drawn");
    let x = rows[y].chars().position(|c| c == '◉').expect("a mark");
    screen.mouse(MouseEventKind::Down(MouseButton::Left), x as u16, y as u16);
    screen.has("Oberwend · town");
}

#[test]
fn the_cities_of_a_region_lie_as_they_do() {
    let gazetteer = Gazetteer::builtin();
    let at = |name: &str| gazetteer.entries().find(|(_, entry)| entry.name == name).and_then(|(_, entry)| entry.coordinates).expect(name);
    let places: Vec<_> = ["Qamishli", "Raqqa", "Mosul"].into_iter().map(|name| (at(name), 1)).collect();
    let (room, map) = ((90, 30), Projection::fitting(&places, (90, 30)));
    let cells: Vec<_> = places.iter().map(|(at, _)| map.cell(*at, room).expect("inside")).collect();
    let [qamishli, raqqa, mosul] = cells[..] else { panic!("three") };
    assert!(raqqa.0 < qamishli.0 && qamishli.0 < mosul.0 && qamishli.1 < mosul.1 && mosul.1 < raqqa.1, "{cells:?}");
}

/// A gazetteer of invented towns, and an article that names each as often as is wanted.
fn towns(places: &[(f32, f32, usize)]) -> (String, Vec<Article>) {
    let line = |(number, (latitude, longitude, _)): (usize, &(f32, f32, usize))| {
        format!("place/town\tWend{number}\t-\t{latitude:.2},{longitude:.2}\t2\n")
    };
    let told = |(number, (.., mentions)): (usize, &(f32, f32, usize))| format!("{{p:Wend{number}}} ").repeat(*mentions);
    let body: String = places.iter().enumerate().map(told).collect();
    (places.iter().enumerate().map(line).collect(), vec![article("2021-05-09|||", "Towns", &body)])
}

/// Keys, and what they do to the map: steps of the zoom, fifths of the width to the east and of the height to the south.
const MOVES: [(&str, i32, f64, f64); 6] = [
    ("+", 1, 0.0, 0.0),
    ("-", -1, 0.0, 0.0),
    ("<alt-h>", 0, -0.2, 0.0),
    ("<shift-right>", 0, 0.2, 0.0),
    ("<alt-k>", 0, 0.0, -0.2),
    ("<shift-down>", 0, 0.0, 0.2),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_place_inside_is_marked_in_its_cell(
        places in proptest::collection::vec((-70f32..75.0, -179f32..179.0, 1usize..6), 1..12),
        moves in proptest::collection::vec(0..MOVES.len(), 0..8),
        (width, height) in (30u16..140, 10u16..45).prop_map(|size| size),
    ) {
        let (gazetteer, articles) = towns(&places);
        let mut screen = Screen::knowing(&gazetteer, articles, width, height);
        screen.press("m");
        let rooms = Layout::of(Size { width, height }, Focus::List, Widths::default()).expect("large enough").view().map(false);
        let room = (rooms.map.width, rooms.map.height);
        let mut known = Gazetteer::default();
        known.add("places.tsv", &gazetteer);
        let mut weighted: Vec<_> = known.entries().zip(&places).map(|((id, entry), place)| (place.2, id, entry)).collect();
        weighted.sort_by(|one, other| other.0.cmp(&one.0).then(one.2.name.cmp(&other.2.name)));
        let weighted: Vec<_> = weighted.iter().map(|(mentions, _, entry)| (entry.coordinates.expect("given"), *mentions as u32)).collect();
        let mut map = Projection::fitting(&weighted, room);
        for number in moves {
            let (key, zoom, east, south) = MOVES[number];
            screen.press(key);
            let cursor = weighted[0].0;
            map = if map.cell(cursor, room).is_some() { map.zoomed_around(zoom, cursor) } else { map.zoomed(zoom) };
            map = map.moved(east * f64::from(room.0), south * f64::from(room.1));
        }
        for (at, _) in weighted {
            if let Some((x, y)) = map.cell(at, room) {
                let symbol = screen.buffer()[(rooms.map.x + x, rooms.map.y + y)].symbol();
                prop_assert!("·•●◉".contains(symbol), "{symbol:?} at {x} {y}\n{}", screen.rows().join("\n"));
            }
        }
    }
}
