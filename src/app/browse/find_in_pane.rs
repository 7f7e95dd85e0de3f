//! The text by which a pane is narrowed while the user types it.

use crate::app::browse::history::Place;
use crate::app::layout::Pane;
use tui_input::Input;

use crate::model::Days;
use crate::search::days_of;

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

    /// The days of the text, if it is a range of dates: `2024-03..2024-06`.
    pub(in crate::app) fn days(&self) -> Option<Days> {
        let text = self.text().trim();
        text.contains("..").then(|| days_of(text)).flatten()
    }

    /// The column of the cursor in the text, from 0.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    pub(in crate::app) fn change(&mut self, change: impl FnOnce(&mut Input)) {
        change(&mut self.input);
    }
}
