//! The search thread: runs the latest search, which cancels earlier ones, and the searches for the texts of filters.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::event::ShellEvent;
use crate::app::event::{Event, SearchJob, TextJob};
use crate::search::{Depth, Searcher};

/// The handle of the thread.
pub(super) struct Finder {
    jobs: Sender<Job>,
    latest: Arc<AtomicU64>,
}

enum Job {
    Search(SearchJob),
    Text(TextJob),
}

impl Finder {
    /// Starts the thread, which sends its results as events.
    pub(super) fn start(events: Sender<ShellEvent>) -> io::Result<Self> {
        let (jobs, receiver) = mpsc::channel();
        let latest = Arc::new(AtomicU64::new(0));
        let of_thread = Arc::clone(&latest);
        thread::Builder::new().name("finder".into()).spawn(move || find(&receiver, &of_thread, &events))?;
        Ok(Self { jobs, latest })
    }

    /// Starts a search and cancels earlier ones.
    pub(super) fn search(&self, job: SearchJob) {
        self.latest.store(job.number, Ordering::Relaxed);
        self.send(Job::Search(job));
    }

    /// Starts a search for the statements with a text.
    pub(super) fn match_text(&self, job: TextJob) {
        self.send(Job::Text(job));
    }

    fn send(&self, job: Job) {
        // A panic of the thread is reported by the hook.
        let _ = self.jobs.send(job);
    }
}

/// Runs the jobs one after the other, and sends their results.
fn find(jobs: &Receiver<Job>, latest: &AtomicU64, events: &Sender<ShellEvent>) {
    let mut searcher: Option<Searcher> = None;
    // A closed channel ends the program, and this thread with it.
    let send = |event| drop(events.send(ShellEvent::App(event)));
    while let Ok(job) = jobs.recv() {
        let (Job::Search(SearchJob { index, .. }) | Job::Text(TextJob { index, .. })) = &job;
        let known = searcher.take().filter(|searcher| Arc::ptr_eq(searcher.index(), index));
        let searcher = searcher.insert(known.unwrap_or_else(|| Searcher::new(Arc::clone(index))));
        match job {
            Job::Search(job) => search(&job, searcher, latest, send),
            Job::Text(job) => send(job.run_with(searcher)),
        }
    }
}

/// Sends fast results first, then exact ones.
fn search(job: &SearchJob, searcher: &mut Searcher, latest: &AtomicU64, send: impl Fn(Event)) {
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
