//! In which order hits are listed. Every order is total: ties fall back to the order of insertion.

use super::ArticleId;
use serde::{Deserialize, Serialize};

/// An article that a query finds.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub article: ArticleId,
    /// Higher is better; 0 for everything when there is nothing to rank by.
    pub score: i32,
}

#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Best first; of equal ones the newest, undated last.
    #[default]
    Rank,
    Newest,
    Oldest,
    Title,
    Source,
    /// As they were read.
    Corpus,
}

impl Order {
    pub const ALL: [Order; 6] = [Order::Rank, Order::Newest, Order::Oldest, Order::Title, Order::Source, Order::Corpus];

    /// The word used in files; the same as serde's.
    pub fn word(self) -> &'static str {
        match self {
            Order::Rank => "rank",
            Order::Newest => "newest",
            Order::Oldest => "oldest",
            Order::Title => "title",
            Order::Source => "source",
            Order::Corpus => "corpus",
        }
    }

    /// The order after this one, around and around.
    pub fn next(self) -> Self {
        match self {
            Order::Rank => Order::Newest,
            Order::Newest => Order::Oldest,
            Order::Oldest => Order::Title,
            Order::Title => Order::Source,
            Order::Source => Order::Corpus,
            Order::Corpus => Order::Rank,
        }
    }
}
