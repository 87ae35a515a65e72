//! What a page turns into, and what is marked in it. All people, places and groups here are invented.

use dateline::extract::{Extractor, Gazetteer, PageShape};
use dateline::model::{Annotations, Kind, Rule, Zone};
use proptest::prelude::{ProptestConfig, prop, proptest};
use std::sync::{Arc, LazyLock};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new(gazetteer()));

fn gazetteer() -> Arc<Gazetteer> {
    let mut gazetteer = Gazetteer::builtin();
    let problems = gazetteer.add(
        "test",
        "place/town\tOberwend\tOber Wend\t50.1,8.2\t3\nplace/town\tWendmouth\t-\t-\t3\ngroup/armed\tWend River Guard\tWRG\t-\t3\n\
         group/media\tWend News\t-\t-\t3\nplace/facility\tLorn oil field\t-\t-\t2\n",
    );
    assert_eq!(problems, []);
    Arc::new(gazetteer)
}

fn shape(page: &str) -> PageShape {
    EXTRACTOR.shape(None, page)
}

fn cut(shape: &PageShape) -> Vec<(Zone, &str)> {
    shape.cut.iter().map(|cut| (cut.zone, &*cut.text)).collect()
}

/// `kind text` or `kind text = name`, for each mention of a body.
fn marks(body: &str) -> Vec<String> {
    marked(&EXTRACTOR, body)
}

fn marked(extractor: &Extractor, body: &str) -> Vec<String> {
    let Annotations { names, mentions, .. } = extractor.annotate(body, 0);
    let mark = |mention: &dateline::model::Mention| {
        let (name, text) = (&names[mention.name.0 as usize], mention.span.of(body));
        let same = if *name.name == *text { String::new() } else { format!(" = {}", name.name) };
        format!("{} {text}{same}", name.kind.word())
    };
    mentions.iter().map(mark).collect()
}

#[test]
fn a_headline_said_twice_a_tag_and_a_caption_are_cut_and_kept() {
    let page = shape("Video: Bridge opens\n\nBridge opens\n\nThe old bridge at dawn. File photo\n\nThe mayor opened the bridge on Monday.");
    assert_eq!((page.title.as_deref(), page.body.as_str()), (Some("Bridge opens"), "The mayor opened the bridge on Monday."));
    let kept = [(Zone::Tag, "Video"), (Zone::Headline, "Bridge opens"), (Zone::Caption, "The old bridge at dawn. File photo")];
    assert_eq!(cut(&page), kept);
}

#[test]
fn a_headline_with_a_date_in_it_stays_the_headline() {
    for title in [
        "Mayor to open bridge on June 4, 2017",
        "Bridge Opens June 4, 2017",
        "Bridge opens June 4, 2017",
        "5 men held on June 4, 2017",
        "Timeline: the war in Wend, 15 March 2011",
    ] {
        let page = shape(&format!("{title}\n\nThe mayor opened the old bridge on Monday, and many came to see it."));
        assert_eq!(page.title.as_deref(), Some(title));
    }
    let page = shape("June 4, 2017\n\nWend News\n\nBridge opens\n\nThe mayor opened the old bridge on Monday, and many came to see it.");
    assert_eq!((page.published.map(|date| date.to_string()).as_deref(), page.source.as_deref()), (Some("2017-06-04"), Some("Wend News")));
}

#[test]
fn a_lead_said_twice_is_a_deck() {
    let page = shape("Bridge opens\n\nThe mayor opened it.\n\nOBERWEND (Wend News) – The mayor opened it. Rain fell.");
    assert_eq!(
        (page.body.as_str(), cut(&page)),
        ("OBERWEND (Wend News) – The mayor opened it. Rain fell.", vec![(Zone::Deck, "The mayor opened it.")])
    );
    assert_eq!((page.dateline.as_deref(), page.source.as_deref()), (Some("OBERWEND"), Some("Wend News")));
}

#[test]
fn date_and_source_before_the_first_sentence() {
    let page = shape("Bridge opens\n\nJune 4, 2017 – Wend News – The mayor opened it on Monday.");
    assert_eq!(page.published.map(|date| date.to_string()).as_deref(), Some("2017-06-04"));
    assert_eq!((page.source.as_deref(), page.body.as_str()), (Some("Wend News"), "The mayor opened it on Monday."));
}

#[test]
fn no_date_is_made_up() {
    assert_eq!(shape("Bridge opens\n\nThe mayor opened it on Monday, June 5. In 2017-06-04 papers it says so.").published, None);
}

#[test]
fn who_wrote_and_who_helped() {
    let page = shape(
        "Bridge opens\n\nBy Ada Ost\n\nThe mayor opened it.\n\nEditing by Bo Lund\n\n(Additional reporting by Wend News correspondent Cy Dahl)",
    );
    assert_eq!(page.byline, ["Ada Ost", "Bo Lund (editing)", "Cy Dahl (additional reporting)"]);
    assert_eq!(page.body, "The mayor opened it.");
}

#[test]
fn what_the_page_wrapped_around_it_is_cut_and_kept() {
    let furniture = ["Related Items", "Ten bridges you must see", "Leave a Reply", "Your email address will not be published", "4 + 12 ="];
    let page = shape(&format!("Bridge opens\n\nThe mayor opened it.\n\nFollow us on Facebook\n\n{}\n", furniture.join("\n\n")));
    assert_eq!(page.body, "The mayor opened it.");
    let kept: Vec<&str> = page.cut.iter().map(|cut| &*cut.text).collect();
    assert_eq!(kept, [&["Follow us on Facebook"], &furniture[..]].concat());
}

#[test]
fn a_page_of_one_line_has_no_title() {
    let page = shape("The mayor opened the bridge.");
    assert_eq!((page.title, page.body.as_str()), (None, "The mayor opened the bridge."));
}

#[test]
fn an_acronym_is_bound_in_its_article_whatever_its_letters() {
    let body = "The Society of Bridge Keepers (TVK) met. A TVK spokesman spoke; tvk is no name.";
    assert_eq!(
        marks(body),
        ["group Society of Bridge Keepers", "group TVK = Society of Bridge Keepers", "group TVK = Society of Bridge Keepers"]
    );
}

#[test]
fn titles_given_names_and_surnames() {
    let body = "Colonel Orrin Vask met Adele Brandt. Later Col. Vask said Brandt had left. Then spokesman Tolv Ek spoke.";
    let marked = ["person Orrin Vask", "person Adele Brandt", "person Vask = Orrin Vask", "person Brandt = Adele Brandt", "person Tolv Ek"];
    assert_eq!(marks(body), marked);
}

#[test]
fn a_person_beside_a_person_and_a_role_behind_a_comma() {
    assert_eq!(marks("They sent Adele Brandt and Tolv Ek, both engineers."), ["person Adele Brandt", "person Tolv Ek"]);
    assert_eq!(marks("It was built by Tolv Ek, a leading member of the town."), ["person Tolv Ek"]);
}

#[test]
fn a_person_named_like_a_town_is_a_person() {
    assert_eq!(marks("He met Hassan Oberwend in Oberwend."), ["person Hassan Oberwend", "place Oberwend"]);
}

#[test]
fn groups_by_their_head_words() {
    let marked = ["group Northern Lorn Brigade", "group Ministry of Bridges", "group Liwa al-Ferin"];
    assert_eq!(marks("The Northern Lorn Brigade, the Ministry of Bridges and Liwa al-Ferin agreed."), marked);
}

#[test]
fn a_leading_nationality_stays_outside_unless_it_belongs() {
    let rules = Extractor::without_tagger(gazetteer());
    assert_eq!(
        marked(&rules, "The Kurdish Lorn Protection Units met the Danish Bridge Ministry."),
        ["group Lorn Protection Units", "group Danish Bridge Ministry"]
    );
}

#[test]
fn places_by_words_beside_them() {
    assert_eq!(marks("They took the villages of Tarn, al-Ferin and Lorn."), ["place Tarn", "place al-Ferin", "place Lorn"]);
    assert_eq!(marks("The Tarn and al-Ferin villages fell."), ["place Tarn", "place al-Ferin"]);
    assert_eq!(marks("It lies in al-Ferin district near Tarn."), ["place al-Ferin", "place Tarn"]);
    assert_eq!(marks("The Lorn Dam and Wadi al-Ferin are dry."), ["place Lorn Dam", "place Wadi al-Ferin"]);
    assert_eq!(marks("The road is the Tarn-Lorn highway now."), ["place Tarn-Lorn highway"]);
    assert_eq!(marks("They closed Interstate 10 on Monday."), ["place Interstate 10"]);
}

#[test]
fn a_name_and_its_type_word_are_the_facility() {
    assert_eq!(marks("They seized the Lorn and Tarn oil fields."), ["place Lorn = Lorn oil field", "place Tarn"]);
}

#[test]
fn a_short_name_has_the_kind_of_the_full_one() {
    let body = "Reg Pouncey of Corvane Leisure Ltd swam. Pouncey thanked Corvane Leisure.";
    let kinds =
        ["person Reg Pouncey", "group Corvane Leisure Ltd", "person Pouncey = Reg Pouncey", "group Corvane Leisure = Corvane Leisure Ltd"];
    assert_eq!(marks(body), kinds);
}

#[test]
fn what_only_modifies_is_no_mention() {
    assert_eq!(marks("The US-backed, anti-WRG and Oberwend-based men left the pro-WRG camp."), Vec::<String>::new());
    assert_eq!(marks("The Iraq-Syria border"), ["place Iraq", "place Syria"]);
}

#[test]
fn peoples_months_and_common_words_are_no_mentions() {
    assert_eq!(
        marks("On Monday the Kurdish and Iraqi sides met. However, Kurds left in June. It is what it is, they told us."),
        Vec::<String>::new()
    );
}

#[test]
fn a_country_in_brackets_is_no_short_form() {
    assert_eq!(marks("1. Gail Deverson (U.S.) 10.95"), ["person Gail Deverson", "place U.S. = United States"]);
}

#[test]
fn an_agency_behind_a_town_is_not_the_towns_short_form() {
    let body = "NEW YORK (AP) — Stocks fell on Monday. The AP was told by Adele Brandt that they would rise.";
    assert_eq!(marks(body)[..2], ["place NEW YORK = New York", "group AP = Associated Press"]);
    assert_eq!(marks(body)[2], "group AP = Associated Press");
}

#[test]
fn is_and_is() {
    let body = "Islamic State (IS) is weak. Is IS weak? It is.";
    assert_eq!(marks(body), ["group Islamic State", "group IS = Islamic State", "group IS = Islamic State"]);
}

#[test]
fn names_are_found_across_odd_spaces_and_spellings() {
    assert_eq!(
        marks("They left Ober\u{a0}Wend for OBERWEND and lived in Deir Ezzor."),
        ["place Ober\u{a0}Wend = Oberwend", "place OBERWEND = Oberwend", "place Deir Ezzor = Deir ez-Zor"]
    );
}

#[test]
fn each_mark_knows_its_rule() {
    let body = "Colonel Orrin Vask of the Wend River Guard came. Vask left.";
    let rules = |extractor: &Extractor| extractor.annotate(body, 0).mentions.iter().map(|mention| mention.rule).collect::<Vec<_>>();
    assert_eq!(rules(&Extractor::without_tagger(gazetteer())), [Rule::Title, Rule::Gazetteer, Rule::BackReference]);
    assert_eq!(rules(&EXTRACTOR), [Rule::Title, Rule::Gazetteer, Rule::Learnt]);
}

#[test]
fn a_headline_may_begin_with_a_colon() {
    assert_eq!(EXTRACTOR.annotate(":\"Is it so?\nIt is.", 12).quotes.len(), 1);
}

#[test]
fn a_headline_is_marked_by_what_the_body_knows() {
    let text = "Vask Leaves Wend As Rain Falls\n\nColonel Orrin Vask left.";
    let found = EXTRACTOR.annotate(text, text.find("Colonel").expect("a body"));
    assert_eq!(found.mentions.iter().map(|mention| mention.span.of(text)).collect::<Vec<_>>(), ["Vask", "Orrin Vask"]);
}

#[test]
fn one_endless_line_is_read_in_one_go() {
    let body = "The Wend River Guard (WRG) told Wend News “we won” in Oberwend, Adele Brandt said. ".repeat(3000);
    assert!(EXTRACTOR.annotate(&body, 0).mentions.len() > 3000);
}

/// Each of these once took time that grew with the square of the text; now none of them is felt here.
#[test]
fn one_thing_over_and_over_is_read_in_one_go() {
    for piece in [
        "Alpha ",
        "Alpha, ",
        "‘a ",
        "s’ ‘",
        "Full Name (ABC) ",
        "“x,” he said. ",
        "“We go.”\n\n",
        "“a\n\n",
        "the senator said “x”. ",
        "Mr. Al Bo ",
        "a-",
        "(",
        ".",
        "\"",
    ] {
        let body = format!("villages of {}", piece.repeat(200_000 / piece.len()));
        check(&body, &EXTRACTOR.annotate(&body, 0));
    }
}

#[test]
fn a_kind_is_kept_by_every_mention_of_a_name() {
    let found = EXTRACTOR.annotate("The village of Tarn fell. Tarn burnt.", 0);
    assert_eq!(found.mentions.iter().map(|mention| found.name(mention.name).kind).collect::<Vec<_>>(), [Kind::Place, Kind::Place]);
}

fn check(text: &str, found: &Annotations) {
    let spans = found.mentions.iter().map(|mention| mention.span).chain(found.quotes.iter().map(|quote| quote.span));
    spans.for_each(|span| assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()), "{span:?}"));
    assert!(found.mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "sorted, not overlapping");
    assert!(found.quotes.is_sorted_by_key(|quote| quote.span.start));
    assert!(found.mentions.iter().all(|mention| (mention.name.0 as usize) < found.names.len()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_borne(text in "\\PC{0,80}(\n\\PC{0,80}){0,4}") {
        check(&text, &EXTRACTOR.annotate(&text, 0));
        let (whole, body) = shape(&text).text();
        check(&whole, &EXTRACTOR.annotate(&whole, body));
    }

    #[test]
    fn any_heap_of_news_words_is_borne(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        let text = words.join("");
        check(&text, &EXTRACTOR.annotate(&text, 0));
        let (whole, body) = shape(&text).text();
        check(&whole, &EXTRACTOR.annotate(&whole, body));
    }
}

const WORDS: &[&str] = &[
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ".",
    "\n",
    "\n\n",
    "-",
    "–",
    "(",
    ")",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "’s",
    "«",
    "»",
    "the ",
    "of ",
    "and ",
    "said",
    "told ",
    "he ",
    "Colonel ",
    "Col. ",
    "Adele ",
    "Brandt",
    "al-",
    "Oberwend",
    "WRG",
    "US",
    "IS",
    "Wend River Guard",
    "villages ",
    "district",
    "oil fields",
    "Iraqi ",
    "June 4, 2017 – ",
    "By ",
    "\u{a0}",
    "e\u{301}",
    "東京",
    "İ",
    "ß",
    "Leave a Reply\n",
    "OBERWEND (Wend News) – ",
    "asked ",
    "She asked ",
    "told ",
    "by ",
    "by the ",
    "with ",
    "letter ",
    "which ",
    "who ",
    "after ",
    "because ",
    "the minister ",
    "A spokesman for ",
    "a man ",
    "the 23-year-old ",
    "and then ",
    "one ",
    "“",
    "”",
    "``",
    "''",
    "‚",
    "‘",
    "›",
    "‹",
    "«",
    " & ",
    "Inc. ",
    "AB ",
    "Federation ",
    "of ",
    "-based ",
    "(AP) _ ",
    "LAHORE:  ",
    "06-11-2019 ",
    "By Anna Ost ( ",
    "rating ",
    "MP ",
    "whose name was ",
];
