//! A made-up corpus of any size, the same for the same seed: dispatches of two to four kilobytes about invented persons, places and
//! groups, named as unevenly as real ones are, some of them wire copy of others.

use crate::articles::article;
use dateline::model::Article;

const SYLLABLES: [&str; 24] = [
    "al", "ber", "cor", "da", "el", "fin", "gar", "hol", "is", "jo", "ka", "lun", "mar", "nor", "ol", "per", "qua", "ren", "sil", "tor",
    "ul", "ven", "wen", "zé",
];
const SENTENCES: [&str; 8] = [
    "The {g} said on Monday that the road to {p} would stay closed until the water had gone down.",
    "In {p}, traders counted what the flood had left and asked {n} for a list of what could be replaced.",
    "{n} and {n} met in {p} to talk about the ferry, the mill and the price of corn.",
    "A convoy of the {g} reached {p} before dawn, an hour after the bridge at {p} had been opened.",
    "Nobody could say how long the repairs would take, or who would pay for the new ropes.",
    "“The ropes are new, and the river is lower than it was,” said {s}, who has lived in {p} since the dam was built.",
    "The {g} denied that its boats had been seen near {p}; the {g} had said so two days before.",
    "Prices rose again last week, by more than in any week since the winter, the office in {p} said.",
];

/// Splitmix64 (Steele, Lea and Flood, 2014).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Small numbers far more often than large ones, about as Zipf has it.
    fn uneven(&mut self, end: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        ((end as f64).powf(share) as usize).saturating_sub(1).min(end - 1)
    }
}

/// Articles `0..count`, each with its names marked.
pub fn articles(count: usize, seed: u64) -> impl Iterator<Item = Article> {
    let mut random = Random::new(seed);
    let names = count / 3 + 100;
    let mut wire: Vec<String> = Vec::new();
    (0..count).map(move |number| {
        let copied = number % 5 == 4 && !wire.is_empty();
        let body = if copied { again(&wire[random.below(wire.len())], &mut random, names) } else { body(&mut random, names) };
        if number % 50 == 0 && wire.len() < 2000 {
            wire.push(body.clone());
        }
        let date = format!("20{:02}-{:02}-{:02}", random.below(20), 1 + random.below(12), 1 + random.below(28));
        let facts = format!("{}|{} Courier||", if random.below(10) == 0 { String::new() } else { date }, word(random.uneven(40)));
        let (place, group) = (name(random.uneven(names), 'p'), name(random.uneven(names), 'g'));
        article(&facts, &format!("{group} comes to {place}, number {number}"), &body)
    })
}

/// A dispatch that begins as another one does.
fn again(of: &str, random: &mut Random, names: usize) -> String {
    let cut = of.find("\n\n").and_then(|first| Some(first + 2 + of[first + 2..].find("\n\n")?)).unwrap_or(of.len());
    format!("{}\n\n{}", &of[..cut], paragraph(random, names))
}

fn body(random: &mut Random, names: usize) -> String {
    let paragraphs: Vec<String> = (0..6 + random.below(6)).map(|_| paragraph(random, names)).collect();
    paragraphs.join("\n\n")
}

fn paragraph(random: &mut Random, names: usize) -> String {
    let sentences: Vec<String> = (0..3).map(|_| sentence(random, names)).collect();
    sentences.join(" ")
}

fn sentence(random: &mut Random, names: usize) -> String {
    let mut sentence = SENTENCES[random.below(SENTENCES.len())].to_string();
    for kind in ['g', 'p', 'n'] {
        let hole = format!("{{{kind}}}");
        while let Some(at) = sentence.find(&hole) {
            sentence.replace_range(at..at + 3, &format!("{{{kind}:{}}}", name(random.uneven(names), kind)));
        }
    }
    let speaker = name(random.uneven(names), 'n');
    sentence.replace("” said {s}", &format!("”{{said:{speaker}}} {{n:{speaker}}}"))
}

/// The name of this number and kind.
fn name(number: usize, kind: char) -> String {
    match kind {
        'g' => format!("{} {}", word(number), ["Guard", "Union", "Council", "Press"][number % 4]),
        'p' => word(number * 7 + 1),
        _ => format!("{} {}", word(number % 300 + 24), word(number * 3 + 2)),
    }
}

fn word(mut number: usize) -> String {
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 && word.len() > 3 {
            break;
        }
    }
    let first = word.chars().next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    word.replace_range(..1, &first);
    word
}
