//! Job control, and dying of the signal that was sent.

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;
use std::ffi::c_int;
use std::io;

/// Who is to stop.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// The whole job, as the terminal's own ctrl-z would: in `tail -f wire | dateline -` a shell waits until `tail` has stopped too.
    Job,
    /// This process alone: someone sent the signal to it by number.
    Us,
}

/// Whether a shell with job control started this process, and so can continue it. Such a shell gives each job a process group of its
/// own. In the group of the session's leader we were started by the terminal itself: stopped there, we would hang for ever.
pub fn someone_will_continue_us() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops at once. Returns after SIGCONT, or shortly before stopping: wait for SIGCONT, not for the return.
pub fn stop(whom: Whom) -> io::Result<()> {
    match whom {
        Whom::Job => Ok(kill_current_process_group(Signal::STOP)?),
        Whom::Us => emulate_default_handler(SIGTSTP),
    }
}

/// Ends the process as the signal would have done had nobody caught it, so that who started it sees the right status.
pub fn die_of(signal: c_int) -> io::Result<()> {
    emulate_default_handler(signal)
}
