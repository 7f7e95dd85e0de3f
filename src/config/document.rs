//! A TOML document with settings while it is parsed: positions, values and errors.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::error::{ConfigError, ConfigErrorKind, NameKind};
use super::setting::{Setting, ValueOrigin};
use crate::app::command::{Command, Context};
use crate::app::key::Key;
use crate::text::nearest;

/// The settings of a file or a variable.
#[derive(Debug, Default)]
pub(super) struct ParsedConfig {
    /// The values, each with its line from 1.
    pub(super) values: Vec<(Setting, &'static str, u32)>,
    pub(super) bindings: Vec<KeyBinding>,
    pub(super) errors: Vec<ConfigError>,
}

impl ParsedConfig {
    /// Adds the key bindings of another document, which replace those of the same commands.
    pub(super) fn override_keys(&mut self, other: Self) {
        let is_same = |it: &KeyBinding, own: &KeyBinding| {
            it.context == own.context && it.command.name == own.command.name
        };
        self.bindings.retain(|it| !other.bindings.iter().any(|own| is_same(it, own)));
        self.bindings.extend(other.bindings);
        self.errors.extend(other.errors);
    }
}

/// The keys that the user has bound to a command in a context.
#[derive(Debug)]
pub(super) struct KeyBinding {
    pub(super) context: Context,
    pub(super) command: &'static Command,
    /// The keys as written in the document.
    pub(super) written: Vec<String>,
    pub(super) origin: ValueOrigin,
    pub(super) keys: Vec<Vec<Key>>,
    pub(super) source: String,
    pub(super) at: (u32, u32),
}

/// A document that is being parsed, and the settings so far.
pub(super) struct ConfigDocument<'t> {
    name: &'t str,
    text: &'t str,
    /// The byte offsets of the lines.
    lines: Vec<usize>,
    /// The lines with syntax errors.
    broken: BTreeSet<u32>,
    pub(super) parsed: ParsedConfig,
}

impl<'t> ConfigDocument<'t> {
    fn new(name: &'t str, text: &'t str) -> Self {
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name, text, lines, broken: BTreeSet::new(), parsed: ParsedConfig::default() }
    }

    pub(super) fn name(&self) -> &str {
        self.name
    }

    /// The line and the column (in characters) of a byte offset, both from 1.
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let column = self.text.get(start..at).unwrap_or_default().chars().count() + 1;
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        (number(line), number(column))
    }

    /// Whether a byte range touches a line with a syntax error; its meaning is unclear then.
    pub(super) fn is_broken(&self, span: &Range<usize>) -> bool {
        self.broken.range(self.place(span.start).0..=self.place(span.end).0).next().is_some()
    }

    /// Records an error at a byte offset.
    pub(super) fn error(&mut self, at: usize, kind: ConfigErrorKind) {
        if !self.is_broken(&(at..at)) {
            let at = self.place(at);
            if matches!(kind, ConfigErrorKind::Syntax(_)) {
                self.broken.insert(at.0);
            }
            self.parsed.errors.push(ConfigError { source: self.name.to_owned(), at: Some(at), kind });
        }
    }
}

/// Parses TOML as far as possible; syntax errors are recorded.
pub(super) fn parse<'t>(name: &'t str, text: &'t str) -> (DeTable<'t>, ConfigDocument<'t>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut source = ConfigDocument::new(name, text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        source.error(at, ConfigErrorKind::Syntax(error.message().to_owned()));
    }
    (table.into_inner(), source)
}

/// The error for an unknown value of a setting.
pub(super) fn no_value(setting: Setting, value: &str) -> ConfigErrorKind {
    unknown(NameKind::Value(setting.name()), value, setting.values())
}

/// The error for an unknown name, with the most similar known one.
pub(super) fn unknown(kind: NameKind, name: &str, known: Vec<&'static str>) -> ConfigErrorKind {
    let near = nearest(name, known.iter().copied());
    ConfigErrorKind::Unknown { kind, name: name.to_owned(), near, known }
}
