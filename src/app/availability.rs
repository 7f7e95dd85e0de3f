//! What cannot be done here and now, and why: asked before a command is run, and by the help.

use super::command::Action;
use super::form::Form;
use super::{App, Notice, Overlay};
use crate::cite::Style;

impl App {
    /// Why a command would do nothing; none when it can be run.
    pub(super) fn why_not(&self, action: Action) -> Option<Notice> {
        let chips = self.chips.chosen();
        let unless = |can: bool, why: Notice| (!can).then_some(why);
        match action {
            Action::DropLastChip | Action::DropAllChips => unless(!chips.is_empty(), Notice::NoChip),
            Action::DropChip(place) => unless(place < chips.len(), Notice::NoChip),
            Action::UndoChips => unless(self.chips.can_undo(), Notice::NothingToUndo),
            Action::RedoChips => unless(self.chips.can_redo(), Notice::NothingToUndo),
            Action::Back => unless(self.history.has_behind(), Notice::NoPlace),
            Action::Forward => unless(self.history.has_ahead(), Notice::NoPlace),
            Action::NextHit | Action::PreviousHit => unless(self.has_hits(), Notice::NoHits),
            Action::Problems => {
                let is_clean = self.data.diagnostics.is_empty() && self.data.skipped == 0;
                unless(!is_clean, Notice::NoProblems)
            }
            Action::CopyAgain => unless(self.copied_record().is_some(), Notice::NothingToCopy),
            Action::CopyAs(form) => self.why_not_copy(form),
            _ => None,
        }
    }

    /// Why a record has no such form.
    fn why_not_copy(&self, form: Form) -> Option<Notice> {
        if let Some(Overlay::Copy(_)) = &self.overlay {
            return None;
        }
        let Some(target) = self.copied_record() else { return Some(Notice::NothingToCopy) };
        // Of what is no statement the first form is its name.
        let has = form == Form::Cite(Style::Press) || self.copy(target, None, form).is_some();
        (!has).then_some(Notice::NotInThisForm(form))
    }
}
