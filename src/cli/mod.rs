//! The command line: its arguments, the subcommands, and the way into the explorer.

mod check;
mod cite;
mod config;
mod export;
mod help;
mod init;
mod keys;
mod list;
mod output;
mod plain;
mod records;
mod schema;
mod search;
mod shell;
mod show;
mod stats;

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum, ValueHint};

use crate::app::{App, Form, Settings};
use crate::config::{Config, Setting};
use crate::lang::Lang;
use crate::load;
use crate::tui::{self, Appearance, NoTerminal};
use crate::view;
use output::{Failure, Paint, When};

/// Explore public-service visits: where a delegation went, who was there, and what was said.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    max_term_width = 100,
    after_help = "Examples:
  lawat                                     ./visits.yaml, or the built-in example
  lawat records/                            all records in a folder
  lawat search 'antrean who:ratna' records/ what somebody said, with its reference
  lawat cite kota-a-kota-b#q1 records/      a quote with its attribution
  lawat export --format html -o visit.html  a page to publish
  lawat check records/                      the problems in the records

In the explorer, ? shows all keys. Results go to standard output, messages to standard error.
The exit code is 0 for success, 1 when nothing was found or the data has errors, 2 for failure."
)]
struct Args {
    /// Files or folders with visit records; `-` reads standard input.
    ///
    /// Without a path: `visits.yaml` or `visits.yml` in this folder, or else the built-in example.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    paths: Vec<OsString>,

    /// The language of the interface (default: from the locale).
    #[arg(long, value_enum, global = true)]
    lang: Option<LangArg>,

    /// The colours of the explorer (default: to match the background of the terminal).
    #[arg(long, global = true, value_parser = themes(), value_name = "THEME")]
    theme: Option<&'static str>,

    /// When to colour text output.
    #[arg(long, value_enum, global = true, value_name = "WHEN", default_value_t = When::Auto)]
    color: When,

    /// Use numbered lines instead of a screen: no colours, no drawing, no cursor movement.
    ///
    /// For screen readers, logs, slow connections and editor shells; used automatically when TERM is dumb or unset.
    /// Commands can also be piped in.
    #[arg(long)]
    plain: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Search(search::SearchArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Cite(cite::CiteArgs),
    Stats(stats::StatsArgs),
    Export(export::ExportArgs),
    Check(check::CheckArgs),
    Init(init::InitArgs),
    Keys(keys::KeysArgs),
    Config(config::ConfigArgs),
    /// Write the JSON Schema of the record format, for completion and checks in editors.
    Schema,
    Completions(shell::CompletionsArgs),
    /// Write the manual page: lawat man | man -l -
    Man,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArg {
    /// Bahasa Indonesia.
    Id,
    /// English.
    En,
}

impl Args {
    /// What it sets.
    fn settings(&self) -> Vec<(Setting, &'static str)> {
        let lang = self.lang.map(|lang| match lang {
            LangArg::Id => (Setting::Language, "id"),
            LangArg::En => (Setting::Language, "en"),
        });
        lang.into_iter().chain(self.theme.map(|theme| (Setting::Theme, theme))).collect()
    }
}

/// The names of the themes.
fn themes() -> impl TypedValueParser<Value = &'static str> {
    PossibleValuesParser::new(Setting::Theme.values())
        .try_map(|name| Setting::Theme.value(&name).ok_or("no theme"))
}

/// Runs the program and says how it ended: 0 when it did what was asked, 1 when nothing was found or the data has
/// faults, 2 when it could not work.
pub fn run() -> ExitCode {
    if shell::answer(Args::command) {
        return ExitCode::SUCCESS;
    }
    let args = match parse() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let config = Config::load(&args.settings());
    let lang = config.lang;
    output::spell_in_ascii(config.ascii);
    let paint = Paint::new(args.color);
    let outcome = match &args.command {
        None if args.plain || plain::is_due() => plain::run(&args.paths, &config),
        None => explore(args.paths.clone(), &config),
        Some(_) if args.plain => Err(Failure::new(lang.messages().plain_alone)),
        Some(Command::Search(args)) => search::run(args, lang, paint),
        Some(Command::List(args)) => list::run(args, lang, paint),
        Some(Command::Show(args)) => show::run(args, lang, paint),
        Some(Command::Cite(args)) => cite::run(args, lang, config.post_order),
        Some(Command::Stats(args)) => stats::run(args, lang, paint),
        Some(Command::Export(args)) => export::run(args, lang),
        Some(Command::Check(args)) => check::run(args, lang, paint),
        Some(Command::Init(args)) => init::run(args, lang),
        Some(Command::Keys(args)) => keys::run(args, lang, &config.keymap),
        Some(Command::Config(args)) => config::run(args, &config),
        Some(Command::Schema) => schema::run(),
        Some(Command::Completions(args)) => shell::completions(args, Args::command()),
        Some(Command::Man) => shell::man(Args::command()),
    };
    if !matches!(&args.command, Some(Command::Config(args)) if args.is_about_file()) {
        config::complain(&config);
    }
    match outcome {
        Ok(code) => code,
        Err(failure) if failure.complain() => ExitCode::from(2),
        Err(_) => ExitCode::SUCCESS,
    }
}

/// The arguments. Help and errors are written while they are read, so what is wished of those is looked for before.
fn parse() -> Result<Args, ExitCode> {
    let words = std::env::args_os().skip(1).take_while(|word| word != "--");
    let words: Vec<String> = words.filter_map(|word| word.into_string().ok()).collect();
    let choice = match wish(&words, "--color") {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    let command = Args::command().color(choice);
    let read = command.clone().try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    read.map_err(|instead| match wished_lang(&words) {
        Lang::En => output::answer(&instead),
        Lang::Id => {
            let mut command = help::in_indonesian(command);
            let instead = command.try_get_matches_from_mut(std::env::args_os()).err().unwrap_or(instead);
            output::answer(&help::answer(&instead, &command))
        }
    })
}

/// What an option is set to.
fn wish<'a>(words: &'a [String], option: &str) -> Option<&'a str> {
    let mut words = words.iter();
    let mut wish = None;
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => wish = words.next().map(String::as_str),
            Some(rest) => wish = rest.strip_prefix('=').or(wish),
            None => {}
        }
    }
    wish
}

/// The language, when the arguments cannot be read as a whole.
fn wished_lang(words: &[String]) -> Lang {
    let wish = wish(words, "--lang").and_then(|wish| Setting::Language.value(wish));
    let settings: Vec<_> = wish.map(|lang| (Setting::Language, lang)).into_iter().collect();
    Config::load(&settings).lang
}

/// Shows the explorer until it is left.
fn explore(paths: Vec<OsString>, config: &Config) -> Result<ExitCode, Failure> {
    check_paths(&paths, config.lang)?;
    if is_left_out(&paths) {
        return Err(Failure::new(config.lang.messages().data_not_asked));
    }
    tui::check().map_err(|missing| {
        let m = config.lang.messages();
        Failure::new(match missing {
            NoTerminal::Output => m.not_a_terminal,
            NoTerminal::Keys => m.no_terminal,
        })
    })?;
    let app = App::new(config.lang).with(Settings {
        keymap: config.keymap.clone(),
        form: Form::Cite(config.copy_form),
        post_order: config.post_order,
        captures_mouse: config.mouse,
        problems: config.errors.len() + config.more_errors,
    });
    let appearance = Appearance { palette: config.palette, ascii: config.ascii };
    let outcome = tui::run(app, appearance, view::draw, load::Loader::new(paths));
    if let Some(text) = outcome.map_err(|error| Failure::new(&config.lang.terminal_failed(&error)))? {
        output::say(&format!("{text}\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether there is data on standard input, but nobody has asked for it.
fn is_left_out(paths: &[OsString]) -> bool {
    paths.is_empty() && load::is_piped()
}

/// Looks at the paths before anything else is done.
fn check_paths(paths: &[OsString], lang: Lang) -> Result<(), Failure> {
    load::check_paths(paths).map_err(|unreadable| {
        Failure::new(&lang.unreadable(&unreadable.path.to_string_lossy(), &unreadable.reason))
    })?;
    if paths.iter().any(|path| path == "-") && std::io::stdin().is_terminal() {
        return Err(Failure::new(lang.messages().data_from_keyboard));
    }
    Ok(())
}
