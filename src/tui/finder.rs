//! The search thread: answers the latest inquiry and cancels earlier ones.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::event::ShellEvent;
use crate::app::event::{Event, Inquiry};
use crate::search::{Depth, Searcher};

/// The handle of the thread.
pub(super) struct Finder {
    inquiries: Sender<Inquiry>,
    latest: Arc<AtomicU64>,
}

impl Finder {
    /// Starts the thread, which sends its results as events.
    pub(super) fn start(events: Sender<ShellEvent>) -> io::Result<Self> {
        let (inquiries, receiver) = mpsc::channel();
        let latest = Arc::new(AtomicU64::new(0));
        let of_thread = Arc::clone(&latest);
        thread::Builder::new().name("finder".into()).spawn(move || find(&receiver, &of_thread, &events))?;
        Ok(Self { inquiries, latest })
    }

    /// Starts a search and cancels earlier ones.
    pub(super) fn ask(&self, inquiry: Inquiry) {
        self.latest.store(inquiry.number, Ordering::Relaxed);
        // A panic of the thread is reported by the hook.
        let _ = self.inquiries.send(inquiry);
    }
}

/// Sends fast results for each inquiry first, then exact ones.
fn find(inquiries: &Receiver<Inquiry>, latest: &AtomicU64, events: &Sender<ShellEvent>) {
    let mut searcher: Option<Searcher> = None;
    while let Ok(Inquiry { number, index, ask }) = inquiries.recv() {
        let is_cancelled = || latest.load(Ordering::Relaxed) != number;
        let known = searcher.take().filter(|searcher| Arc::ptr_eq(searcher.index(), &index));
        let searcher = searcher.insert(known.unwrap_or_else(|| Searcher::new(index)));
        for depth in [Depth::Quick, Depth::Exact] {
            let Some(hits) = searcher.search(&ask, depth, &is_cancelled) else { break };
            let is_exact = hits.is_exact;
            if events.send(ShellEvent::App(Event::Found { number, hits })).is_err() {
                return;
            }
            if is_exact {
                break;
            }
        }
    }
}
