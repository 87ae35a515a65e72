//! What a reader leaves on articles: stars, read marks, tags, notes, watched words, saved views.

use crate::support::screen;
use dateline::app::Keep;
use dateline::model::Marks;
use dateline::saved::SavedView;

/// What the marks of the articles changed to, in the order they were kept.
fn changed(kept: Vec<Keep>) -> Vec<Marks> {
    let changes = kept.into_iter().flat_map(|keep| if let Keep::Marks(changes) = keep { changes } else { Vec::new() });
    changes.map(|changed| changed.after).collect()
}

#[test]
fn an_article_is_starred_and_the_star_undone() {
    let mut screen = screen(120, 30);
    screen.press("j ");
    screen.has("▌ ★ Mill at Lower Wend closes");
    assert_eq!(changed(screen.kept()), [Marks { starred: true, ..Marks::default() }]);
    screen.press("/is:starred<enter>");
    screen.has("1 of 4 articles");
    screen.press("uu");
    screen.has_not("★");
    assert_eq!(changed(screen.kept()), [Marks::default()]);
}

#[test]
fn what_is_opened_has_been_read() {
    let mut screen = screen(120, 30);
    screen.press("<enter>");
    assert_eq!(changed(screen.kept()), [Marks { read: true, ..Marks::default() }]);
    screen.press("<esc>/is:unread<enter>");
    screen.has("3 of 4 articles");
    // It stays under the cursor while it is read, and is gone only when the list is made anew.
    screen.press("<enter>");
    screen.has("3 of 4 articles");
}

#[test]
fn all_that_is_listed_is_tagged_at_once() {
    let mut screen = screen(120, 30);
    screen.press("/wend river<enter>*");
    screen.has("space star all");
    screen.press("T");
    screen.has("tag all that is listed:");
    screen.press("flood<enter>");
    screen.has("2 articles: tagged #flood");
    screen.has("2021-05-09 · Wend Courier · #flood");
    assert_eq!(changed(screen.kept()).len(), 2);
    screen.press("<esc>/tag:flood<enter>");
    screen.has("2 of 4 articles");
    screen.press("<esc>Tflood<enter>");
    screen.has("no longer tagged #flood");
}

#[test]
fn a_note_stands_under_its_sentence() {
    let mut screen = screen(120, 30);
    screen.press("]A");
    screen.has("note:");
    screen.press("Ask the guard<enter>");
    screen.has_block(
        9,
        r#"
        |  wend/a16c1240e0fede5b.txt            │    ✎ Ask the guard                                │  People                  1
        "#,
    );
    screen.has("2021-05-09 · Wend Courier · ✎");
    // The same sentence has the same note: it can be changed, and taken away.
    screen.press("]A<ctrl-u><enter>");
    screen.has_not("✎");
}

#[test]
fn words_are_found_in_the_article_while_they_are_typed() {
    let mut screen = screen(120, 30);
    screen.press("<enter>fthe");
    screen.has("find: the");
    assert_eq!(screen.look_of("The Wend River"), "sss gggg ggggg");
    screen.press("<enter>");
    screen.has("hit 1 of 7");
    screen.press("nn");
    screen.has("hit 3 of 7");
    screen.press("N");
    screen.has("hit 2 of 7");
    screen.press("f<ctrl-u>xyz<enter>");
    screen.has("not in this article");
}

#[test]
fn watched_words_are_lit_in_every_article() {
    let mut screen = screen(120, 30);
    screen.press("Wferry<enter>");
    screen.has("watching for ferry");
    assert_eq!(screen.kept(), [Keep::Watch("ferry".to_string(), true)]);
    assert_eq!(screen.look_of("ferry to"), "wwwww ..");
    screen.press("Wferry<enter>");
    assert_eq!(screen.kept(), [Keep::Watch("ferry".to_string(), false)]);
    assert_eq!(screen.look_of("ferry to"), "..... ..");
}

#[test]
fn a_view_is_saved_under_a_name_and_shown_again() {
    let mut screen = screen(120, 30);
    screen.press("/said:holt<enter>sQBwhat holt says<enter>");
    screen.has("view what holt says saved");
    let [Keep::View(SavedView { name, query, shows, .. })] = &screen.kept()[..] else { panic!("a view is kept") };
    assert_eq!((name.as_str(), query.as_str(), shows.as_deref()), ("what holt says", "said:holt", Some("quotes")));
    screen.press("<esc><esc>");
    screen.has("4 articles");
    screen.press("bholt<enter>");
    screen.has("1 of 4 articles");
    screen.has("─ Articles › Quotes ─");
    screen.press("<ctrl-b><enter>");
    assert_eq!(screen.kept(), [Keep::NoView("what holt says".to_string())]);
}

#[test]
fn the_sentences_that_name_something_are_an_outline() {
    let mut screen = screen(120, 30);
    screen.press("<tab><tab>O");
    screen.has("╭ Wend River Guard in this article ─");
    screen.has("1                 The Wend River Guard opened the crossing at");
    screen.press("<down><enter>");
    assert_eq!(screen.look_of("Guard."), "sssss.");
}
