//! Saved views.

use dateline::saved::{SavedView, views};
use dateline::store::Order;

#[test]
fn views_are_replaced_where_they_stand() {
    let text = "# Mine.\n[[view]]\nname = \"river\"\nquery = \"p:wend\"\n\n[[view]] # and this\nname = \"speech\"\nshows = \"quotes\"\n";
    let view = |name: &str, query: &str, sort, shows: Option<&str>| SavedView {
        name: name.into(),
        query: query.into(),
        sort,
        shows: shows.map(String::from),
    };
    let speech = view("speech", "", None, Some("quotes"));
    assert_eq!(views::read(text), (vec![view("river", "p:wend", None, None), speech.clone()], vec![]));
    let newer = view("river", "p:\"tarn\"", Some(Order::Newest), Some("map"));
    let replaced = views::append(text, &newer);
    assert_eq!(replaced, text.replace("query = \"p:wend\"\n", "query = \"p:\\\"tarn\\\"\"\nsort = \"newest\"\nshows = \"map\"\n"));
    assert_eq!(views::read(&replaced), (vec![newer, speech.clone()], vec![]));
    assert_eq!(views::remove(&replaced, "river"), Some(text.replace("[[view]]\nname = \"river\"\nquery = \"p:wend\"\n\n", "\n")));
    assert_eq!(views::remove(text, "mill"), None);
}

#[test]
fn wrong_views_are_told() {
    let text = "[[view]]\nquery = \"a\"\n[[view]]\nname = \"a\"\nsort = \"best\"\n[[view]]\nname = \"b\"\nquery = 1\n[[view]]\nname = \"c\"\n[[view]]\nname = \"c\"\n";
    let (read, problems) = views::read(text);
    assert_eq!(read, [SavedView { name: "c".into(), ..SavedView::default() }]);
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "line 1, column 1: `name` is wanted",
            "line 5, column 8: `best` is none of rank, newest, oldest, title, source, corpus",
            "line 8, column 9: `query` wants words in quotation marks",
            "line 11, column 1: another view above is called `c`",
        ]
    );
}

#[test]
fn an_order_is_called_in_files_what_serde_calls_it() {
    for order in Order::ALL {
        assert_eq!(serde_json::to_value(order).expect("a word"), order.word());
    }
}
