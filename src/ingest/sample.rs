//! The sample corpus inside the program.

use super::walk::Found;
use crate::model::Format;

macro_rules! sample {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../assets/sample/", $name)))),*]
    };
}

const SAMPLE: &[(&str, &str)] = sample![
    "01-qamishli-meeting.txt"
    "02-border-reached.txt"
    "03-coalition-praise.txt"
    "04-hasakah-villages.txt"
    "05-nouri-raqqa.txt"
    "06-joint-centre.txt"
    "07-tev-dem.md"
    "08-leaflets.txt"
    "09-analyst-view.txt"
    "10-diplomacy.txt"
    "11-salamiyah-road.txt"
    "12-euphrates-background.md"
];

/// The dispatches as if they had been found in a folder called `sample`.
pub(super) fn files() -> impl Iterator<Item = Found> {
    SAMPLE.iter().map(|(name, text)| {
        let format = if name.ends_with(".md") { Format::Markdown } else { Format::Text };
        Found::Held { path: format!("sample/{name}"), format, bytes: text.as_bytes().into() }
    })
}
