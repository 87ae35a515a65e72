//! `dateline` opens a pile of news articles in a terminal and shows who is in them, where, and who said what.
//!
//! # Two ideas
//! **Text is immutable, and everything known about it is a span.** An article has one string: title, a blank line, body. A
//! mention, a quote, a search hit and a row on the screen are byte ranges of that string ([`text::Span`]). Extracting makes
//! spans, the store points at them, drawing lays them over each other. Nothing scans text while it draws.
//!
//! **One thread owns the state.** [`store::Store`] and [`app::App`] live on the main thread, without locks. Loading threads only
//! send batches of finished articles over a bounded channel.
//!
//! # Floors
//! A file imports from its own floor and lower ones; `tests/floors.rs` fails when one climbs.
//!
//! | floor | holds |
//! |---|---|
//! | [`tui`] [`cli`] | the terminal and its loop; the command line, a file per command |
//! | [`ui`] | `view(&App, &Theme, &mut Frame)`: reads, never writes; pictures of a screen as SVG |
//! | [`app`] | the explorer's state; [`app::Msg`] in, [`app::App::update`], perhaps an [`app::Cmd`] out; keymap, layout |
//! | [`measure`] | how right the extractor is: texts with gold, figures; the training of the tagger |
//! | [`saved`] | what outlives the session: marks on articles, corrections of names, views; files written whole |
//! | [`ingest`] | paths to articles: walk, decode, read, on worker threads, in the order of the walk |
//! | [`store`] | all articles, entities and stories across them, the query language and its answers |
//! | [`extract`] | one page to its shape (title, credits, body), one text to names, mentions, quotes, speakers |
//! | [`model`] | article, name, mention, quote, fingerprint |
//! | [`text`] | spans, folding with a way back, words, sentences, differences, rows, harmless characters |
//!
//! # How a name is found
//! Four layers, each of which a mention remembers as its [`model::Rule`]: the gazetteer's names, looked up by the hash of a word; rules
//! for what stands in a name or beside it; a tagger (an averaged perceptron over hashed features, which sees what the first two found
//! and goes over the text twice); and the article's own evidence, by which short names find the full ones. `extract::combine` says who
//! wins. The tagger is made by `dateline train`, the figures by `dateline evaluate`; `tests/gold/README.md` has the guideline.
//!
//! # A file and a key
//! A file is walked to, decoded, read by its format, shaped ([`extract::Extractor::shape`]), annotated
//! ([`extract::Extractor::annotate`]), given its fingerprint ([`extract::fingerprint`]), put back in order, and inserted, where it is
//! joined with those that tell the same story. A broken file is an event that is counted and listed.
//!
//! The store keeps columns in memory and the articles as records ([`store::Shelf`]): text as it stands, the rest in postcard, in memory or
//! in a file that is read by position. [`store::Store::article`] decodes one and keeps the last ones. What was read goes into an archive
//! (`ingest::archive`), records first and the store's columns ([`store::Tables`]) behind them: a corpus that has not changed is opened by
//! reading the columns alone, and of one that has, what has not is taken from there.
//!
//! A key becomes an [`app::Action`] by the keymap; [`app::App::update`] changes the state; [`app::App::settle`] derives once what
//! is drawn (hits, lit letters, wrapped rows, counts); [`ui::view`] draws it. The loop handles all that waits, then draws once.
//! A search is done in slices ([`store::Searching`]): [`app::App::advance`] does what fits before the frame, the old hits stay on the
//! screen meanwhile, and the loop goes on while no key waits; a key that changes the filter drops it and begins another. A word meets
//! names first, which lie in one column with their letters beside them ([`store::Matching`]), and goes over what the word before it left;
//! then the articles that bear the names found. Texts are searched on threads, straight from the records, and show their hits in parts.
//!
//! # Views, and what is kept
//! A view ([`app::View`]) stands in the place of the panes and tells of what is listed: it implements [`app::Browse`] (what is derived
//! when the hits are new, where a row leads) and has a file in [`ui`]. Every jump leaves a stop on the trail, by which one comes back.
//!
//! What the user changes (the filter, a name, marks) is a step that can be taken back. Corrections of names lie over what was found
//! (`store::corrections`), so that none has to be undone in an article. What is to outlive the session leaves the app as
//! [`app::Keep`]; a thread of [`tui`] writes it down and brings back what others wrote.

pub mod app;
pub mod cli;
pub mod extract;
pub mod ingest;
pub mod measure;
pub mod model;
pub mod saved;
pub mod store;
pub mod text;
pub mod tui;
pub mod ui;
