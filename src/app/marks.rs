//! What a reader leaves on articles: read, starred, tags, notes. On one article, or on all that is listed.

use super::loading::counted;
use super::msg::Keep;
use super::prompt::Ask;
use super::state::App;
use super::undo::Step;
use crate::model::Marks;
use crate::saved::Changed;
use crate::store::ArticleId;
use crate::text::{Span, sentences};

/// What marks of one article were and are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    pub article: ArticleId,
    pub before: Marks,
    pub after: Marks,
}

/// Which articles an action is for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The one under the cursor.
    One,
    /// All that is listed.
    Listed,
}

impl App {
    /// Stars what is not starred; takes the stars away when all have one.
    pub(super) fn star(&mut self, reach: Reach) {
        let articles = self.reached(reach);
        let starred = !articles.iter().all(|article| self.store.marks(*article).starred);
        let word = if starred { "starred" } else { "no longer starred" };
        self.mark(&articles, word, |marks| marks.starred = starred);
    }

    /// Marks as read what is not; takes the mark away when all have it.
    pub(super) fn mark_read(&mut self, reach: Reach) {
        let articles = self.reached(reach);
        let read = !articles.iter().all(|article| self.store.marks(*article).read);
        let word = if read { "marked as read" } else { "marked as unread" };
        self.mark(&articles, word, |marks| marks.read = read);
    }

    /// The open article has been read; nobody has to be told, and nothing has to be undone.
    pub(super) fn opened(&mut self) {
        let Some(article) = self.list.article().filter(|article| !self.store.marks(*article).read) else { return };
        let before = self.store.marks(article).clone();
        let after = Marks { read: true, ..before.clone() };
        self.apply_marks(&[Marked { article, before, after }]);
    }

    /// Gives a tag to what does not have it; takes it away when all have it.
    pub(super) fn tag(&mut self, reach: Reach, tag: &str) {
        let articles = self.reached(reach);
        let has = |marks: &Marks| {
            let mut marks = marks.clone();
            !marks.toggle_tag(tag)
        };
        let tagged = !articles.iter().all(|article| has(self.store.marks(*article)));
        let word = if tagged { format!("tagged #{tag}") } else { format!("no longer tagged #{tag}") };
        self.mark(&articles, &word, |marks| {
            if has(marks) != tagged {
                marks.toggle_tag(tag);
            }
        });
    }

    /// Asks for a note on the sentence that holds what is picked, or else on the headline.
    pub(super) fn ask_note(&mut self) {
        let (Some(id), Some(article)) = (self.list.article(), self.article()) else { return };
        let picked = self.reader.picked.map(|picked| picked.span);
        let span = picked.map_or(article.headline_span(), |picked| sentence(&article.text, picked));
        let text = self.store.marks(id).note(span).unwrap_or_default().to_string();
        self.ask(Ask::Note(span), text);
    }

    pub(super) fn note(&mut self, span: Span, text: &str) {
        let word = if text.is_empty() { "note taken away" } else { "noted" };
        let articles = self.reached(Reach::One);
        self.mark(&articles, word, |marks| marks.set_note(span, text));
    }

    fn reached(&self, reach: Reach) -> Vec<ArticleId> {
        match reach {
            Reach::One => self.article_meant().into_iter().collect(),
            Reach::Listed => self.list.hits().iter().map(|hit| hit.article).collect(),
        }
    }

    /// The article that an action is about: in a view, the one under its cursor.
    pub(super) fn article_meant(&self) -> Option<ArticleId> {
        match self.view_target() {
            Some(super::view::Target::Passage(article, ..)) => Some(article),
            _ => self.list.article(),
        }
    }

    fn mark(&mut self, articles: &[ArticleId], word: &str, change: impl Fn(&mut Marks)) {
        let changed = |article: &ArticleId| {
            let before = self.store.marks(*article).clone();
            let mut after = before.clone();
            change(&mut after);
            (before != after).then_some(Marked { article: *article, before, after })
        };
        let marked: Vec<Marked> = articles.iter().filter_map(changed).collect();
        self.notify(match marked.len() {
            1 => word.to_string(),
            many => format!("{}: {word}", counted(many, "article", "articles")),
        });
        self.apply_marks(&marked);
        if !marked.is_empty() {
            self.changes.push(Step::Marks(marked));
        }
    }

    pub(super) fn apply_marks(&mut self, marked: &[Marked]) {
        let changed = |marked: &Marked| Changed {
            article: self.store.article(marked.article).id,
            before: marked.before.clone(),
            after: marked.after.clone(),
        };
        let changes: Vec<Changed> = marked.iter().map(changed).collect();
        if changes.is_empty() {
            return;
        }
        self.kept.push(Keep::Marks(changes));
        for Marked { article, after, .. } in marked {
            self.store.mark(*article, after.clone());
        }
        self.reader.forget_page();
    }
}

/// The sentence that holds a part of a text, or that part when it is longer.
fn sentence(text: &str, part: Span) -> Span {
    let start = text[..part.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[part.end as usize..].find('\n').map_or(text.len(), |newline| part.end as usize + newline);
    let sentences = sentences(&text[start..end]).into_iter().map(|sentence| sentence.shifted(start));
    sentences.into_iter().find(|sentence| sentence.contains(part)).unwrap_or(part)
}
