//! What the system tells us: leave, stop, go on, the size has changed, the terminal is gone.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::stdio::stdout;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::{News, guard};

/// How long the loop has to leave before it is left.
const GRACE: Duration = Duration::from_secs(2);

/// Takes the signals. From here on none of them ends the program without the terminal being given back.
pub(super) fn watch(sender: Sender<News>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let _ = match signal {
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
    let group = getpgrp();
    // The leader of a session has no shell above it that could wake it up again.
    if getsid(None)? == group {
        return Ok(());
    }
    guard::leave();
    // SIGSTOP, because a SIGTSTP would come back to our own handler.
    kill_current_process_group(Signal::STOP)?;
    Ok(())
}
