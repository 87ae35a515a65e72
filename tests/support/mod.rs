//! Drives the explorer as a person would: keys in, rows out.

mod articles;
mod screen;
mod wend;

pub use articles::article;
pub use screen::{Screen, screen};
pub use wend::wend;
