//! Articles in groups. The smaller of two joined groups is entered into the larger, so that all joins together cost n log n, as with
//! a forest of paths, but asking changes nothing, members are at hand in order, and a group can be taken apart again.

use super::ArticleId;

/// Where an article belongs.
enum Place {
    Alone(ArticleId),
    /// A number in [`Groups::groups`].
    Among(u32),
}

#[derive(Default)]
pub(super) struct Groups {
    places: Vec<Place>,
    /// Members in store order; empty where a group was taken apart.
    groups: Vec<Vec<ArticleId>>,
    /// The empty ones.
    free: Vec<u32>,
}

impl Groups {
    /// One more article, alone.
    pub fn push(&mut self) -> ArticleId {
        let article = ArticleId(self.places.len() as u32);
        self.places.push(Place::Alone(article));
        article
    }

    /// The group of an article, in store order.
    pub fn of(&self, article: ArticleId) -> &[ArticleId] {
        match &self.places[article.0 as usize] {
            Place::Alone(article) => std::slice::from_ref(article),
            Place::Among(group) => &self.groups[*group as usize],
        }
    }

    pub fn unite(&mut self, one: ArticleId, other: ArticleId) {
        if self.of(one)[0] == self.of(other)[0] {
            return;
        }
        let (larger, smaller) = if self.of(one).len() < self.of(other).len() { (other, one) } else { (one, other) };
        let joining = self.take(smaller);
        let group = self.group(larger);
        joining.iter().for_each(|member| self.places[member.0 as usize] = Place::Among(group));
        let members = &mut self.groups[group as usize];
        let in_order = members.last() < joining.first();
        members.extend(joining);
        if !in_order {
            members.sort();
        }
    }

    /// Makes some members of a group, in store order, a group of their own.
    pub fn part(&mut self, leaving: Vec<ArticleId>) {
        let Some(&first) = leaving.first() else { return };
        let staying = self.take(first).into_iter().filter(|member| leaving.binary_search(member).is_err()).collect();
        self.settle(staying);
        self.settle(leaving);
    }

    /// Makes articles that are alone, in store order, a group.
    fn settle(&mut self, members: Vec<ArticleId>) {
        if members.len() > 1 {
            let group = self.group(members[0]);
            members.iter().for_each(|member| self.places[member.0 as usize] = Place::Among(group));
            self.groups[group as usize] = members;
        }
    }

    /// Makes every member of an article's group stand alone, and tells who they were.
    fn take(&mut self, article: ArticleId) -> Vec<ArticleId> {
        let Place::Among(group) = self.places[article.0 as usize] else { return vec![article] };
        let members = std::mem::take(&mut self.groups[group as usize]);
        members.iter().for_each(|&member| self.places[member.0 as usize] = Place::Alone(member));
        self.free.push(group);
        members
    }

    /// The number of an article's group, which is made when there is none.
    fn group(&mut self, article: ArticleId) -> u32 {
        if let Place::Among(group) = self.places[article.0 as usize] {
            return group;
        }
        let group = self.free.pop().unwrap_or_else(|| {
            self.groups.push(Vec::new());
            self.groups.len() as u32 - 1
        });
        self.groups[group as usize].push(article);
        self.places[article.0 as usize] = Place::Among(group);
        group
    }
}
