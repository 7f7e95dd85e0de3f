//! The settings in effect.

use std::env;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;

use super::document::SettingsDocument;
use super::environment::Environment;
use super::reader::{KeyBinding, no_such_value, read_keys, read_settings};
use super::setting::Setting;
use super::{FILE_VARIABLE, KEYS_VARIABLE};
use crate::app::keymap::{KeyConflict, Keymap};
use crate::cite::{PostOrder, Style};
use crate::lang::Lang;
use crate::view::Palette;

/// The maximum size of the file, in bytes.
const MAX_FILE_BYTES: u64 = 1 << 16;
/// The maximum number of messages that are kept.
const MAX_MESSAGES: usize = 20;

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
    /// Whether what was loaded from long files is kept for the next start.
    pub cache: bool,
    /// The key bindings.
    pub keymap: Keymap,
    /// What is wrong with the settings, in order of position: one line each, with the position and how to fix it, up to a maximum.
    pub errors: Vec<String>,
    /// The number of errors beyond that maximum.
    pub more_errors: usize,
    /// The value of each setting, and where it comes from, unless it is the default.
    pub(super) values: [(Setting, &'static str, Option<String>); Setting::ALL.len()],
    pub(super) bindings: Vec<KeyBinding>,
}

impl Config {
    /// Reads the settings: `flags`, then the environment, then the file. Problems are collected in [`Config::errors`].
    pub fn load(flags: &[(Setting, &'static str)]) -> Self {
        // Invalid Unicode leads to an invalid value, which is reported.
        let variable = |name: &str| Some(env::var_os(name)?.to_string_lossy().into_owned());
        let environment = Environment { flags, variable: &variable };
        let named = environment.variable(FILE_VARIABLE).map(PathBuf::from);
        let is_named = named.is_some();
        let path = named.or_else(|| Some(Xdg::new().ok()?.config_dir().join("lawat").join("config.toml")));
        let text = match path.as_deref().map(read) {
            // Only a file that was named must exist.
            Some(Err(error)) if error.kind() == io::ErrorKind::NotFound && !is_named => Ok(String::new()),
            Some(text) => text,
            None => Ok(String::new()),
        };
        Self::of(&environment, path, text.as_deref())
    }

    /// The environment variable that overrides the theme of the file, if any.
    pub fn theme_variable(&self) -> Option<String> {
        let origin = self.values.iter().find(|(setting, ..)| *setting == Setting::Theme)?.2.as_ref()?;
        (*origin == Setting::Theme.variable()).then(|| origin.clone())
    }

    /// Combines the settings of all sources; `text` is that of the file.
    fn of(environment: &Environment<'_>, path: Option<PathBuf>, text: Result<&str, &io::Error>) -> Self {
        let name = path.as_ref().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
        let file = SettingsDocument::parse(&name, text.unwrap_or_default());
        let keys = environment.variable(KEYS_VARIABLE).unwrap_or_default();
        let keys = SettingsDocument::parse(KEYS_VARIABLE, &keys);

        let values = Setting::ALL.map(|setting| effective(setting, environment, &file));
        let [language, theme, borders, mouse, copy_form, post_order, cache] =
            values.each_ref().map(|(_, value, _)| *value);
        let lang = environment.lang(language);
        let ascii = environment.is_ascii(borders);

        let unreadable = text.err().map(|error| lang.settings_unreadable(error.kind(), &error.to_string()));
        let mut messages: Vec<String> =
            unreadable.map(|message| format!("{name}: {message}")).into_iter().collect();
        let (mut bindings, in_file) = read_settings(&file, lang);
        messages.extend(in_file);
        messages.extend(Setting::ALL.into_iter().filter_map(|it| variable_message(it, environment, lang)));
        let (overriding, in_variable) = read_keys(&keys, lang);
        messages.extend(in_variable);
        bindings.retain(|it| !overriding.iter().any(|own| own.replaces(it)));
        bindings.extend(overriding);

        let mut keymap = Keymap::default();
        keymap.spells_keys = ascii;
        for own in &bindings {
            keymap.rebind(own.context, own.command, own.keys.clone());
        }
        messages.extend(
            keymap.conflicts().iter().filter_map(|it| conflict_message(it, &bindings, &keymap, lang)),
        );

        let more_errors = messages.len().saturating_sub(MAX_MESSAGES);
        messages.truncate(MAX_MESSAGES);
        Self {
            path,
            lang,
            palette: environment.palette(theme),
            ascii,
            mouse: mouse == "true",
            copy_form: Style::named(copy_form).unwrap_or(Style::Press),
            post_order: PostOrder::named(post_order).unwrap_or_default(),
            cache: cache == "true",
            keymap,
            errors: messages,
            more_errors,
            values,
            bindings,
        }
    }
}

pub(super) fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let length = File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_string(&mut text)?;
    if length as u64 > MAX_FILE_BYTES { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(text) }
}

/// The value of a setting: that of the flag, else of the variable, else of the file, else the default.
fn effective(
    setting: Setting,
    environment: &Environment<'_>,
    file: &SettingsDocument<'_>,
) -> (Setting, &'static str, Option<String>) {
    let flag = || environment.flag(setting).zip(setting.flag().map(str::to_owned));
    let variable = || Some((setting.value(&environment.variable(&setting.variable())?)?, setting.variable()));
    match flag().or_else(variable).or_else(|| file.value(setting)) {
        Some((value, origin)) => (setting, value, Some(origin)),
        None => (setting, environment.default_value(setting), None),
    }
}

/// What is wrong with the variable of a setting.
fn variable_message(setting: Setting, environment: &Environment<'_>, lang: Lang) -> Option<String> {
    let value = environment.variable(&setting.variable()).filter(|value| setting.value(value).is_none())?;
    Some(format!("{}: {}", setting.variable(), no_such_value(setting, &value, lang)))
}

/// The message about a conflict of key bindings, at the last of them that the user has set.
fn conflict_message(
    conflict: &KeyConflict,
    bindings: &[KeyBinding],
    keymap: &Keymap,
    lang: Lang,
) -> Option<String> {
    let [first, second] = conflict.commands;
    let own =
        |name| bindings.iter().rev().find(|own| own.context == conflict.context && own.command.name == name);
    let own = own(first).or_else(|| own(second))?;
    Some(format!("{}: {}", own.position, lang.shared_keys(&keymap.shown(&conflict.keys), first, second)))
}
