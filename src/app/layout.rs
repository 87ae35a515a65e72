//! What stands where: a pure function of the terminal's size and the focused pane, shared by update and view.

use super::entity_page::{Part, SIDE_BY_SIDE};
use super::state::Focus;
use ratatui::layout::Rect;

/// Width and height of the terminal in cells.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

impl Size {
    /// Below this nothing useful can be shown.
    pub const LEAST: Size = Size { width: 24, height: 6 };
}

/// From this width on, list, reader and names stand side by side.
const THREE_COLUMNS: u16 = 110;
/// From this width on, list and names stand left of the reader.
const TWO_COLUMNS: u16 = 80;
/// Under this height one column shows one pane.
const STACKED: u16 = 14;
/// Longer lines are hard to read.
const READABLE: u16 = 90;

/// No pane is dragged narrower.
const NARROWEST: u16 = 20;

/// How wide the user wants the outer panes; nothing where the layout decides.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    pub list: Option<u16>,
    pub names: Option<u16>,
}

/// A line between two panes that can be dragged.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Border {
    List,
    Names,
}

/// A pane: one line of title, and what is under it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Pane {
    pub title: Rect,
    pub body: Rect,
}

impl Pane {
    fn new(area: Rect) -> Self {
        let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
        Self { title: Rect { height: 1, ..area }, body }
    }

    fn contains(self, x: u16, y: u16) -> bool {
        self.title.union(self.body).contains((x, y).into())
    }

    /// The rooms of two versions side by side, beneath a line for their headings.
    pub fn versions(self) -> VersionRooms {
        let body = Rect { y: self.body.y + 1, height: self.body.height.saturating_sub(1), ..self.body };
        let (left, right) = split_left(body, (body.width - 1) / 2);
        let column = |area: Rect| Rect { x: area.x + 3, width: area.width.saturating_sub(4).max(1), ..area };
        VersionRooms { left: column(left), right: column(right) }
    }

    /// The rooms of the quote book: the list, and beneath it the quote under the cursor; that is left out where it is low.
    pub fn book(self) -> (Rect, Rect) {
        let detail = if self.body.height < 12 { 0 } else { (self.body.height / 4).clamp(6, 10) };
        split_top(self.body, self.body.height - detail)
    }

    /// The rooms of a name's page in this pane.
    pub fn page(self) -> PageRooms {
        let (head, rest) = split_top(self.body, PageRooms::HEAD.min(self.body.height.saturating_sub(2)));
        let (left, right) = split_left(rest, share(rest.width, 36).min(46));
        let side_by_side = rest.width >= SIDE_BY_SIDE;
        PageRooms { head, body: rest, sides: side_by_side.then_some((left, right)) }
    }

    /// The rooms of the timeline in this pane, with bars for one name or without.
    pub fn timeline(self, with_name: bool) -> TimelineRooms {
        let area = self.body;
        let (head, rest) = split_top(area, area.height.min(if area.height > 16 { 2 } else { 1 }));
        let own = if with_name { (area.height / 6).min(6) } else { 0 };
        let (chart, below) = split_top(rest, share(rest.height, 65).max(rest.height.min(6)));
        let (bars, foot) = split_top(chart, chart.height.saturating_sub(own + 2));
        let (axis, own) = split_top(foot, foot.height.min(2));
        let (told, titles) = split_top(below, below.height.min(if area.height > 16 { 2 } else { 1 }));
        TimelineRooms { head, bars: beside_counts(bars), axis: beside_counts(axis), own: beside_counts(own), told, titles }
    }

    /// The rooms of the map in this pane: the list beside it, or beneath it, or in turn with it. `switched` is the map alone, and where
    /// there is no room for both, the list alone.
    pub fn map(self, switched: bool) -> MapRooms {
        let area = self.body;
        let none = Rect { height: 0, ..area };
        match (area.width, area.height) {
            (MAP_AND_LIST.., _) if !switched => {
                let (map, list) = split_left(area, area.width - (area.width / 4).clamp(26, 36) - 1);
                MapRooms::over_words(map, list)
            }
            (MAP_AND_LIST.., _) => MapRooms::over_words(area, none),
            (_, MAP_OVER_LIST..) if !switched => {
                let (map, list) = split_top(area, share(area.height, 65));
                MapRooms::over_words(map, list)
            }
            (_, ..MAP_OVER_LIST) if switched => MapRooms { map: none, words: none, list: area },
            _ => MapRooms::over_words(area, none),
        }
    }
}

/// Cells at the left of the bars of the timeline, for their counts.
const COUNTS: u16 = 7;
/// From this width on, the list stands beside the map.
const MAP_AND_LIST: u16 = 72;
/// From this height on, it stands beneath the map.
const MAP_OVER_LIST: u16 = 18;

/// The timeline, from the top down.
#[derive(Copy, Clone, Debug)]
pub struct TimelineRooms {
    pub head: Rect,
    pub bars: Rect,
    pub axis: Rect,
    /// The bars of one name.
    pub own: Rect,
    /// What is said of the column under the cursor.
    pub told: Rect,
    pub titles: Rect,
}

fn beside_counts(area: Rect) -> Rect {
    let left = COUNTS.min(area.width);
    Rect { x: area.x + left, width: (area.width - left).saturating_sub(1), ..area }
}

/// The map, the line of words beneath it, and the list.
#[derive(Copy, Clone, Debug)]
pub struct MapRooms {
    pub map: Rect,
    pub words: Rect,
    pub list: Rect,
}

impl MapRooms {
    fn over_words(area: Rect, list: Rect) -> Self {
        let (map, words) = split_top(area, area.height - 1);
        Self { map, words, list }
    }
}

/// Two columns of text.
#[derive(Copy, Clone, Debug)]
pub struct VersionRooms {
    pub left: Rect,
    pub right: Rect,
}

/// A name's page: its head, and beneath it facts and evidence, side by side or one of them.
#[derive(Copy, Clone, Debug)]
pub struct PageRooms {
    pub head: Rect,
    pub body: Rect,
    sides: Option<(Rect, Rect)>,
}

impl PageRooms {
    const HEAD: u16 = 4;

    /// Where the facts stand when `part` has the keys; empty when they are not shown.
    pub fn facts(&self, part: Part) -> Rect {
        let alone = if part == Part::Facts { self.body } else { Rect::default() };
        self.sides.map_or(alone, |(left, _)| left)
    }

    /// Where the evidence stands when `part` has the keys; empty when it is not shown.
    pub fn evidence(&self, part: Part) -> Rect {
        let alone = if part == Part::Evidence { self.body } else { Rect::default() };
        self.sides.map_or(alone, |(_, right)| right)
    }
}

/// Where everything stands. A pane that is not shown is `None`; the focused one always is.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub header: Rect,
    pub list: Option<Pane>,
    pub reader: Option<Pane>,
    pub names: Option<Pane>,
    pub status: Rect,
}

impl Layout {
    /// `None` when the terminal is smaller than [`Size::LEAST`].
    pub fn of(size: Size, focus: Focus, widths: Widths) -> Option<Self> {
        if size.width < Size::LEAST.width || size.height < Size::LEAST.height {
            return None;
        }
        let header = Rect::new(0, 0, size.width, 1);
        let status = Rect { y: size.height - 1, ..header };
        let middle = Rect { y: 1, height: size.height - 2, ..header };
        let frame = Self { header, status, ..Self::default() };
        Some(match size.width {
            THREE_COLUMNS.. => frame.three_columns(middle, widths),
            TWO_COLUMNS.. => frame.two_columns(middle, focus, widths),
            _ if size.height >= STACKED => frame.stacked(middle, focus),
            _ => frame.with(focus, middle),
        })
    }

    fn three_columns(self, middle: Rect, widths: Widths) -> Self {
        let names_width = widths.names.unwrap_or((middle.width / 5).clamp(28, 34)).clamp(NARROWEST, middle.width / 3);
        let most = middle.width - names_width - NARROWEST - 2;
        let list_width = widths.list.unwrap_or(list_width(middle.width)).clamp(NARROWEST, most);
        let (list, rest) = split_left(middle, list_width);
        let (reader, names) = split_left(rest, rest.width - names_width - 1);
        self.with(Focus::List, list).with(Focus::Reader, reader).with(Focus::Names, names)
    }

    fn two_columns(self, middle: Rect, focus: Focus, widths: Widths) -> Self {
        let width = widths.list.unwrap_or(share(middle.width, 38)).clamp(NARROWEST, middle.width - NARROWEST - 1);
        let (left, reader) = split_left(middle, width);
        let frame = self.with(Focus::Reader, reader);
        if middle.height < 2 * STACKED - 10 {
            return frame.with(beside_the_reader(focus), left);
        }
        let (list, names) = split_top(left, share(left.height, 55));
        frame.with(Focus::List, list).with(Focus::Names, names)
    }

    fn stacked(self, middle: Rect, focus: Focus) -> Self {
        let (top, reader) = split_top(middle, share(middle.height, 40).max(5));
        self.with(beside_the_reader(focus), top).with(Focus::Reader, reader)
    }

    fn with(mut self, focus: Focus, area: Rect) -> Self {
        match focus {
            Focus::List => self.list = Some(Pane::new(area)),
            Focus::Reader => self.reader = Some(Pane::new(area)),
            Focus::Names => self.names = Some(Pane::new(area)),
        }
        self
    }

    /// The pane at a cell.
    pub fn pane_at(&self, x: u16, y: u16) -> Option<Focus> {
        Focus::ALL.into_iter().find(|focus| self.pane(*focus).is_some_and(|pane| pane.contains(x, y)))
    }

    /// The line between two panes at a cell.
    pub fn border_at(&self, x: u16, y: u16) -> Option<Border> {
        let reader = self.reader.filter(|reader| (reader.title.y..self.status.y).contains(&y))?;
        let at_left = self.list.or(self.names).is_some_and(|pane| pane.title.right() == x && x < reader.title.x);
        let at_right = self.names.is_some_and(|names| reader.title.right() == x && x < names.title.x);
        match (at_left, at_right) {
            (true, _) => Some(Border::List),
            (_, true) => Some(Border::Names),
            _ => None,
        }
    }

    /// The widths after a border was dragged to a column.
    pub fn dragged(&self, border: Border, x: u16, widths: Widths) -> Widths {
        match border {
            Border::List => Widths { list: Some(x), ..widths },
            Border::Names => Widths { names: Some(self.status.width.saturating_sub(x + 1)), ..widths },
        }
    }

    pub fn pane(&self, focus: Focus) -> Option<Pane> {
        match focus {
            Focus::List => self.list,
            Focus::Reader => self.reader,
            Focus::Names => self.names,
        }
    }

    /// Where a view stands: in the place of all panes.
    pub fn view(&self) -> Pane {
        Pane::new(Rect { y: self.header.bottom(), height: self.status.y - self.header.bottom(), ..self.header })
    }

    /// Rows under the title of a pane; 0 when it is not shown.
    pub fn height(&self, focus: Focus) -> usize {
        self.pane(focus).map_or(0, |pane| usize::from(pane.body.height))
    }

    /// Where the reader's text stands: no wider than is good to read, with room for the quote marks on its left.
    pub fn text(&self) -> Rect {
        self.reader.map_or(Rect::default(), |pane| text_column(pane.body))
    }
}

/// The list gets more of a wide screen: the reader's lines do not grow any more.
fn list_width(width: u16) -> u16 {
    let percent = if width < 160 { 33 } else { 38 };
    share(width, percent).min(84)
}

/// So many percent of a length.
fn share(length: u16, percent: u32) -> u16 {
    (u32::from(length) * percent / 100) as u16
}

fn text_column(body: Rect) -> Rect {
    let (left, right) = if body.width < 50 { (3, 1) } else { (4, 2) };
    let width = (body.width - left - right).min(READABLE);
    Rect { x: body.x + left.max((body.width - width) / 2), width, ..body }
}

fn beside_the_reader(focus: Focus) -> Focus {
    if focus == Focus::Names { Focus::Names } else { Focus::List }
}

/// Two areas with one free column between them.
fn split_left(area: Rect, width: u16) -> (Rect, Rect) {
    let right = Rect { x: area.x + width + 1, width: area.width - width - 1, ..area };
    (Rect { width, ..area }, right)
}

fn split_top(area: Rect, height: u16) -> (Rect, Rect) {
    let bottom = Rect { y: area.y + height, height: area.height - height, ..area };
    (Rect { height, ..area }, bottom)
}

/// How the list shows an article in a given width.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// The title, and beneath it date and source.
    TwoLines,
    /// Date and title on one line.
    DateTitle,
    /// Date, source and title on one line.
    DateSourceTitle,
}

impl ListStyle {
    pub fn of(width: u16) -> Self {
        match width {
            0..56 => Self::TwoLines,
            56..70 => Self::DateTitle,
            70.. => Self::DateSourceTitle,
        }
    }

    /// Rows an article takes.
    pub fn rows(self) -> usize {
        if self == Self::TwoLines { 2 } else { 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focused_pane_is_always_shown_and_nothing_leaves_the_screen() {
        for (width, height) in (24..220).chain([u16::MAX]).flat_map(|width| (6..70).chain([u16::MAX]).map(move |height| (width, height))) {
            let dragged = [Widths::default(), Widths { list: Some(3), names: Some(900) }, Widths { list: Some(u16::MAX), names: None }];
            for (focus, widths) in Focus::ALL.into_iter().flat_map(|focus| dragged.map(|widths| (focus, widths))) {
                let layout = Layout::of(Size { width, height }, focus, widths).expect("large enough");
                assert!(layout.height(focus) > 0, "{width}×{height} {focus:?}");
                let screen = Rect::new(0, 0, width, height);
                let panes = Focus::ALL.into_iter().filter_map(|focus| layout.pane(focus));
                assert!(panes.clone().all(|pane| screen.union(pane.body) == screen && screen.union(pane.title) == screen));
                assert!(layout.reader.is_none() || layout.text().width > 0);
            }
        }
    }

    #[test]
    fn too_small_is_no_layout() {
        assert_eq!(Layout::of(Size { width: 20, height: 5 }, Focus::List, Widths::default()), None);
    }
}
