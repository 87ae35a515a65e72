//! Drives the explorer as a person would: keys in, rows out.

mod articles;
mod screen;
mod wend;

pub use articles::article;
pub use screen::{Screen, located_screen, screen};
pub use wend::wend;
