//! What was measured, as a table in Markdown.

use std::fmt;
use std::time::Duration;

/// One line of the table.
#[derive(Debug)]
pub struct Row {
    pub what: String,
    pub ours: Figure,
    pub wanted: Wanted,
    pub peer: Option<Peer>,
}

/// What somebody else needs for the same.
#[derive(Debug)]
pub struct Peer {
    pub name: &'static str,
    pub figure: Figure,
}

/// A number and what it counts.
#[derive(Copy, Clone, Debug, PartialEq)]
pub enum Figure {
    Time(Duration),
    /// Megabytes (10⁶) a second.
    Speed(f64),
    /// A number of times something else, which the row names.
    Times(f64),
}

/// What is to be reached.
#[derive(Copy, Clone, Debug)]
pub enum Wanted {
    AtMost(Figure),
    AtLeast(Figure),
    /// No more than so many times the peer's.
    OfPeer(f64),
    /// A figure that stands for itself.
    Nothing,
}

impl Figure {
    pub fn milliseconds(count: u64) -> Self {
        Self::Time(Duration::from_millis(count))
    }

    fn number(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Speed(number) | Self::Times(number) => number,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) if *time >= Duration::from_secs(2) => write!(f, "{:.1} s", time.as_secs_f64()),
            Self::Time(time) => write!(f, "{} ms", short(time.as_secs_f64() * 1e3)),
            Self::Speed(speed) => write!(f, "{} MB/s", short(*speed)),
            Self::Times(times) => write!(f, "{} ×", short(*times)),
        }
    }
}

/// Three digits that count.
fn short(number: f64) -> String {
    match number {
        0.0..1.0 => format!("{number:.3}"),
        1.0..10.0 => format!("{number:.2}"),
        10.0..100.0 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}

impl Row {
    pub fn new(what: impl Into<String>, ours: Figure, wanted: Wanted) -> Self {
        Self { what: what.into(), ours, wanted, peer: None }
    }

    /// Beside somebody else's figure, when that was measured.
    pub fn beside(self, peer: Option<Peer>) -> Self {
        Self { peer, ..self }
    }

    /// Ours in the peer's.
    fn ratio(&self) -> Option<f64> {
        self.peer.as_ref().map(|peer| self.ours.number() / peer.figure.number())
    }

    /// Whether what is wanted was reached; nothing when nothing is wanted, or the peer is not here.
    pub fn is_reached(&self) -> Option<bool> {
        match self.wanted {
            Wanted::AtMost(figure) => Some(self.ours.number() <= figure.number()),
            Wanted::AtLeast(figure) => Some(self.ours.number() >= figure.number()),
            Wanted::OfPeer(times) => self.ratio().map(|ratio| ratio <= times),
            Wanted::Nothing => None,
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(figure) => write!(f, "≤ {figure}"),
            Self::AtLeast(figure) => write!(f, "≥ {figure}"),
            Self::OfPeer(times) => write!(f, "≤ {} × peer", short(*times)),
            Self::Nothing => write!(f, "–"),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let peer = self.peer.as_ref().map_or("–".to_string(), |peer| format!("{} {}", peer.name, peer.figure));
        let ratio = self.ratio().map_or("–".to_string(), short);
        let reached = self.is_reached().map_or("–", |reached| if reached { "yes" } else { "**no**" });
        write!(f, "| {} | {} | {} | {peer} | {ratio} | {reached} |", self.what, self.wanted, self.ours)
    }
}

/// The head of the table.
pub const HEAD: &str = "| what | wanted | ours | peer | ours : peer | reached |\n|---|--:|--:|--:|--:|---|";
