//! A made-up corpus of any size, the same for the same seed: dispatches of about three kilobytes about invented persons, places and groups,
//! named as unevenly as real ones are, every fifth of them wire copy of another, cut or edited. It never lies in memory as a whole.

mod dispatch;
mod names;
mod phrases;
mod random;
mod written;

use dispatch::Dispatch;
pub use names::{Bearer, Names};
pub use random::Random;

use dateline::model::{Article, Date};
use phrases::Phrases;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::Path;
use written::{Cast, Source, Written};

/// Bodies that a later dispatch may repeat.
const WIRE: usize = 400;
/// One dispatch of so many repeats another.
const COPIES: usize = 5;
const HOUSES: usize = 60;
const REGIONS: usize = 40;
/// Bytes of a body: at least, and the width of the range.
const LENGTH: (usize, usize) = (1700, 2600);

/// Dispatches `0..count`.
pub fn dispatches(count: usize, seed: u64) -> impl Iterator<Item = Dispatch> {
    let mut desk = Desk { names: Names::new(), phrases: Phrases::new(), random: Random::new(seed), pool: pool(count), wire: Vec::new() };
    (0..count).map(move |number| desk.dispatch(number))
}

/// The same as articles, each with its names marked.
pub fn articles(count: usize, seed: u64) -> impl Iterator<Item = Article> {
    let names = Names::new();
    dispatches(count, seed).map(move |dispatch| dispatch.article(&names))
}

/// Writes the same as JSONL, an article a line; the bytes of their titles and bodies.
///
/// # Errors
/// Those of the file.
pub fn write_jsonl(count: usize, seed: u64, path: &Path) -> io::Result<u64> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut bytes = 0;
    for dispatch in dispatches(count, seed) {
        bytes += (dispatch.title.text.len() + dispatch.body.text.len()) as u64;
        dispatch.line(&mut out)?;
    }
    out.flush()?;
    Ok(bytes)
}

/// Writes the same as text files, a thousand in a folder.
///
/// # Errors
/// Those of the files.
pub fn write_folder(count: usize, seed: u64, folder: &Path) -> io::Result<()> {
    for dispatch in dispatches(count, seed) {
        let shelf = folder.join(format!("{:04}", dispatch.number / 1000));
        if dispatch.number % 1000 == 0 {
            fs::create_dir_all(&shelf)?;
        }
        fs::write(shelf.join(format!("{:07}.txt", dispatch.number)), dispatch.page())?;
    }
    Ok(())
}

/// How many bear a name in so many articles.
fn pool(articles: usize) -> usize {
    articles * 3 / 10 + 100
}

/// A body, and the dateline in it.
type Body = (Written, Option<Range<usize>>);

/// Where dispatches are written.
struct Desk {
    names: Names,
    phrases: Phrases,
    random: Random,
    pool: usize,
    wire: Vec<Body>,
}

impl Desk {
    fn dispatch(&mut self, number: usize) -> Dispatch {
        let mut cast = Cast::draw(&mut self.random, self.pool);
        let house = self.random.uneven(HOUSES);
        let copied = number > WIRE && number % COPIES == COPIES - 1;
        let body = if copied { self.again(&mut cast) } else { self.body(&mut cast, house) };
        if !copied {
            self.remember(&body);
        }
        let Self { names, random, phrases, .. } = self;
        let headline = &phrases.headlines[random.below(phrases.headlines.len())];
        let title = Written::headline(headline, &cast, &mut Source { names, random });
        let byline = (!random.one_in(4)).then(|| names.full(Bearer::Person(random.below(300) * 7)));
        let source = names.full(Bearer::House(house));
        let (body, dateline) = body;
        Dispatch { number, published: published(random), source, byline, title, body, dateline }
    }

    fn body(&mut self, cast: &mut Cast, house: usize) -> Body {
        let mut body = Written::default();
        let dateline = (!self.random.one_in(5)).then(|| {
            let region = Bearer::Place(self.random.uneven(REGIONS));
            body.dateline(cast.scene(), region, self.random.one_in(2).then_some(Bearer::House(house)), &self.names)
        });
        let length = LENGTH.0 + self.random.below(LENGTH.1);
        self.paragraph(&mut body, cast);
        while body.text.len() < length {
            body.words("\n\n");
            self.paragraph(&mut body, cast);
        }
        (body, dateline)
    }

    /// Two to four sentences, one of them speech every other time.
    fn paragraph(&mut self, body: &mut Written, cast: &mut Cast) {
        let Self { names, random, phrases, .. } = self;
        let sentences = 2 + random.below(3);
        let spoken = random.below(sentences * 2);
        for at in 0..sentences {
            let among = if at == spoken { &phrases.spoken } else { &phrases.told };
            let (pieces, turn) = (&among[random.below(among.len())], random.below(4));
            body.sentence(pieces, cast, turn, &mut Source { names, random });
            if at + 1 < sentences {
                body.words(" ");
            }
        }
    }

    /// A body that an earlier dispatch had: whole, cut, or cut and gone on with.
    fn again(&mut self, cast: &mut Cast) -> Body {
        let (mut body, dateline) = self.wire[self.random.below(self.wire.len())].clone();
        let ends: Vec<usize> = body.text.match_indices("\n\n").map(|(at, _)| at).collect();
        let way = self.random.below(3);
        if way > 0 && !ends.is_empty() {
            body.cut(ends[ends.len() / 2 + self.random.below(ends.len().div_ceil(2))]);
        }
        if way == 2 {
            body.words("\n\n");
            self.paragraph(&mut body, cast);
        }
        (body, dateline)
    }

    fn remember(&mut self, body: &Body) {
        if self.wire.len() < WIRE {
            self.wire.push(body.clone());
        } else if self.random.one_in(20) {
            let at = self.random.below(WIRE);
            self.wire[at] = body.clone();
        }
    }
}

/// A day of twenty years, in nine of ten articles.
fn published(random: &mut Random) -> Option<Date> {
    let days = random.below(20 * 365) as i64;
    (!random.one_in(10)).then(|| Date::constant(2005, 1, 1).saturating_add(jiff::Span::new().days(days)))
}
