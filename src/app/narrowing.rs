//! A pane that is narrowed while somebody types.

use tui_input::Input;

use super::history::Place;
use super::layout::Pane;

/// A pane that is narrowed while somebody types.
#[derive(Debug)]
pub struct Narrowing {
    /// The pane.
    pub pane: Pane,
    input: Input,
    /// Where the reader was before.
    pub(super) before: Option<Place>,
}

impl Narrowing {
    pub(super) fn new(pane: Pane, before: Option<Place>) -> Self {
        Self { pane, input: Input::default(), before }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The column of the cursor.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    pub(super) fn change(&mut self, change: impl FnOnce(&mut Input)) {
        change(&mut self.input);
    }
}
