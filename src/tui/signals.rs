//! What the system tells us: leave, stop, go on, the size has changed, the terminal is gone.

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

use super::{News, guard};

/// How long the loop has to leave before it is left.
const GRACE: Duration = Duration::from_secs(2);

/// Somebody else has the terminal, and its signals are meant for them.
static IS_LENT: AtomicBool = AtomicBool::new(false);

/// What ends an editor by a key reaches us at the same moment, and is let pass.
const ECHO: Duration = Duration::from_millis(50);

/// From now on SIGINT and SIGQUIT do nothing, or are heeded again. SIGTSTP stops us where we are: with the editor, which has
/// the terminal and gives it back by itself.
pub(super) fn ignore_interrupts(ignored: bool) {
    if !ignored {
        thread::sleep(ECHO);
    }
    IS_LENT.store(ignored, Ordering::SeqCst);
}

/// Takes the signals. From here on none of them ends the program without the terminal being given back.
pub(super) fn watch(sender: Sender<News>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let is_lent = IS_LENT.load(Ordering::SeqCst);
            let _ = match signal {
                SIGINT | SIGQUIT if is_lent => Ok(()),
                SIGTSTP if is_lent => {
                    let _ = stop_here();
                    Ok(())
                }
                SIGWINCH => sender.send(News::Resized),
                SIGTSTP => sender.send(News::Stop),
                SIGCONT => sender.send(News::Continued),
                _ => return leave(signal, &sender),
            };
        }
    })?;
    Ok(())
}

/// Waits, without ever waking up before, for the terminal to go away. The system sends SIGHUP to the leader of a
/// session only, who may not pass it on; and crossterm, reading from a terminal that is gone, spins.
pub(super) fn watch_terminal(keys: OwnedFd, sender: Sender<News>) -> io::Result<()> {
    thread::Builder::new().name("terminal".into()).spawn(move || {
        let gone = PollFlags::HUP | PollFlags::ERR;
        let stdout = stdout();
        // No events: these two are always told.
        let mut both = [PollFd::new(&stdout, PollFlags::empty()), PollFd::new(&keys, PollFlags::empty())];
        while matches!(poll(&mut both, None), Err(Errno::INTR)) {}
        // Anything else says that this system cannot poll a terminal.
        if both.iter().any(|fd| fd.revents().intersects(gone)) {
            leave(SIGHUP, &sender);
        }
    })?;
    Ok(())
}

/// Asks the loop to leave; leaves without it when it does not listen.
fn leave(signal: i32, sender: &Sender<News>) {
    let _ = sender.send(News::Leave(signal));
    thread::sleep(GRACE);
    guard::leave_at_last();
    let _ = emulate_default_handler(signal);
}

/// Gives the terminal back and stops, with all who work at the same job, until SIGCONT: that makes the loop take
/// the terminal again, because the stop itself may take effect a moment after the call has returned.
pub(super) fn stop() -> io::Result<()> {
    if is_leader()? {
        return Ok(());
    }
    guard::leave();
    // SIGSTOP, because a SIGTSTP would come back to our own handler.
    kill_current_process_group(Signal::STOP)?;
    Ok(())
}

/// Stops this program alone.
fn stop_here() -> io::Result<()> {
    if !is_leader()? {
        kill_process(getpid(), Signal::STOP)?;
    }
    Ok(())
}

/// The leader of a session has no shell above it that could wake it up again.
fn is_leader() -> io::Result<bool> {
    Ok(getsid(None)? == getpgrp())
}
