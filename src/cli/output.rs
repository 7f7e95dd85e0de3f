//! The only place that prints: data on standard output, words about it on standard error.

use std::env;
use std::io::{self, BufWriter, IsTerminal as _, Write};
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
use crate::export::{CsvDialect, write_table};
use crate::text::{Line, Run, ascii_text};
use crate::tui;
use crate::view::{Palette, Theme};

/// After so long people wonder whether anything happens.
const MOMENT: Duration = Duration::from_secs(1);

/// In less than that nothing can be laid out.
const LEAST_COLUMNS: usize = 20;

/// Whether nothing but ASCII is understood where people read.
static IN_ASCII: AtomicBool = AtomicBool::new(false);

/// From now on what people read is spelt in ASCII, or as it is. Data stays what it is.
pub(super) fn spell_in_ascii(wanted: bool) {
    IN_ASCII.store(wanted, Ordering::Relaxed);
}

fn for_people(text: &str) -> String {
    if IN_ASCII.load(Ordering::Relaxed) {
        text.split('\n').map(ascii_text).collect::<Vec<_>>().join("\n")
    } else {
        text.to_owned()
    }
}

/// Why the program could not work, in the words of the user's language.
#[derive(Debug)]
pub(super) struct Failure {
    /// What to say; nothing when nobody is listening any more.
    reason: Option<String>,
}

impl Failure {
    /// What cannot act on a terminal is kept of the reason.
    pub(super) fn new(reason: &str) -> Self {
        Self { reason: Some(crate::text::visible_string(reason)) }
    }

    /// Says the reason on standard error; false when there is none, because the reader has left.
    pub(super) fn complain(&self) -> bool {
        self.reason.iter().for_each(|reason| narrate(reason));
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

/// How lines are written for people.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    theme: Option<Theme>,
}

impl Paint {
    /// In colours, if they are wanted and can be seen.
    pub(super) fn new(when: When) -> Self {
        let is_coloured = match when {
            When::Auto => is_coloured(&|name| env::var(name).ok(), io::stdout().is_terminal()),
            When::Always => true,
            When::Never => false,
        };
        Self { theme: is_coloured.then(|| Theme::new(Palette::Sixteen)) }
    }

    /// A line with its end.
    pub(super) fn line(self, line: &Line) -> String {
        for_people(&self.coloured(line))
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

/// Whether the environment wants colours: <https://no-color.org>, <https://bixense.com/clicolors>, and what the terminal can do.
fn is_coloured(variable: &dyn Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    let variable = |name| variable(name).filter(|value| !value.is_empty());
    let is_forced = || variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let is_off = || variable("CLICOLOR").is_some_and(|value| value == "0");
    let can = || is_terminal && variable("TERM").is_some_and(|term| term != "dumb" && !is_monochrome(&term));
    variable("NO_COLOR").is_none() && (is_forced() || (!is_off() && can()))
}

/// Whether the terminal says that it knows no escape sequences, or says nothing at all.
pub(super) fn is_dumb() -> bool {
    env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb")
}

/// Works, and says that it does when that takes longer than a moment, to whoever sits before a terminal.
pub(super) fn patiently<T>(words: &str, work: impl FnOnce() -> T) -> T {
    in_company(words, is_dumb(), work)
}

/// Works, and says once that it does, on a line that stays.
pub(super) fn patiently_in_lines<T>(words: &str, work: impl FnOnce() -> T) -> T {
    in_company(words, true, work)
}

fn in_company<T>(words: &str, in_lines: bool, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let start = Instant::now();
            let mut said = false;
            while let Err(RecvTimeoutError::Timeout) = waiting.recv_timeout(MOMENT) {
                if !in_lines {
                    let _ = write!(io::stderr(), "\rlawat: {words} {} s", start.elapsed().as_secs());
                } else if !said {
                    narrate(words);
                }
                said = true;
            }
            if said && !in_lines {
                // To the beginning of the line, and nothing behind it.
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        let outcome = work();
        drop(done);
        outcome
    })
}

/// Writes data. A reader who has had enough is no failure, and what is to be said of the data stays true.
pub(super) fn say(text: &str) -> Result<(), Failure> {
    match stream(|out| out.write_all(text.as_bytes())) {
        Err(Failure { reason: None }) => Ok(()),
        outcome => outcome,
    }
}

/// The columns of text for people: the `most` that can be read with ease, or those of the terminal.
pub(super) fn columns(most: usize) -> usize {
    let terminal = io::stdout().is_terminal().then(tui::columns).flatten();
    terminal.map_or(most, |columns| columns.clamp(LEAST_COLUMNS, most))
}

/// Writes what the arguments are answered with instead of work: the help, the version, or what is wrong with them.
pub(super) fn answer<F: ErrorFormatter>(instead: &clap::error::Error<F>) -> ExitCode {
    match instead.print().and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            narrate(&error.to_string());
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(instead.exit_code()).unwrap_or(2)),
    }
}

/// Lets data be written, piece by piece.
pub(super) fn stream<T>(write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> Result<T, Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = write(&mut out).and_then(|written| out.flush().map(|()| written));
    written.map_err(|error| {
        // When its reader has left, that is no failure.
        let has_left = error.kind() == io::ErrorKind::BrokenPipe;
        Failure { reason: (!has_left).then(|| crate::text::visible_string(&error.to_string())) }
    })
}

/// Whether data goes into a file, and nobody reads it meanwhile.
pub(super) fn goes_into_a_file() -> bool {
    std::fs::metadata("/dev/stdout").is_ok_and(|it| it.is_file())
}

/// Writes a message to standard error.
pub(super) fn narrate(words: &str) {
    // When even that cannot be written, the exit code still says how it went.
    let _ = writeln!(io::stderr(), "lawat: {}", for_people(&crate::text::visible_string(words)));
}

/// One array, or an object a line. What could act on a terminal is escaped, as JSON allows.
pub(super) fn json<T: Serialize>(items: &[T], array: bool) -> Result<String, Failure> {
    let written = if array {
        crate::text::json(items, true).map(|text| text + "\n")
    } else {
        items.iter().map(|item| crate::text::json(item, false).map(|line| line + "\n")).collect()
    };
    written.map_err(|error| Failure::new(&error.to_string()))
}

/// One value of JSON, likewise.
pub(super) fn json_value<T: Serialize>(value: &T) -> Result<String, Failure> {
    let written = crate::text::json(value, true).map(|text| text + "\n");
    written.map_err(|error| Failure::new(&error.to_string()))
}

/// A table with a heading, harmless to spreadsheets.
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
