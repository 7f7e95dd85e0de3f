//! The keys of the settings: `[keys.panes]`, then a command and its keys.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::{ConfigDocument, KeyBinding, ParsedConfig, unknown};
use super::error::{ConfigError, ConfigErrorKind, ExpectedValue, NameKind};
use super::setting::ValueOrigin;
use crate::app::command::{Action, COMMANDS, Command, Context};
use crate::app::key::{Code, Key};
use crate::app::keymap::{Keymap, sequence};

/// Reads a table of key bindings; `variable` is the environment variable it comes from, if any.
pub(super) fn read(source: &mut ConfigDocument<'_>, table: &DeTable<'_>, variable: Option<&'static str>) {
    for (name, commands) in table {
        let Some(context) = Context::ALL.into_iter().find(|context| context.name() == name.get_ref()) else {
            let known = Context::ALL.map(Context::name).to_vec();
            source.error(name.span().start, unknown(NameKind::Context, name.get_ref(), known));
            continue;
        };
        let DeValue::Table(commands) = commands.get_ref() else {
            let kind =
                ConfigErrorKind::Kind { name: context.name().to_owned(), expected: ExpectedValue::Table };
            source.error(commands.span().start, kind);
            continue;
        };
        for (name, keys) in commands {
            match command(name.get_ref(), context) {
                Ok(command) => bind(source, (context, command), keys, variable),
                Err(kind) => source.error(name.span().start, kind),
            }
        }
    }
}

/// The command with this name; it must already have keys in the context.
fn command(name: &str, context: Context) -> Result<&'static Command, ConfigErrorKind> {
    let Some(command) = Command::named(name) else {
        let known = COMMANDS.iter().map(|command| command.name).collect();
        return Err(unknown(NameKind::Command, name, known));
    };
    let has_keys = |context: &Context| command.keys_in(*context).next().is_some();
    if has_keys(&context) {
        return Ok(command);
    }
    let contexts = Context::ALL.into_iter().filter(has_keys).map(Context::name).collect();
    Err(ConfigErrorKind::WrongContext { command: command.name, context: context.name(), contexts })
}

/// Reads the keys of a command. If none of them is valid, the command keeps its default keys.
fn bind(
    source: &mut ConfigDocument<'_>,
    (context, command): (Context, &'static Command),
    value: &Spanned<DeValue<'_>>,
    variable: Option<&'static str>,
) {
    if source.is_broken(&value.span()) {
        return;
    }
    let list = match value.get_ref() {
        DeValue::Array(list) => list.iter().collect(),
        _ => vec![value],
    };
    let (mut written, mut keys) = (Vec::new(), Vec::new());
    for each in &list {
        match key(each.get_ref(), (context, command)) {
            Ok((text, sequence)) => {
                written.push(text);
                keys.push(sequence);
            }
            Err(kind) => source.error(each.span().start, kind),
        }
    }
    if keys.is_empty() && !list.is_empty() {
        return;
    }
    let at = source.place(value.span().start);
    let origin = variable.map_or(ValueOrigin::File(at.0), ValueOrigin::Variable);
    let source_name = source.name().to_owned();
    source.parsed.bindings.push(KeyBinding {
        context,
        command,
        written,
        origin,
        keys,
        source: source_name,
        at,
    });
}

/// One sequence of keys.
fn key(
    value: &DeValue<'_>,
    (context, command): (Context, &Command),
) -> Result<(String, Vec<Key>), ConfigErrorKind> {
    let DeValue::String(text) = value else {
        return Err(ConfigErrorKind::Kind { name: command.name.to_owned(), expected: ExpectedValue::Keys });
    };
    let keys = sequence(text).ok_or_else(|| ConfigErrorKind::NotAKey(text.to_string()))?;
    if let Some((key, namesake)) = keys.iter().find_map(|key| Some((*key, key.namesake()?))) {
        return Err(ConfigErrorKind::SameKey(key, namesake));
    }
    let types = keys.first().is_some_and(|key| key.typed().is_some());
    if context.is_typed() && types && !closes_help(&keys, (context, command)) {
        return Err(ConfigErrorKind::Typed(text.to_string()));
    }
    Ok((text.to_string(), keys))
}

/// In the help, `?` closes it and need not be typed: no command name contains it.
fn closes_help(keys: &[Key], (context, command): (Context, &Command)) -> bool {
    context == Context::Commands && command.action == Action::Help && keys == [Key::plain(Code::Char('?'))]
}

/// The keymap with the user's bindings; conflicts between bindings are errors.
pub(super) fn keymap(parsed: &mut ParsedConfig) -> Keymap {
    let mut keymap = Keymap::default();
    for own in &parsed.bindings {
        keymap.rebind(own.context, own.command, own.keys.clone());
    }
    for clash in keymap.clashes() {
        let is_of = |name| move |own: &&KeyBinding| own.context == clash.context && own.command.name == name;
        let [first, second] = clash.commands;
        let own = parsed.bindings.iter().rev();
        if let Some(own) = own.clone().find(is_of(first)).or_else(|| own.clone().find(is_of(second))) {
            let kind = ConfigErrorKind::Shared { keys: keymap.shown(&clash.keys), commands: clash.commands };
            parsed.errors.push(ConfigError { source: own.source.clone(), at: Some(own.at), kind });
        }
    }
    keymap
}
