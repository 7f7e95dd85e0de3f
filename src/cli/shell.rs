//! Shell completions and the manual page, generated from the definition of the command line.

use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Command, ValueEnum};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, Shells};
use clap_complete::generate;
use clap_complete_nushell::Nushell;

use super::cache;
use super::output::{self, Failure};
use crate::cache::References;
use crate::config::Config;
use crate::load::{self, Loader};
use crate::model::RecordKind;

/// The environment variable by which a shell requests completions.
const COMPLETE_VARIABLE: &str = "LAWAT_COMPLETE";
/// Bash inserts words as they are, unless they are taken for file names: then it quotes them.
const BASH: &[u8] = b"_lawat() {
    _clap_complete_lawat \"$@\"
    compopt -o filenames 2> /dev/null
}
complete -o nospace -o bashdefault -o nosort -F _lawat lawat 2> /dev/null ||
    complete -o nospace -o bashdefault -F _lawat lawat
";
/// Zsh would quote a tilde. It sources the file at the first completion, and so the file must also answer that one.
const ZSH: &[u8] = b"function _lawat() {
    if [[ ${words[CURRENT]} == [~$]* ]]; then _files; else _clap_dynamic_completer_lawat \"$@\"; fi
}
compdef _lawat lawat
[[ $funcstack[1] != _lawat ]] || _lawat \"$@\"
";
/// The number of bytes of the records that are read for a completion, unless they are in the cache.
const MAX_BYTES: u64 = 4 << 20;
/// Of longer ones, those in the cache would take too long, too.
const MAX_KEPT_BYTES: u64 = 64 << 20;

/// Write shell completions for the arguments of lawat.
///
/// They complete subcommands, options, files, and the ids of your records: those in visits.yaml of the folder, or of the
/// built-in example; in a large file that is not in the cache, those near the top. Nushell does not complete ids.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  lawat completions bash > ~/.local/share/bash-completion/completions/lawat
  lawat completions zsh > ~/.zfunc/_lawat
  lawat completions fish > ~/.config/fish/completions/lawat.fish
  lawat completions powershell >> $PROFILE
  lawat completions nushell > ~/.config/nushell/completions/lawat.nu")]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum)]
    shell: ShellArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ShellArg {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
    Nushell,
}

/// Prints the completion script of a shell.
pub(super) fn completions(args: &CompletionsArgs, mut command: Command) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    let name = command.get_name().to_owned();
    let shell = match args.shell {
        ShellArg::Bash => "bash",
        ShellArg::Zsh => "zsh",
        ShellArg::Fish => "fish",
        ShellArg::PowerShell => "powershell",
        // Nushell cannot request completions.
        ShellArg::Nushell => {
            generate(Nushell, &mut command, name, &mut script);
            output::write_text(&String::from_utf8_lossy(&script))?;
            return Ok(ExitCode::SUCCESS);
        }
    };
    if let Some(shell) = Shells::builtins().completer(shell) {
        let written = shell.write_registration(COMPLETE_VARIABLE, &name, &name, &name, &mut script);
        written.map_err(|error| Failure::new(&error.to_string()))?;
    }
    script.extend_from_slice(match args.shell {
        ShellArg::Bash => BASH,
        ShellArg::Zsh => ZSH,
        _ => b"",
    });
    output::write_text(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

/// Answers a request for completions; false if there is none.
pub(super) fn complete(command: impl Fn() -> Command) -> bool {
    let folder = std::env::current_dir().ok();
    let answered = CompleteEnv::with_factory(command)
        .var(COMPLETE_VARIABLE)
        .try_complete(std::env::args_os(), folder.as_deref());
    // There is no use in an error message for a shell that is not supported.
    answered.unwrap_or(true)
}

/// Completes IDs for `show`.
pub(super) fn ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|start: &OsStr| completed(start, |_| true))
}

/// Completes visits for `add`.
pub(super) fn visits() -> ArgValueCompleter {
    ArgValueCompleter::new(|start: &OsStr| completed(start, |kind| kind == RecordKind::Visit))
}

/// Completes statements for `cite`.
pub(super) fn statements() -> ArgValueCompleter {
    ArgValueCompleter::new(|start: &OsStr| completed(start, |kind| kind == RecordKind::Statement))
}

/// The references of records of the wanted kinds that begin like this, each with its name.
fn completed(start: &OsStr, wanted: impl Fn(RecordKind) -> bool) -> Vec<CompletionCandidate> {
    let start = start.to_string_lossy();
    let references = kept().unwrap_or_else(|| References::of(&load::preview(MAX_BYTES)));
    let found = references.iter().filter(|it| wanted(it.kind) && it.text.starts_with(&*start));
    found.map(|it| CompletionCandidate::new(it.text).help(Some(it.name.to_owned().into()))).collect()
}

/// The references of a long archive that is in the cache.
fn kept() -> Option<References> {
    let length = |path: PathBuf| path.metadata().map_or(0, |meta| meta.len());
    if load::record_files(&[]).into_iter().map(length).sum::<u64>() > MAX_KEPT_BYTES {
        return None;
    }
    cache::use_cache(&Config::load(&[]));
    let mut entry = cache::used().entry(&[]);
    let references = entry.references(&Loader::new(Vec::new()))?;
    entry.wait();
    Some(references)
}

/// Prints the manual page, including the subcommands.
pub(super) fn man(mut command: Command) -> Result<ExitCode, Failure> {
    command.build();
    let mut page = Vec::new();
    render(&command, &mut page).map_err(|error| Failure::new(&error.to_string()))?;
    output::write_text(&String::from_utf8_lossy(&page))?;
    Ok(ExitCode::SUCCESS)
}

/// Renders the page of a command, and those of its subcommands behind it.
fn render(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    clap_mangen::Man::new(command.clone()).render(page)?;
    command.get_subcommands().filter(|it| it.get_name() != "help").try_for_each(|it| render(it, page))
}
