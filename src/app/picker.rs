//! A line to type in and what it finds, to pick one of: any action, an entity to merge a name into, a kind, an alias.

use super::action::{ALL, Action};
use super::key::{KeyEvent, edit};
use super::keymap::Mode;
use super::loading::grouped;
use super::motion::Motion;
use super::rows::{Row, Rows};
use super::state::App;
use super::undo::correction_words;
use crate::model::{Correction, Kind};
use crate::saved::SavedView;
use crate::store::{ArticleId, EntityId};
use crate::text::{Span, sentences};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::cmp::Reverse;
use std::collections::HashSet;
use tui_input::Input;

/// Entities offered at once: who wants another one types more of its name.
const ENTITIES: usize = 50;

/// What is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    Actions,
    /// Entities that this one may be the same as.
    Merge(EntityId),
    Kinds(EntityId),
    /// Aliases that may be split off.
    Aliases(EntityId),
    /// Corrections of names, to be taken back.
    Corrections,
    /// Sentences of the open article that name this.
    Outline(EntityId),
    /// Where a passage stands elsewhere.
    Elsewhere(Vec<(ArticleId, Span)>),
    Views,
    /// Saved views to be forgotten.
    ForgottenViews,
}

/// What picking an item does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    Do(Action),
    Merge(EntityId, EntityId),
    IsA(EntityId, Kind),
    Apart(EntityId, Box<str>),
    /// The correction of this number.
    Withdraw(usize),
    Passage(Span),
    Elsewhere(ArticleId, Span),
    Show(usize),
    Forget(usize),
}

/// A line that can be picked.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its key, or how often it is named.
    pub aside: String,
    pub label: String,
    pub choice: Choice,
}

impl Row for Item {
    fn leads(&self) -> bool {
        true
    }
}

/// The line being typed, and what it finds.
#[derive(Debug)]
pub struct Picker {
    pub offer: Offer,
    input: Input,
    found: Rows<Item>,
}

impl Picker {
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// What is found, the best first.
    pub fn found(&self) -> &Rows<Item> {
        &self.found
    }

    pub fn step(&mut self, motion: Motion, height: usize) {
        self.found.step(motion);
        self.found.keep_in_view(height);
    }

    fn find(&mut self, app: &App) {
        self.found = Rows::new(self.offer.items(app, self.input.value()));
    }
}

impl App {
    pub(super) fn offer(&mut self, offer: Offer) {
        let mut picker = Picker { offer, input: Input::default(), found: Rows::default() };
        picker.find(self);
        self.picker = Some(picker);
    }

    pub(super) fn key_for_picker(&mut self, key: KeyEvent) {
        let Some(mut picker) = self.picker.take() else { return };
        if edit(&mut picker.input, key) {
            picker.find(self);
        }
        self.picker = Some(picker);
    }

    /// Takes the item under the picker's cursor; the picker is closed.
    pub(super) fn picked_choice(&mut self) -> Option<Choice> {
        self.picker.take()?.found.current().map(|item| item.choice.clone())
    }
}

impl Offer {
    /// What stands over the items.
    pub fn title(&self, app: &App) -> String {
        let name = |id: &EntityId| app.store.entity(*id).name.to_string();
        match self {
            Offer::Actions => "Do".to_string(),
            Offer::Merge(id) => format!("{} is the same as", name(id)),
            Offer::Kinds(id) => format!("{} is a", name(id)),
            Offer::Aliases(id) => format!("Not {}", name(id)),
            Offer::Corrections => "Take a correction back".to_string(),
            Offer::Outline(id) => format!("{} in this article", name(id)),
            Offer::Elsewhere(_) => "This passage stands in".to_string(),
            Offer::Views => "Saved views".to_string(),
            Offer::ForgottenViews => "Forget a saved view".to_string(),
        }
    }

    fn items(&self, app: &App, typed: &str) -> Vec<Item> {
        match self {
            Offer::Actions => matching(actions(app), typed),
            Offer::Merge(id) => mergeable(app, *id, typed),
            Offer::Kinds(id) => matching(kinds(app, *id), typed),
            Offer::Aliases(id) => matching(aliases(app, *id), typed),
            Offer::Corrections => matching(corrections(app), typed),
            Offer::Outline(id) => matching(outline(app, *id), typed),
            Offer::Elsewhere(places) => matching(elsewhere(app, places), typed),
            Offer::Views => matching(views(app, Choice::Show), typed),
            Offer::ForgottenViews => matching(views(app, Choice::Forget), typed),
        }
    }
}

/// Those whose label holds the typed letters in their order; the best first, ties as they came.
fn matching(items: Vec<Item>, typed: &str) -> Vec<Item> {
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut found: Vec<_> = items.into_iter().filter_map(|item| Some((matcher.fuzzy_match(&item.label, typed)?, item))).collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, item)| item).collect()
}

/// All actions, with their keys; the palette finds everything but itself.
fn actions(app: &App) -> Vec<Item> {
    let offered = ALL.iter().filter(|about| about.action != Action::Palette);
    let key = |action| app.settings.keymap.keys_for(Mode::Browse, action).next().unwrap_or_default();
    offered.map(|about| Item { aside: key(about.action), label: about.help.to_string(), choice: Choice::Do(about.action) }).collect()
}

/// Entities called like what is typed, or with a word of the one to merge when nothing is; those of its kind first.
fn mergeable(app: &App, id: EntityId, typed: &str) -> Vec<Item> {
    let entity = app.store.entity(id);
    let mut others = match typed.trim() {
        "" => entity.name.split_whitespace().flat_map(|word| app.store.called_like(word, ENTITIES)).collect(),
        typed => app.store.called_like(typed, ENTITIES),
    };
    let mut seen = HashSet::from([id]);
    others.retain(|other| seen.insert(*other));
    others.sort_by_key(|other| app.store.entity(*other).kind != entity.kind);
    let item = |other: EntityId| {
        let called = app.store.entity(other);
        let aside = format!("{} {}", called.kind.word(), grouped(called.mentions as usize));
        Item { aside, label: called.name.to_string(), choice: Choice::Merge(id, other) }
    };
    others.into_iter().map(item).collect()
}

fn kinds(app: &App, id: EntityId) -> Vec<Item> {
    let others = Kind::ALL.into_iter().filter(|kind| *kind != app.store.entity(id).kind);
    others.map(|kind| Item { aside: String::new(), label: kind.word().to_string(), choice: Choice::IsA(id, kind) }).collect()
}

fn aliases(app: &App, id: EntityId) -> Vec<Item> {
    let entity = app.store.entity(id);
    let articles: Vec<_> = entity.postings.iter().map(|posting| posting.article).collect();
    let written = app.store.surfaces(id, &articles).into_iter().filter(|(form, _)| **form != *entity.name);
    written
        .map(|(form, mentions)| Item { aside: grouped(mentions as usize), label: form.to_string(), choice: Choice::Apart(id, form) })
        .collect()
}

/// The latest first.
fn corrections(app: &App) -> Vec<Item> {
    let numbered = app.store.corrections().iter().enumerate().rev();
    let item = |(number, correction): (usize, &Correction)| Item {
        aside: correction.kind.word().to_string(),
        label: correction_words(correction),
        choice: Choice::Withdraw(number),
    };
    numbered.map(item).collect()
}

fn outline(app: &App, id: EntityId) -> Vec<Item> {
    let Some(article) = app.list.article() else { return Vec::new() };
    let text = &app.store.article(article).text;
    let mentions: Vec<Span> = app.store.mentions_in(article, id).collect();
    let naming = |sentence: &Span| {
        let first = mentions.partition_point(|mention| mention.start < sentence.start);
        mentions.get(first).copied().filter(|mention| sentence.contains(*mention))
    };
    let named = sentences(text).into_iter().filter_map(|sentence| Some((sentence, naming(&sentence)?)));
    let item = |(number, (sentence, mention)): (usize, (Span, Span))| Item {
        aside: (number + 1).to_string(),
        label: sentence.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
        choice: Choice::Passage(mention),
    };
    named.enumerate().map(item).collect()
}

fn elsewhere(app: &App, places: &[(ArticleId, Span)]) -> Vec<Item> {
    let item = |(number, (article, span)): (usize, &(ArticleId, Span))| Item {
        aside: (number + 1).to_string(),
        label: app.passage_words(*article),
        choice: Choice::Elsewhere(*article, *span),
    };
    places.iter().enumerate().map(item).collect()
}

fn views(app: &App, choice: fn(usize) -> Choice) -> Vec<Item> {
    let item = |(number, view): (usize, &SavedView)| {
        let label = if view.query.is_empty() { view.name.clone() } else { format!("{}  {}", view.name, view.query) };
        Item { aside: view.shows.clone().unwrap_or_default(), label, choice: choice(number) }
    };
    app.views.iter().enumerate().map(item).collect()
}
