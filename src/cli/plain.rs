//! The plain mode from the command line: which input and output it gets, and when it is chosen by itself.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, IsTerminal as _};
use std::process::ExitCode;

use super::output::{self, Failure};
use crate::config::Config;
use crate::load;
use crate::plain::{PlainOptions, run_session};

/// Columns of the text, where the terminal has as many.
const COLUMNS: usize = 78;

/// Whether nothing else can be shown: on a terminal that knows no escape sequences.
pub(super) fn is_due() -> bool {
    io::stdout().is_terminal() && output::is_dumb()
}

/// Talks until it is left.
pub(super) fn run(paths: &[OsString], config: &Config) -> Result<ExitCode, Failure> {
    let lang = config.lang;
    super::check_paths(paths, lang)?;
    // Where the records come by standard input, commands cannot.
    let terminal = if paths.iter().any(|path| path == "-") {
        let opened = File::open("/dev/tty");
        Some(opened.map_err(|_error| Failure::new(lang.messages().plain_without_keyboard))?)
    } else {
        None
    };
    let columns = output::columns(COLUMNS);
    let prompt = terminal.is_some() || io::stdin().is_terminal();
    let options = PlainOptions { lang, columns, prompt, ascii: config.ascii, post_order: config.post_order };
    let loaded = output::patiently_in_lines(lang.messages().loading, || load::load(paths));
    output::stream(|out| match terminal {
        Some(terminal) => run_session(&loaded, options, BufReader::new(terminal), out),
        None => run_session(&loaded, options, io::stdin().lock(), out),
    })?;
    Ok(ExitCode::SUCCESS)
}
