//! The page of a name: how it is written, when it is in the news, who is named beside it, what it said, and every mention.
//!
//! It tells of what is listed, so that the filter holds here too.

use super::action::Action;
use super::layout::Pane;
use super::loading::grouped;
use super::motion::Motion;
use super::reader::Pick;
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target};
use crate::model::{Date, Kind};
use crate::store::{ArticleId, Calendar, Companion, Company, EntityId, QuoteId};
use crate::text::Span;
use std::borrow::Cow;
use std::cmp::Reverse;

/// Names of one kind that are told to appear with it.
const COMPANIONS: usize = 12;
/// Articles that are read for evidence: the newest ones. All are counted.
const READ: usize = 2000;
/// Steps between two looks at the time, which is less than a millisecond.
const STEPS: usize = 256;
/// Columns of the line over time, at most.
const COLUMNS: usize = 40;
/// From this width on, facts and evidence stand side by side.
pub const SIDE_BY_SIDE: u16 = 96;

/// What is known of the name itself.
#[derive(Clone, Debug)]
pub enum Fact {
    Heading(Cow<'static, str>),
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
    /// How many of what follow, and how many there are: with a great many, only those in the newest articles follow.
    Heading(&'static str, usize, usize),
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
    /// Who is named beside it, while that is still found out.
    company: Option<Company>,
    /// The search that all this is from.
    of: Option<u64>,
}

impl EntityPage {
    pub fn new(entity: EntityId) -> Self {
        Self {
            entity,
            part: Part::default(),
            facts: Rows::default(),
            evidence: Rows::default(),
            figures: Figures::default(),
            company: None,
            of: None,
        }
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
        self.company = Some(Company::of(&app.store, self.entity, &with, &listed, COMPANIONS));
        let newest = newest(app, with.clone());
        self.facts.take(written(app, self.entity, &newest, with.len()), |_| false);
        self.evidence.take(evidence(app, self.entity, &with, &newest, self.figures.mentions), |_| false);
    }

    /// Those listed that name it, in store order.
    fn articles(&self, app: &App) -> Vec<ArticleId> {
        let postings = app.store.entity(self.entity).postings.iter().map(|posting| posting.article);
        postings.filter(|article| app.list.row_of(*article).is_some()).collect()
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

    fn go_on(&mut self, app: &App, over: &dyn Fn() -> bool) -> bool {
        while let Some(company) = &mut self.company {
            if company.go_on(&app.store, STEPS) {
                let rows = self.facts.all().iter().cloned().chain(companions(company)).collect();
                self.facts.take(rows, |_| false);
                self.company = None;
            } else if over() {
                return false;
            }
        }
        true
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
    let dates = |articles: &[ArticleId]| -> Vec<Date> { articles.iter().filter_map(|id| app.store.published(*id)).collect() };
    let (all, own) = (dates(listed), dates(with));
    let range = all.iter().min().zip(all.iter().max());
    let calendar = range.map(|(first, last)| Calendar::covering(*first, *last, COLUMNS));
    let postings = app.store.entity(entity).postings.iter().filter(|posting| app.list.row_of(posting.article).is_some());
    Figures {
        mentions: postings.map(|posting| posting.mentions as usize).sum(),
        articles: with.len(),
        stories: app.store.stories(with.iter().copied()),
        undated: with.len() - own.len(),
        first: own.iter().min().copied(),
        last: own.iter().max().copied(),
        over_time: calendar.map(|calendar| calendar.counts(own.into_iter())).unwrap_or_default(),
    }
}

/// The newest of some articles, the very newest first.
fn newest(app: &App, mut articles: Vec<ArticleId>) -> Vec<ArticleId> {
    let key = |article: &ArticleId| (Reverse(app.store.published(*article)), *article);
    if articles.len() > READ {
        articles.select_nth_unstable_by_key(READ, key);
        articles.truncate(READ);
    }
    articles.sort_unstable_by_key(key);
    articles
}

/// How it is written in the newest articles of so many.
fn written(app: &App, entity: EntityId, newest: &[ArticleId], of: usize) -> Vec<Fact> {
    let heading: Cow<'static, str> =
        if newest.len() == of { "Written as".into() } else { format!("Written as, newest {} articles", grouped(newest.len())).into() };
    let others = |form: &str| app.store.also_called(entity, form).len();
    let forms = app.store.surfaces(entity, newest).into_iter();
    let forms = forms.map(|(form, mentions)| Fact::Alias(form.clone(), mentions, others(&form)));
    [Fact::Heading(heading)].into_iter().chain(forms).collect()
}

fn companions(company: &Company) -> Vec<Fact> {
    let mut rows = Vec::new();
    for (kind, heading) in [(Kind::Group, "With groups"), (Kind::Place, "With places"), (Kind::Person, "With people")] {
        let of_kind = company.companions(kind);
        if !of_kind.is_empty() {
            rows.extend([Fact::Blank, Fact::Heading(heading.into())]);
        }
        rows.extend(of_kind.iter().copied().map(Fact::Companion));
    }
    rows
}

/// What is said and mentioned in the newest articles, of `mentions` in all those that name it.
fn evidence(app: &App, entity: EntityId, with: &[ArticleId], newest: &[ArticleId], mentions: usize) -> Vec<Evidence> {
    let quotes =
        |articles: &[ArticleId]| -> Vec<QuoteId> { articles.iter().flat_map(|article| app.store.quotes_by(entity, *article)).collect() };
    let shown = newest.iter().flat_map(|article| app.store.mentions_in(*article, entity).map(|span| Evidence::Mention(*article, span)));
    let (said, said_in_all, shown) = (quotes(newest), quotes(with).len(), shown.collect::<Vec<_>>());
    let mut rows = Vec::with_capacity(said.len() + shown.len() + 3);
    if said_in_all > 0 {
        rows.push(Evidence::Heading("Said", said.len(), said_in_all));
        rows.extend(said.into_iter().map(Evidence::Quote));
        rows.push(Evidence::Blank);
    }
    rows.push(Evidence::Heading("Mentions", shown.len(), mentions));
    rows.extend(shown);
    rows
}
