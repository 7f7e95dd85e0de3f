//! The command line: its arguments, and the way into the explorer.

mod output;

use std::env;
use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};

use crate::app::{App, Data};
use crate::lang::Lang;
use crate::tui::{self, NoTerminal};
use crate::view::{self, Theme};
use crate::{load, text};

/// Walk through public-service visits: where a delegation went, who was there, and what was said.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
struct Args {
    /// Files or folders with visit records; `-` reads standard input.
    ///
    /// Without a path: `visits.yaml` of this folder, or else the example that is built in.
    #[arg(value_name = "PATH")]
    paths: Vec<OsString>,

    /// The language of the interface (by default that of the locale).
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArg {
    /// Bahasa Indonesia.
    Id,
    /// English.
    En,
}

/// Why the program could not work, in the words of the user's language.
struct Failure(String);

/// Runs the program and says how it ended: 0 when it did what was asked, 2 when it could not.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let lang = match args.lang {
        Some(LangArg::Id) => Lang::Id,
        Some(LangArg::En) => Lang::En,
        None => Lang::of_locale(&locale()),
    };
    match explore(args.paths, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(reason)) => {
            output::complain(&reason);
            ExitCode::from(2)
        }
    }
}

/// Shows the explorer until it is left.
fn explore(paths: Vec<OsString>, lang: Lang) -> Result<(), Failure> {
    load::check_paths(&paths).map_err(|unreadable| {
        let path = text::visible_string(&unreadable.path.to_string_lossy());
        Failure(lang.unreadable(&path, &unreadable.reason))
    })?;
    if paths.iter().any(|path| path == "-") && std::io::stdin().is_terminal() {
        return Err(Failure(lang.messages().data_from_keyboard.to_owned()));
    }
    tui::check().map_err(|missing| {
        let m = lang.messages();
        Failure(match missing {
            NoTerminal::Output => m.not_a_terminal.to_owned(),
            NoTerminal::Keys => m.no_terminal.to_owned(),
        })
    })?;
    let theme = Theme::new(env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()));
    let draw = move |app: &App, buffer: &mut ratatui::buffer::Buffer| view::draw(app, theme, buffer);
    let outcome = tui::run(App::new(lang), draw, move || Data::from(load::load(&paths)));
    outcome.map_err(|error| Failure(text::visible_string(&format!("{error:#}"))))
}

/// The locale for messages, as POSIX orders it.
fn locale() -> String {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default()
}
