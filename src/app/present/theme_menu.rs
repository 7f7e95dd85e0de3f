//! The rows of the menu of themes.

use crate::app::state::App;
use crate::app::theme::Palette;
use crate::text::{Line, TextRole, width};

impl App {
    /// The lines of a row of the menu of themes: what it is like, and its name in the settings.
    pub(in crate::app) fn theme_lines(&self, row: usize) -> Vec<Line> {
        let names = Palette::NAMES.iter().map(|name| width(name)).max().unwrap_or_default();
        let line = |palette: &Palette| {
            let name = palette.name();
            let gap = " ".repeat(names.saturating_sub(width(name)) + 2);
            Line::of(name, TextRole::Strong)
                .with(&gap, TextRole::Plain)
                .with(palette.label(self.lang), TextRole::Dim)
        };
        Palette::ALL.get(row).map(line).into_iter().collect()
    }
}
