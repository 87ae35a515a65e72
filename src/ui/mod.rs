//! From the app to cells: reads, never writes.

mod clip;
mod coast;
mod context;
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
mod palette;
mod panes;
mod picture;
mod reader;
mod rgb;
mod status;
mod theme;
mod timeline;
mod view;

pub use picture::picture;
pub use theme::{Paper, Theme, ThemeError};

use crate::app::{App, Layout, Size};
use clip::plain;
use ratatui::Frame;
use ratatui::layout::Alignment;

/// Draws the whole screen. The app has been settled before.
pub fn view(app: &App, theme: &Theme, frame: &mut Frame) {
    match app.layout() {
        Some(layout) => screen(app, &layout, theme, frame),
        None => too_small(theme, frame),
    }
}

fn screen(app: &App, layout: &Layout, theme: &Theme, frame: &mut Frame) {
    header::draw(app, layout.header, theme, frame);
    match &app.view {
        Some(view) => view::draw(app, view, layout.view(), theme, frame.buffer_mut()),
        None => panes::draw(app, layout, theme, frame.buffer_mut()),
    }
    status::draw(app, layout.status, theme, frame.buffer_mut());
    overlay::draw(app, theme, frame);
    if let Some(palette) = &app.palette {
        palette::draw(app, palette, theme, frame);
    }
}

fn too_small(theme: &Theme, frame: &mut Frame) {
    let needed = format!("needs {}×{} cells", Size::LEAST.width, Size::LEAST.height);
    let mut middle = frame.area();
    middle.y += middle.height / 2;
    middle.height = middle.height.min(1);
    frame.render_widget(plain(needed, theme.dim).alignment(Alignment::Center), middle);
}
