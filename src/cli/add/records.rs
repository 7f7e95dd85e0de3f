//! The file to which a record is added.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::{SimilarName, similar_name};
use crate::cli::output::{self, Failure};
use crate::diagnostic::ProblemCount;
use crate::edit::{Merged, RecordFile, SaveError, check_syntax, merge};
use crate::entry::{Input, Kind, Known, NewRecord};
use crate::lang::Lang;
use crate::load::load_text;
use crate::model::{Archive, Id, Visit};

/// A file and the records in it.
pub(super) struct Records {
    file: RecordFile,
    pub(super) name: String,
    pub(super) archive: Archive,
    lang: Lang,
}

/// The file of records in the current folder.
pub(super) fn default_file() -> PathBuf {
    let names = ["visits.yaml", "visits.yml"].map(PathBuf::from);
    let [yaml, _] = &names;
    names.iter().find(|path| path.exists()).unwrap_or(yaml).clone()
}

impl Records {
    /// Reads a file; one that does not exist is new. A file that cannot be changed fails now, and not after all questions.
    pub(super) fn read(path: &Path, lang: Lang) -> Result<Self, Failure> {
        let name = path.to_string_lossy().into_owned();
        if name == "-" {
            return Err(Failure::new(lang.add_needs_a_file()));
        }
        let file = RecordFile::read(path).map_err(|error| Failure::new(&lang.unreadable(&name, &error)))?;
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) {
            return Err(Failure::new(&lang.unwritable(&name, &io::ErrorKind::NotFound.into())));
        }
        if file.is_new() {
            return Ok(Self { file, name, archive: Archive::default(), lang });
        }
        let text = file.text().ok_or_else(|| Failure::new(&lang.edit_not_utf8(&name)))?;
        check_syntax(text).map_err(|error| Failure::new(&error.message(&name, lang)))?;
        let loaded = output::with_progress(lang.messages().loading, || load_text(&name, text.into()));
        let errors = ProblemCount::of(&loaded.diagnostics).plus(loaded.unreported).errors;
        if errors > 0 {
            output::print_message(&lang.problems_elsewhere(errors));
        }
        Ok(Self { file, name, archive: loaded.archive, lang })
    }

    /// The visit to which a record is added, by its id or title; without one, the only visit.
    pub(super) fn visit(&self, wanted: Option<&str>) -> Option<&Visit> {
        match (wanted, self.archive.visits.as_slice()) {
            (None, [only]) => Some(only),
            (None, _) => None,
            (Some(wanted), _) => {
                let known = Known { archive: &self.archive, visit: None };
                let found = known.find(Input::Visit, wanted, self.lang)?;
                self.archive.visit(&Id::new(&found.id))
            }
        }
    }

    /// A new name in a record that may be meant for a known one.
    pub(super) fn similar_name(&self, new: &NewRecord, lang: Lang) -> Option<SimilarName> {
        let visit = self.archive.visit(&Id::new(&new.visit));
        similar_name(new, Known { archive: &self.archive, visit }, lang, |_, _| false)
    }

    /// Whether there is no file, or nothing in it.
    pub(super) fn is_new(&self) -> bool {
        self.file.text().is_some_and(|text| text.trim().is_empty())
    }

    /// The file with a new record.
    pub(super) fn with(&self, new: &NewRecord) -> Result<Merged, Failure> {
        let merged = merge(self.file.text().unwrap_or_default(), &new.archive, Some(self.lang));
        merged.map_err(|error| Failure::new(&error.message(&self.name, self.lang)))
    }

    /// Replaces the file.
    pub(super) fn save(self, text: &str) -> Result<(), SaveError> {
        self.file.save(text).map(drop)
    }
}

/// Where a record stands in the text of a file: `file:line`.
pub(super) fn location(name: &str, text: &str, kind: Kind, new: &NewRecord) -> String {
    let archive = load_text(name, text.into()).archive;
    let id = Id::new(&new.id);
    let line = archive.visit(&Id::new(&new.visit)).and_then(|visit| {
        Some(match kind {
            Kind::Visit => visit.id.line(),
            Kind::Stop => visit.stop(&id)?.id.line(),
            Kind::Person => visit.participant(&id)?.id.line(),
            Kind::Statement => visit.statement(&id)?.id.line(),
        })
    });
    line.map_or(name.to_owned(), |line| format!("{name}:{line}"))
}
