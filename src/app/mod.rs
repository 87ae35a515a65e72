//! State and update: a message changes the app, and perhaps a command is handed back. No drawing, no I/O, no clock.
//!
//! [`App::update`] takes in one message; [`App::settle`] then derives what is drawn (hits, lit letters, wrapped rows, counts).

mod act;
mod action;
mod copy;
mod entity_page;
mod filter;
mod key;
mod keymap;
mod keymap_file;
mod layout;
mod list;
mod loading;
mod motion;
mod msg;
mod names;
mod nothing_found;
mod overlay;
mod page;
mod palette;
mod pointer;
mod reader;
mod refine;
mod rows;
mod settle;
mod state;
mod timeline;
mod told;
mod trail;
mod update;
mod view;
mod walk;

pub use action::{ALL, About, Action, Section};
pub use entity_page::{EntityPage, Evidence, Fact, Figures, Part};
pub use key::{Key, KeyEvent, MouseEvent};
pub use keymap::{Keymap, Lookup, Mode};
pub use keymap_file::Problem;
pub use layout::{Layout, ListStyle, Pane, Size, TimelineRooms};
pub use list::List;
pub use loading::{Loading, grouped};
pub use msg::{Cmd, Msg};
pub use names::{NameRow, Names, Scope};
pub use nothing_found::Blame;
pub use overlay::{HelpRow, Overlay, Topic, height as overlay_height, help};
pub use page::{Line, Page, text_span};
pub use palette::Palette;
pub use reader::{Pick, Picked, Reader};
pub use refine::order_words;
pub use rows::{Row, Rows};
pub use state::{App, Focus, Settings};
pub use timeline::{Columns, Timeline};
pub use told::Hint;
pub use view::{Browse, View};
