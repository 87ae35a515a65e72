//! The explorer as a person sees it: keys in, rows out, and beneath a row how its cells look.

mod correct;
mod entity;
mod filter;
mod hostile;
mod layout;
mod loading;
mod map;
mod marks;
mod overlay;
mod quotes;
mod slices;
mod stories;
#[path = "../support/mod.rs"]
mod support;
mod timeline;
mod typing;
mod walk;
mod why;
