//! A screen that is typed at and read back.

use super::wend;
use crossterm::event::{KeyModifiers, MouseEvent, MouseEventKind};
use dateline::app::{App, Cmd, Keep, Key, Msg, Settings, Size};
use dateline::extract::Gazetteer;
use dateline::model::Article;
use dateline::store::Store;
use dateline::ui::{self, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// The explorer over the small corpus.
pub fn screen(width: u16, height: u16) -> Screen {
    Screen::of(wend(), width, height)
}

/// Where two places of the small corpus lie.
pub const WEND_PLACES: &str = "place/town\tOberwend\t-\t50.60,9.10\t3\nplace/village\tLower Wend\t-\t50.10,8.20\t2\n";

/// The explorer over the small corpus, with a gazetteer that knows where two of its three places lie.
pub fn located_screen(width: u16, height: u16) -> Screen {
    Screen::knowing(WEND_PLACES, wend(), width, height)
}

/// The explorer on a screen of its own.
pub struct Screen {
    app: App,
    theme: Theme,
    terminal: Terminal<TestBackend>,
}

impl Screen {
    /// With these articles in the store from the beginning.
    pub fn of(articles: Vec<Article>, width: u16, height: u16) -> Self {
        Self::knowing("", articles, width, height)
    }

    /// With a gazetteer (lines as in its files) that knows some of the names.
    pub fn knowing(gazetteer: &str, mut articles: Vec<Article>, width: u16, height: u16) -> Self {
        let mut known = Gazetteer::default();
        assert_eq!(known.add("places.tsv", gazetteer), []);
        for name in articles.iter_mut().flat_map(|article| &mut article.annotations.names) {
            name.entry = known.entries().find(|(_, entry)| entry.kind == name.kind && entry.name == *name.name).map(|(id, _)| id);
        }
        let mut store = Store::new(Arc::new(known));
        articles.into_iter().for_each(|article| {
            store.insert(article);
        });
        let today = "2021-06-01".parse().expect("a date");
        let settings = Settings::new(today, "wend");
        let app = App::new(store, settings, Size { width, height });
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
        let mut screen = Self { app, theme: Theme::dark(), terminal };
        screen.draw();
        screen
    }

    /// Types: each character is a key, and `<enter>`, `<ctrl-d>` … are keys by name. The last command is handed back.
    pub fn press(&mut self, keys: &str) -> Option<Cmd> {
        let command = self.hurry(keys);
        self.draw();
        command
    }

    /// The same, faster than anything is drawn.
    pub fn hurry(&mut self, keys: &str) -> Option<Cmd> {
        let mut command = None;
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
            let (word, after) = named.unwrap_or(rest.split_at(first.len_utf8()));
            let word = if word == " " { "space" } else { word };
            command = self.app.update(Msg::Key(Key::parse(word).expect("a key").into()));
            rest = after;
        }
        command
    }

    /// Types faster than anything is found.
    pub fn type_ahead(&mut self, words: &str) {
        for letter in words.chars() {
            self.app.update(Msg::Key(Key::parse(&letter.to_string()).expect("a key").into()));
        }
    }

    /// Takes in a message, does the least that can be done of what follows, and draws that; true when that was all.
    pub fn slice(&mut self, msg: Option<Msg>) -> bool {
        msg.into_iter().for_each(|msg| drop(self.app.update(msg)));
        self.app.advance(|| true);
        self.terminal.draw(|frame| ui::view(&self.app, &self.theme, frame)).expect("drawn");
        self.app.is_settled()
    }

    /// What is to outlive the session, since the last call.
    pub fn kept(&mut self) -> Vec<Keep> {
        self.app.take_kept()
    }

    pub fn send(&mut self, msg: Msg) {
        self.app.update(msg);
        self.draw();
    }

    /// The mouse does something at a cell, counted from 0.
    pub fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) {
        self.send(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    }

    /// The terminal takes another size and does not say so.
    pub fn shrink(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.draw();
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.send(Msg::Resize(Size { width, height }));
    }

    fn draw(&mut self) {
        self.app.settle();
        self.terminal.draw(|frame| ui::view(&self.app, &self.theme, frame)).expect("drawn");
    }

    /// The screen as another theme draws it.
    pub fn buffer_in(&mut self, theme: Theme) -> Buffer {
        let before = std::mem::replace(&mut self.theme, theme);
        self.draw();
        self.theme = before;
        self.buffer().clone()
    }

    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The rows of the screen, white space at their ends left out.
    pub fn rows(&self) -> Vec<String> {
        self.grid(|cell, _| cell.symbol().to_string())
    }

    /// How the cells of a row look, one letter for a column: `g`roup, `p`lace, pe`n`s… see [`look`].
    pub fn looks(&self) -> Vec<String> {
        self.grid(|cell, theme| look(cell, theme).to_string())
    }

    fn grid(&self, show: impl Fn(&Cell, &Theme) -> String) -> Vec<String> {
        let buffer = self.buffer();
        let row = |y| {
            let mut row = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let cell = &buffer[(x, y)];
                row.push_str(&show(cell, &self.theme));
                x += dateline::text::width(cell.symbol()).max(1) as u16;
            }
            row.trim_end().to_string()
        };
        (0..buffer.area.height).map(row).collect()
    }

    /// The whole screen is this: a line `|…` for each row, and beneath it, where highlights matter, a line `:…` for its looks.
    #[track_caller]
    pub fn shows(&self, expected: &str) {
        self.has_block(0, expected);
        assert_eq!(expected.lines().filter(|line| line.trim_start().starts_with('|')).count(), self.rows().len(), "rows");
    }

    /// From row `first` on, the screen is this; the form is that of [`Screen::shows`].
    #[track_caller]
    pub fn has_block(&self, first: usize, expected: &str) {
        let mut actual = Vec::new();
        let mut row = first;
        let wanted: Vec<_> = expected.lines().map(|line| line.trim()).filter(|line| !line.is_empty()).map(String::from).collect();
        for line in &wanted {
            match line.starts_with('|') {
                true => {
                    actual.push(format!("|{}", self.rows()[row]));
                    row += 1;
                }
                false => actual.push(format!(":{}", self.looks()[row - 1])),
            }
        }
        assert!(actual == wanted, "\nthe screen:\n{}\n\nwanted:\n{}\n", actual.join("\n"), wanted.join("\n"));
    }

    #[track_caller]
    pub fn has(&self, words: &str) {
        assert!(self.rows().iter().any(|row| row.contains(words)), "no {words:?} in\n{}", self.rows().join("\n"));
    }

    #[track_caller]
    pub fn has_not(&self, words: &str) {
        assert!(!self.rows().iter().any(|row| row.contains(words)), "{words:?} in\n{}", self.rows().join("\n"));
    }

    /// The looks of the cells that show these words, where they stand first.
    #[track_caller]
    pub fn look_of(&self, words: &str) -> String {
        let (row, looks) = self.rows().into_iter().zip(self.looks()).find(|(row, _)| row.contains(words)).unwrap_or_else(|| {
            panic!("no {words:?} in\n{}", self.rows().join("\n"));
        });
        let at = row[..row.find(words).expect("found")].graphemes(true).count();
        looks.chars().skip(at).take(words.graphemes(true).count()).collect()
    }
}

/// `s`elected, `h`it, `l`it (or the accent), `g`roup, `p`lace, perso`n`, `q`uote, problem (`u`nderlined), `w`atched, `.` anything else, a space for nothing.
fn look(cell: &Cell, theme: &Theme) -> char {
    let has = |color: Option<_>| Some(cell.fg) == color;
    match cell {
        _ if cell.modifier.contains(Modifier::REVERSED) => 's',
        _ if cell.symbol() == " " && !cell.modifier.contains(Modifier::UNDERLINED) && Some(cell.bg) != theme.hit.bg => ' ',
        _ if Some(cell.bg) == theme.hit.bg => 'h',
        _ if has(theme.group.fg) => 'g',
        _ if has(theme.place.fg) => 'p',
        _ if has(theme.person.fg) => 'n',
        _ if has(theme.quote.fg) => 'q',
        _ if has(theme.problem.fg) => 'u',
        _ if has(theme.watch.fg) => 'w',
        _ if has(theme.lit.fg) && cell.modifier.contains(Modifier::BOLD) => 'l',
        _ => '.',
    }
}
