//! What is done outside: a record in the user's editor, its source in a browser, the records read again.

use super::event::{Browsed, EditorFault, Effect};
use super::layout::text_columns;
use super::overlay::{Notice, Overlay};
use super::{App, Row};
use crate::cite;
use crate::diagnostic::{Spot, full};
use crate::model::Target;

/// A line and a column, from 1.
type Place = (u32, u32);

impl App {
    /// Opens the chosen record in the editor, at its very place; a fault in the problems view likewise.
    pub(super) fn edit_record(&mut self) -> Option<Effect> {
        let spot = self.chosen_spot();
        self.edit_at(spot)
    }

    /// Opens the file of the chosen record in the editor.
    pub(super) fn edit_file(&mut self) -> Option<Effect> {
        // When there is one file only, that is the one.
        let only = || self.data.paths.keys().next().filter(|_| self.data.paths.len() == 1).cloned();
        let file = self.chosen_spot().map(|(file, _)| file).or_else(only);
        self.edit_at(file.map(|file| (file, None)))
    }

    fn edit_at(&mut self, spot: Option<(String, Option<Place>)>) -> Option<Effect> {
        if self.data.built_in {
            self.notice = Some(Notice::BuiltIn);
            return None;
        }
        let Some((file, at)) = spot else {
            self.notice = Some(Notice::NothingToEdit);
            return None;
        };
        let path = self.data.paths.get(&file).cloned();
        if path.is_none() {
            self.notice = Some(Notice::NoFile);
        }
        path.map(|path| Effect::Edit { path, at })
    }

    /// Where what is chosen is written: the file and the place in it.
    fn chosen_spot(&self) -> Option<(String, Option<Place>)> {
        let of = |spot: &Spot| (spot.file.clone(), spot.at.map(|at| (at.line, at.column)));
        let fault = match (&self.overlay, self.chosen(self.source)) {
            (Some(Overlay::Problems(row)), _) => self.problem_below(*row),
            (None, Some(Row::Broken(first))) => Some(first),
            (None, _) => None,
            (Some(_), _) => return None,
        };
        if let Some(fault) = fault {
            return self.data.diagnostics.get(fault).map(|it| of(&it.spot));
        }
        let open = || self.scope.and_then(crate::facet::Scope::visit).map(Target::visit);
        let record = self.data.archive.record(self.subject().or_else(open)?)?;
        let id = record.id();
        let at = (id.line() > 0).then(|| (id.line(), id.column()));
        Some((self.data.archive.file(record.visit()).to_owned(), at))
    }

    /// The first fault that begins in a row of the problems view or below it, else the last.
    fn problem_below(&self, row: usize) -> Option<usize> {
        let columns = text_columns(self.layout.overlay);
        let mut begin = self.problems(columns, 0).len() + 1;
        let begins_below = |diagnostic| {
            let here = begin;
            begin += full(diagnostic, self.lang, columns).len() + 1;
            here >= row
        };
        let diagnostics = &self.data.diagnostics;
        diagnostics.iter().position(begins_below).or_else(|| diagnostics.len().checked_sub(1))
    }

    /// Reads the records again.
    pub(super) fn reload(&mut self) -> Option<Effect> {
        if self.data.built_in || self.data.paths.is_empty() {
            self.notice = Some(if self.data.built_in { Notice::BuiltIn } else { Notice::NoFile });
            return None;
        }
        self.notice = Some(Notice::Reloading);
        Some(Effect::Reload)
    }

    /// Opens the source of what is chosen, or else its page on the web.
    pub(super) fn open_source(&mut self) -> Option<Effect> {
        let record = self.subject().and_then(|target| self.data.archive.record(target));
        let address = record.and_then(cite::address);
        if address.is_none() {
            self.notice = Some(Notice::NoAddress);
        }
        address.map(Effect::Browse)
    }

    /// What the editor has not done, in words.
    pub(super) fn editor_words(&self, fault: &EditorFault) -> String {
        let lang = self.lang;
        match fault {
            EditorFault::Unbalanced(named) => lang.editor_unbalanced(named),
            EditorFault::NotStarted(name, reason) => lang.editor_not_started(name, reason.as_deref()),
            EditorFault::Failed(name, status) => lang.editor_failed(name, *status),
            EditorFault::Killed(name, signal) => lang.editor_killed(name, *signal),
        }
    }

    /// What became of an address, in words.
    pub(super) fn browsed_words(&self, browsed: &Browsed) -> String {
        match browsed {
            Browsed::Opened(address) => self.lang.opened(address),
            Browsed::Elsewhere(address) => self.lang.open_yourself(address),
            Browsed::Failed(address) => self.lang.not_opened(address),
        }
    }
}
