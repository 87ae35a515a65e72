//! Which format a file has. A new format is a line here, a variant of [`Format`], and a file beside this one.

use crate::model::Format;
use std::path::Path;

/// The format a file's name promises; `None` for one that is not read. A name without an ending may be a text.
pub(super) fn by_name(path: &Path) -> Option<Format> {
    let Some(ending) = path.extension() else { return Some(Format::Text) };
    match ending.to_string_lossy().to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(Format::Text),
        "md" | "markdown" | "mdown" => Some(Format::Markdown),
        "jsonl" | "ndjson" => Some(Format::Jsonl),
        _ => None,
    }
}

/// A decoded text holds no NUL; what does is a picture, an archive, a program.
pub(super) fn is_text(text: &str) -> bool {
    !text.contains('\0')
}
