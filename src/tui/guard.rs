//! The one owner of the terminal's modes: what is switched on here is switched off here, whoever asks first.

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

use super::News;

/// Alternate screen, no cursor, lines that end at the edge, because what a terminal draws wider than we think must not
/// reach the next one; and pastes in brackets, because what is pasted is no command. Nothing of the kitty keyboard.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h";

/// Clicks and wheel in SGR notation. Not `?1002` and `?1003`: the pointer's journey is nothing to us.
const CLICKS: &[u8] = b"\x1b[?1000h\x1b[?1006h";

/// The reverse.
const NO_CLICKS: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// The reverse of both.
const LEAVE: &[u8] = b"\x1b[0m\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

/// What a program that has borrowed the terminal may have left behind: the alternate screen, colours, every way to report
/// the mouse and the focus, pastes in brackets, frames held back, the keys of kitty and of xterm, the keys of applications,
/// inserting, another set of characters.
const CLEAN: &[u8] =
    b"\x1b[?47l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1005l\x1b[?1006l\x1b[?1015l\
    \x1b[?2004l\x1b[?2026l\x1b[=0u\x1b[>4m\x1b[?1l\x1b>\x1b[4l\x1b(B\x1b[0m";

/// How long the last resort waits for a terminal that takes no bytes.
const PATIENCE: Duration = Duration::from_millis(500);

/// How much of the terminal is ours. Held while bytes are written, so that nothing is drawn once another thread has
/// given the terminal back.
static HOLD: Mutex<Hold> = Mutex::new(Hold::Nothing);

/// Whether clicks are taken along with the terminal, or left to it.
static TAKES_CLICKS: AtomicBool = AtomicBool::new(true);

/// How much of the terminal is ours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// Nothing: it is as it was found.
    Nothing,
    /// The keys. The normal screen is shown, and the mouse is the terminal's own.
    Keys,
    /// All of it.
    All,
}

/// The terminal is ours for as long as this lives, unless somebody gives it back before.
pub(super) struct Guard(());

impl Guard {
    /// Takes the terminal.
    pub(super) fn enter() -> io::Result<Self> {
        // Made first: when the second step fails, dropping it takes back the first one.
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

/// From now on clicks are taken along with the terminal, or left to it.
pub(super) fn take_clicks(wanted: bool) -> io::Result<()> {
    TAKES_CLICKS.store(wanted, Ordering::Relaxed);
    match *lock() {
        Hold::All => send(if wanted { CLICKS } else { NO_CLICKS }),
        Hold::Nothing | Hold::Keys => Ok(()),
    }
}

/// Takes the terminal, if it is not all ours already.
pub(super) fn enter() -> io::Result<()> {
    let mut hold = lock();
    if *hold == Hold::All {
        return Ok(());
    }
    // First, because it is what stops us, and before anything is written, if we are in the background.
    while let Err(error) = crossterm::terminal::enable_raw_mode() {
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    *hold = Hold::All;
    send(ENTER)?;
    if TAKES_CLICKS.load(Ordering::Relaxed) { send(CLICKS) } else { Ok(()) }
}

/// Writes a text on the normal screen and stays there, until the terminal is taken again or given back. The keys remain
/// ours, in raw mode: any of them can end this and none leaves a rest of a line; and Ctrl-C, by which many mean to copy
/// what they have selected, does not kill.
pub(super) fn step_aside(text: &str) -> io::Result<()> {
    let mut hold = lock();
    if *hold != Hold::All {
        return Ok(());
    }
    *hold = Hold::Keys;
    send(&[LEAVE, text.as_bytes()].concat())
}

/// Gives the terminal back as it was found, if it is ours. There is nobody to tell about a failure.
pub(super) fn leave() {
    let mut hold = lock();
    let before = mem::replace(&mut *hold, Hold::Nothing);
    if before == Hold::All {
        // Not twice: it would put the cursor back on what was written aside.
        let _ = send(LEAVE);
    }
    if before != Hold::Nothing {
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// Gives the terminal to somebody else for as long as `use_it` takes. How they leave it is not how it stays: without this
/// what they have left would be taken for what was found.
pub(super) fn lend<T>(tty: &OwnedFd, use_it: impl FnOnce() -> T) -> T {
    leave();
    let found = tcgetattr(tty);
    let used = use_it();
    if let Ok(found) = found {
        // Keys that nobody has read were meant for them.
        while tcsetattr(tty, OptionalActions::Flush, &found) == Err(Errno::INTR) {}
    }
    let _ = send(CLEAN);
    used
}

/// Gives the terminal back while another thread may be stuck in writing to it.
pub(super) fn leave_at_last() {
    let (done, waiting) = mpsc::channel();
    let _ = thread::Builder::new().spawn(move || {
        leave();
        let _ = done.send(());
    });
    let _ = waiting.recv_timeout(PATIENCE);
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Writes what was drawn, or what tells the terminal something, if the terminal is ours.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    if *lock() == Hold::Nothing { Ok(()) } else { send(bytes) }
}

/// From now on a panic, in whichever thread, gives the terminal back, says what it has to say, and ends the loop.
pub(super) fn restore_on_panic(sender: Sender<News>) {
    let say = panic::take_hook();
    panic::set_hook(Box::new(move |information| {
        leave();
        say(information);
        let _ = sender.send(News::Panicked);
    }));
}

fn lock() -> MutexGuard<'static, Hold> {
    HOLD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes past the standard library's lock and buffer: a frame leaves in one piece, and none is left over.
fn send(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Somebody who shares this terminal has made it non-blocking.
            Err(Errno::AGAIN) => match poll(&mut [PollFd::new(&stdout(), PollFlags::OUT)], None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            },
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
