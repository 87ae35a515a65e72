//! One term of a query against every article, in as many slices as it takes: the names that fit, the articles they stand in, then what
//! else of an article the term asks for.

use super::entities::{Entity, EntityId};
use super::keys::names;
use super::letters::Letters;
use super::marks::Flags;
use super::query::{How, Mark, Needle, Term};
use super::scan::{Next, Scan};
use super::scores::{Memory, Scores};
use super::search::{MENTIONS_THAT_COUNT, Search, WHOLE_PHRASE, part_of_tag};
use super::{ArticleId, Store};
use crate::text::{Case, folded};
use std::collections::HashSet;

/// Articles a name is found in, in that time.
const POSTINGS: usize = 64;
/// Names or articles that are passed over by a look at a column, in that time.
const PASSED: usize = 16;

/// What is to be done next, and from which number on.
enum Stage {
    Entities(usize),
    Scatter(usize),
    Tags(usize),
    Articles(usize),
    /// Threads look at the texts.
    Scan(Scan),
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
    by_entity: Scores,
    by_source: Memory,
    by_byline: Memory,
    /// The tags there are; then those of them that fit.
    tags: HashSet<Box<str>>,
    /// One for each article there was at the beginning.
    scores: Scores,
}

impl Run {
    pub fn begin(term: Term, search: &Search, articles: usize) -> Self {
        let letters = needle(&term).map(|needle| Letters::of(&needle.word)).unwrap_or_default();
        let stage = match &term {
            Term::Word(_) | Term::Entity(..) | Term::Said(_) => Stage::Entities(0),
            Term::Tag(_) => Stage::Tags(0),
            term => Scan::begin(term, &search.store.shelf).map_or(Stage::Articles(0), Stage::Scan),
        };
        Self {
            term,
            letters,
            stage,
            entities: search.store.entities.len(),
            named: Vec::new(),
            by_entity: Scores::none(0),
            by_source: Memory::default(),
            by_byline: Memory::default(),
            tags: HashSet::new(),
            scores: Scores::none(articles),
        }
    }

    /// How well the term holds for an article; `None` where it does not.
    pub fn score(&self, article: usize) -> Option<i32> {
        self.scores.get(article)
    }

    /// Does as much as `steps` allow and takes that from them; true when every article has its score.
    pub fn go_on(&mut self, search: &Search, steps: &mut usize) -> bool {
        while *steps > 0 && !matches!(self.stage, Stage::Done) {
            self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
                Stage::Entities(from) => self.fit(from, search, steps),
                Stage::Scatter(from) => self.scatter(from, search.store, steps),
                Stage::Tags(from) => self.collect_tags(from, search.store, steps),
                Stage::Articles(from) => self.look(from, search, steps),
                Stage::Scan(scan) => self.take_in(scan, steps),
                Stage::Done => Stage::Done,
            };
        }
        matches!(self.stage, Stage::Done)
    }

    /// Which entities the needle fits. A phrase that is somebody's whole name means nobody else.
    fn fit(&mut self, from: usize, search: &Search, steps: &mut usize) -> Stage {
        let Some(needle) = needle(&self.term) else { return Stage::Done };
        let kinds = if let Term::Entity(kinds, _) = &self.term { Some(*kinds) } else { None };
        let wanted =
            |entity: &Entity| entity.mentions > 0 && entity.letters.hold(self.letters) && kinds.is_none_or(|kinds| kinds.hold(entity.kind));
        let mut next = from;
        while next < self.entities && *steps > 0 {
            let end = (next + PASSED).min(self.entities);
            let numbered = (next as u32..end as u32).map(EntityId).map(|id| (id, search.store.entity(id)));
            for (id, entity) in numbered.filter(|(_, entity)| wanted(entity)) {
                *steps = steps.saturating_sub(entity.forms.len());
                self.named.extend(search.entity(entity, needle).map(|score| (id, score)));
            }
            *steps = steps.saturating_sub(1);
            next = end;
        }
        if next < self.entities {
            return Stage::Entities(next);
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
            self.by_entity = Scores::none(self.entities);
            self.named.iter().for_each(|(id, score)| self.by_entity.raise(id.0 as usize, *score));
            return Stage::Articles(0);
        }
        for (number, (id, score)) in self.named.iter().enumerate().skip(from) {
            if *steps == 0 {
                return Stage::Scatter(number);
            }
            let postings = &store.entity(*id).postings;
            for posting in postings {
                self.scores.raise(posting.article.0 as usize, score + i64::from(posting.mentions.min(MENTIONS_THAT_COUNT)));
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
            score.into_iter().for_each(|score| self.scores.raise(number, score));
            *steps = steps.saturating_sub(cost + usize::from(number % PASSED == 0));
        }
        Stage::Done
    }

    /// What a scan has found so far. To wait for more uses up the time there is.
    fn take_in(&mut self, mut scan: Scan, steps: &mut usize) -> Stage {
        while *steps > 0 {
            match scan.next() {
                Next::Found(articles) => {
                    articles.iter().for_each(|article| self.scores.raise(article.0 as usize, 0));
                    *steps = steps.saturating_sub(1 + articles.len() / PASSED);
                }
                Next::Wait => *steps = 0,
                Next::Done => return Stage::Done,
            }
        }
        Stage::Scan(scan)
    }

    /// The score of one article, and the steps that took; none for a look at a column.
    fn of_article(&mut self, number: usize, search: &Search) -> (Option<i64>, usize) {
        let (store, id) = (search.store, ArticleId(number as u32));
        match &self.term {
            Term::Word(needle) => {
                let (headline, cost) = headline(number, self.letters, needle, search);
                let origin = source(&mut self.by_source, number, needle, search).max(byline(&mut self.by_byline, number, needle, search));
                (headline.max(origin), cost)
            }
            Term::Title(needle) => headline(number, self.letters, needle, search),
            Term::Source(needle) => (source(&mut self.by_source, number, needle, search), 0),
            Term::By(needle) => (byline(&mut self.by_byline, number, needle, search), 0),
            Term::Days(days) => (holds(store.published(id).is_some_and(|day| days.hold(day))), 0),
            Term::Said(_) => (self.said(store, id), 1),
            Term::Mark(mark) => (holds(is_marked(store.flags(id), *mark)), 0),
            Term::Tag(_) => (self.tagged(store, id), 0),
            // Names and texts are looked at otherwise.
            Term::Entity(..) | Term::Text(_) | Term::Quote(_) => (None, 0),
        }
    }

    /// Articles with a direct quote by one of the entities.
    fn said(&self, store: &Store, article: ArticleId) -> Option<i64> {
        store.direct_quotes(article).filter_map(|(_, speaker)| self.by_entity.get(speaker?.0 as usize)).max().map(i64::from)
    }

    /// The tags of all articles; at the end, those that the needle fits. A word that is a whole tag means no other.
    fn collect_tags(&mut self, from: usize, store: &Store, steps: &mut usize) -> Stage {
        for number in from..self.scores.len() {
            if *steps == 0 {
                return Stage::Tags(number);
            }
            let tags = store.tags(ArticleId(number as u32));
            for tag in tags {
                if !self.tags.contains(tag) {
                    self.tags.insert(tag.clone());
                }
            }
            *steps = steps.saturating_sub(tags.len() + usize::from(number % PASSED == 0));
        }
        if let Term::Tag(needle) = &self.term {
            let whole = matches!(needle.how, How::Fuzzy | How::Phrase) && self.tags.iter().any(|tag| tag_key(tag) == needle.word);
            self.tags.retain(|tag| if whole { tag_key(tag) == needle.word } else { part_of_tag(&tag_key(tag), needle) });
        }
        Stage::Articles(0)
    }

    fn tagged(&self, store: &Store, article: ArticleId) -> Option<i64> {
        holds(store.tags(article).iter().any(|tag| self.tags.contains(tag)))
    }
}

fn holds(it: bool) -> Option<i64> {
    it.then_some(0)
}

fn is_marked(flags: Flags, mark: Mark) -> bool {
    match mark {
        Mark::Read => flags.has(Flags::READ),
        Mark::Unread => !flags.has(Flags::READ),
        Mark::Starred => flags.has(Flags::STARRED),
        Mark::Noted => flags.has(Flags::NOTED),
        Mark::Tagged => flags.has(Flags::TAGGED),
    }
}

fn tag_key(tag: &str) -> String {
    folded(tag, Case::Lower).trim().to_string()
}

/// The word that a term looks for in names and headlines.
fn needle(term: &Term) -> Option<&Needle> {
    match term {
        Term::Word(needle) | Term::Entity(_, needle) | Term::Said(needle) | Term::Title(needle) => Some(needle),
        _ => None,
    }
}

/// How well a headline fits, and the steps it took to know.
fn headline(article: usize, letters: Letters, needle: &Needle, search: &Search) -> (Option<i64>, usize) {
    let keys = &search.store.keys;
    if keys.letters(article).hold(letters) { (search.score(keys.headline(article), needle), 1) } else { (None, 0) }
}

fn source(known: &mut Memory, article: usize, needle: &Needle, search: &Search) -> Option<i64> {
    let sources = search.store.keys.sources();
    let number = sources.number(article);
    known.score(number, || search.score(sources.text(number), needle))
}

fn byline(known: &mut Memory, article: usize, needle: &Needle, search: &Search) -> Option<i64> {
    let bylines = search.store.keys.bylines();
    let number = bylines.number(article);
    known.score(number, || names(bylines.text(number)).filter_map(|name| search.score(name, needle)).max())
}
