//! What outlives the session: files that people write by hand and keep in git: corrections of names, saved views.
//!
//! Several copies of the program may run at once: a file is read again before every edit and replaced whole, so that no copy
//! undoes the work of another. A file that cannot be read is told with its path and the reason, and never overwritten.

mod blocks;
pub mod corrections;
pub mod file;
mod toml_problem;
pub mod views;

pub use file::FileError;
pub use toml_problem::Problem;
pub use views::SavedView;
