//! One term of a query against every article, in as many slices as it takes: the names that fit, the articles they stand in, then what
//! else of an article the term asks for.

use super::entities::{Entity, EntityId};
use super::keys::names;
use super::letters::Letters;
use super::marks::Flags;
use super::matching::{Known, Matching};
use super::query::{How, Kinds, Mark, Needle, Term};
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
    Names,
    Corrected,
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
    /// Where it looks for a word in names.
    matching: Option<Matching>,
    stage: Stage,
    /// The entities that fit, and how well each of them does.
    named: Vec<EntityId>,
    by_entity: Scores,
    by_source: Memory,
    by_byline: Memory,
    /// The tags there are; then those of them that fit.
    tags: HashSet<Box<str>>,
    /// Articles in whose texts something was found so far; nothing for a term that asks for something else.
    in_texts: Option<usize>,
    /// One for each article there was at the beginning.
    scores: Scores,
}

impl Run {
    /// `known` is what is known of names from before.
    pub fn begin(term: Term, search: &Search, articles: usize, known: &mut Known) -> Self {
        let entities = &search.store.entities;
        let (stage, matching) = match &term {
            Term::Word(needle) | Term::Entity(_, needle) | Term::Said(needle) => {
                (Stage::Names, Some(known.begin(needle, entities.called().forms())))
            }
            Term::Tag(_) => (Stage::Tags(0), None),
            term => (Scan::begin(term, &search.store.shelf).map_or(Stage::Articles(0), Stage::Scan), None),
        };
        Self {
            letters: needle(&term).map(|needle| Letters::of(&needle.word)).unwrap_or_default(),
            term,
            matching,
            in_texts: matches!(stage, Stage::Scan(_)).then_some(0),
            stage,
            named: Vec::new(),
            by_entity: Scores::none(entities.len()),
            by_source: Memory::default(),
            by_byline: Memory::default(),
            tags: HashSet::new(),
            scores: Scores::none(articles),
        }
    }

    /// What it knows of names by now.
    pub fn known(self) -> Option<Matching> {
        self.matching
    }

    /// How well the term holds for an article; `None` where it does not.
    pub fn score(&self, article: usize) -> Option<i32> {
        self.scores.get(article)
    }

    /// Every article has its score.
    pub fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done)
    }

    /// Threads look at texts, and what they find has its score already.
    pub fn waits(&self) -> bool {
        matches!(self.stage, Stage::Scan(_))
    }

    /// Articles in whose texts something was found so far.
    pub fn in_texts(&self) -> Option<usize> {
        self.in_texts
    }

    /// Does as much as `steps` allow and takes that from them.
    pub fn go_on(&mut self, search: &Search, steps: &mut usize) {
        while *steps > 0 && !self.is_done() {
            self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
                Stage::Names => self.fit(search, steps),
                Stage::Corrected => self.fit_corrected(search),
                Stage::Scatter(from) => self.scatter(from, search.store, steps),
                Stage::Tags(from) => self.collect_tags(from, search.store, steps),
                Stage::Articles(from) => self.look(from, search, steps),
                Stage::Scan(scan) => self.take_in(scan, steps),
                Stage::Done => Stage::Done,
            };
        }
    }

    /// Which entities the needle fits, by the column of what they are called.
    fn fit(&mut self, search: &Search, steps: &mut usize) -> Stage {
        let Some(mut matching) = self.matching.take() else { return Stage::Done };
        let (entities, before) = (&search.store.entities, matching.found().len());
        let is_done = matching.go_on(entities.called().forms(), steps);
        let found = matching.found()[before..].iter().map(|found| (entities.called().bearer(found.row), found.score));
        for (id, score) in found.filter(|(id, _)| !entities.is_corrected(*id)) {
            self.note(id, entities.get(id), score.into());
        }
        self.matching = Some(matching);
        if is_done { Stage::Corrected } else { Stage::Names }
    }

    /// The few that are called otherwise than they were found. A phrase that is somebody's whole name means nobody else.
    fn fit_corrected(&mut self, search: &Search) -> Stage {
        let Some(needle) = needle(&self.term).cloned() else { return Stage::Done };
        let entities = &search.store.entities;
        for (id, entity) in entities.corrected().map(|id| (id, entities.get(id))) {
            search.entity(entity, &needle).into_iter().for_each(|score| self.note(id, entity, score));
        }
        let is_whole = |score: Option<i32>| score.map(i64::from) == Some(WHOLE_PHRASE);
        if needle.how == How::Phrase && self.named.iter().any(|id| is_whole(self.by_entity.get(id.0 as usize))) {
            let (others, whole) = std::mem::take(&mut self.named).into_iter().partition(|id| !is_whole(self.by_entity.get(id.0 as usize)));
            self.named = whole;
            Vec::into_iter(others).for_each(|id: EntityId| self.by_entity.forget(id.0 as usize));
        }
        Stage::Scatter(0)
    }

    /// Notes an entity that the needle fits, if the term may mean it.
    fn note(&mut self, id: EntityId, entity: &Entity, score: i64) {
        if entity.mentions > 0 && kinds(&self.term).is_none_or(|kinds| kinds.hold(entity.kind)) {
            if self.by_entity.get(id.0 as usize).is_none() {
                self.named.push(id);
            }
            self.by_entity.raise(id.0 as usize, score);
        }
    }

    /// Articles that name one of the entities, by the best of them; quotes have to be looked at.
    fn scatter(&mut self, from: usize, store: &Store, steps: &mut usize) -> Stage {
        if matches!(self.term, Term::Said(_)) {
            return Stage::Articles(0);
        }
        for (number, id) in self.named.iter().enumerate().skip(from) {
            if *steps == 0 {
                return Stage::Scatter(number);
            }
            let (postings, score) = (&store.entity(*id).postings, self.by_entity.get(id.0 as usize).unwrap_or_default());
            for posting in postings {
                self.scores.raise(posting.article.0 as usize, i64::from(score) + i64::from(posting.mentions.min(MENTIONS_THAT_COUNT)));
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
                    self.in_texts = self.in_texts.map(|known| known + articles.len());
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

/// The kinds of name that a term means; nothing when it means all.
fn kinds(term: &Term) -> Option<Kinds> {
    if let Term::Entity(kinds, _) = term { Some(*kinds) } else { None }
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
