//! Choosing: what Enter, `+` and `x` do to the chips, and what follows for the rows.

use crate::app::browse::narrowing::Narrowing;
use crate::app::browse::row::Row;
use crate::app::browse::rows::chip_of;
use crate::app::input::command::Change;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::Menu;
use crate::app::state::App;

use crate::facet::{Chip, ChipKind, Scope};
use crate::model::Record;

impl App {
    /// The chip that stands for a record in what is open.
    pub fn chip_of_record(&self, record: Record<'_>) -> Option<Chip> {
        chip_of(self.scope()?, record)
    }

    /// The chip that a row stands for.
    fn chip_of_row(&self, row: Row) -> Option<Chip> {
        match row {
            Row::Record { target, .. } => self.chip_of_record(self.data.archive.record(target)?),
            Row::Unsaid { kind: ChipKind::Stop, .. } => Some(Chip::Stop(None)),
            Row::Unsaid { .. } => Some(Chip::Person(None)),
            Row::All { .. } | Row::Broken(_) => None,
        }
    }

    /// Opens what is chosen: a visit, then its stops or statements; a stop or a person as a chip; a statement in
    /// detail; the detail as a menu of chips.
    pub(in crate::app) fn open(&mut self) {
        match self.overlays.top() {
            Some(Overlay::Search(_)) => return self.open_result(),
            Some(Overlay::Menu(menu)) => {
                let chip = menu.chosen();
                self.overlays.pop();
                return chip.into_iter().for_each(|chip| self.choose(chip));
            }
            Some(_) => return,
            None => {}
        }
        if self.browser.narrowing.is_some() {
            return self.keep_narrowing();
        }
        match (self.browser.focus, self.chosen(self.browser.focus)) {
            (_, Some(Row::Broken(diagnostic))) => self.show_problems(diagnostic),
            (_, Some(Row::All { .. })) => self.go_to(Scope::All),
            (Pane::Visits, Some(Row::Record { target, .. })) => self.go_to(Scope::Visit(target.visit)),
            (Pane::Stops | Pane::Participants, Some(row)) if self.has_statements() || row.is_chosen() => {
                self.chip_of_row(row).into_iter().for_each(|chip| self.choose(chip));
            }
            (Pane::Stops | Pane::Participants | Pane::Statements, Some(_)) => {
                self.leave_place();
                self.focus_on(Pane::Detail);
            }
            (Pane::Detail, _) => self.open_menu(),
            _ => self.notice = Some(Notice::NothingToOpen),
        }
    }

    /// Puts a chip in the place of the others of its kind and goes to the statements; takes it off when it is chosen.
    fn choose(&mut self, chip: Chip) {
        self.leave_place();
        let is_on = self.browser.chips.toggle(chip);
        self.browser.refresh(&mut self.data);
        if is_on {
            self.focus_on(Pane::Statements);
        }
    }

    /// Whether choosing a stop or a person would show what was said: without statements there is only what is known of it.
    pub fn has_statements(&self) -> bool {
        self.browser.counts.total > 0
    }

    /// Changes the chips as is wished.
    pub(in crate::app) fn change_chips(&mut self, change: Change) {
        self.stay();
        match change {
            Change::Add => self.add_chip(),
            Change::DropLast => self.drop_chip(self.browser.chips.chosen().len().checked_sub(1)),
            Change::Drop(place) => self.drop_chip(Some(place)),
            Change::DropAll => self.drop_all_chips(),
            Change::Undo if self.browser.chips.undo() => self.browser.refresh(&mut self.data),
            Change::Redo if self.browser.chips.redo() => self.browser.refresh(&mut self.data),
            Change::Undo | Change::Redo => {}
        }
    }

    /// Puts the chip of the row beside the others of its kind, or takes it off.
    fn add_chip(&mut self) {
        let chip = match self.overlays.top() {
            Some(Overlay::Menu(menu)) => menu.chosen(),
            Some(_) => None,
            None => self.chosen(self.browser.focus).and_then(|row| self.chip_of_row(row)),
        };
        let Some(chip) = chip else {
            self.notice = Some(Notice::NothingToAdd);
            return;
        };
        self.browser.chips.add(chip);
        self.browser.refresh(&mut self.data);
        if let Some(Overlay::Menu(mut menu)) = self.overlays.pop_if(|it| matches!(it, Overlay::Menu(_))) {
            menu.count_anew(|chips| self.browser.count_each(&self.data, chips));
            self.overlays.push(Overlay::Menu(menu));
        }
    }

    pub(in crate::app) fn drop_chip(&mut self, place: Option<usize>) {
        self.stay();
        if let Some(place) = place {
            self.browser.chips.remove_at(place);
            self.browser.refresh(&mut self.data);
        }
    }

    pub(in crate::app) fn drop_all_chips(&mut self) {
        self.stay();
        self.browser.chips.change(Vec::new());
        self.browser.refresh(&mut self.data);
    }

    /// Begins to narrow the pane that has the keys.
    pub(in crate::app) fn narrow(&mut self) {
        let pane = if self.browser.focus == Pane::Detail { self.browser.source } else { self.browser.focus };
        self.focus_on(pane);
        self.stay();
        self.browser.narrowing = Some(Narrowing::new(pane, self.place()));
    }

    /// What was typed stays as a chip.
    fn keep_narrowing(&mut self) {
        self.stay();
        let Some(narrowing) = self.browser.narrowing.take() else { return };
        let text = narrowing.text().trim().to_owned();
        if let Some(of) = narrowing.pane.text_of().filter(|_| !text.is_empty()) {
            self.browser.chips.insert(Chip::Text(of, text));
        }
        self.browser.refresh(&mut self.data);
    }

    pub(in crate::app) fn toggle_outside(&mut self) {
        self.browser.options.hide_outside = !self.browser.options.hide_outside;
        self.browser.refresh(&mut self.data);
    }

    /// What could be chosen of the record in the detail.
    pub(in crate::app) fn menu(&self) -> Menu {
        let record = self.subject().and_then(|target| self.data.archive.record(target));
        Menu::new(self.scope().unwrap_or_default(), record, |chips| {
            self.browser.count_each(&self.data, chips)
        })
    }

    fn open_menu(&mut self) {
        let menu = self.menu();
        if menu.is_empty() {
            self.notice = Some(Notice::NothingToOpen);
        } else {
            self.overlays.push(Overlay::Menu(menu));
        }
    }
}
