//! Which commands are available in the current state, and why the others are not.

use crate::app::browse::history::Place;
use crate::app::form::Form;
use crate::app::input::command::{Action, ExternalAction, FilterChange};
use crate::app::layout::Mode;
use crate::app::notice::{EntryNotice, Notice};
use crate::app::overlay::{Overlay, TextView};
use crate::app::state::App;
use crate::model::{Record, Statement, Visit};

impl App {
    /// Why a command is not available; `None` if it is.
    pub(in crate::app) fn unavailable_reason(&self, action: Action) -> Option<Notice> {
        let (browser, filters) = (&self.browser, &self.browser.filters);
        let unless = |available: bool, reason: Notice| (!available).then_some(reason);
        if self.data.progress.is_some() && needs_everything(action) {
            return Some(Notice::StillLoading);
        }
        match action {
            Action::Filters(FilterChange::RemoveLast | FilterChange::RemoveAll) => {
                unless(!filters.active().is_empty(), Notice::NoFilter)
            }
            Action::Filters(FilterChange::Remove(index)) => {
                unless(index < filters.active().len(), Notice::NoFilter)
            }
            Action::Filters(change) if self.restoring(change).is_some() => {
                unless(!self.additions.is_writing, Notice::Entry(EntryNotice::Writing))
            }
            Action::Filters(FilterChange::Undo) => unless(self.can_undo_filters(), Notice::NothingToUndo),
            Action::Filters(FilterChange::Redo) => unless(filters.can_redo(), Notice::NothingToUndo),
            Action::Back => unless(
                browser.history.can_go_back(&self.data) || browser.pending_place.is_some(),
                Notice::AtHistoryStart,
            ),
            Action::Forward => unless(browser.history.can_go_forward(&self.data), Notice::AtHistoryEnd),
            Action::NextResult | Action::PreviousResult => unless(self.has_results(), Notice::NoResults),
            Action::Problems => {
                let is_clean = self.data.diagnostics.is_empty() && self.data.skipped.is_empty();
                unless(!is_clean, Notice::NoProblems)
            }
            Action::Copy => {
                let shows_problems =
                    matches!(self.current_overlay(), Some(Overlay::TextView(TextView::Problems, _)));
                let has_any = !self.current_records().is_empty() || !self.data.archive.visits.is_empty();
                unless(has_any && !shows_problems, Notice::NothingToCopy)
            }
            Action::Print => match self.current_overlay() {
                Some(Overlay::CopyMenu(menu)) => unless(menu.selected().is_some(), Notice::NothingToCopy),
                _ => unless(!self.current_records().is_empty(), Notice::NothingToCopy),
            },
            Action::CopyAgain => unless(self.current_record().is_some(), Notice::NothingToCopy),
            Action::CopyAs(form) => self.copy_unavailable_reason(form),
            Action::External(action) => self.external_effect(action).err(),
            Action::Entry(action) => self.entry_unavailable_reason(action),
            Action::Stats(action) => self.stats_unavailable_reason(action),
            Action::Basket(action) => self.basket_unavailable_reason(action),
            Action::RecordPage => unless(self.page_target().is_some(), Notice::NoPage),
            Action::InContext | Action::SourceTrail => {
                unless(self.current_statement().is_some(), Notice::NotAStatement)
            }
            Action::Variants => self
                .statement_unavailable_reason(|visit, it| visit.variants(it).len() > 1, Notice::NoVariants),
            Action::Zoom => {
                unless(self.layout.mode != Mode::Narrow || browser.options.zoomed, Notice::AlreadyFullScreen)
            }
            Action::Sort(order) => unless(order.is_for(browser.current_list()), Notice::NotSortable),
            Action::Translation => {
                self.statement_unavailable_reason(|_, it| !it.translations.is_empty(), Notice::NoTranslation)
            }
            _ => None,
        }
    }

    /// Whether the filters were changed, or will be when the pending place is committed.
    fn can_undo_filters(&self) -> bool {
        let has_changed = |place: &Place| place.filters != self.browser.filters.active();
        self.browser.filters.can_undo() || self.browser.pending_place.as_ref().is_some_and(has_changed)
    }

    /// Whether a command is available.
    pub fn is_available(&self, action: Action) -> bool {
        self.unavailable_reason(action).is_none()
    }

    /// Why a command is not available that needs a statement for which `has` is true.
    fn statement_unavailable_reason(
        &self,
        has: impl Fn(&Visit, &Statement) -> bool,
        reason: Notice,
    ) -> Option<Notice> {
        match self.current_statement().and_then(|target| self.data.archive.record(target)) {
            Some(Record::Statement(visit, statement)) => (!has(visit, statement)).then_some(reason),
            _ => Some(Notice::NotAStatement),
        }
    }

    fn copy_unavailable_reason(&self, form: Form) -> Option<Notice> {
        if let Some(Overlay::CopyMenu(_)) = self.current_overlay() {
            return None;
        }
        let records = self.current_records();
        let Some(kind) = records.first().map(|record| record.kind) else {
            return Some(Notice::NothingToCopy);
        };
        let has_form = records.iter().any(|record| self.has_form(*record, form));
        (!has_form).then_some(Notice::FormNotAvailable(form, kind))
    }
}

/// Whether a command needs all records and their files, not only those that are loaded already.
fn needs_everything(action: Action) -> bool {
    match action {
        Action::Problems | Action::Entry(_) => true,
        Action::External(action) => action != ExternalAction::OpenSource,
        _ => false,
    }
}
