//! Unfinished sequences of keys, with a menu of the commands that may follow.

use crate::app::event::Effect;
use crate::app::input::command::{Action, COMMANDS, Command, Context, FilterChange, Move};
use crate::app::input::key::Key;
use crate::app::input::keymap::Resolved;
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::state::App;

impl App {
    /// The available commands whose keys begin with the keys pressed so far, each with the remaining keys.
    pub fn follow_ups(&self) -> Vec<(&'static Command, &[Key])> {
        let context = self.context();
        let follow_up = |command: &'static Command| {
            let mut keys = self.input.keymap.keys(command, context);
            let keys = keys.find(|keys| keys.starts_with(&self.input.pending))?;
            Some((command, keys.get(self.input.pending.len()..)?))
                .filter(|_| self.is_available(command.action))
        };
        COMMANDS.iter().filter_map(follow_up).collect()
    }

    /// The label of a command in the menu; for the removal of a filter, the label of the filter.
    pub fn follow_up_label(&self, command: &Command) -> String {
        match command.action {
            Action::Filters(FilterChange::Remove(index)) => self
                .browser
                .filters
                .active()
                .get(index)
                .map(|filter| self.filter_label(filter))
                .unwrap_or_default(),
            _ => command.label.get(self.lang).to_owned(),
        }
    }

    /// The list of the menu.
    pub fn follow_up_list(&self) -> List {
        self.input.follow_up.resized(self.follow_ups().len())
    }

    /// Selects the first row of the menu after each key of a sequence.
    pub(in crate::app) fn begin_sequence(&mut self) {
        self.input.follow_up = List::new(self.follow_ups().len());
        self.warn_if_unavailable();
    }

    /// Ends the sequence with a message if no command that may follow is available.
    fn warn_if_unavailable(&mut self) {
        let context = self.context();
        let begins = |command: &&Command| {
            self.input.keymap.keys(command, context).any(|keys| keys.starts_with(&self.input.pending))
        };
        let mut reasons =
            COMMANDS.iter().filter(begins).map(|command| self.unavailable_reason(command.action));
        let first = reasons.next().flatten();
        if first.is_some() && reasons.all(|reason| reason.is_some()) {
            self.notice = first;
            self.input.pending.clear();
        }
    }

    /// Handles a key that does not continue the sequence: it moves in the menu, opens its selected row, or closes it.
    pub(in crate::app) fn press_in_sequence(&mut self, key: Key) -> Option<Effect> {
        let rows = self.follow_ups().len();
        match self.input.keymap.resolve(Context::Menu, &[key]) {
            Resolved::Action(Action::Move(step)) if rows > 0 => {
                self.input.follow_up = step_list(self.input.follow_up.resized(rows), step);
                None
            }
            Resolved::Action(Action::Open) if rows > 0 => {
                let selected = self.follow_up_list().selected();
                let action = selected.and_then(|row| Some(self.follow_ups().get(row)?.0.action));
                self.input.pending.clear();
                action.and_then(|action| self.perform(action))
            }
            Resolved::Action(Action::StepOut | Action::Close) => {
                self.input.pending.clear();
                None
            }
            _ => {
                let mut pressed = std::mem::take(&mut self.input.pending);
                pressed.push(key);
                self.notice = Some(Notice::UnboundKeys(pressed));
                None
            }
        }
    }
}

/// Moves the selection of a list that is short enough to fit the screen.
fn step_list(mut list: List, step: Move) -> List {
    let row = list.selected().unwrap_or_default();
    list.select(match step {
        Move::Next => row + 1,
        Move::Previous => row.saturating_sub(1),
        Move::First | Move::HalfPageUp | Move::PageUp => 0,
        Move::Last | Move::HalfPageDown | Move::PageDown => usize::MAX,
    });
    list
}
