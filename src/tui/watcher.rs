//! The thread that reads the records: once, and again whenever their files have changed.
//!
//! It looks at the files now and then instead of waiting for the system's word. What the system tells depends on how an
//! editor saves, ends at links and at a limit of watches, and never comes from NFS, SMB or WSL; so there would have to be
//! looking besides. And looking is cheap.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use super::News;
use crate::app::Data;
use crate::app::event::Event;
use crate::load::Loader;

/// The time between two looks.
const PAUSE: Duration = Duration::from_millis(500);
/// A look takes no more than this part of the time of a processor.
const SHARE: u32 = 200;
/// Two looks that see the same after so long say that whoever writes is done.
const SETTLED: Duration = Duration::from_millis(150);
/// Who is not done after so many is read in the middle.
const LOOKS: usize = 6;

/// Where records come from, again and again.
pub trait Records: Send + 'static {
    /// Reads all of them.
    fn load(&mut self) -> Data;

    /// A number that changes with what there is to be read; none when nothing can change.
    fn look(&mut self) -> Option<u64> {
        None
    }
}

/// What is made by a function stays as it is, until somebody asks for it again.
impl<F: FnMut() -> Data + Send + 'static> Records for F {
    fn load(&mut self) -> Data {
        self()
    }
}

impl Records for Loader {
    fn load(&mut self) -> Data {
        Data::from(Loader::load(self))
    }

    fn look(&mut self) -> Option<u64> {
        Loader::fingerprint(self)
    }
}

/// What is wanted of the thread before its time.
enum Wish {
    /// To look now.
    Appearance,
    /// To read now, whatever it sees.
    Load,
}

/// The way to the thread.
pub(super) struct Follower(Sender<Wish>);

impl Follower {
    /// Starts the thread, which tells what it has read.
    pub(super) fn start(records: impl Records, news: Sender<News>) -> io::Result<Self> {
        let (wishes, receiver) = mpsc::channel();
        thread::Builder::new().name("records".into()).spawn(move || {
            // When nobody hears or asks any more, it is over.
            let _ = follow(records, &receiver, &news);
        })?;
        Ok(Self(wishes))
    }

    /// Somebody may have changed the files just now.
    pub(super) fn look(&self) {
        let _ = self.0.send(Wish::Appearance);
    }

    /// Reads everything again.
    pub(super) fn load(&self) {
        let _ = self.0.send(Wish::Load);
    }
}

fn follow(mut records: impl Records, wishes: &Receiver<Wish>, news: &Sender<News>) -> Option<()> {
    // Looked at first: what changes while it is read is read again.
    let mut seen = records.look();
    news.send(News::Event(Event::Loaded(Box::new(records.load())))).ok()?;
    let mut pause = PAUSE;
    let mut is_told = false;
    loop {
        let wish = match seen {
            Some(_) if !is_told => wishes.recv_timeout(pause),
            _ => wishes.recv().map_err(RecvTimeoutError::from),
        };
        let is_asked = match wish {
            Ok(Wish::Load) => true,
            Ok(Wish::Appearance) | Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return None,
        };
        let start = spent();
        let mut now = records.look();
        pause = PAUSE.max(spent().saturating_sub(start) * SHARE);
        if !is_asked {
            // Nothing is read while the explorer cannot take it, as when an editor has its terminal.
            if now != seen && !is_told {
                news.send(News::Changed).ok()?;
                is_told = true;
            }
            continue;
        }
        is_told = false;
        for _ in 0..LOOKS {
            thread::sleep(SETTLED);
            let before = now;
            now = records.look();
            if now == before {
                break;
            }
        }
        seen = now;
        let start = Instant::now();
        news.send(News::Event(Event::Reloaded(Box::new(records.load())))).ok()?;
        // What takes long to read, and changes all the time, is read for half of the time.
        pause = pause.max(start.elapsed());
    }
}

/// The time of a processor that this thread has had.
fn spent() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    /// Files that are saved as often as it says, and how often they have been read.
    #[derive(Debug, Clone, Default)]
    struct Saved {
        times: Arc<AtomicU64>,
        read: Arc<AtomicU64>,
    }

    impl Records for Saved {
        fn load(&mut self) -> Data {
            self.read.fetch_add(1, Ordering::SeqCst);
            Data::default()
        }

        fn look(&mut self) -> Option<u64> {
            Some(self.times.load(Ordering::SeqCst))
        }
    }

    #[test]
    fn nothing_is_read_while_nobody_takes_it() {
        let saved = Saved::default();
        let (sender, news) = mpsc::channel();
        let follower = Follower::start(saved.clone(), sender).unwrap();
        assert!(matches!(news.recv(), Ok(News::Event(Event::Loaded(_)))));
        for _ in 0..4 {
            saved.times.fetch_add(1, Ordering::SeqCst);
            follower.look();
            thread::sleep(SETTLED * 2);
        }
        assert_eq!(saved.read.load(Ordering::SeqCst), 1);
        assert_eq!(news.try_iter().filter(|it| matches!(it, News::Changed)).count(), 1);
        // All of it at once, as soon as somebody asks.
        follower.load();
        assert!(matches!(news.recv(), Ok(News::Event(Event::Reloaded(_)))));
        assert_eq!(saved.read.load(Ordering::SeqCst), 2);
        assert!(news.recv_timeout(PAUSE * 2).is_err(), "there is nothing new");
        // And the next save is told again.
        saved.times.fetch_add(1, Ordering::SeqCst);
        assert!(matches!(news.recv(), Ok(News::Changed)));
    }
}
