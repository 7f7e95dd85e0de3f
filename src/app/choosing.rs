//! Choosing: what Enter, `+` and `x` do to the chips, and what follows for the rows.

use std::sync::Arc;

use super::command::Change;
use super::going::LISTS;
use super::layout::Pane;
use super::menu::Menu;
use super::row::{Row, RowKey};
use super::rows::{Choice, chip_of};
use super::scroll::Scroll;
use super::{App, Narrowing, Notice, Overlay, Rows};
use crate::facet::{Chip, ChipKind, Scope, StatementSet, TextOf};
use crate::model::Record;
use crate::search::{Query, Searcher};

impl App {
    /// The statements with a text, looked up once while the text is in use.
    pub(super) fn with_text(&self, text: &str) -> Arc<StatementSet> {
        let known = self.browser.texts.iter().find(|(known, _)| known == text);
        let look_up = || look_up(&mut Searcher::new(Arc::clone(&self.data.index)), text);
        known.map_or_else(look_up, |(_, found)| Arc::clone(found))
    }

    /// The chips, with what is being typed.
    fn all_chips(&self) -> Vec<Chip> {
        let mut chips = self.browser.chips.chosen().to_vec();
        let typed = self
            .browser
            .narrowing
            .as_ref()
            .filter(|it| it.pane == Pane::Statements && !it.text().trim().is_empty());
        chips.extend(typed.map(|it| Chip::Text(TextOf::Statements, it.text().to_owned())));
        chips
    }

    /// Makes counts and rows anew, and keeps the choice of each list where it was. A choice that is not listed any more
    /// is remembered, and comes back with its row, unless the reader has moved since.
    pub(super) fn refresh(&mut self) {
        let chosen = LISTS.map(|pane| self.chosen(pane)?.key(&mut self.data));
        self.count();
        self.browser.rows = Rows::new(&self.choice());
        self.take_up(chosen);
    }

    /// Counts what the chips give.
    pub(super) fn count(&mut self) {
        let chips = self.all_chips();
        self.look_up_texts(&chips);
        let texts = |text: &str| self.with_text(text);
        self.browser.counts =
            self.data.facets.count(&self.data.archive, self.scope_or_none(), &chips, &texts);
        self.browser.without =
            if self.browser.counts.shown.is_empty() { self.without_each(&chips) } else { Vec::new() };
        self.browser.wanted = None;
    }

    /// What is open; a visit that there is not, when nothing is.
    fn scope_or_none(&self) -> Scope {
        self.scope().unwrap_or(Scope::Visit(usize::MAX))
    }

    fn look_up_texts(&mut self, chips: &[Chip]) {
        let in_use = chips.iter().filter_map(|chip| match chip {
            Chip::Text(TextOf::Statements, text) => Some(text),
            _ => None,
        });
        let index = &self.data.index;
        let mut texts = Vec::new();
        for text in in_use {
            let known = self
                .browser
                .texts
                .iter()
                .find(|(known, _)| known == text)
                .map(|(_, found)| Arc::clone(found));
            // It remembers the words of the last letter typed.
            let searcher =
                self.browser.searcher.take().filter(|searcher| Arc::ptr_eq(searcher.index(), index));
            let searcher =
                self.browser.searcher.insert(searcher.unwrap_or_else(|| Searcher::new(Arc::clone(index))));
            texts.push((text.clone(), known.unwrap_or_else(|| look_up(searcher, text))));
        }
        self.browser.texts = texts;
    }

    /// What the rows are made from.
    pub(super) fn choice(&self) -> Choice<'_> {
        Choice {
            data: &self.data,
            scope: self.scope_or_none(),
            chips: self.browser.chips.chosen(),
            counts: &self.browser.counts,
            narrowing: self.browser.narrowing.as_ref().map(|it| (it.pane, it.text())),
            hide_outside: self.browser.looks.hide_outside,
            sortings: self.browser.looks.sortings,
        }
    }

    fn take_up(&mut self, chosen: [Option<RowKey>; 4]) {
        for (pane, row) in LISTS.into_iter().zip(chosen) {
            let rows = self.browser.rows.of(pane);
            let mut list = self.list(pane).resized(rows.len());
            let remembered = self.browser.remembered.get_mut(pane.index()).and_then(Option::take);
            let find = |row: &Option<RowKey>| row.as_ref()?.find(rows, &self.data);
            let (found, missing) = match (find(&remembered), find(&row)) {
                (Some(row), _) => (Some(row), None),
                (None, Some(row)) => (Some(row), remembered),
                (None, None) => (None, remembered.or(row)),
            };
            if let Some(row) = found {
                list.select(row);
            }
            if let Some(place) = self.browser.remembered.get_mut(pane.index()) {
                *place = missing;
            }
            self.browser.put(pane, list);
        }
        self.browser.scroll = Scroll::default();
    }

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
    pub(super) fn open(&mut self) {
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
        self.refresh();
        if is_on {
            self.focus_on(Pane::Statements);
        }
    }

    /// Whether choosing a stop or a person would show what was said: without statements there is only what is known of it.
    pub fn has_statements(&self) -> bool {
        self.browser.counts.total > 0
    }

    /// Changes the chips as is wished.
    pub(super) fn change_chips(&mut self, change: Change) {
        self.stay();
        match change {
            Change::Add => self.add_chip(),
            Change::DropLast => self.drop_chip(self.browser.chips.chosen().len().checked_sub(1)),
            Change::Drop(place) => self.drop_chip(Some(place)),
            Change::DropAll => self.drop_all_chips(),
            Change::Undo if self.browser.chips.undo() => self.refresh(),
            Change::Redo if self.browser.chips.redo() => self.refresh(),
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
        self.refresh();
        if let Some(Overlay::Menu(menu)) = self.overlays.pop() {
            self.overlays.push(Overlay::Menu(menu.counted_anew(self)));
        }
    }

    pub(super) fn drop_chip(&mut self, place: Option<usize>) {
        self.stay();
        if let Some(place) = place {
            self.browser.chips.remove_at(place);
            self.refresh();
        }
    }

    pub(super) fn drop_all_chips(&mut self) {
        self.stay();
        self.browser.chips.change(Vec::new());
        self.refresh();
    }

    /// Begins to narrow the pane that has the keys.
    pub(super) fn narrow(&mut self) {
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
        self.refresh();
    }

    pub(super) fn toggle_outside(&mut self) {
        self.browser.looks.hide_outside = !self.browser.looks.hide_outside;
        self.refresh();
    }

    /// What could be chosen of the record in the detail.
    fn open_menu(&mut self) {
        let menu = Menu::new(self);
        if menu.is_empty() {
            self.notice = Some(Notice::NothingToOpen);
        } else {
            self.overlays.push(Overlay::Menu(menu));
        }
    }

    /// How many statements each of the candidates would give beside the chips of other kinds.
    pub(super) fn count_each(&self, candidates: &[Chip]) -> Vec<usize> {
        let scope = self.scope().unwrap_or_default();
        let texts = |text: &str| self.with_text(text);
        let archive = (&*self.data.archive, scope);
        self.data.facets.count_each(archive, self.browser.chips.chosen(), candidates, &texts)
    }

    /// What taking off each chip would give, with what is being typed.
    fn without_each(&self, all: &[Chip]) -> Vec<usize> {
        let scope = self.scope().unwrap_or_default();
        let texts = |text: &str| self.with_text(text);
        let without = |place: usize| {
            let others: Vec<Chip> =
                all.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, chip)| chip.clone()).collect();
            self.data.facets.how_many(&self.data.archive, scope, &others, &texts)
        };
        (0..self.browser.chips.chosen().len()).map(without).collect()
    }
}

/// The statements with a text.
fn look_up(searcher: &mut Searcher, text: &str) -> Arc<StatementSet> {
    let query = Query::parse(text).unwrap_or_default();
    Arc::new(searcher.statements_with(&query).into_iter().collect())
}
