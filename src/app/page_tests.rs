//! The page against the plainest way: everything wrapped at once.

use super::motion::Motion;
use super::page::{Line, Page, Place, Row, text_span};
use super::reader::Reader;
use crate::model::{Annotations, Article, ContentId, Cut, Fingerprint, Format, Note, Zone};
use crate::text::{Span, rows};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use std::sync::Arc;

fn article(title: &str, body: &str) -> Arc<Article> {
    let text = if title.is_empty() { body.to_string() } else { format!("{title}\n\n{body}") };
    Arc::new(Article {
        id: ContentId::of(&text),
        path: "wend.txt".into(),
        format: Format::Text,
        body_start: (text.len() - body.len()) as u32,
        text: text.into(),
        published: None,
        source: Some("Wend Courier".into()),
        byline: Vec::new(),
        dateline: None,
        url: None,
        lang: None,
        cut: vec![Cut { zone: Zone::Caption, text: "The ferry at\n the landing.".into() }],
        annotations: Annotations::default(),
        fingerprint: Fingerprint::default(),
    })
}

/// All rows, each text wrapped as a whole, and each note put under the last row of text that begins before its passage ends.
fn all(article: &Article, notes: &[Note], width: u16, with_cut: bool) -> Vec<Line> {
    let wrapped = |text: &str, line: &dyn Fn(Span) -> Line| rows(text, width).into_iter().map(line).collect::<Vec<_>>();
    let mut all = article.title().map(|title| wrapped(title, &Line::Title)).unwrap_or_default();
    all.extend(wrapped("Wend Courier", &Line::Credits));
    all.push(Line::Blank);
    all.extend(wrapped(article.body(), &|span| Line::Body(span.shifted(article.body_start as usize))));
    for (number, note) in notes.iter().enumerate().rev() {
        let begins_before_end = |line: &Line| span(*line).is_some_and(|span| span.start < note.span.end.max(1));
        let under = all.iter().rposition(begins_before_end).or(all.iter().position(|line| span(*line).is_some())).expect("a body");
        let lines = rows(&note.text, width.saturating_sub(2)).into_iter().map(|span| Line::Note(number, span));
        all.splice(under + 1..under + 1, lines.collect::<Vec<_>>());
    }
    for (number, cut) in article.cut.iter().enumerate().filter(|_| with_cut) {
        all.extend([Line::Blank, Line::Label(number)]);
        all.extend(wrapped(&cut.text, &|span| Line::Cut(number, span)));
    }
    all
}

fn span(line: Line) -> Option<Span> {
    text_span(&Row { place: Place::default(), line })
}

/// A body of words, wide letters, blank lines, and lines longer than what is wrapped at once.
fn body() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-f .]{0,80}",
        2 => Just("\n".to_string()),
        1 => Just("\n\n".to_string()),
        1 => "[新聞、。]{0,9}",
        1 => ("[a-f]{9,20}[. ]{1,3}", 1usize..1500).prop_map(|(word, times)| word.repeat(times)),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn notes() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    proptest::collection::vec((0usize..4000, 0usize..300, "[a-c ]{1,30}"), 0..4)
}

/// Notes on parts of a text, sorted as marks have them.
fn on(article: &Article, notes: Vec<(usize, usize, String)>) -> Vec<Note> {
    let edge = |at: usize| article.text.floor_char_boundary(at.min(article.text.len()));
    let note =
        |(start, length, text): (usize, usize, String)| Note { span: Span::new(edge(start), edge(start + length)), text: text.into() };
    let mut notes: Vec<Note> = notes.into_iter().map(note).collect();
    notes.sort();
    notes
}

#[derive(Clone, Debug)]
enum Step {
    By(isize),
    Top,
    Bottom,
    /// To this part of the text, in thousandths.
    Reveal(usize),
    Resize(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (-40isize..40).prop_map(Step::By),
        2 => (-3isize..4).prop_map(Step::By),
        1 => Just(Step::Top),
        1 => Just(Step::Bottom),
        2 => (0usize..1000).prop_map(Step::Reveal),
        1 => (1usize..30).prop_map(Step::Resize),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_way_through_the_page_shows_what_wrapping_it_all_would(
        title in "[a-f ]{0,40}",
        body in body(),
        notes in notes(),
        (width, with_cut) in (4u16..60, any::<bool>()),
        steps in proptest::collection::vec(step(), 1..20),
    ) {
        let article = article(title.trim(), &body);
        let notes = on(&article, notes);
        let all = all(&article, &notes, width, with_cut);
        let mut reader = Reader::default();
        // The row one went to; another size may show it farther down.
        let (mut place, mut height) = (0, 10);
        reader.read(Page::of(article.clone(), &notes, width, with_cut));
        reader.fill(height);
        for step in steps {
            let last = all.len().saturating_sub(height);
            let top = place.min(last);
            match step {
                Step::By(rows) => {
                    reader.scroll(Motion::By(rows));
                    place = Motion::By(rows).from(top, last);
                }
                Step::Top => {
                    reader.scroll(Motion::Top);
                    place = 0;
                }
                Step::Bottom => {
                    reader.scroll(Motion::Bottom);
                    place = last;
                }
                Step::Reveal(part) => {
                    let at = (article.body_start as usize + article.body().len() * part / 1000) as u32;
                    reader.reveal(at);
                    let row = all.iter().rposition(|line| span(*line).is_some_and(|span| span.start <= at));
                    let row = row.or(all.iter().position(|line| matches!(line, Line::Body(_)))).expect("a body");
                    if !(top..top + height).contains(&row) {
                        place = row.saturating_sub(height / 3).min(last);
                    }
                }
                Step::Resize(rows) => {
                    height = rows;
                    reader.fill(height);
                }
            }
            let top = place.min(all.len().saturating_sub(height));
            let shown: Vec<Line> = reader.shown().iter().map(|row| row.line).collect();
            prop_assert_eq!(&shown, &all[top..(top + height).min(all.len())]);
            prop_assert_eq!(reader.percent().is_none(), all.len() <= height);
            prop_assert_eq!(reader.percent() == Some(100), all.len() > height && top == all.len() - height);
        }
    }

    /// The rows of a place are found again in every width.
    #[test]
    fn a_place_is_in_the_row_that_holds_its_byte(body in body(), at in 0usize..1000, widths in (4u16..60, 4u16..60)) {
        let article = article("The mill", &body);
        let at = (article.body_start as usize + body.len() * at / 1000) as u32;
        for width in [widths.0, widths.1] {
            let page = Page::of(article.clone(), &[], width, true);
            let row = page.from(page.place_of(at)).next().expect("a row");
            let next = page.from(row.place).nth(1).expect("the cut piece is behind the body");
            let (begin, end) = (text_span(&row).expect("a row of text"), text_span(&next).map_or(u32::MAX, |span| span.start));
            // White space at the beginning of a line belongs to no row.
            prop_assert!(at < end && (begin.start <= at || article.text[at as usize..begin.start as usize].trim().is_empty()));
        }
    }
}

/// A row with a note under it and the note had one place between them, so that `k` came no farther.
#[test]
fn one_scrolls_up_over_a_note() {
    let article = article("Ferry", &"The ferry runs.\n".repeat(30));
    let note = Note { span: Span::new(40, 50), text: "Ask the guard when".into() };
    let mut reader = Reader::default();
    reader.read(Page::of(article.clone(), &[note], 10, false));
    reader.fill(5);
    reader.scroll(Motion::Bottom);
    (0..100).for_each(|_| reader.scroll(Motion::By(-1)));
    assert_eq!(reader.shown().front().map(|row| row.line), Some(Line::Title(Span::new(0, 5))));
}

/// However long an article is, and whether it has line breaks, no more is wrapped for a key than is gone through.
#[test]
fn a_key_wraps_no_more_than_what_it_goes_through() {
    let sentence = "The ferry to Lower Wend runs every hour until dusk. ";
    let paragraphs = sentence.repeat(10).trim_end().to_string() + "\n\n";
    for body in [paragraphs.repeat(2000), sentence.repeat(20_000)] {
        let article = article("Ferry", &body);
        let mut reader = Reader::default();
        reader.read(Page::of(article.clone(), &[], 80, false));
        let mut most = wrapped_by(&mut reader, |reader| reader.fill(50));
        let motions = [Motion::Bottom, Motion::By(-1), Motion::By(-25), Motion::Top, Motion::By(1), Motion::By(25)];
        for motion in motions.repeat(3) {
            most = most.max(wrapped_by(&mut reader, |reader| reader.scroll(motion)));
        }
        for part in [1, 4, 2, 3] {
            most = most.max(wrapped_by(&mut reader, |reader| reader.reveal((body.len() * part / 5) as u32)));
        }
        assert!((1..1000).contains(&most), "{most} rows of {}", rows(&body, 80).len());
    }
}

fn wrapped_by(reader: &mut Reader, act: impl FnOnce(&mut Reader)) -> usize {
    let wrapped = |reader: &Reader| reader.opened.page.as_ref().expect("it is read").wrapped.get();
    let before = wrapped(reader);
    act(reader);
    wrapped(reader) - before
}
