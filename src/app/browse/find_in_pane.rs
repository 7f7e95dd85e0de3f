//! The text by which a pane is narrowed while the user types it.

use crate::app::browse::history::Place;
use crate::app::layout::Pane;
use tui_input::Input;

/// Find in pane: the pane shows only the rows that match the input.
#[derive(Debug)]
pub struct FindInPane {
    /// The pane.
    pub pane: Pane,
    input: Input,
    /// The place to restore if the user cancels.
    pub(in crate::app) place_before: Option<Place>,
}

impl FindInPane {
    pub(in crate::app) fn new(pane: Pane, place_before: Option<Place>) -> Self {
        Self { pane, input: Input::default(), place_before }
    }

    /// The text of the input.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The column of the cursor in the text, from 0.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    pub(in crate::app) fn change(&mut self, change: impl FnOnce(&mut Input)) {
        change(&mut self.input);
    }
}
