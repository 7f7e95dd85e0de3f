//! A sequence of keys that is not finished: what may follow is a menu, in which one moves as in any other.

use crate::app::event::Effect;
use crate::app::input::command::{Action, COMMANDS, Change, Command, Context, Move};
use crate::app::input::key::Key;
use crate::app::input::keymap::Resolved;
use crate::app::list::List;
use crate::app::notice::Notice;
use crate::app::state::App;

impl App {
    /// The commands that the keys pressed so far may still become, each with the keys that are missing. What cannot be done is
    /// left out.
    pub fn follow_ups(&self) -> Vec<(&'static Command, &[Key])> {
        let context = self.context();
        let follow_up = |command: &'static Command| {
            let mut keys = self.input.keymap.keys(command, context);
            let keys = keys.find(|keys| keys.starts_with(&self.input.pending))?;
            Some((command, keys.get(self.input.pending.len()..)?)).filter(|_| self.can(command.action))
        };
        COMMANDS.iter().filter_map(follow_up).collect()
    }

    /// What a command of the menu does, in words; a filter is called by its name.
    pub fn follow_up_words(&self, command: &Command) -> String {
        match command.action {
            Action::Filters(Change::Drop(place)) => self
                .browser
                .filters
                .chosen()
                .get(place)
                .map(|filter| self.filter_label(filter))
                .unwrap_or_default(),
            _ => command.words.get(self.lang).to_owned(),
        }
    }

    /// The menu of what may follow, with its chosen row.
    pub fn follow_up_list(&self) -> List {
        self.input.follow_up.resized(self.follow_ups().len())
    }

    /// A sequence has begun, or goes on: its menu begins with its first row.
    pub(in crate::app) fn begin_sequence(&mut self) {
        self.input.follow_up = List::new(self.follow_ups().len());
        self.answer_early();
    }

    /// When nothing that could follow can be done, that is said already. The key that follows is still taken for what it is.
    fn answer_early(&mut self) {
        let context = self.context();
        let begins = |command: &&Command| {
            self.input.keymap.keys(command, context).any(|keys| keys.starts_with(&self.input.pending))
        };
        let mut whys = COMMANDS.iter().filter(begins).map(|command| self.why_not(command.action));
        let first = whys.next().flatten();
        if first.is_some() && whys.all(|why| why.is_some()) {
            self.notice = first;
        }
    }

    /// A key that continues no sequence means in the menu what it means in others: it moves, opens, or closes.
    pub(in crate::app) fn press_in_sequence(&mut self, key: Key) -> Option<Effect> {
        let rows = self.follow_ups().len();
        match self.input.keymap.resolve(Context::Menu, &[key]) {
            Resolved::Action(Action::Move(step)) if rows > 0 => {
                self.input.follow_up = moved(self.input.follow_up.resized(rows), step);
                None
            }
            Resolved::Action(Action::Open) if rows > 0 => {
                let chosen = self.follow_up_list().selected();
                let action = chosen.and_then(|row| Some(self.follow_ups().get(row)?.0.action));
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
                self.notice = Some(Notice::NoCommand(pressed));
                None
            }
        }
    }
}

/// The list after a step; it is short enough to be seen whole.
fn moved(mut list: List, step: Move) -> List {
    let row = list.selected().unwrap_or_default();
    list.select(match step {
        Move::Next => row + 1,
        Move::Previous => row.saturating_sub(1),
        Move::First | Move::HalfPageUp | Move::PageUp => 0,
        Move::Last | Move::HalfPageDown | Move::PageDown => usize::MAX,
    });
    list
}
