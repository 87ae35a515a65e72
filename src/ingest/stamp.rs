//! When a file is the same as it was when it was read.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::{SystemTime, UNIX_EPOCH};

/// A file that changed so many nanoseconds before it was read, or less, may change again without another time of change.
const UNSETTLED: i64 = 100_000_000;

/// Size and times of a file. Whoever writes to it changes one of them.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    pub bytes: u64,
    /// Nanoseconds since 1970: of its last writing, and of the last change of anything about it.
    modified: i64,
    changed: i64,
}

impl Stamp {
    /// Of what cannot be read, and so cannot change.
    pub const UNREADABLE: Stamp = Stamp { bytes: 0, modified: 0, changed: 0 };

    /// Of a file that is about to be read. `None` when its next change might not show.
    pub fn of(metadata: &Metadata) -> Option<Self> {
        let nanoseconds = |seconds: i64, nanoseconds: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds);
        let modified = nanoseconds(metadata.mtime(), metadata.mtime_nsec());
        let changed = nanoseconds(metadata.ctime(), metadata.ctime_nsec());
        let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_nanos() as i64;
        (now.saturating_sub(changed) > UNSETTLED).then_some(Self { bytes: metadata.len(), modified, changed })
    }
}

/// A file or folder as a walk comes upon it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    pub path: Box<str>,
    /// `None` for what has to be read anew in any case.
    pub stamp: Option<Stamp>,
}

impl Seen {
    /// The size of the file; 0 where it is not known.
    pub fn bytes(&self) -> u64 {
        self.stamp.map_or(0, |stamp| stamp.bytes)
    }

    /// It has not changed since it was seen like this.
    pub fn is_still(&self, now: &Seen) -> bool {
        self.stamp.is_some() && self == now
    }
}
