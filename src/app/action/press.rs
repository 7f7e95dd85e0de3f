//! Key presses: resolves keys to actions by context, and performs them.

use crate::app::event::Effect;
use crate::app::input::command::{Action, Context, Edit, FilterChange};
use crate::app::input::key::Key;
use crate::app::input::keymap::Resolved;
use crate::app::input::typing::{edit_text, insert, to_single_line};
use crate::app::layout::Pane;
use crate::app::notice::{BasketNotice, EntryNotice, Notice};
use crate::app::overlay::Overlay;
use crate::app::overlay::entry_form::EntryForm;
use crate::app::overlay::theme_menu::ThemeMenu;
use crate::app::state::App;
use crate::entry::Kind;

impl App {
    pub(in crate::app) fn press(&mut self, key: Key) -> Option<Effect> {
        let notice = self.notice.take();
        self.input.pending.push(key);
        let resolved = self.input.keymap.resolve(self.context(), &self.input.pending);
        if resolved == Resolved::Unbound && self.input.pending.len() > 1 && !self.context().is_typed() {
            self.input.pending.pop();
            return self.press_in_sequence(key);
        }
        let pressed = match resolved {
            Resolved::Prefix => Vec::new(),
            _ => std::mem::take(&mut self.input.pending),
        };
        if !matches!(resolved, Resolved::Action(Action::Open)) {
            self.searches_mut().for_each(|search| search.open_best = false);
        }
        match resolved {
            Resolved::Action(Action::Interrupt) if notice == Some(Notice::PressAgainToQuit) => self.quit(),
            Resolved::Action(Action::Close | Action::Quit | Action::Interrupt)
                if matches!(notice, Some(Notice::Basket(BasketNotice::WouldBeLost(_)))) =>
            {
                Some(Effect::Quit)
            }
            Resolved::Action(Action::StepOut | Action::Interrupt)
                if notice == Some(Notice::Entry(EntryNotice::FormWouldBeLost)) =>
            {
                self.overlays.close_entry_form();
                None
            }
            Resolved::Action(action) => self.perform(action),
            Resolved::Prefix => {
                self.begin_sequence();
                None
            }
            Resolved::Unbound => {
                self.type_key(key, pressed);
                None
            }
        }
    }

    /// Types a letter into an input. Elsewhere a message says that the keys have no command.
    fn type_key(&mut self, key: Key, pressed: Vec<Key>) {
        match key.typed() {
            Some(c) if self.context().is_typed() => self.type_in(c.encode_utf8(&mut [0; 4])),
            _ if self.context().is_typed() => {}
            _ => self.notice = Some(Notice::UnboundKeys(pressed)),
        }
    }

    /// Types a pasted text into an input, as one line unless it is a field of several. Elsewhere it is ignored, not taken as commands.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        self.input.pending.clear();
        self.notice = None;
        if self.context().is_typed() {
            self.searches_mut().for_each(|search| search.open_best = false);
            self.type_in(text);
        } else {
            self.notice = Some(Notice::CannotPaste);
        }
    }

    fn type_in(&mut self, text: &str) {
        match (self.overlays.top_mut(), &mut self.browser.find_in_pane) {
            (Some(Overlay::EntryForm(_)), _) => self.type_in_form(text),
            (Some(Overlay::SaveForm(form)), _) => form.type_in(text),
            (Some(Overlay::Search(search)), _) => search.type_in(&to_single_line(text)),
            (Some(Overlay::CommandPalette(_)), _) => {
                self.change_palette(|input| insert(input, &to_single_line(text)));
            }
            (None, Some(find_in_pane)) => {
                find_in_pane.change(|input| insert(input, &to_single_line(text)));
                self.browser.refresh_typed(&mut self.data);
            }
            _ => {}
        }
    }

    /// The context in which keys are resolved.
    pub fn context(&self) -> Context {
        match (self.overlays.top(), &self.browser.find_in_pane) {
            (None, Some(_)) => Context::FindInPane,
            (overlay, _) => Self::context_of(overlay),
        }
    }

    pub(in crate::app) fn context_of(overlay: Option<&Overlay>) -> Context {
        match overlay {
            None => Context::Panes,
            Some(Overlay::Search(_)) => Context::Search,
            Some(
                Overlay::FilterMenu(_)
                | Overlay::KindMenu(_)
                | Overlay::BasketMenu(_)
                | Overlay::ThemeMenu(_),
            ) => Context::Menu,
            Some(Overlay::EntryForm(_) | Overlay::SaveForm(_)) => Context::Form,
            Some(Overlay::CopyMenu(menu)) if menu.exports.is_some() => Context::Exporting,
            Some(Overlay::CopyMenu(_)) => Context::Copying,
            Some(Overlay::CommandPalette(palette)) if palette.is_typed => Context::Commands,
            Some(Overlay::CommandPalette(_)) => Context::Help,
            Some(Overlay::RecordPage(_)) => Context::Pages,
            Some(Overlay::Stats(_)) => Context::Views,
            Some(Overlay::TextView(..)) => Context::Reading,
        }
    }

    /// Performs an action, or shows why it is not available.
    pub(in crate::app) fn perform(&mut self, action: Action) -> Option<Effect> {
        if let Some(reason) = self.unavailable_reason(action) {
            self.notice = Some(reason);
            return None;
        }
        match action {
            Action::Move(step) => self.move_by(step),
            Action::Left => self.move_sideways(false),
            Action::Right => self.move_sideways(true),
            Action::NextPane => self.cycle_focus(true),
            Action::PreviousPane => self.cycle_focus(false),
            Action::Pane(number) => Pane::ALL.get(number).into_iter().for_each(|pane| self.focus_on(*pane)),
            Action::Open => return self.open(),
            Action::Copy => self.open_copy_menu(),
            Action::CopyAs(form) => return self.copy_as(form),
            Action::CopyAgain => return self.copy_again(),
            Action::CopyTranslation => self.next_copy_translation(),
            Action::Print => return self.print(),
            Action::Export => self.open_export_menu(),
            Action::ExportAs(format) => return self.export_as(format),
            Action::Filters(change) => return self.perform_filters(change),
            Action::Stats(action) => self.perform_stats(action),
            Action::Entry(action) => return self.perform_entry(action),
            Action::FindInPane => self.begin_find_in_pane(),
            Action::ToggleOutside => self.browser.toggle_outside(&mut self.data),
            Action::Back => self.back(),
            Action::Forward => self.browser.go_forward(&mut self.data),
            Action::NextResult => self.step_result(true),
            Action::PreviousResult => self.step_result(false),
            Action::Search if self.context() == Context::Help => self.search_help(),
            Action::Search => self.open_search(),
            Action::KeepSearch => self.keep_search(),
            Action::SearchWithin => self.next_search_scope(),
            Action::SearchKind => self.next_search_kind(),
            Action::OlderQuery => self.recall(true),
            Action::NewerQuery => self.recall(false),
            Action::External(action) => return self.perform_external(action),
            Action::Problems => self.show_problems(0),
            Action::Help => self.toggle_palette(true),
            Action::Palette => self.toggle_palette(false),
            Action::Themes => self.overlays.push(Overlay::ThemeMenu(ThemeMenu::new(self.palette))),
            Action::Zoom => self.browser.options.zoomed = !self.browser.options.zoomed,
            Action::Sort(order) => self.browser.sort(&mut self.data, order),
            Action::Lines => self.next_lines(),
            Action::RecordPage | Action::InContext | Action::Variants | Action::SourceTrail => {
                self.open_view(action);
            }
            Action::Translation => self.next_translation(),
            Action::Basket(action) => return self.perform_basket_action(action),
            Action::Language => self.switch_language(),
            Action::StepOut => self.step_out(),
            Action::Close if !self.overlays.is_empty() => self.close(),
            Action::Close | Action::Quit => return self.quit(),
            Action::Interrupt => self.interrupt(),
            Action::ToggleMouse => return Some(self.toggle_mouse()),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Repaint => return Some(Effect::Repaint),
            Action::Edit(edit) => self.edit(edit),
        }
        None
    }

    /// Changes the filters, also from a view of the whole, or takes an addition back or makes it again.
    fn perform_filters(&mut self, change: FilterChange) -> Option<Effect> {
        if let Some(effect) = self.restoring(change) {
            self.additions.is_writing = true;
            return Some(effect);
        }
        match change {
            FilterChange::Add if self.stats_view().is_some() => self.filter_by_stats_row(),
            change => {
                self.change_filters(change);
                self.refresh_stats();
            }
        }
        None
    }

    fn move_sideways(&mut self, right: bool) {
        if self.stats_view().is_some() {
            self.move_stats_sideways(right);
        } else {
            self.focus_sideways(right);
        }
    }

    fn switch_language(&mut self) {
        self.lang = self.lang.other();
        self.refresh_copy_menu();
        self.refresh_stats();
        self.overlays.entry_form_mut().into_iter().for_each(EntryForm::forget_records);
    }

    /// Opens the selection of the top overlay or of the panes.
    fn open(&mut self) -> Option<Effect> {
        match self.overlays.top() {
            Some(Overlay::CopyMenu(_)) => return self.accept_copy_row(),
            Some(Overlay::CommandPalette(_)) => return self.run_selected_command(),
            Some(Overlay::EntryForm(_)) => return self.open_in_form(),
            Some(Overlay::SaveForm(_)) => return self.accept_save_form(),
            Some(Overlay::BasketMenu(_)) => self.open_kept_basket(),
            Some(Overlay::KindMenu(list)) => {
                let kind = list.selected().and_then(|row| Kind::ALL.get(row)).copied();
                self.overlays.pop();
                if let Some(kind) = kind {
                    self.open_entry_form(kind);
                }
            }
            Some(Overlay::ThemeMenu(_)) => return Some(self.keep_theme()),
            Some(Overlay::RecordPage(_)) => self.open_from_page(),
            Some(Overlay::Search(_)) => self.open_result(),
            Some(Overlay::FilterMenu(menu)) => {
                let filter = menu.selected();
                self.overlays.pop();
                if let Some(filter) = filter {
                    self.toggle_filter(filter);
                }
            }
            Some(Overlay::Stats(_)) => self.open_stats_row(),
            Some(Overlay::TextView(..)) => {}
            None => self.open_in_panes(),
        }
        None
    }

    fn edit(&mut self, edit: Edit) {
        match (self.overlays.top_mut(), &mut self.browser.find_in_pane) {
            (Some(Overlay::EntryForm(_)), _) => self.edit_form(edit),
            (Some(Overlay::SaveForm(form)), _) => form.edit(edit),
            (Some(Overlay::Search(search)), _) => search.edit(edit),
            (Some(Overlay::CommandPalette(_)), _) => self.edit_palette(edit),
            (None, Some(find_in_pane)) => {
                find_in_pane.change(|input| edit_text(input, edit));
                self.browser.refresh_typed(&mut self.data);
            }
            _ => {}
        }
    }

    /// Ends the tour, or closes the top overlay, or find in pane, or leaves the detail, or removes all filters. Never quits.
    fn step_out(&mut self) {
        if self.can_end_tour() {
            self.tour = None;
        } else if matches!(self.overlays.top(), Some(Overlay::EntryForm(_))) {
            self.leave_form();
        } else if !self.overlays.is_empty() {
            if !self.end_search_of_help() {
                self.close();
            }
        } else if let Some(find_in_pane) = self.browser.find_in_pane.take() {
            match find_in_pane.place_before {
                Some(place) => self.browser.restore_place(&mut self.data, place),
                None => self.browser.refresh(&mut self.data),
            }
        } else if self.browser.focus == Pane::Detail {
            self.focus_on(self.browser.source);
        } else if !self.browser.filters.active().is_empty() {
            let removed = self.browser.filters.active().to_vec();
            self.remove_all_filters();
            self.notice = Some(Notice::Navigated { removed, result: None });
        } else {
            self.notice = Some(Notice::EscDoesNotQuit);
        }
    }

    /// Clears the input, then closes it; without an input, asks for the key again to quit.
    fn interrupt(&mut self) {
        match (self.overlays.top_mut(), &mut self.browser.find_in_pane) {
            (Some(Overlay::EntryForm(_)), _) => self.interrupt_form(),
            (Some(Overlay::Search(search)), _) if !search.text().is_empty() => {
                search.edit(Edit::Clear);
            }
            (Some(Overlay::CommandPalette(palette)), _) if !palette.text().is_empty() => {
                self.edit_palette(Edit::Clear);
            }
            (Some(_), _) => self.close(),
            (None, Some(find_in_pane)) if !find_in_pane.text().is_empty() => self.edit(Edit::Clear),
            (None, Some(_)) => self.step_out(),
            (None, None) => self.notice = Some(Notice::PressAgainToQuit),
        }
    }

    /// Closes the top overlay.
    pub(in crate::app) fn close(&mut self) {
        if let Some(Overlay::Search(search)) = self.overlays.pop() {
            self.search.store(search);
        }
        // The basket may have changed while the overlay covered its page.
        self.refresh_basket_page();
    }
}
