//! `lawat keys`: lists the key bindings of the explorer.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::output::{self, Failure};
use crate::app::command::{COMMANDS, Command, Context, Group};
use crate::app::key::Key;
use crate::app::keymap::Keymap;
use crate::lang::Lang;
use crate::text::{visible_string, width};

/// List the keys of the explorer.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat keys                    the keys of the explorer
  lawat keys --format md        the same as a Markdown page
  lawat --lang id keys          in Indonesian")]
pub(super) struct KeysArgs {
    /// The output format.
    #[arg(long, value_enum, default_value_t = KeysFormat::Text)]
    format: KeysFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KeysFormat {
    /// Columns of text.
    Text,
    /// A Markdown page in both languages.
    Md,
}

/// Lists the key bindings by context.
pub(super) fn run(args: &KeysArgs, lang: Lang, keymap: &Keymap) -> Result<ExitCode, Failure> {
    let mut out = String::new();
    if matches!(args.format, KeysFormat::Md) {
        out.push_str(page_head(lang));
    }
    for context in Context::ALL {
        let rows = rows(keymap, context);
        match args.format {
            KeysFormat::Text => as_columns(&mut out, lang, context, &rows),
            KeysFormat::Md => as_page(&mut out, lang, context, &rows),
        }
    }
    output::write_text(&format!("{}\n", out.trim_end()))?;
    Ok(ExitCode::SUCCESS)
}

/// The commands of a context with their keys, in the order of the help.
fn rows(keymap: &Keymap, context: Context) -> Vec<(&'static Command, Vec<String>)> {
    let in_group = |group| COMMANDS.iter().filter(move |command| command.group == group);
    let shown = |keys: &[Key]| visible_string(&keymap.shown(keys));
    let keys = |command| keymap.keys(command, context).map(shown).collect::<Vec<_>>();
    let all = Group::ALL.into_iter().flat_map(in_group).map(|command| (command, keys(command)));
    all.filter(|(_, keys)| !keys.is_empty()).collect()
}

fn as_columns(out: &mut String, lang: Lang, context: Context, rows: &[(&Command, Vec<String>)]) {
    let _ = writeln!(out, "{} ({})", context.label(lang), context.name());
    for (command, keys) in rows {
        let keys = keys.join("  ");
        let gap = " ".repeat(24usize.saturating_sub(width(&keys)));
        let _ = writeln!(out, "  {keys}{gap}  {}", command.label.get(lang));
    }
    out.push('\n');
}

fn page_head(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => {
            "# Tombol\n\nDibuat dari tabel perintah dengan `lawat --lang id keys --format md`. Nama di kolom pertama ialah nama perintah \
             dalam pengaturan: `[keys.panes]`, lalu `zoom = [\"z\"]`. Tombol yang dipisahkan spasi ditekan berurutan.\n\n"
        }
        Lang::En => {
            "# Keys\n\nMade from the table of commands by `lawat keys --format md`. A name in the first column is what the \
             configuration calls the command: `[keys.panes]`, then `zoom = [\"z\"]`. Keys after a blank are pressed one after the other.\n\n"
        }
    }
}

/// Appends a table of the commands in one language, with their names in the other.
fn as_page(out: &mut String, lang: Lang, context: Context, rows: &[(&Command, Vec<String>)]) {
    let (heading, other) = match lang {
        Lang::Id => ("| Perintah | Tombol | Kegunaan | English |", Lang::En),
        Lang::En => ("| Command | Keys | What it does | Bahasa Indonesia |", Lang::Id),
    };
    let _ = writeln!(out, "## `{}`: {}\n", context.name(), context.label(lang));
    let _ = writeln!(out, "{heading}\n|---|---|---|---|");
    for (command, keys) in rows {
        let keys: Vec<String> = keys.iter().map(|keys| format!("`{keys}`")).collect();
        let (own, others) = (command.label.get(lang), command.label.get(other));
        let _ = writeln!(out, "| `{}` | {} | {own} | {others} |", command.name, keys.join(", "));
    }
    out.push('\n');
}
