//! What is wrong with the settings, as a value.

use std::fmt::Write as _;
use std::io;

use crate::app::key::Key;
use crate::lang::Lang;
use crate::text::{Line, TextRole};

/// So much of a text is repeated.
const COLUMNS: usize = 40;

/// A fault in the settings, and where it is. What is good beside it is used all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, or the environment variable.
    pub source: String,
    /// Line and column, from 1; none when the whole is meant.
    pub at: Option<(u32, u32)>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The file cannot be read.
    Unreadable(io::ErrorKind, String),
    /// It is not TOML: in the words of the parser.
    Syntax(String),
    /// There is no such thing.
    Unknown {
        /// As what it stands there.
        thing: Thing,
        /// Its name.
        name: String,
        /// The name that is nearest.
        near: Option<&'static str>,
        /// All names.
        known: Vec<&'static str>,
    },
    /// It is not set to a thing of this kind.
    Kind {
        /// What is set.
        name: String,
        /// What it should be.
        wanted: Wanted,
    },
    /// The command does nothing there.
    Elsewhere {
        /// Its name.
        command: &'static str,
        /// The name of the place.
        context: &'static str,
        /// The places where it does something.
        contexts: Vec<&'static str>,
    },
    /// That is no key.
    NotAKey(String),
    /// To a terminal the first key is the second one.
    Namesake(Key, Key),
    /// These keys begin with a letter, where letters are typed.
    Typed(String),
    /// The keys of the second command begin as those of the first, or the other way round.
    Shared {
        /// The keys.
        keys: String,
        /// The names of both.
        commands: [&'static str; 2],
    },
}

/// What has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A setting.
    Setting,
    /// A place where keys are pressed.
    Context,
    /// A command.
    Command,
    /// A value of this setting.
    Value(&'static str),
}

/// What a value should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A word in quotation marks.
    Word,
    /// True or false.
    Switch,
    /// A table.
    Table,
    /// A list of keys.
    Keys,
}

impl Fault {
    /// The fault in one line: where, what, and how to mend it.
    pub fn words(&self, lang: Lang) -> String {
        let mut words = self.source.clone();
        if let Some((line, column)) = self.at {
            let _ = write!(words, ":{line}:{column}");
        }
        let _ = write!(words, ": {}", self.wrong.label(lang));
        words
    }
}

impl Wrong {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(kind, reason) => lang.settings_unreadable(*kind, reason),
            Self::Syntax(reason) => lang.not_toml(&brief(reason, 2 * COLUMNS)),
            Self::Unknown { thing, name, near, known } => {
                let name = brief(name, COLUMNS);
                let said = match thing {
                    Thing::Setting => lang.no_such_setting(&name),
                    Thing::Context => lang.no_such_context(&name),
                    Thing::Command => lang.no_such_command(&name),
                    Thing::Value(setting) => lang.no_such_value(setting, &name),
                };
                let remedy = match (near, thing) {
                    (Some(near), _) => lang.perhaps(near),
                    (None, Thing::Command) => lang.commands_are_listed().to_owned(),
                    (None, _) => lang.there_are(&known.join(", ")),
                };
                format!("{said}; {remedy}")
            }
            Self::Kind { name, wanted } => {
                let m = lang.messages();
                let wanted = match wanted {
                    Wanted::Word => m.wants_word,
                    Wanted::Switch => m.wants_switch,
                    Wanted::Table => m.wants_table,
                    Wanted::Keys => m.wants_keys,
                };
                format!("{}: {wanted}", brief(name, COLUMNS))
            }
            Self::Elsewhere { command, context, contexts } => {
                lang.elsewhere(command, context, &contexts.join(", "))
            }
            Self::NotAKey(key) => lang.not_a_key(&brief(key, COLUMNS)),
            Self::Namesake(key, known) => lang.same_key(&key.to_string(), &known.to_string()),
            Self::Typed(keys) => lang.typed_there(&brief(keys, COLUMNS)),
            Self::Shared { keys, commands: [first, second] } => lang.shared_keys(keys, first, second),
        }
    }
}

fn brief(text: &str, columns: usize) -> String {
    Line::of(text, TextRole::Plain).cut(columns).plain()
}
