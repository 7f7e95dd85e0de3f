//! The only owner of the terminal modes: all modes are set and reset here.

use std::io;
use std::mem;
use std::os::fd::OwnedFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::stdout;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

use super::event::ShellEvent;

/// Alternate screen, hidden cursor, no line wrap (clusters that a terminal draws wider than expected must not overflow into the
/// next line), bracketed paste (pasted text is not commands). Not the kitty keyboard protocol.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h";

/// Clicks, wheel and dragging in SGR encoding; terminals without `?1002` report clicks only. Not `?1003`: motion without a button is
/// not used.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";

/// Resets [`MOUSE_ON`].
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Resets [`ENTER`] and [`MOUSE_ON`].
const LEAVE: &[u8] = b"\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

/// Resets modes that a program may have left set: alternate screen, colours, mouse and focus reporting, bracketed paste,
/// synchronized output, kitty and xterm keyboard protocols, application keys, insert mode, character set.
const RESET: &[u8] =
    b"\x1b[?47l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1005l\x1b[?1006l\x1b[?1015l\
    \x1b[?2004l\x1b[?2026l\x1b[=0u\x1b[>4m\x1b[?1l\x1b>\x1b[4l\x1b(B\x1b[0m";

/// How long to wait for a terminal that accepts no output, on forced exit.
const TIMEOUT: Duration = Duration::from_millis(500);

/// How much of the terminal this process controls. Locked during writes, so that nothing is drawn after another thread has
/// restored the terminal.
static OWNERSHIP: Mutex<Ownership> = Mutex::new(Ownership::None);

/// Whether to capture the mouse in [`enter`].
static CAPTURES_MOUSE: AtomicBool = AtomicBool::new(true);

/// How much of the terminal this process controls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ownership {
    /// Nothing; the terminal is in its original state.
    None,
    /// The keyboard only. The main screen is shown, and the mouse is not captured.
    Input,
    /// Everything.
    Full,
}

/// Restores the terminal when dropped, unless that has happened before.
pub(super) struct Guard(());

impl Guard {
    /// Takes control of the terminal.
    pub(super) fn enter() -> io::Result<Self> {
        // Created first: if a later step fails, dropping it undoes the earlier ones.
        let guard = Self(());
        enter()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Captures the mouse or releases it, now and whenever the terminal is entered.
pub(super) fn capture_mouse(wanted: bool) -> io::Result<()> {
    CAPTURES_MOUSE.store(wanted, Ordering::Relaxed);
    match *lock() {
        Ownership::Full => send(if wanted { MOUSE_ON } else { MOUSE_OFF }),
        Ownership::None | Ownership::Input => Ok(()),
    }
}

/// Takes control of the terminal, unless it has it already.
pub(super) fn enter() -> io::Result<()> {
    let mut owned = lock();
    if *owned == Ownership::Full {
        return Ok(());
    }
    // First, because it suspends a background process before anything is written.
    while let Err(error) = crossterm::terminal::enable_raw_mode() {
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    *owned = Ownership::Full;
    send(ENTER)?;
    if CAPTURES_MOUSE.load(Ordering::Relaxed) { send(MOUSE_ON) } else { Ok(()) }
}

/// Writes a text on the main screen and stays there until [`enter`] or [`leave`]. The keyboard stays in raw mode: any key can end
/// this without being echoed, and Ctrl-C, which many press to copy the selection, does not kill the process.
pub(super) fn show_main_screen(text: &str) -> io::Result<()> {
    let mut owned = lock();
    if *owned != Ownership::Full {
        return Ok(());
    }
    *owned = Ownership::Input;
    send(&[LEAVE, text.as_bytes()].concat())
}

/// Restores the terminal. Errors are ignored, since they cannot be reported anywhere.
pub(super) fn leave() {
    let mut owned = lock();
    let before = mem::replace(&mut *owned, Ownership::None);
    if before == Ownership::Full {
        // Not twice: it would move the cursor back onto the text on the main screen.
        let _ = send(LEAVE);
    }
    if before != Ownership::None {
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// Releases the terminal while `run` is active, then resets the modes that it has changed, so that they are not taken for
/// the original state.
pub(super) fn release_during<T>(tty: &OwnedFd, run: impl FnOnce() -> T) -> T {
    leave();
    let found = tcgetattr(tty);
    let used = run();
    if let Ok(found) = found {
        // Unread input was meant for that program.
        while tcsetattr(tty, OptionalActions::Flush, &found) == Err(Errno::INTR) {}
    }
    let _ = send(RESET);
    used
}

/// Restores the terminal even if another thread is blocked in a write.
pub(super) fn leave_with_timeout() {
    let (done, waiting) = mpsc::channel();
    let _ = thread::Builder::new().spawn(move || {
        leave();
        let _ = done.send(());
    });
    let _ = waiting.recv_timeout(TIMEOUT);
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Writes bytes to the terminal, if this process controls it.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    if *lock() == Ownership::None { Ok(()) } else { send(bytes) }
}

/// Installs a panic hook that restores the terminal, prints the message and ends the loop.
pub(super) fn restore_on_panic(sender: Sender<ShellEvent>) {
    let say = panic::take_hook();
    panic::set_hook(Box::new(move |information| {
        leave();
        say(information);
        let _ = sender.send(ShellEvent::Panicked);
    }));
}

fn lock() -> MutexGuard<'static, Ownership> {
    OWNERSHIP.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes without the lock and the buffer of the standard library: a frame is written at once, and nothing stays buffered.
fn send(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another process on this terminal has made it non-blocking.
            Err(Errno::AGAIN) => match poll(&mut [PollFd::new(&stdout(), PollFlags::OUT)], None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            },
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
