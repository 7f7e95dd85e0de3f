//! A pane that is narrowed while somebody types.

use crate::app::browse::history::Place;
use crate::app::layout::Pane;
use tui_input::Input;

/// A pane that is narrowed while somebody types.
#[derive(Debug)]
pub struct FindInPane {
    /// The pane.
    pub pane: Pane,
    input: Input,
    /// Where the reader was before.
    pub(in crate::app) before: Option<Place>,
}

impl FindInPane {
    pub(in crate::app) fn new(pane: Pane, before: Option<Place>) -> Self {
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

    pub(in crate::app) fn change(&mut self, change: impl FnOnce(&mut Input)) {
        change(&mut self.input);
    }
}
