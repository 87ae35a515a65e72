//! How often some articles name each entity, found out in slices.

use super::entities::{EntityCount, EntityId};
use super::radix::Radix;
use super::{ArticleId, Store};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Names are counted by what stands in each article when fewer than one in so many articles is asked for, else by where each name
/// stands.
const FEW: usize = 100;
/// Postings that are gone through in the time in which one name of an article is looked up.
const POSTINGS: usize = 128;
/// Entities that are passed over in that time.
const PASSED: usize = 16;

/// Which articles are asked for.
pub trait Wanted {
    fn len(&self) -> usize;
    /// The one of this number, from 0, in any order.
    fn get(&self, number: usize) -> ArticleId;
    fn contains(&self, article: ArticleId) -> bool;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A counting at work.
#[derive(Debug)]
pub struct Counting {
    stage: Stage,
    counts: Vec<EntityCount>,
}

#[derive(Debug)]
enum Stage {
    /// By what stands in each article, from this one on; where each entity is counted.
    Articles(usize, HashMap<EntityId, u32, FixedState>),
    /// What was counted by articles, on its way into the order of entities.
    Order(Radix),
    /// By where each entity stands, from this one on.
    Entities(u32),
    Done,
}

impl Store {
    /// Begins to count who and what the articles name. Each article counts once.
    pub fn begin_counting(&self, wanted: &impl Wanted) -> Counting {
        let few = wanted.len() * FEW < self.len() || wanted.len() == 1;
        let stage = if few { Stage::Articles(0, HashMap::default()) } else { Stage::Entities(0) };
        // All at once: memory that grows has to be copied in one go.
        let most = if few { 0 } else { self.entities.len() };
        Counting { stage, counts: Vec::with_capacity(most) }
    }

    /// Who and what `articles` name, in the order in which entities were first named. Each article counts once.
    pub fn counts(&self, articles: impl Iterator<Item = ArticleId>) -> Vec<EntityCount> {
        let articles: Vec<ArticleId> = articles.collect();
        let mut among = vec![false; self.len()];
        articles.iter().for_each(|article| among[article.0 as usize] = true);
        let wanted = These { articles, among };
        let mut counting = self.begin_counting(&wanted);
        while !counting.go_on(self, &wanted, usize::MAX) {}
        counting.counts()
    }

    /// How often an article mentions an entity.
    fn mentions_of_in(&self, entity: EntityId, article: ArticleId) -> u32 {
        let postings = &self.entity(entity).postings;
        postings.binary_search_by_key(&article, |posting| posting.article).map_or(0, |at| postings[at].mentions)
    }
}

struct These {
    articles: Vec<ArticleId>,
    among: Vec<bool>,
}

impl Wanted for These {
    fn len(&self) -> usize {
        self.articles.len()
    }

    fn get(&self, number: usize) -> ArticleId {
        self.articles[number]
    }

    fn contains(&self, article: ArticleId) -> bool {
        self.among[article.0 as usize]
    }
}

impl Counting {
    /// Goes on for some steps, in each of which one name of an article is looked up; true when all is counted. The articles are the same
    /// each time.
    pub fn go_on(&mut self, store: &Store, wanted: &impl Wanted, steps: usize) -> bool {
        let mut steps = steps;
        while steps > 0 && !matches!(self.stage, Stage::Done) {
            self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
                Stage::Articles(from, places) => self.by_article(from, places, store, wanted, &mut steps),
                Stage::Order(radix) => self.order(radix, &mut steps),
                Stage::Entities(from) => self.by_entity(from, store, wanted, &mut steps),
                Stage::Done => Stage::Done,
            };
        }
        matches!(self.stage, Stage::Done)
    }

    /// What was counted, in the order in which entities were first named, once [`Counting::go_on`] says that it is complete.
    pub fn counts(self) -> Vec<EntityCount> {
        self.counts
    }

    fn by_article(
        &mut self,
        from: usize,
        mut places: HashMap<EntityId, u32, FixedState>,
        store: &Store,
        wanted: &impl Wanted,
        steps: &mut usize,
    ) -> Stage {
        for number in from..wanted.len() {
            if *steps == 0 {
                return Stage::Articles(number, places);
            }
            let article = wanted.get(number);
            let named = store.entities_named(article);
            *steps = steps.saturating_sub(1 + named.len());
            for entity in named {
                self.note(entity, store.mentions_of_in(entity, article), &mut places);
            }
        }
        let mut radix = Radix::default();
        self.counts.iter().zip(0..).for_each(|(count, place)| radix.push(count.entity.0.into(), place));
        Stage::Order(radix)
    }

    fn note(&mut self, entity: EntityId, mentions: u32, places: &mut HashMap<EntityId, u32, FixedState>) {
        if mentions == 0 {
            return;
        }
        let place = *places.entry(entity).or_insert_with(|| {
            self.counts.push(EntityCount { entity, mentions: 0, articles: 0 });
            self.counts.len() as u32 - 1
        });
        let count = &mut self.counts[place as usize];
        count.mentions += mentions;
        count.articles += 1;
    }

    fn order(&mut self, mut radix: Radix, steps: &mut usize) -> Stage {
        if !radix.go_on(steps) {
            return Stage::Order(radix);
        }
        self.counts = (0..radix.len()).map(|place| self.counts[radix.get(place) as usize]).collect();
        Stage::Done
    }

    fn by_entity(&mut self, from: u32, store: &Store, wanted: &impl Wanted, steps: &mut usize) -> Stage {
        let all = wanted.len() == store.len();
        for number in from..store.entities.len() as u32 {
            if *steps == 0 {
                return Stage::Entities(number);
            }
            let count = if all { store.count_in_all(EntityId(number)) } else { store.count_in(EntityId(number), wanted) };
            if count.articles > 0 {
                self.counts.push(count);
            }
            let looked_at = if all { 0 } else { store.entity(EntityId(number)).postings.len() };
            *steps = steps.saturating_sub(looked_at / POSTINGS + usize::from((number as usize).is_multiple_of(PASSED)));
        }
        Stage::Done
    }
}

impl Store {
    fn count_in_all(&self, entity: EntityId) -> EntityCount {
        let it = self.entity(entity);
        EntityCount { entity, mentions: it.mentions, articles: it.postings.len() as u32 }
    }

    fn count_in(&self, entity: EntityId, wanted: &impl Wanted) -> EntityCount {
        let (mut mentions, mut articles) = (0, 0);
        for posting in &self.entity(entity).postings {
            let is_wanted = u32::from(wanted.contains(posting.article));
            mentions += is_wanted * posting.mentions;
            articles += is_wanted;
        }
        EntityCount { entity, mentions, articles }
    }

    /// What an article may name, each once.
    fn entities_named(&self, article: ArticleId) -> Vec<EntityId> {
        let names = self.names[article.0 as usize].iter();
        let mut named: Vec<EntityId> = names.flat_map(|found| self.entities.candidates(*found)).collect();
        named.sort_unstable();
        named.dedup();
        named
    }
}
