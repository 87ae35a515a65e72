//! How far the reading of the files is.

use crate::ingest::{Failure, Progress};

/// What is known of the loading.
#[derive(Clone, Debug, Default)]
pub struct Loading {
    pub progress: Progress,
    /// Nothing more will come.
    pub done: bool,
    pub failures: Vec<Failure>,
}

impl Loading {
    /// What the status line says: how far it is, then only what failed.
    pub fn told(&self) -> Option<String> {
        let Progress { found, read, walked, .. } = self.progress;
        let far = match (self.done, found, self.progress.share()) {
            (true, ..) | (false, 0, _) => None,
            (.., Some(share)) => Some(format!("reading {} · {share} %", grouped(read))),
            _ if walked => Some(format!("reading {} of {}", grouped(read), grouped(found))),
            _ => Some(format!("reading {} · {} found so far", grouped(read), grouped(found))),
        };
        let failed = (self.failed() > 0).then(|| format!("{} failed", grouped(self.failed())));
        let parts: Vec<_> = [far, failed].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// Files and lines that could not be read, as far as is known.
    pub fn failed(&self) -> usize {
        self.progress.failed.max(self.failures.len())
    }
}

/// A number with its thousands apart: `41 200`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// `1 article`, `1 200 articles`
pub fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { more })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([0, 999, 1000, 41200, 1234567].map(grouped), ["0", "999", "1 000", "41 200", "1 234 567"]);
    }

    #[test]
    fn progress_is_told_until_all_is_read() {
        let progress = Progress { found: 100_000, read: 41_200, failed: 12, walked: true, ..Progress::default() };
        let loading = Loading { progress, ..Loading::default() };
        assert_eq!(loading.told().as_deref(), Some("reading 41 200 of 100 000 · 12 failed"));
        let of_lines = Progress { bytes: 41, size: 80, walked: false, ..progress };
        assert_eq!(Loading { progress: of_lines, ..Loading::default() }.told().as_deref(), Some("reading 41 200 · 51 % · 12 failed"));
        assert_eq!(Loading { done: true, ..loading }.told().as_deref(), Some("12 failed"));
        assert_eq!(Loading::default().told(), None);
    }
}
