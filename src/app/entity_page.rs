//! The page of a name: how it is written, when it is in the news, who is named beside it, what it said, and every mention.
//!
//! It tells of what is listed, so that the filter holds here too.

use super::action::Action;
use super::dossier::{Dossier, Read};
use super::layout::Pane;
use super::motion::Motion;
use super::reader::Pick;
use super::rows::{Row, Rows};
use super::state::App;
use super::view::{Browse, Target};
use crate::model::Date;
use crate::store::{ArticleId, Companion, EntityId, QuoteId};
use crate::text::Span;
use std::borrow::Cow;

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
    /// What is still found out.
    dossier: Option<Dossier>,
    /// What was read, and then who is named beside it, so many times.
    taken: usize,
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
            dossier: None,
            taken: 0,
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

    /// Not all is here yet.
    pub fn is_reading(&self) -> bool {
        self.dossier.is_some()
    }

    fn take(&mut self, read: Read) {
        self.taken += 1;
        match read {
            Read::Page { figures, written, evidence } => {
                self.figures = figures;
                self.facts.take(written, |_| false);
                self.evidence.take(evidence, |_| false);
            }
            Read::Company(companions) => {
                let rows = self.facts.all().iter().cloned().chain(companions).collect();
                self.facts.take(rows, |_| false);
                self.dossier = None;
            }
        }
    }
}

impl Browse for EntityPage {
    fn title(&self, app: &App) -> String {
        app.store.entity(self.entity).name.to_string()
    }

    fn settle(&mut self, app: &App, pane: Pane) {
        if self.of != Some(app.list.searches()) {
            self.of = Some(app.list.searches());
            self.dossier = Some(Dossier::of(self.entity, app));
        }
        let height = self.page(pane);
        self.facts.keep_in_view(height);
        self.evidence.keep_in_view(height);
    }

    fn go_on(&mut self, app: &App, over: &dyn Fn() -> bool) -> bool {
        while let Some(dossier) = &mut self.dossier {
            if let Some(read) = dossier.go_on(app) {
                self.take(read);
            }
            if self.dossier.is_some() && over() {
                return false;
            }
        }
        true
    }

    fn stage(&self) -> usize {
        self.taken
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
