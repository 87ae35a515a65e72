//! Articles that tell the same story: folding them in the list, and going to where a passage stands elsewhere.

use super::picker::Offer;
use super::reader::Pick;
use super::state::App;
use crate::store::{ArticleId, Shared};
use crate::text::Span;

impl App {
    pub(super) fn fold(&mut self) {
        if !self.list.switch_fold() {
            self.notify("no other version of this story is listed");
        }
    }

    pub(super) fn fold_all(&mut self) {
        let unfolded = self.list.switch_all_folds();
        self.notify(if unfolded { "every version is shown" } else { "the versions of a story are folded" });
    }

    /// To where the passage that is picked, or else the first shared one in view, stands in another article; when there are several,
    /// they are offered.
    pub(super) fn go_elsewhere(&mut self) {
        match self.shared_meant().map(|shared| shared.elsewhere).as_deref() {
            None | Some([]) => self.notify("no passage in view stands in another article too"),
            Some([(article, span)]) => self.jump(*article, *span, Pick::Passage),
            Some(several) => self.offer(Offer::Elsewhere(several.to_vec())),
        }
    }

    fn shared_meant(&self) -> Option<Shared> {
        let id = self.list.article()?;
        let first = |part: Span| self.store.shared(id, part).into_iter().next();
        let picked = self.reader.picked.and_then(|picked| first(picked.span));
        picked.or_else(|| first(self.reader.text_shown()))
    }

    /// What an article is called where a passage of it is offered.
    pub(super) fn passage_words(&self, article: ArticleId) -> String {
        let article = self.store.article(article);
        let known = [article.source.as_deref().map(String::from), article.published.map(|date| date.to_string())];
        let known: Vec<String> = known.into_iter().flatten().collect();
        if known.is_empty() { article.headline().to_string() } else { format!("{} ({})", article.headline(), known.join(", ")) }
    }
}
