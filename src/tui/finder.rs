//! The search thread: runs the latest search, which cancels earlier ones, and the searches for the texts of filters. Between
//! them it searches for the short terms that are typed first.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::event::ShellEvent;
use crate::app::MAX_RESULTS;
use crate::app::event::{Event, SearchJob, TextJob};
use crate::search::{CachingSearcher, Depth, Index};

/// The handle of the thread.
pub(super) struct Finder {
    jobs: Sender<Job>,
    signals: Arc<Signals>,
}

/// What interrupts the thread.
#[derive(Default)]
struct Signals {
    /// The number of the latest search.
    latest: AtomicU64,
    /// How many jobs there have been.
    jobs: AtomicU64,
}

enum Job {
    Search(SearchJob),
    Text(TextJob),
    Prepare(Arc<Index>),
}

impl Finder {
    /// Starts the thread, which sends its results as events.
    pub(super) fn start(events: Sender<ShellEvent>) -> io::Result<Self> {
        let (jobs, receiver) = mpsc::channel();
        let signals = Arc::<Signals>::default();
        let of_thread = Arc::clone(&signals);
        thread::Builder::new().name("finder".into()).spawn(move || find(&receiver, &of_thread, &events))?;
        Ok(Self { jobs, signals })
    }

    /// Starts a search and cancels earlier ones.
    pub(super) fn search(&self, job: SearchJob) {
        self.signals.latest.store(job.number, Ordering::Relaxed);
        self.send(Job::Search(job));
    }

    /// Starts a search for the statements with a text.
    pub(super) fn match_text(&self, job: TextJob) {
        self.send(Job::Text(job));
    }

    /// Searches ahead in an index whenever there is nothing else to do; in one that is pending only when it is passed again.
    pub(super) fn prepare(&self, index: Arc<Index>) {
        self.send(Job::Prepare(index));
    }

    fn send(&self, job: Job) {
        self.signals.jobs.fetch_add(1, Ordering::Relaxed);
        // A panic of the thread is reported by the hook.
        let _ = self.jobs.send(job);
    }
}

/// Runs the jobs one after the other, and sends their results.
fn find(jobs: &Receiver<Job>, signals: &Signals, events: &Sender<ShellEvent>) {
    let mut searcher: Option<CachingSearcher> = None;
    let mut taken = 0;
    // A closed channel ends the program, and this thread with it.
    let send = |event| drop(events.send(ShellEvent::App(event)));
    loop {
        let has_job = || signals.jobs.load(Ordering::Relaxed) != taken;
        if let Some(searcher) = &mut searcher {
            while !has_job() && searcher.search_ahead(MAX_RESULTS, &has_job) {}
        }
        let Ok(job) = jobs.recv() else { return };
        taken += 1;
        let (Job::Search(SearchJob { index, .. }) | Job::Text(TextJob { index, .. }) | Job::Prepare(index)) =
            &job;
        if matches!(job, Job::Prepare(_)) && index.is_pending() {
            // Nobody needs the old one any more.
            searcher = None;
            continue;
        }
        let known = searcher.take().filter(|searcher| Arc::ptr_eq(searcher.index(), index));
        let searcher = searcher.insert(known.unwrap_or_else(|| CachingSearcher::new(Arc::clone(index))));
        match job {
            Job::Search(job) => search(&job, searcher, &signals.latest, send),
            Job::Text(job) => send(job.run_with(searcher.searcher())),
            // Only in an index that is to stay: those of a growing archive are soon replaced.
            Job::Prepare(_) => searcher.prepare(),
        }
    }
}

/// Sends fast results first, then exact ones.
fn search(job: &SearchJob, searcher: &mut CachingSearcher, latest: &AtomicU64, send: impl Fn(Event)) {
    let is_cancelled = || latest.load(Ordering::Relaxed) != job.number;
    for depth in [Depth::Quick, Depth::Exact] {
        let Some(hits) = searcher.search(&job.request, depth, &is_cancelled) else { break };
        let is_exact = hits.is_exact;
        send(Event::Found { number: job.number, hits });
        if is_exact {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load_text;
    use crate::search::{Query, SearchRequest, SearchResults};
    use std::fmt::Write as _;
    use std::time::Duration;

    /// The index of a visit with statements that all have a word with each of these first letters.
    fn index(statements: usize, letters: &str) -> Arc<Index> {
        let mut text = "schema_version: '1.1'\nvisits: [{id: v, title: V, statements: [".to_owned();
        for at in 0..statements {
            let words: Vec<String> = letters.chars().map(|letter| format!("{letter}{}", at / 10)).collect();
            let _ = write!(text, "{{id: s{at}, type: quote, text: {}}}, ", words.join(" "));
        }
        Arc::new(Index::new(&load_text("some.yaml", (text + "]}]\n").into()).archive))
    }

    /// The first results for a text.
    fn first_results(
        finder: &Finder,
        events: &Receiver<ShellEvent>,
        (number, index, text): (u64, &Arc<Index>, &str),
    ) -> SearchResults {
        let query = Query::parse(text).unwrap();
        let request = SearchRequest { query, limit: MAX_RESULTS, ..SearchRequest::default() };
        finder.search(SearchJob { number, index: Arc::clone(index), request });
        loop {
            match events.recv_timeout(Duration::from_secs(60)).unwrap() {
                ShellEvent::App(Event::Found { number: of, hits }) if of == number => return hits,
                _ => {}
            }
        }
    }

    #[test]
    fn it_does_not_wait_for_an_index_that_it_is_to_prepare_for() {
        let (sender, events) = mpsc::channel();
        let finder = Finder::start(sender).unwrap();
        finder.prepare(Arc::new(Index::pending()));
        let index = index(3, "k");
        finder.prepare(Arc::clone(&index));
        let hits = first_results(&finder, &events, (1, &index, "k"));
        assert!(hits.is_exact);
        assert_eq!(hits.total(), 3);
    }

    /// Each letter is asked for once only, since its results are known from then on anyway.
    #[test]
    fn the_first_letters_of_an_index_are_known_after_a_while() {
        let (sender, events) = mpsc::channel();
        let finder = Finder::start(sender).unwrap();
        let large = index(6_000, "abcdefghij");
        let is_exact =
            |number, letter: &str| first_results(&finder, &events, (number, &large, letter)).is_exact;
        assert!(!is_exact(1, "a"), "nothing is known before it was told to prepare");
        finder.prepare(Arc::clone(&large));
        let is_known = |(number, letter): (u64, &str)| {
            thread::sleep(Duration::from_millis(300));
            is_exact(number, letter)
        };
        assert!((2..).zip(["b", "c", "d", "e", "f", "g", "h", "i", "j"]).any(is_known));
        // Nothing is left of that in another index.
        let small = index(2, "a");
        assert_eq!(first_results(&finder, &events, (20, &small, "a")).total(), 2);
    }
}
