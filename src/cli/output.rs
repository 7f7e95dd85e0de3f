//! The only module that prints: data to standard output, messages to standard error.

use std::borrow::Cow;
use std::env;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use clap::ValueEnum;
use clap::error::ErrorFormatter;
use ratatui::style::{Color, Modifier};
use serde::Serialize;

use crate::config::is_monochrome;
use crate::export::{CsvDialect, SaveError, write_table};
use crate::lang::Lang;
use crate::load::{Progress, ProgressCounter};
use crate::text::{Line, Run, TextRole, ascii_text};
use crate::tui;
use crate::view::{Palette, Theme};

/// How long to work before the first message about progress.
const PROGRESS_DELAY: Duration = Duration::from_millis(500);

/// The most columns of the line with the progress.
const MAX_PROGRESS: usize = 80;

/// The most characters of a message.
const MAX_MESSAGE: usize = 1_500;

/// The minimum width of text output, in columns.
const MIN_COLUMNS: usize = 20;

/// Whether text output and messages are limited to ASCII.
static ASCII_ONLY: AtomicBool = AtomicBool::new(false);

/// Limits text output and messages to ASCII from now on. Data is not affected.
pub(super) fn set_ascii_only(wanted: bool) {
    ASCII_ONLY.store(wanted, Ordering::Relaxed);
}

/// Text as it may be shown in the terminal: without control characters, and in ASCII if that is wanted.
pub(super) fn shown(text: &str) -> String {
    to_output_charset(&crate::text::visible_string(text))
}

fn to_output_charset(text: &str) -> String {
    if ASCII_ONLY.load(Ordering::Relaxed) {
        text.split('\n').map(ascii_text).collect::<Vec<_>>().join("\n")
    } else {
        text.to_owned()
    }
}

/// Why the program could not run, in the user's language.
#[derive(Debug)]
pub(super) struct Failure {
    /// The message; none when standard output was closed.
    reason: Option<String>,
}

impl Failure {
    /// Control characters in the reason are made visible.
    pub(super) fn new(reason: &str) -> Self {
        Self { reason: Some(crate::text::visible_string(&bounded(reason))) }
    }

    /// An export was not written.
    pub(super) fn unsaved(lang: Lang, unsaved: &SaveError) -> Self {
        let shown = |path: &Path| path.to_string_lossy().into_owned();
        Self::new(&match unsaved {
            SaveError::AlreadyThere(path) => lang.file_exists(&shown(path)),
            SaveError::IsInput(path) => lang.is_input(&shown(path)),
            SaveError::Failed(path, error) => lang.unwritable(&shown(path), error),
            SaveError::Nothing(_) => lang.messages().nothing_to_export.to_owned(),
        })
    }

    /// Prints the reason on standard error; returns false when there is none.
    pub(super) fn print(&self) -> bool {
        self.reason.iter().for_each(|reason| print_message(reason));
        self.reason.is_some()
    }
}

/// When to colour text output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// In terminals that support colours, unless `NO_COLOR` or `CLICOLOR=0` is set; everywhere with `CLICOLOR_FORCE=1`.
    Auto,
    /// Also in files and pipes.
    Always,
    /// Never.
    Never,
}

/// How lines of text are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    theme: Option<Theme>,
}

impl Paint {
    /// Coloured if `when` and the environment allow it.
    pub(super) fn new(when: When) -> Self {
        let is_coloured = match when {
            When::Auto => is_coloured(&|name| env::var(name).ok(), io::stdout().is_terminal()),
            When::Always => true,
            When::Never => false,
        };
        Self { theme: is_coloured.then(|| Theme::new(Palette::Sixteen)) }
    }

    /// A line with its line break.
    pub(super) fn line(self, line: &Line) -> String {
        to_output_charset(&self.coloured(line))
    }

    /// Whether there are colours.
    pub(super) fn is_coloured(self) -> bool {
        self.theme.is_some()
    }

    fn coloured(self, line: &Line) -> String {
        let Some(theme) = self.theme else { return format!("{}\n", line.plain().trim_end()) };
        let paint = |run: &Run| {
            let style = theme.run(run);
            let codes = [
                (Modifier::BOLD, "1"),
                (Modifier::DIM, "2"),
                (Modifier::UNDERLINED, "4"),
                (Modifier::REVERSED, "7"),
            ];
            let codes = codes.into_iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier));
            let colour = match style.fg {
                Some(Color::Cyan) => Some("36"),
                Some(Color::Yellow) => Some("33"),
                _ => None,
            };
            let codes: Vec<&str> = codes.map(|(_, code)| code).chain(colour).collect();
            if codes.is_empty() {
                run.text().to_owned()
            } else {
                format!("\u{1b}[{}m{}\u{1b}[0m", codes.join(";"), run.text())
            }
        };
        line.runs().iter().map(paint).collect::<String>() + "\n"
    }
}

/// Whether the environment allows colours: <https://no-color.org>, <https://bixense.com/clicolors>, and what the terminal
/// supports.
fn is_coloured(variable: &dyn Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    let variable = |name| variable(name).filter(|value| !value.is_empty());
    let is_forced = || variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let is_off = || variable("CLICOLOR").is_some_and(|value| value == "0");
    let is_supported =
        || is_terminal && variable("TERM").is_some_and(|term| term != "dumb" && !is_monochrome(&term));
    variable("NO_COLOR").is_none() && (is_forced() || (!is_off() && is_supported()))
}

/// A bar in eighths of columns: in ASCII in whole columns.
pub(super) fn bar(count: usize, most: usize, columns: usize) -> String {
    if ASCII_ONLY.load(Ordering::Relaxed) {
        return "#".repeat((count * columns).div_ceil(most.max(1)));
    }
    crate::text::bar(count, most, columns)
}

/// Signs of growing darkness, from an empty one.
pub(super) fn shades() -> [char; 5] {
    if ASCII_ONLY.load(Ordering::Relaxed) { [' ', '.', '-', '+', '#'] } else { crate::text::SHADES }
}

/// Whether the terminal knows no escape sequences, or is not specified.
pub(super) fn is_dumb() -> bool {
    env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb")
}

/// Works; when that takes long, shows progress to a user at a terminal.
pub(super) fn with_progress<T>(words: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    show_progress(words, || format!("{} s", start.elapsed().as_secs()), is_dumb(), work)
}

/// Loads; when that takes long, shows how far it has come, in one line.
pub(super) fn with_load_progress<T>(words: &str, lang: Lang, load: impl FnOnce(&ProgressCounter) -> T) -> T {
    let counter = ProgressCounter::default();
    let start = Instant::now();
    let state = || match counter.progress() {
        // Nothing has arrived yet.
        Progress { bytes: 0, .. } => format!("{} s", start.elapsed().as_secs()),
        progress => progress.label(lang),
    };
    show_progress(words, state, is_dumb(), || load(&counter))
}

/// Works likewise, but prints one line that stays.
pub(super) fn with_progress_line<T>(words: &str, work: impl FnOnce() -> T) -> T {
    show_progress(words, String::new, true, work)
}

fn show_progress<T>(
    words: &str,
    state: impl Fn() -> String + Send,
    in_lines: bool,
    work: impl FnOnce() -> T,
) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut is_shown = false;
            while let Err(RecvTimeoutError::Timeout) = waiting.recv_timeout(PROGRESS_DELAY) {
                if !in_lines {
                    // Without a line break in a narrow terminal.
                    let columns = tui::columns().unwrap_or(MAX_PROGRESS).min(MAX_PROGRESS);
                    let line = Line::of(&format!("lawat: {words} {}", state()), TextRole::Plain);
                    let line = to_output_charset(&line.cut(columns.saturating_sub(1)).plain());
                    let _ = write!(io::stderr(), "\r{line}\u{1b}[K");
                } else if !is_shown {
                    print_message(words);
                }
                is_shown = true;
            }
            if is_shown && !in_lines {
                // Clears the line.
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        let outcome = work();
        drop(done);
        outcome
    })
}

/// Writes text to standard output. A closed pipe is not an error, so that the exit code still describes the data.
pub(super) fn write_text(text: &str) -> Result<(), Failure> {
    match stream(|out| out.write_all(text.as_bytes())) {
        Err(Failure { reason: None }) => Ok(()),
        outcome => outcome,
    }
}

/// The width of text output: that of the terminal, but at most `most` columns.
pub(super) fn columns(most: usize) -> usize {
    let terminal = io::stdout().is_terminal().then(tui::columns).flatten();
    terminal.map_or(most, |columns| columns.clamp(MIN_COLUMNS, most))
}

/// Prints the help, the version or an error in the arguments.
pub(super) fn print_response<F: ErrorFormatter>(response: &clap::error::Error<F>) -> ExitCode {
    let words = response.render().to_string();
    if response.use_stderr() && words.chars().nth(MAX_MESSAGE).is_some() {
        print_message(&words);
        return ExitCode::from(2);
    }
    match response.print().and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            print_message(&error.to_string());
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(response.exit_code()).unwrap_or(2)),
    }
}

/// Writes data to standard output, piece by piece.
pub(super) fn stream<T>(write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> Result<T, Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = write(&mut out).and_then(|written| out.flush().map(|()| written));
    written.map_err(|error| {
        // A closed pipe needs no message.
        let is_closed = error.kind() == io::ErrorKind::BrokenPipe;
        Failure { reason: (!is_closed).then(|| crate::text::visible_string(&error.to_string())) }
    })
}

/// Whether standard output is a regular file, which nobody reads meanwhile.
pub(super) fn is_stdout_file() -> bool {
    std::fs::metadata("/dev/stdout").is_ok_and(|it| it.is_file())
}

/// Writes a message to standard error.
pub(super) fn print_message(words: &str) {
    // If even this cannot be written, the exit code still gives the outcome.
    let _ =
        writeln!(io::stderr(), "lawat: {}", to_output_charset(&crate::text::visible_string(&bounded(words))));
}

/// A message of limited length: arguments, names and texts of records may be of any length. Of a long one, the beginning and
/// the end are kept.
fn bounded(words: &str) -> Cow<'_, str> {
    let after = |count| words.char_indices().nth(count).map_or(words.len(), |(at, _)| at);
    let before = |count: usize| words.char_indices().nth_back(count - 1).map_or(0, |(at, _)| at);
    let (start, end) = (after(MAX_MESSAGE * 2 / 3), before(MAX_MESSAGE / 3));
    match (words.get(..start), words.get(end..)) {
        (Some(first), Some(last)) if start < end => format!("{first} … {last}").into(),
        _ => words.into(),
    }
}

/// One array, or one object per line. Control characters are escaped.
pub(super) fn json<T: Serialize>(items: &[T], array: bool) -> Result<String, Failure> {
    let written = if array {
        crate::text::json(items, true).map(|text| text + "\n")
    } else {
        items.iter().map(|item| crate::text::json(item, false).map(|line| line + "\n")).collect()
    };
    written.map_err(|error| Failure::new(&error.to_string()))
}

/// One JSON value, likewise.
pub(super) fn json_value<T: Serialize>(value: &T) -> Result<String, Failure> {
    let written = crate::text::json(value, true).map(|text| text + "\n");
    written.map_err(|error| Failure::new(&error.to_string()))
}

/// A CSV table with a header row, safe for spreadsheets.
pub(super) fn csv(heading: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    write_table(&mut bytes, CsvDialect::default(), heading, rows)
        .map_err(|error| Failure::new(&error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::new(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_whether_there_are_colours() {
        let xterm = ("TERM", "xterm");
        for (set, in_terminal, in_pipe) in [
            (&[xterm][..], true, false),
            (&[], false, false),
            (&[("TERM", "dumb")], false, false),
            (&[("TERM", "vt100")], false, false),
            (&[xterm, ("NO_COLOR", "1")], false, false),
            (&[xterm, ("NO_COLOR", "")], true, false),
            (&[xterm, ("CLICOLOR", "0")], false, false),
            (&[xterm, ("CLICOLOR", "1")], true, false),
            (&[xterm, ("CLICOLOR_FORCE", "1")], true, true),
            (&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")], true, true),
            (&[xterm, ("CLICOLOR_FORCE", "0")], true, false),
            (&[xterm, ("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false, false),
        ] {
            let variable =
                |name: &str| set.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
            let coloured = [true, false].map(|is_terminal| is_coloured(&variable, is_terminal));
            assert_eq!(coloured, [in_terminal, in_pipe], "{set:?}");
        }
    }
}
