//! What a shell and a manual want to know of the command line, made from the command line itself.

use std::process::ExitCode;

use clap::{Args, Command, ValueEnum};
use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;

use super::output::{self, Failure};

/// Write what a shell needs to complete the arguments of lawat.
///
/// For example: lawat completions fish > ~/.config/fish/completions/lawat.fish
#[derive(Debug, Args)]
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

/// Writes the completions of a shell.
pub(super) fn completions(args: &CompletionsArgs, mut command: Command) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    let name = command.get_name().to_owned();
    match args.shell {
        ShellArg::Bash => generate(Shell::Bash, &mut command, name, &mut script),
        ShellArg::Zsh => generate(Shell::Zsh, &mut command, name, &mut script),
        ShellArg::Fish => generate(Shell::Fish, &mut command, name, &mut script),
        ShellArg::PowerShell => generate(Shell::PowerShell, &mut command, name, &mut script),
        ShellArg::Nushell => generate(Nushell, &mut command, name, &mut script),
    }
    output::say(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the manual page, with the subcommands behind it.
pub(super) fn man(mut command: Command) -> Result<ExitCode, Failure> {
    command.build();
    let mut page = Vec::new();
    let subcommands = command.get_subcommands().filter(|it| it.get_name() != "help").cloned();
    let render = |command: Command, page: &mut Vec<u8>| {
        clap_mangen::Man::new(command).render(page).map_err(|error| Failure::new(&error.to_string()))
    };
    render(command.clone(), &mut page)?;
    for subcommand in subcommands {
        render(subcommand, &mut page)?;
    }
    output::say(&String::from_utf8_lossy(&page))?;
    Ok(ExitCode::SUCCESS)
}
