//! All that the page of a name tells, found out in slices: from the articles that name it, then from the newest of them, which are read,
//! then from all others that are named there.

use super::entity_page::{Evidence, Fact, Figures};
use super::loading::grouped;
use super::state::App;
use crate::model::{Date, Kind};
use crate::store::{ArticleId, Bits, Calendar, Company, EntityId, Namesakes, Surfaces};
use std::borrow::Cow;
use std::cmp::Reverse;

/// Names of one kind that are told to appear with it.
const COMPANIONS: usize = 12;
/// Articles that are read for evidence: the newest ones. All are counted.
const READ: usize = 2000;
/// Articles that are counted between two looks at the time, which is less than a millisecond.
const COUNTED: usize = 1024;
/// Articles that are read in that time.
const READ_AT_ONCE: usize = 8;
/// Steps of the search for company, and entities that are looked at for a form, in that time.
const STEPS: usize = 128;
const NAMES: usize = 8192;
/// Columns of the line over time, at most.
const COLUMNS: usize = 40;

/// What has been found out.
pub(super) enum Read {
    Page {
        figures: Figures,
        written: Vec<Fact>,
        evidence: Vec<Evidence>,
    },
    /// Who is named beside it.
    Company(Vec<Fact>),
}

/// What is being found out.
#[derive(Debug)]
pub(super) struct Dossier {
    entity: EntityId,
    stage: Stage,
    figures: Figures,
    calendar: Option<Calendar>,
    /// The articles that name it, and their stories, by number.
    with: Bits,
    stories: Bits,
    /// The newest of the articles; more while they are collected.
    newest: Vec<ArticleId>,
    /// Quotes in all articles.
    quotes: usize,
    surfaces: Surfaces,
    written: Vec<Fact>,
    said: Vec<Evidence>,
    mentions: Vec<Evidence>,
}

#[derive(Debug)]
enum Stage {
    /// The postings from this one on are counted.
    Count(usize),
    /// The newest articles from this one on are read.
    Read(usize),
    /// How many others bear each of the forms: those that are left, the commonest last, and the one at work.
    Forms(Vec<(Box<str>, u32)>, Option<Namesakes>),
    Company(Company),
    Done,
}

impl Dossier {
    pub fn of(entity: EntityId, app: &App) -> Self {
        let calendar = app.list.days().map(|(first, last)| Calendar::covering(first, last, COLUMNS));
        let over_time = vec![0; calendar.map_or(0, |calendar| calendar.len())];
        Self {
            entity,
            stage: Stage::Count(0),
            figures: Figures { over_time, ..Figures::default() },
            calendar,
            with: Bits::below(app.store.len()),
            stories: Bits::below(app.store.len()),
            newest: Vec::new(),
            quotes: 0,
            surfaces: Surfaces::default(),
            written: Vec::new(),
            said: Vec::new(),
            mentions: Vec::new(),
        }
    }

    /// Goes on for less than a millisecond; hands over what is complete. What is listed is the same each time.
    pub fn go_on(&mut self, app: &App) -> Option<Read> {
        let mut read = None;
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Count(from) => self.count(from, app),
            Stage::Read(from) => self.read(from, app),
            Stage::Forms(forms, namesakes) => match self.look_for_namesakes(forms, namesakes, app) {
                Some(stage) => stage,
                None => {
                    read = Some(self.page());
                    Stage::Company(self.company(app))
                }
            },
            Stage::Company(mut company) => {
                let is_done = company.go_on(&app.store, &app.list, STEPS);
                read = is_done.then(|| Read::Company(companions(&company)));
                if is_done { Stage::Done } else { Stage::Company(company) }
            }
            Stage::Done => Stage::Done,
        };
        read
    }

    fn count(&mut self, from: usize, app: &App) -> Stage {
        let postings = &app.store.entity(self.entity).postings;
        let to = (from + COUNTED).min(postings.len());
        let listed = postings[from..to].iter().filter(|posting| app.list.row_of(posting.article).is_some());
        for posting in listed {
            self.figures.mentions += posting.mentions as usize;
            self.note(posting.article, app);
        }
        if self.newest.len() >= 2 * READ || to == postings.len() {
            newest(&mut self.newest, app);
        }
        if to < postings.len() { Stage::Count(to) } else { Stage::Read(0) }
    }

    fn note(&mut self, article: ArticleId, app: &App) {
        let (number, story) = (article.0 as usize, app.store.story(article).0 as usize);
        self.figures.articles += 1;
        self.figures.stories += usize::from(self.stories.insert(story));
        self.with.insert(number);
        self.newest.push(article);
        self.quotes += app.store.quotes_by(self.entity, article).count();
        match app.store.published(article) {
            Some(day) => self.note_day(day),
            None => self.figures.undated += 1,
        }
    }

    fn note_day(&mut self, day: Date) {
        let figures = &mut self.figures;
        figures.first = Some(figures.first.map_or(day, |first| first.min(day)));
        figures.last = Some(figures.last.map_or(day, |last| last.max(day)));
        if let Some(column) = self.calendar.and_then(|calendar| calendar.column(day)) {
            figures.over_time[column] += 1;
        }
    }

    /// How it is written in some articles, what it said, and where it is mentioned.
    fn read(&mut self, from: usize, app: &App) -> Stage {
        let to = (from + READ_AT_ONCE).min(self.newest.len());
        for &article in &self.newest[from..to] {
            let text = &app.store.article(article).text;
            for span in app.store.mentions_in(article, self.entity) {
                self.surfaces.note(span.of(text));
                self.mentions.push(Evidence::Mention(article, span));
            }
            self.said.extend(app.store.quotes_by(self.entity, article).map(Evidence::Quote));
        }
        if to < self.newest.len() {
            return Stage::Read(to);
        }
        let forms = std::mem::take(&mut self.surfaces).counts();
        self.written = vec![Fact::Heading(self.heading())];
        Stage::Forms(forms.into_iter().rev().collect(), None)
    }

    fn heading(&self) -> Cow<'static, str> {
        match self.newest.len() {
            all if all == self.figures.articles => "Written as".into(),
            newest => format!("Written as, newest {} articles", grouped(newest)).into(),
        }
    }

    /// Nothing when all forms are done with.
    fn look_for_namesakes(&mut self, mut forms: Vec<(Box<str>, u32)>, namesakes: Option<Namesakes>, app: &App) -> Option<Stage> {
        let (form, mentions) = forms.last()?;
        let mut namesakes = namesakes.unwrap_or_else(|| Namesakes::of(self.entity, form));
        if !namesakes.go_on(&app.store, NAMES) {
            return Some(Stage::Forms(forms, Some(namesakes)));
        }
        self.written.push(Fact::Alias(form.clone(), *mentions, namesakes.found().len()));
        forms.pop();
        Some(Stage::Forms(forms, None))
    }

    /// What is said and mentioned in the newest articles, of all that name it.
    fn page(&mut self) -> Read {
        let mut evidence = Vec::with_capacity(self.said.len() + self.mentions.len() + 3);
        if self.quotes > 0 {
            evidence.push(Evidence::Heading("Said", self.said.len(), self.quotes));
            evidence.append(&mut self.said);
            evidence.push(Evidence::Blank);
        }
        evidence.push(Evidence::Heading("Mentions", self.mentions.len(), self.figures.mentions));
        evidence.append(&mut self.mentions);
        Read::Page { figures: self.figures.clone(), written: std::mem::take(&mut self.written), evidence }
    }

    fn company(&mut self, app: &App) -> Company {
        Company::of(self.entity, std::mem::take(&mut self.with), self.figures.articles, app.list.hits().len(), COMPANIONS)
    }
}

/// Leaves only the newest of some articles, the very newest first.
fn newest(articles: &mut Vec<ArticleId>, app: &App) {
    let key = |article: &ArticleId| (Reverse(app.store.published(*article)), *article);
    if articles.len() > READ {
        articles.select_nth_unstable_by_key(READ, key);
        articles.truncate(READ);
    }
    articles.sort_unstable_by_key(key);
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
