//! The keys and the mouse, in the explorer's words.

mod decoder;
mod sequence;

#[cfg(test)]
mod decoder_tests;

use std::io::{self, PipeReader, PipeWriter, Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::News;
use crate::app::event::{Event, Mouse, MouseKind};
use decoder::{Decoder, Gesture, Told};

/// Two clicks that are not further apart are one double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// The thread that reads, seen from outside: it hears when somebody knocks.
pub(super) struct Keys(PipeWriter);

impl Keys {
    /// Reads from the terminal for as long as there is somebody to tell.
    pub(super) fn watch(tty: OwnedFd, news: Sender<News>) -> io::Result<Self> {
        let (knocks, door) = io::pipe()?;
        thread::Builder::new().name("input".into()).spawn(move || {
            if let Err(error) = read(&tty, Decoder::default(), knocks, &news) {
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

/// Sleeps until there is a key or a knock, or nothing behind the beginning of a key. The first knock parks, the next one
/// resumes.
fn read(tty: &OwnedFd, mut decoder: Decoder, mut knocks: PipeReader, news: &Sender<News>) -> io::Result<()> {
    let mut clicks = Clicks::default();
    let mut knock = [0];
    let mut bytes = [0; 4096];
    loop {
        let mut both = [PollFd::new(tty, PollFlags::IN), PollFd::new(&knocks, PollFlags::IN)];
        let patience = decoder.patience().and_then(|patience| Timespec::try_from(patience).ok());
        let ready = match poll(&mut both, patience.as_ref()) {
            Ok(ready) => ready,
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        };
        let [keys, door] = both.map(|fd| fd.revents());
        let told = if ready == 0 {
            decoder.give_up()
        } else if !door.is_empty() {
            // Without a knock nobody is outside any more.
            if knocks.read(&mut knock)? == 0
                || news.send(News::Parked).is_err()
                || knocks.read(&mut knock)? == 0
            {
                return Ok(());
            }
            decoder = Decoder::default();
            continue;
        } else if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            // Whoever watches the terminal has seen it, too.
            return Ok(());
        } else {
            match rustix::io::read(tty, &mut bytes) {
                Ok(0) => return Ok(()),
                Ok(count) => decoder.take(bytes.get(..count).unwrap_or_default()),
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(error) => return Err(error.into()),
            }
        };
        for told in told {
            let event = match told {
                Told::Key(key) => Event::Key(key),
                Told::Mouse(gesture, column, row) => {
                    let kind = clicks.kind(gesture, (column, row), Instant::now());
                    Event::Mouse(Mouse { column, row, kind })
                }
                Told::Paste(text) => Event::Paste(text),
            };
            if news.send(News::Event(event)).is_err() {
                return Ok(());
            }
        }
    }
}

/// The mouse, with the memory that a double click needs.
#[derive(Default)]
struct Clicks {
    last: Option<(Instant, (u16, u16))>,
}

impl Clicks {
    fn kind(&mut self, gesture: Gesture, cell: (u16, u16), now: Instant) -> MouseKind {
        match gesture {
            Gesture::Down => self.click(cell, now),
            Gesture::WheelUp => MouseKind::WheelUp,
            Gesture::WheelDown => MouseKind::WheelDown,
        }
    }

    fn click(&mut self, cell: (u16, u16), now: Instant) -> MouseKind {
        match self.last.take() {
            Some((before, there)) if there == cell && now.duration_since(before) <= DOUBLE => {
                MouseKind::DoubleClick
            }
            _ => {
                self.last = Some((now, cell));
                MouseKind::Click
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clicks_in_one_cell_are_a_double_click() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let mut click = |column, milliseconds| {
            clicks.kind(Gesture::Down, (column, 3), start + Duration::from_millis(milliseconds))
        };
        assert_eq!(click(1, 0), MouseKind::Click);
        assert_eq!(click(1, 400), MouseKind::DoubleClick);
        assert_eq!(click(1, 500), MouseKind::Click, "three are not two double clicks");
        assert_eq!(click(2, 600), MouseKind::Click, "another cell");
        assert_eq!(click(2, 1001), MouseKind::Click, "too late");
        assert_eq!(clicks.kind(Gesture::WheelUp, (2, 3), start), MouseKind::WheelUp);
    }
}
