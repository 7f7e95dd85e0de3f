//! The thread that searches: the latest inquiry is answered, and earlier ones are dropped as soon as there is a later.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::News;
use crate::app::event::{Event, Inquiry};
use crate::search::{Depth, Searcher};

/// The way to the thread.
pub(super) struct Finder {
    inquiries: Sender<Inquiry>,
    latest: Arc<AtomicU64>,
}

impl Finder {
    /// Starts the thread, which tells what it finds.
    pub(super) fn start(news: Sender<News>) -> io::Result<Self> {
        let (inquiries, receiver) = mpsc::channel();
        let latest = Arc::new(AtomicU64::new(0));
        let of_thread = Arc::clone(&latest);
        thread::Builder::new().name("finder".into()).spawn(move || find(&receiver, &of_thread, &news))?;
        Ok(Self { inquiries, latest })
    }

    /// Asks; what was asked before is not wanted any more.
    pub(super) fn ask(&self, inquiry: Inquiry) {
        self.latest.store(inquiry.number, Ordering::Relaxed);
        // When the thread has panicked, the hook has told.
        let _ = self.inquiries.send(inquiry);
    }
}

/// For each inquiry first what is soon known, then what is exact.
fn find(inquiries: &Receiver<Inquiry>, latest: &AtomicU64, news: &Sender<News>) {
    let mut searcher: Option<Searcher> = None;
    while let Ok(Inquiry { number, index, ask }) = inquiries.recv() {
        let is_cancelled = || latest.load(Ordering::Relaxed) != number;
        let known = searcher.take().filter(|searcher| Arc::ptr_eq(searcher.index(), &index));
        let searcher = searcher.insert(known.unwrap_or_else(|| Searcher::new(index)));
        for depth in [Depth::Quick, Depth::Exact] {
            let Some(hits) = searcher.search(&ask, depth, &is_cancelled) else { break };
            let is_exact = hits.is_exact;
            if news.send(News::Event(Event::Found { number, hits })).is_err() {
                return;
            }
            if is_exact {
                break;
            }
        }
    }
}
