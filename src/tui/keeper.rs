//! The thread that writes down what is to outlive the session, and looks whether somebody else did: another copy of the program in the
//! notebook, a person in the names file.

use super::input::Input;
use crate::app::{Keep, Msg};
use crate::model::{ContentId, Marks};
use crate::saved::{Desk, Notebook, NotebookError, Watched};
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// How often it looks. A look costs a question to the notebook and one to the file system, together some microseconds.
const GLANCE: Duration = Duration::from_secs(1);

/// What the thread holds.
pub struct Keeper {
    desk: Desk,
    notebook: Result<Notebook, NotebookError>,
    /// The notebook as the explorer knows it.
    known: HashMap<ContentId, Marks>,
    names: Watched,
}

impl Keeper {
    pub fn new(desk: Desk) -> Self {
        let mut names = Watched::default();
        names.has_changed(&desk.corrections);
        Self { notebook: desk.notebook(), known: HashMap::new(), desk, names }
    }

    /// Writes what comes until nobody is left to send it. What goes wrong is told and the next thing is tried all the same.
    pub fn run(mut self, orders: &Receiver<Vec<Keep>>, inputs: &Sender<Input>) {
        let tell = |msg: Msg| inputs.send(Input::Told(msg));
        let mut news = self.marks();
        loop {
            if news.into_iter().any(|msg| tell(msg).is_err()) {
                return;
            }
            news = match orders.recv_timeout(GLANCE) {
                Ok(kept) => kept.iter().filter_map(|keep| self.keep(keep).err()).map(Msg::Trouble).collect(),
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            };
        }
    }

    fn keep(&mut self, keep: &Keep) -> Result<(), String> {
        let told = |error: &dyn std::fmt::Display| format!("not kept: {error}");
        match keep {
            Keep::Marks(changes) => {
                self.known.extend(changes.iter().map(|change| (change.article, change.after.clone())));
                self.in_notebook(|notebook| notebook.write(changes))
            }
            Keep::Watch(word, on) => self.in_notebook(|notebook| notebook.watch(word, *on)),
            Keep::Correction(correction) => self.in_names(|desk| desk.correct(correction)),
            Keep::NoCorrection(correction) => self.in_names(|desk| desk.withdraw(correction)),
            Keep::NoCorpus => self.desk.forget_corpus().map_err(|error| format!("what was kept of the corpus cannot be deleted: {error}")),
            Keep::View(view) => self.desk.keep_view(view).map_err(|error| told(&error)),
            Keep::NoView(name) => self.desk.forget_view(name).map_err(|error| told(&error)),
        }
    }

    fn in_notebook(&mut self, write: impl FnOnce(&mut Notebook) -> Result<(), NotebookError>) -> Result<(), String> {
        match &mut self.notebook {
            Ok(notebook) => write(notebook).map_err(|error| format!("not kept: {error}")),
            Err(error) => Err(format!("not kept: {error}")),
        }
    }

    /// What we write ourselves is no news.
    fn in_names(&mut self, write: impl FnOnce(&Desk) -> Result<(), crate::saved::FileError>) -> Result<(), String> {
        let written = write(&self.desk).map_err(|error| format!("not kept: {error}"));
        self.names.has_changed(&self.desk.corrections);
        written
    }

    /// What others wrote since the last look.
    fn look(&mut self) -> Vec<Msg> {
        let elsewhere = self.notebook.as_mut().is_ok_and(Notebook::changed_elsewhere);
        let marks = if elsewhere { self.marks() } else { Vec::new() };
        let names = if self.names.has_changed(&self.desk.corrections) { self.corrections() } else { Vec::new() };
        marks.into_iter().chain(names).collect()
    }

    /// The marks that the explorer does not know of yet, and the words watched for.
    fn marks(&mut self) -> Vec<Msg> {
        let told = |error: &NotebookError| vec![Msg::Trouble(error.to_string())];
        let notebook = match &self.notebook {
            Ok(notebook) => notebook,
            Err(error) => return told(error),
        };
        match notebook.all().and_then(|marks| Ok((marks, notebook.watched()?))) {
            Ok((marks, words)) => vec![Msg::Marks(self.news(marks)), Msg::Watched(words)],
            Err(error) => told(&error),
        }
    }

    /// What is different from what is known, and known from now on.
    fn news(&mut self, marks: HashMap<ContentId, Marks>) -> Vec<(ContentId, Marks)> {
        let gone = self.known.keys().filter(|content| !marks.contains_key(content)).map(|content| (*content, Marks::default()));
        let new = marks.iter().filter(|(content, marks)| self.known.get(content) != Some(marks));
        let news = new.map(|(content, marks)| (*content, marks.clone())).chain(gone).collect();
        self.known = marks;
        news
    }

    fn corrections(&self) -> Vec<Msg> {
        match self.desk.corrections() {
            Err(error) => vec![Msg::Trouble(error.to_string())],
            Ok((corrections, problems)) => {
                let file = self.desk.corrections.display();
                let troubles = problems.first().map(|problem| Msg::Trouble(format!("{file}: {problem}")));
                std::iter::once(Msg::Corrections(corrections)).chain(troubles).collect()
            }
        }
    }
}
