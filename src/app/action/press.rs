//! From a key to an action: what it means where it is pressed, and the one place where commands are run.

use crate::app::event::Effect;
use crate::app::input::command::{Action, Context, Edit};
use crate::app::input::key::Key;
use crate::app::input::keymap::Resolved;
use crate::app::input::typing::{edit_text, in_one_line, insert};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::state::App;

impl App {
    pub(in crate::app) fn press(&mut self, key: Key) -> Option<Effect> {
        let asked = self.notice.take();
        self.input.pending.push(key);
        let resolved = self.input.keymap.resolve(self.context(), &self.input.pending);
        if resolved == Resolved::Nothing && self.input.pending.len() > 1 && !self.context().is_typed() {
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
            Resolved::Action(Action::Interrupt) if asked == Some(Notice::OnceMore) => self.leave(),
            Resolved::Action(Action::Close | Action::Quit | Action::Interrupt)
                if matches!(asked, Some(Notice::Marked(_))) =>
            {
                Some(Effect::Quit)
            }
            Resolved::Action(action) => self.perform(action),
            Resolved::Prefix => {
                self.begin_sequence();
                None
            }
            Resolved::Nothing => {
                self.take_letter(key, pressed);
                None
            }
        }
    }

    /// A letter is typed where letters are; elsewhere keys without a command are told from a program that hangs.
    fn take_letter(&mut self, key: Key, pressed: Vec<Key>) {
        match key.typed() {
            Some(c) if self.context().is_typed() => self.type_in(c.encode_utf8(&mut [0; 4])),
            _ if self.context().is_typed() => {}
            _ => self.notice = Some(Notice::NoCommand(pressed)),
        }
    }

    /// A text is typed where letters are, in one line; elsewhere it would be a row of commands that nobody has given.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        self.input.pending.clear();
        self.notice = None;
        if self.context().is_typed() {
            self.searches_mut().for_each(|search| search.open_best = false);
            self.type_in(&in_one_line(text));
        } else {
            self.notice = Some(Notice::NoInput);
        }
    }

    fn type_in(&mut self, text: &str) {
        match (self.overlays.top_mut(), &mut self.browser.find_in_pane) {
            (Some(Overlay::Search(search)), _) => search.type_in(text),
            (Some(Overlay::CommandPalette(_)), _) => self.change_palette(|input| insert(input, text)),
            (None, Some(find_in_pane)) => {
                find_in_pane.change(|input| insert(input, text));
                self.browser.refresh_typed(&mut self.data);
            }
            _ => {}
        }
    }

    /// Where keys are pressed now.
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
            Some(Overlay::Menu(_)) => Context::Menu,
            Some(Overlay::Copy(menu)) if menu.exports.is_some() => Context::Exporting,
            Some(Overlay::Copy(_)) => Context::Copying,
            Some(Overlay::CommandPalette(_)) => Context::Commands,
            Some(Overlay::RecordPage(_)) => Context::Pages,
            Some(Overlay::TextView(..)) => Context::Reading,
        }
    }

    /// Runs a command, or says why that cannot be done.
    pub(in crate::app) fn perform(&mut self, action: Action) -> Option<Effect> {
        if let Some(why) = self.why_not(action) {
            self.notice = Some(why);
            return None;
        }
        match action {
            Action::Move(step) => self.move_by(step),
            Action::Left => self.focus_beside(false),
            Action::Right => self.focus_beside(true),
            Action::NextPane => self.focus_by(true),
            Action::PreviousPane => self.focus_by(false),
            Action::Pane(number) => Pane::ALL.get(number).into_iter().for_each(|pane| self.focus_on(*pane)),
            Action::Open => return self.open_on_top(),
            Action::Copy => self.open_copying(),
            Action::CopyAs(form) => return self.copy_as(form),
            Action::CopyAgain => return self.copy_again(),
            Action::NextWords => self.next_words(),
            Action::Print => return self.print(),
            Action::Export => self.open_exports(),
            Action::ExportAs(format) => return self.export_as(format),
            Action::Filters(change) => self.change_filters(change),
            Action::FindInPane => self.begin_find_in_pane(),
            Action::Outside => self.toggle_outside(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::NextHit => self.walk_hits(true),
            Action::PreviousHit => self.walk_hits(false),
            Action::Search => self.open_search(),
            Action::SearchWithin => self.search_within(),
            Action::SearchKind => self.search_kind(),
            Action::OlderQuery => self.recall(true),
            Action::NewerQuery => self.recall(false),
            Action::External(errand) => return self.go_on(errand),
            Action::Problems => self.show_problems(0),
            Action::Help => self.toggle_palette(true),
            Action::Palette => self.toggle_palette(false),
            Action::Zoom => self.browser.options.zoomed = !self.browser.options.zoomed,
            Action::Sort(order) => self.sort(order),
            Action::Lines => self.next_lines(),
            Action::Gather | Action::InContext | Action::Variants | Action::Trail => {
                self.bring_together(action);
            }
            Action::Translation => self.next_translation(),
            Action::Basket(deed) => return self.keep(deed),
            Action::Language => {
                self.lang = self.lang.other();
                self.copy_anew();
            }
            Action::StepOut => self.step_out(),
            Action::Close if !self.overlays.is_empty() => self.close(),
            Action::Close | Action::Quit => return self.leave(),
            Action::Interrupt => self.interrupt(),
            Action::Clicks => return Some(self.toggle_clicks()),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Repaint => return Some(Effect::Repaint),
            Action::Edit(edit) => self.edit(edit),
        }
        None
    }

    /// Opens what is chosen in what lies on top, else in the panes.
    fn open_on_top(&mut self) -> Option<Effect> {
        match self.overlays.top() {
            Some(Overlay::Copy(_)) => return self.take_row(),
            Some(Overlay::CommandPalette(_)) => return self.run_entry(),
            Some(Overlay::RecordPage(_)) => self.open_from_page(),
            _ => self.open(),
        }
        None
    }

    fn edit(&mut self, edit: Edit) {
        match (self.overlays.top_mut(), &mut self.browser.find_in_pane) {
            (Some(Overlay::Search(search)), _) => search.edit(edit),
            (Some(Overlay::CommandPalette(_)), _) => self.edit_palette(edit),
            (None, Some(find_in_pane)) => {
                find_in_pane.change(|input| edit_text(input, edit));
                self.browser.refresh_typed(&mut self.data);
            }
            _ => {}
        }
    }

    /// One step out: what lies on top, the text that narrows a pane, the detail, all filters; then there is none.
    fn step_out(&mut self) {
        if !self.overlays.is_empty() {
            self.close();
        } else if let Some(find_in_pane) = self.browser.find_in_pane.take() {
            match find_in_pane.before {
                Some(before) => self.take_place(before),
                None => self.browser.refresh(&mut self.data),
            }
        } else if self.browser.focus == Pane::Detail {
            self.focus_on(self.browser.source);
        } else if !self.browser.filters.chosen().is_empty() {
            let dropped = self.browser.filters.chosen().to_vec();
            self.remove_all_filters();
            self.notice = Some(Notice::Revealed { dropped, hit: None });
        } else {
            self.notice = Some(Notice::EscDoesNotQuit);
        }
    }

    fn interrupt(&mut self) {
        match (self.overlays.top_mut(), &mut self.browser.find_in_pane) {
            (Some(Overlay::Search(search)), _) if !search.text().is_empty() => {
                search.edit(Edit::Clear);
            }
            (Some(Overlay::CommandPalette(palette)), _) if !palette.text().is_empty() => {
                self.edit_palette(Edit::Clear);
            }
            (Some(_), _) => self.close(),
            (None, Some(find_in_pane)) if !find_in_pane.text().is_empty() => self.edit(Edit::Clear),
            (None, Some(_)) => self.step_out(),
            (None, None) => self.notice = Some(Notice::OnceMore),
        }
    }

    /// Closes what lies on top.
    pub(in crate::app) fn close(&mut self) {
        if let Some(Overlay::Search(search)) = self.overlays.pop() {
            self.remember(search);
        }
        // It may have changed while something else lay on it.
        self.refresh_basket_page();
    }
}
