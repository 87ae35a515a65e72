//! A message comes in: it is told from the others here, and what it means is done.

use super::action::Action;
use super::key::{Key, KeyEvent};
use super::keymap::{Lookup, Mode};
use super::msg::{Cmd, Keep, Msg};
use super::state::App;
use crate::ingest::Event;
use crate::store::{Batch, Known, Store, WatchList, Writing};

/// Articles that are read within about a quarter of a second.
const BLINK: usize = 500;
/// Bytes of tables that are written between two looks at the time, within about a quarter of a millisecond.
const AT_ONCE: usize = 32 * 1024;

impl App {
    /// Takes in one message; work that is not the app's own is handed back.
    pub fn update(&mut self, msg: Msg) -> Option<Cmd> {
        match msg {
            Msg::Key(event) => return self.key(event),
            Msg::Mouse(event) => {
                self.is_touched = true;
                self.mouse(event);
            }
            Msg::Paste(text) => self.paste(&text),
            Msg::Resize(size) => self.size = size,
            Msg::Ingest(event) => self.ingest(event),
            Msg::Corrections(corrections) => self.corrected(corrections),
            Msg::Marks(marks) => {
                self.store.remember(marks);
                self.reader.forget_page();
            }
            Msg::Watched(words) => {
                self.watched = WatchList::new(words);
                self.reader.forget_marks();
            }
            Msg::Trouble(trouble) => self.notify(trouble),
        }
        None
    }

    fn key(&mut self, event: KeyEvent) -> Option<Cmd> {
        let key = Key::pressed(event)?;
        self.is_touched = true;
        self.notice = None;
        self.pressed.push(key);
        match self.settings.keymap.look_up(self.mode(), &self.pressed) {
            Lookup::Action(action) => self.whole(action),
            Lookup::Pending => None,
            Lookup::Unbound => self.unbound(event),
        }
    }

    fn whole(&mut self, action: Action) -> Option<Cmd> {
        self.pressed.clear();
        // What an action means depends on what is shown by now, also when keys come faster than screens.
        self.catch_up();
        self.act(action)
    }

    /// A key without an action is text for the filter, or the beginning of something new after a broken sequence.
    fn unbound(&mut self, event: KeyEvent) -> Option<Cmd> {
        let sequence = std::mem::take(&mut self.pressed);
        match self.mode() {
            Mode::Filter if self.prompt.is_some() => self.key_for_prompt(event),
            Mode::Filter if self.filter.key(event, self.settings.today) => self.search_anew(),
            Mode::Filter => {}
            Mode::Palette => self.key_for_picker(event),
            _ if sequence.len() > 1 => return self.key(event),
            _ => {}
        }
        None
    }

    fn paste(&mut self, text: &str) {
        if let Some(prompt) = &mut self.prompt {
            prompt.paste(text);
        } else if self.mode() == Mode::Filter {
            self.filter.paste(text, self.settings.today);
            self.search_anew();
        }
    }

    /// What has come about since the last call that is to outlive the session.
    pub fn take_kept(&mut self) -> Vec<Keep> {
        std::mem::take(&mut self.kept)
    }

    fn ingest(&mut self, event: Event) {
        match event {
            Event::Opened(store) => self.take_store(*store),
            Event::Batch(batch) => self.land(batch),
            Event::Failed(failure) => self.loading.failures.push(failure),
            Event::Progress(progress) => self.loading.progress = progress,
            Event::Done(progress) => {
                self.loading.progress = progress;
                self.loading.done = true;
                self.begin_at_the_top();
            }
            Event::TablesWanted(by) => self.writing = Some((Writing::default(), by)),
        }
    }

    /// Where loading took a blink and nobody has done anything yet, one begins with the first of the list. Otherwise the article that
    /// is read stays.
    fn begin_at_the_top(&mut self) {
        if !self.is_touched && self.store.len() <= BLINK {
            self.list.forget_place();
            self.hits_are_stale = true;
        }
    }

    fn land(&mut self, batch: Batch) {
        self.hits_are_stale |= !batch.digests.is_empty();
        self.store.insert_all(batch);
    }

    /// A whole corpus is here at once.
    fn take_store(&mut self, store: Store) {
        let before = std::mem::replace(&mut self.store, store);
        self.store.inherit(before);
        self.search_anew();
        self.known = Known::default();
    }

    /// Writes down the store's tables where they are wanted, as far as there is time.
    pub(super) fn write_tables(&mut self, over: impl Fn() -> bool) {
        let Some((writing, _)) = &mut self.writing else { return };
        while !writing.go_on(&self.store, AT_ONCE) {
            if over() {
                return;
            }
        }
        if let Some((writing, by)) = self.writing.take() {
            // Nobody listens any more when the explorer ends.
            let _ = by.send(writing.tables());
        }
    }
}
