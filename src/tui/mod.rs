//! The imperative shell: it feeds the explorer with what happens, shows what the explorer is, and does what it asks.
//!
//! One channel brings everything: keys and mouse, sizes and signals, the loaded records, what was found, a panic in
//! another thread. The loop sleeps until something comes, takes what else has come meanwhile, and draws once.

mod aside;
mod browser;
mod clipboard;
mod editor;
mod finder;
mod following;
mod ground;
mod guard;
mod input;
mod saving;
mod screen;
mod signals;

pub use following::Records;

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::iter;
use std::os::fd::{AsFd as _, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::panic;
use std::process::Command;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use anyhow::Context as _;
use ratatui::buffer::Buffer;

use crate::app::App;
use crate::app::event::{Effect, Event};
use crate::view::{self, Palette, Theme};
use clipboard::Clipboard;
use finder::Finder;
use following::Follower;
use guard::Guard;
use input::Keys;
use saving::Files;
use screen::Screen;

/// So much is taken at once; then a frame is due, even if there is more.
const BURST: usize = 256;
/// An answer that is on its way is waited for so long before the last one is drawn again.
const PATIENCE: Duration = Duration::from_millis(12);

/// What reaches the loop.
enum News {
    /// Something for the explorer.
    Event(Event),
    /// The files of the records are not what they were; they are read when we say so.
    Changed,
    /// The terminal has another size, or had one for a moment.
    Resized,
    /// SIGTSTP: we are to stop.
    Stop,
    /// SIGCONT: we were stopped, and are not any more.
    Continued,
    /// We are to leave, and to die of this signal.
    Leave(i32),
    /// A thread has panicked and said so.
    Panicked,
    /// No key is read until [`Keys::resume`]; all that were have been told.
    Parked,
    /// No key will be read any more.
    Failed(io::Error),
}

/// How the loop ends when nothing fails.
enum Farewell {
    /// With a text for the normal screen.
    Quit(Option<String>),
    Signal(i32),
    Panic,
}

/// Why the explorer cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTerminal {
    /// Standard output is not a terminal.
    Output,
    /// There is no terminal to read keys from: standard input is none, and none can be opened.
    Keys,
}

/// Whether there is a terminal to show the explorer on and one to read keys from. Writes nothing.
pub fn check() -> Result<(), NoTerminal> {
    if !rustix::termios::isatty(rustix::stdio::stdout()) {
        return Err(NoTerminal::Output);
    }
    keys().map(drop).map_err(|_error| NoTerminal::Keys)
}

/// How wide the terminal is that standard output goes to, if it is one and knows.
pub fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// The terminal that keys are read from: also when the data comes through standard input.
fn keys() -> io::Result<OwnedFd> {
    let stdin = rustix::stdio::stdin();
    if rustix::termios::isatty(stdin) {
        return stdin.as_fd().try_clone_to_owned();
    }
    let open = |path: &OsStr| File::options().read(true).write(true).open(path).map(OwnedFd::from);
    if cfg!(target_os = "macos") {
        // There nobody can wait for the other name of it.
        let name = rustix::termios::ttyname(rustix::stdio::stdout(), Vec::new())?;
        return open(OsStr::from_bytes(name.as_bytes()));
    }
    open(OsStr::new("/dev/tty"))
}

/// How the explorer is to look and to be used.
#[derive(Debug, Clone, Copy)]
pub struct Appearance {
    /// The palette; none when it goes by the ground of the terminal, which is asked. Without an answer it is that of the
    /// terminal itself, which reads well on any ground.
    pub palette: Option<Palette>,
    /// Nothing but ASCII is drawn.
    pub ascii: bool,
}

/// Shows the explorer until it quits, while another thread reads the records and follows them. The terminal is given back in any case. Returns what is
/// to be printed then.
///
/// Does not return when a signal asks us to leave (the process dies of that signal) nor when a thread panics (the
/// panic goes on here). Fails when the terminal cannot be read or written. Call [`check`] before.
pub fn run(
    app: App,
    look: Appearance,
    draw: impl Fn(&App, Theme, &mut Buffer),
    records: impl Records,
) -> anyhow::Result<Option<String>> {
    let (sender, news) = mpsc::channel();
    // These two stand before the first mode is changed.
    signals::watch(sender.clone()).context("signals")?;
    guard::restore_on_panic(sender.clone());
    let follower = Follower::start(records, sender.clone())?;
    let known = look.palette.or_else(ground::ask);
    let palette = known.unwrap_or(Palette::Sixteen);
    // By now it is settled whether there are colours, and crossterm is not to think about it once more.
    crossterm::style::force_color_output(palette != Palette::Plain);
    guard::take_clicks(app.takes_clicks()).context("terminal")?;
    let guard = Guard::enter().context("terminal")?;
    if known.is_none() {
        ground::drop_rest(&keys()?);
    }
    signals::watch_terminal(keys()?, sender.clone())?;
    let finder = Finder::start(sender.clone())?;
    let keys = Keys::watch(keys()?, sender.clone())?;
    let shell = Shell {
        app,
        theme: Theme { palette, ascii: look.ascii },
        draw,
        finder,
        follower,
        keys,
        editor: None,
        clipboard: Clipboard::default(),
        files: Files::default(),
        sender,
        screen: Screen::new(),
        size: None,
        stale: true,
        aside: false,
    };
    let farewell = shell.live(&news);
    drop(guard);
    match farewell? {
        Farewell::Quit(text) => Ok(text),
        Farewell::Signal(signal) => {
            signal_hook::low_level::emulate_default_handler(signal)?;
            Ok(None)
        }
        // Its message has been printed by the hook, which this does not call again.
        Farewell::Panic => panic::resume_unwind(Box::new("a thread has panicked")),
    }
}

struct Shell<D> {
    app: App,
    theme: Theme,
    draw: D,
    finder: Finder,
    follower: Follower,
    keys: Keys,
    /// It is opened as soon as nobody else reads keys.
    editor: Option<Command>,
    clipboard: Clipboard,
    files: Files,
    /// For those who are started on the way.
    sender: Sender<News>,
    screen: Screen,
    /// Columns and rows, once they are known.
    size: Option<(u16, u16)>,
    /// The screen may show what is not so any more.
    stale: bool,
    /// A text stands on the normal screen until a key comes.
    aside: bool,
}

impl<D: Fn(&App, Theme, &mut Buffer)> Shell<D> {
    fn live(mut self, news: &Receiver<News>) -> anyhow::Result<Farewell> {
        let mut farewell = self.measure()?;
        while farewell.is_none() {
            let is_due = self.stale && !self.aside;
            // An answer in time spares a frame that would show the last one.
            let soon = if is_due && self.app.is_waiting() { news.recv_timeout(PATIENCE).ok() } else { None };
            let is_answer = matches!(soon, Some(News::Event(Event::Found { .. })));
            if is_due && !is_answer {
                self.stale = false;
                let paint = |buffer: &mut Buffer| {
                    (self.draw)(&self.app, self.theme, buffer);
                    view::cursor(&self.app)
                };
                self.screen.show(paint).context("terminal")?;
            }
            // The panic hook keeps a sender for ever: there is always somebody who could still tell us something.
            let first = soon.map_or_else(|| news.recv(), Ok)?;
            for each in iter::once(first).chain(news.try_iter().take(BURST)) {
                farewell = self.take(each)?;
                if farewell.is_some() {
                    break;
                }
            }
        }
        Ok(farewell.unwrap_or(Farewell::Quit(None)))
    }

    fn take(&mut self, news: News) -> anyhow::Result<Option<Farewell>> {
        match news {
            // Typed for the editor, and too early for it.
            News::Event(Event::Key(_) | Event::Paste(_) | Event::Mouse(_)) if self.editor.is_some() => {
                Ok(None)
            }
            News::Event(Event::Key(_) | Event::Paste(_)) if self.aside => self.come_back(),
            // From before the mouse was let go.
            News::Event(Event::Mouse(_)) if self.aside => Ok(None),
            News::Event(event) => self.handle(event),
            News::Changed => {
                self.follower.load();
                Ok(None)
            }
            News::Resized => self.measure(),
            News::Stop => self.perform(Effect::Suspend),
            News::Continued => {
                // Who was stopped by force still has the terminal, in whatever state others have left it.
                guard::leave();
                self.come_back()
            }
            News::Leave(signal) => Ok(Some(Farewell::Signal(signal))),
            News::Parked => self.edit(),
            News::Panicked => Ok(Some(Farewell::Panic)),
            News::Failed(error) => Err(error).context("terminal"),
        }
    }

    /// Takes the terminal again, wherever we have been.
    fn come_back(&mut self) -> anyhow::Result<Option<Farewell>> {
        guard::enter().context("terminal")?;
        self.aside = false;
        self.measure()
    }

    /// Lends the terminal to the editor, until that has ended.
    fn edit(&mut self) -> anyhow::Result<Option<Farewell>> {
        let Some(command) = self.editor.take() else { return Ok(None) };
        self.clipboard.wait();
        let tty = keys().context("keys")?;
        signals::ignore_interrupts(true);
        let edited = guard::lend(&tty, || editor::run(command, &tty));
        signals::ignore_interrupts(false);
        self.keys.resume().context("keys")?;
        self.follower.look();
        let farewell = self.come_back()?;
        if farewell.is_some() { Ok(farewell) } else { self.handle(Event::Edited(edited)) }
    }

    /// Tells the explorer its size. The screen is drawn anew even if that is the old one: the terminal may have had
    /// another one in between, and has then moved or cut what stood there.
    fn measure(&mut self) -> anyhow::Result<Option<Farewell>> {
        let size = screen::size().context("terminal")?;
        self.screen.forget();
        self.stale = true;
        if self.size.replace(size) == Some(size) {
            return Ok(None);
        }
        self.screen.resize(size);
        self.handle(Event::Resize { columns: size.0, rows: size.1 })
    }

    fn handle(&mut self, mut event: Event) -> anyhow::Result<Option<Farewell>> {
        if let Event::Mouse(mouse) = &mut event {
            let (columns, rows) = self.size.unwrap_or_default();
            mouse.column = mouse.column.min(columns.saturating_sub(1));
            mouse.row = mouse.row.min(rows.saturating_sub(1));
        }
        self.stale = true;
        for effect in self.app.handle(event) {
            if let Some(farewell) = self.perform(effect)? {
                return Ok(Some(farewell));
            }
        }
        Ok(None)
    }

    fn perform(&mut self, effect: Effect) -> anyhow::Result<Option<Farewell>> {
        match effect {
            Effect::Quit => {
                self.clipboard.wait();
                self.files.wait();
                return Ok(Some(Farewell::Quit(None)));
            }
            Effect::QuitPrinting(text) => {
                self.perform(Effect::Quit)?;
                return Ok(Some(Farewell::Quit(Some(text))));
            }
            Effect::Suspend => {
                self.clipboard.wait();
                signals::stop().context("stop")?;
            }
            Effect::Repaint => {
                self.screen.forget();
                self.stale = true;
            }
            Effect::Clicks(taken) => guard::take_clicks(taken).context("terminal")?,
            Effect::Search(inquiry) => self.finder.ask(inquiry),
            Effect::Copy(text, what) => self.clipboard.bring(&text, what, &self.sender),
            Effect::Print(text) => {
                guard::step_aside(&aside::written(&text)).context("terminal")?;
                self.aside = true;
            }
            Effect::Reload => self.follower.load(),
            Effect::Browse(address) => browser::open(address, &self.sender),
            Effect::Edit { path, at } => match editor::command(&path, at) {
                Ok(command) => {
                    self.editor = Some(command);
                    self.keys.park().context("keys")?;
                }
                Err(fault) => return self.handle(Event::Edited(Err(fault))),
            },
            Effect::Export { format, selection, name } => {
                self.files.write(&self.app, (format, selection, name), &self.sender);
            }
        }
        Ok(None)
    }
}
