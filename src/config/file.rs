//! The settings file: its path and its content.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;
use toml::Spanned;
use toml::de::DeValue;

use super::document::{ConfigDocument, ParsedConfig, no_value, parse, unknown};
use super::environment::Environment;
use super::error::{ConfigError, ConfigErrorKind, ExpectedValue, NameKind};
use super::keys;
use super::setting::{FILE_VARIABLE, Setting};

/// The maximum size of the file, in bytes.
const MAX_FILE_BYTES: u64 = 1 << 16;

/// The path of the file: from the variable, else the default.
pub(super) fn path(environment: &Environment<'_>) -> Option<PathBuf> {
    let named = environment.variable(FILE_VARIABLE).map(PathBuf::from);
    named.or_else(|| Some(Xdg::new().ok()?.config_dir().join("lawat").join("config.toml")))
}

/// Reads the file. Only a file named by the variable must exist.
pub(super) fn read(environment: &Environment<'_>, path: Option<&Path>) -> ParsedConfig {
    let Some(path) = path else { return ParsedConfig::default() };
    let name = path.to_string_lossy();
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_string(&mut text));
    let read = match read {
        Ok(length) if length as u64 > MAX_FILE_BYTES => Err(io::ErrorKind::FileTooLarge.into()),
        read => read,
    };
    match read {
        Ok(_) => settings(&name, &text),
        Err(error)
            if error.kind() == io::ErrorKind::NotFound && environment.variable(FILE_VARIABLE).is_none() =>
        {
            ParsedConfig::default()
        }
        Err(error) => {
            let kind = ConfigErrorKind::Unreadable(error.kind(), error.to_string());
            ParsedConfig {
                errors: vec![ConfigError { source: name.into_owned(), at: None, kind }],
                ..ParsedConfig::default()
            }
        }
    }
}

/// Parses the settings in a text.
pub(super) fn settings(name: &str, text: &str) -> ParsedConfig {
    let (table, mut source) = parse(name, text);
    for (key, value) in &table {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("keys", DeValue::Table(table)) => keys::read(&mut source, table, None),
            ("keys", _) => {
                let kind = ConfigErrorKind::Kind { name: "keys".to_owned(), expected: ExpectedValue::Table };
                source.error(value.span().start, kind);
            }
            (name, _) => match Setting::ALL.into_iter().find(|setting| setting.name() == name) {
                Some(setting) => set(&mut source, setting, value),
                None => source.error(key.span().start, no_setting(name)),
            },
        }
    }
    source.parsed.errors.sort_by_key(|fault| fault.at);
    source.parsed
}

fn set(source: &mut ConfigDocument<'_>, setting: Setting, value: &Spanned<DeValue<'_>>) {
    if source.is_broken(&value.span()) {
        return;
    }
    let at = value.span().start;
    let given = match value.get_ref() {
        DeValue::Boolean(given) if setting.is_switch() => {
            Cow::Borrowed(if *given { "true" } else { "false" })
        }
        DeValue::String(given) if !setting.is_switch() => given.clone(),
        _ => {
            let expected = if setting.is_switch() { ExpectedValue::Switch } else { ExpectedValue::Word };
            return source.error(at, ConfigErrorKind::Kind { name: setting.name().to_owned(), expected });
        }
    };
    match setting.values().into_iter().find(|known| *known == given) {
        Some(value) => {
            let (line, _) = source.place(at);
            source.parsed.values.push((setting, value, line));
        }
        None => source.error(at, no_value(setting, &given)),
    }
}

fn no_setting(name: &str) -> ConfigErrorKind {
    let known = Setting::ALL.map(Setting::name).into_iter().chain(["keys"]);
    unknown(NameKind::Setting, name, known.collect())
}
