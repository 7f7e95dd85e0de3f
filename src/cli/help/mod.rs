//! The help of the command line, and errors in the arguments, in Indonesian.
//! The definition of the command line has English texts. In Indonesian, those of [`words`] replace them; the fixed texts
//! of clap are translated here for the help, and by [`errors`] for errors.

mod errors;
mod words;

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use clap::builder::StyledStr;
use clap::builder::styling::Style;
use clap::error::{ContextKind, ContextValue, ErrorFormatter, ErrorKind};
use clap::{Arg, Command};

use super::add;
use crate::lang::Lang;

/// The fixed texts of clap in its help. Longer texts stand before those that they contain.
const FIXED: &[(&str, &str)] = &[
    ("Usage:", "Penggunaan:"),
    ("Commands:", "Perintah:"),
    ("Arguments:", "Argumen:"),
    ("Options:", "Opsi:"),
    ("[OPTIONS]", "[OPSI]"),
    ("[COMMAND]", "[PERINTAH]"),
    ("<COMMAND>", "<PERINTAH>"),
    ("Print help (see a summary with '-h')", "Tampilkan bantuan (ringkasannya dengan '-h')"),
    ("Print help (see more with '--help')", "Tampilkan bantuan (selengkapnya dengan '--help')"),
    ("Print help for the subcommand(s)", "Perintah yang bantuannya ditampilkan"),
    ("Print help", "Tampilkan bantuan"),
    ("Print version", "Tampilkan versi"),
    (
        "Print this message or the help of the given subcommand(s)",
        "Tampilkan bantuan ini, atau bantuan perintah yang disebut",
    ),
];

/// The texts of a command.
struct CommandWords {
    /// Its name, after those of its parent commands.
    path: &'static str,
    /// The description, one line.
    about: &'static str,
    /// Further description; may be empty.
    more: &'static str,
    /// The text at the end of the help; may be empty.
    after: &'static str,
    arguments: &'static [ArgumentWords],
}

/// The texts of an argument.
#[derive(Clone, Copy)]
struct ArgumentWords {
    id: &'static str,
    /// The placeholder of its value; empty if it takes none.
    value: &'static str,
    /// The description, one line.
    help: &'static str,
    /// Further description; may be empty.
    more: &'static str,
    /// The explained values.
    values: &'static [(&'static str, &'static str)],
}

const fn argument(id: &'static str, value: &'static str, help: &'static str) -> ArgumentWords {
    ArgumentWords { id, value, help, more: "", values: &[] }
}

impl ArgumentWords {
    const fn more(self, more: &'static str) -> Self {
        Self { more, ..self }
    }

    const fn values(self, values: &'static [(&'static str, &'static str)]) -> Self {
        Self { values, ..self }
    }

    /// Replaces the texts of an argument. They include its values and its default, because clap would label both in
    /// English.
    fn apply_to(&self, arg: Arg, literal: Style) -> Arg {
        if self.value.is_empty() {
            return arg.help(self.help).long_help(long(self.help, self.more));
        }
        let names: Vec<_> = arg.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
        let defaults: Vec<_> = arg.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
        let default = (!defaults.is_empty()).then(|| format!("[bawaan: {}]", defaults.join(" ")));
        let known = (!names.is_empty()).then(|| format!("[nilai: {}]", names.join(", ")));
        let short = [Some(self.help.to_owned()), default.clone(), known.clone()];
        let (explained, known) = match self.values {
            [] => (None, known),
            _ => (Some(self.list(literal)), None),
        };
        let facts: Vec<String> = default.into_iter().chain(known).collect();
        let facts = (!facts.is_empty()).then(|| facts.join("\n"));
        let long = [Some(long(self.help, self.more)), explained, facts];
        arg.value_name(self.value)
            .help(short.into_iter().flatten().collect::<Vec<_>>().join(" "))
            .long_help(long.into_iter().flatten().collect::<Vec<_>>().join("\n\n"))
            .hide_default_value(true)
            .hide_possible_values(true)
    }

    fn list(&self, literal: Style) -> String {
        let widest = self.values.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
        self.values.iter().fold("Nilai:".to_owned(), |mut list, (name, words)| {
            let gap = widest - name.len();
            let _ = write!(list, "\n- {literal}{name}{literal:#}: {:gap$}{words}", "");
            list
        })
    }
}

/// A short description, or a long one that begins with it.
fn long(line: &str, more: &str) -> String {
    if more.is_empty() { line.to_owned() } else { format!("{line}.\n\n{more}") }
}

/// The command line with Indonesian texts.
pub(super) fn in_indonesian(command: Command) -> Command {
    translated(command, "")
}

fn translated(command: Command, path: &str) -> Command {
    let Some(words) = words::COMMANDS.iter().find(|words| words.path == path) else { return command };
    let literal = *command.get_styles().get_literal();
    let put = |arg: Arg| {
        // The texts of the flags of `lawat add` are in the table of fields.
        if let Some(field) = add::field_of(path, arg.get_id().as_str()) {
            let arg = arg.help(add::help(field, Lang::Id)).value_name(add::value_name(field, Lang::Id));
            return arg.help_heading(add::heading(Lang::Id));
        }
        match words.arguments.iter().find(|words| arg.get_id() == words.id) {
            Some(words) => words.apply_to(arg, literal),
            None => arg,
        }
    };
    let mut command = command.about(words.about).mut_args(put);
    if !words.more.is_empty() {
        command = command.long_about(long(words.about, words.more));
    }
    if !words.after.is_empty() {
        command = command.after_help(words.after);
    }
    command.mut_subcommands(|command| {
        let path = format!("{path} {}", command.get_name());
        translated(command, path.trim_start())
    })
}

/// Formats an error as the text that was inserted into it.
pub(super) struct TextFormatter;

impl ErrorFormatter for TextFormatter {
    fn format_error(error: &clap::error::Error<Self>) -> StyledStr {
        match error.get(ContextKind::Custom) {
            Some(ContextValue::StyledStr(text)) => text.clone(),
            _ => StyledStr::new(),
        }
    }
}

/// The help, version or error in Indonesian, without the English text that clap adds.
pub(super) fn translated_error(
    instead: &clap::Error,
    command: &Command,
) -> clap::error::Error<TextFormatter> {
    let text = match instead.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => without_english(&instead.render()),
        _ => errors::message(instead, command.get_styles()),
    };
    let mut translated = clap::error::Error::new(instead.kind()).with_cmd(command);
    translated.insert(ContextKind::Custom, ContextValue::StyledStr(text.into()));
    translated
}

/// Replaces the fixed texts of clap in a rendered text.
fn without_english(text: &StyledStr) -> String {
    FIXED.iter().fold(text.ansi().to_string(), |text, (en, id)| text.replace(en, id))
}
