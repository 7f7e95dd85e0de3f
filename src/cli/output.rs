//! The only place that prints: data on standard output, words about it on standard error.

use std::io::{self, Write as _};

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

/// Writes data. A reader who has had enough is no failure.
pub(super) fn say(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure { reason: None }),
        Err(error) => Err(Failure::new(&error.to_string())),
    }
}

/// Says something about the work.
pub(super) fn narrate(words: &str) {
    // When even that cannot be written, the exit code still says how it went.
    let _ = writeln!(io::stderr(), "lawat: {}", crate::text::visible_string(words));
}
