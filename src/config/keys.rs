//! The keys of the settings: `[keys.panes]`, then a command and its keys.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::source::{Found, Rebound, Source, unknown};
use super::{Fault, Origin, Thing, Wanted, Wrong};
use crate::app::command::{Action, COMMANDS, Command, Context};
use crate::app::key::{Code, Key};
use crate::app::keymap::{Keymap, sequence};

/// Reads the table of keys, which may stand in a variable.
pub(super) fn read(source: &mut Source<'_>, table: &DeTable<'_>, variable: Option<&'static str>) {
    for (name, commands) in table {
        let Some(context) = Context::ALL.into_iter().find(|context| context.name() == name.get_ref()) else {
            let known = Context::ALL.map(Context::name).to_vec();
            source.fault(name.span().start, unknown(Thing::Context, name.get_ref(), known));
            continue;
        };
        let DeValue::Table(commands) = commands.get_ref() else {
            let wrong = Wrong::Kind { name: context.name().to_owned(), wanted: Wanted::Table };
            source.fault(commands.span().start, wrong);
            continue;
        };
        for (name, keys) in commands {
            match command(name.get_ref(), context) {
                Ok(command) => rebind(source, (context, command), keys, variable),
                Err(wrong) => source.fault(name.span().start, wrong),
            }
        }
    }
}

/// The command of this name. It must have keys of its own in the context: in others nobody knows what it would break.
fn command(name: &str, context: Context) -> Result<&'static Command, Wrong> {
    let Some(command) = Command::named(name) else {
        let known = COMMANDS.iter().map(|command| command.name).collect();
        return Err(unknown(Thing::Command, name, known));
    };
    let has_keys = |context: &Context| command.keys_in(*context).next().is_some();
    if has_keys(&context) {
        return Ok(command);
    }
    let contexts = Context::ALL.into_iter().filter(has_keys).map(Context::name).collect();
    Err(Wrong::Elsewhere { command: command.name, context: context.name(), contexts })
}

/// Reads the keys of a command. When none of several can be used, it keeps its own.
fn rebind(
    source: &mut Source<'_>,
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
            Err(wrong) => source.fault(each.span().start, wrong),
        }
    }
    if keys.is_empty() && !list.is_empty() {
        return;
    }
    let at = source.place(value.span().start);
    let origin = variable.map_or(Origin::File(at.0), Origin::Variable);
    let source_name = source.name().to_owned();
    source.found.rebound.push(Rebound { context, command, written, origin, keys, source: source_name, at });
}

/// One sequence of keys.
fn key(value: &DeValue<'_>, (context, command): (Context, &Command)) -> Result<(String, Vec<Key>), Wrong> {
    let DeValue::String(text) = value else {
        return Err(Wrong::Kind { name: command.name.to_owned(), wanted: Wanted::Keys });
    };
    let keys = sequence(text).ok_or_else(|| Wrong::NotAKey(text.to_string()))?;
    if let Some((key, namesake)) = keys.iter().find_map(|key| Some((*key, key.namesake()?))) {
        return Err(Wrong::Namesake(key, namesake));
    }
    let types = keys.first().is_some_and(|key| key.typed().is_some());
    if context.is_typed() && types && !closes_help(&keys, (context, command)) {
        return Err(Wrong::Typed(text.to_string()));
    }
    Ok((text.to_string(), keys))
}

/// Who has opened the help with `?` closes it with it: no name of a command has one.
fn closes_help(keys: &[Key], (context, command): (Context, &Command)) -> bool {
    context == Context::Commands && command.action == Action::Help && keys == [Key::plain(Code::Char('?'))]
}

/// The keys of the explorer with the user's own, which must not hide one another.
pub(super) fn keymap(found: &mut Found) -> Keymap {
    let mut keymap = Keymap::default();
    for own in &found.rebound {
        keymap.rebind(own.context, own.command, own.keys.clone());
    }
    for clash in keymap.clashes() {
        let is_of = |name| move |own: &&Rebound| own.context == clash.context && own.command.name == name;
        let [first, second] = clash.commands;
        let own = found.rebound.iter().rev();
        if let Some(own) = own.clone().find(is_of(first)).or_else(|| own.clone().find(is_of(second))) {
            let wrong = Wrong::Shared { keys: keymap.shown(&clash.keys), commands: clash.commands };
            found.faults.push(Fault { source: own.source.clone(), at: Some(own.at), wrong });
        }
    }
    keymap
}
