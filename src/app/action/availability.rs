//! What cannot be done here and now, and why: asked before a command is run, and by the help.

use crate::app::browse::history::Place;
use crate::app::form::Form;
use crate::app::input::command::{Action, Change};
use crate::app::layout::Mode;
use crate::app::notice::Notice;
use crate::app::overlay::{Overlay, TextView};
use crate::app::state::App;
use crate::model::{Record, Statement, Visit};

impl App {
    /// Why a command would do nothing; none when it can be run.
    pub(in crate::app) fn why_not(&self, action: Action) -> Option<Notice> {
        let filters = self.browser.filters.chosen();
        let unless = |can: bool, why: Notice| (!can).then_some(why);
        let is_there = |place: &Place| place.scope.of(&self.data).is_some();
        match action {
            Action::Filters(Change::DropLast | Change::DropAll) => {
                unless(!filters.is_empty(), Notice::NoFilter)
            }
            Action::Filters(Change::Drop(place)) => unless(place < filters.len(), Notice::NoFilter),
            Action::Filters(Change::Undo) => unless(self.can_undo_filters(), Notice::NothingToUndo),
            Action::Filters(Change::Redo) => unless(self.browser.filters.can_redo(), Notice::NothingToUndo),
            Action::Back => unless(
                self.browser.history.has_behind(is_there) || self.browser.passing.is_some(),
                Notice::AtFirstPlace,
            ),
            Action::Forward => unless(self.browser.history.has_ahead(is_there), Notice::AtLastPlace),
            Action::NextHit | Action::PreviousHit => unless(self.has_hits(), Notice::NoHits),
            Action::Problems => {
                let is_clean = self.data.diagnostics.is_empty() && self.data.skipped.is_empty();
                unless(!is_clean, Notice::NoProblems)
            }
            Action::Copy => {
                let is_faults =
                    matches!(self.current_overlay(), Some(Overlay::TextView(TextView::Problems, _)));
                let has_any = !self.current_records().is_empty() || !self.data.archive.visits.is_empty();
                unless(has_any && !is_faults, Notice::NothingToCopy)
            }
            Action::Print => match self.current_overlay() {
                Some(Overlay::Copy(menu)) => unless(menu.chosen().is_some(), Notice::NothingToCopy),
                _ => unless(!self.current_records().is_empty(), Notice::NothingToCopy),
            },
            Action::CopyAgain => unless(self.current_record().is_some(), Notice::NothingToCopy),
            Action::CopyAs(form) => self.why_not_copy(form),
            Action::External(errand) => self.errand(errand).err(),
            Action::Basket(deed) => self.why_not_keep(deed),
            Action::Gather => unless(self.page_subject().is_some(), Notice::NoPage),
            Action::InContext | Action::Trail => {
                unless(self.current_statement().is_some(), Notice::NotAStatement)
            }
            Action::Variants => {
                self.why_not_of_statement(|visit, it| visit.variants(it).len() > 1, Notice::NoVariants)
            }
            Action::Zoom => {
                unless(self.layout.mode != Mode::Narrow || self.browser.options.zoomed, Notice::AlreadyWhole)
            }
            Action::Sort(order) => unless(self.can_sort(order), Notice::NothingToSort),
            Action::Translation => {
                self.why_not_of_statement(|_, it| !it.translations.is_empty(), Notice::NoTranslation)
            }
            _ => None,
        }
    }

    /// Whether the filters were changed, or would be if the reader stayed here.
    fn can_undo_filters(&self) -> bool {
        let has_passed = |place: &Place| place.filters != self.browser.filters.chosen();
        self.browser.filters.can_undo() || self.browser.passing.as_ref().is_some_and(has_passed)
    }

    /// Whether a command would do something.
    pub fn can(&self, action: Action) -> bool {
        self.why_not(action).is_none()
    }

    /// Why nothing can be shown of a statement that must have something.
    fn why_not_of_statement(&self, has: impl Fn(&Visit, &Statement) -> bool, why: Notice) -> Option<Notice> {
        match self.current_statement().and_then(|target| self.data.archive.record(target)) {
            Some(Record::Statement(visit, statement)) => (!has(visit, statement)).then_some(why),
            _ => Some(Notice::NotAStatement),
        }
    }

    /// Why a record has no such form.
    fn why_not_copy(&self, form: Form) -> Option<Notice> {
        if let Some(Overlay::Copy(_)) = self.current_overlay() {
            return None;
        }
        let records = self.current_records();
        let Some(kind) = records.first().map(|record| record.kind) else {
            return Some(Notice::NothingToCopy);
        };
        let has = records.iter().any(|record| self.has_form(*record, form));
        (!has).then_some(Notice::NotInThisForm(form, kind))
    }
}
