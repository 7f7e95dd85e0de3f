//! A TOML document with settings, parsed as far as possible, in which every value has its position.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::KEYS_VARIABLE;
use super::setting::Setting;

/// The settings in a file, or the key bindings in the environment variable.
pub(super) struct SettingsDocument<'t> {
    /// The path of the file, or the name of the variable.
    name: &'t str,
    text: &'t str,
    pub(super) table: DeTable<'t>,
    /// The byte offsets of the lines.
    lines: Vec<usize>,
    /// The first syntax error of each line that has any: its byte offset, and the parser's message.
    pub(super) syntax_errors: BTreeMap<usize, (usize, String)>,
}

impl<'t> SettingsDocument<'t> {
    pub(super) fn parse(name: &'t str, text: &'t str) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let syntax_errors = BTreeMap::new();
        let mut document = Self { name, text, table: table.into_inner(), lines, syntax_errors };
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            let (line, _) = document.place(at);
            document.syntax_errors.entry(line).or_insert_with(|| (at, error.message().to_owned()));
        }
        document
    }

    /// The line and the column (in characters) of a byte offset, both from 1.
    fn place(&self, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        (line, self.text.get(start..at).unwrap_or_default().chars().count() + 1)
    }

    /// The position of a byte offset, for messages.
    pub(super) fn position(&self, at: usize) -> String {
        let (line, column) = self.place(at);
        format!("{}:{line}:{column}", self.name)
    }

    /// Where a value comes from: the line of the file, or the variable.
    pub(super) fn origin(&self, at: usize) -> String {
        if self.name == KEYS_VARIABLE {
            return self.name.to_owned();
        }
        format!("{}:{}", self.name, self.place(at).0)
    }

    /// Whether a byte range touches a line with a syntax error; its meaning is unclear then.
    pub(super) fn is_broken(&self, span: &Range<usize>) -> bool {
        let lines = self.place(span.start).0..=self.place(span.end).0;
        self.syntax_errors.range(lines).next().is_some()
    }

    /// Whether another document has the same values, apart from that of a setting.
    pub(super) fn differs_only_in(&self, setting: Setting, other: &SettingsDocument<'_>) -> bool {
        let (mut table, mut others) = (self.table.clone(), other.table.clone());
        table.remove(setting.name());
        others.remove(setting.name());
        are_equal((self.text, &table), (other.text, &others))
    }

    /// The value of a setting, if it is valid, and where it comes from.
    pub(super) fn value(&self, setting: Setting) -> Option<(&'static str, String)> {
        let value = self.table.get(setting.name()).filter(|value| !self.is_broken(&value.span()))?;
        Some((setting.value(word(setting, value.get_ref())?)?, self.origin(value.span().start)))
    }
}

/// Whether two tables, each of a text, have the same keys with the same values.
fn are_equal((text, table): (&str, &DeTable<'_>), (other_text, other): (&str, &DeTable<'_>)) -> bool {
    table.len() == other.len()
        && table.iter().all(|(key, value)| {
            other
                .get(key.get_ref().as_ref())
                .is_some_and(|other| is_equal((text, value), (other_text, other)))
        })
}

fn is_equal(
    (text, value): (&str, &Spanned<DeValue<'_>>),
    (other_text, other): (&str, &Spanned<DeValue<'_>>),
) -> bool {
    match (value.get_ref(), other.get_ref()) {
        (DeValue::Table(table), DeValue::Table(other)) => are_equal((text, table), (other_text, other)),
        (DeValue::Array(values), DeValue::Array(others)) => {
            let mut pairs = values.iter().zip(others.iter());
            values.len() == others.len()
                && pairs.all(|(value, other)| is_equal((text, value), (other_text, other)))
        }
        _ => text.get(value.span()) == other_text.get(other.span()),
    }
}

/// The word that a value gives a setting: a string, or a boolean for a switch.
pub(super) fn word<'v>(setting: Setting, value: &'v DeValue<'_>) -> Option<&'v str> {
    match value {
        DeValue::Boolean(on) if setting.is_switch() => Some(if *on { "true" } else { "false" }),
        DeValue::String(word) if !setting.is_switch() => Some(word),
        _ => None,
    }
}
