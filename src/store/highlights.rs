//! What of an article a query has found: letters of its headline, words of its text, its quotes.

use super::query::{How, Kinds, Needle, Pattern, Query, Term};
use super::search::Search;
use super::{ArticleId, EntityId, QuoteId, Store};
use crate::model::{Quote, QuoteKind};
use crate::text::{Case, Span, fold};

impl Store {
    /// The parts of an article's headline that `query` matched, in bytes of its text: the letters of fuzzy words, and mentions
    /// of entities the query finds. Sorted, merged.
    pub fn lit(&self, query: &Query, id: ArticleId) -> Vec<Span> {
        let search = Search::of(self);
        let headline = self.article(id).headline_span();
        let lit = query.wanted().into_iter().flat_map(|term| match term {
            Term::Word(needle) | Term::Title(needle) => {
                let letters = self.letters(&search, needle, id);
                if letters.is_empty() { self.named(&search, None, needle, id, headline) } else { letters }
            }
            Term::Entity(kinds, needle) => self.named(&search, Some(*kinds), needle, id, headline),
            Term::Said(needle) => self.named(&search, None, needle, id, headline),
            _ => Vec::new(),
        });
        merged(lit.collect())
    }

    /// What the reader lights, in bytes of the article's text: every hit of the words and expressions that `query` looks for in
    /// texts and quotes, and every mention of an entity it finds. Sorted, merged.
    pub fn found(&self, query: &Query, id: ArticleId) -> Vec<Span> {
        self.found_within(query, id, Span::new(0, self.article(id).text.len()))
    }

    /// [`Store::found`] as far as a part of the text tells, at a cost of that part alone.
    pub fn found_within(&self, query: &Query, id: ArticleId, part: Span) -> Vec<Span> {
        let article = self.article(id);
        let text = &article.text;
        let search = Search::of(self);
        let in_quotes = |pattern: &Pattern| -> Vec<Span> {
            let quotes = article.annotations.quotes.iter().filter(|quote| quote.span.overlaps(part));
            let direct = quotes.filter(|quote| quote.kind == QuoteKind::Direct);
            direct.flat_map(|quote| pattern.spans(quote.span.of(text)).map(|span| span.shifted(quote.span.start as usize))).collect()
        };
        let found = query.wanted().into_iter().flat_map(|term| match term {
            Term::Text(pattern) => within(part, pattern, text),
            Term::Quote(pattern) => in_quotes(pattern),
            Term::Word(needle) => self.named(&search, None, needle, id, part),
            Term::Entity(kinds, needle) => self.named(&search, Some(*kinds), needle, id, part),
            _ => Vec::new(),
        });
        merged(found.collect())
    }

    /// The article's quotes that `query` speaks of: those by whom and with what it asks for, or all if it asks for neither.
    pub fn quotes(&self, query: &Query, id: ArticleId) -> Vec<Quote> {
        let asked = Asked::of(self, query);
        self.article(id).annotations.quotes.iter().filter(|quote| asked.holds(id, self.speaker(id, quote), || **quote)).copied().collect()
    }

    /// The direct quotes in some articles that `query` speaks of, each with who said it, where that is known.
    pub fn quotes_found(&self, query: &Query, articles: impl Iterator<Item = ArticleId>) -> Vec<(QuoteId, Option<EntityId>)> {
        let asked = Asked::of(self, query);
        let direct = articles.flat_map(|article| self.direct_quotes(article));
        direct.filter(|(id, speaker)| asked.holds(id.article, *speaker, || self.quote(*id))).collect()
    }

    /// Where some words stand in a part of an article's text; case, accents and hyphens do not matter, and the last word may go on.
    pub fn occurrences(&self, words: &str, id: ArticleId, part: Span) -> Vec<Span> {
        let article = self.article(id);
        Pattern::words(words, false).map(|pattern| within(part, &pattern, &article.text)).unwrap_or_default()
    }

    /// Letters of the headline that a word was matched by.
    fn letters(&self, search: &Search, needle: &Needle, id: ArticleId) -> Vec<Span> {
        let headline = fold(self.article(id).headline(), Case::Lower);
        if needle.how == How::Fuzzy {
            let found = search.fuzzy.find(&headline.text, &needle.word);
            return found.into_iter().flatten().map(|letter| headline.original(letter)).collect();
        }
        let place = headline.text.find(&needle.word);
        place.map(|at| headline.original(at..at + needle.word.len())).into_iter().collect()
    }

    /// Mentions within a part of the text of the entities that a field and its needle mean.
    fn named(&self, search: &Search, kinds: Option<Kinds>, needle: &Needle, id: ArticleId, part: Span) -> Vec<Span> {
        let mentions: Vec<(Span, EntityId)> = self.mentions_within(id, part).collect();
        let entities = search.fitting(mentions.iter().map(|(_, entity)| *entity), needle, kinds);
        mentions.into_iter().filter(|(_, entity)| entities.contains(entity)).map(|(span, _)| span).collect()
    }
}

/// What a query asks of quotes.
struct Asked<'a> {
    search: Search<'a>,
    terms: Vec<Term>,
}

impl<'a> Asked<'a> {
    fn of(store: &'a Store, query: &Query) -> Self {
        let terms = query.wanted().into_iter().filter(|term| matches!(term, Term::Said(_) | Term::Quote(_))).cloned().collect();
        Self { search: Search::of(store), terms }
    }

    /// `read` gives the quote itself, which lies in the article: who said it is known without.
    fn holds(&self, article: ArticleId, speaker: Option<EntityId>, read: impl Fn() -> Quote) -> bool {
        self.terms.is_empty() || self.terms.iter().any(|term| self.meets(term, article, speaker, &read))
    }

    fn meets(&self, term: &Term, article: ArticleId, speaker: Option<EntityId>, read: impl Fn() -> Quote) -> bool {
        let store = self.search.store;
        match term {
            Term::Said(needle) => speaker.is_some_and(|entity| self.search.entity(store.entity(entity), needle).is_some()),
            Term::Quote(pattern) => pattern.is_in(read().span.of(&store.article(article).text).as_bytes()),
            _ => false,
        }
    }
}

/// Hits in a part of a text, by the words of that part alone.
fn within(part: Span, pattern: &Pattern, text: &str) -> Vec<Span> {
    pattern.spans(part.of(text)).map(|span| span.shifted(part.start as usize)).collect()
}

/// Sorted, with what touches or overlaps made one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}
