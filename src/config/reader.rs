//! Reads a document: the key bindings in it, and every problem with its position and how to fix it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::{SettingsDocument, word};
use super::setting::Setting;
use crate::app::command::{Action, COMMANDS, Command, Context};
use crate::app::key::{Code, Key};
use crate::app::keymap::sequence;
use crate::lang::Lang;
use crate::text::{Line, TextRole, nearest};

/// The maximum width of quoted text in a message, in columns.
const MAX_COLUMNS: usize = 40;

/// The keys that the user has bound to a command in a context.
#[derive(Debug)]
pub(super) struct KeyBinding {
    pub(super) context: Context,
    pub(super) command: &'static Command,
    /// The keys as written in the document.
    pub(super) written: Vec<String>,
    pub(super) keys: Vec<Vec<Key>>,
    pub(super) origin: String,
    /// Its position, for messages.
    pub(super) position: String,
}

impl KeyBinding {
    /// Whether both are about the same command in the same context.
    pub(super) fn replaces(&self, other: &Self) -> bool {
        (self.context, self.command.name) == (other.context, other.command.name)
    }
}

/// The key bindings in the file of the settings, and the messages about all problems in it, in order of position.
pub(super) fn read_settings(file: &SettingsDocument<'_>, lang: Lang) -> (Vec<KeyBinding>, Vec<String>) {
    let mut reader = Reader { document: file, lang, bindings: Vec::new(), problems: Vec::new() };
    reader.read_settings();
    reader.finish()
}

/// The same for the environment variable, in which all settings are key bindings.
pub(super) fn read_keys(variable: &SettingsDocument<'_>, lang: Lang) -> (Vec<KeyBinding>, Vec<String>) {
    let mut reader = Reader { document: variable, lang, bindings: Vec::new(), problems: Vec::new() };
    reader.read_keys(&variable.table);
    reader.finish()
}

struct Reader<'d> {
    document: &'d SettingsDocument<'d>,
    lang: Lang,
    bindings: Vec<KeyBinding>,
    /// Byte offsets and messages.
    problems: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn finish(mut self) -> (Vec<KeyBinding>, Vec<String>) {
        let lang = self.lang;
        let syntax_errors = self.document.syntax_errors.values();
        let not_toml = |reason: &str| lang.not_toml(&cut(reason, 2 * MAX_COLUMNS));
        self.problems.extend(syntax_errors.map(|(at, reason)| (*at, not_toml(reason))));
        self.problems.sort_by_key(|(at, _)| *at);
        let position = |at: usize| self.document.position(at);
        let messages = self.problems.iter().map(|(at, message)| format!("{}: {message}", position(*at)));
        (self.bindings, messages.collect())
    }

    fn problem(&mut self, span: &Range<usize>, message: String) {
        if !self.document.is_broken(span) {
            self.problems.push((span.start, message));
        }
    }

    fn read_settings(&mut self) {
        for (key, value) in &self.document.table {
            match (key.get_ref().as_ref(), Setting::named(key.get_ref())) {
                (_, Some(setting)) => self.read_setting(setting, value),
                ("keys", None) => {
                    if let Some(contexts) = self.table("keys", value) {
                        self.read_keys(contexts);
                    }
                }
                (name, None) => {
                    let known: Vec<_> = Setting::NAMES.iter().copied().chain(["keys"]).collect();
                    let message = self.lang.no_such_setting(&brief(name));
                    self.problem(&key.span(), unknown(&message, name, &known, self.lang));
                }
            }
        }
    }

    fn read_setting(&mut self, setting: Setting, value: &Spanned<DeValue<'_>>) {
        let m = self.lang.messages();
        let message = match word(setting, value.get_ref()) {
            Some(word) if setting.value(word).is_some() => return,
            Some(word) => no_such_value(setting, word, self.lang),
            None => expected(
                setting.name(),
                if setting.is_switch() { m.expected_boolean } else { m.expected_word },
            ),
        };
        self.problem(&value.span(), message);
    }

    /// Reads a table of contexts, each a table of commands with their keys.
    fn read_keys(&mut self, contexts: &DeTable<'_>) {
        for (name, commands) in contexts {
            let Some(context) = Context::ALL.into_iter().find(|context| context.name() == name.get_ref())
            else {
                let message = self.lang.no_such_context(&brief(name.get_ref()));
                let known = Context::ALL.map(Context::name);
                self.problem(&name.span(), unknown(&message, name.get_ref(), &known, self.lang));
                continue;
            };
            for (name, keys) in self.table(context.name(), commands).into_iter().flatten() {
                match command(name.get_ref(), context, self.lang) {
                    Ok(command) => self.bind(context, command, keys),
                    Err(message) => self.problem(&name.span(), message),
                }
            }
        }
    }

    fn table<'v, 't>(&mut self, name: &str, value: &'v Spanned<DeValue<'t>>) -> Option<&'v DeTable<'t>> {
        let DeValue::Table(table) = value.get_ref() else {
            self.problem(&value.span(), expected(name, self.lang.messages().expected_table));
            return None;
        };
        Some(table)
    }

    /// Reads the keys of a command. If none of them is valid, the command keeps its default keys.
    fn bind(&mut self, context: Context, command: &'static Command, value: &Spanned<DeValue<'_>>) {
        if self.document.is_broken(&value.span()) {
            return;
        }
        let list = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => vec![value],
        };
        let (mut written, mut keys) = (Vec::new(), Vec::new());
        for each in &list {
            match key(each.get_ref(), context, command, self.lang) {
                Ok((text, sequence)) => {
                    written.push(text);
                    keys.push(sequence);
                }
                Err(message) => self.problem(&each.span(), message),
            }
        }
        if list.is_empty() || !keys.is_empty() {
            let at = value.span().start;
            let (origin, position) = (self.document.origin(at), self.document.position(at));
            self.bindings.push(KeyBinding { context, command, written, keys, origin, position });
        }
    }
}

/// The command with this name; it must already have keys in the context.
fn command(name: &str, context: Context, lang: Lang) -> Result<&'static Command, String> {
    let Some(command) = Command::named(name) else {
        let near = nearest(name, COMMANDS.iter().map(|command| command.name));
        let remedy =
            near.map_or_else(|| lang.commands_are_listed().to_owned(), |near| lang.did_you_mean(near));
        return Err(format!("{}; {remedy}", lang.no_such_command(&brief(name))));
    };
    let has_keys = |context: &Context| command.keys_in(*context).next().is_some();
    if has_keys(&context) {
        return Ok(command);
    }
    let contexts: Vec<_> = Context::ALL.into_iter().filter(has_keys).map(Context::name).collect();
    Err(lang.command_not_in_context(command.name, context.name(), &contexts.join(", ")))
}

/// One sequence of keys, also as written.
fn key(
    value: &DeValue<'_>,
    context: Context,
    command: &Command,
    lang: Lang,
) -> Result<(String, Vec<Key>), String> {
    let DeValue::String(text) = value else {
        return Err(expected(command.name, lang.messages().expected_keys));
    };
    let keys = sequence(text).ok_or_else(|| lang.not_a_key(&brief(text)))?;
    if let Some((key, terminal_alias)) = keys.iter().find_map(|key| Some((key, key.terminal_alias()?))) {
        return Err(lang.same_key(&key.to_string(), &terminal_alias.to_string()));
    }
    let begins_with_letter = keys.first().is_some_and(|key| key.typed().is_some());
    // In the help, `?` closes it and need not be typed: no command name contains it.
    let closes_help = context == Context::Commands
        && command.action == Action::Help
        && keys == [Key::plain(Code::Char('?'))];
    if context.is_typed() && begins_with_letter && !closes_help {
        return Err(lang.keys_are_typed(&brief(text)));
    }
    Ok((text.to_string(), keys))
}

/// The message about a value that a setting cannot have.
pub(super) fn no_such_value(setting: Setting, value: &str, lang: Lang) -> String {
    let message = lang.no_such_value(setting.name(), &brief(value));
    unknown(&message, value, setting.values(), lang)
}

/// The message about an unknown name, with the most similar known one.
fn unknown(message: &str, name: &str, known: &[&str], lang: Lang) -> String {
    let near = nearest(name, known.iter().copied()).map(|near| lang.did_you_mean(near));
    format!("{message}; {}", near.unwrap_or_else(|| lang.known_names(&known.join(", "))))
}

/// The message about a value of the wrong type.
fn expected(name: &str, expected: &str) -> String {
    format!("{}: {expected}", brief(name))
}

fn brief(text: &str) -> String {
    cut(text, MAX_COLUMNS)
}

fn cut(text: &str, columns: usize) -> String {
    Line::of(text, TextRole::Plain).cut(columns).plain()
}
