//! The explorer as a person sees it: keys in, rows out, and beneath a row how its cells look.

mod entity;
mod filter;
mod hostile;
mod layout;
mod loading;
mod map;
mod overlay;
#[path = "../support/mod.rs"]
mod support;
mod timeline;
mod walk;
