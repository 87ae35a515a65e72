//! What dispatches are put together from: sentences with holes, taken apart once.
//!
//! Holes: `{p}` `{q}` persons, `{g}` `{h}` groups, `{l}` `{m}` places, `{t}` `{u}` things, `{n}` a number, `{d}` a weekday, `{s}` a verb of
//! speech. `“` and `”` stand around speech, whose speaker is the person named in the same sentence outside of it.

use super::random::Random;

/// A piece of a sentence.
#[derive(Copy, Clone, Debug)]
pub enum Piece {
    Words(&'static str),
    /// A member of the cast, by number.
    Person(usize),
    Group(usize),
    Place(usize),
    Thing,
    Number,
    Weekday,
    Said,
    Open,
    Close,
}

const TOLD: [&str; 30] = [
    "The {g} said on {d} that {t} would stay closed until {u} had been examined.",
    "In {l}, traders counted what {t} had cost them and asked {p} for a list of {n} things that could be replaced.",
    "{p} and {q} met in {l} on {d} to talk about {t}, {u} and the price of corn.",
    "A convoy of the {g} reached {l} before dawn on {d}, {n} minutes after {t} had been opened.",
    "Nobody in the town of {l} could say how long {t} would take, or who would pay for {u}.",
    "The {g} denied that {n} of its boats had been seen near {l}; the {h} had said so on {d}.",
    "Prices rose by {n} percent in {l}, by more than in any week since {t}, the {g} reported.",
    "{p} of the {g} has lived in {l} since {t} was built and remembers {u}.",
    "About {n} families left the village of {l} for {m} on {d} because of {t}.",
    "The road between {l} and {m} was cut {n} times this year, once by {t} and twice by {u}.",
    "Members of the {g} and the {h} signed a paper in {l} that divides {t} between them for {n} years.",
    "According to {p}, the {g} had known of {t} for {n} weeks.",
    "{p}, who leads the {g}, came to {l} on {d} with {n} men to look at {t}.",
    "A court in {l} heard {p} on {d} about {t}; the verdict is expected in {n} days.",
    "The {g} has its seat in {l}, some {n} kilometres from {m}, and looks after {t}.",
    "On {d} the {h} called {t} a matter for the {g} alone and sent {n} letters back to {l}.",
    "Work on {t} began in {m} with {n} hands; {p} had promised {u} as well.",
    "{q} was seen at the market of {l} on {d}, where {t} was talked of more than {u}.",
    "Since {d}, ferries to {l} carry no more than {n} passengers because of {t}.",
    "The district of {m} lent {n} pumps to {l}, and the {g} lent {t}.",
    "Of the {n} houses near {l}, half have lost {t}, an engineer of the {g} found.",
    "An agreement of the {g} with {p} on {t} fell through on {d} over {u}.",
    "Schools in {l} and {m} stayed closed on {d} while the {g} repaired {t}.",
    "{p} denied a report by the {h} that {t} had been sold for {n} thousand crowns.",
    "Ten years ago {l} had {n} mills; what is left of them is {t} and {u}.",
    "The {g} elected {q} as its head on {d} with {n} votes, after a quarrel about {t}.",
    "Rain is expected in {l} until {d}, and {t} may have to wait {n} days longer.",
    "Observers of the {h} counted {n} carts on the bridge at {m}, all of them with {t}.",
    "Neither the {g} nor the {h} would speak about {t} when they left {l} on {d}.",
    "{p} asked the people of {m} to spare {t} and to bring {u} to {l} by {d}.",
];
const SPOKEN: [&str; 16] = [
    "“We have asked for {t} for {n} years, and what we were given is {u},” {s} {p}.",
    "“It is {t} that keeps {l} alive,” {p} {s}.",
    "“Whoever says that {t} is safe has not been to {l} since {d},” {s} {p} of the {g}.",
    "{p} told the {g}: “There are {n} of us left, and {t} is not enough for {u}.”",
    "“Without {t} we shall not see another winter here,” {s} {p}, who has farmed near {l} for {n} years.",
    "“I do not know who took {t},” {q} {s}, “but it was nobody from {m}.”",
    "“The {g} must answer for {t},” {s} {p}. “We will count {u} ourselves.”",
    "“They came on {d} and asked for {t}, then they went on to {l},” {q} {s}.",
    "According to {p}, {t} was “as good as lost” when {n} men of the {g} reached it.",
    "“Give us {n} days,” {p} {s}, “and {t} will stand again.”",
    "“What {l} needs is {t}, not {u},” {s} {q}.",
    "The {h} spoke of “{t}”, a word that {p} would not use on {d}.",
    "“Nothing has been decided about {t},” {s} {p} on {d}, {n} hours before the vote.",
    "“My father built {t} with his own hands,” {q} {s} in {l}.",
    "“If {t} goes, {n} families go with it,” {p} {s} at the gate of the {g}.",
    "“We were promised {t} in {m},” {s} {q}, “and we are still waiting for {u}.”",
];
const HEADLINES: [&str; 14] = [
    "{g} comes to {l} over {t}",
    "{l} waits for {t}",
    "{p}: {t} must wait",
    "{n} families leave {l} for {m}",
    "{g} and {h} quarrel over {t}",
    "Road from {l} to {m} cut by {t}",
    "{p} promises {l} {t}",
    "{g} denies sale of {t}",
    "Court in {l} hears {p} on {t}",
    "What is left of {t} in {l}",
    "{h} counts {n} losses after {t}",
    "{p} to head {g}",
    "{m} lends {l} {n} pumps",
    "After {t}, {l} looks to the {g}",
];
const FIRST_OF_THING: [&str; 48] = [
    "the old",
    "the new",
    "the lower",
    "the upper",
    "the eastern",
    "the western",
    "the broken",
    "the second",
    "the last",
    "the common",
    "the winter",
    "the spring",
    "the flooded",
    "the stone",
    "the wooden",
    "the iron",
    "the municipal",
    "the promised",
    "the missing",
    "the rented",
    "the abandoned",
    "the northern",
    "the southern",
    "the great",
    "the smaller",
    "the private",
    "the public",
    "the narrow",
    "the temporary",
    "the stolen",
    "the expensive",
    "the unfinished",
    "the frozen",
    "the borrowed",
    "the painted",
    "the guarded",
    "the forgotten",
    "the disputed",
    "the damaged",
    "the blocked",
    "the rebuilt",
    "the monthly",
    "the daily",
    "the joint",
    "the secret",
    "the shared",
    "the dry",
    "the heavy",
];
const SECOND_OF_THING: [&str; 60] = [
    "dam",
    "ferry",
    "mill",
    "bridge",
    "harvest",
    "market",
    "harbour wall",
    "water tower",
    "grain store",
    "railway yard",
    "school roof",
    "clinic",
    "cement works",
    "power line",
    "telephone mast",
    "lighthouse",
    "canal",
    "lock gate",
    "fishing fleet",
    "cattle shed",
    "post office",
    "court house",
    "census",
    "tax roll",
    "curfew",
    "ceasefire",
    "coal barge",
    "snow plough",
    "bakery",
    "printing press",
    "brick kiln",
    "olive grove",
    "vineyard",
    "irrigation ditch",
    "well",
    "cistern",
    "pumping station",
    "customs shed",
    "toll road",
    "tunnel",
    "quarry",
    "timber yard",
    "ration card",
    "fuel depot",
    "radio tower",
    "levee",
    "pasture",
    "orchard",
    "salt pan",
    "tannery",
    "ropewalk",
    "shipyard",
    "archive",
    "library",
    "orphanage",
    "cemetery wall",
    "town clock",
    "council hall",
    "wage list",
    "election",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const VERBS: [&str; 6] = ["said", "said", "said", "added", "warned", "explained"];

/// All sentences, taken apart.
pub struct Phrases {
    pub told: Vec<Vec<Piece>>,
    pub spoken: Vec<Vec<Piece>>,
    pub headlines: Vec<Vec<Piece>>,
}

impl Phrases {
    pub fn new() -> Self {
        let apart = |all: &[&'static str]| all.iter().map(|sentence| pieces(sentence)).collect();
        Self { told: apart(&TOLD), spoken: apart(&SPOKEN), headlines: apart(&HEADLINES) }
    }
}

/// `the old dam`: a thing by its two words.
pub fn thing(random: &mut Random) -> [&'static str; 2] {
    [random.pick(&FIRST_OF_THING), random.pick(&SECOND_OF_THING)]
}

pub fn weekday(random: &mut Random) -> &'static str {
    random.pick(&WEEKDAYS)
}

pub fn verb(random: &mut Random) -> &'static str {
    random.pick(&VERBS)
}

fn pieces(sentence: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some(at) = rest.find(['{', '“', '”']) {
        let (words, mark) = rest.split_at(at);
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        let length = if mark.starts_with('{') { 3 } else { '“'.len_utf8() };
        pieces.push(hole(&mark[..length]));
        rest = &mark[length..];
    }
    pieces.push(Piece::Words(rest));
    pieces
}

fn hole(mark: &str) -> Piece {
    match mark {
        "{p}" => Piece::Person(0),
        "{q}" => Piece::Person(1),
        "{g}" => Piece::Group(0),
        "{h}" => Piece::Group(1),
        "{l}" => Piece::Place(0),
        "{m}" => Piece::Place(1),
        "{t}" | "{u}" => Piece::Thing,
        "{n}" => Piece::Number,
        "{d}" => Piece::Weekday,
        "{s}" => Piece::Said,
        "“" => Piece::Open,
        "”" => Piece::Close,
        _ => panic!("{mark} is no hole of a sentence"),
    }
}
