//! The theme: chosen from a menu in which each is shown at once, and written to the settings.

use crate::app::event::{Effect, ThemeSaved};
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::state::App;
use crate::app::theme::Palette;

impl App {
    /// The palette to draw with: that of the menu, while it is open.
    pub fn palette(&self) -> Palette {
        let previewed = self.overlays.iter().find_map(|overlay| match overlay {
            Overlay::ThemeMenu(menu) => menu.selected(),
            _ => None,
        });
        previewed.unwrap_or(self.palette)
    }

    /// Draws with the palette that fits the background of the terminal.
    pub(in crate::app) fn set_palette(&mut self, palette: Palette) -> Option<Effect> {
        self.palette = palette;
        None
    }

    /// Closes the menu and keeps the selected palette, also in the settings.
    pub(in crate::app) fn keep_theme(&mut self) -> Effect {
        self.palette = self.palette();
        self.overlays.pop();
        Effect::SaveTheme(self.palette)
    }

    /// Says where the theme was saved.
    pub(in crate::app) fn receive_saved_theme(&mut self, saved: ThemeSaved) -> Option<Effect> {
        self.notice = Some(Notice::ThemeSaved(self.palette, saved));
        None
    }
}
