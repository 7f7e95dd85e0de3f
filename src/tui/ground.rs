//! What ground the terminal writes on: it is asked once, before the first key is read.

use std::os::fd::OwnedFd;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{QueueSelector, tcflush};
use terminal_colorsaurus::{QueryOptions, background_color};

use crate::view::Palette;

/// Nobody waits so long but before a terminal that answers nothing: behind the question stands another one (DA1) that the
/// others answer even when they do not know this one, and that ends the waiting. Less would be too little for a
/// terminal at the other end of the world, whose answer would then come among the keys; more would be too long for a start.
const PATIENCE: Duration = Duration::from_secs(1);

/// When so long nothing more has come, the rest of an answer is not on its way any more.
const QUIET: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

/// A ground of this lightness or more is light.
const LIGHT: f32 = 0.5;

/// The palette for the ground of the terminal, if that answers. What is typed meanwhile is lost.
pub(super) fn ask() -> Option<Palette> {
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    let colour = background_color(options).ok()?;
    Some(if colour.perceived_lightness() >= LIGHT { Palette::Light } else { Palette::Dark })
}

/// An answer that comes when nobody waits for it any more. To crossterm it is keys: Alt-], figures and letters, and
/// at the end Ctrl-G or Alt-\.
#[derive(Debug, Default)]
pub(super) struct Late {
    is_owed: bool,
    has_begun: bool,
}

impl Late {
    /// After a question without a clear answer. Drops what there is to be read, such as the rest of an answer in the middle
    /// of which somebody has typed, and expects that the answer itself may still come.
    pub(super) fn owed(keys: &OwnedFd) -> Self {
        while poll(&mut [PollFd::new(keys, PollFlags::IN)], Some(&QUIET)).is_ok_and(|ready| ready > 0) {
            // Of a terminal that is gone there is always something to be read, and never anything to drop.
            if !rustix::io::ioctl_fionread(keys).is_ok_and(|bytes| bytes > 0) {
                break;
            }
            let _ = tcflush(keys, QueueSelector::IFlush);
        }
        Self { is_owed: true, has_begun: false }
    }

    /// Whether a key is part of the answer.
    pub(super) fn takes(&mut self, key: &KeyEvent) -> bool {
        let is = |code, modifiers| key.code == KeyCode::Char(code) && key.modifiers == modifiers;
        if self.is_owed && is(']', KeyModifiers::ALT) {
            *self = Self { is_owed: false, has_begun: true };
            return true;
        }
        if !self.has_begun {
            return false;
        }
        let is_end = is('g', KeyModifiers::CONTROL) || is('\\', KeyModifiers::ALT);
        let is_letter =
            matches!(key.code, KeyCode::Char(c) if c.is_ascii_alphanumeric() || ";:/".contains(c));
        self.has_begun = is_letter && key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
        self.has_begun || is_end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these keys are left when a late answer is owed.
    fn left(keys: &[(char, KeyModifiers)]) -> String {
        let mut late = Late { is_owed: true, has_begun: false };
        let events = keys.iter().map(|(c, modifiers)| (c, KeyEvent::new(KeyCode::Char(*c), *modifiers)));
        events.filter(|(_, event)| !late.takes(event)).map(|(c, _)| *c).collect()
    }

    #[test]
    fn a_late_answer_is_no_keys() {
        let plain = |text: &str| text.chars().map(|c| (c, KeyModifiers::NONE)).collect::<Vec<_>>();
        let begin = vec![(']', KeyModifiers::ALT)];
        for end in [('g', KeyModifiers::CONTROL), ('\\', KeyModifiers::ALT)] {
            let keys = [plain("j"), begin.clone(), plain("11;rgb:1c1c/ffff/0aF0"), vec![end], plain("q1")];
            assert_eq!(left(&keys.concat()), "jq1");
        }
        assert_eq!(left(&[begin.clone(), plain("11;r"), plain(" q1")].concat()), " q1", "it breaks off");
        let twice = [begin.clone(), vec![('g', KeyModifiers::CONTROL)], begin, plain("1")];
        assert_eq!(left(&twice.concat()), "]1", "there is only one");
        assert!(!Late::default().takes(&KeyEvent::new(KeyCode::Char(']'), KeyModifiers::ALT)));
    }
}
