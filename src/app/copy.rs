//! What `y` copies: the quote with who said it and where, the name, or the title.

use super::msg::Cmd;
use super::reader::{Pick, Picked};
use super::state::{App, Focus};
use crate::store::QuoteId;
use crate::text::visible;

impl App {
    pub(super) fn copy(&mut self) -> Option<Cmd> {
        let (what, text) = self.to_copy()?;
        self.notify(format!("{what} sent to the terminal's clipboard"));
        // It may be pasted into a terminal: escape sequences must not come along.
        Some(Cmd::Copy(visible(&text).into_owned()))
    }

    fn to_copy(&self) -> Option<(&'static str, String)> {
        if let Some(view) = &self.view {
            return view.browse().copied(self);
        }
        let (id, article) = (self.list.article()?, self.article()?);
        match self.reader.picked {
            _ if self.focus == Focus::Names => Some(("name", self.store.entity(self.names.entity()?).name.to_string())),
            Some(Picked { what: Pick::Quote, span, .. }) => {
                let number = article.annotations.quotes.iter().position(|quote| quote.span == span)?;
                Some(("quote", self.citation(QuoteId { article: id, number: number as u32 })))
            }
            Some(picked) => Some(("text", picked.span.of(&article.text).to_string())),
            None => Some(("title", article.headline().to_string())),
        }
    }

    /// `“Words” — Speaker, Source, 2017-06-04`, with what is known.
    pub(super) fn citation(&self, id: QuoteId) -> String {
        let (article, quote) = (self.store.article(id.article), self.store.quote(id));
        let speaker = self.store.speaker(id.article, &quote).map(|speaker| self.store.entity(speaker).name.to_string());
        let date = article.published.map(|date| date.to_string());
        let known: Vec<_> = [speaker, article.source.as_deref().map(String::from), date].into_iter().flatten().collect();
        let words = format!("“{}”", quote.span.of(&article.text));
        if known.is_empty() { words } else { format!("{words} — {}", known.join(", ")) }
    }
}
