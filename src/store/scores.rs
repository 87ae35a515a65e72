//! A score for each article, or entity, a term holds for, four bytes each.

/// Memory that the system hands out as zeroes stays untouched until something is found: to begin a search costs nothing.
pub(super) struct Scores(Vec<u32>);

impl Scores {
    /// Nothing holds for so many articles.
    pub fn none(articles: usize) -> Self {
        Self(vec![0; articles])
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// `None` where the term does not hold.
    pub fn get(&self, article: usize) -> Option<i32> {
        self.0.get(article).copied().filter(|number| *number > 0).map(score)
    }

    /// Notes that the term holds, unless it is known to hold better. Nothing is noted of articles that have landed since.
    pub fn raise(&mut self, article: usize, score: i64) {
        if let Some(known) = self.0.get_mut(article) {
            *known = (*known).max(number(score));
        }
    }

    /// The term does not hold after all.
    pub fn forget(&mut self, article: usize) {
        self.0[article] = 0;
    }
}

/// Numbers above 0 in the order of the scores.
fn number(score: i64) -> u32 {
    ascending(score.clamp(i64::from(i32::MIN) + 1, i32::MAX.into()) as i32)
}

fn score(number: u32) -> i32 {
    (i64::from(number) + i64::from(i32::MIN)) as i32
}

/// Numbers in the order of the scores.
pub(super) fn ascending(score: i32) -> u32 {
    (i64::from(score) - i64::from(i32::MIN)) as u32
}

/// What was found out once about each of a few texts.
#[derive(Default)]
pub(super) struct Memory(Vec<Option<Option<i64>>>);

impl Memory {
    /// The score of the text of this number, which is found out when it is asked for first.
    pub fn score(&mut self, number: usize, find: impl FnOnce() -> Option<i64>) -> Option<i64> {
        if self.0.len() <= number {
            self.0.resize(number + 1, None);
        }
        *self.0[number].get_or_insert_with(find)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_score_stays() {
        let mut scores = Scores::none(4);
        for (article, score) in [(0, 7), (0, 3), (1, -5), (1, -9), (2, i64::MIN), (2, i64::MIN), (9, 1)] {
            scores.raise(article, score);
        }
        assert_eq!([0, 1, 2, 3].map(|article| scores.get(article)), [Some(7), Some(-5), Some(i32::MIN + 1), None]);
    }
}
