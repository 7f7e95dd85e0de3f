//! Signals: termination, suspension, resumption, resize, and the loss of the terminal.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process};
use rustix::stdio::stdout;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::event::ShellEvent;
use super::guard;
use crate::export::remove_temporary_files;

/// How long the loop may take to exit before the process ends anyway.
const EXIT_TIMEOUT: Duration = Duration::from_secs(2);

/// Whether an editor controls the terminal; interrupts are meant for it.
static IS_EDITING: AtomicBool = AtomicBool::new(false);

/// An interrupt that ends the editor may arrive this much later; it is ignored as well.
const SIGNAL_DELAY: Duration = Duration::from_millis(50);

/// Ignores SIGINT and SIGQUIT, or handles them again. Meanwhile SIGTSTP suspends the process together with the editor, which
/// restores the terminal itself.
pub(super) fn ignore_interrupts(ignored: bool) {
    if !ignored {
        thread::sleep(SIGNAL_DELAY);
    }
    IS_EDITING.store(ignored, Ordering::SeqCst);
}

/// Installs the signal handlers; after this, none of these signals ends the process without restoring the terminal.
pub(super) fn watch(sender: Sender<ShellEvent>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let is_editing = IS_EDITING.load(Ordering::SeqCst);
            let _ = match signal {
                SIGINT | SIGQUIT if is_editing => Ok(()),
                SIGTSTP if is_editing => {
                    let _ = stop_here();
                    Ok(())
                }
                SIGWINCH => sender.send(ShellEvent::Resized),
                SIGTSTP => sender.send(ShellEvent::Suspend),
                SIGCONT => sender.send(ShellEvent::Resumed),
                _ => return terminate(signal, &sender),
            };
        }
    })?;
    Ok(())
}

/// Waits until the terminal is closed. SIGHUP goes to the session leader only, which may not pass it on; and crossterm spins when
/// it reads from a closed terminal.
pub(super) fn watch_terminal(keys: OwnedFd, sender: Sender<ShellEvent>) -> io::Result<()> {
    thread::Builder::new().name("terminal".into()).spawn(move || {
        let gone = PollFlags::HUP | PollFlags::ERR;
        let stdout = stdout();
        // No requested events: HUP and ERR are always reported.
        let mut both = [PollFd::new(&stdout, PollFlags::empty()), PollFd::new(&keys, PollFlags::empty())];
        while matches!(poll(&mut both, None), Err(Errno::INTR)) {}
        // Other results mean that this system cannot poll a terminal.
        if both.iter().any(|fd| fd.revents().intersects(gone)) {
            terminate(SIGHUP, &sender);
        }
    })?;
    Ok(())
}

/// Asks the loop to exit; ends the process if it does not.
fn terminate(signal: i32, sender: &Sender<ShellEvent>) {
    let _ = sender.send(ShellEvent::Terminate(signal));
    thread::sleep(EXIT_TIMEOUT);
    guard::leave_with_timeout();
    remove_temporary_files();
    let _ = emulate_default_handler(signal);
}

/// Restores the terminal and suspends the whole job. The loop takes the terminal again on SIGCONT, not when this returns, because
/// the suspension may take effect later.
pub(super) fn stop() -> io::Result<()> {
    if is_leader()? {
        return Ok(());
    }
    guard::leave();
    // SIGSTOP, because SIGTSTP would reach our own handler.
    kill_current_process_group(Signal::STOP)?;
    Ok(())
}

/// Suspends only this process.
fn stop_here() -> io::Result<()> {
    if !is_leader()? {
        kill_process(getpid(), Signal::STOP)?;
    }
    Ok(())
}

/// A session leader has no shell that could resume it.
fn is_leader() -> io::Result<bool> {
    Ok(getsid(None)? == getpgrp())
}
