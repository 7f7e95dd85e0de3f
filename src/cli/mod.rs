//! The command line: its arguments and subcommands, and the start of the explorer.

mod add;
mod cache;
mod check;
mod cite;
mod config;
mod demo;
mod draft;
mod export;
mod help;
mod import;
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
mod signals;
mod site;
mod stats;
mod storage;

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum, ValueHint};

use crate::app::{App, Form, Settings};
use crate::config::{Config, Setting};
use crate::export::remove_temporary_files;
use crate::lang::Lang;
use crate::load;
use crate::text::{nearest, shorten};
use crate::tui::{self, Appearance, NoTerminal, RecordFiles, RecordSource};
use crate::view;
use output::{Failure, Paint, When};
use storage::UserFiles;

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

    /// Start anew instead of where you left off the last time with these files.
    #[arg(long)]
    fresh: bool,

    /// Read all records anew, and keep nothing for the next start.
    #[arg(long, global = true)]
    no_cache: bool,

    #[command(subcommand)]
    command: Option<CliCommand>,
}

#[derive(Debug, Subcommand)]
enum CliCommand {
    Search(search::SearchArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Cite(cite::CiteArgs),
    Stats(stats::StatsArgs),
    Export(export::ExportArgs),
    Check(check::CheckArgs),
    Draft(draft::DraftArgs),
    Add(add::AddArgs),
    Import(import::ImportArgs),
    Init(init::InitArgs),
    Keys(keys::KeysArgs),
    Config(config::ConfigArgs),
    Cache(cache::CacheArgs),
    /// Write the JSON Schema of the record format, for completion and checks in editors.
    Schema,
    /// Take a tour of one minute on the built-in example: the explorer says which keys to press.
    Demo,
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
    /// The settings that the arguments specify.
    fn settings(&self) -> Vec<(Setting, &'static str)> {
        let lang = self.lang.map(|lang| match lang {
            LangArg::Id => (Setting::Language, "id"),
            LangArg::En => (Setting::Language, "en"),
        });
        let theme = self.theme.map(|theme| (Setting::Theme, theme));
        let cache = self.no_cache.then_some((Setting::Cache, "false"));
        [lang, theme, cache].into_iter().flatten().collect()
    }
}

/// Parses the name of a theme.
fn themes() -> impl TypedValueParser<Value = &'static str> {
    PossibleValuesParser::new(Setting::Theme.values())
        .try_map(|name| Setting::Theme.value(&name).ok_or("no theme"))
}

/// Runs the program. The exit code is 0 on success, 1 when nothing was found or the data has errors, 2 when the program
/// could not run.
pub fn run() -> ExitCode {
    if shell::complete(Args::command) {
        return ExitCode::SUCCESS;
    }
    let args = match parse() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let config = Config::load(&args.settings());
    let lang = config.lang;
    output::set_ascii_only(config.ascii);
    cache::use_cache(&config);
    let paint = Paint::new(args.color);
    signals::fail_at_size_limits();
    if args.command.is_some() || args.plain || plain::is_needed() {
        signals::clean_up_before_the_end();
    }
    let outcome = match &args.command {
        None if args.plain || plain::is_needed() => plain::run(&args.paths, &config),
        None => explore(args.paths.clone(), args.fresh, &config),
        Some(_) if args.plain => Err(Failure::new(lang.messages().plain_alone)),
        Some(CliCommand::Search(args)) => search::run(args, lang, paint),
        Some(CliCommand::List(args)) => list::run(args, lang, paint),
        Some(CliCommand::Show(args)) => show::run(args, lang, paint),
        Some(CliCommand::Cite(args)) => cite::run(args, lang, config.post_order),
        Some(CliCommand::Stats(args)) => stats::run(args, lang, paint),
        Some(CliCommand::Export(args)) => export::run(args, lang),
        Some(CliCommand::Check(args)) => check::run(args, lang, paint),
        Some(CliCommand::Init(args)) => init::run(args, lang),
        Some(CliCommand::Draft(args)) => draft::run(args, lang),
        Some(CliCommand::Add(args)) => add::run(args, lang, paint),
        Some(CliCommand::Import(args)) => import::run(args, lang),
        Some(CliCommand::Keys(args)) => keys::run(args, lang, &config.keymap),
        Some(CliCommand::Config(args)) => config::run(args, &config),
        Some(CliCommand::Cache(args)) => cache::run(args, &config),
        Some(CliCommand::Schema) => schema::run(),
        Some(CliCommand::Demo) => demo::run(&config),
        Some(CliCommand::Completions(args)) => shell::completions(args, Args::command()),
        Some(CliCommand::Man) => shell::man(Args::command()),
    };
    if !matches!(&args.command, Some(CliCommand::Config(args)) if args.is_about_file()) {
        config::print_errors(&config);
    }
    signals::give_way();
    // A thread may still be writing to the cache.
    remove_temporary_files();
    match outcome {
        Ok(code) => code,
        Err(failure) if failure.print() => ExitCode::from(2),
        Err(_) => ExitCode::SUCCESS,
    }
}

/// Parses the arguments. clap prints help and errors while it parses, so the options that affect them are read before.
fn parse() -> Result<Args, ExitCode> {
    let words = std::env::args_os().skip(1).take_while(|word| word != "--");
    let words: Vec<String> = words.filter_map(|word| word.into_string().ok()).collect();
    let choice = match option_value(&words, "--color") {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    let command = Args::command().color(choice);
    let read = command.clone().try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    read.map_err(|response| {
        let mut command =
            if requested_lang(&words) == Lang::Id { help::in_indonesian(command) } else { command };
        // An error repeats the arguments: they must be short, and must not act on the terminal.
        let arguments = std::env::args_os().map(|word| shorten(&word.to_string_lossy()));
        let response = command.try_get_matches_from_mut(arguments).err().unwrap_or(response);
        match requested_lang(&words) {
            Lang::En => output::print_response(&response),
            Lang::Id => output::print_response(&help::translated_error(&response, &command)),
        }
    })
}

/// The last value of an option.
fn option_value<'a>(words: &'a [String], option: &str) -> Option<&'a str> {
    let mut words = words.iter();
    let mut value = None;
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => value = words.next().map(String::as_str),
            Some(rest) => value = rest.strip_prefix('=').or(value),
            None => {}
        }
    }
    value
}

/// The requested language, when the arguments cannot be parsed.
fn requested_lang(words: &[String]) -> Lang {
    let lang = option_value(words, "--lang").and_then(|name| Setting::Language.value(name));
    let settings: Vec<_> = lang.map(|lang| (Setting::Language, lang)).into_iter().collect();
    Config::load(&settings).lang
}

/// Runs the explorer.
fn explore(paths: Vec<OsString>, is_fresh: bool, config: &Config) -> Result<ExitCode, Failure> {
    if let Some((word, command)) = mistyped_command(&paths) {
        return Err(Failure::new(&config.lang.mistyped_command(word, &command)));
    }
    check_paths(&paths, config.lang)?;
    if is_stdin_ignored(&paths) {
        return Err(Failure::new(config.lang.messages().stdin_ignored));
    }
    let files = UserFiles::new(config, &paths);
    let session = if is_fresh { Ok(None) } else { files.session() };
    let app = match session {
        Ok(None) => new_app(config),
        Ok(Some(session)) => new_app(config).with_session(session),
        Err((path, error)) => new_app(config).without_session(config.lang.session_unreadable(path, &error)),
    };
    let entry = cache::used().entry(&paths);
    run_explorer(app, config, (RecordFiles::new(load::Loader::new(paths).remembering(), entry), files))
}

/// The explorer with the settings of the user.
fn new_app(config: &Config) -> App {
    App::new(config.lang).with(Settings {
        keymap: config.keymap.clone(),
        form: Form::Cite(config.copy_form),
        post_order: config.post_order,
        folder: working_folder(),
        captures_mouse: config.mouse,
        problems: config.errors.len() + config.more_errors,
    })
}

/// Runs the explorer with records from a source.
fn run_explorer(
    app: App,
    config: &Config,
    (records, files): (impl RecordSource, UserFiles),
) -> Result<ExitCode, Failure> {
    check_terminal(config.lang)?;
    let appearance = Appearance { palette: config.palette, ascii: config.ascii };
    let outcome = tui::run(app, appearance, view::draw, (records, files));
    let remains = outcome.map_err(|error| Failure::new(&config.lang.terminal_failed(&error)))?;
    if let Some(text) = remains.text {
        output::write_text(&format!("{text}\n"))?;
    }
    remains.failures.iter().for_each(|failure| output::print_message(failure));
    Ok(ExitCode::from(u8::from(!remains.failures.is_empty())))
}

/// The working folder for people, with `~` for their home.
fn working_folder() -> String {
    let folder = std::env::current_dir().unwrap_or_default();
    let home = std::env::home_dir();
    match home.and_then(|home| folder.strip_prefix(home).ok().map(Path::to_owned)) {
        Some(rest) => Path::new("~").join(rest).to_string_lossy().into_owned(),
        None => folder.to_string_lossy().into_owned(),
    }
}

/// Checks that there are terminals to draw on and to read from.
fn check_terminal(lang: Lang) -> Result<(), Failure> {
    tui::check().map_err(|missing| {
        let m = lang.messages();
        Failure::new(match missing {
            NoTerminal::Output => m.not_a_terminal,
            NoTerminal::Keys => m.no_terminal,
        })
    })
}

/// The first argument, if it is no file but similar to the name of a subcommand, and that name.
fn mistyped_command(paths: &[OsString]) -> Option<(&str, String)> {
    let word = paths.first()?.to_str().filter(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'))?;
    if word == "-" || std::path::Path::new(word).exists() {
        return None;
    }
    let command = Args::command();
    let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    nearest(word, names).map(|name| (word, name.to_owned()))
}

/// Whether standard input has data that no path refers to.
fn is_stdin_ignored(paths: &[OsString]) -> bool {
    paths.is_empty() && load::is_piped()
}

/// Checks the paths before any other work.
fn check_paths(paths: &[OsString], lang: Lang) -> Result<(), Failure> {
    load::check_paths(paths).map_err(|unreadable| {
        Failure::new(&lang.unreadable(&unreadable.path.to_string_lossy(), &unreadable.reason))
    })?;
    if paths.iter().any(|path| path == "-") && std::io::stdin().is_terminal() {
        return Err(Failure::new(lang.messages().stdin_is_terminal));
    }
    Ok(())
}
