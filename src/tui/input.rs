//! Reads keyboard and mouse input and sends it as events of the explorer.

mod colour;
mod decoder;
mod event;
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

use super::event::ShellEvent;
use crate::app::event::{Event, Mouse, MouseKind};
use decoder::Decoder;
use event::{InputEvent, MouseGesture};

/// The maximum time between the clicks of a double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// The handle of the input thread; it holds the sending end of the control pipe.
pub(super) struct InputReader(PipeWriter);

impl InputReader {
    /// Starts the thread, which reads from the terminal until the receiver of events is gone.
    pub(super) fn start(tty: OwnedFd, events: Sender<ShellEvent>) -> io::Result<Self> {
        let (control, sender) = io::pipe()?;
        thread::Builder::new().name("input".into()).spawn(move || {
            if let Err(error) = read(&tty, Decoder::default(), control, &events) {
                let _ = events.send(ShellEvent::InputFailed(error));
            }
        })?;
        Ok(Self(sender))
    }

    /// Asks the thread to pause. After [`ShellEvent::InputPaused`] it reads no more input.
    pub(super) fn pause(&mut self) -> io::Result<()> {
        self.0.write_all(b"p")
    }

    /// Lets the thread read input again.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        self.0.write_all(b"r")
    }
}

/// Waits for input, for a byte on the control pipe, or for the timeout of an incomplete sequence. A first byte pauses the
/// reading, the next one resumes it.
fn read(
    tty: &OwnedFd,
    mut decoder: Decoder,
    mut control: PipeReader,
    events: &Sender<ShellEvent>,
) -> io::Result<()> {
    let mut clicks = Clicks::default();
    let mut command = [0];
    let mut bytes = [0; 4096];
    loop {
        let mut both = [PollFd::new(tty, PollFlags::IN), PollFd::new(&control, PollFlags::IN)];
        let timeout = decoder.timeout().and_then(|timeout| Timespec::try_from(timeout).ok());
        let ready = match poll(&mut both, timeout.as_ref()) {
            Ok(ready) => ready,
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        };
        let [input, signal] = both.map(|fd| fd.revents());
        let events_read = if ready == 0 {
            decoder.flush()
        } else if !signal.is_empty() {
            // A closed pipe means that the reader was dropped.
            if control.read(&mut command)? == 0
                || events.send(ShellEvent::InputPaused).is_err()
                || control.read(&mut command)? == 0
            {
                return Ok(());
            }
            decoder = Decoder::default();
            continue;
        } else if input.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            // The thread that watches the terminal reports this.
            return Ok(());
        } else {
            match rustix::io::read(tty, &mut bytes) {
                Ok(0) => return Ok(()),
                Ok(count) => decoder.take(bytes.get(..count).unwrap_or_default()),
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(error) => return Err(error.into()),
            }
        };
        for input_event in events_read {
            let event = match input_event {
                InputEvent::Key(key) => ShellEvent::App(Event::Key(key)),
                InputEvent::Mouse(gesture, column, row) => {
                    let kind = clicks.kind(gesture, (column, row), Instant::now());
                    ShellEvent::App(Event::Mouse(Mouse { column, row, kind }))
                }
                InputEvent::Paste(text) => ShellEvent::App(Event::Paste(text)),
                InputEvent::Answer(answer) => ShellEvent::Answered(answer),
            };
            if events.send(event).is_err() {
                return Ok(());
            }
        }
    }
}

/// Detects double clicks.
#[derive(Default)]
struct Clicks {
    last: Option<(Instant, (u16, u16))>,
}

impl Clicks {
    fn kind(&mut self, gesture: MouseGesture, cell: (u16, u16), now: Instant) -> MouseKind {
        match gesture {
            MouseGesture::Down => self.click(cell, now),
            MouseGesture::Drag => {
                self.last = None;
                MouseKind::Drag
            }
            MouseGesture::Up => MouseKind::Release,
            MouseGesture::WheelUp => MouseKind::WheelUp,
            MouseGesture::WheelDown => MouseKind::WheelDown,
        }
    }

    fn click(&mut self, cell: (u16, u16), now: Instant) -> MouseKind {
        match self.last.take() {
            Some((before, there)) if there == cell && now.duration_since(before) <= DOUBLE_CLICK => {
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
            clicks.kind(MouseGesture::Down, (column, 3), start + Duration::from_millis(milliseconds))
        };
        assert_eq!(click(1, 0), MouseKind::Click);
        assert_eq!(click(1, 400), MouseKind::DoubleClick);
        assert_eq!(click(1, 500), MouseKind::Click, "three are not two double clicks");
        assert_eq!(click(2, 600), MouseKind::Click, "another cell");
        assert_eq!(click(2, 1001), MouseKind::Click, "too late");
        assert_eq!(clicks.kind(MouseGesture::Up, (2, 3), start), MouseKind::Release);
        assert_eq!(clicks.kind(MouseGesture::Drag, (2, 4), start), MouseKind::Drag);
        let again = clicks.kind(MouseGesture::Down, (2, 3), start + Duration::from_millis(1002));
        assert_eq!(again, MouseKind::Click, "it was dragged in between");
        assert_eq!(clicks.kind(MouseGesture::WheelUp, (2, 3), start), MouseKind::WheelUp);
    }
}
