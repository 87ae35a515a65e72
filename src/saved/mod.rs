//! What outlives the session: a notebook of what readers leave on articles, and files that people write by hand and keep in
//! git: corrections of names, saved views.
//!
//! Several copies of the program may run at once. The notebook writes only the fields that changed, the files are read again
//! before every edit and replaced whole, so that no copy undoes the work of another. A file that cannot be read is told with its
//! path and the reason, and never overwritten.

mod blocks;
pub mod corrections;
mod desk;
pub mod file;
mod notebook;
mod schema;
mod toml_file;
pub mod views;

pub use desk::{Desk, Entries, Watched};
pub use file::FileError;
pub use notebook::{Changed, Notebook};
pub use schema::NotebookError;
pub use toml_file::{Problem, all_problems, parse as parse_toml};
pub use views::SavedView;
