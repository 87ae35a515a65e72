//! State and update: a message changes the app, and perhaps a command is handed back. No drawing, no I/O, no clock.
//!
//! [`App::update`] takes in one message; [`App::settle`] then derives what is drawn (hits, lit letters, wrapped rows, counts).

mod act;
mod action;
mod copy;
mod correct;
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
mod picker;
mod pointer;
mod prompt;
mod quote_book;
mod reader;
mod refine;
mod rows;
mod settle;
mod state;
mod told;
mod trail;
mod undo;
mod update;
mod view;
mod walk;

pub use action::{ALL, About, Action, Section};
pub use entity_page::{EntityPage, Evidence, Fact, Figures, Part};
pub use key::{Key, KeyEvent, MouseEvent};
pub use keymap::{Keymap, Lookup, Mode};
pub use layout::{Layout, ListStyle, Pane, Size};
pub use list::List;
pub use loading::{Loading, counted, grouped};
pub use msg::{Cmd, Keep, Msg};
pub use names::{NameRow, Names, Scope};
pub use nothing_found::Blame;
pub use overlay::{HelpRow, Overlay, Topic, height as overlay_height, help, picker_height};
pub use page::{Line, Page, text_span};
pub use picker::{Choice, Item, Offer, Picker};
pub use prompt::{Ask, Prompt};
pub use quote_book::{Line as BookLine, QuoteBook};
pub use reader::{Pick, Picked, Reader};
pub use refine::order_words;
pub use rows::{Row, Rows};
pub use state::{App, Focus, Settings};
pub use told::Hint;
pub use view::{Browse, View};
