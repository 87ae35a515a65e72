//! What can be written on the command line.

use crate::model::Kind;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The query language in short; the README has it in full.
const QUERIES: &str = "\
Queries (the filter bar and -q):
  words               fuzzily in headlines, names, sources, bylines
  actor: group: place: person:   named under any alias; place:\"two words\" is that name exactly
  said:NAME  quote:\"words\"       who is quoted, and what is
  \"exact words\"  /regex/         in the text
  title: source: by: after: before: on:   after:2017-06, on:2017-06-04, after:30d
  is:unread is:starred is:noted tag:NAME   by what was left on them in the explorer
  a b   a | b   -a   ( )           both, either, not, grouping";

/// Explore news articles in the terminal: who is in them, where, and who said what.
///
/// Without a path the sample corpus inside the program opens. A folder is walked for .txt and .md files, an article each, and .jsonl
/// files, an article a line (hidden ones are passed over); `-` reads one article, or JSON Lines, from standard input.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, args_conflicts_with_subcommands = true, after_help = QUERIES)]
pub struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) explore: Explore,
    /// When to use colour (NO_COLOR is honoured too)
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(super) color: Color,
    /// Settings of your own; the default is config.toml in the configuration folder
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// One line per article: id, date, source, title
    List(Listing),
    /// One article as readable text
    Show(Showing),
    /// Who and where, with counts
    Entities(EntityListing),
    /// Who said what, where
    Quotes(QuoteListing),
    /// Everything, for other programs: one article a line, spans in code points
    Export(Exporting),
    /// How right the names, quotes and speakers are, measured on texts with gold
    #[command(hide = true)]
    Evaluate(Evaluating),
    /// Train the tagger anew from texts with gold
    #[command(hide = true)]
    Train(Training),
    /// Completions for a shell
    Completions { shell: clap_complete::Shell },
    /// The manual page
    Man,
}

impl Command {
    /// What it reads; nothing when it reads no corpus.
    pub fn corpus(&mut self) -> Option<&mut Corpus> {
        match self {
            Command::List(what) => Some(&mut what.corpus),
            Command::Show(what) => Some(&mut what.corpus),
            Command::Entities(what) => Some(&mut what.listing.corpus),
            Command::Quotes(what) => Some(&mut what.listing.corpus),
            Command::Export(what) => Some(&mut what.corpus),
            Command::Evaluate(_) | Command::Train(_) | Command::Completions { .. } | Command::Man => None,
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(super) struct Explore {
    #[command(flatten)]
    pub corpus: Corpus,
    /// Begin with this filter
    #[arg(short, long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub query: String,
    /// Colours: auto, dark, light, contrast, contrast-light, sixteen, mono; NAME for themes/NAME.toml in the configuration folder
    #[arg(long, value_name = "NAME|FILE")]
    pub theme: Option<String>,
    /// Keys of your own; the default is keymap.toml in the configuration folder
    #[arg(long, value_name = "FILE")]
    pub keymap: Option<PathBuf>,
    /// Write a log (set DATELINE_LOG for its level)
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// Print a picture of the screen (SVG) instead of opening it
    #[arg(long, value_name = "COLUMNSxROWS", hide = true)]
    pub screenshot: Option<String>,
    /// Keys to press before the picture is taken
    #[arg(long, value_name = "KEYS", hide = true, default_value = "", requires = "screenshot")]
    pub keys: String,
    #[command(flatten)]
    pub print: Print,
}

/// What is printed instead of opening the explorer.
#[derive(Debug, ClapArgs)]
#[group(multiple = false)]
pub(super) struct Print {
    /// Print a configuration file with every option, its default, and what it does
    #[arg(long)]
    pub print_config: bool,
    /// Print the keys, as a file to begin your own with
    #[arg(long)]
    pub print_keymap: bool,
    /// Print a theme, as a file to begin your own with
    #[arg(long, value_name = "NAME")]
    pub print_theme: Option<String>,
}

/// What to read.
#[derive(Debug, ClapArgs)]
pub(super) struct Corpus {
    /// Files and folders; `-` is standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Names of your own, in the gazetteer's form (again for more files); the default is names.tsv in the configuration folder
    #[arg(long, value_name = "FILE")]
    pub names: Vec<PathBuf>,
    /// Your corrections of names; the default is names.toml in the configuration folder
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
}

impl Corpus {
    /// Names that were not given on the command line are these.
    pub fn or_names(&mut self, names: &[PathBuf]) {
        if self.names.is_empty() {
            self.names = names.to_vec();
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(super) struct Listing {
    #[command(flatten)]
    pub corpus: Corpus,
    /// Only what this finds (`dateline --help` tells the language)
    #[arg(short, long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub query: String,
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct EntityListing {
    #[command(flatten)]
    pub listing: Listing,
    /// Only this kind
    #[arg(long, value_enum)]
    pub kind: Option<KindName>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct QuoteListing {
    #[command(flatten)]
    pub listing: Listing,
    /// What was said in the reporter's words too (`X said that …`)
    #[arg(long)]
    pub reported: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Showing {
    /// The article's id, as `list` prints it, or the beginning of it
    pub id: String,
    #[command(flatten)]
    pub corpus: Corpus,
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Exporting {
    #[command(flatten)]
    pub corpus: Corpus,
    /// Only what this finds
    #[arg(short, long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub query: String,
    #[arg(long, value_enum, default_value_t = ExportFormat::Jsonl)]
    pub format: ExportFormat,
    /// Tell of each mention which rule made it, by which line of the gazetteer, and who else bears the name
    #[arg(long)]
    pub why: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Evaluating {
    /// Sets of texts with gold: folders
    #[arg(value_name = "SET", required = true)]
    pub sets: Vec<PathBuf>,
    /// Only the documents that the tagger does not learn from
    #[arg(long)]
    pub held_out: bool,
    /// By the gazetteer and the rules alone
    #[arg(long)]
    pub rules: bool,
    /// By the tagger in this folder, as `train` makes it, and not by the one inside the program
    #[arg(long, value_name = "FOLDER", conflicts_with = "rules")]
    pub tagger: Option<PathBuf>,
    /// Tell of each rule how many of its marks are right
    #[arg(long)]
    pub by_rule: bool,
    /// List every miss and every spurious mark
    #[arg(long)]
    pub mistakes: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Training {
    /// Sets of texts with gold; `SET=2` counts twice
    #[arg(value_name = "SET")]
    pub sets: Vec<String>,
    /// Folder of lists of names: gaz_first, gaz_sur, gaz_loc
    #[arg(long, value_name = "FOLDER")]
    pub lists: PathBuf,
    /// Where the two files of the tagger go
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// Sets to be learnt whole, with no part held out
    #[arg(long, value_name = "SET")]
    pub whole: Vec<String>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Table,
    /// One JSON object a line
    Jsonl,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    /// One JSON object a line
    Jsonl,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KindName {
    Group,
    Place,
    Person,
    /// A group or a person
    Actor,
}

impl KindName {
    pub fn holds(self, kind: Kind) -> bool {
        match self {
            KindName::Group => kind == Kind::Group,
            KindName::Place => kind == Kind::Place,
            KindName::Person => kind == Kind::Person,
            KindName::Actor => kind.is_actor(),
        }
    }
}
