//! A message comes in: it is told from the others here, and what it means is done.

use super::action::Action;
use super::key::{Key, KeyEvent};
use super::keymap::{Lookup, Mode};
use super::msg::{Cmd, Keep, Msg};
use super::state::App;
use crate::ingest::Event;
use crate::model::Article;
use crate::store::WatchList;

/// Articles that are read within about a quarter of a second.
const BLINK: usize = 500;

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
        self.settle();
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
            Event::Batch(articles) => self.land(articles),
            Event::Failed(failure) => self.loading.failures.push(failure),
            Event::Progress(progress) => self.loading.progress = progress,
            Event::Done(progress) => {
                self.loading.progress = progress;
                self.loading.done = true;
                self.begin_at_the_top();
            }
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

    fn land(&mut self, articles: Vec<Article>) {
        self.hits_are_stale |= !articles.is_empty();
        for article in articles {
            self.store.insert(article);
        }
    }
}
