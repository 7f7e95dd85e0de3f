//! The commands as a list in which one is found by its name and run: as the help, with headings, keys and what cannot be
//! done here; as the palette, with what can.

use crate::app::event::Effect;
use crate::app::input::command::{Action, COMMANDS, Change, Command, Context, Edit, Group};
use crate::app::input::typing::edit_text;
use crate::app::list::List;
use crate::app::overlay::Overlay;
use crate::app::overlay::palette::{Above, CommandPalette, Entry, Match};
use crate::app::state::App;
use std::cmp::Reverse;

use tui_input::Input;

use crate::search::{NameMatch, match_name};
use crate::text::{Line, TextRole, wrap_text};

/// The columns of the keys.
const KEYS_COLUMNS: usize = 22;

impl App {
    /// Opens the help, or the palette; closes whichever is open.
    pub(in crate::app) fn toggle_palette(&mut self, is_help: bool) {
        if let Some(Overlay::CommandPalette(_)) = self.overlays.top() {
            return self.close();
        }
        let palette =
            CommandPalette { is_help, input: Input::default(), entries: Vec::new(), list: List::default() };
        self.overlays.push(Overlay::CommandPalette(palette));
        self.list_commands(0);
    }

    /// The commands are listed anew after a change of the text, the first one chosen.
    pub(in crate::app) fn change_palette(&mut self, change: impl FnOnce(&mut Input)) {
        let Some(Overlay::CommandPalette(palette)) = self.overlays.top_mut() else { return };
        change(&mut palette.input);
        self.list_commands(0);
    }

    /// The commands are listed anew after a change of the records, with the choice where it was.
    pub(in crate::app) fn relist_commands(&mut self) {
        if let Some(Overlay::CommandPalette(palette)) = self.overlays.top() {
            self.list_commands(palette.list.selected().unwrap_or_default());
        }
    }

    fn list_commands(&mut self, chosen: usize) {
        let Some(Overlay::CommandPalette(palette)) = self.overlays.top() else { return };
        let entries = self.commands_of(palette);
        let mut list = List::new(entries.len());
        list.select(chosen);
        if let Some(Overlay::CommandPalette(palette)) = self.overlays.top_mut() {
            (palette.entries, palette.list) = (entries, list);
        }
    }

    pub(in crate::app) fn edit_palette(&mut self, edit: Edit) {
        self.change_palette(|input| edit_text(input, edit));
    }

    /// Runs the chosen command where the list was opened.
    pub(in crate::app) fn run_entry(&mut self) -> Option<Effect> {
        let Some(Overlay::CommandPalette(palette)) = self.overlays.top() else { return None };
        let action = palette.chosen()?.command.action;
        self.close();
        self.perform(action)
    }

    /// Where the keys were pressed before the list of commands was opened.
    fn ground_context(&self) -> Context {
        match (self.overlays.below(), &self.browser.find_in_pane) {
            (None, Some(_)) => Context::FindInPane,
            (beneath, _) => Self::context_of(beneath),
        }
    }

    fn commands_of(&self, palette: &CommandPalette) -> Vec<Entry> {
        let ground = self.ground_context();
        let typed = palette.text();
        let listed = |command: &&Command| match command.action {
            // A list is no place to move within another one from.
            Action::Palette | Action::Help | Action::StepOut => false,
            // What one does without thinking of its name.
            Action::Edit(_) | Action::Move(_) if !palette.is_help => false,
            // Nine commands of one pattern: those of which there is something to take off.
            Action::Filters(Change::Drop(place)) => place < self.browser.filters.chosen().len(),
            _ => self.is_offered(command, ground),
        };
        let fit = |command: &'static Command| Some((self.match_of(command, typed)?, command));
        let mut matches: Vec<(Match, &Command)> = COMMANDS.iter().filter(listed).filter_map(fit).collect();
        // Scattered letters are in many names.
        if matches.iter().any(|(found, _)| !found.is_scattered()) {
            matches.retain(|(found, _)| !found.is_scattered());
        }
        let entry = |(found, command): (Match, &'static Command)| {
            (found, Entry { command, heading: None, why_not: self.why_not(command.action) })
        };
        let mut found: Vec<(Match, Entry)> = matches.into_iter().map(entry).collect();
        let groups = Group::ALL;
        let group = |entry: &Entry| groups.iter().position(|group| *group == entry.command.group);
        if typed.trim().is_empty() {
            found.sort_by_key(|(_, entry)| (entry.why_not.is_some(), group(entry)));
        } else {
            found.sort_by_key(|(found, entry)| (Reverse(*found), entry.why_not.is_some()));
        }
        let mut entries: Vec<Entry> = found.into_iter().map(|(_, entry)| entry).collect();
        let mut above = None;
        for entry in &mut entries {
            let own = match (&entry.why_not, typed.trim().is_empty()) {
                (Some(_), true) => Some(Above::NotHere),
                (None, true) => Some(Above::Group(entry.command.group)),
                (_, false) => None,
            };
            entry.heading = own.filter(|_| above.replace(own) != Some(own));
        }
        entries
    }

    /// Whether a command has something to do in a context: it has keys there; in the panes also the forms of copying
    /// and writing, whose keys are those of their menus.
    fn is_offered(&self, command: &Command, ground: Context) -> bool {
        let has_keys = |context| self.input.keymap.keys(command, context).next().is_some();
        let is_form = matches!(command.action, Action::CopyAs(_) | Action::Print | Action::ExportAs(_));
        has_keys(ground)
            || command.keys_in(ground).next().is_some()
            || (matches!(ground, Context::Panes | Context::Pages) && is_form)
    }

    fn match_of(&self, command: &Command, typed: &str) -> Option<Match> {
        let keys =
            self.input.keymap.keys(command, self.ground_context()).map(|keys| self.input.keymap.shown(keys));
        // Who types a key looks for what it does.
        if keys.into_iter().any(|keys| keys == typed.trim()) {
            return Some(Match::Key);
        }
        let shown = match_name(typed, command.words.get(self.lang));
        if shown == Some(NameMatch::Prefix) {
            return Some(Match::Shown);
        }
        let others = [command.words.get(self.lang.other()), command.name];
        let others = others.into_iter().map(|name| match_name(typed, name));
        others.chain([shown]).max().flatten().map(Match::Name)
    }

    /// A command with its keys, and below it why it cannot be run.
    pub(in crate::app) fn palette_lines(
        &self,
        palette: &CommandPalette,
        row: usize,
        columns: usize,
    ) -> Vec<Line> {
        let Some(entry) = palette.entries.get(row) else { return Vec::new() };
        let command = entry.command;
        let ground = self.ground_context();
        let mut contexts = vec![ground];
        if matches!(ground, Context::Panes | Context::Pages) {
            contexts.extend([Context::Copying, Context::Exporting]);
        }
        let keys_in = |context: &Context| {
            let keys: Vec<String> =
                self.input.keymap.keys(command, *context).map(|keys| self.input.keymap.shown(keys)).collect();
            let way = match context {
                Context::Copying => self.key_in(Action::Copy, ground),
                Context::Exporting => self.key_in_menu(Action::Export),
                _ => String::new(),
            };
            (!keys.is_empty()).then(|| format!("{way} {}", keys.join("  ")).trim_start().to_owned())
        };
        let mut keys = contexts.iter().find_map(keys_in).unwrap_or_default();
        if self.input.keymap.is_own(command, ground) {
            keys.push_str(" *");
        }
        let role = if entry.why_not.is_some() { TextRole::Dim } else { TextRole::Plain };
        let key = Line::of(&keys, if role == TextRole::Dim { role } else { TextRole::Accent });
        let key = key.fit(KEYS_COLUMNS.min(columns / 2));
        let room = columns.saturating_sub(key.width());
        let mut words = wrap_text(&self.command_words(command), role, &[], room);
        if let Some(why) = &entry.why_not {
            words.extend(wrap_text(&self.notice_words(why), TextRole::Dim, &[], room));
        }
        let heading = entry.heading.map(|above| {
            let name = match above {
                Above::Group(group) => group.label(self.lang),
                Above::NotHere => self.lang.messages().not_available_here,
            };
            Line::of(name, TextRole::Heading)
        });
        let gap = heading.as_ref().filter(|_| row > 0).map(|_| Line::new());
        gap.into_iter().chain(heading).chain(Line::hang(&key, &words)).collect()
    }

    /// What a command does, in words; a filter is called by its name.
    pub fn command_words(&self, command: &Command) -> String {
        let words = command.words.get(self.lang);
        match command.action {
            Action::Filters(Change::Drop(place)) => {
                let filter = self.browser.filters.chosen().get(place).map(|filter| self.filter_label(filter));
                filter.map_or_else(|| words.to_owned(), |filter| format!("{words}: {filter}"))
            }
            _ => words.to_owned(),
        }
    }

    /// How many lines of an entry stand above it.
    pub fn palette_heading(palette: &CommandPalette, row: usize) -> usize {
        let heading = palette.entries.get(row).is_some_and(|entry| entry.heading.is_some());
        usize::from(heading) + usize::from(heading && row > 0)
    }
}
