//! The file of the settings: where it is, and what stands in it.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;
use toml::Spanned;
use toml::de::DeValue;

use super::keys;
use super::outside::Outside;
use super::source::{Found, Source, no_value, parse, unknown};
use super::{FILE, Fault, Setting, Thing, Wanted, Wrong};

/// Nobody writes so many bytes of settings.
const LONGEST: u64 = 1 << 16;

/// The file that is looked for.
pub(super) fn path(outside: &Outside<'_>) -> Option<PathBuf> {
    let named = outside.variable(FILE).map(PathBuf::from);
    named.or_else(|| Some(Xdg::new().ok()?.config_dir().join("lawat").join("config.toml")))
}

/// Reads it. One that nobody has named need not be there.
pub(super) fn read(outside: &Outside<'_>, path: Option<&Path>) -> Found {
    let Some(path) = path else { return Found::default() };
    let name = path.to_string_lossy();
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_string(&mut text));
    let read = match read {
        Ok(length) if length as u64 > LONGEST => Err(io::ErrorKind::FileTooLarge.into()),
        read => read,
    };
    match read {
        Ok(_) => settings(&name, &text),
        Err(error) if error.kind() == io::ErrorKind::NotFound && outside.variable(FILE).is_none() => {
            Found::default()
        }
        Err(error) => {
            let wrong = Wrong::Unreadable(error.kind(), error.to_string());
            Found { faults: vec![Fault { source: name.into_owned(), at: None, wrong }], ..Found::default() }
        }
    }
}

/// What a text sets.
pub(super) fn settings(name: &str, text: &str) -> Found {
    let (table, mut source) = parse(name, text);
    for (key, value) in &table {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("keys", DeValue::Table(table)) => keys::read(&mut source, table, None),
            ("keys", _) => {
                let wrong = Wrong::Kind { name: "keys".to_owned(), wanted: Wanted::Table };
                source.fault(value.span().start, wrong);
            }
            (name, _) => match Setting::ALL.into_iter().find(|setting| setting.name() == name) {
                Some(setting) => set(&mut source, setting, value),
                None => source.fault(key.span().start, no_setting(name)),
            },
        }
    }
    source.found.faults.sort_by_key(|fault| fault.at);
    source.found
}

fn set(source: &mut Source<'_>, setting: Setting, value: &Spanned<DeValue<'_>>) {
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
            let wanted = if setting.is_switch() { Wanted::Switch } else { Wanted::Word };
            return source.fault(at, Wrong::Kind { name: setting.name().to_owned(), wanted });
        }
    };
    match setting.values().into_iter().find(|known| *known == given) {
        Some(value) => {
            let (line, _) = source.place(at);
            source.found.values.push((setting, value, line));
        }
        None => source.fault(at, no_value(setting, &given)),
    }
}

fn no_setting(name: &str) -> Wrong {
    let known = Setting::ALL.map(Setting::name).into_iter().chain(["keys"]);
    unknown(Thing::Setting, name, known.collect())
}
