//! What the explorer keeps for the user.

use crate::app::event::ThemeSaved;
use crate::app::{Palette, Session};
use crate::lang::Lang;

/// Keeps what the user has chosen, and where the user was.
pub trait Storage: Send + Sync + 'static {
    /// Writes the theme to the settings, in a thread of its own. The language is that of the reason if this fails.
    fn save_theme(&self, palette: Palette, lang: Lang) -> ThemeSaved;

    /// Keeps the session for the next start. A failure does not matter.
    fn save_session(&self, session: &Session);
}
