//! What a page turns into, and what is marked in it. All people, places and groups here are invented.

use dateline::extract::{Extractor, Gazetteer, PageShape};
use dateline::model::{Annotations, Kind, QuoteKind, Rule, Zone};
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

/// `speaker: words` for speech, `“words”` for terms held at a distance.
fn said(body: &str) -> Vec<String> {
    quoted(body, |kind| kind != QuoteKind::Reported)
}

/// `speaker: clause` for speech that is told in other words.
fn told(body: &str) -> Vec<String> {
    quoted(body, |kind| kind == QuoteKind::Reported)
}

fn quoted(body: &str, wanted: fn(QuoteKind) -> bool) -> Vec<String> {
    let Annotations { names, quotes, .. } = EXTRACTOR.annotate(body, 0);
    let line = |quote: &dateline::model::Quote| match (quote.kind, quote.speaker) {
        (QuoteKind::Scare, _) => format!("“{}”", quote.span.of(body)),
        (_, speaker) => format!("{}: {}", speaker.map_or("?", |speaker| &names[speaker.0 as usize].name), quote.span.of(body)),
    };
    quotes.iter().filter(|quote| wanted(quote.kind)).map(line).collect()
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
fn the_speaker_stands_behind_before_or_inverted() {
    assert_eq!(said("“We won,” Adele Brandt said. “It rains.”"), ["Adele Brandt: We won,", "Adele Brandt: It rains."]);
    assert_eq!(said("“We won,” said Adele Brandt, a doctor."), ["Adele Brandt: We won,"]);
    assert_eq!(said("Adele Brandt said on Monday: “We won.”"), ["Adele Brandt: We won."]);
    assert_eq!(said("According to Adele Brandt, the year was “very wet”."), ["Adele Brandt: very wet"]);
}

#[test]
fn whoever_was_told_did_not_say_it() {
    assert_eq!(said("“Why?” Adele Brandt was asked. “Why not?” she replied."), ["?: Why?", "Adele Brandt: Why not?"]);
}

#[test]
fn a_second_verb_has_the_subject_of_the_first() {
    assert_eq!(
        said("Adele Brandt said the dam was safe, but warned it could take “months, if not years”."),
        ["Adele Brandt: months, if not years"]
    );
}

#[test]
fn a_statement_and_a_spokesman_speak_for_whoever_they_belong_to() {
    assert_eq!(said("A letter from Adele Brandt was read out. “We won,” it said."), ["Adele Brandt: We won,"]);
    assert_eq!(said("Adele Brandt came. A spokesman for the miners declined. “We wait,” the spokesman said."), ["?: We wait,"]);
}

#[test]
fn a_headline_may_begin_with_a_colon() {
    assert_eq!(EXTRACTOR.annotate(":\"Is it so?\nIt is.", 12).quotes.len(), 1);
}

#[test]
fn an_interrupted_quote_is_two_with_one_speaker() {
    assert_eq!(said("“I know,” Adele Brandt said, “that we won.”"), ["Adele Brandt: I know,", "Adele Brandt: that we won."]);
}

#[test]
fn the_medium_told_is_not_the_speaker() {
    assert_eq!(said("“We won,” activist Tolv Ek told Wend News in Oberwend."), ["Tolv Ek: We won,"]);
}

#[test]
fn pronouns_and_roles_point_back_past_what_is_quoted() {
    let body = "The mayor, Adele Brandt, came. “I met Orrin Vask and Tolv Ek,” she said. “So be it,” the mayor added.";
    assert_eq!(said(body), ["Adele Brandt: I met Orrin Vask and Tolv Ek,", "Adele Brandt: So be it,"]);
}

#[test]
fn the_one_who_spoke_goes_on_unless_another_begins() {
    let body = "“We won,” Orrin Vask said. It was Tolv Ek’s idea, the colonel recalled. “It rains,” he said.";
    assert_eq!(said(body), ["Orrin Vask: We won,", "Orrin Vask: It rains,"]);
    let body = "“We won,” Orrin Vask said. Adele Brandt was there too. “It rains,” she said.";
    assert_eq!(said(body), ["Orrin Vask: We won,", "Adele Brandt: It rains,"]);
}

#[test]
fn a_role_means_the_one_who_bears_it() {
    let body = "Sen. Adele Brandt met Gov. Orrin Vask. Peter Ek, a spokesman for Brandt, came too. “We won,” the senator said. “No,” the \
                governor said. “So be it,” the spokesman said. “I was there,” his driver said.";
    assert_eq!(said(body), ["Adele Brandt: We won,", "Orrin Vask: No,", "Peter Ek: So be it,", "?: I was there,"]);
}

#[test]
fn of_two_people_of_one_surname_the_form_of_address_tells() {
    let body = "Darnell Brandt, 52, faced prosecutor Carla Brandt. “No,” Mr. Brandt said. “Nothing further,” Ms. Brandt said.";
    assert_eq!(said(body), ["Darnell Brandt: No,", "Carla Brandt: Nothing further,"]);
}

#[test]
fn a_paragraph_of_speech_alone_goes_on_with_the_speaker_before_it() {
    let body = "Adele Brandt, a doctor, urged people to stay at home.\n\n“Do not go out. The road is under water.”\n\nThe rain went on.";
    assert_eq!(said(body), ["Adele Brandt: Do not go out. The road is under water."]);
}

#[test]
fn one_verb_governs_all_that_is_quoted_in_its_sentence() {
    let body = "Adele Brandt said that the river was “very high” and that people should “stay at home”.";
    assert_eq!(said(body), ["Adele Brandt: very high", "Adele Brandt: stay at home"]);
}

#[test]
fn speech_without_a_comma_or_a_verb_of_its_own() {
    let body = "Adele Brandt, 43, shrugged. “We had no choice.” The road was closed, and nobody came. “It rains,” the 43-year-old said.";
    assert_eq!(said(body), ["Adele Brandt: We had no choice.", "Adele Brandt: It rains,"]);
    assert_eq!(said("“We had no choice.” Adele Brandt said."), ["Adele Brandt: We had no choice."]);
}

#[test]
fn the_last_clause_has_the_subject() {
    let body = "Peter Ek declined to comment, but his deputy, Adele Brandt, said: “Wait.”";
    assert_eq!(said(body), ["Adele Brandt: Wait."]);
}

#[test]
fn a_name_and_a_colon_speak() {
    assert_eq!(said("The bridge was closed. Wend News: “It is open.”"), ["Wend News: It is open."]);
    assert_eq!(said("\" We won , \" Adele Brandt said . \" It rains . \""), ["Adele Brandt: We won ,", "Adele Brandt: It rains ."]);
}

#[test]
fn terms_and_works_are_nobodys_words() {
    assert_eq!(
        said("Adele Brandt would not say whether the so-called “canal tax” would come. At 25 she wrote “Ironing Day”, a song."),
        ["“canal tax”", "“Ironing Day”"]
    );
}

#[test]
fn calling_is_speech_where_somebody_calls() {
    let body = "Adele Brandt called the vote “a gift to the algae”. A song called “Slow Boat Home” was played.";
    assert_eq!(said(body), ["Adele Brandt: a gift to the algae", "“Slow Boat Home”"]);
}

#[test]
fn a_second_verb_and_a_colon_say_it_too() {
    let body = "Adele Brandt met Colonel Orrin Vask. “A door is open,” Brandt replied, and added: “We stay.” Vask was less sure: “They will \
                go tomorrow.”";
    assert_eq!(said(body), ["Adele Brandt: A door is open,", "Adele Brandt: We stay.", "Orrin Vask: They will go tomorrow."]);
}

#[test]
fn what_was_said_without_marks_is_told() {
    let body = "The mayor, Adele Brandt, told Wend News on Monday that the bridge was safe. It would open in June, Orrin Vask said. \
                “It holds,” Brandt said. The rain fell.";
    assert_eq!(told(body), ["Adele Brandt: the bridge was safe", "Orrin Vask: It would open in June"]);
}

#[test]
fn a_ministry_is_the_one_called_so() {
    let body = "The Bridge Ministry met the WRG. According to the ministry, the WRG had “great losses”.";
    assert_eq!(said(body), ["Bridge Ministry: great losses"]);
}

#[test]
fn groups_speak_too_and_nobody_in_particular_stays_unknown() {
    assert_eq!(
        said("“We won,” the WRG said in a statement. The group said it had “no losses”."),
        ["Wend River Guard: We won,", "Wend River Guard: no losses"]
    );
    assert_eq!(said("“They lost the bridge,” an official said."), ["?: They lost the bridge,"]);
}

#[test]
fn a_quotation_over_paragraphs_is_one() {
    let body = "“We came to the river.\n\n“We saw the bridge,” Adele Brandt said.";
    assert_eq!(said(body), ["Adele Brandt: We came to the river.\n\n“We saw the bridge,"]);
}

#[test]
fn an_attribution_may_interrupt_with_a_verb_no_list_has() {
    let body = "“That may be,” shot back Adele Brandt, “but we won.” “No,” deadpanned Orrin Vask. “What counts,” he went on, “is bread.”";
    assert_eq!(
        said(body),
        ["Adele Brandt: That may be,", "Adele Brandt: but we won.", "Orrin Vask: No,", "Orrin Vask: What counts,", "Orrin Vask: is bread."]
    );
}

#[test]
fn an_attribution_at_the_end_governs_its_sentence() {
    let body = "The bridge will open “within days, not weeks” once the mud is gone, Adele Brandt said on Monday.";
    assert_eq!(said(body), ["Adele Brandt: within days, not weeks"]);
}

#[test]
fn a_participle_has_the_subject_of_the_verb_before_it() {
    let body = "Adele Brandt told Wend News by telephone, adding that reports to the contrary were “made up”.";
    assert_eq!(said(body), ["Adele Brandt: made up"]);
    let body = "Adele Brandt described the win as “astonishing”, adding: “We shall hear more.”";
    assert_eq!(said(body), ["Adele Brandt: astonishing", "Adele Brandt: We shall hear more."]);
    let body = "Adele Brandt called the offer “insulting” and said nobody would work without “a better number”.";
    assert_eq!(said(body), ["Adele Brandt: insulting", "Adele Brandt: a better number"]);
}

#[test]
fn a_pronoun_means_nobody_of_the_other_gender() {
    let body =
        "“We won,” said Emily Brandt. The board’s treasurer, Mr Orrin Vask, met Emily Brandt. “It rains,” she said. “So it does,” he said.";
    assert_eq!(said(body), ["Emily Brandt: We won,", "Emily Brandt: It rains,", "Orrin Vask: So it does,"]);
}

#[test]
fn a_lead_tells_the_role_before_the_name() {
    let body = "The road will stay shut, and “nobody can say how long”, the minister said on Monday.\n\nMinister Adele Brandt met the WRG.";
    assert_eq!(said(body), ["Adele Brandt: nobody can say how long"]);
    let body = "“We are not racing,” a spokeswoman for the bank said.\n\nThe spokeswoman, Adele Brandt, smiled.";
    assert_eq!(said(body), ["Adele Brandt: We are not racing,"]);
}

#[test]
fn a_nationality_and_a_kinship_point_back() {
    let body = "Colonel Orrin Vask lost the race. The Swede, who goes home on Friday, added: “We were poor.” His mother, Adele Brandt, wept. “Two scoops,” his \
                mother confirmed.";
    assert_eq!(said(body), ["Orrin Vask: We were poor.", "Adele Brandt: Two scoops,"]);
}

#[test]
fn question_and_answer_take_turns() {
    let body = "Adele Brandt questioned Orrin Vask about the bolts.\n\n“I looked at them,” Mr Vask answered.\n\n“With what?”\n\n“With \
                glasses.”\n\nThe talk went on.";
    assert_eq!(said(body), ["Orrin Vask: I looked at them,", "Adele Brandt: With what?", "Orrin Vask: With glasses."]);
}

#[test]
fn what_is_written_or_sung_is_speech_of_nobody_named() {
    let body = "A banner reading “Homes yes, here no” hung there. Residents chanted, “Drink it!” A parrot squawked: “Put it back!”";
    assert_eq!(said(body), ["?: Homes yes, here no", "?: Drink it!", "?: Put it back!"]);
}

#[test]
fn titles_and_words_spoken_of_are_nobodys_words() {
    let body = "Adele Brandt wrote in the “Annals of Cold Glass” that the word “ban” was unhelpful.";
    assert_eq!(said(body), ["“Annals of Cold Glass”", "“ban”"]);
}

#[test]
fn a_full_stop_behind_the_mark_ends_a_sentence_too() {
    let body = "«The vines are gone», said Adele Brandt. «They were old».";
    assert_eq!(said(body), ["Adele Brandt: The vines are gone", "Adele Brandt: They were old"]);
}

#[test]
fn what_is_drawn_out_between_paragraphs_is_said_once_more() {
    let body = "“I grabbed the cat and the photographs”\n\nIt rained. “I grabbed the cat and the photographs and left,” Adele Brandt said.";
    assert_eq!(
        said(body),
        ["Adele Brandt: I grabbed the cat and the photographs", "Adele Brandt: I grabbed the cat and the photographs and left,"]
    );
}

#[test]
fn terms_held_at_a_distance_have_no_speaker() {
    assert_eq!(
        said("They met in Wend’s ‘old town’ to discuss the “bridge question” of the workers’ union."),
        ["“old town”", "“bridge question”"]
    );
}

#[test]
fn every_style_of_mark() {
    for quote in ["“We won,”", "\"We won,\"", "«We won,»", "„We won,“", "‘We won,’", "'We won,'"] {
        assert_eq!(said(&format!("{quote} Adele Brandt said.")), ["Adele Brandt: We won,"], "{quote}");
    }
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

#[test]
fn other_languages_have_the_gazetteers_names_and_their_quotes_and_no_nonsense() {
    for (body, names, quotes) in [
        (
            "Belediye başkanı köprüyü pazartesi günü açtı ve şöyle dedi: “Yağmur yağıyor, nehir yükseliyor ve hiç kimse bugün evinden \
             çıkmasın.” Başkan daha sonra Wendmouth kentine gitti, çünkü orada da su çok yükselmişti.",
            vec!["place Wendmouth"],
            vec!["?: Yağmur yağıyor, nehir yükseliyor ve hiç kimse bugün evinden çıkmasın."],
        ),
        (
            "Мэр открыл новый мост в понедельник и сказал: «Вода поднимается очень быстро, и никто не должен выходить из дома сегодня.» \
             Потом он уехал в город Wendmouth.",
            vec!["place Wendmouth"],
            vec!["?: Вода поднимается очень быстро, и никто не должен выходить из дома сегодня."],
        ),
        ("市长星期一为新桥揭幕，他说：「水涨得很快。」许多市民前来观看。", vec![], vec!["“水涨得很快。”"]),
        ("افتتح رئيس البلدية الجسر الجديد يوم الاثنين وقال: «الماء يرتفع» ثم ذهب إلى المدينة", vec![], vec!["“الماء يرتفع”"]),
    ] {
        assert_eq!(marks(body), names, "{body}");
        assert_eq!(said(body), quotes, "{body}");
    }
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
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

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
];
