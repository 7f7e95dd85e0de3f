//! The background colour of the terminal: queried once, before the first key is read.

use std::os::fd::OwnedFd;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{QueueSelector, tcflush};
use terminal_colorsaurus::{QueryOptions, background_color};

use crate::view::Palette;

/// The timeout for terminals that answer nothing. Most terminals end the wait sooner, because the query is followed by one (DA1)
/// that they all answer. A shorter timeout would be too short for slow connections, whose late response would be read as keys;
/// a longer one would delay the start too much.
const TIMEOUT: Duration = Duration::from_secs(1);

/// After this time without input, no more of a response is expected.
const QUIET: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

/// A background of at least this perceived lightness (0 to 1) is light.
const MIN_LIGHTNESS: f32 = 0.5;

/// The palette for the background of the terminal, if it answers. Keys typed meanwhile are lost.
pub(super) fn query_palette() -> Option<Palette> {
    let mut options = QueryOptions::default();
    options.timeout = TIMEOUT;
    let colour = background_color(options).ok()?;
    Some(if colour.perceived_lightness() >= MIN_LIGHTNESS { Palette::Light } else { Palette::Dark })
}

/// Discards pending input after a query without a valid response, such as a response interrupted by a key. A late response may
/// still arrive.
pub(super) fn discard_rest(keys: &OwnedFd) {
    while poll(&mut [PollFd::new(keys, PollFlags::IN)], Some(&QUIET)).is_ok_and(|ready| ready > 0) {
        // A closed terminal is always readable, but has nothing to discard.
        if !rustix::io::ioctl_fionread(keys).is_ok_and(|bytes| bytes > 0) {
            break;
        }
        let _ = tcflush(keys, QueueSelector::IFlush);
    }
}
