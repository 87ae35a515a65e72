//! Text that is written together with what is to be found in it.

use super::names::{Bearer, Names, acronym, title};
use super::phrases::{Piece, thing, verb, weekday};
use super::random::Random;
use dateline::text::Span;
use std::ops::Range;

/// Text, the names in it and what is said in it, in text order.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub text: String,
    pub names: Vec<Named>,
    pub speech: Vec<Speech>,
}

/// A name where it stands, a person's title left out.
#[derive(Copy, Clone, Debug)]
pub struct Named {
    pub span: Span,
    pub bearer: Bearer,
}

/// Words in quotation marks, the marks left out.
#[derive(Copy, Clone, Debug)]
pub struct Speech {
    pub span: Span,
    pub speaker: Option<Bearer>,
    /// The verb of speech.
    pub cue: Option<Span>,
}

/// Who and what an article is about.
#[derive(Debug)]
pub struct Cast {
    persons: [Bearer; 4],
    groups: [Bearer; 3],
    places: [Bearer; 3],
    /// Those whose full name has been given.
    introduced: Vec<Bearer>,
}

impl Cast {
    /// Drawn from so many names, a few far more often than most.
    pub fn draw(random: &mut Random, names: usize) -> Self {
        let (persons, groups, places) = (names * 45 / 100 + 8, names / 4 + 8, names * 3 / 10 + 8);
        Self {
            persons: several(random, persons).map(Bearer::Person),
            groups: several(random, groups).map(Bearer::Group),
            places: several(random, places).map(Bearer::Place),
            introduced: Vec::new(),
        }
    }

    /// Where it happens.
    pub fn scene(&self) -> Bearer {
        self.places[0]
    }
}

/// What a sentence is filled from.
pub struct Source<'a> {
    pub names: &'a Names,
    pub random: &'a mut Random,
}

impl Written {
    /// A sentence. `turn` says which members of the cast it is about.
    pub fn sentence(&mut self, pieces: &[Piece], cast: &mut Cast, turn: usize, source: &mut Source) {
        let (first_name, first_speech) = (self.names.len(), self.speech.len());
        let (mut open, mut cue) = (0, None);
        for &piece in pieces {
            match piece {
                Piece::Words(words) => self.text.push_str(words),
                Piece::Person(number) => self.person(cast.persons[(number + turn) % 4], cast, source.names),
                Piece::Group(number) => self.group(cast.groups[(number + turn) % 3], cast, source.names),
                Piece::Place(number) => self.name(cast.places[(number + turn) % 3], source.names),
                Piece::Thing => self.words(&thing(source.random).join(" ")),
                Piece::Number => self.words(&(2 + source.random.below(400)).to_string()),
                Piece::Weekday => self.words(weekday(source.random)),
                Piece::Said => cue = Some(self.put(verb(source.random))),
                Piece::Open => open = self.put("“").end as usize,
                Piece::Close => {
                    self.speech.push(Speech { span: Span::new(open, self.text.len()), speaker: None, cue: None });
                    self.text.push('”');
                }
            }
        }
        let speaker = self.names[first_name..].iter().map(|named| named.bearer).find(|bearer| matches!(bearer, Bearer::Person(_)));
        self.speech[first_speech..].iter_mut().for_each(|speech| (speech.speaker, speech.cue) = (speaker, cue));
    }

    /// A headline: everybody by the full name.
    pub fn headline(pieces: &[Piece], cast: &Cast, source: &mut Source) -> Self {
        let mut headline = Self::default();
        for &piece in pieces {
            match piece {
                Piece::Person(number) => headline.name(cast.persons[number], source.names),
                Piece::Group(number) => headline.name(cast.groups[number], source.names),
                Piece::Place(number) => headline.name(cast.places[number], source.names),
                Piece::Words(words) => headline.words(words),
                Piece::Thing => headline.words(&thing(source.random).join(" ")),
                Piece::Number => headline.words(&(2 + source.random.below(400)).to_string()),
                Piece::Weekday | Piece::Said | Piece::Open | Piece::Close => panic!("a headline without speech or days"),
            }
        }
        headline
    }

    /// `OBERWEND, Tarnby (Kelholm Post) – `; given back without agency and dash.
    pub fn dateline(&mut self, scene: Bearer, region: Bearer, house: Option<Bearer>, names: &Names) -> Range<usize> {
        let start = self.text.len();
        self.named(scene, &names.full(scene).to_uppercase());
        self.words(", ");
        self.name(region, names);
        let end = self.text.len();
        if let Some(house) = house {
            self.words(" (");
            self.name(house, names);
            self.words(")");
        }
        self.words(" – ");
        start..end
    }

    /// `Colonel Mira Halanberg` the first time, then `Halanberg`.
    fn person(&mut self, bearer: Bearer, cast: &mut Cast, names: &Names) {
        if cast.introduced.contains(&bearer) {
            return self.named(bearer, &names.short(bearer));
        }
        cast.introduced.push(bearer);
        if let Bearer::Person(number) = bearer {
            let title = title(number);
            let begins = self.text.is_empty() || self.text.ends_with('\n') || self.text.ends_with(". ") || self.text.ends_with("” ");
            if begins {
                self.words(&capital(title))
            } else {
                self.words(title)
            }
            self.words(" ");
        }
        self.name(bearer, names);
    }

    /// `Tarn Water Council (TWC)` the first time, then `TWC`.
    fn group(&mut self, bearer: Bearer, cast: &mut Cast, names: &Names) {
        if cast.introduced.contains(&bearer) {
            return self.named(bearer, &names.short(bearer));
        }
        cast.introduced.push(bearer);
        self.name(bearer, names);
        if let Bearer::Group(number) = bearer
            && let Some(acronym) = acronym(number)
        {
            self.words(" (");
            self.named(bearer, &acronym);
            self.words(")");
        }
    }

    fn name(&mut self, bearer: Bearer, names: &Names) {
        self.named(bearer, &names.full(bearer));
    }

    fn named(&mut self, bearer: Bearer, words: &str) {
        let span = self.put(words);
        self.names.push(Named { span, bearer });
    }

    pub fn words(&mut self, words: &str) {
        self.text.push_str(words);
    }

    fn put(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    /// Leaves out everything from byte `end` on, which stands between two paragraphs.
    pub fn cut(&mut self, end: usize) {
        self.text.truncate(end);
        self.names.retain(|named| named.span.end as usize <= end);
        self.speech.retain(|speech| speech.span.end as usize <= end);
    }
}

/// Uneven numbers below `end`, each another one.
fn several<const COUNT: usize>(random: &mut Random, end: usize) -> [usize; COUNT] {
    let mut numbers = [usize::MAX; COUNT];
    for at in 0..COUNT {
        let mut number = random.uneven(end);
        while numbers[..at].contains(&number) {
            number = (number + 1) % end;
        }
        numbers[at] = number;
    }
    numbers
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
