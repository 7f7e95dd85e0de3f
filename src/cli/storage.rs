//! The files in which the explorer keeps what the user has chosen.

use std::path::PathBuf;

use crate::app::Palette;
use crate::app::event::ThemeSaved;
use crate::config::{Config, SaveError, Setting, save};
use crate::lang::Lang;
use crate::tui::Storage;

/// The files of a user.
pub(super) struct UserFiles {
    /// The settings file; `None` without a home directory.
    settings: Option<PathBuf>,
    /// The environment variable that overrides the theme in it.
    theme_variable: Option<String>,
}

impl UserFiles {
    pub(super) fn new(config: &Config) -> Self {
        Self { settings: config.path.clone(), theme_variable: config.theme_variable() }
    }
}

impl Storage for UserFiles {
    fn save_theme(&self, palette: Palette, lang: Lang) -> ThemeSaved {
        let Some(path) = &self.settings else { return ThemeSaved::NoHome };
        let file = path.to_string_lossy().into_owned();
        match (save(path, Setting::Theme, palette.name()), &self.theme_variable) {
            (Ok(()), None) => ThemeSaved::InFile(file),
            (Ok(()), Some(variable)) => ThemeSaved::Overridden(file, variable.clone()),
            (Err(SaveError::Faulty), _) => ThemeSaved::Faulty(file),
            (Err(SaveError::Failed(error)), _) => ThemeSaved::Failed(lang.unwritable(&file, &error)),
        }
    }
}
