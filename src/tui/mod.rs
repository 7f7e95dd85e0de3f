//! The imperative shell: passes events to the explorer, draws its state, and performs its effects.
//!
//! All events arrive on one channel: input, resizes, signals, loaded records, search results, panics of other threads. The loop
//! waits for an event, handles all pending ones, and draws once.

mod background;
mod browser;
mod clipboard;
mod editor;
mod event;
mod finder;
mod guard;
mod input;
mod main_screen;
mod saving;
mod screen;
mod signals;
mod storage;
mod watcher;

pub use storage::Storage;
pub use watcher::{RecordFiles, RecordSource};

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::iter;
use std::os::fd::{AsFd as _, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::panic;
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use ratatui::buffer::Buffer;

use crate::app::App;
use crate::app::event::{Effect, Event};
use crate::edit::Saved;
use crate::export::{KeptBaskets, baskets_folder, remove_temporary_files};
use crate::view::{self, Palette, Theme};
use background::BackgroundQuery;
use clipboard::Clipboard;
use editor::EditedText;
use event::ShellEvent;
use finder::Finder;
use guard::Guard;
use input::InputReader;
use saving::FileThreads;
use screen::Screen;
use watcher::RecordWatcher;

/// The maximum number of events handled before the next frame.
const MAX_EVENTS_PER_FRAME: usize = 256;
/// How long to wait for pending search results before drawing the old ones again.
const TIMEOUT: Duration = Duration::from_millis(12);

/// Why the loop ended, if not with an error.
enum Exit {
    /// The user has quit; the text is to be printed on the main screen.
    Quit(Option<String>),
    Signal(i32),
    Panic,
}

/// Why the explorer cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTerminal {
    /// Standard output is not a terminal.
    Output,
    /// There is no terminal to read keys from: neither standard input nor the controlling terminal.
    Keys,
}

/// Checks that there are terminals for output and for input. Writes nothing.
pub fn check() -> Result<(), NoTerminal> {
    if !rustix::termios::isatty(rustix::stdio::stdout()) {
        return Err(NoTerminal::Output);
    }
    open_tty().map(drop).map_err(|_error| NoTerminal::Keys)
}

/// The width in columns of the terminal on standard output; `None` if it is not a terminal or the width is unknown.
pub fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// The terminal to read keys from, even if standard input is a pipe with records.
fn open_tty() -> io::Result<OwnedFd> {
    let stdin = rustix::stdio::stdin();
    if rustix::termios::isatty(stdin) {
        return stdin.as_fd().try_clone_to_owned();
    }
    let open = |path: &OsStr| File::options().read(true).write(true).open(path).map(OwnedFd::from);
    if cfg!(target_os = "macos") {
        // macOS cannot poll `/dev/tty`.
        let name = rustix::termios::ttyname(rustix::stdio::stdout(), Vec::new())?;
        return open(OsStr::from_bytes(name.as_bytes()));
    }
    open(OsStr::new("/dev/tty"))
}

/// The appearance of the explorer.
#[derive(Debug, Clone, Copy)]
pub struct Appearance {
    /// The palette; `None` for the one that fits the background of the terminal. Until it answers, its 16 colours are used, which
    /// are readable on any background.
    pub palette: Option<Palette>,
    /// Whether to draw with ASCII only.
    pub ascii: bool,
}

/// What is to be printed after the explorer.
#[derive(Debug, Default)]
pub struct Remains {
    /// A text for standard output.
    pub text: Option<String>,
    /// What could not be written while the explorer was about to end.
    pub failures: Vec<String>,
}

/// Runs the explorer until it quits, while another thread loads and watches the records. The terminal is restored in any case.
/// Returns what is to be printed afterwards.
///
/// Does not return after a terminating signal (the process ends by that signal) or a panic of a thread (the panic is resumed
/// here). Fails if the terminal cannot be read or written. Call [`check`] first.
pub fn run(
    app: App,
    appearance: Appearance,
    draw: impl Fn(&App, Theme, &mut Buffer),
    (records, storage): (impl RecordSource, impl Storage),
) -> io::Result<Remains> {
    let (sender, events) = mpsc::channel();
    // Both must be in place before any terminal mode is changed.
    signals::watch(sender.clone())?;
    guard::restore_on_panic(sender.clone());
    let watcher = RecordWatcher::start(records, sender.clone())?;
    let palette = appearance.palette.unwrap_or(Palette::Sixteen);
    guard::capture_mouse(app.captures_mouse())?;
    let guard = Guard::enter()?;
    let background = match appearance.palette {
        Some(_) => BackgroundQuery::default(),
        None => BackgroundQuery::send()?,
    };
    signals::watch_terminal(open_tty()?, sender.clone())?;
    let finder = Finder::start(sender.clone())?;
    let input = InputReader::start(open_tty()?, sender.clone())?;
    let shell = Shell {
        app: app.with_palette(palette),
        ascii: appearance.ascii,
        background,
        draw,
        finder,
        watcher,
        input,
        editor: None,
        clipboard: Clipboard::default(),
        files: FileThreads::default(),
        storage: Arc::new(storage),
        sender,
        screen: Screen::new(),
        size: None,
        needs_redraw: true,
        on_main_screen: false,
    };
    let ended = shell.run(&events);
    drop(guard);
    let (exit, failures) = ended?;
    match exit {
        Exit::Quit(text) => Ok(Remains { text, failures }),
        Exit::Signal(signal) => {
            remove_temporary_files();
            signal_hook::low_level::emulate_default_handler(signal)?;
            Ok(Remains::default())
        }
        // The hook has printed the message; this does not call it again.
        Exit::Panic => {
            remove_temporary_files();
            panic::resume_unwind(Box::new("a thread has panicked"))
        }
    }
}

struct Shell<D> {
    app: App,
    /// Whether to draw with ASCII only.
    ascii: bool,
    background: BackgroundQuery,
    draw: D,
    finder: Finder,
    watcher: RecordWatcher,
    input: InputReader,
    /// The editor to start as soon as input is paused, and the text that it is to change.
    editor: Option<(Command, Option<EditedText>)>,
    clipboard: Clipboard,
    files: FileThreads,
    storage: Arc<dyn Storage>,
    /// For threads that are started later.
    sender: Sender<ShellEvent>,
    screen: Screen,
    /// Columns and rows, once known.
    size: Option<(u16, u16)>,
    /// Whether a new frame is needed.
    needs_redraw: bool,
    /// Whether the main screen shows a text until a key is pressed.
    on_main_screen: bool,
}

impl<D: Fn(&App, Theme, &mut Buffer)> Shell<D> {
    /// Returns why it has ended, and what could not be written at the end.
    fn run(mut self, events: &Receiver<ShellEvent>) -> io::Result<(Exit, Vec<String>)> {
        let mut exit = self.update_size()?;
        while exit.is_none() {
            let is_due = self.needs_redraw && !self.on_main_screen;
            let soon = if is_due { self.wait_briefly(events) } else { None };
            let saves_frame = self.background.delays_frame().is_some()
                || matches!(soon, Some(ShellEvent::App(Event::Found { .. } | Event::TextMatched(_))));
            if is_due && !(soon.is_some() && saves_frame) {
                self.needs_redraw = false;
                let theme = Theme { palette: self.app.palette(), ascii: self.ascii };
                // Colours are decided here, not by crossterm.
                crossterm::style::force_color_output(theme.palette != Palette::Plain);
                let paint = |buffer: &mut Buffer| {
                    (self.draw)(&self.app, theme, buffer);
                    view::cursor(&self.app)
                };
                self.screen.show(paint)?;
            }
            // The panic hook holds a sender, so the channel is never closed.
            let first = soon.map_or_else(|| events.recv(), Ok).map_err(io::Error::other)?;
            for each in iter::once(first).chain(events.try_iter().take(MAX_EVENTS_PER_FRAME)) {
                exit = self.receive(each)?;
                if exit.is_some() {
                    break;
                }
            }
        }
        if let Some(session) = self.app.session().filter(|_| !matches!(exit, Some(Exit::Panic))) {
            self.storage.save_session(&session);
        }
        let mut failures = Vec::new();
        if let Some(Exit::Quit(_)) = exit {
            failures = self.failures(events);
            self.await_answer(events);
        }
        Ok((exit.unwrap_or(Exit::Quit(None)), failures))
    }

    /// What files could not be written since the last frame: nobody has seen it.
    fn failures(&mut self, events: &Receiver<ShellEvent>) -> Vec<String> {
        let mut failures = Vec::new();
        while let Ok(event) = events.try_recv() {
            match event {
                ShellEvent::App(event) if event.is_failed_write() => {
                    self.app.handle(event);
                    failures.extend(self.app.notice().map(|notice| self.app.notice_text(notice)));
                }
                ShellEvent::Answered(answer) => drop(self.background.answer(answer)),
                _ => {}
            }
        }
        failures
    }

    /// Waits for what arrives soon, and would change the frame: the background, and results in place of the old ones.
    fn wait_briefly(&self, events: &Receiver<ShellEvent>) -> Option<ShellEvent> {
        let results = self.app.is_waiting().then_some(TIMEOUT);
        events.recv_timeout(self.background.delays_frame().or(results)?).ok()
    }

    /// Waits for what the terminal answers before it is left.
    fn await_answer(&mut self, events: &Receiver<ShellEvent>) {
        while let Some(timeout) = self.background.delays_end() {
            match events.recv_timeout(timeout) {
                Ok(ShellEvent::Answered(answer)) => drop(self.background.answer(answer)),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    fn receive(&mut self, event: ShellEvent) -> io::Result<Option<Exit>> {
        match event {
            // Typed too early for the editor.
            ShellEvent::App(Event::Key(_) | Event::Paste(_) | Event::Mouse(_)) if self.editor.is_some() => {
                Ok(None)
            }
            ShellEvent::App(Event::Key(_) | Event::Paste(_)) if self.on_main_screen => self.retake_terminal(),
            // From before the mouse was released.
            ShellEvent::App(Event::Mouse(_)) if self.on_main_screen => Ok(None),
            ShellEvent::App(event) => self.handle(event),
            ShellEvent::RecordsChanged => {
                self.watcher.load();
                Ok(None)
            }
            ShellEvent::Answered(answer) => {
                let palette = self.background.answer(answer);
                palette.map_or(Ok(None), |palette| self.handle(Event::Background(palette)))
            }
            ShellEvent::Resized => self.update_size(),
            ShellEvent::Suspend => self.perform(Effect::Suspend),
            ShellEvent::Resumed => {
                // After SIGSTOP the terminal was not restored, and others may have changed its state.
                guard::leave();
                self.retake_terminal()
            }
            ShellEvent::Terminate(signal) => Ok(Some(Exit::Signal(signal))),
            ShellEvent::InputPaused => self.edit(),
            ShellEvent::Panicked => Ok(Some(Exit::Panic)),
            ShellEvent::InputFailed(error) => Err(error),
        }
    }

    /// Takes control of the terminal again.
    fn retake_terminal(&mut self) -> io::Result<Option<Exit>> {
        guard::enter()?;
        self.on_main_screen = false;
        self.update_size()
    }

    /// Runs the editor on the terminal.
    fn edit(&mut self) -> io::Result<Option<Exit>> {
        let Some((command, text)) = self.editor.take() else { return Ok(None) };
        self.clipboard.wait();
        let tty = open_tty()?;
        signals::ignore_interrupts(true);
        let edited = guard::release_during(&tty, || editor::run(command, &tty));
        signals::ignore_interrupts(false);
        self.input.resume()?;
        self.watcher.check();
        let exit = self.retake_terminal()?;
        if exit.is_some() {
            return Ok(exit);
        }
        self.handle(match text {
            None => Event::Edited(edited),
            Some(text) => Event::TextEdited(edited.and_then(|()| text.read())),
        })
    }

    /// Passes the size to the explorer. The screen is redrawn even if the size is unchanged: the terminal may have had another size
    /// in between, and moved or cut its content.
    fn update_size(&mut self) -> io::Result<Option<Exit>> {
        let size = screen::size()?;
        self.screen.invalidate();
        self.needs_redraw = true;
        if self.size.replace(size) == Some(size) {
            return Ok(None);
        }
        self.screen.resize(size);
        self.handle(Event::Resize { columns: size.0, rows: size.1 })
    }

    fn handle(&mut self, mut event: Event) -> io::Result<Option<Exit>> {
        if let Event::Mouse(mouse) = &mut event {
            let (columns, rows) = self.size.unwrap_or_default();
            mouse.column = mouse.column.min(columns.saturating_sub(1));
            mouse.row = mouse.row.min(rows.saturating_sub(1));
        }
        self.needs_redraw = true;
        let has_records = matches!(event, Event::Loaded(_) | Event::Reloaded(_) | Event::Indexed);
        for effect in self.app.handle(event) {
            if let Some(exit) = self.perform(effect)? {
                return Ok(Some(exit));
            }
        }
        if has_records {
            self.finder.prepare(Arc::clone(&self.app.data().index));
        }
        Ok(None)
    }

    /// Starts an editor as soon as input is paused.
    fn start_editor(&mut self, command: Command, text: Option<EditedText>) -> io::Result<()> {
        self.editor = Some((command, text));
        self.input.pause()
    }

    fn perform(&mut self, effect: Effect) -> io::Result<Option<Exit>> {
        match effect {
            Effect::Quit => {
                self.clipboard.wait();
                self.files.wait();
                return Ok(Some(Exit::Quit(None)));
            }
            Effect::QuitPrinting(text) => {
                self.perform(Effect::Quit)?;
                return Ok(Some(Exit::Quit(Some(text))));
            }
            Effect::Suspend => {
                self.clipboard.wait();
                signals::stop()?;
            }
            Effect::Repaint => {
                self.screen.invalidate();
                self.needs_redraw = true;
            }
            Effect::CaptureMouse(taken) => guard::capture_mouse(taken)?,
            Effect::Search(job) => self.finder.search(job),
            Effect::MatchText(job) => self.finder.match_text(job),
            Effect::Copy(text, what) => self.clipboard.copy(&text, what, &self.sender),
            Effect::Print(text) => {
                guard::show_main_screen(&main_screen::bytes(&text))?;
                self.on_main_screen = true;
            }
            Effect::Reload => self.watcher.load(),
            Effect::Browse(address) => browser::open(address, &self.sender),
            Effect::Edit { path, at } => match editor::command(&path, at) {
                Ok(command) => self.start_editor(command, None)?,
                Err(fault) => return self.handle(Event::Edited(Err(fault))),
            },
            Effect::EditText(text) => match EditedText::new(&text) {
                Ok((edited, command)) => self.start_editor(command, Some(edited))?,
                Err(fault) => return self.handle(Event::TextEdited(Err(fault))),
            },
            Effect::Add { path, record } => {
                self.files.add((path, record), self.app.lang(), &self.sender);
            }
            Effect::Undo(saved) => self.files.restore(saved, Event::Undone, Saved::undo, &self.sender),
            Effect::Redo(saved) => self.files.restore(saved, Event::Redone, Saved::redo, &self.sender),
            Effect::Export { format, selection, naming } => {
                self.files.export(&self.app, (format, selection), naming, &self.sender);
            }
            Effect::KeepBasket(basket, replaces) => self.files.keep(basket, replaces, &self.sender),
            Effect::ReadBaskets => {
                let baskets = baskets_folder().map(|folder| KeptBaskets::read(&folder));
                return self.handle(Event::Baskets(baskets.unwrap_or_default()));
            }
            Effect::SaveTheme(palette) => {
                self.files.save_theme(&self.storage, (palette, self.app.lang()), &self.sender);
            }
        }
        Ok(None)
    }
}
