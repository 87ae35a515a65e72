//! From hits to a list, in slices: the versions of a story are brought together at the place of the best one, what is folded is left
//! out, and each article is given its row. The list before stays until all of it is there.

use crate::model::Date;
use crate::store::{ArticleId, Hit, Hits, Store};
use std::collections::HashSet;

/// Which stories show all their versions.
#[derive(Clone, Debug, Default)]
pub(super) struct Folding {
    /// The stories that are unfolded, by their first articles; or, when all are, those that are folded.
    exceptions: HashSet<ArticleId>,
    pub all_unfolded: bool,
    /// Counts the changes, so that lines that were laid out before one are known.
    changes: u64,
}

impl Folding {
    pub fn changes(&self) -> u64 {
        self.changes
    }

    pub fn is_unfolded(&self, story: ArticleId) -> bool {
        self.exceptions.contains(&story) != self.all_unfolded
    }

    pub fn set(&mut self, story: ArticleId, folded: bool) {
        self.changes += 1;
        if folded == self.all_unfolded {
            self.exceptions.insert(story);
        } else {
            self.exceptions.remove(&story);
        }
    }

    pub fn switch_all(&mut self) {
        self.changes += 1;
        self.all_unfolded = !self.all_unfolded;
        self.exceptions.clear();
    }
}

/// A hit among the listed versions of its story.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its first article in the corpus, listed or not.
    pub first: ArticleId,
    /// Listed versions beneath this one; [`BENEATH`] for one that stands beneath another.
    beneath: u32,
}

const BENEATH: u32 = u32::MAX;

impl Story {
    /// Listed versions beneath this one; nothing for one that stands beneath another.
    pub fn beneath(self) -> Option<u32> {
        Some(self.beneath).filter(|beneath| *beneath != BENEATH)
    }
}

/// What is listed: 20 bytes for each hit, 4 for each article of the corpus.
#[derive(Debug, Default)]
pub(super) struct Laid {
    pub hits: Vec<Hit>,
    /// Of each hit, the story it tells.
    pub stories: Vec<Story>,
    /// The rows that are shown, in their order: those of folded versions are left out.
    pub lines: Vec<u32>,
    pub rows: Rows,
    days: Option<(Date, Date)>,
}

impl Laid {
    pub fn days(&self) -> Option<(Date, Date)> {
        self.days
    }

    /// Derives the lines.
    pub fn fold_anew(&mut self, folding: &Folding) {
        let shown = |row: &u32| {
            let story = self.stories[*row as usize];
            story.beneath != BENEATH || folding.is_unfolded(story.first)
        };
        self.lines = (0..self.hits.len() as u32).filter(shown).collect();
    }

    /// Folds or unfolds the story of a row.
    pub fn fold_story(&mut self, row: usize, folded: bool) {
        let head = (0..=row).rev().find(|row| self.stories[*row].beneath != BENEATH).unwrap_or(row);
        let beneath = self.stories[head].beneath as usize;
        let line = self.lines.partition_point(|line| *line as usize <= head);
        let shown = self.lines[line..].partition_point(|line| *line as usize <= head + beneath);
        let wanted = if folded { 0..0 } else { head as u32 + 1..(head + beneath) as u32 + 1 };
        self.lines.splice(line..line + shown, wanted);
    }

    fn push(&mut self, hit: Hit, story: Story, is_shown: bool, store: &Store) {
        let row = self.hits.len() as u32;
        self.hits.push(hit);
        self.stories.push(story);
        self.rows.place(hit.article, row);
        if is_shown {
            self.lines.push(row);
        }
        if let Some(day) = store.published(hit.article) {
            let (first, last) = self.days.unwrap_or((day, day));
            self.days = Some((first.min(day), last.max(day)));
        }
    }
}

/// Of each article, by its number, the row it is listed in. It is made where memory comes as zeroes: 0 is that of an article that is
/// not listed.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<u32>);

/// Set in the numbers of those that have a row; those without it are one more than the place among the hits.
const PLACED: u32 = 1 << 31;

impl Rows {
    /// The row of an article that is listed.
    pub fn of(&self, article: ArticleId) -> Option<usize> {
        self.0.get(article.0 as usize).filter(|number| **number >= PLACED).map(|number| (*number & !PLACED) as usize)
    }

    fn place(&mut self, article: ArticleId, row: u32) {
        self.0[article.0 as usize] = row | PLACED;
    }

    fn rank(&mut self, article: ArticleId, rank: usize) {
        self.0[article.0 as usize] = rank as u32 + 1;
    }

    /// The place among the hits, of one that has no row yet.
    fn ranked(&self, article: ArticleId) -> Option<usize> {
        self.0.get(article.0 as usize).filter(|number| (1..PLACED).contains(*number)).map(|number| *number as usize - 1)
    }
}

/// A list that is being laid out.
pub(super) struct Laying {
    hits: Hits,
    /// Hits whose place is noted, and hits that are laid out.
    ranked: usize,
    done: usize,
    laid: Laid,
    folding: Folding,
}

impl Laying {
    pub fn of(hits: Hits, folding: &Folding) -> Self {
        let (rows, listed) = (Rows(vec![0; hits.searched()]), hits.len());
        // Room for all: memory that grows has to be copied in one go.
        let (hits_in_order, stories, lines) = (Vec::with_capacity(listed), Vec::with_capacity(listed), Vec::with_capacity(listed));
        let laid = Laid { hits: hits_in_order, stories, lines, rows, days: None };
        Self { hits, ranked: 0, done: 0, laid, folding: folding.clone() }
    }

    /// Goes on for so many steps, a hit each; true when all is laid out. Articles may have landed in between.
    pub fn go_on(&mut self, store: &Store, steps: usize) -> bool {
        let ranked = self.hits.len().min(self.ranked + steps);
        for place in std::mem::replace(&mut self.ranked, ranked)..ranked {
            self.laid.rows.rank(self.hits.get(place).article, place);
        }
        let mut steps = steps;
        while self.ranked == self.hits.len() && self.done < self.hits.len() && steps > 0 {
            steps = steps.saturating_sub(self.lay(self.hits.get(self.done), store));
            self.done += 1;
        }
        self.done == self.hits.len()
    }

    /// Lays out a hit with the other versions of its story, unless a better one has taken it along; tells how many hits were looked at.
    fn lay(&mut self, hit: Hit, store: &Store) -> usize {
        let versions = store.versions(hit.article);
        if let [first] = versions {
            self.laid.push(hit, Story { first: *first, beneath: 0 }, true, store);
            return 1;
        }
        if self.laid.rows.ranked(hit.article).is_none() {
            return 1;
        }
        let mut places: Vec<usize> = versions.iter().filter_map(|version| self.laid.rows.ranked(*version)).collect();
        places.sort_unstable();
        let (first, beneath) = (versions[0], places.len() as u32 - 1);
        let unfolded = self.folding.is_unfolded(first);
        for (number, place) in places.into_iter().enumerate() {
            let story = Story { first, beneath: if number == 0 { beneath } else { BENEATH } };
            self.laid.push(self.hits.get(place), story, number == 0 || unfolded, store);
        }
        1 + versions.len()
    }

    /// What was laid out, once [`Laying::go_on`] says that it is complete. The folding may have changed in between.
    pub fn laid(self, folding: &Folding) -> Laid {
        let mut laid = self.laid;
        if self.folding.changes != folding.changes {
            laid.fold_anew(folding);
        }
        laid
    }
}
