//! The sample corpus inside the program.

use super::walk::Found;
use crate::model::Format;

macro_rules! sample {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../assets/sample/", $name)))),*]
    };
}

const SAMPLE: &[(&str, &str)] = sample![];

/// The dispatches as if they had been found in a folder called `sample`.
pub(super) fn files() -> impl Iterator<Item = Found> {
    SAMPLE.iter().map(|(name, text)| {
        let format = if name.ends_with(".md") { Format::Markdown } else { Format::Text };
        Found::Held { path: format!("sample/{name}"), format, bytes: text.as_bytes().into() }
    })
}
