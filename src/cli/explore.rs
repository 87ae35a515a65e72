//! `dateline`: the explorer, or a picture of it.

use super::args::{self, Color};
use super::config::Config;
use super::corpus::{corrections, desk, gazetteer, inputs, user_file, views};
use super::output::{Output, declines_color, plain};
use super::theme::Choice;
use crate::app::{App, Key, Keymap, Msg, Settings, Size};
use crate::ingest::{Event, Input, load};
use crate::saved::Desk;
use crate::store::Store;
use crate::tui::{self, Keeper, Told};
use crate::ui::{Theme, picture, prepare, view};
use anyhow::{Context, Result, anyhow};
use jiff::Zoned;
use ratatui::{Terminal, backend::TestBackend};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};

pub(super) fn explore(what: &args::Explore, config: Config, color: Color) -> Result<ExitCode> {
    let picture_size = what.screenshot.as_deref().map(size).transpose()?;
    let on = picture_size.map_or_else(tui::check_terminal, Ok)?;
    what.log.as_deref().map_or(Ok(()), log)?;
    let theme = theme(what, &config, color)?;
    let desk = desk(&what.corpus);
    let settings = settings(what, config, desk.as_ref())?;
    let names = Arc::new(gazetteer(&what.corpus.names)?);
    let mut store = Store::new(names.clone());
    store.correct(desk.as_ref().map(corrections).unwrap_or_default());
    let app = App::new(store, settings, on);
    let archive = desk.as_ref().and_then(|desk| desk.archive.clone());
    let events = load(inputs(&what.corpus.paths), names, archive.filter(|_| picture_size.is_none()));
    match picture_size {
        Some(_) => screenshot(app, &theme, &events, &what.keys),
        None => {
            std::thread::spawn(prepare);
            tui::explore(app, theme, events, desk.map(Keeper::new)).map(|()| ExitCode::SUCCESS)
        }
    }
}

/// What is decided before the explorer starts: the command line counts more than the configuration.
fn settings(what: &args::Explore, config: Config, desk: Option<&Desk>) -> Result<Settings> {
    Ok(Settings {
        keymap: keymap(what.keymap.as_deref().or(config.keymap.as_deref()))?,
        today: Zoned::now().date(),
        corpus_label: label(&what.corpus),
        filter: what.query.clone(),
        views: desk.map(views).unwrap_or_default(),
        order: config.sort,
        scope: config.scope,
        mouse: config.mouse,
        first_run: what.screenshot.is_none() && desk.is_some_and(|desk| !desk.notebook.exists()),
    })
}

/// What is open, for people.
fn label(corpus: &args::Corpus) -> String {
    match inputs(&corpus.paths).as_slice() {
        [Input::Sample] => "sample corpus".to_string(),
        [Input::Stdin] => "standard input".to_string(),
        _ => plain(&corpus.paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(" ")),
    }
}

/// A picture is the same whatever terminal it is made in.
fn theme(what: &args::Explore, config: &Config, color: Color) -> Result<Theme> {
    let choice =
        what.theme.as_ref().map_or(Ok(config.theme.clone()), |word| Choice::of(word, Path::new(""))).map_err(|reason| anyhow!(reason))?;
    match what.screenshot {
        Some(_) => choice.theme(&Told::default()),
        None if declines_color(color) => Choice::Builtin("mono").theme(&Told::default()),
        None => choice.theme(&Told::by_environment()),
    }
}

/// The program's keys and the user's. A wrong line is named on standard error and the others count.
fn keymap(asked: Option<&Path>) -> Result<Keymap> {
    let mut keymap = Keymap::builtin();
    if let Some((path, text)) = user_file(asked, "keymap.toml")? {
        keymap.overlay(&text).iter().for_each(|problem| eprintln!("dateline: {}: {problem}", path.display()));
    }
    Ok(keymap)
}

/// Writes what the program tells of itself to a file; `DATELINE_LOG` sets how much.
fn log(path: &Path) -> Result<()> {
    let file = std::fs::File::create(path).with_context(|| path.display().to_string())?;
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("DATELINE_LOG").unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("debug"));
    let subscriber = tracing_subscriber::fmt().with_writer(Mutex::new(file)).with_ansi(false).with_env_filter(filter).finish();
    Ok(tracing::subscriber::set_global_default(subscriber)?)
}

/// `120x36`
fn size(text: &str) -> Result<Size> {
    let parsed = text.split_once('x').and_then(|(width, height)| Some(Size { width: width.parse().ok()?, height: height.parse().ok()? }));
    parsed.filter(|size| size.width > 0 && size.height > 0).ok_or_else(|| anyhow!("a size is written COLUMNSxROWS, not {text:?}"))
}

/// Reads everything, presses the keys, and prints the screen as SVG.
fn screenshot(mut app: App, theme: &Theme, events: &Receiver<Event>, keys: &str) -> Result<ExitCode> {
    let size = app.size;
    events.iter().for_each(|event| {
        app.update(Msg::Ingest(event));
    });
    app.settle();
    for key in pressed(keys)? {
        app.update(Msg::Key(key.into()));
        app.settle();
    }
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height))?;
    terminal.draw(|frame| view(&app, theme, frame))?;
    Output::bytes(picture(terminal.backend().buffer(), theme).as_bytes())
}

/// `/qam<enter>`: a character each, names in angle brackets.
fn pressed(keys: &str) -> Result<Vec<Key>> {
    let mut out = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inner| inner.split_once('>'));
        let (name, after) = named.map_or_else(|| rest.split_at(c.len_utf8()), |(name, after)| (name, after));
        out.push(Key::parse(name).ok_or_else(|| anyhow!("the key {name:?} cannot be read"))?);
        rest = after;
    }
    Ok(out)
}
