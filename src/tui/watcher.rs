//! The thread that loads the records, and again whenever their files have changed. The first time, what there is of a long
//! archive is sent now and then, while the rest comes.
//!
//! It polls the files instead of using file system notifications. Those depend on how an editor saves, stop at links, are limited
//! in number, and do not work on NFS, SMB or WSL, so polling would be needed anyway. And it is cheap.

use std::cell::Cell;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use super::event::ShellEvent;
use crate::app::Data;
use crate::app::event::Event;
use crate::cache::Entry;
use crate::facet::Facets;
use crate::load::{Loaded, Loader, ProgressCounter, Watch};
use crate::model::Archive;
use crate::parallel::join;
use crate::search::Index;

/// The interval at which the progress of the first load is sent.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(100);
/// The minimum interval between two checks.
const INTERVAL: Duration = Duration::from_millis(500);
/// Checks use at most 1/200 of the time of one processor.
const MAX_CPU_SHARE: u32 = 200;
/// Files that are the same after this time are completely written.
const SETTLE_TIME: Duration = Duration::from_millis(150);
/// Files that change within this time are being written right now: they are not read before they are the same for longer.
const GLANCE_TIME: Duration = Duration::from_millis(15);
/// After this many further checks the files are read even if they still change.
const MAX_SETTLE_CHECKS: usize = 6;
/// Records that were loaded again are kept for the next start when so long nothing has changed: each time all is written.
const QUIET_TIME: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 10 });

/// A source of records that can be loaded repeatedly.
pub trait RecordSource: Send + 'static {
    /// Loads all records. Their index may be left for [`Self::complete`].
    fn load(&mut self) -> Data;

    /// Loads all records, and counts them. If there are many, `grown` takes what there is before the end, now and then.
    fn load_growing(&mut self, _counter: &ProgressCounter, _grown: &dyn Fn(Data)) -> Data {
        self.load()
    }

    /// Completes the index of the records that were loaded last.
    fn complete(&mut self, archive: &Arc<Archive>, index: &Arc<Index>) {
        index.complete(Index::new(archive));
    }

    /// Keeps what was loaded last for the next start.
    fn keep(&mut self) {}

    /// A number that changes when the input changes; `None` if it cannot change.
    fn fingerprint(&mut self) -> Option<u64> {
        None
    }
}

/// A function as a source: loaded on request only.
impl<F: FnMut() -> Data + Send + 'static> RecordSource for F {
    fn load(&mut self) -> Data {
        self()
    }
}

/// Files of records, which are taken from the cache the first time, if they are there.
pub struct RecordFiles {
    loader: Loader,
    entry: Entry,
    /// The records whose index was completed last, and that index.
    indexed: Option<(Arc<Archive>, Arc<Index>)>,
}

impl RecordFiles {
    /// Files that the loader reads, with their entry in the cache.
    pub fn new(loader: Loader, entry: Entry) -> Self {
        Self { loader, entry, indexed: None }
    }
}

impl RecordSource for RecordFiles {
    fn load(&mut self) -> Data {
        Data::unindexed(self.entry.reload(&mut self.loader))
    }

    fn load_growing(&mut self, counter: &ProgressCounter, grown: &dyn Fn(Data)) -> Data {
        let show = |archive: Archive| {
            if !archive.visits.is_empty() {
                let loaded = Loaded { archive, ..Loaded::default() };
                let mut data = Data::unindexed(loaded);
                data.progress = Some(counter.progress());
                let (archive, index) = (Arc::clone(&data.archive), Arc::clone(&data.index));
                grown(data);
                index.complete(Index::new(&archive));
            }
        };
        let watch = Watch { counter, grown: Some(&show) };
        let loaded = self.entry.load(&mut self.loader, watch);
        // While the index is built.
        self.entry.keep();
        Data::unindexed(loaded)
    }

    fn complete(&mut self, archive: &Arc<Archive>, index: &Arc<Index>) {
        self.entry.complete(index, archive, || match &self.indexed {
            Some((before, of_before)) => of_before.update(before, archive),
            None => Index::new(archive),
        });
        self.indexed = Some((Arc::clone(archive), Arc::clone(index)));
    }

    fn keep(&mut self) {
        self.entry.keep();
    }

    fn fingerprint(&mut self) -> Option<u64> {
        self.loader.fingerprint()
    }
}

/// Sends records at once, and then completes their index, for which a search waits, and collects their facts.
fn send_records(
    records: &mut impl RecordSource,
    data: Data,
    event: fn(Box<Data>) -> Event,
    events: &Sender<ShellEvent>,
) -> Option<()> {
    let (archive, index, facets) =
        (Arc::clone(&data.archive), Arc::clone(&data.index), Arc::clone(&data.facets));
    events.send(ShellEvent::App(event(Box::new(data)))).ok()?;
    let is_pending = index.is_pending();
    let ((), is_closed) = join(
        // Before a view of the whole or a filter by a fact asks for them.
        || {
            facets.collect_facts(&archive);
        },
        || {
            is_pending && {
                records.complete(&archive, &index);
                events.send(ShellEvent::App(Event::Indexed)).is_err()
            }
        },
    );
    (!is_closed).then_some(())
}

/// A request to the thread.
enum WatchRequest {
    /// Check the files now.
    Check,
    /// Load now, even without changes.
    Load,
}

/// The handle of the thread.
pub(super) struct RecordWatcher(Sender<WatchRequest>);

impl RecordWatcher {
    /// Starts the thread, which sends the records as events.
    pub(super) fn start(records: impl RecordSource, events: Sender<ShellEvent>) -> io::Result<Self> {
        let (requests, receiver) = mpsc::channel();
        thread::Builder::new().name("records".into()).spawn(move || {
            // Ends when either channel is closed.
            let _ = watch(records, &receiver, &events);
        })?;
        Ok(Self(requests))
    }

    /// Checks the files now, since they may just have been edited.
    pub(super) fn check(&self) {
        let _ = self.0.send(WatchRequest::Check);
    }

    /// Loads everything again.
    pub(super) fn load(&self) {
        let _ = self.0.send(WatchRequest::Load);
    }
}

fn watch(
    mut records: impl RecordSource,
    requests: &Receiver<WatchRequest>,
    events: &Sender<ShellEvent>,
) -> Option<()> {
    // Before loading: changes during the load cause another one.
    let mut seen = records.fingerprint();
    let before = Cell::default();
    let first = load_first(&mut records, &before, events);
    send_records(&mut records, first, Event::Loaded, events)?;
    records.keep();
    let mut interval = INTERVAL;
    let mut is_reported = false;
    let mut unkept_since = None;
    loop {
        let request = match seen {
            Some(_) if !is_reported => requests.recv_timeout(interval),
            _ => requests.recv().map_err(RecvTimeoutError::from),
        };
        let is_asked = match request {
            Ok(WatchRequest::Load) => true,
            Ok(WatchRequest::Check) | Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return None,
        };
        let start = cpu_time();
        let now = records.fingerprint();
        interval = INTERVAL.max(cpu_time().saturating_sub(start) * MAX_CPU_SHARE);
        if !is_asked {
            // Nothing is loaded while the explorer cannot handle it, for example while an editor is running.
            if now != seen && !is_reported {
                events.send(ShellEvent::RecordsChanged).ok()?;
                is_reported = true;
            }
            if !is_reported && unkept_since.is_some_and(|since: Instant| since.elapsed() >= QUIET_TIME) {
                records.keep();
                unkept_since = None;
            }
            continue;
        }
        is_reported = false;
        let start = Instant::now();
        let (data, loaded) = load_settled(&mut records, now);
        seen = loaded;
        collect_used_facts(&data, &before);
        send_records(&mut records, data, Event::Reloaded, events)?;
        unkept_since = Some(Instant::now());
        // Slow loads of constantly changing files take at most half of the time.
        interval = interval.max(start.elapsed());
    }
}

/// Loads the records, and returns them with the fingerprint that they had. If they change while they are loaded, they are still being
/// written, and are loaded again when they are not any more.
fn load_settled(records: &mut impl RecordSource, mut now: Option<u64>) -> (Data, Option<u64>) {
    let start = Instant::now();
    thread::sleep(GLANCE_TIME);
    let mut before = std::mem::replace(&mut now, records.fingerprint());
    if now == before {
        let data = records.load();
        thread::sleep(SETTLE_TIME.saturating_sub(start.elapsed()));
        before = std::mem::replace(&mut now, records.fingerprint());
        if now == before {
            return (data, now);
        }
    }
    for _ in 0..MAX_SETTLE_CHECKS {
        if now == before {
            break;
        }
        thread::sleep(SETTLE_TIME);
        before = std::mem::replace(&mut now, records.fingerprint());
    }
    (records.load(), now)
}

/// Loads the records for the first time, and sends how far that has come.
fn load_first(
    records: &mut impl RecordSource,
    before: &Cell<Option<Weak<Facets>>>,
    events: &Sender<ShellEvent>,
) -> Data {
    let counter = ProgressCounter::default();
    let (end, ended) = mpsc::channel::<()>();
    // Once nobody takes the events, the program ends, and this thread with it.
    let send = |event| drop(events.send(ShellEvent::App(event)));
    let (counter, send) = (&counter, &send);
    thread::scope(|scope| {
        scope.spawn(move || {
            while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(PROGRESS_INTERVAL) {
                send(Event::Progress(counter.progress()));
            }
        });
        let first = records.load_growing(counter, &|data| {
            collect_used_facts(&data, before);
            send(Event::Grown(Box::new(data)));
        });
        collect_used_facts(&first, before);
        drop(end);
        first
    })
}

/// Collects the facts of new records if those of the records before were used, for a view of the whole or a filter: then the
/// explorer needs them as soon as it gets the records, and would have to wait.
fn collect_used_facts(data: &Data, before: &Cell<Option<Weak<Facets>>>) {
    let before = before.replace(Some(Arc::downgrade(&data.facets)));
    // Those that the explorer did not take, because a visit was lost to an error, say nothing of what it needs.
    let is_used = |before: Weak<Facets>| before.upgrade().is_none_or(|before| before.are_facts_used());
    if before.is_some_and(is_used) {
        data.facets.collect_facts(&data.archive);
    }
}

/// The CPU time of this thread.
fn cpu_time() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::sync::{Arc, Mutex};

    use super::*;

    /// Files with a save counter, and a counter of loads.
    #[derive(Debug, Clone, Default)]
    struct SavedFile {
        times: Arc<AtomicU64>,
        read: Arc<AtomicU64>,
        /// How many loads there were each time when one was kept.
        kept: Arc<Mutex<Vec<u64>>>,
    }

    impl RecordSource for SavedFile {
        fn load(&mut self) -> Data {
            self.read.fetch_add(1, Ordering::SeqCst);
            Data::default()
        }

        fn keep(&mut self) {
            self.kept.lock().unwrap().push(self.read.load(Ordering::SeqCst));
        }

        fn fingerprint(&mut self) -> Option<u64> {
            Some(self.times.load(Ordering::SeqCst))
        }
    }

    /// Records whose index is complete when somebody says so.
    struct Indexed(Receiver<()>);

    impl RecordSource for Indexed {
        fn load(&mut self) -> Data {
            Data::unindexed(Loaded::default())
        }

        fn complete(&mut self, archive: &Arc<Archive>, index: &Arc<Index>) {
            let _ = self.0.recv();
            index.complete(Index::new(archive));
        }
    }

    #[test]
    fn records_are_sent_before_their_index_is_complete() {
        let (complete, completed) = mpsc::channel();
        let (sender, events) = mpsc::channel();
        let _watcher = RecordWatcher::start(Indexed(completed), sender).unwrap();
        let Ok(ShellEvent::App(Event::Loaded(data))) = events.recv() else { panic!("no records") };
        assert!(data.index.is_pending());
        complete.send(()).unwrap();
        assert!(matches!(events.recv(), Ok(ShellEvent::App(Event::Indexed))));
        assert!(!data.index.is_pending());
    }

    #[test]
    fn facts_are_there_with_the_records_if_they_were_used_before() {
        let before = Cell::default();
        let [first, second, third] = [(); 3].map(|()| Data::default());
        let has_facts = |data: &Data| {
            collect_used_facts(data, &before);
            data.facets.has_facts()
        };
        assert!(!has_facts(&first), "nobody has used any");
        assert!(!has_facts(&second), "those of the first ones were not used");
        second.facets.facts(&second.archive);
        assert!(has_facts(&third));
        drop(third);
        assert!(has_facts(&Data::default()), "nobody knows whether those of dropped records would be used");
    }

    #[test]
    fn what_is_loaded_again_is_kept_when_nothing_changes_any_more() {
        let saved = SavedFile::default();
        let (sender, events) = mpsc::channel();
        let watcher = RecordWatcher::start(saved.clone(), sender).unwrap();
        assert!(matches!(events.recv(), Ok(ShellEvent::App(Event::Loaded(_)))));
        for _ in 0..3 {
            watcher.load();
            assert!(matches!(events.recv(), Ok(ShellEvent::App(Event::Reloaded(_)))));
        }
        let kept = || saved.kept.lock().unwrap().clone();
        while kept().len() < 2 {
            thread::sleep(Duration::from_millis(10));
        }
        assert!(events.recv_timeout(QUIET_TIME * 2).is_err());
        assert_eq!(kept(), [1, 4], "the first one at once, then the last one, each once");
    }

    #[test]
    fn what_is_still_being_written_is_loaded_again() {
        /// The fingerprints that files have, one after the other, and how many were seen before each load.
        struct Written(&'static [u64], usize, Vec<usize>);
        impl RecordSource for Written {
            fn load(&mut self) -> Data {
                self.2.push(self.1);
                Data::default()
            }

            fn fingerprint(&mut self) -> Option<u64> {
                self.1 += 1;
                self.0.get(self.1 - 1).or(self.0.last()).copied()
            }
        }
        for (files, loads, last) in [
            (&[5][..], &[1][..], 5),
            // Before they are loaded, and meanwhile.
            (&[6, 7, 8], &[4], 8),
            (&[5, 6, 7], &[1, 4], 7),
            (&[6, 7, 8, 9, 10, 11, 12, 13, 14], &[7], 12),
        ] {
            let mut records = Written(files, 0, Vec::new());
            let (_, loaded) = load_settled(&mut records, Some(5));
            assert_eq!((records.2.as_slice(), loaded), (loads, Some(last)), "{files:?}");
        }
    }

    #[test]
    fn nothing_is_read_while_nobody_takes_it() {
        let saved = SavedFile::default();
        let (sender, events) = mpsc::channel();
        let watcher = RecordWatcher::start(saved.clone(), sender).unwrap();
        let Ok(ShellEvent::App(Event::Loaded(first))) = events.recv() else { panic!("no records") };
        for _ in 0..4 {
            saved.times.fetch_add(1, Ordering::SeqCst);
            watcher.check();
            thread::sleep(SETTLE_TIME * 2);
        }
        assert_eq!(saved.read.load(Ordering::SeqCst), 1);
        assert_eq!(events.try_iter().filter(|it| matches!(it, ShellEvent::RecordsChanged)).count(), 1);
        // Everything at once, on request.
        watcher.load();
        assert!(matches!(events.recv(), Ok(ShellEvent::App(Event::Reloaded(_)))));
        assert!(first.facets.has_facts(), "they are collected once the records are sent");
        assert_eq!(saved.read.load(Ordering::SeqCst), 2);
        assert!(events.recv_timeout(INTERVAL * 2).is_err(), "there is nothing new");
        // The next save is reported again.
        saved.times.fetch_add(1, Ordering::SeqCst);
        assert!(matches!(events.recv(), Ok(ShellEvent::RecordsChanged)));
    }
}
