//! The page of a name: how it is written, when it is in the news, who is named beside it, what it said, and every mention.
//!
//! It tells of what is listed, so that the filter holds here too.

use super::action::Action;
use super::layout::Pane;
use super::motion::Motion;
use super::reader::Pick;
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target};
use crate::model::{Date, Kind};
use crate::store::{ArticleId, Calendar, Companion, EntityId, QuoteId};
use crate::text::Span;

/// Names of one kind that are told to appear with it.
const COMPANIONS: usize = 12;
/// Columns of the line over time, at most.
const COLUMNS: usize = 40;
/// From this width on, facts and evidence stand side by side.
pub const SIDE_BY_SIDE: u16 = 96;

/// What is known of the name itself.
#[derive(Clone, Debug)]
pub enum Fact {
    Heading(&'static str),
    /// How it is written, and how often; and how many others are written so too.
    Alias(Box<str>, u32, usize),
    Companion(Companion),
    Blank,
}

impl Row for Fact {
    fn leads(&self) -> bool {
        matches!(self, Fact::Companion(_))
    }
}

/// Where it stands in the articles.
#[derive(Copy, Clone, Debug)]
pub enum Evidence {
    Heading(&'static str, usize),
    Quote(QuoteId),
    Mention(ArticleId, Span),
    Blank,
}

impl Row for Evidence {
    fn leads(&self) -> bool {
        matches!(self, Evidence::Quote(_) | Evidence::Mention(..))
    }
}

/// The part of the page that has the keys.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    Facts,
    #[default]
    Evidence,
}

/// How often and when, in what is listed.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub mentions: usize,
    pub articles: usize,
    pub stories: usize,
    pub undated: usize,
    pub first: Option<Date>,
    pub last: Option<Date>,
    /// Articles over the time of all that is listed.
    pub over_time: Vec<u32>,
}

#[derive(Debug)]
pub struct EntityPage {
    pub entity: EntityId,
    part: Part,
    facts: Rows<Fact>,
    evidence: Rows<Evidence>,
    figures: Figures,
    /// The search that all this is from.
    of: Option<u64>,
}

impl EntityPage {
    pub fn new(entity: EntityId) -> Self {
        Self { entity, part: Part::default(), facts: Rows::default(), evidence: Rows::default(), figures: Figures::default(), of: None }
    }

    pub fn part(&self) -> Part {
        self.part
    }

    pub fn facts(&self) -> &Rows<Fact> {
        &self.facts
    }

    pub fn evidence(&self) -> &Rows<Evidence> {
        &self.evidence
    }

    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    fn read(&mut self, app: &App) {
        let listed: Vec<ArticleId> = app.list.hits().iter().map(|hit| hit.article).collect();
        let with = self.articles(app);
        self.figures = figures(app, self.entity, &listed, &with);
        self.facts.take(facts(app, self.entity, &listed, &with), |_| false);
        self.evidence.take(evidence(app, self.entity, &with), |_| false);
    }

    /// Those listed that name it, the newest first.
    fn articles(&self, app: &App) -> Vec<ArticleId> {
        let postings = app.store.entity(self.entity).postings.iter().map(|posting| posting.article);
        let mut articles: Vec<ArticleId> = postings.filter(|article| app.list.row_of(*article).is_some()).collect();
        articles.sort_by_key(|article| std::cmp::Reverse(app.store.article(*article).published));
        articles
    }
}

impl Browse for EntityPage {
    fn title(&self, app: &App) -> String {
        app.store.entity(self.entity).name.to_string()
    }

    fn settle(&mut self, app: &App, pane: Pane) {
        if self.of != Some(app.list.searches()) {
            self.of = Some(app.list.searches());
            self.read(app);
        }
        let height = self.page(pane);
        self.facts.keep_in_view(height);
        self.evidence.keep_in_view(height);
    }

    fn step(&mut self, motion: Motion) {
        match self.part {
            Part::Facts => self.facts.step(motion),
            Part::Evidence => self.evidence.step(motion),
        }
    }

    fn page(&self, pane: Pane) -> usize {
        usize::from(pane.page().body.height)
    }

    fn target(&self, app: &App) -> Option<Target> {
        match (self.part, self.facts.current(), self.evidence.current()) {
            (Part::Facts, Some(Fact::Companion(companion)), _) => Some(Target::Entity(companion.entity)),
            (Part::Evidence, _, Some(Evidence::Quote(id))) => Some(Target::Passage(id.article, app.store.quote(*id).span, Pick::Quote)),
            (Part::Evidence, _, Some(Evidence::Mention(article, span))) => Some(Target::Passage(*article, *span, Pick::Mention)),
            _ => None,
        }
    }

    fn entity(&self, _app: &App) -> Option<EntityId> {
        match (self.part, self.facts.current()) {
            (Part::Facts, Some(Fact::Companion(companion))) => Some(companion.entity),
            _ => Some(self.entity),
        }
    }

    fn copied(&self, app: &App) -> Option<(&'static str, String)> {
        match (self.part, self.evidence.current()) {
            (Part::Evidence, Some(Evidence::Quote(id))) => Some(("quote", app.citation(*id))),
            _ => Some(("name", app.store.entity(self.entity(app)?).name.to_string())),
        }
    }

    fn next_part(&mut self) {
        self.part = match self.part {
            Part::Facts => Part::Evidence,
            Part::Evidence => Part::Facts,
        };
    }

    fn click(&mut self, pane: Pane, x: u16, y: u16) -> bool {
        let page = pane.page();
        let row = usize::from(y.saturating_sub(page.body.y));
        let in_facts = page.facts(self.part).contains((x, y).into());
        let in_evidence = page.evidence(self.part).contains((x, y).into());
        if in_facts || in_evidence {
            self.part = if in_facts { Part::Facts } else { Part::Evidence };
        }
        match (in_facts, in_evidence) {
            (true, _) => self.facts.go(self.facts.top() + row),
            (_, true) => self.evidence.go(self.evidence.top() + row),
            _ => false,
        }
    }

    fn hints(&self) -> &'static [(Action, &'static str)] {
        &[
            (Action::Open, "go there"),
            (Action::NextPane, "other side"),
            (Action::Include, "filter by it"),
            (Action::Back, "back"),
            (Action::Help, "help"),
        ]
    }
}

fn figures(app: &App, entity: EntityId, listed: &[ArticleId], with: &[ArticleId]) -> Figures {
    let dates = |articles: &[ArticleId]| -> Vec<Date> { articles.iter().filter_map(|id| app.store.article(*id).published).collect() };
    let (all, own) = (dates(listed), dates(with));
    let range = all.iter().min().zip(all.iter().max());
    let calendar = range.map(|(first, last)| Calendar::covering(*first, *last, COLUMNS));
    Figures {
        mentions: with.iter().map(|article| app.store.mentions_in(*article, entity).count()).sum(),
        articles: with.len(),
        stories: app.store.stories(with.iter().copied()),
        undated: with.len() - own.len(),
        first: own.iter().min().copied(),
        last: own.iter().max().copied(),
        over_time: calendar.map(|calendar| calendar.counts(own.into_iter())).unwrap_or_default(),
    }
}

fn facts(app: &App, entity: EntityId, listed: &[ArticleId], with: &[ArticleId]) -> Vec<Fact> {
    let mut rows = vec![Fact::Heading("Written as")];
    let written = app.store.surfaces(entity, with).into_iter();
    let shared = |form: &str| app.store.also_called(entity, form).len();
    rows.extend(written.map(|(form, mentions)| Fact::Alias(form.into(), mentions, shared(form))));
    let companions = app.store.companions(entity, with, listed);
    for (kind, heading) in [(Kind::Group, "With groups"), (Kind::Place, "With places"), (Kind::Person, "With people")] {
        let of_kind = companions.iter().filter(|companion| app.store.entity(companion.entity).kind == kind);
        let mut of_kind = of_kind.take(COMPANIONS).map(|companion| Fact::Companion(*companion)).peekable();
        if of_kind.peek().is_some() {
            rows.extend([Fact::Blank, Fact::Heading(heading)]);
        }
        rows.extend(of_kind);
    }
    rows
}

fn evidence(app: &App, entity: EntityId, with: &[ArticleId]) -> Vec<Evidence> {
    let quotes: Vec<QuoteId> = with.iter().flat_map(|article| app.store.quotes_by(entity, *article)).collect();
    let mentions = with.iter().flat_map(|article| app.store.mentions_in(*article, entity).map(|span| (*article, span)));
    let mentions: Vec<Evidence> = mentions.map(|(article, span)| Evidence::Mention(article, span)).collect();
    let mut rows = Vec::with_capacity(quotes.len() + mentions.len() + 3);
    if !quotes.is_empty() {
        rows.push(Evidence::Heading("Said", quotes.len()));
        rows.extend(quotes.into_iter().map(Evidence::Quote));
        rows.push(Evidence::Blank);
    }
    rows.push(Evidence::Heading("Mentions", mentions.len()));
    rows.extend(mentions);
    rows
}
