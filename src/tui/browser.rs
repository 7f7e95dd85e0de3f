//! Addresses of the web, for the program of this machine that shows them, if the reader sits before this machine.

use std::sync::mpsc::Sender;
use std::thread;

use super::News;
use super::clipboard::has_windows;
use crate::app::event::{Browsed, Event};

/// Opens an address, in a thread of its own, which tells how that went. What it starts has nothing of our terminal.
pub(super) fn open(address: String, news: &Sender<News>) {
    let (sender, unopened) = (news.clone(), address.clone());
    let open = move || {
        let browsed = if !has_windows() {
            Browsed::Elsewhere(address)
        } else if open::that_detached(&address).is_ok() {
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
