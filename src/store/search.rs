//! A query against the store: every part gives each article a score or nothing.

use super::entities::{Entity, EntityId};
use super::fuzzy::{Fuzzy, begins_word};
use super::query::{Expression, How, Kinds, Mark, Needle, Pattern, Query, Term};
use super::{ArticleId, Hit, Keys, Order, Store};
use crate::model::{Article, Marks, QuoteKind};
use crate::text::{Case, folded};
use std::collections::{HashMap, HashSet};

/// Many mentions make an article a better hit, up to this many.
const MENTIONS_THAT_COUNT: u32 = 20;
const WHOLE_PHRASE: i64 = 500;
const PART: i64 = 300;

/// One score for each article in the store; `None` where a part of a query does not hold.
type Scores = Vec<Option<i64>>;

impl Store {
    /// The articles `query` finds.
    pub fn search(&self, query: &Query, order: Order) -> Vec<Hit> {
        let search = Search { store: self, fuzzy: Fuzzy::new() };
        let scores = search.expression(&query.expression);
        let numbered = (0..).map(ArticleId).zip(scores);
        let mut hits: Vec<Hit> = numbered.filter_map(|(article, score)| Some(Hit { article, score: score? })).collect();
        order.sort(self, &mut hits);
        hits
    }
}

impl Store {
    /// The entities called most like some words, the best first, at most `most`: all of the words fuzzily, or the whole name.
    pub fn called_like(&self, words: &str, most: usize) -> Vec<EntityId> {
        let search = Search { store: self, fuzzy: Fuzzy::new() };
        let needles: Vec<Needle> =
            folded(words, Case::Lower).split_whitespace().map(|word| Needle { how: How::Fuzzy, word: word.into() }).collect();
        let score =
            |entity: &Entity| needles.iter().map(|needle| search.entity(entity, needle)).try_fold(0, |sum, score| Some(sum + score?));
        let scored =
            self.entities().filter_map(|(id, entity)| Some((score(entity)? + i64::from(entity.mentions.min(MENTIONS_THAT_COUNT)), id)));
        let mut scored: Vec<(i64, EntityId)> = scored.collect();
        scored.sort_unstable_by_key(|(score, id)| (std::cmp::Reverse(*score), *id));
        scored.into_iter().take(most).map(|(_, id)| id).collect()
    }
}

/// One run of a query.
pub(super) struct Search<'a> {
    pub store: &'a Store,
    pub fuzzy: Fuzzy,
}

impl Search<'_> {
    fn expression(&self, expression: &Expression) -> Scores {
        match expression {
            Expression::Everything => vec![Some(0); self.store.len()],
            Expression::All(parts) => self.combined(parts, |one, other| Some(one? + other?)),
            Expression::Any(parts) => self.combined(parts, |one, other| one.max(other)),
            Expression::Not(part) => complement(self.expression(part)),
            Expression::Term(term) => self.term(term),
        }
    }

    fn combined(&self, parts: &[Expression], both: impl Fn(Option<i64>, Option<i64>) -> Option<i64>) -> Scores {
        let mut scores = parts.iter().map(|part| self.expression(part));
        let first = scores.next().unwrap_or_default();
        scores.fold(first, |all, next| all.into_iter().zip(next).map(|(one, other)| both(one, other)).collect())
    }

    fn term(&self, term: &Term) -> Scores {
        match term {
            Term::Word(needle) => self.word(needle),
            Term::Entity(kinds, needle) => self.naming(&self.entities(needle, Some(*kinds))),
            Term::Said(needle) => self.quoting(&self.entities(needle, None)),
            Term::Title(needle) => self.by_key(|keys| self.score(&keys.headline, needle)),
            Term::Source(needle) => self.by_key(|keys| self.score(&keys.source, needle)),
            Term::By(needle) => self.by_key(|keys| keys.byline.iter().filter_map(|name| self.score(name, needle)).max()),
            Term::Text(pattern) => self.by_article(|article| pattern.is_in(&article.text)),
            Term::Quote(pattern) => self.by_article(|article| is_quoted(article, pattern)),
            Term::Days(days) => self.by_article(|article| article.published.is_some_and(|day| days.hold(day))),
            Term::Mark(mark) => self.mark(*mark),
            Term::Tag(needle) => self.tagged(needle),
        }
    }

    /// A bare word counts where it fits best: names first, of which there are few, then headlines, sources and bylines.
    fn word(&self, needle: &Needle) -> Scores {
        let mut scores = self.naming(&self.entities(needle, None));
        for (score, keys) in scores.iter_mut().zip(&self.store.keys) {
            let byline = keys.byline.iter().filter_map(|name| self.score(name, needle)).max();
            *score = (*score).max(self.score(&keys.headline, needle)).max(self.score(&keys.source, needle)).max(byline);
        }
        scores
    }

    /// The entities a needle fits, with their scores. A phrase that is somebody's whole name means nobody else.
    fn entities(&self, needle: &Needle, kinds: Option<Kinds>) -> HashMap<EntityId, i64> {
        let wanted = self.store.entities().filter(|(_, entity)| kinds.is_none_or(|kinds| kinds.hold(entity.kind)));
        let mut found: HashMap<EntityId, i64> = wanted.filter_map(|(id, entity)| Some((id, self.entity(entity, needle)?))).collect();
        if needle.how == How::Phrase && found.values().any(|&score| score == WHOLE_PHRASE) {
            found.retain(|_, score| *score == WHOLE_PHRASE);
        }
        found
    }

    /// The entities of one article that a needle fits.
    pub fn entities_of(&self, id: ArticleId, needle: &Needle, kinds: Option<Kinds>) -> HashSet<EntityId> {
        let named: HashSet<EntityId> = self.store.mentions(id).map(|(_, entity)| entity).collect();
        let wanted = named
            .into_iter()
            .map(|entity| (entity, self.store.entity(entity)))
            .filter(|(_, entity)| kinds.is_none_or(|kinds| kinds.hold(entity.kind)));
        wanted.filter_map(|(id, entity)| self.entity(entity, needle).map(|_| id)).collect()
    }

    /// How well a needle fits one of an entity's names.
    pub fn entity(&self, entity: &Entity, needle: &Needle) -> Option<i64> {
        entity.forms.iter().filter_map(|form| self.score(form, needle)).max()
    }

    fn score(&self, text: &str, needle: &Needle) -> Option<i64> {
        let word = needle.word.as_str();
        let part = |holds: bool| holds.then_some(PART + i64::from(text == word));
        match needle.how {
            How::Fuzzy => self.fuzzy.find(text, word).map(|found| found.score),
            How::Exact => part(text.contains(word)),
            How::Prefix => part(text.starts_with(word)),
            How::Suffix => part(text.ends_with(word)),
            How::Phrase if text == word => Some(WHOLE_PHRASE),
            How::Phrase => part(has_words(text, word)),
        }
    }

    /// Articles that name one of `entities`, by the best of them.
    fn naming(&self, entities: &HashMap<EntityId, i64>) -> Scores {
        let mut scores = vec![None; self.store.len()];
        for (&id, &score) in entities {
            for posting in &self.store.entity(id).postings {
                let best = &mut scores[posting.article.0 as usize];
                *best = (*best).max(Some(score + i64::from(posting.mentions.min(MENTIONS_THAT_COUNT))));
            }
        }
        scores
    }

    /// Articles with a direct quote by one of `entities`.
    fn quoting(&self, entities: &HashMap<EntityId, i64>) -> Scores {
        let articles = self.store.articles();
        let speakers = |(id, article): (ArticleId, &Article)| {
            let direct = article.annotations.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
            direct.filter_map(|quote| entities.get(&self.store.speaker(id, quote)?).copied()).max()
        };
        articles.map(speakers).collect()
    }

    fn mark(&self, mark: Mark) -> Scores {
        match mark {
            Mark::Read => self.marked(|marks| marks.read),
            Mark::Unread => complement(self.mark(Mark::Read)),
            Mark::Starred => self.marked(|marks| marks.starred),
            Mark::Noted => self.marked(|marks| !marks.notes.is_empty()),
            Mark::Tagged => self.marked(|marks| !marks.tags.is_empty()),
        }
    }

    /// Articles with a tag that a needle fits. A word that is a whole tag means no other.
    fn tagged(&self, needle: &Needle) -> Scores {
        let key = |tag: &str| folded(tag, Case::Lower).trim().to_string();
        let keys: Vec<(&str, String)> = self.store.marks.tags().into_iter().map(|tag| (tag, key(tag))).collect();
        let whole = matches!(needle.how, How::Fuzzy | How::Phrase) && keys.iter().any(|(_, key)| *key == needle.word);
        let fits = |key: &str| if whole { key == needle.word } else { part_of_tag(key, needle) };
        let wanted: HashSet<&str> = keys.iter().filter(|(_, key)| fits(key)).map(|(tag, _)| *tag).collect();
        self.marked(|marks| marks.tags.iter().any(|tag| wanted.contains(&**tag)))
    }

    fn marked(&self, holds: impl Fn(&Marks) -> bool) -> Scores {
        let mut scores = vec![None; self.store.len()];
        self.store.marks.articles(holds).for_each(|article| scores[article.0 as usize] = Some(0));
        scores
    }

    fn by_key(&self, score: impl Fn(&Keys) -> Option<i64>) -> Scores {
        self.store.keys.iter().map(score).collect()
    }

    fn by_article(&self, holds: impl Fn(&Article) -> bool) -> Scores {
        self.store.articles.iter().map(|article| holds(article).then_some(0)).collect()
    }
}

fn complement(scores: Scores) -> Scores {
    scores.into_iter().map(|score| score.is_none().then_some(0)).collect()
}

/// A tag that is not the needle's word itself.
fn part_of_tag(key: &str, needle: &Needle) -> bool {
    match needle.how {
        How::Fuzzy | How::Prefix => key.starts_with(&needle.word),
        How::Exact => key.contains(&needle.word),
        How::Suffix => key.ends_with(&needle.word),
        How::Phrase => false,
    }
}

fn is_quoted(article: &Article, pattern: &Pattern) -> bool {
    let direct = article.annotations.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    direct.into_iter().any(|quote| pattern.is_in(quote.span.of(&article.text)))
}

/// `words` stand in `text` as whole words.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| begins_word(text, at) && !text[at + words.len()..].starts_with(char::is_alphanumeric))
}
