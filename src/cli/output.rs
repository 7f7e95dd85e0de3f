//! The only place that prints: data on standard output, words about it on standard error.

use std::io::{self, Write as _};

use serde::Serialize;

use crate::export::write_table;

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

    /// Standard output takes no more. When its reader has left, that is no failure.
    pub(super) fn of_output(error: &io::Error) -> Self {
        let has_left = error.kind() == io::ErrorKind::BrokenPipe;
        Self { reason: (!has_left).then(|| crate::text::visible_string(&error.to_string())) }
    }

    /// Says the reason on standard error; false when there is none, because the reader has left.
    pub(super) fn complain(&self) -> bool {
        self.reason.iter().for_each(|reason| narrate(reason));
        self.reason.is_some()
    }
}

/// Writes data. A reader who has had enough is no failure.
pub(super) fn say(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) => Err(Failure::of_output(&error)),
    }
}

/// Says something about the work.
pub(super) fn narrate(words: &str) {
    // When even that cannot be written, the exit code still says how it went.
    let _ = writeln!(io::stderr(), "lawat: {}", crate::text::visible_string(words));
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

/// A table with a heading, harmless to spreadsheets.
pub(super) fn csv(heading: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    write_table(&mut bytes, heading, rows).map_err(|error| Failure::new(&error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::new(&error.to_string()))
}
