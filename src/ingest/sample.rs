//! The sample corpus inside the program.

use super::walk::Found;
use crate::model::Format;

macro_rules! sample {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../assets/sample/", $name)))),*]
    };
}

const SAMPLE: &[(&str, &str)] = sample![
    "01-qamishli-security-meeting.txt"
    "02-pmu-commander-on-air-cover.txt"
    "03-coalition-on-the-pmu.txt"
    "04-villages-in-hasakah.txt"
    "05-nouri-on-raqqa.txt"
    "06-joint-centre-at-the-border.txt"
    "07-tev-dem-on-good-neighbours.txt"
    "08-leaflets-on-the-border.txt"
    "09-four-leaders-in-istanbul.md"
    "10-road-to-raqqah.txt"
    "11-raqqa-is-free.txt"
];

/// The dispatches as if they had been found in a folder called `sample`.
pub(super) fn files() -> impl Iterator<Item = Found> {
    SAMPLE.iter().map(|(name, text)| {
        let format = if name.ends_with(".md") { Format::Markdown } else { Format::Text };
        Found::Held { path: format!("sample/{name}"), format, bytes: text.as_bytes().into() }
    })
}
