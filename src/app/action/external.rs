//! What is done outside: a record in the user's editor, its source in a browser, the records read again.

use crate::app::browse::row::Row;
use crate::app::event::{Browsed, EditorFault, Effect};
use crate::app::form::Form;
use crate::app::input::command::{Action, ExternalAction};
use crate::app::layout::text_columns;
use crate::app::notice::Notice;
use crate::app::overlay::{Overlay, TextView};
use crate::app::state::App;
use crate::cite;
use crate::diagnostic::{Location, full};
use crate::model::Target;

/// A line and a column, from 1.
type Place = (u32, u32);

impl App {
    /// Does something outside, or says why not.
    pub(in crate::app) fn go_on(&mut self, errand: ExternalAction) -> Option<Effect> {
        let effect = self.errand(errand);
        self.notice = match &effect {
            Ok(Effect::Reload) => Some(Notice::Reloading),
            Ok(_) => None,
            Err(why) => Some(why.clone()),
        };
        effect.ok()
    }

    /// What is to be asked of the shell for it.
    pub(in crate::app) fn errand(&self, errand: ExternalAction) -> Result<Effect, Notice> {
        let is_of_file = errand != ExternalAction::OpenSource;
        if self.data.built_in && is_of_file {
            return Err(Notice::BuiltIn);
        }
        match errand {
            // A fault in the problems view likewise.
            ExternalAction::EditRecord => self.edit_at(self.chosen_spot()),
            ExternalAction::EditFile => {
                // When there is one file only, that is the one.
                let only = || self.data.paths.keys().next().filter(|_| self.data.paths.len() == 1).cloned();
                let file = self.chosen_spot().map(|(file, _)| file).or_else(only);
                self.edit_at(file.map(|file| (file, None)))
            }
            // Or else its page on the web.
            ExternalAction::OpenSource => {
                let record = self.current_record().and_then(|target| self.data.archive.record(target));
                record.and_then(cite::address).map(Effect::Browse).ok_or(Notice::NoAddress)
            }
            ExternalAction::Reload if self.data.paths.is_empty() && !self.data.streams.is_empty() => {
                Err(Notice::NoFile)
            }
            ExternalAction::Reload => Ok(Effect::Reload),
        }
    }

    fn edit_at(&self, spot: Option<(String, Option<Place>)>) -> Result<Effect, Notice> {
        let (file, at) = spot.ok_or(Notice::NothingToEdit)?;
        match self.data.paths.get(&file) {
            Some(path) => Ok(Effect::Edit { path: path.clone(), at }),
            None if self.data.streams.contains(&file) => Err(Notice::NoFile),
            // A folder without files.
            None => Err(Notice::NothingToEdit),
        }
    }

    /// Where what is chosen is written: the file and the place in it.
    fn chosen_spot(&self) -> Option<(String, Option<Place>)> {
        let of = |spot: &Location| (spot.file.clone(), spot.at.map(|at| (at.line, at.column)));
        let fault = match (self.current_overlay(), self.chosen(self.browser.source)) {
            (Some(Overlay::TextView(TextView::Problems, scroll)), _) => self.problem_below(scroll.row()),
            (None, Some(Row::Broken(first))) => Some(first),
            _ => None,
        };
        if let Some(fault) = fault {
            return self.data.diagnostics.get(fault).map(|it| of(&it.location));
        }
        let open = || self.scope().and_then(crate::facet::Scope::visit).map(Target::visit);
        let record = self.data.archive.record(self.current_record().or_else(open)?)?;
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

    /// What the editor has not done, in words.
    pub(in crate::app) fn editor_words(&self, fault: &EditorFault) -> String {
        let lang = self.lang;
        match fault {
            EditorFault::Unbalanced(named) => lang.editor_unbalanced(named),
            EditorFault::NotStarted(name, reason) => lang.editor_not_started(name, reason.as_deref()),
            EditorFault::Failed(name, status) => lang.editor_failed(name, *status),
            EditorFault::Killed(name, signal) => lang.editor_killed(name, *signal),
        }
    }

    /// What became of an address, in words.
    pub(in crate::app) fn browsed_words(&self, browsed: &Browsed) -> String {
        match browsed {
            Browsed::Opened(address) => self.lang.opened(address),
            Browsed::Elsewhere(address) => {
                self.lang.open_manually(address, &self.key_in_menu(Action::CopyAs(Form::Address)))
            }
            Browsed::Failed(address) => {
                self.lang.not_opened(address, &self.key_in_menu(Action::CopyAs(Form::Address)))
            }
        }
    }
}
