//! The list of commands: the help lists all, also those that are not available; the palette finds one by name and runs it.

use crate::app::event::Effect;
use crate::app::input::command::{Action, COMMANDS, Command, Context, Edit, FilterChange, Group};
use crate::app::input::typing::edit_text;
use crate::app::list::List;
use crate::app::overlay::Overlay;
use crate::app::overlay::palette::{CommandHeading, CommandPalette, Entry, Match};
use crate::app::state::App;
use std::cmp::Reverse;

use tui_input::Input;

use crate::search::{NameMatch, match_name};
use crate::text::{Line, TextRole, wrap_text};

/// The columns of the keys.
const KEYS_COLUMNS: usize = 22;

impl App {
    /// Opens the help or the palette, or closes the one that is open.
    pub(in crate::app) fn toggle_palette(&mut self, is_help: bool) {
        if let Some(Overlay::CommandPalette(_)) = self.overlays.top() {
            return self.close();
        }
        let (input, list) = (Input::default(), List::default());
        let palette = CommandPalette { is_help, is_typed: !is_help, input, entries: Vec::new(), list };
        self.overlays.push(Overlay::CommandPalette(palette));
        self.list_commands(0);
    }

    /// Begins to search the help.
    pub(in crate::app) fn search_help(&mut self) {
        if let Some(Overlay::CommandPalette(palette)) = self.overlays.top_mut() {
            palette.is_typed = true;
        }
    }

    /// Ends the search of the help, and shows all of it again. Returns whether there was one.
    pub(in crate::app) fn end_search_of_help(&mut self) -> bool {
        let Some(Overlay::CommandPalette(palette)) = self.overlays.top_mut() else { return false };
        if !palette.is_help || !palette.is_typed {
            return false;
        }
        palette.is_typed = false;
        self.change_palette(|input| *input = Input::default());
        true
    }

    /// Changes the input, and lists the commands that match it, with the first one selected.
    pub(in crate::app) fn change_palette(&mut self, change: impl FnOnce(&mut Input)) {
        let Some(Overlay::CommandPalette(palette)) = self.overlays.top_mut() else { return };
        change(&mut palette.input);
        self.list_commands(0);
    }

    /// Lists the commands again after a change of the records, with the same row selected.
    pub(in crate::app) fn relist_commands(&mut self) {
        if let Some(Overlay::CommandPalette(palette)) = self.overlays.top() {
            self.list_commands(palette.list.selected().unwrap_or_default());
        }
    }

    fn list_commands(&mut self, selected: usize) {
        let Some(Overlay::CommandPalette(palette)) = self.overlays.top() else { return };
        let entries = self.commands_of(palette);
        let mut list = List::new(entries.len());
        list.select(selected);
        if let Some(Overlay::CommandPalette(palette)) = self.overlays.top_mut() {
            (palette.entries, palette.list) = (entries, list);
        }
    }

    pub(in crate::app) fn edit_palette(&mut self, edit: Edit) {
        self.change_palette(|input| edit_text(input, edit));
    }

    /// Closes the list, and runs the selected command.
    pub(in crate::app) fn run_selected_command(&mut self) -> Option<Effect> {
        let Some(Overlay::CommandPalette(palette)) = self.overlays.top() else { return None };
        let action = palette.selected()?.command.action;
        self.close();
        self.perform(action)
    }

    /// The context below the list of commands.
    fn context_below_palette(&self) -> Context {
        match (self.overlays.below(), &self.browser.find_in_pane) {
            (None, Some(_)) => Context::FindInPane,
            (overlay, _) => Self::context_of(overlay),
        }
    }

    fn commands_of(&self, palette: &CommandPalette) -> Vec<Entry> {
        let context = self.context_below_palette();
        let typed = palette.text();
        let listed = |command: &&Command| match command.action {
            // These would only open or close the list itself.
            Action::Palette | Action::Help | Action::StepOut => false,
            // Nobody looks these up by name.
            Action::Edit(_) | Action::Move(_) if !palette.is_help => false,
            // One command for each of nine filters: only those of active filters.
            Action::Filters(FilterChange::Remove(index)) => index < self.browser.filters.active().len(),
            _ => self.is_offered(command, context),
        };
        let with_match = |command: &'static Command| Some((self.match_of(command, typed)?, command));
        let mut matches: Vec<(Match, &Command)> =
            COMMANDS.iter().filter(listed).filter_map(with_match).collect();
        // Most names contain any few letters.
        if matches.iter().any(|(found, _)| !found.is_scattered()) {
            matches.retain(|(found, _)| !found.is_scattered());
        }
        let entry = |(found, command): (Match, &'static Command)| {
            (found, Entry { command, heading: None, unavailable: self.unavailable_reason(command.action) })
        };
        let mut found: Vec<(Match, Entry)> = matches.into_iter().map(entry).collect();
        let groups = Group::ALL;
        let group = |entry: &Entry| groups.iter().position(|group| *group == entry.command.group);
        if typed.trim().is_empty() {
            found.sort_by_key(|(_, entry)| (entry.unavailable.is_some(), group(entry)));
        } else {
            found.sort_by_key(|(found, entry)| (Reverse(*found), entry.unavailable.is_some()));
        }
        let mut entries: Vec<Entry> = found.into_iter().map(|(_, entry)| entry).collect();
        let mut previous = None;
        for entry in &mut entries {
            let own = match (&entry.unavailable, typed.trim().is_empty()) {
                (Some(_), true) => Some(CommandHeading::NotAvailable),
                (None, true) => Some(CommandHeading::Group(entry.command.group)),
                (_, false) => None,
            };
            entry.heading = own.filter(|_| previous.replace(own) != Some(own));
        }
        entries
    }

    /// Whether a command can be run in a context: it has keys there. In the panes and pages, also the commands of the copy and export
    /// menus.
    fn is_offered(&self, command: &Command, context: Context) -> bool {
        let has_keys = |context| self.input.keymap.keys(command, context).next().is_some();
        let is_form = matches!(command.action, Action::CopyAs(_) | Action::Print | Action::ExportAs(_));
        has_keys(context)
            || command.keys_in(context).next().is_some()
            || (matches!(context, Context::Panes | Context::Pages) && is_form)
    }

    fn match_of(&self, command: &Command, typed: &str) -> Option<Match> {
        let keys = self
            .input
            .keymap
            .keys(command, self.context_below_palette())
            .map(|keys| self.input.keymap.shown(keys));
        // The input is a key: find its command.
        if keys.into_iter().any(|keys| keys == typed.trim()) {
            return Some(Match::Key);
        }
        let shown = match_name(typed, command.label.get(self.lang));
        if shown == Some(NameMatch::Prefix) {
            return Some(Match::LabelPrefix);
        }
        let others = [command.label.get(self.lang.other()), command.name];
        let others = others.into_iter().map(|name| match_name(typed, name));
        others.chain([shown]).max().flatten().map(Match::Name)
    }

    /// The lines of a row: the keys and the label, and why the command is not available.
    pub(in crate::app) fn palette_lines(
        &self,
        palette: &CommandPalette,
        row: usize,
        columns: usize,
    ) -> Vec<Line> {
        let Some(entry) = palette.entries.get(row) else { return Vec::new() };
        let command = entry.command;
        let base = self.context_below_palette();
        let mut contexts = vec![base];
        if matches!(base, Context::Panes | Context::Pages) {
            contexts.extend([Context::Copying, Context::Exporting]);
        }
        let keys_in = |context: &Context| {
            let keys: Vec<String> =
                self.input.keymap.keys(command, *context).map(|keys| self.input.keymap.shown(keys)).collect();
            let prefix = match context {
                Context::Copying => self.key_in(Action::Copy, base),
                Context::Exporting => self.key_in_menu(Action::Export),
                _ => String::new(),
            };
            (!keys.is_empty()).then(|| format!("{prefix} {}", keys.join("  ")).trim_start().to_owned())
        };
        let mut keys = contexts.iter().find_map(keys_in).unwrap_or_default();
        if self.input.keymap.is_custom(command, base) {
            keys.push_str(" *");
        }
        let role = if entry.unavailable.is_some() { TextRole::Dim } else { TextRole::Plain };
        let key = Line::of(&keys, if role == TextRole::Dim { role } else { TextRole::Accent });
        let key = key.fit(KEYS_COLUMNS.min(columns / 2));
        let room = columns.saturating_sub(key.width());
        let mut lines = wrap_text(&self.command_label(command), role, &[], room);
        if let Some(reason) = &entry.unavailable {
            lines.extend(wrap_text(&self.notice_text(reason), TextRole::Dim, &[], room));
        }
        let heading = entry.heading.map(|heading| {
            let name = match heading {
                CommandHeading::Group(group) => group.label(self.lang),
                CommandHeading::NotAvailable => self.lang.messages().not_available_here,
            };
            Line::of(name, TextRole::Heading)
        });
        let gap = heading.as_ref().filter(|_| row > 0).map(|_| Line::new());
        gap.into_iter().chain(heading).chain(Line::hang(&key, &lines)).collect()
    }

    /// The label of a command, with the label of the filter that it removes.
    pub fn command_label(&self, command: &Command) -> String {
        let label = command.label.get(self.lang);
        match command.action {
            Action::Filters(FilterChange::Remove(index)) => {
                let filter = self.browser.filters.active().get(index).map(|filter| self.filter_label(filter));
                filter.map_or_else(|| label.to_owned(), |filter| format!("{label}: {filter}"))
            }
            _ => label.to_owned(),
        }
    }

    /// How many lines of a row are the heading above it, with the gap before that.
    pub fn palette_heading(palette: &CommandPalette, row: usize) -> usize {
        let heading = palette.entries.get(row).is_some_and(|entry| entry.heading.is_some());
        usize::from(heading) + usize::from(heading && row > 0)
    }
}
