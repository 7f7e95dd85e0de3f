//! The settings in effect.

use std::env;
use std::path::PathBuf;

use super::document::{KeyBinding, ParsedConfig};
use super::environment::Environment;
use super::error::ConfigError;
use super::setting::{Setting, ValueOrigin};
use super::{file, keys};
use crate::app::keymap::Keymap;
use crate::cite::{PostOrder, Style};
use crate::lang::Lang;
use crate::view::Palette;

/// The maximum number of errors that are kept.
const MAX_ERRORS: usize = 20;

/// The settings in effect.
#[derive(Debug)]
pub struct Config {
    /// The path of the file, whether it exists or not; `None` if there is no home directory.
    pub path: Option<PathBuf>,
    /// The language of the interface.
    pub lang: Lang,
    /// The palette; `None` if it depends on the background colour of the terminal.
    pub palette: Option<Palette>,
    /// Whether to draw with ASCII only.
    pub ascii: bool,
    /// Whether to capture the mouse.
    pub mouse: bool,
    /// The citation style to copy until another one is chosen.
    pub copy_form: Style,
    /// Where a post is written in press citations: before or after the name.
    pub post_order: PostOrder,
    /// The key bindings.
    pub keymap: Keymap,
    /// The errors in the settings, in order of position, up to a maximum.
    pub errors: Vec<ConfigError>,
    /// The number of errors beyond that maximum.
    pub more_errors: usize,
    pub(super) values: Vec<(Setting, &'static str, ValueOrigin)>,
    pub(super) bindings: Vec<KeyBinding>,
}

impl Config {
    /// Reads the settings: `flags`, then the environment, then the file. Problems are collected in [`Config::errors`].
    pub fn load(flags: &[(Setting, &'static str)]) -> Self {
        // Invalid Unicode leads to an invalid value, which is reported.
        let variable = |name: &str| Some(env::var_os(name)?.to_string_lossy().into_owned());
        let environment = Environment { flags, variable: &variable };
        let path = file::path(&environment);
        let mut config = Self::of(&environment, file::read(&environment, path.as_deref()));
        config.path = path;
        config
    }

    /// Combines the settings of all sources.
    fn of(environment: &Environment<'_>, mut parsed: ParsedConfig) -> Self {
        let mut values = Vec::new();
        for setting in Setting::ALL {
            let (value, origin) = environment.value(setting, &mut parsed);
            values.push((setting, value, origin));
        }
        environment.read_keys(&mut parsed);
        let mut keymap = keys::keymap(&mut parsed);
        let value = |expected| {
            values.iter().find(|(setting, ..)| *setting == expected).map_or("", |(_, value, _)| value)
        };
        let ascii = environment.is_ascii(value(Setting::Borders));
        keymap.in_words = ascii;
        let told = parsed.errors.len().min(MAX_ERRORS);
        Self {
            path: None,
            lang: environment.lang(value(Setting::Language)),
            palette: environment.palette(value(Setting::Theme)),
            ascii,
            mouse: value(Setting::Mouse) == "true",
            copy_form: Style::ALL
                .into_iter()
                .find(|style| style.name() == value(Setting::CopyForm))
                .unwrap_or(Style::Press),
            post_order: PostOrder::ALL
                .into_iter()
                .find(|order| order.name() == value(Setting::PostOrder))
                .unwrap_or_default(),
            keymap,
            more_errors: parsed.errors.len() - told,
            errors: parsed.errors.drain(..told).collect(),
            values,
            bindings: parsed.bindings,
        }
    }
}
