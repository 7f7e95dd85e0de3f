//! The lines of the tour, above the footer.

use crate::app::input::command::Action;
use crate::app::state::App;
use crate::text::{Line, TextRole, wrap};

impl App {
    /// The lines that say what to press next; none without a tour.
    pub fn tour_lines(&self, columns: usize) -> Vec<Line> {
        let Some((number, count, text)) = self.tour_step() else { return Vec::new() };
        let line = Line::of(&format!("{number}/{count}  "), TextRole::Accent).with(&text, TextRole::Strong);
        let mut lines = wrap(&line, columns);
        let hint =
            Line::of(&format!("  {}", self.lang.key_ends_tour(&self.key_of(Action::StepOut))), TextRole::Dim);
        let has_room = |last: &Line| self.can_end_tour() && last.width() + hint.width() <= columns;
        if let Some(last) = lines.last_mut().filter(|last| has_room(last)) {
            last.append(&hint);
        }
        lines
    }
}
