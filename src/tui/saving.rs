//! Exports from the explorer: new files in the working folder, never over one that is there.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

use jiff::Timestamp;

use super::News;
use crate::app::App;
use crate::app::event::{Event, Exported};
use crate::export::{CsvDialect, Export, ExportFormat, ExportTable, SaveError, SaveOptions, Selection, save};

/// So many files may have the same name before a number behind it.
const MOST: usize = 1000;

/// The files that are being written.
#[derive(Default)]
pub(super) struct Files {
    written: Vec<JoinHandle<()>>,
}

impl Files {
    /// Writes a selection into a file of this name, or of this name with a number, in a thread of its own, which tells how that
    /// went.
    pub(super) fn write(
        &mut self,
        app: &App,
        (format, selection, name): (ExportFormat, Selection, String),
        news: &Sender<News>,
    ) {
        let (archive, lang, sender) = (Arc::clone(&app.data().archive), app.lang(), news.clone());
        let write = move || {
            let (table, dialect) = (ExportTable::default_for(&archive, &selection), CsvDialect::default());
            let (archive, selection, now) = (&archive, &selection, Timestamp::now());
            let export = Export { archive, selection, format, table, dialect, lang, now };
            let _ = sender.send(News::Event(Event::Exported(write(&export, &name))));
        };
        match thread::Builder::new().name("files".into()).spawn(write) {
            Ok(thread) => self.written.push(thread),
            Err(error) => {
                let failed = SaveError::Failed(PathBuf::from(format.name()), error);
                drop(news.send(News::Event(Event::Exported(Err(failed)))));
            }
        }
    }

    /// Waits until all of them are whole.
    pub(super) fn wait(&mut self) {
        self.written.drain(..).for_each(|thread| drop(thread.join()));
    }
}

fn write(export: &Export<'_>, name: &str) -> Exported {
    let end = export.format.name();
    let names =
        std::iter::once(format!("{name}.{end}")).chain((2..MOST).map(|at| format!("{name}-{at}.{end}")));
    let mut taken = PathBuf::from(name);
    for name in names {
        // Whatever it is: a pipe would keep us for ever, a link leads elsewhere.
        if Path::new(&name).symlink_metadata().is_ok() {
            taken = PathBuf::from(name);
            continue;
        }
        match save(Path::new(&name), SaveOptions { force: false, inputs: &[] }, export) {
            Ok(written) => return Ok((name, export.unit(), written)),
            Err(SaveError::AlreadyThere(path)) => taken = path,
            Err(unsaved) => return Err(unsaved),
        }
    }
    Err(SaveError::AlreadyThere(taken))
}
