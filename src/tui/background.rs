//! What ground the terminal writes on: it is asked once, before the first key is read.

use std::os::fd::OwnedFd;
use std::time::Duration;

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

/// Drops what there is to be read after a question without a clear answer, such as the rest of an answer in the middle of
/// which somebody has typed. The answer itself may still come.
pub(super) fn drop_rest(keys: &OwnedFd) {
    while poll(&mut [PollFd::new(keys, PollFlags::IN)], Some(&QUIET)).is_ok_and(|ready| ready > 0) {
        // Of a terminal that is gone there is always something to be read, and never anything to drop.
        if !rustix::io::ioctl_fionread(keys).is_ok_and(|bytes| bytes > 0) {
            break;
        }
        let _ = tcflush(keys, QueueSelector::IFlush);
    }
}
