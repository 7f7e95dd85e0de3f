//! Shows what has arrived of a stream, while the rest comes.

use std::panic;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The bytes that have arrived so far.
pub(super) type Arrived = Mutex<Vec<u8>>;

/// The shortest pause between two looks at what has arrived.
const PAUSE: Duration = Duration::from_millis(50);
/// What is shown takes at most this part of the time, so that a fast stream is not read much later for it.
const SHARE: u32 = 10;

/// Reads a stream in another thread, and shows what has arrived until then, again and again.
pub(super) fn show_while<R: Send>(
    read: impl FnOnce(&Arrived) -> R + Send,
    mut show: impl FnMut(Vec<u8>),
) -> R {
    let arrived = Arrived::default();
    thread::scope(|scope| {
        let (end, ended) = mpsc::channel::<()>();
        let reader = scope.spawn(|| {
            // Dropped at the end.
            let _end = end;
            read(&arrived)
        });
        let mut shown = 0;
        let mut pause = PAUSE;
        while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(pause) {
            // Copied: what arrives meanwhile must not wait for it.
            let head = Some(lock(&arrived)).filter(|head| head.len() > shown).map(|head| head.clone());
            if let Some(head) = head {
                shown = head.len();
                let start = Instant::now();
                show(head);
                pause = PAUSE.max(start.elapsed() * SHARE);
            }
        }
        reader.join().unwrap_or_else(|panic| panic::resume_unwind(panic))
    })
}

pub(super) fn lock(arrived: &Arrived) -> MutexGuard<'_, Vec<u8>> {
    arrived.lock().unwrap_or_else(PoisonError::into_inner)
}
