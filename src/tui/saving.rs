//! Files that the explorer writes: exports, as new files in the working directory, never over existing ones; records that are added
//! to their files, and taken back; the settings.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

use jiff::Timestamp;

use super::event::ShellEvent;
use super::storage::Storage;
use crate::app::event::{Event, Exported, ThemeSaved};
use crate::app::{App, Palette};
use crate::edit::{self, AddError, Saved};
use crate::entry::NewRecord;
use crate::export::{
    CsvDialect, Export, ExportFormat, ExportTable, KeptBasket, Naming, SaveError, SaveOptions, Selection,
    baskets_folder, save,
};
use crate::lang::Lang;

/// The maximum number that is appended to a name to make it unique.
const MAX_NUMBERED: usize = 1000;

/// The threads that write files.
#[derive(Default)]
pub(super) struct FileThreads {
    threads: Vec<JoinHandle<()>>,
}

impl FileThreads {
    /// Exports a selection to a file with this name, numbered if needed, in a thread, which sends the result as an event.
    pub(super) fn export(
        &mut self,
        app: &App,
        (format, selection): (ExportFormat, Selection),
        naming: Naming,
        events: &Sender<ShellEvent>,
    ) {
        let (archive, lang, sender) = (Arc::clone(&app.data().archive), app.lang(), events.clone());
        let write = move || {
            let (table, dialect) = (ExportTable::default_for(&archive, &selection), CsvDialect::default());
            let (archive, selection, now) = (&archive, &selection, Timestamp::now());
            let opening = naming.opening();
            let export = Export { archive, selection, format, table, dialect, lang, now, opening };
            let _ = sender.send(ShellEvent::App(Event::Exported(write(&export, &naming.name))));
        };
        if let Err(error) = self.spawn(write) {
            let failed = SaveError::Failed(PathBuf::from(format.extension()), error);
            drop(events.send(ShellEvent::App(Event::Exported(Err(failed)))));
        }
    }

    /// Keeps a basket, in a thread, which sends the result as an event.
    pub(super) fn keep(&mut self, basket: Box<KeptBasket>, replaces: bool, events: &Sender<ShellEvent>) {
        let sender = events.clone();
        let kept = basket.clone();
        let keep = move || {
            let folder = baskets_folder().unwrap_or_default();
            let written = basket.write(&folder, replaces).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => SaveError::AlreadyThere(folder),
                _ => SaveError::Failed(folder, error),
            });
            let _ = sender.send(ShellEvent::App(Event::BasketKept(basket, written)));
        };
        if let Err(error) = self.spawn(keep) {
            let failed = Err(SaveError::Failed(PathBuf::new(), error));
            drop(events.send(ShellEvent::App(Event::BasketKept(kept, failed))));
        }
    }

    /// Adds a record to a file in a thread, which sends the result as an event.
    pub(super) fn add(
        &mut self,
        (path, record): (PathBuf, Box<NewRecord>),
        lang: Lang,
        events: &Sender<ShellEvent>,
    ) {
        let sender = events.clone();
        let add = move || {
            let added = edit::add(&path, &record, lang).map(Box::new);
            let _ = sender.send(ShellEvent::App(Event::Added(added)));
        };
        if let Err(error) = self.spawn(add) {
            let failed = AddError::Save(edit::SaveError::Failed(error));
            drop(events.send(ShellEvent::App(Event::Added(Err(failed)))));
        }
    }

    /// Takes an addition back, or makes it again, in a thread, which sends the result as this event.
    pub(super) fn restore(
        &mut self,
        saved: Arc<Saved>,
        event: fn(PathBuf, Result<(), edit::SaveError>) -> Event,
        change: fn(&Saved) -> Result<(), edit::SaveError>,
        events: &Sender<ShellEvent>,
    ) {
        let (path, sender) = (saved.path().to_owned(), events.clone());
        let restore = move || {
            let _ = sender.send(ShellEvent::App(event(saved.path().to_owned(), change(&saved))));
        };
        if let Err(error) = self.spawn(restore) {
            let failed = Err(edit::SaveError::Failed(error));
            drop(events.send(ShellEvent::App(event(path, failed))));
        }
    }

    /// Saves the theme in a thread, which sends the result as an event.
    pub(super) fn save_theme(
        &mut self,
        storage: &Arc<dyn Storage>,
        (palette, lang): (Palette, Lang),
        events: &Sender<ShellEvent>,
    ) {
        let (storage, sender) = (Arc::clone(storage), events.clone());
        let save = move || {
            let _ = sender.send(ShellEvent::App(Event::ThemeSaved(storage.save_theme(palette, lang))));
        };
        if let Err(error) = self.spawn(save) {
            let failed = ThemeSaved::Failed(lang.reason(error.kind(), &error.to_string()));
            drop(events.send(ShellEvent::App(Event::ThemeSaved(failed))));
        }
    }

    fn spawn(&mut self, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
        self.threads.push(thread::Builder::new().name("files".into()).spawn(work)?);
        Ok(())
    }

    /// Waits until all files are written.
    pub(super) fn wait(&mut self) {
        self.threads.drain(..).for_each(|thread| drop(thread.join()));
    }
}

fn write(export: &Export<'_>, name: &str) -> Exported {
    let end = export.format.extension();
    let names = std::iter::once(format!("{name}.{end}"))
        .chain((2..MAX_NUMBERED).map(|at| format!("{name}-{at}.{end}")));
    let mut existing = PathBuf::from(name);
    for name in names {
        // Any type counts: a pipe would block, and a link may point anywhere.
        if Path::new(&name).symlink_metadata().is_ok() {
            existing = PathBuf::from(name);
            continue;
        }
        match save(Path::new(&name), SaveOptions { force: false, inputs: &[] }, export) {
            Ok(written) => return Ok((name, export.unit(), written)),
            Err(SaveError::AlreadyThere(path)) => existing = path,
            Err(unsaved) => return Err(unsaved),
        }
    }
    Err(SaveError::AlreadyThere(existing))
}
