//! Commands that run outside the explorer: the editor, the web browser, reloading.

use crate::app::browse::row::Row;
use crate::app::event::{Browsed, EditorError, Effect};
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
type LineColumn = (u32, u32);

impl App {
    /// The effect of a command, or a message why it is not available.
    pub(in crate::app) fn perform_external(&mut self, action: ExternalAction) -> Option<Effect> {
        let effect = self.external_effect(action);
        self.notice = match &effect {
            Ok(Effect::Reload) => Some(Notice::Reloading),
            Ok(_) => None,
            Err(reason) => Some(reason.clone()),
        };
        effect.ok()
    }

    /// The effect of a command, or why it is not available.
    pub(in crate::app) fn external_effect(&self, action: ExternalAction) -> Result<Effect, Notice> {
        let needs_file = action != ExternalAction::OpenSource;
        if self.data.built_in && needs_file {
            return Err(Notice::BuiltInHasNoFile);
        }
        match action {
            ExternalAction::EditRecord => self.edit_at(self.selected_location()),
            ExternalAction::EditFile => {
                // Without a selection, the only file.
                let only = || self.data.paths.keys().next().filter(|_| self.data.paths.len() == 1).cloned();
                let file = self.selected_location().map(|(file, _)| file).or_else(only);
                self.edit_at(file.map(|file| (file, None)))
            }
            ExternalAction::OpenSource => {
                let record = self.current_record().and_then(|target| self.data.archive.record(target));
                record.and_then(cite::address).map(Effect::Browse).ok_or(Notice::NoWebAddress)
            }
            ExternalAction::Reload if self.data.paths.is_empty() && !self.data.streams.is_empty() => {
                Err(Notice::ReadFromPipe)
            }
            ExternalAction::Reload => Ok(Effect::Reload),
        }
    }

    fn edit_at(&self, location: Option<(String, Option<LineColumn>)>) -> Result<Effect, Notice> {
        let (file, at) = location.ok_or(Notice::NothingToEdit)?;
        match self.data.paths.get(&file) {
            Some(path) => Ok(Effect::Edit { path: path.clone(), at }),
            None if self.data.streams.contains(&file) => Err(Notice::ReadFromPipe),
            // For example, a folder without files.
            None => Err(Notice::NothingToEdit),
        }
    }

    /// The file of the selected record or problem, and the position in it.
    fn selected_location(&self) -> Option<(String, Option<LineColumn>)> {
        let of = |location: &Location| (location.file.clone(), location.at.map(|at| (at.line, at.column)));
        let problem = match (self.current_overlay(), self.selected_row(self.browser.source)) {
            (Some(Overlay::TextView(TextView::Problems, scroll)), _) => self.problem_below(scroll.row()),
            (None, Some(Row::Broken(first))) => Some(first),
            _ => None,
        };
        if let Some(problem) = problem {
            return self.data.diagnostics.get(problem).map(|it| of(&it.location));
        }
        let open = || self.scope().and_then(crate::facet::Scope::visit).map(Target::visit);
        let record = self.data.archive.record(self.current_record().or_else(open)?)?;
        let id = record.id();
        let at = (id.line() > 0).then(|| (id.line(), id.column()));
        Some((self.data.archive.file(record.visit()).to_owned(), at))
    }

    /// The first problem that begins at or below a row of the problems view, or the last problem.
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

    /// The message for an error of the editor.
    pub(in crate::app) fn editor_error_text(&self, error: &EditorError) -> String {
        let lang = self.lang;
        match error {
            EditorError::UnbalancedQuotes(named) => lang.editor_unbalanced(named),
            EditorError::NotStarted(name, reason) => lang.editor_not_started(name, reason.as_deref()),
            EditorError::Failed(name, status) => lang.editor_failed(name, *status),
            EditorError::Killed(name, signal) => lang.editor_killed(name, *signal),
            EditorError::NoText(reason) => lang.text_not_edited(reason),
        }
    }

    /// The message about opening a web address.
    pub(in crate::app) fn browsed_text(&self, browsed: &Browsed) -> String {
        match browsed {
            Browsed::Opened(address) => self.lang.opened(address),
            Browsed::NoDisplay(address) => {
                self.lang.open_manually(address, &self.key_in_menu(Action::CopyAs(Form::SourceUrl)))
            }
            Browsed::Failed(address) => {
                self.lang.not_opened(address, &self.key_in_menu(Action::CopyAs(Form::SourceUrl)))
            }
        }
    }
}
