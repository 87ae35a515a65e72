//! Verbs that mean speech only beside words in marks, by what they do there.

/// How it was said: behind words that end with a comma, or right before a mark.
const MANNERS: &[&str] = &[
    "agreed",
    "agrees",
    "barked",
    "beamed",
    "began",
    "begins",
    "bellowed",
    "boomed",
    "chanted",
    "chants",
    "chimed",
    "chuckled",
    "chuckles",
    "conceded",
    "enthused",
    "enthuses",
    "exclaims",
    "fired",
    "frowned",
    "frowns",
    "fumed",
    "gasped",
    "goes",
    "grinned",
    "grins",
    "groaned",
    "growled",
    "grumbled",
    "grumbles",
    "guessed",
    "gushed",
    "hissed",
    "intoned",
    "jokes",
    "laughed",
    "laughs",
    "murmured",
    "mused",
    "muses",
    "muttered",
    "nodded",
    "nods",
    "objected",
    "objects",
    "offered",
    "offers",
    "paused",
    "pauses",
    "put",
    "puts",
    "quips",
    "read",
    "reads",
    "reckoned",
    "reckons",
    "recommended",
    "remembered",
    "remembers",
    "roared",
    "sang",
    "scoffed",
    "scoffs",
    "screamed",
    "shot",
    "shrieked",
    "shrugged",
    "shrugs",
    "sighed",
    "sighs",
    "smiled",
    "smiles",
    "snapped",
    "sneered",
    "snorted",
    "snorts",
    "sobbed",
    "sobs",
    "thinks",
    "thundered",
    "ventured",
    "ventures",
    "volunteered",
    "wailed",
    "went",
    "winced",
    "winces",
];

/// What stands written or is sung together: `a banner reading “…”`, `the crowd chanting “…”`. Nobody is told to have said it.
const DISPLAYING: &[&str] = &["read", "reads", "reading", "chanting", "singing", "shouting", "yelling", "screaming", "squawking"];

/// Verbs that put words in marks on a thing (`called it “a gift”`): speech only behind the one who is said to have said it.
const CALLING: &[&str] = &[
    "called",
    "calls",
    "branded",
    "dubbed",
    "labelled",
    "labeled",
    "hailed",
    "denounced",
    "dismissed",
    "thought",
    "considered",
    "deemed",
    "judged",
    "termed",
    "calling",
    "branding",
    "dubbing",
    "labelling",
    "labeling",
    "hailing",
    "denouncing",
    "dismissing",
    "spoke",
    "spoken",
    "wished",
    "wishes",
    "terming",
    "deeming",
    "blaming",
    "likening",
    "speaks",
    "talked",
    "blamed",
    "cited",
    "cites",
    "citing",
    "thanked",
    "thanks",
    "thanking",
    "regretted",
    "regrets",
    "regretting",
    "saw",
    "sees",
    "expected",
    "expects",
    "fears",
    "feared",
    "wanted",
    "wants",
    "invoked",
    "invokes",
    "bemoaned",
    "bemoans",
    "felt",
    "feels",
    "believed",
    "believes",
    "reckoned",
    "accepted",
    "accepts",
    "found",
    "finds",
];

/// Verbs that judge: speech only before `as “…”`.
const JUDGING: &[&str] = &[
    "condemned",
    "condemns",
    "condemning",
    "praised",
    "praises",
    "praising",
    "slammed",
    "slams",
    "slamming",
    "criticised",
    "criticized",
    "criticises",
    "criticizes",
    "rejected",
    "rejects",
    "rejecting",
    "ridiculed",
    "characterised",
    "characterized",
    "portrayed",
    "mocked",
    "likened",
    "attacked",
    "blasted",
    "decried",
    "decries",
    "rubbished",
    "derided",
    "welcomed",
    "welcomes",
];

/// Between a subject and its verb: `has always spoken of`, `yesterday blamed`.
const BESIDE_VERB: &[&str] = &[
    "has",
    "have",
    "had",
    "also",
    "later",
    "then",
    "once",
    "always",
    "often",
    "already",
    "yesterday",
    "today",
    "last",
    "this",
    "week",
    "month",
    "year",
    "night",
    "earlier",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "now",
    "even",
    "himself",
    "herself",
];

/// A word before words in marks that says they are a word, or a title.
const NAMING: &[&str] =
    &["word", "words", "term", "phrase", "expression", "nickname", "entitled", "titled", "headlined", "named", "nicknamed"];

/// Small words inside a title.
const TITLE_WORDS: &[&str] = &["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "from", "by", "de", "la", "le"];

pub(super) fn is_manner(word: &str) -> bool {
    MANNERS.contains(&word)
}

pub(super) fn displays(word: &str) -> bool {
    DISPLAYING.contains(&word)
}

pub(super) fn calls(word: &str) -> bool {
    CALLING.contains(&word)
}

pub(super) fn judges(word: &str) -> bool {
    JUDGING.contains(&word)
}

pub(super) fn stands_beside_verb(word: &str) -> bool {
    BESIDE_VERB.contains(&word) || word.ends_with("ly")
}

pub(super) fn names_a_term(word: &str) -> bool {
    NAMING.contains(&word)
}

pub(super) fn stands_in_titles(word: &str) -> bool {
    TITLE_WORDS.contains(&word)
}
