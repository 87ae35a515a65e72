//! Which language a text is in, as far as that changes how it is read: the rules and the tagger know English, the gazetteer and the
//! quotation marks any.

use whatlang::{Lang, detect};

/// Bytes of a text that are looked at.
const SAMPLE: usize = 1200;
/// Of an English text's words one in this many [`is_small`].
const ENGLISH: usize = 20;
/// Fewer words say too little: names and tables are in no language.
const FEWEST: usize = 10;

/// A language, by its shortest code in ISO 639 (`en`, `tr`); nothing when the words without a capital are too few to tell.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let sample = sample(text);
    let words = || words(sample).filter(|word| !word.starts_with(char::is_uppercase));
    let (small, all) = words().fold((0, 0), |(small, all), word| (small + usize::from(is_small(word)), all + 1));
    if all >= FEWEST && small * ENGLISH >= all {
        return Some("en");
    }
    let plain: String = words().flat_map(|word| [word, " "]).collect();
    let enough = all >= FEWEST || !plain.is_ascii();
    detect(&plain).filter(|info| enough && info.is_reliable()).map(|info| code(info.lang()))
}

/// The runs of letters in `text`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = end_of(text, at, false);
        at = end_of(text, start, true);
        (at > start).then(|| &text[start..at])
    })
}

/// Where the run of letters, or of other characters, that begins at `at` ends. ASCII is told by its bytes.
fn end_of(text: &str, mut at: usize, letters: bool) -> usize {
    loop {
        let rest = &text.as_bytes()[at..];
        let Some(plain) = rest.iter().position(|byte| byte.is_ascii_alphabetic() != letters || !byte.is_ascii()) else { return text.len() };
        at += plain;
        if rest[plain].is_ascii() {
            return at;
        }
        let (is_letter, length) = wide(&text[at..]);
        if is_letter != letters {
            return at;
        }
        at += length;
    }
}

/// Whether the first character of `text` is a letter, and its length.
fn wide(text: &str) -> (bool, usize) {
    text.chars().next().map_or((false, 1), |c| (c.is_alphabetic(), c.len_utf8()))
}

/// One of the words that no English text does without.
fn is_small(word: &str) -> bool {
    matches!(word, "the" | "of" | "and" | "to" | "a" | "for" | "on" | "was" | "said" | "by" | "with" | "at" | "from" | "that")
}

/// Whether the rules of English would make nonsense of a text in this language.
pub(super) fn is_foreign(language: Option<&str>) -> bool {
    language.is_some_and(|language| language != "en")
}

/// The beginning of `text`, up to a whole character.
fn sample(text: &str) -> &str {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

/// ISO 639-1 where it has a code, else 639-3.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Ara => "ar",
        Lang::Bul => "bg",
        Lang::Ben => "bn",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Spa => "es",
        Lang::Est => "et",
        Lang::Pes => "fa",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kat => "ka",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Mkd => "mk",
        Lang::Nld => "nl",
        Lang::Nob => "no",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Vie => "vi",
        Lang::Cmn => "zh",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_their_words_and_scripts() {
        for (text, code) in [
            ("The mayor opened the bridge on Monday and the people of the lower town came to see it.", Some("en")),
            ("Der Bürgermeister hat am Montag die neue Brücke eröffnet, und viele Leute aus der Stadt kamen.", Some("de")),
            ("Мэр города открыл новый мост в понедельник, и многие жители пришли посмотреть на него.", Some("ru")),
            ("افتتح رئيس البلدية الجسر الجديد يوم الاثنين وجاء كثير من سكان المدينة لرؤيته", Some("ar")),
            ("市长星期一为新桥揭幕，许多市民前来观看。", Some("zh")),
            ("Wend", None),
        ] {
            assert_eq!(language(text), code, "{text}");
        }
    }
}
