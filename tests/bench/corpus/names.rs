//! Invented names in the shapes that real ones have: persons with a title, groups with an acronym, towns with accents and prefixes.
//! Each kind of bearer has its numbers; the same number has the same name whatever the size of the corpus.

use dateline::model::Kind;

/// Given names as the extractor knows them: chance never brings them together with a surname that is in use.
const GIVEN: &str = include_str!("../../../assets/words/given_names.txt");
const TITLES: [&str; 16] = [
    "Colonel",
    "Mayor",
    "Professor",
    "Judge",
    "Captain",
    "Minister",
    "Dr",
    "spokesman",
    "Governor",
    "General",
    "Sheikh",
    "Senator",
    "Bishop",
    "Ambassador",
    "spokeswoman",
    "Inspector",
];
const SURNAME_STARTS: [&str; 44] = [
    "Hal", "Mar", "Tor", "Ver", "Bren", "Kal", "Sze", "Dör", "Lind", "Ost", "Fal", "Gri", "Jar", "Kven", "Lom", "Mor", "Nal", "Orl", "Pel",
    "Quar", "Rem", "Sør", "Tam", "Ulv", "Val", "Wes", "Yar", "Zel", "Åk", "Bér", "Cal", "Dra", "Elk", "Fen", "Gar", "Hov", "Ist", "Jor",
    "Krav", "Lev", "Mir", "Nov", "Ond", "Prz",
];
const SURNAME_MIDDLES: [&str; 24] = [
    "a", "e", "i", "o", "u", "an", "en", "in", "er", "al", "el", "ar", "or", "ev", "am", "ad", "ek", "ol", "il", "ós", "ün", "as", "et",
    "av",
];
const SURNAME_ENDS: [&str; 40] = [
    "berg", "sen", "dóttir", "mann", "ova", "ić", "ski", "oğlu", "vani", "escu", "ström", "dahl", "nardi", "nez", "teira", "kaert",
    "quist", "well", "ford", "ton", "lenko", "yan", "radze", "hawi", "zadeh", "thaler", "gault", "lière", "ndini", "kamp", "nagy", "boğa",
    "mees", "by", "rud", "cha", "guli", "nkwo", "pää", "ssou",
];
const PLACE_STARTS: [&str; 60] = [
    "Ober", "Tarn", "Wend", "Kel", "Ash", "Bren", "Cor", "Dun", "Esk", "Fal", "Gren", "Hol", "Ill", "Jas", "Karl", "Lun", "Mer", "Nor",
    "Ost", "Pel", "Quill", "Rav", "Sel", "Tol", "Ulm", "Var", "Wol", "Yst", "Zar", "Å", "Bél", "Cham", "Dor", "Ebr", "Fér", "Gul", "Hör",
    "Is", "Jür", "Kop", "Lög", "Mal", "Nez", "Ör", "Pra", "Qam", "Rod", "Sab", "Tib", "Ur", "Vil", "Wer", "Yar", "Zub", "Alt", "Bir",
    "Chor", "Der", "Elm", "Fro",
];
const PLACE_MIDDLES: [&str; 18] = ["", "a", "e", "i", "o", "en", "er", "an", "el", "in", "ar", "ing", "al", "is", "or", "u", "as", "em"];
const PLACE_ENDS: [&str; 40] = [
    "holm", "wend", "by", "stad", "abad", "ville", "burg", "ford", "mouth", "feld", "grad", "ik", "ów", "ice", "dorf", "heim", "thal",
    "brück", "vik", "nes", "fjord", "minster", "ton", "wick", "haven", "stede", "lund", "mark", "iya", "ani", "pur", "gaon", "kent",
    "shahr", "ejo", "uela", "ães", "ório", "isë", "ău",
];
const PLACE_PREFIXES: [&str; 10] = ["Upper", "Lower", "New", "Tell", "Saint", "Port", "Old", "Deir", "Mount", "Great"];
const TOPICS: [&str; 30] = [
    "Water",
    "River",
    "Grain",
    "Harbour",
    "Mountain",
    "Border",
    "People’s",
    "Free",
    "National",
    "Workers’",
    "Railway",
    "Forest",
    "Democratic",
    "Peasant",
    "Coastal",
    "Northern",
    "Southern",
    "Relief",
    "Students’",
    "Energy",
    "Fishery",
    "Transport",
    "Health",
    "Civic",
    "Mining",
    "Reform",
    "Islamic",
    "Labour",
    "Progress",
    "Justice",
];
const HEADS: [&str; 24] = [
    "Guard",
    "Union",
    "Council",
    "Brigade",
    "Party",
    "Front",
    "Committee",
    "Forces",
    "Authority",
    "Association",
    "Movement",
    "Police",
    "Agency",
    "Alliance",
    "Federation",
    "Bank",
    "Institute",
    "Commission",
    "Army",
    "Network",
    "Society",
    "Coalition",
    "Court",
    "Foundation",
];
const BEGINNINGS: [&str; 4] = ["Union of", "Association of", "Federation of", "Alliance of"];
const TRADES: [&str; 10] =
    ["Millers", "Teachers", "Drivers", "Fishermen", "Printers", "Nurses", "Growers", "Weavers", "Miners", "Engineers"];
const HOUSES: [&str; 8] = ["Courier", "Post", "News Agency", "Herald", "Gazette", "Times", "Press", "Tribune"];
const STEMS: usize = PLACE_STARTS.len() * PLACE_MIDDLES.len();

/// What bears a name, by its number.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Bearer {
    Person(usize),
    Group(usize),
    Place(usize),
    /// A paper or an agency, which sends dispatches.
    House(usize),
}

impl Bearer {
    pub fn kind(self) -> Kind {
        match self {
            Bearer::Person(_) => Kind::Person,
            Bearer::Group(_) | Bearer::House(_) => Kind::Group,
            Bearer::Place(_) => Kind::Place,
        }
    }
}

/// The names of a corpus.
pub struct Names {
    given: Vec<&'static str>,
}

impl Names {
    pub fn new() -> Self {
        Self { given: GIVEN.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect() }
    }

    /// In full: `Mira Halanberg`, `Tarn Water Council`.
    pub fn full(&self, bearer: Bearer) -> String {
        match bearer {
            Bearer::Person(number) => format!("{} {}", self.given(number), surname(number)),
            Bearer::Group(number) => group(number),
            Bearer::Place(number) => place(number),
            Bearer::House(number) => format!("{} {}", root(number * 31), HOUSES[number % HOUSES.len()]),
        }
    }

    /// What stands for the full name later in an article: a surname, an acronym, else the full name.
    pub fn short(&self, bearer: Bearer) -> String {
        match bearer {
            Bearer::Person(number) => surname(number),
            Bearer::Group(number) => acronym(number).unwrap_or_else(|| group(number)),
            Bearer::Place(_) | Bearer::House(_) => self.full(bearer),
        }
    }

    fn given(&self, number: usize) -> &'static str {
        // Two persons with one surname have numbers that lie far apart.
        self.given[(number * 389 + number / SURNAMES) % self.given.len()]
    }
}

const SURNAMES: usize = SURNAME_STARTS.len() * SURNAME_MIDDLES.len() * SURNAME_ENDS.len();

fn surname(number: usize) -> String {
    // Scattered, so that neighbours are not alike; 7919 has no factor in common with the number of surnames.
    let at = number * 7919 % SURNAMES;
    let (start, rest) = (at % SURNAME_STARTS.len(), at / SURNAME_STARTS.len());
    let plain = join(&[SURNAME_STARTS[start], SURNAME_MIDDLES[rest % SURNAME_MIDDLES.len()], SURNAME_ENDS[rest / SURNAME_MIDDLES.len()]]);
    match number % 16 {
        5 => join(&["al-", &plain]),
        9 => join(&["van ", &plain]),
        13 => join(&[&plain, "-", SURNAME_STARTS[(start + 7) % SURNAME_STARTS.len()], "rin"]),
        _ => plain,
    }
}

/// The title a person goes by.
pub fn title(number: usize) -> &'static str {
    TITLES[number * 5 % TITLES.len()]
}

/// The acronym of a group that has one.
pub fn acronym(number: usize) -> Option<String> {
    let has_one = !matches!(number % 8, 4 | 7);
    has_one.then(|| group(number).split(' ').filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase()).collect())
}

fn group(number: usize) -> String {
    let (shape, at) = (number % 8, number / 8);
    let (root, round) = (root(at), at / STEMS);
    let topic = TOPICS[(at + round) % TOPICS.len()];
    match shape {
        4 => join(&[&root, " ", HEADS[(at + round) % HEADS.len()]]),
        5 | 6 => join(&[BEGINNINGS[(shape + round) % BEGINNINGS.len()], " ", &root, " ", TRADES[(at + round + shape) % TRADES.len()]]),
        7 => join(&[["Liwa al-", "Jabhat al-", "Partiya ", "Hizb al-"][(at + round) % 4], &root]),
        _ => join(&[&root, " ", topic, " ", HEADS[(shape * 6 + round) % HEADS.len()]]),
    }
}

fn place(number: usize) -> String {
    let base = STEMS * PLACE_ENDS.len();
    let at = number * 7919 % base;
    let plain = join(&[&stem(at / PLACE_ENDS.len()), PLACE_ENDS[at % PLACE_ENDS.len()]]);
    match (number / base, number % 12) {
        (0, 0..11) => plain,
        (round, twelfth) => join(&[PLACE_PREFIXES[(round + twelfth) % PLACE_PREFIXES.len()], " ", &plain]),
    }
}

/// The town that a group is named by.
fn root(number: usize) -> String {
    join(&[&stem(number), PLACE_ENDS[(number * 7 + 3) % PLACE_ENDS.len()]])
}

fn stem(number: usize) -> String {
    let at = number * 389 % STEMS;
    join(&[PLACE_STARTS[at % PLACE_STARTS.len()], PLACE_MIDDLES[at / PLACE_STARTS.len()]])
}

fn join(parts: &[&str]) -> String {
    parts.concat()
}
