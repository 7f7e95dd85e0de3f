//! The plain mode on the command line: its input and output, and when it is used automatically.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, IsTerminal as _};
use std::process::ExitCode;

use super::cache;
use super::output::{self, Failure};
use crate::config::Config;
use crate::load::{Loader, ProgressCounter, Watch};
use crate::plain::{PlainOptions, run_session};

/// The maximum width of text, in columns.
const COLUMNS: usize = 78;

/// Whether the terminal supports nothing else, because it knows no escape sequences.
pub(super) fn is_needed() -> bool {
    io::stdout().is_terminal() && output::is_dumb()
}

/// Runs the session.
pub(super) fn run(paths: &[OsString], config: &Config) -> Result<ExitCode, Failure> {
    let lang = config.lang;
    super::check_paths(paths, lang)?;
    // When the records come from standard input, commands must come from the terminal.
    let terminal = if paths.iter().any(|path| path == "-") {
        let opened = File::open("/dev/tty");
        Some(opened.map_err(|_error| Failure::new(lang.messages().plain_without_keyboard))?)
    } else {
        None
    };
    let columns = output::columns(COLUMNS);
    let prompt = terminal.is_some() || io::stdin().is_terminal();
    let options = PlainOptions { lang, columns, prompt, ascii: config.ascii, post_order: config.post_order };
    let mut entry = cache::used().entry(paths);
    let loaded = output::with_progress_line(lang.messages().loading, || {
        let watch = Watch { counter: &ProgressCounter::default(), grown: None };
        entry.load(&mut Loader::new(paths.to_vec()), watch)
    });
    entry.keep();
    output::stream(|out| match terminal {
        Some(terminal) => run_session(&loaded, options, BufReader::new(terminal), out),
        None => run_session(&loaded, options, io::stdin().lock(), out),
    })?;
    entry.wait();
    Ok(ExitCode::SUCCESS)
}
