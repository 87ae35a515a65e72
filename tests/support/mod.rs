//! Drives the explorer as a person would: keys in, rows out.

mod articles;
mod bridge;
mod screen;
mod wend;

pub use articles::article;
pub use bridge::bridge;
pub use screen::{Screen, WEND_PLACES, located_screen, screen};
pub use wend::wend;
