//! Signals outside the explorer: before one ends the process, temporary files are removed and the terminal is restored.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;

use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::export::remove_temporary_files;

/// Whether a signal is about to end the process. Set before a system call returns that the signal has interrupted.
static ENDING: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Lets a write beyond the size limit for files fail, instead of ending the process.
pub(super) fn fail_at_size_limits() {
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Cleans up before a signal ends the process. What cannot be set up is done without.
pub(super) fn clean_up_before_the_end() {
    let ignored = ignored_signals();
    let fatal = [SIGTERM, SIGHUP, SIGINT, SIGQUIT].into_iter();
    let fatal = fatal.filter(|signal| ignored & (1 << (signal - 1)) == 0);
    let Ok(mut signals) = Signals::new(fatal.clone()) else { return };
    let terminal = tcgetattr(stdin()).ok();
    let thread = thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            remove_temporary_files();
            terminal.iter().for_each(restore);
            let _ = emulate_default_handler(signal);
        }
    });
    if thread.is_ok() {
        fatal.for_each(|signal| drop(signal_hook::flag::register(signal, Arc::clone(&ENDING))));
    }
}

/// If a signal is about to end the process, lets it: no exit code may come before it.
pub(super) fn give_way() {
    while ENDING.load(Ordering::SeqCst) {
        thread::park();
    }
}

/// Restores a terminal in which a line is being edited.
fn restore(before: &Termios) {
    let is_changed = tcgetattr(stdin()).is_ok_and(|now| now.local_modes != before.local_modes);
    if is_changed && isatty(stdout()) {
        let _ = tcsetattr(stdin(), OptionalActions::Now, before);
        // Resets bracketed paste. Not with the lock of the standard library, which another thread may hold.
        let _ = rustix::io::write(stdout(), b"\x1b[?2004l\r\n");
    }
}

/// The signals that the parent wants to be ignored, as bits: by `nohup` for example. Unknown where there is no `/proc`.
fn ignored_signals() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
}
