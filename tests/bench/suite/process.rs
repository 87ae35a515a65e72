//! Programs as a user runs them, in a home of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

pub const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");
/// How often a running program is asked for its memory. It tells the highest so far, so only the last moment can be missed.
const GLANCE: Duration = Duration::from_millis(2);

/// How a program did.
#[derive(Copy, Clone, Debug)]
pub struct Finished {
    pub time: Duration,
    /// The most memory it had at a time, in bytes, where the system tells.
    pub peak: Option<u64>,
}

/// A folder in which programs find a home, and nothing of the user's.
#[derive(Debug)]
pub struct Home(pub PathBuf);

impl Home {
    /// Its variables, for whoever starts a program.
    pub fn variables(&self) -> [(&'static str, PathBuf); 6] {
        let below = |name: &str| self.0.join(name);
        [
            ("PATH", "/usr/local/bin:/usr/bin:/bin".into()),
            ("LANG", "C.UTF-8".into()),
            ("HOME", self.0.clone()),
            ("XDG_CACHE_HOME", below("cache")),
            ("XDG_CONFIG_HOME", below("config")),
            ("XDG_DATA_HOME", below("data")),
        ]
    }

    /// The explorer's own program with these arguments, told to say nothing.
    pub fn dateline(&self, arguments: &[&str]) -> Command {
        self.program(DATELINE, arguments)
    }

    pub fn program(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(name);
        command.args(arguments).env_clear().envs(self.variables());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Forgets what programs have kept for the next time.
    pub fn forget_caches(&self) {
        let _ = fs::remove_dir_all(self.0.join("cache"));
    }
}

/// Whether there is a program of this name.
pub fn is_here(name: &str) -> bool {
    Command::new(name).arg("--version").stdin(Stdio::null()).output().is_ok_and(|output| output.status.success())
}

/// Runs a program to its end.
///
/// # Panics
/// When it does not start, or ends with an error.
pub fn run(command: &mut Command) -> Finished {
    let begun = Instant::now();
    let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (status, time, peak) = watched(child, begun);
    assert!(status.success(), "{command:?}: {status}");
    Finished { time, peak }
}

fn watched(mut child: Child, begun: Instant) -> (std::process::ExitStatus, Duration, Option<u64>) {
    let (path, over) = (format!("/proc/{}/status", child.id()), AtomicBool::new(false));
    thread::scope(|scope| {
        let watcher = scope.spawn(|| highest(Path::new(&path), &over));
        let status = child.wait().expect("a program that was started");
        let time = begun.elapsed();
        over.store(true, Ordering::Relaxed);
        (status, time, watcher.join().expect("the watcher does not fail"))
    })
}

fn highest(status: &Path, over: &AtomicBool) -> Option<u64> {
    let mut peak = None;
    while !over.load(Ordering::Relaxed) {
        peak = fs::read_to_string(status).ok().and_then(|status| high_water(&status)).max(peak);
        thread::sleep(GLANCE);
    }
    peak
}

/// `VmHWM: 123456 kB`
fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}
