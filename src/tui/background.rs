//! The background of the terminal, which is asked for without waiting: the answer comes among the keys.

use std::io;
use std::time::{Duration, Instant};

use super::event::TerminalAnswer;
use super::guard;
use crate::view::Palette;

/// Asks for the background colour, then for the attributes, which every terminal answers: then there is no other answer to come.
/// The end of the first is BEL, because some terminals end their answer as the question ends, and only this is a valid end in all.
const QUESTION: &[u8] = b"\x1b]11;?\x07\x1b[c";

/// How long the first frame waits for a quick answer, so that its colours need not change.
const BEFORE_FRAME: Duration = Duration::from_millis(5);
/// How long the end waits for an answer, which would otherwise be read as keys by the next program.
const BEFORE_END: Duration = Duration::from_millis(100);
/// A terminal that has not answered for this time probably never does.
const PATIENCE: Duration = Duration::from_secs(1);

/// When the terminal was asked, and whether it has answered everything.
#[derive(Debug, Default)]
pub(super) struct BackgroundQuery {
    asked: Option<Instant>,
    is_answered: bool,
}

impl BackgroundQuery {
    /// Asks the terminal. The 16 colours of the terminal, which are readable on any background, are used until it answers.
    pub(super) fn send() -> io::Result<Self> {
        guard::write(QUESTION)?;
        Ok(Self { asked: Some(Instant::now()), is_answered: false })
    }

    /// Takes an answer; returns the palette for the background. What nobody asked for means nothing.
    pub(super) fn answer(&mut self, answer: TerminalAnswer) -> Option<Palette> {
        match answer {
            TerminalAnswer::Attributes => {
                self.is_answered = true;
                None
            }
            TerminalAnswer::Background { is_light } => {
                self.asked.map(|_| if is_light { Palette::Light } else { Palette::Dark })
            }
        }
    }

    /// How much longer to wait before the first frame.
    pub(super) fn delays_frame(&self) -> Option<Duration> {
        BEFORE_FRAME.checked_sub(self.waited()?)
    }

    /// How long to wait before the terminal is left.
    pub(super) fn delays_end(&self) -> Option<Duration> {
        self.waited().filter(|waited| *waited < PATIENCE).map(|_| BEFORE_END)
    }

    /// For how long an answer has been expected.
    fn waited(&self) -> Option<Duration> {
        self.asked.filter(|_| !self.is_answered).map(|asked| asked.elapsed())
    }
}
