//! Writing new records to their files, and taking them back.

use std::path::{Path, PathBuf};

use crate::app::additions::AddedRecord;
use crate::app::event::Effect;
use crate::app::input::command::FilterChange;
use crate::app::notice::{EntryNotice, Notice};
use crate::app::overlay::Overlay;
use crate::app::similar_name::similar_name;
use crate::app::state::App;

use crate::edit::{AddError, SaveError, Saved};
use crate::entry::{Kind, NewRecord};
use crate::model::{Id, RecordKind, Target, Visit};

impl App {
    /// The name and the path of the file for the records of a visit, or for a new visit: the file of the open visit, or the last one.
    pub(in crate::app) fn file_of(&self, visit: Option<&Visit>) -> Result<(String, PathBuf), Notice> {
        let data = &self.data;
        if data.built_in {
            return Err(Notice::BuiltInHasNoFile);
        }
        let last = || data.paths.keys().next_back().or(data.streams.last()).cloned();
        let name = visit.map(|visit| data.archive.file(visit).to_owned()).or_else(last);
        let name = name.ok_or(Notice::Entry(EntryNotice::NoFileToAddTo))?;
        let Some(path) = data.paths.get(&name) else {
            return Err(if data.streams.contains(&name) {
                Notice::ReadFromPipe
            } else {
                Notice::Entry(EntryNotice::NoFileToAddTo)
            });
        };
        let is_lines = |end: &str| end.eq_ignore_ascii_case("jsonl") || end.eq_ignore_ascii_case("ndjson");
        if path.extension().and_then(|end| end.to_str()).is_some_and(is_lines) {
            return Err(Notice::Entry(EntryNotice::JsonLines));
        }
        Ok((name, path.clone()))
    }

    /// The name of the file that gets the record of the open form.
    pub(in crate::app) fn file_of_form(&self) -> Result<(String, PathBuf), Notice> {
        let form = self.overlays.iter().find_map(|overlay| match overlay {
            Overlay::EntryForm(form) => Some(form),
            _ => None,
        });
        let form = form.ok_or(Notice::Entry(EntryNotice::NoFileToAddTo))?;
        let open = self.scope().and_then(crate::facet::Scope::visit);
        let open = open.and_then(|at| self.data.archive.visits.get(at));
        self.file_of(self.visit_of_form(form).or(open))
    }

    /// Writes the record of the form, or shows which field prevents it.
    pub(in crate::app) fn save_form(&mut self) -> Option<Effect> {
        let file = self.file_of_form();
        let Some(Overlay::EntryForm(form)) = self.overlays.top() else { return None };
        let known = self.known_to_form(form);
        let entry = form.entry(self.lang).map_err(|(field, error)| (Some(field), error));
        let record = entry.and_then(|entry| entry.record(known, self.lang).map_err(|error| (None, error)));
        let kind = form.kind;
        if record.as_ref().is_ok_and(|record| self.asks_for_name(record)) {
            return None;
        }
        let form = self.form_mut()?;
        form.covered = false;
        match (record, file) {
            (Err((field, error)), _) => form.refuse(field, error),
            (Ok(_), Err(reason)) => self.notice = Some(reason),
            (Ok(record), Ok((_, path))) => {
                form.is_saving = true;
                self.additions.is_writing = true;
                self.notice = Some(Notice::Entry(EntryNotice::Writing));
                let (visit, id) = (record.visit.clone(), record.id.clone());
                self.additions.awaited = Some(AddedRecord { kind, visit, id });
                return Some(Effect::Add { path, record: Box::new(record) });
            }
        }
        None
    }

    /// Whether a name may be meant for a known one: then the form asks once, because a part of a name that was typed and not chosen
    /// would become a new record.
    fn asks_for_name(&mut self, record: &NewRecord) -> bool {
        let Some(Overlay::EntryForm(form)) = self.overlays.top() else { return false };
        let is_settled = |list: &str, name: &str| {
            form.new_names.iter().any(|known| (known.0, known.1.as_str()) == (list, name))
        };
        let known = self.names_known_to_form(form);
        let Some(similar) = similar_name(record, known, self.lang, is_settled) else { return false };
        let row = form.fields.iter().position(|field| field.has_name(&similar.typed));
        let Some(form) = self.form_mut() else { return false };
        form.covered = false;
        form.new_names.push((similar.list, similar.typed.clone()));
        if row.is_some_and(|row| row >= form.shown()) {
            form.show_all();
        }
        form.focus_on(row.unwrap_or_default());
        let (typed, known) = (similar.typed, similar.known.name);
        self.notice = Some(Notice::Entry(EntryNotice::MayBeKnown { typed, known }));
        true
    }

    /// A record was written, or could not be: then the form stays, with all that was typed.
    pub(in crate::app) fn receive_addition(&mut self, added: Result<Box<Saved>, AddError>) -> Option<Effect> {
        self.additions.is_writing = false;
        match added {
            Ok(saved) => {
                self.overlays.close_entry_form();
                self.additions.push(saved, self.browser.filters.changes());
                self.notice = Some(Notice::Reloading);
                Some(Effect::Reload)
            }
            Err(error) => {
                let name = self.file_of_form().map(|(name, _)| name).unwrap_or_default();
                if let Some(form) = self.overlays.entry_form_mut() {
                    form.is_saving = false;
                }
                self.additions.awaited = None;
                self.notice = Some(Notice::Entry(EntryNotice::NotWritten(error.message(&name, self.lang))));
                error.is_change().then_some(Effect::Reload)
            }
        }
    }

    /// Selects the record that was added, once it is loaded. Returns whether it is.
    pub(in crate::app) fn show_awaited(&mut self) -> bool {
        if self.additions.is_writing {
            return false;
        }
        let Some(target) = self.additions.awaited.as_ref().and_then(|added| self.target_of(added)) else {
            return false;
        };
        self.additions.awaited = None;
        self.reveal(target);
        self.additions.set_filter_changes(self.browser.filters.changes());
        if let Some(record) = self.data.archive.record(target) {
            let place = self.data.archive.source_location(record.visit(), record.id());
            self.notice = Some(Notice::Entry(EntryNotice::Added(place)));
        }
        true
    }

    fn target_of(&self, added: &AddedRecord) -> Option<Target> {
        let archive = &self.data.archive;
        let visit = Id::new(&added.visit);
        let kind = match added.kind {
            Kind::Visit => return archive.position(&visit).map(Target::visit),
            Kind::Stop => RecordKind::Stop,
            Kind::Person => RecordKind::Participant,
            Kind::Statement => RecordKind::Statement,
        };
        archive.find(&visit, kind, &Id::new(&added.id))
    }

    /// Takes the last addition back, or makes it again, if that is the next thing to undo or to redo.
    pub(in crate::app) fn restoring(&self, change: FilterChange) -> Option<Effect> {
        let changes = self.browser.filters.changes();
        match change {
            FilterChange::Undo => self.additions.to_undo(changes).map(Effect::Undo),
            FilterChange::Redo => self.additions.to_redo(changes).map(Effect::Redo),
            _ => None,
        }
    }

    /// An addition was taken back, or could not be.
    pub(in crate::app) fn receive_undo(&mut self, path: &Path, undone: Result<(), SaveError>) -> Effect {
        let name = self.name_of_file(path);
        self.additions.is_writing = false;
        self.notice = Some(Notice::Entry(match undone {
            Ok(()) => {
                self.additions.set_undone(self.browser.filters.changes());
                EntryNotice::Undone(name)
            }
            Err(error) => {
                self.additions.give_up(path, &error);
                EntryNotice::NotWritten(error.message(&name, self.lang))
            }
        }));
        Effect::Reload
    }

    /// An addition was made again, or could not be.
    pub(in crate::app) fn receive_redo(&mut self, path: &Path, redone: Result<(), SaveError>) -> Effect {
        let name = self.name_of_file(path);
        self.additions.is_writing = false;
        self.notice = Some(match redone {
            Ok(()) => {
                self.additions.set_redone();
                Notice::Reloading
            }
            Err(error) => {
                self.additions.give_up(path, &error);
                Notice::Entry(EntryNotice::NotWritten(error.message(&name, self.lang)))
            }
        });
        Effect::Reload
    }

    fn name_of_file(&self, path: &Path) -> String {
        let name = self.data.paths.iter().find(|(_, known)| *known == path).map(|(name, _)| name.clone());
        name.unwrap_or_else(|| path.to_string_lossy().into_owned())
    }
}
