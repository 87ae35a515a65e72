//! Who is said to have said what. All people, places and groups here are invented.

use dateline::extract::{Extractor, Gazetteer};
use dateline::model::{Annotations, QuoteKind};
use std::sync::{Arc, LazyLock};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new(gazetteer()));

fn gazetteer() -> Arc<Gazetteer> {
    let mut gazetteer = Gazetteer::builtin();
    let lines = "group/armed\tWend River Guard\tWRG\t-\t3\ngroup/media\tWend News\t-\t-\t3\ngroup/company\tWend Steel AB\t-\t-\t3\nplace/town\tWendmouth\t-\t-\t3\nplace/town\tOberwend\t-\t-\t3\n";
    assert_eq!(gazetteer.add("test", lines), []);
    Arc::new(gazetteer)
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

/// The words of every mention.
fn named(body: &str) -> Vec<&str> {
    EXTRACTOR.annotate(body, 0).mentions.iter().map(|mention| mention.span.of(body)).collect()
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
    assert_eq!(said("Adele Brandt’s statement added, “There is no question.”"), ["Adele Brandt: There is no question."]);
    assert_eq!(said("Adele Brandt came. A spokesman for the miners declined. “We wait,” the spokesman said."), ["?: We wait,"]);
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
fn other_languages_have_the_gazetteers_names_and_their_quotes_and_no_nonsense() {
    for (body, names, quotes) in [
        (
            "Belediye başkanı köprüyü pazartesi günü açtı ve şöyle dedi: “Yağmur yağıyor, nehir yükseliyor ve hiç kimse bugün evinden \
             çıkmasın.” Başkan daha sonra Wendmouth kentine gitti, çünkü orada da su çok yükselmişti.",
            vec!["Wendmouth"],
            vec!["?: Yağmur yağıyor, nehir yükseliyor ve hiç kimse bugün evinden çıkmasın."],
        ),
        (
            "Мэр открыл новый мост в понедельник и сказал: «Вода поднимается очень быстро, и никто не должен выходить из дома сегодня.» \
             Потом он уехал в город Wendmouth.",
            vec!["Wendmouth"],
            vec!["?: Вода поднимается очень быстро, и никто не должен выходить из дома сегодня."],
        ),
        ("市长星期一为新桥揭幕，他说：「水涨得很快。」许多市民前来观看。", vec![], vec!["“水涨得很快。”"]),
        ("افتتح رئيس البلدية الجسر الجديد يوم الاثنين وقال: «الماء يرتفع» ثم ذهب إلى المدينة", vec![], vec!["“الماء يرتفع”"]),
    ] {
        assert_eq!(named(body), names, "{body}");
        assert_eq!(said(body), quotes, "{body}");
    }
}

#[test]
fn a_term_in_marks_interrupts_no_sentence() {
    assert_eq!(said("Adele Brandt, known as “the Clock” because she is late, said: “I ran.”"), ["“the Clock”", "Adele Brandt: I ran."]);
}

#[test]
fn a_second_verb_behind_and_has_the_subject_the_sentence_begins_with() {
    assert_eq!(said("Adele Brandt rose to beat Orrin Vask and then told the others: “Come and try.”"), ["Adele Brandt: Come and try."]);
}

#[test]
fn a_pronoun_in_a_clause_means_whom_its_sentence_is_about() {
    let body = "“No,” said Orrin Vask. Speaking in Oberwend, Adele Brandt rejected what she called “tales of the valley”.";
    assert_eq!(said(body)[1], "Adele Brandt: tales of the valley");
}

#[test]
fn a_sentence_about_one_told_of_before_is_not_about_whom_it_names() {
    let body = "Adele Brandt had booked her flight. The 23-year-old, a clerk, beat Ilse Vask last night.\n\n“I work on Monday,” she said.";
    assert_eq!(said(body), ["Adele Brandt: I work on Monday,"]);
    let body = "Adele Brandt wept. The actress, 41, who has played Ilse Vask since May, rang her agent.\n\n“I sat there,” she said.";
    assert_eq!(said(body), ["Adele Brandt: I sat there,"]);
    let body = "Adele Brandt fell ill. The coroner, Dr Ilse Vask, was brief. “Sit down,” she said.";
    assert_eq!(said(body), ["Ilse Vask: Sit down,"]);
}

#[test]
fn somebody_without_a_name_keeps_the_pronouns_behind_them() {
    assert_eq!(
        said("Adele Brandt left. A spokesman for the Wend River Guard was glad. “It is fine,” he said."),
        ["Wend River Guard: It is fine,"]
    );
    assert_eq!(said("Peter Ek left. In the village, a man of sixty was afraid.\n\n“I lock the door,” he said."), ["?: I lock the door,"]);
    assert_eq!(said("Adele Brandt left. “It is all mud,” my neighbour said."), ["?: It is all mud,"]);
}

#[test]
fn what_somebody_does_points_back_to_them() {
    assert_eq!(said("Adele Brandt faced the press. “It hit my hand,” the centre-half told reporters."), ["Adele Brandt: It hit my hand,"]);
    assert_eq!(said("Adele Brandt faced the press. “I am glad,” the mother-of-two told reporters."), ["Adele Brandt: I am glad,"]);
}

#[test]
fn a_paragraph_of_speech_answers_whoever_was_asked() {
    assert_eq!(
        said("Peter Ek met Adele Brandt. I asked her what she hears.\n\n“A sixth note. Nobody asked for it.”")[0][..12],
        *"Adele Brandt"
    );
    assert_eq!(
        said("Adele Brandt won. Later she was asked what she had thought.\n\n“Honestly? Chips.”"),
        ["Adele Brandt: Honestly? Chips."]
    );
}

#[test]
fn a_text_may_end_behind_whoever_asked() {
    for end in ["“.", "“U.S.", "“!", "“No"] {
        let text = format!("Title\n\nAdele Brandt came. She asked\n\n{end}");
        assert_eq!(EXTRACTOR.annotate(&text, 7).quotes.len(), 1, "{end}");
    }
}

#[test]
fn an_attribution_inside_the_sentence_stands_the_other_way_round() {
    assert_eq!(said("What they do at night, said Adele Brandt, is “anybody’s guess”."), ["Adele Brandt: anybody’s guess"]);
    assert_eq!(said("“It is late,” said Adele Brandt on Monday, two hours before the vote."), ["Adele Brandt: It is late,"]);
    assert_eq!(said("“You’re late,” said the woman, whose name was Adele Brandt."), ["Adele Brandt: You’re late,"]);
    assert_eq!(said("Tolv Ek quoted critics, with Adele Brandt stating: “People need peace.”"), ["Adele Brandt: People need peace."]);
    assert_eq!(said("“What are they hiding?” Adele Brandt posed."), ["Adele Brandt: What are they hiding?"]);
}

#[test]
fn the_company_is_the_one_told_of_last() {
    let body =
        "The Wend River Guard fired. The Wend River Guard left. Wend Steel AB stopped its mill.\n\n“We respect it,” the company said.";
    assert_eq!(said(body), ["Wend Steel AB: We respect it,"]);
}

#[test]
fn a_letter_seen_by_a_paper_is_not_the_papers() {
    assert_eq!(said("A leaked letter seen by Wend News says the form “must be returned at once”."), ["?: must be returned at once"]);
    assert_eq!(
        said("A suit brought by the Wend River Guard is pending. It accuses them of “looking away”."),
        ["Wend River Guard: looking away"]
    );
}

#[test]
fn a_relative_clause_has_its_own_subject() {
    let body = "The owner, Adele Brandt, has set a price, which her tenants’ surveyor has described as “rather bold”.";
    assert_eq!(said(body), ["?: rather bold"]);
}

#[test]
fn a_sign_and_a_rating_are_said_by_nobody() {
    assert_eq!(said("Adele Brandt runs a shop with a sign in the window that says “Eels soon”."), ["?: Eels soon"]);
    assert_eq!(
        said("“It is dear,” said Adele Brandt, a dealer. She rates the shares “neutral.”"),
        ["Adele Brandt: It is dear,", "“neutral.”"]
    );
    assert_eq!(said("No farmer would take “white slips”, or promises to pay."), ["“white slips”"]);
}

#[test]
fn whoever_is_asked_does_not_say_what_they_are_asked() {
    assert_eq!(said("The Wend River Guard says people are being asked to “choose at once”."), ["Wend River Guard: choose at once"]);
    let body = "His sister, Adele Brandt, wrote in a message posted online: “The best brother.”";
    assert_eq!(said(body), ["Adele Brandt: The best brother."]);
}

#[test]
fn a_heading_repeats_what_is_said_below_it() {
    let body = "It rained.\n\n‘Fiercely organised’\n\nAdele Brandt called him “gentle and fiercely organised” on Monday.";
    assert_eq!(said(body), ["Adele Brandt: Fiercely organised", "Adele Brandt: gentle and fiercely organised"]);
}
