//! The menu of themes.

use crate::app::list::List;
use crate::app::theme::Palette;

/// The menu of themes. While it is open, the screen has the colours of the selected one.
#[derive(Debug, Clone, Copy)]
pub struct ThemeMenu {
    /// The selection, among all palettes.
    pub list: List,
}

impl ThemeMenu {
    /// The menu with the palette in use selected.
    pub(in crate::app) fn new(used: Palette) -> Self {
        let mut list = List::new(Palette::ALL.len());
        list.select(Palette::ALL.iter().position(|palette| *palette == used).unwrap_or_default());
        Self { list }
    }

    /// The selected palette.
    pub(in crate::app) fn selected(self) -> Option<Palette> {
        Palette::ALL.get(self.list.selected()?).copied()
    }
}
