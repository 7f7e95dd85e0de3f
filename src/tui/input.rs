//! The keys and the mouse, in the explorer's words.

use std::io::{self, PipeReader, PipeWriter, Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{
    self as terminal, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::News;
use super::ground::Late;
use crate::app::event::{Deed, Event, Mouse};
use crate::app::key::{Code, Key};

/// Two clicks that are not further apart are one double click.
const DOUBLE: Duration = Duration::from_millis(400);
/// How long crossterm is asked whether it has more: it keeps what it has read, of which the terminal knows nothing. Of no time
/// at all it makes nothing: it does not even look; and of very little nothing, when we are not served meanwhile.
const AT_HAND: Duration = Duration::from_millis(20);
/// How long it is asked where the system cannot wait for its terminal and for us at once.
const SELDOM: Duration = Duration::from_millis(250);

/// The thread that reads, seen from outside: it hears when somebody knocks.
pub(super) struct Keys(PipeWriter);

impl Keys {
    /// Reads from the terminal for as long as there is somebody to tell.
    pub(super) fn watch(tty: OwnedFd, late: Late, news: Sender<News>) -> io::Result<Self> {
        let (knocks, door) = io::pipe()?;
        thread::Builder::new().name("input".into()).spawn(move || {
            if let Err(error) = read(&tty, late, knocks, &news) {
                let _ = news.send(News::Failed(error));
            }
        })?;
        Ok(Self(door))
    }

    /// Asks to leave the terminal to somebody else. [`News::Parked`] says that it is so: every key that comes then is
    /// theirs.
    pub(super) fn park(&mut self) -> io::Result<()> {
        self.0.write_all(b"p")
    }

    /// The terminal is ours again.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        self.0.write_all(b"r")
    }
}

/// Sleeps until there is a key or a knock. The first knock parks, the next one resumes.
fn read(tty: &OwnedFd, mut late: Late, mut knocks: PipeReader, news: &Sender<News>) -> io::Result<()> {
    let mut clicks = Clicks::default();
    let mut knock = [0];
    loop {
        let mut both = [PollFd::new(tty, PollFlags::IN), PollFd::new(&knocks, PollFlags::IN)];
        match poll(&mut both, None) {
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        }
        let [keys, door] = both.map(|fd| fd.revents());
        if !door.is_empty() {
            // Without a knock nobody is outside any more.
            if knocks.read(&mut knock)? == 0
                || news.send(News::Parked).is_err()
                || knocks.read(&mut knock)? == 0
            {
                return Ok(());
            }
        } else if keys.intersects(PollFlags::HUP | PollFlags::ERR) {
            // Whoever watches the terminal has seen it, too; crossterm would read on without end.
            return Ok(());
        } else {
            let patience = if keys.contains(PollFlags::NVAL) { SELDOM } else { AT_HAND };
            while is_at_hand(patience)? {
                let event = terminal::read()?;
                if matches!(&event, terminal::Event::Key(key) if late.takes(key)) {
                    continue;
                }
                if let Some(event) = translate(&event, &mut clicks, Instant::now())
                    && news.send(News::Event(event)).is_err()
                {
                    return Ok(());
                }
            }
        }
    }
}

fn is_at_hand(patience: Duration) -> io::Result<bool> {
    match terminal::poll(patience) {
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(false),
        polled => polled,
    }
}

/// Sizes are not read here: the signal says that there is a new one before crossterm has looked.
fn translate(event: &terminal::Event, clicks: &mut Clicks, now: Instant) -> Option<Event> {
    match event {
        terminal::Event::Key(pressed) => key(pressed).map(Event::Key),
        terminal::Event::Mouse(mouse) => clicks.mouse(*mouse, now).map(Event::Mouse),
        _ => None,
    }
}

fn key(pressed: &KeyEvent) -> Option<Key> {
    if pressed.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = pressed.modifiers.contains(KeyModifiers::CONTROL);
    let alt = pressed.modifiers.contains(KeyModifiers::ALT);
    let mut shift = pressed.modifiers.contains(KeyModifiers::SHIFT);
    let code = match pressed.code {
        // U+0080 to U+009F can be typed, but mean nothing and must not reach an input.
        KeyCode::Char(c) if c.is_control() => return None,
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    Some(Key { code, ctrl, alt, shift }.normal())
}

/// The mouse, with the memory that a double click needs.
#[derive(Default)]
struct Clicks {
    last: Option<(Instant, u16, u16)>,
}

impl Clicks {
    fn mouse(&mut self, mouse: MouseEvent, now: Instant) -> Option<Mouse> {
        // The column before the first one, which some terminals report, is 65,535 in crossterm.
        let cell = |at: u16| if at == u16::MAX { 0 } else { at };
        let (column, row) = (cell(mouse.column), cell(mouse.row));
        let deed = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => self.click(column, row, now),
            MouseEventKind::ScrollUp => Deed::WheelUp,
            MouseEventKind::ScrollDown => Deed::WheelDown,
            _ => return None,
        };
        Some(Mouse { column, row, deed })
    }

    fn click(&mut self, column: u16, row: u16, now: Instant) -> Deed {
        match self.last.take() {
            Some((before, c, r)) if (c, r) == (column, row) && now.duration_since(before) <= DOUBLE => {
                Deed::DoubleClick
            }
            _ => {
                self.last = Some((now, column, row));
                Deed::Click
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_normal() {
        let (ctrl, alt, shift) = (KeyModifiers::CONTROL, KeyModifiers::ALT, KeyModifiers::SHIFT);
        for (code, modifiers, expected) in [
            (KeyCode::Char('G'), shift, "G"),
            (KeyCode::Char('D'), ctrl | shift, "ctrl-d"),
            (KeyCode::BackTab, KeyModifiers::NONE, "shift-tab"),
            (KeyCode::Left, alt, "alt-left"),
            (KeyCode::Up, shift, "shift-up"),
            (KeyCode::F(12), ctrl, "ctrl-f12"),
            (KeyCode::Char(' '), shift, "space"),
        ] {
            assert_eq!(key(&KeyEvent::new(code, modifiers)), expected.parse().ok(), "{expected}");
        }
        for nothing in [KeyCode::Char('\u{85}'), KeyCode::Null, KeyCode::Insert, KeyCode::CapsLock] {
            assert_eq!(key(&KeyEvent::new(nothing, KeyModifiers::NONE)), None);
        }
        let release = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(key(&release), None);
    }

    #[test]
    fn two_clicks_in_one_cell_are_a_double_click() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let mut click = |column, milliseconds| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            let mouse = MouseEvent { kind, column, row: 3, modifiers: KeyModifiers::NONE };
            clicks.mouse(mouse, start + Duration::from_millis(milliseconds)).map(|mouse| mouse.deed)
        };
        assert_eq!(click(1, 0), Some(Deed::Click));
        assert_eq!(click(1, 400), Some(Deed::DoubleClick));
        assert_eq!(click(1, 500), Some(Deed::Click), "three are not two double clicks");
        assert_eq!(click(2, 600), Some(Deed::Click), "another cell");
        assert_eq!(click(2, 1001), Some(Deed::Click), "too late");
    }

    #[test]
    fn the_mouse_clicks_and_turns() {
        let mut clicks = Clicks::default();
        let mut mouse = |kind, column| {
            clicks
                .mouse(MouseEvent { kind, column, row: 65535, modifiers: KeyModifiers::NONE }, Instant::now())
        };
        let up = Mouse { column: 7, row: 0, deed: Deed::WheelUp };
        assert_eq!(mouse(MouseEventKind::ScrollUp, 7), Some(up));
        for nothing in [
            MouseEventKind::Moved,
            MouseEventKind::Drag(MouseButton::Left),
            MouseEventKind::Up(MouseButton::Left),
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::ScrollLeft,
        ] {
            assert_eq!(mouse(nothing, 7), None);
        }
    }
}
