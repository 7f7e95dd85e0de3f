//! How far the first load has come.

use crate::app::state::App;
use crate::text::{Line, TextRole};

impl App {
    /// How many of about how many visits there are, while the others are loaded; in the narrow mode only the share.
    pub(super) fn progress_label(&self, narrow: bool) -> Option<Line> {
        let progress = self.data.progress?;
        let percent = progress.percent().map(|percent| format!("{percent}%"));
        let label = percent.filter(|_| narrow).unwrap_or_else(|| progress.label(self.lang));
        Some(Line::of(&label, TextRole::Accent))
    }
}
