//! One term of a query against every article, in as many slices as it takes: the names that fit, the articles they stand in, then what
//! else of an article the term asks for.

use super::entities::{Entity, EntityId};
use super::keys::{BySource, Keys};
use super::letters::Letters;
use super::query::{How, Mark, Needle, Pattern, Term};
use super::search::{MENTIONS_THAT_COUNT, Search, WHOLE_PHRASE, part_of_tag};
use super::{ArticleId, Store};
use crate::model::{Article, Marks, QuoteKind};
use crate::text::{Case, folded};
use std::collections::HashSet;

/// Bytes that are searched in the time in which a word is scored.
const BYTES: usize = 512;
/// Articles a name is found in, in that time.
const POSTINGS: usize = 64;

/// What is to be done next, and from which number on.
enum Stage {
    Entities(usize),
    Scatter(usize),
    Articles(usize),
    Done,
}

/// A term at work.
pub(super) struct Run {
    term: Term,
    /// Of the words a term looks for in names.
    letters: Letters,
    stage: Stage,
    /// Entities there were at the beginning, and those of them that fit.
    entities: usize,
    named: Vec<(EntityId, i64)>,
    /// For each entity, where quotes are looked at one by one.
    by_entity: Vec<Option<i64>>,
    by_source: Option<BySource<Option<i64>>>,
    /// One for each article there was at the beginning; `None` where the term does not hold.
    scores: Vec<Option<i64>>,
}

impl Run {
    pub fn begin(term: Term, search: &Search, articles: usize) -> Self {
        let needle = needle(&term);
        let letters = needle.map(|needle| Letters::of(&needle.word)).unwrap_or_default();
        let by_source = match &term {
            Term::Word(needle) | Term::Source(needle) => Some(search.store.keys.by_source(|source| search.score(source, needle))),
            _ => None,
        };
        let stage = match &term {
            Term::Word(_) | Term::Entity(..) | Term::Said(_) => Stage::Entities(0),
            _ => Stage::Articles(0),
        };
        let (entities, scores) = (search.store.entities.len(), vec![None; articles]);
        Self { letters, stage, entities, named: Vec::new(), by_entity: Vec::new(), by_source, scores, term }
    }

    /// How well the term holds for an article.
    pub fn score(&self, article: usize) -> Option<i64> {
        self.scores[article]
    }

    /// Does as much as `steps` allow and takes that from them; true when every article has its score.
    pub fn go_on(&mut self, search: &Search, steps: &mut usize) -> bool {
        while *steps > 0 && !matches!(self.stage, Stage::Done) {
            self.stage = match (&self.stage, &self.term) {
                (Stage::Entities(from), _) => self.fit(*from, search, steps),
                (Stage::Scatter(from), _) => self.scatter(*from, search.store, steps),
                (Stage::Articles(_), Term::Mark(mark)) => self.mark(*mark, search.store),
                (Stage::Articles(_), Term::Tag(needle)) => self.tagged(&needle.clone(), search.store),
                (Stage::Articles(from), _) => self.look(*from, search, steps),
                (Stage::Done, _) => Stage::Done,
            };
        }
        matches!(self.stage, Stage::Done)
    }

    /// Which entities the needle fits. A phrase that is somebody's whole name means nobody else.
    fn fit(&mut self, from: usize, search: &Search, steps: &mut usize) -> Stage {
        let Some(needle) = needle(&self.term) else { return Stage::Done };
        let kinds = if let Term::Entity(kinds, _) = &self.term { Some(*kinds) } else { None };
        let to = (from + *steps).min(self.entities);
        *steps -= to - from;
        let wanted =
            |entity: &Entity| entity.mentions > 0 && entity.letters.hold(self.letters) && kinds.is_none_or(|kinds| kinds.hold(entity.kind));
        let numbered = (from as u32..to as u32).map(EntityId).map(|id| (id, search.store.entity(id)));
        let fitting = numbered.filter(|(_, entity)| wanted(entity)).filter_map(|(id, entity)| Some((id, search.entity(entity, needle)?)));
        self.named.extend(fitting);
        if to < self.entities {
            return Stage::Entities(to);
        }
        if needle.how == How::Phrase && self.named.iter().any(|(_, score)| *score == WHOLE_PHRASE) {
            self.named.retain(|(_, score)| *score == WHOLE_PHRASE);
        }
        Stage::Scatter(0)
    }

    /// Articles that name one of the entities, by the best of them; quotes have to be looked at.
    fn scatter(&mut self, from: usize, store: &Store, steps: &mut usize) -> Stage {
        let is_said = matches!(self.term, Term::Said(_));
        if is_said {
            self.by_entity = vec![None; self.entities];
            self.named.iter().for_each(|(id, score)| self.by_entity[id.0 as usize] = Some(*score));
            return Stage::Articles(0);
        }
        for (number, (id, score)) in self.named.iter().enumerate().skip(from) {
            if *steps == 0 {
                return Stage::Scatter(number);
            }
            let postings = &store.entity(*id).postings;
            for posting in postings {
                // Articles that have landed since are not asked for.
                let Some(best) = self.scores.get_mut(posting.article.0 as usize) else { break };
                *best = (*best).max(Some(score + i64::from(posting.mentions.min(MENTIONS_THAT_COUNT))));
            }
            *steps = steps.saturating_sub(1 + postings.len() / POSTINGS);
        }
        if matches!(self.term, Term::Word(_)) { Stage::Articles(0) } else { Stage::Done }
    }

    /// What the term asks for in the articles themselves.
    fn look(&mut self, from: usize, search: &Search, steps: &mut usize) -> Stage {
        for number in from..self.scores.len() {
            if *steps == 0 {
                return Stage::Articles(number);
            }
            let (score, cost) = self.of_article(number, search);
            self.scores[number] = self.scores[number].max(score);
            *steps = steps.saturating_sub(cost);
        }
        Stage::Done
    }

    /// The score of one article, and the steps that took.
    fn of_article(&self, number: usize, search: &Search) -> (Option<i64>, usize) {
        let (store, keys) = (search.store, search.store.keys.get(number));
        let article = || store.article(ArticleId(number as u32));
        match &self.term {
            Term::Word(needle) => (self.headline(keys, needle, search).max(self.source(keys)).max(byline(keys, needle, search)), 1),
            Term::Title(needle) => (self.headline(keys, needle, search), 1),
            Term::Source(_) => (self.source(keys), 1),
            Term::By(needle) => (byline(keys, needle, search), 1),
            Term::Days(days) => (holds(keys.published.is_some_and(|day| days.hold(day))), 1),
            Term::Text(pattern) => (holds(pattern.is_in(&article().text)), 1 + article().text.len() / BYTES),
            Term::Quote(pattern) => (holds(is_quoted(&article(), pattern)), 1 + article().text.len() / BYTES),
            Term::Said(_) => (self.said(store, ArticleId(number as u32)), 1),
            Term::Entity(..) | Term::Mark(_) | Term::Tag(_) => (None, 1),
        }
    }

    fn headline(&self, keys: &Keys, needle: &Needle, search: &Search) -> Option<i64> {
        if keys.letters.hold(self.letters) { search.score(&keys.headline, needle) } else { None }
    }

    fn source(&self, keys: &Keys) -> Option<i64> {
        self.by_source.as_ref().and_then(|scores| scores.get(keys.source))
    }

    /// Articles with a direct quote by one of the entities.
    fn said(&self, store: &Store, article: ArticleId) -> Option<i64> {
        store.direct_quotes(article).filter_map(|(_, speaker)| *self.by_entity.get(speaker?.0 as usize)?).max()
    }

    fn mark(&mut self, mark: Mark, store: &Store) -> Stage {
        match mark {
            Mark::Read => self.marked(store, |marks| marks.read),
            Mark::Unread => {
                self.marked(store, |marks| marks.read);
                self.scores.iter_mut().for_each(|score| *score = holds(score.is_none()));
            }
            Mark::Starred => self.marked(store, |marks| marks.starred),
            Mark::Noted => self.marked(store, |marks| !marks.notes.is_empty()),
            Mark::Tagged => self.marked(store, |marks| !marks.tags.is_empty()),
        }
        Stage::Done
    }

    /// Articles with a tag that a needle fits. A word that is a whole tag means no other.
    fn tagged(&mut self, needle: &Needle, store: &Store) -> Stage {
        let key = |tag: &str| folded(tag, Case::Lower).trim().to_string();
        let keys: Vec<(&str, String)> = store.marks.tags().into_iter().map(|tag| (tag, key(tag))).collect();
        let whole = matches!(needle.how, How::Fuzzy | How::Phrase) && keys.iter().any(|(_, key)| *key == needle.word);
        let fits = |key: &str| if whole { key == needle.word } else { part_of_tag(key, needle) };
        let wanted: HashSet<&str> = keys.iter().filter(|(_, key)| fits(key)).map(|(tag, _)| *tag).collect();
        self.marked(store, |marks| marks.tags.iter().any(|tag| wanted.contains(&**tag)));
        Stage::Done
    }

    fn marked(&mut self, store: &Store, is_marked: impl Fn(&Marks) -> bool) {
        for article in store.marks.articles(is_marked) {
            self.scores.get_mut(article.0 as usize).into_iter().for_each(|score| *score = Some(0));
        }
    }
}

fn holds(it: bool) -> Option<i64> {
    it.then_some(0)
}

/// The word that a term looks for in names and headlines.
fn needle(term: &Term) -> Option<&Needle> {
    match term {
        Term::Word(needle) | Term::Entity(_, needle) | Term::Said(needle) | Term::Title(needle) => Some(needle),
        _ => None,
    }
}

fn byline(keys: &Keys, needle: &Needle, search: &Search) -> Option<i64> {
    keys.byline.iter().filter_map(|name| search.score(name, needle)).max()
}

fn is_quoted(article: &Article, pattern: &Pattern) -> bool {
    let direct = article.annotations.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    direct.into_iter().any(|quote| pattern.is_in(quote.span.of(&article.text)))
}
