//! Addresses of the web, for the program of this machine that shows them, if the reader sits before this machine.

use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::News;
use super::clipboard::has_windows;
use crate::app::event::{Browsed, Event};

/// How long a program is waited for that may still say that it cannot. One that shows the address itself goes on for longer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Opens an address, in a thread of its own, which tells how that went. What it starts has nothing of our terminal.
pub(super) fn open(address: String, news: &Sender<News>) {
    let (sender, unopened) = (news.clone(), address.clone());
    let open = move || {
        let browsed = if !has_windows() {
            Browsed::Elsewhere(address)
        } else if open::that_detached_with_timeout(&address, PATIENCE).is_ok() {
            Browsed::Opened(address)
        } else {
            Browsed::Failed(address)
        };
        let _ = sender.send(News::Event(Event::Browsed(browsed)));
    };
    if thread::Builder::new().name("browser".into()).spawn(open).is_err() {
        let _ = news.send(News::Event(Event::Browsed(Browsed::Failed(unopened))));
    }
}
