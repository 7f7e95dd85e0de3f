//! The file of the settings: where it is, and what stands in it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{self, Rebound};
use super::outside::Outside;
use super::{FILE, Fault, Setting, Thing, Wanted, Wrong};
use crate::text::nearest;

/// Nobody writes so many bytes of settings.
const LONGEST: u64 = 1 << 16;

/// What a file or a variable says.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What is set, and in which line.
    pub(super) values: Vec<(Setting, &'static str, u32)>,
    pub(super) rebound: Vec<Rebound>,
    pub(super) faults: Vec<Fault>,
}

impl Found {
    /// Takes what another text says of the keys, which goes before what this one says of the same commands.
    pub(super) fn give_way(&mut self, other: Self) {
        let is_same =
            |it: &Rebound, own: &Rebound| it.context == own.context && it.command.name == own.command.name;
        self.rebound.retain(|it| !other.rebound.iter().any(|own| is_same(it, own)));
        self.rebound.extend(other.rebound);
        self.faults.extend(other.faults);
    }
}

/// A text that is being read, and what it has said so far.
pub(super) struct Source<'t> {
    name: &'t str,
    text: &'t str,
    /// Where its lines begin.
    lines: Vec<usize>,
    /// The lines that are no TOML.
    broken: BTreeSet<u32>,
    pub(super) found: Found,
}

impl<'t> Source<'t> {
    fn new(name: &'t str, text: &'t str) -> Self {
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name, text, lines, broken: BTreeSet::new(), found: Found::default() }
    }

    pub(super) fn name(&self) -> &str {
        self.name
    }

    /// The line and the column of a byte, from 1, in characters.
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let column = self.text.get(start..at).unwrap_or_default().chars().count() + 1;
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        (number(line), number(column))
    }

    /// Whether a stretch has a slip of the pen in its lines. Then nothing in them says for sure what was meant.
    pub(super) fn is_broken(&self, span: &Range<usize>) -> bool {
        self.broken.range(self.place(span.start).0..=self.place(span.end).0).next().is_some()
    }

    /// Notes what is wrong at a byte.
    pub(super) fn fault(&mut self, at: usize, wrong: Wrong) {
        if !self.is_broken(&(at..at)) {
            let at = self.place(at);
            if matches!(wrong, Wrong::Syntax(_)) {
                self.broken.insert(at.0);
            }
            self.found.faults.push(Fault { source: self.name.to_owned(), at: Some(at), wrong });
        }
    }
}

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

/// What can be understood of a text as TOML.
pub(super) fn parse<'t>(name: &'t str, text: &'t str) -> (DeTable<'t>, Source<'t>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut source = Source::new(name, text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        source.fault(at, Wrong::Syntax(error.message().to_owned()));
    }
    (table.into_inner(), source)
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

/// There is no such value.
pub(super) fn no_value(setting: Setting, value: &str) -> Wrong {
    unknown(Thing::Value(setting.name()), value, setting.values())
}

fn no_setting(name: &str) -> Wrong {
    let known = Setting::ALL.map(Setting::name).into_iter().chain(["keys"]);
    unknown(Thing::Setting, name, known.collect())
}

/// There is no such name.
pub(super) fn unknown(thing: Thing, name: &str, known: Vec<&'static str>) -> Wrong {
    let near = nearest(name, known.iter().copied());
    Wrong::Unknown { thing, name: name.to_owned(), near, known }
}
