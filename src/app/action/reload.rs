//! Reloading: replaces the data, and restores selections, scroll positions and overlays.

use crate::app::browse::LISTS;
use crate::app::browse::row::{Row, RowKey};
use crate::app::browse::rows::Rows;
use crate::app::data::Data;
use crate::app::identity::RecordKey;
use crate::app::layout::Pane;
use crate::app::list::List;
use crate::app::notice::{BasketNotice, EntryNotice, Notice};
use crate::app::overlay::page::{PageContent, RecordPage};
use crate::app::overlay::{Overlay, TextView};
use crate::app::scroll::Scroll;
use crate::app::state::App;
use std::mem;

/// If a selected row is missing after a reload, this many rows on each side are tried instead.
const NEARBY: usize = 100;

/// The selection and the scroll position of a list, by row keys.
struct ListSnapshot {
    list: List,
    /// The selected row, then the rows below it, then those above, the nearest first.
    selected: Vec<RowKey>,
    /// The first visible row, then the rows below it.
    top: Vec<RowKey>,
}

impl App {
    /// Shows reloaded records. If an error in them would lose a visit, the old records stay, with the new problems.
    pub(in crate::app) fn reload(&mut self, new: Data) {
        let was_requested = self.notice.take_if(|it| *it == Notice::Reloading).is_some();
        if self.data.would_lose_visit(&new) {
            let reason = |data: &Data| data.first_error().map(|it| (it.problem.clone(), it.location.clone()));
            let is_news = was_requested || !self.data.is_outdated() || reason(&self.data) != reason(&new);
            let next = self.data.with_problems_of(new);
            self.replace_data(next);
            // These say what the next key does, or whether something was written.
            let is_asked = matches!(
                self.notice,
                Some(
                    Notice::PressAgainToQuit
                        | Notice::Basket(BasketNotice::WouldBeLost(_))
                        | Notice::Entry(_)
                )
            );
            if is_news && !is_asked {
                self.notice = Some(Notice::Outdated);
            }
            return;
        }
        let (before, now) = (&self.data.archive, &new.archive);
        let has_changed = before != now || self.data.is_outdated();
        let is_news = was_requested || has_changed;
        let visits = (before.visits.len(), now.visits.len());
        let statements = (before.statements(), now.statements());
        self.replace_data(new);
        if self.show_awaited()
            || matches!(self.notice, Some(Notice::Entry(EntryNotice::Undone(_) | EntryNotice::NotWritten(_))))
        {
            return;
        }
        if is_news {
            self.notice = Some(Notice::Reloaded { visits, statements, has_changed });
        }
    }

    /// Shows other records, and restores what was selected and open.
    pub(in crate::app) fn replace_data(&mut self, mut next: Data) {
        let was_open =
            self.browser.scope.is_some() || !matches!(self.selected_row(Pane::Visits), Some(Row::Broken(_)));
        let snapshots = LISTS.map(|pane| self.list_snapshot(pane));
        let (shown, row) =
            (self.detail_target().and_then(|target| self.data.intern(target)), self.browser.scroll.row());
        let overlays = self.overlays.take().into_iter().map(|overlay| {
            let selected = match &overlay {
                Overlay::RecordPage(page) => page.selected().and_then(|target| self.data.intern(target)),
                _ => None,
            };
            (overlay, selected)
        });
        let overlays: Vec<(Overlay, Option<RecordKey>)> = overlays.collect();
        next.set_keys(mem::take(&mut self.data.keys));
        self.data = next;
        // These were computed from the old data.
        self.browser.text_matches.clear();
        self.browser.rows = Rows::default();
        let hidden = mem::take(&mut self.browser.hidden_selection);
        if self.scope().is_none() && was_open {
            // The open visit is not in the new data.
            self.open_newest();
        } else {
            self.browser.refresh(&mut self.data);
            for ((pane, snapshot), hidden) in LISTS.into_iter().zip(&snapshots).zip(hidden) {
                self.restore_list(pane, snapshot, hidden);
            }
        }
        if shown.is_some() && shown == self.detail_target().and_then(|target| self.data.key(target)) {
            self.browser.scroll = Scroll::at(row);
        }
        let detail_is_missing = shown.is_some_and(|key| self.data.target(key).is_none());
        // From the bottom up: an overlay may depend on the one below it.
        for (overlay, selected) in overlays {
            let restored = self.restore_overlay(overlay, selected, detail_is_missing);
            self.overlays.extend(restored);
        }
        self.refresh_stats();
        if let Some(search) = &mut self.search.last {
            search.rerun(&self.data);
        }
        self.relist_commands();
    }

    fn list_snapshot(&mut self, pane: Pane) -> ListSnapshot {
        let list = self.list(pane);
        let selected = list.selected().unwrap_or_default();
        let from = |at: usize| (at..list.len()).take(NEARBY);
        let near_selection = from(selected).chain((0..selected).rev().take(NEARBY));
        let mut key = |row| self.rows_of(pane).get(row)?.key(&mut self.data);
        let selected = near_selection.filter_map(&mut key).collect();
        let top = from(list.top()).filter_map(key).collect();
        ListSnapshot { list, selected, top }
    }

    /// Restores the selection and the first visible row of a list, or rows near them.
    fn restore_list(&mut self, pane: Pane, snapshot: &ListSnapshot, hidden: Option<RowKey>) {
        let rows = self.rows_of(pane);
        let find = |key: &RowKey| key.find(rows, &self.data);
        let mut list = snapshot.list.resized(rows.len());
        if let Some(row) = snapshot.selected.iter().find_map(find) {
            list.select(row);
        }
        let top = snapshot.top.iter().enumerate().find_map(|(at, key)| Some((at, find(key)?)));
        if let Some((at, row)) = top {
            list.scroll_to(row, at == 0);
        }
        // The selected row may be hidden now, and reappear.
        let now_hidden =
            snapshot.selected.first().filter(|key| find(key).is_none() && key.exists(&self.data));
        let hidden = hidden.or_else(|| now_hidden.cloned());
        self.browser.set_hidden_selection(pane, hidden);
        self.browser.set_list(pane, list);
    }

    /// Rebuilds an overlay for the new data; `None` if its record is missing. `detail_is_missing` is about the record in the
    /// detail.
    fn restore_overlay(
        &self,
        overlay: Overlay,
        selected: Option<RecordKey>,
        detail_is_missing: bool,
    ) -> Option<Overlay> {
        match overlay {
            Overlay::FilterMenu(_) if detail_is_missing => None,
            Overlay::FilterMenu(old) => {
                let mut menu = self.filter_menu();
                let selected = old.selected();
                if let Some(row) = menu.rows.iter().position(|(filter, _)| Some(filter) == selected.as_ref())
                {
                    menu.list.select(row);
                }
                (!menu.is_empty()).then_some(Overlay::FilterMenu(menu))
            }
            Overlay::CopyMenu(mut menu) => {
                let had_records = !menu.records.is_empty();
                menu.records.retain(|key| self.data.target(*key).is_some());
                if had_records && menu.records.is_empty() {
                    return None;
                }
                menu.forms = self.forms_of(&self.targets(&menu.records), menu.translation);
                match &mut menu.exports {
                    Some(exports) => *exports = self.export_selection(),
                    None => menu.list = menu.list.resized(menu.forms.len()),
                }
                Some(Overlay::CopyMenu(menu))
            }
            Overlay::RecordPage(old) => {
                let exists = match old.content {
                    PageContent::Entity(key) => self.data.target_anywhere(key).is_some(),
                    PageContent::Context(key) => self.data.target(key).is_some(),
                    PageContent::Basket => true,
                };
                exists.then(|| Overlay::RecordPage(self.rebuild_page(old.content, old.list, selected)))
            }
            Overlay::TextView(TextView::SourceTrail(key) | TextView::Variants(key), _)
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
                search.rerun(&self.data);
                Some(Overlay::Search(search))
            }
            Overlay::EntryForm(mut form) => {
                form.forget_records();
                Some(Overlay::EntryForm(form))
            }
            overlay @ (Overlay::Stats(_)
            | Overlay::TextView(..)
            | Overlay::CommandPalette(_)
            | Overlay::BasketMenu(_)
            | Overlay::KindMenu(_)
            | Overlay::ThemeMenu(_)) => Some(overlay),
            Overlay::SaveForm(form) => Some(self.restored_save_form(form)),
        }
    }

    /// The page for the new data, with the same record selected.
    fn rebuild_page(&self, content: PageContent, list: List, selected: Option<RecordKey>) -> RecordPage {
        let rows = self.page_rows(content);
        let mut list = list.resized(rows.len());
        let selected = selected.and_then(|key| self.data.target(key));
        if let Some(row) = selected.and_then(|selected| rows.iter().position(|row| *row == selected)) {
            list.select(row);
        }
        RecordPage { content, rows, list }
    }
}
