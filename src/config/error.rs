//! Errors in the settings, as values.

use std::fmt::Write as _;
use std::io;

use crate::app::key::Key;
use crate::lang::Lang;
use crate::text::{Line, TextRole};

/// The maximum width of quoted text in a message, in columns.
const MAX_COLUMNS: usize = 40;

/// An error in the settings and its position. Valid settings are used regardless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file, or the environment variable.
    pub source: String,
    /// Line and column, from 1; `None` if the whole source is meant.
    pub at: Option<(u32, u32)>,
    /// What is wrong.
    pub kind: ConfigErrorKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// The file cannot be read.
    Unreadable(io::ErrorKind, String),
    /// A TOML syntax error: the message of the parser.
    Syntax(String),
    /// An unknown name.
    Unknown {
        /// What the name should refer to.
        kind: NameKind,
        /// The name.
        name: String,
        /// The most similar known name.
        near: Option<&'static str>,
        /// All known names.
        known: Vec<&'static str>,
    },
    /// A value of the wrong type.
    Kind {
        /// The name of the setting.
        name: String,
        /// The expected type.
        expected: ExpectedValue,
    },
    /// A command that has no effect in the context.
    WrongContext {
        /// The name.
        command: &'static str,
        /// The name of the context.
        context: &'static str,
        /// The contexts in which the command has an effect.
        contexts: Vec<&'static str>,
    },
    /// Not the name of a key.
    NotAKey(String),
    /// Terminals send the same bytes for the first key as for the second.
    SameKey(Key, Key),
    /// Keys that begin with a letter, in a context where letters are typed.
    Typed(String),
    /// Two commands of which the keys of one are a prefix of those of the other.
    Shared {
        /// The keys.
        keys: String,
        /// The names of both commands.
        commands: [&'static str; 2],
    },
}

/// What a name refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A setting.
    Setting,
    /// A context of key bindings.
    Context,
    /// A command.
    Command,
    /// A value of this setting.
    Value(&'static str),
}

/// What a value should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedValue {
    /// A string.
    Word,
    /// A boolean.
    Switch,
    /// A table.
    Table,
    /// A key or a list of keys.
    Keys,
}

impl ConfigError {
    /// The error message on one line: position, description and suggested fix.
    pub fn message(&self, lang: Lang) -> String {
        let mut words = self.source.clone();
        if let Some((line, column)) = self.at {
            let _ = write!(words, ":{line}:{column}");
        }
        let _ = write!(words, ": {}", self.kind.message(lang));
        words
    }
}

impl ConfigErrorKind {
    fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(kind, reason) => lang.settings_unreadable(*kind, reason),
            Self::Syntax(reason) => lang.not_toml(&brief(reason, 2 * MAX_COLUMNS)),
            Self::Unknown { kind, name, near, known } => {
                let name = brief(name, MAX_COLUMNS);
                let said = match kind {
                    NameKind::Setting => lang.no_such_setting(&name),
                    NameKind::Context => lang.no_such_context(&name),
                    NameKind::Command => lang.no_such_command(&name),
                    NameKind::Value(setting) => lang.no_such_value(setting, &name),
                };
                let remedy = match (near, kind) {
                    (Some(near), _) => lang.perhaps(near),
                    (None, NameKind::Command) => lang.commands_are_listed().to_owned(),
                    (None, _) => lang.there_are(&known.join(", ")),
                };
                format!("{said}; {remedy}")
            }
            Self::Kind { name, expected } => {
                let m = lang.messages();
                let expected = match expected {
                    ExpectedValue::Word => m.wants_word,
                    ExpectedValue::Switch => m.wants_switch,
                    ExpectedValue::Table => m.wants_table,
                    ExpectedValue::Keys => m.wants_keys,
                };
                format!("{}: {expected}", brief(name, MAX_COLUMNS))
            }
            Self::WrongContext { command, context, contexts } => {
                lang.elsewhere(command, context, &contexts.join(", "))
            }
            Self::NotAKey(key) => lang.not_a_key(&brief(key, MAX_COLUMNS)),
            Self::SameKey(key, known) => lang.same_key(&key.to_string(), &known.to_string()),
            Self::Typed(keys) => lang.typed_there(&brief(keys, MAX_COLUMNS)),
            Self::Shared { keys, commands: [first, second] } => lang.shared_keys(keys, first, second),
        }
    }
}

fn brief(text: &str, columns: usize) -> String {
    Line::of(text, TextRole::Plain).cut(columns).plain()
}
