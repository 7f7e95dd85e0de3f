//! Taking up records that have been read again: the lists are made anew, and looked at as before.

use crate::app::browse::LISTS;
use crate::app::browse::row::{Row, RowKey};
use crate::app::browse::rows::Rows;
use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::overlay::page::{About, RecordPage};
use crate::app::overlay::{Overlay, TextView};
use crate::app::scroll::Scroll;
use crate::app::state::App;
use std::mem;

/// So many rows around a choice that has gone are asked for another one.
const NEAR: usize = 100;

/// What was seen of a list.
struct Seen {
    list: List,
    /// The chosen row, then those near it, the nearest below first.
    chosen: Vec<RowKey>,
    /// The first row in sight, then those below it.
    top: Vec<RowKey>,
}

impl App {
    /// Records have been read again. They are taken up, unless a fault in them has cost what is shown now: then the
    /// faults are told, and the records stay.
    pub(in crate::app) fn reloaded(&mut self, new: Data) {
        let was_asked = self.notice.take_if(|it| *it == Notice::Reloading).is_some();
        if self.data.would_lose(&new) {
            let next = self.data.with_faults_of(new);
            return self.take_up_data(next);
        }
        let (before, now) = (&self.data.archive, &new.archive);
        let has_changed = before != now || self.data.outdated.is_some();
        let is_news = was_asked || has_changed;
        let visits = (before.visits.len(), now.visits.len());
        let statements = (before.statements(), now.statements());
        self.take_up_data(new);
        if is_news {
            self.notice = Some(Notice::Reloaded { visits, statements, has_changed });
        }
    }

    fn take_up_data(&mut self, mut next: Data) {
        let was_open =
            self.browser.scope.is_some() || !matches!(self.chosen(Pane::Visits), Some(Row::Broken(_)));
        let seen = LISTS.map(|pane| self.seen(pane));
        let (subject, row) =
            (self.subject().and_then(|target| self.data.hold(target)), self.browser.scroll.row());
        let overlays = self.overlays.take().into_iter().map(|overlay| {
            let chosen = match &overlay {
                Overlay::RecordPage(page) => page.chosen().and_then(|target| self.data.hold(target)),
                _ => None,
            };
            (overlay, chosen)
        });
        let overlays: Vec<(Overlay, Option<RecordKey>)> = overlays.collect();
        next.take_keys(mem::take(&mut self.data.keys));
        self.data = next;
        // What was made from the data of before.
        self.browser.texts.clear();
        self.browser.rows = Rows::default();
        let remembered = mem::take(&mut self.browser.hidden_selection);
        if self.scope().is_none() && was_open {
            // The visit that was open has gone.
            self.open_newest();
        } else {
            self.browser.refresh(&mut self.data);
            for ((pane, seen), remembered) in LISTS.into_iter().zip(&seen).zip(remembered) {
                self.look_again(pane, seen, remembered);
            }
        }
        if subject.is_some() && subject == self.subject().and_then(|target| self.data.key(target)) {
            self.browser.scroll = Scroll::at(row);
        }
        let has_gone = subject.is_some_and(|subject| self.data.target(subject).is_none());
        // From the lowest up: what lies on something else may be about it.
        for (overlay, chosen) in overlays {
            let again = self.overlay_again(overlay, chosen, has_gone);
            self.overlays.extend(again);
        }
        if let Some(search) = &mut self.search.last {
            search.ask_again(&self.data);
        }
        self.relist_commands();
    }

    fn seen(&mut self, pane: Pane) -> Seen {
        let list = self.list(pane);
        let rows = self.browser.rows.of(pane);
        let selected = list.selected().unwrap_or_default();
        let from = |at: usize| rows.iter().skip(at).take(NEAR);
        let chosen = from(selected).chain(rows.iter().take(selected).rev().take(NEAR));
        let mut keys = |row: &Row| row.key(&mut self.data);
        let chosen = chosen.filter_map(&mut keys).collect();
        let top = from(list.top()).filter_map(&mut keys).collect();
        Seen { list, chosen, top }
    }

    /// Looks at a list as before: at the same row, from the same row on.
    fn look_again(&mut self, pane: Pane, seen: &Seen, remembered: Option<RowKey>) {
        let rows = self.browser.rows.of(pane);
        let find = |key: &RowKey| key.find(rows, &self.data);
        let mut list = seen.list.resized(rows.len());
        if let Some(row) = seen.chosen.iter().find_map(find) {
            list.select(row);
        }
        let top = seen.top.iter().enumerate().find_map(|(at, key)| Some((at, find(key)?)));
        if let Some((at, row)) = top {
            list.look_from(row, at == 0);
        }
        // One that is not listed now may come back, as under other filters.
        let hidden = seen.chosen.first().filter(|key| find(key).is_none() && key.is_there(&self.data));
        let remembered = remembered.or_else(|| hidden.cloned());
        if let Some(place) = self.browser.hidden_selection.get_mut(pane.index()) {
            *place = remembered;
        }
        self.browser.put(pane, list);
    }

    /// What lay on top of the panes, about the same record; nothing when that has gone.
    fn overlay_again(
        &self,
        overlay: Overlay,
        chosen: Option<RecordKey>,
        subject_has_gone: bool,
    ) -> Option<Overlay> {
        match overlay {
            Overlay::Menu(_) if subject_has_gone => None,
            Overlay::Menu(old) => {
                let mut menu = self.menu();
                let chosen = old.chosen();
                if let Some(row) = menu.rows.iter().position(|(filter, _)| Some(filter) == chosen.as_ref()) {
                    menu.list.select(row);
                }
                (!menu.is_empty()).then_some(Overlay::Menu(menu))
            }
            Overlay::Copy(mut menu) => {
                let had_records = !menu.records.is_empty();
                menu.records.retain(|key| self.data.target(*key).is_some());
                if had_records && menu.records.is_empty() {
                    return None;
                }
                menu.forms = self.forms_of(&self.targets(&menu.records), menu.translation);
                match &mut menu.exports {
                    Some(exports) => *exports = self.in_sight(),
                    None => menu.list = menu.list.resized(menu.forms.len()),
                }
                Some(Overlay::Copy(menu))
            }
            Overlay::RecordPage(old) => {
                let is_there = match old.about {
                    About::One(key) => self.data.target_anywhere(key).is_some(),
                    About::Around(key) => self.data.target(key).is_some(),
                    About::Basket => true,
                };
                is_there.then(|| Overlay::RecordPage(self.page_again(old.about, old.list, chosen)))
            }
            Overlay::TextView(TextView::Trail(key) | TextView::Variants(key), _)
                if self.data.target(key).is_none() =>
            {
                None
            }
            Overlay::TextView(TextView::Problems, _)
                if self.data.diagnostics.is_empty() && self.data.skipped.is_empty() =>
            {
                None
            }
            Overlay::Search(mut search) => {
                search.ask_again(&self.data);
                Some(Overlay::Search(search))
            }
            overlay @ (Overlay::TextView(..) | Overlay::CommandPalette(_)) => Some(overlay),
        }
    }

    /// What is brought together, once more, with the same choice.
    fn page_again(&self, about: About, list: List, chosen: Option<RecordKey>) -> RecordPage {
        let rows = self.page_rows(about);
        let mut list = list.resized(rows.len());
        let chosen = chosen.and_then(|key| self.data.target(key));
        if let Some(row) = chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen)) {
            list.select(row);
        }
        RecordPage { about, rows, list }
    }
}
