//! From the app to cells: reads, never writes.

mod clip;
mod coast;
mod context;
#[cfg(test)]
mod contrast_tests;
mod empty;
mod entity_page;
mod graticule;
mod header;
mod highlight;
mod labels;
mod list;
mod map;
mod names;
mod overlay;
mod page_rows;
mod panes;
mod picker;
mod picture;
mod quote_book;
mod reader;
mod rgb;
mod status;
mod theme;
mod theme_file;
mod timeline;
mod versions;
mod view;
mod why;

pub use picture::picture;
pub use theme::{Paper, Theme};

use crate::app::{App, Layout, Size};
use clip::plain;
use ratatui::Frame;
use ratatui::layout::Alignment;

/// Draws the whole screen. The app has been settled before.
pub fn view(app: &App, theme: &Theme, frame: &mut Frame) {
    // The terminal has shrunk since it was measured: it says so in a moment, and is drawn then.
    let area = frame.area();
    if area.width < app.size.width || area.height < app.size.height {
        return;
    }
    match app.layout() {
        Some(layout) => screen(app, &layout, theme, frame),
        None => too_small(theme, frame),
    }
}

/// Finds out once what the first map would have to wait for, on whatever thread.
pub fn prepare() {
    coast::lines();
}

fn screen(app: &App, layout: &Layout, theme: &Theme, frame: &mut Frame) {
    header::draw(app, layout.header, theme, frame);
    match &app.view {
        Some(view) => view::draw(app, view, layout.view(), theme, frame.buffer_mut()),
        None => panes::draw(app, layout, theme, frame.buffer_mut()),
    }
    status::draw(app, layout.status, theme, frame);
    overlay::draw(app, theme, frame);
    if let Some(picker) = &app.picker {
        picker::draw(app, picker, theme, frame);
    }
}

fn too_small(theme: &Theme, frame: &mut Frame) {
    let needed = format!("needs {}×{} cells", Size::LEAST.width, Size::LEAST.height);
    let mut middle = frame.area();
    middle.y += middle.height / 2;
    middle.height = middle.height.min(1);
    frame.render_widget(plain(needed, theme.dim).alignment(Alignment::Center), middle);
}
